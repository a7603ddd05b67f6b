"""“Which way suits you”: for four situations, what the claims say about each way."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from guidegen.model import Claim
from guidegen.view.ways import ON_THE_SPOT, WayView

WITHOUT_CARD = {"cash", "voucher", "mobile_money", "phone_bill"}
BY_PHONE = {"ussd", "sms", "phone"}


@dataclass(frozen=True, slots=True)
class Suits:
    """One situation: ways by answer (yes, there, no, unknown)."""

    name: str
    ways: dict[str, list[WayView]]


def _values(claims: Iterable[Claim[Any]]) -> set[str]:
    return {value for claim in claims for value in claim.value}


def outside(view: WayView) -> str:
    """From outside the country: what a source says; a way on the spot needs the reader there."""
    if view.way.from_outside:
        return str(view.way.from_outside[0].value)
    return "there" if view.way.kind in ON_THE_SPOT else "unknown"


def without_card(view: WayView) -> str:
    """Without a bank card: cash, a voucher code, mobile money or a phone bill will do."""
    payments = _values(view.way.payment)
    if payments & WITHOUT_CARD or "voucher" in view.slots or "voucher" in _values(view.way.needs):
        return "yes"
    return "no" if payments or view.way.kind == "atm" else "unknown"


def without_internet(view: WayView) -> str:
    """Without internet on the phone: codes, texts, calls and places."""
    if view.way.kind in ("online", "app") or _values(view.way.needs) & {"internet", "app"}:
        return "no"
    return "yes" if view.way.kind in BY_PHONE | ON_THE_SPOT else "unknown"


def without_account(view: WayView) -> str:
    """Without an account with the operator: only what a source says."""
    if "account" in _values(view.way.not_needed):
        return "yes"
    return "no" if "account" in _values(view.way.needs) else "unknown"


SITUATIONS: tuple[tuple[str, Callable[[WayView], str]], ...] = (
    ("outside", outside),
    ("card", without_card),
    ("internet", without_internet),
    ("account", without_account),
)


def view_suits(ways: list[WayView]) -> list[Suits]:
    """The four situations, each with the ways that are not over."""
    return [Suits(name, _by_answer(ways, answer)) for name, answer in SITUATIONS]


def _by_answer(ways: list[WayView], answer: Callable[[WayView], str]) -> dict[str, list[WayView]]:
    sorted_ways: dict[str, list[WayView]] = {"yes": [], "there": [], "no": [], "unknown": []}
    for view in ways:
        sorted_ways[answer(view)].append(view)
    return {name: views for name, views in sorted_ways.items() if views}
