"""G5: what a reader is told to dial, call or text does what the guide says, and nothing else."""

from collections.abc import Iterator, Mapping
from typing import Any

from guidegen.diagnostics import Found, Path, Severity, rule
from guidegen.dialling import PLACEHOLDERS, Problem, Purpose, check_code, check_number, check_sms, segments
from guidegen.model import Carrier
from guidegen.rules import Subject, once

KEYPAD = set("0123456789*#")
# What a code is shown for, by the service that holds it.
LOOKALIKE_PURPOSE = {
    "send_credit": Purpose.SEND_CREDIT,
    "send_days": Purpose.SEND_CREDIT,
    "ask_for_credit": Purpose.SEND_CREDIT,
    "borrow_credit": Purpose.BORROW_CREDIT,
    "buy_days": Purpose.BUY_DAYS,
    "buy_plan": Purpose.PLAN,
    "own_number": Purpose.OWN_NUMBER,
}


@rule("G501")
def unsafe_code(subject: Subject) -> Iterator[Found]:
    """A code does not do what the guide says: it diverts or bars calls, changes a PIN, or sends credit away.

    Why: a reader dials what a guide prints; a wrong code costs money, the number, or every call.
    Bad: `code: "*21*447700900123#"`
    Good: `code: "*104*{voucher}#"`
    """
    yield from _findings(subject, "code")


@rule("G502")
def doubtful_number(subject: Subject) -> Iterator[Found]:
    """A telephone number cannot be right for its country, or costs extra without saying so.

    Why: a wrong number reaches a stranger, a premium number costs by the minute.
    Bad: `number: "0900 123456"` without a `fee`.
    Good: `number: "1155"`
    """
    yield from _findings(subject, "number")


@rule("G503")
def doubtful_text(subject: Subject) -> Iterator[Found]:
    """The words of a text message cannot be right, or send credit away.

    Why: a text that the operator does not understand is lost, and can cost money.
    Bad: `text: "TOPUP {vouchr}"`
    Good: `text: "TOPUP {voucher}"`
    """
    yield from _findings(subject, "text")


@rule("G504")
def doubtful_key(subject: Subject) -> Iterator[Found]:
    """A key of a menu is no key of a telephone, or a placeholder that does not exist.

    Why: the reader presses what stands there, one key after the other.
    Bad: `keys: ["2", "{vouchr}"]`
    Good: `keys: ["2", "{voucher}"]`
    """
    for where, block, _ in _blocks_of(subject):
        keys = vars(block).get("keys")
        if keys is None or block.kind == "wallet":
            continue
        for index, key in enumerate(keys.value):
            if not _is_key(key):
                help = "write digits, * or #, or a placeholder such as {voucher}"
                yield Found(Path((*where, "keys", "value", index)), f"{key} is no key of a telephone", help)


def _is_key(key: str) -> bool:
    """Keys of the keypad and known placeholders, in any order."""
    runs = segments(key)
    return bool(runs) and all(run.name in PLACEHOLDERS if run.name else set(run.text) <= KEYPAD for run in runs)


def _findings(subject: Subject, part: str) -> Iterator[Found]:
    for where, problem in _problems(subject):
        if problem.part == part:
            place, severity = Path((*where, part, "value")), Severity(problem.severity)
            yield Found(place, problem.message, problem.help, problem.start, problem.end, severity)


@once
def _problems(subject: Subject) -> tuple[tuple[Path, Problem], ...]:
    """What is wrong with every code, number and text, with the path of its block."""
    record = subject.record
    if not isinstance(record, Carrier):
        return ()
    return tuple(
        (where, problem)
        for where, block, purpose in blocks(record)
        for problem in problems_of(record, block, purpose, subject.codes)
    )


def problems_of(carrier: Carrier, block: Any, purpose: Purpose, allowed: Mapping[str, str]) -> tuple[Problem, ...]:
    """What is wrong with the code, the number or the text of one block."""
    digits = tuple(claim.value for claim in carrier.voucher.digits) if carrier.voucher else ()
    fields = vars(block)
    code, number, text = (fields.get(name) for name in ("code", "number", "text"))
    priced = bool(fields.get("fee"))
    if code:
        return check_code(code.value, purpose, voucher_digits=digits, allowed=allowed)
    if number and text:
        return check_sms(
            text.value,
            number.value,
            carrier.country,
            purpose=purpose,
            voucher_digits=digits,
            stated_price=priced,
            allowed=allowed,
        )
    return check_number(number.value, carrier.country, stated_price=priced, allowed=allowed) if number else ()


def _blocks_of(subject: Subject) -> Iterator[tuple[Path, Any, Purpose]]:
    if isinstance(subject.record, Carrier):
        yield from blocks(subject.record)


def blocks(carrier: Carrier) -> Iterator[tuple[Path, Any, Purpose]]:
    """Every block that can hold a code, a number or a text, with what it is shown for."""
    for index, way in enumerate(carrier.channels):
        yield Path(("channels", index)), way, Purpose.TOP_UP
    for index, means in enumerate(carrier.balance):
        yield Path(("balance", index)), means, Purpose.BALANCE
    for index, service in enumerate(carrier.customer_service):
        yield Path(("customer_service", index)), service, Purpose.OTHER
    for index, block in enumerate(carrier.not_a_top_up):
        purpose = LOOKALIKE_PURPOSE.get(block.kind, Purpose.OTHER)
        for number, means in enumerate(block.how):
            yield Path(("not_a_top_up", index, "how", number)), means, purpose
