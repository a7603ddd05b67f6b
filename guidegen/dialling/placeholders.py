"""Placeholders: what the reader fills in, from a fixed list, so that every language can name it."""

import difflib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from guidegen.dialling.kinds import problem
from guidegen.dialling.problems import Part, Problem

PLACEHOLDERS: dict[str, str] = {
    "voucher": "the voucher code: the digits on the voucher, scratch card or receipt",
    "serial": "the number of the card itself, where the operator asks for it beside the voucher code",
    "phone": "the phone number to top up, or of the person asked to top up",
    "recipient": "the phone number that gets the reader's own credit",
    "amount": "the amount, in the currency of the operator",
    "pin": "the PIN the operator gave for this service; never the SIM PIN",
    "one_time_code": "a code that the operator just sent in a text",
    "id": "the number of the identity document the SIM is registered with",
    "card": "the number of a bank card",
    "card_expiry": "the month and year a bank card expires, as MMYY",
    "last4": "the last four digits of a bank card known to the operator",
    "days": "how many days to buy",
    "plan": "the name or number of a plan",
    "language": "the number of a language in the operator's menu",
    "option": "the number of a choice in the operator's menu",
}
"""Every name a record may use in braces. The names follow the fact sheets; {recipient} is kept apart from
{phone} because the first one gives credit away (language.md §2, "send credit")."""

SLOT = re.compile(r"\{([^{}]*)\}")
_NAME_AND_SIZE = re.compile(r"([a-z][a-z0-9_]*)(?::([1-9][0-9]?))?")
# Names people write for a known placeholder; the hint matters more than the spelling distance.
_OTHER_WORDS = {
    "code": "voucher", "voucher code": "voucher", "vouchercode": "voucher", "rechargecode": "voucher",
    "number": "phone", "msisdn": "phone", "mobile": "phone", "nin": "id", "mmyy": "card_expiry",
    "package": "plan", "last four digits of card": "last4", "otp": "one_time_code",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a code in dialling order: keys to type as they stand, or one placeholder.

    `name` is empty for keys. `digits` is the size a placeholder states (`{voucher:16}`), or None.
    """

    text: str
    name: str = ""
    digits: int | None = None


def segments(code: str) -> tuple[Segment, ...]:
    """Split a code, number or text into runs; the texts of the runs join back to the string.

    `*104*{voucher}#` gives `*104*`, `{voucher}`, `#`. Braces that hold no name are left inside a literal run.
    """
    runs: list[Segment] = []
    literal = 0
    for slot in SLOT.finditer(code):
        named = _NAME_AND_SIZE.fullmatch(slot[1])
        if named is None:
            continue
        if slot.start() > literal:
            runs.append(Segment(code[literal : slot.start()]))
        runs.append(Segment(slot[0], named[1], int(named[2]) if named[2] else None))
        literal = slot.end()
    return (*runs, Segment(code[literal:])) if literal < len(code) else tuple(runs)


def placeholders(code: str) -> tuple[str, ...]:
    """Names in braces, in dialling order, known or not."""
    return tuple(run.name for run in segments(code) if run.name)


def slot_problems(text: str, voucher_digits: Collection[int], part: Part) -> Iterator[Problem]:
    """Names outside the list, braces without a partner, sizes that contradict the voucher."""
    for slot in SLOT.finditer(text):
        yield from _name_problems(slot, part)
        yield from _size_problems(slot, voucher_digits, part)
    # Blank out whole slots with as many spaces: a brace that is left has no partner, and offsets stay true.
    rest = SLOT.sub(lambda slot: " " * len(slot[0]), text)
    for brace in re.finditer(r"[{}]", rest):
        yield problem("lone-brace", brace.span(), f'brace "{brace[0]}" has no partner', part=part)


def _name_problems(slot: re.Match[str], part: Part) -> Iterator[Problem]:
    named = _NAME_AND_SIZE.fullmatch(slot[1])
    if named is None or named[1] not in PLACEHOLDERS:
        shown = slot[1][:40]
        yield problem(
            "unknown-placeholder",
            slot.span(),
            f'placeholder "{{{shown}}}" is not in the list',
            instead=f"write {_nearest(shown)}",
            part=part,
        )


def _nearest(name: str) -> str:
    key = name.split(":")[0].strip().lower()
    found = _OTHER_WORDS.get(key) or next(iter(difflib.get_close_matches(key, PLACEHOLDERS, n=1)), "")
    return f'"{{{found}}}"' if found else "one of " + ", ".join(f"{{{known}}}" for known in PLACEHOLDERS)


def _size_problems(slot: re.Match[str], voucher_digits: Collection[int], part: Part) -> Iterator[Problem]:
    named = _NAME_AND_SIZE.fullmatch(slot[1])
    if named and named[1] == "voucher" and named[2]:
        yield from disagreement(int(named[2]), slot.span(), voucher_digits, part)


def disagreement(size: int, span: tuple[int, int], voucher_digits: Collection[int], part: Part) -> Iterator[Problem]:
    """A place for `size` digits beside a voucher that is stated to have others."""
    if voucher_digits and size not in voucher_digits:
        stated = " or ".join(str(count) for count in sorted(voucher_digits))
        yield problem(
            "voucher-digits",
            span,
            f"room for {size} digits, but the voucher code is stated to have {stated}",
            part=part,
        )
