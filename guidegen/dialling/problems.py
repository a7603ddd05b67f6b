"""The shape of an answer: what is wrong, where, and what to write instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Severity = Literal["error", "warning", "notice"]
Part = Literal["code", "number", "text"]


class Purpose(StrEnum):
    """What a guide shows a code for. The same code can be right for one and dangerous for another."""

    TOP_UP = "top_up"
    BALANCE = "balance"
    VOUCHER = "voucher"
    PLAN = "plan"
    OWN_NUMBER = "own_number"
    SEND_CREDIT = "send_credit"
    BORROW_CREDIT = "borrow_credit"
    BUY_DAYS = "buy_days"
    MENU = "menu"
    OTHER = "other"


PURPOSE_WORDS: dict[Purpose, str] = {
    Purpose.TOP_UP: "top up",
    Purpose.BALANCE: "show the balance",
    Purpose.VOUCHER: "use a voucher",
    Purpose.PLAN: "buy or renew a plan",
    Purpose.OWN_NUMBER: "show your number",
    Purpose.SEND_CREDIT: "send credit",
    Purpose.BORROW_CREDIT: "borrow credit",
    Purpose.BUY_DAYS: "buy days",
    Purpose.MENU: "open a menu of the operator",
    Purpose.OTHER: "reach a service of the operator",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one string. `start` and `end` count characters of that string (of `part`)."""

    kind: str
    message: str
    help: str
    start: int
    end: int
    severity: Severity
    part: Part = "code"


@dataclass(frozen=True, slots=True)
class KindInfo:
    """What `guidegen explain` says about a kind, with a bad and a good example that the tests run.

    `part` says which check gives the kind, `context` what that check must be told for the example to be bad.
    `may_be_allowed`: a reasoned entry can let a real code through. Where it is False, no operator can be
    right: the string cannot be typed or means nothing.
    """

    what: str
    why: str
    help: str
    bad: str
    good: str
    severity: Severity = "error"
    part: Part = "code"
    may_be_allowed: bool = True
    context: Mapping[str, object] = field(default_factory=dict)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems from left to right; at one place, the order in which they were found."""
    return tuple(sorted(problems, key=lambda problem: (problem.start, problem.end)))
