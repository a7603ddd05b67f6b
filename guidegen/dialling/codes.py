"""The check of a code: characters, placeholders, structure, what phones keep for themselves, purpose."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from guidegen.dialling.characters import Folded, character_problems, fold, is_stand_in
from guidegen.dialling.grammar import LONGEST, Code, Field, read
from guidegen.dialling.handset import handset_problems
from guidegen.dialling.kinds import KINDS, problem
from guidegen.dialling.placeholders import SLOT, disagreement, placeholders, slot_problems
from guidegen.dialling.problems import PURPOSE_WORDS, Part, Problem, Purpose, in_order
from guidegen.dialling.services import service_problems

# Seven digits in one field: longer than any menu number or short code, as short as a phone number can be.
_LONG_RUN = re.compile(r"(?<![0-9])[0-9]{7,}(?![0-9])")
_COUNTED = re.compile(r"(?<![0-9])(?:12345|123456|54321|([0-9])\1{4,5})(?![0-9])")
_STAND_IN_RUN = re.compile(r"[^\W\d_]{3,}")
_ASKING = frozenset({Purpose.BALANCE, Purpose.OWN_NUMBER})
_SPENDING = frozenset({"voucher", "serial", "amount", "recipient", "card", "days", "plan"})


def check_code(
    code: str,
    purpose: Purpose,
    *,
    voucher_digits: Collection[int] = (),
    allowed: Mapping[str, str] = {},
) -> tuple[Problem, ...]:
    """Everything wrong with a code shown for `purpose`; an empty tuple means it can be printed.

    `voucher_digits` are the lengths a voucher code of this carrier can have. `allowed` maps an exact code to
    the reason why it is right although it looks dangerous; it lifts only kinds that `may_be_allowed`.
    """
    folded = fold(code[: LONGEST + 1])
    whole = (0, len(code))
    if not folded.text:
        return (problem("empty", whole, "there is no code"),)
    if len(code) > LONGEST:
        return (problem("too-long", whole, f"{len(code)} characters; a phone sends at most {LONGEST}"),)
    # Codes of the phone break the grammar on purpose (`*#*#…#*#*`): nothing else is asked of them.
    own = tuple(handset_problems(folded.text, whole, purpose))
    reserved = tuple(service_problems(folded.text, whole, purpose))
    found = own or (
        *slot_problems(code, voucher_digits, "code"),
        *reserved,
        *_structure_problems(folded, prefix_explained=bool(reserved)),
        *_meaning(code, whole, purpose),
        # Behind a service code stands a phone number, so its length says nothing about the voucher.
        *digit_run_problems(code, () if reserved else voucher_digits, "code"),
    )
    return settle((*character_problems(code, "code"), *found), code, allowed)


def settle(found: Iterable[Problem], string: str, allowed: Mapping[str, str]) -> tuple[Problem, ...]:
    """Put problems in order and lift those that a reasoned entry for this exact string covers."""
    if string not in allowed:
        return in_order(found)
    if not allowed[string].strip():
        whole = (0, len(string))
        missing = problem("allowed-without-reason", whole, f'"{string}" is allowed without a reason')
        return in_order((*found, missing))
    return in_order(one for one in found if not KINDS[one.kind].may_be_allowed)


def _structure_problems(folded: Folded, *, prefix_explained: bool) -> Iterator[Problem]:
    """TS 22.030 clause 6.5.2: prefix, fields with something in them, one hash, at the end."""
    text = folded.text
    code = read(text)
    # A character that cannot be typed is already named; only what was lost after good keys is named here.
    if text[-1].isdigit() or text[-1] in "*}":
        end = folded.span(len(text) - 1, len(text))
        yield problem("lost-hash", end, f'"{text}" does not end with hash (#)')
    if code is None:
        if text[0].isdigit() or text[0] == "{":
            message = f'"{text}" does not begin with star (*) or hash (#)'
            yield problem("lost-star", folded.span(0, 1), message)
        return
    if code.prefix in ("**", "##") and not prefix_explained:
        word = "sets up" if code.prefix == "**" else "erases"
        yield problem(
            "register-or-erase", folded.span(0, 2), f'"{code.prefix}" {word} a network service on many phones'
        )
    for index, field in enumerate(code.fields):
        yield from _field_problems(code, index, field, folded)


def _field_problems(code: Code, index: int, field: Field, folded: Folded) -> Iterator[Problem]:
    span = folded.span(field.start, field.end)
    last = index == len(code.fields) - 1
    if not field.text:
        yield from _empty_field(code, index, field, folded)
    elif index == 0 and field.text.startswith("{"):
        yield problem("lost-service-code", span, f'no digits between "{code.prefix}" and "{field.text}"')
    elif index and field.separator == "#" and not (last and not field.text):
        yield problem("inner-hash", folded.span(field.start - 1, field.start), "hash (#) before the end of the code")
    if re.search(r"[0-9}]\{|\}[0-9]", field.text):
        yield problem("lost-separator", span, f'no star between the parts of "{field.text}"')


def _empty_field(code: Code, index: int, field: Field, folded: Folded) -> Iterator[Problem]:
    """An empty field: the code is bare, ends in `*#`, holds a second code, or lost what stood there."""
    keys = folded.span(max(field.start - 1, 0), field.end + 1)
    if index == 0:
        yield problem("lost-service-code", keys, f'no digits after "{code.prefix}"')
    elif index == len(code.fields) - 1 and field.separator == "*":
        yield problem("trailing-star", keys, "a star with nothing between it and the last hash")
    elif field.separator == "#" and index < len(code.fields) - 1:
        yield problem("two-codes", keys, "a second code begins after the first hash")
    else:
        yield problem("empty-field", keys, "two keys with nothing between them")


def _meaning(code: str, whole: tuple[int, int], purpose: Purpose) -> Iterator[Problem]:
    names = frozenset(placeholders(code))
    yield from credit_problems(names, whole, purpose, "code")
    spends = sorted(names & _SPENDING)
    if purpose in _ASKING and spends:
        yield problem("wrong-purpose", whole, f"a code to {PURPOSE_WORDS[purpose]} does not ask for {{{spends[0]}}}")
    if "card" in names:
        yield problem("card-number", whole, "the reader would type a bank card number into a code")


def credit_problems(names: Collection[str], whole: tuple[int, int], purpose: Purpose, part: Part) -> Iterator[Problem]:
    """A transfer names who gets the credit, or a number and an amount with nothing that pays for it."""
    pays = "voucher" in names or "card" in names
    transfer = "recipient" in names or ("phone" in names and "amount" in names and not pays)
    if transfer and purpose is not Purpose.SEND_CREDIT:
        yield problem(
            "sends-credit",
            whole,
            f"this sends the reader's credit to somebody else; it does not {PURPOSE_WORDS[purpose]}",
            part=part,
        )


def digit_run_problems(text: str, voucher_digits: Collection[int], part: Part) -> Iterator[Problem]:
    """Digits that were made up: seven or more in a row, 12345, five of one digit, XXXX."""
    rest = SLOT.sub(lambda slot: " " * len(slot[0]), text)
    for run in _LONG_RUN.finditer(rest):
        message = f'"{run[0]}" looks like digits the reader fills in'
        yield problem("example-digits", run.span(), message, part=part)
        yield from disagreement(len(run[0]), run.span(), voucher_digits, part)
    for run in _COUNTED.finditer(rest):
        yield problem("example-digits", run.span(), f'"{run[0]}" looks like made-up digits', part=part)
    yield from stand_in_problems(rest, voucher_digits, part)


def stand_in_problems(text: str, voucher_digits: Collection[int], part: Part) -> Iterator[Problem]:
    """Letters in place of digits, and whether there are as many of them as the voucher has digits."""
    for run in _STAND_IN_RUN.finditer(text):
        if is_stand_in(run[0]):
            message = f'"{run[0]}" stands for digits; readers would look for these keys'
            yield problem("stand-in", run.span(), message, part=part)
            yield from disagreement(len(run[0]), run.span(), voucher_digits, part)
