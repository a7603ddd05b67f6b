"""The check of a number to call or text: short numbers, star numbers, and full numbers after ITU-T E.164."""

import re
from collections.abc import Iterator, Mapping

from guidegen.dialling.characters import character_problems, fold
from guidegen.dialling.codes import settle, stand_in_problems
from guidegen.dialling.kinds import problem
from guidegen.dialling.numbering import (
    emergency,
    full_number_problems,
    invented,
    north_american,
    price_problems,
)
from guidegen.dialling.placeholders import SLOT, slot_problems
from guidegen.dialling.problems import Problem

LONGEST = 40
"""Far above the 15 digits of E.164 with spaces and a placeholder; what is longer is prose."""

# Vertical service codes of the North American plan: a star and two digits, whatever the operator.
VERTICAL_SERVICES: dict[str, str] = {
    **dict.fromkeys(("68", "71", "72", "73", "74", "75", "90", "91", "92", "93"), "changes where calls go"),
    **dict.fromkeys(("31", "65", "67", "82"), "changes who sees your number"),
    **dict.fromkeys(("60", "61", "62", "63", "64", "77"), "changes which calls arrive"),
    **dict.fromkeys(("80", "83", "84", "87"), "changes which calls arrive"),
    **dict.fromkeys(("43", "66", "69", "70"), "changes call waiting or calls back"),
}
# With digits behind it the star code acts on that number: `*72` and a phone number diverts calls there.
_VERTICAL = re.compile(r"\*([0-9]{2})(?:[0-9]{7,})?")

_PUNCTUATION = re.compile(r"[-.()/\u2010-\u2015]+")
_NUMBER = re.compile(r"\+?[0-9]+")


def check_number(
    number: str,
    country: str,
    *,
    stated_price: bool = False,
    allowed: Mapping[str, str] = {},
) -> tuple[Problem, ...]:
    """Everything wrong with a number that readers in `country` (ISO 3166-1, two letters) are told to call.

    With country `ZZ`, or one the metadata do not know, only the syntax is looked at. Unknown short numbers
    pass: operators' own numbers are in no metadata. `stated_price`: the guide prints what the call costs.
    """
    whole = (0, len(number))
    dialled = SLOT.sub("", _PUNCTUATION.sub("", fold(number[: LONGEST + 1]).text))
    if not dialled and not SLOT.search(number):
        return (problem("empty", whole, "there is no number", part="number"),)
    if len(number) > LONGEST:
        return (problem("too-long", whole, f"{len(number)} characters for one number", part="number"),)
    found = [
        *character_problems(number, "number", legal=" -.()/+\u2010\u2011\u2012\u2013\u2014\u2015"),
        *slot_problems(number, (), "number"),
        *_punctuation(number),
        *stand_in_problems(number, (), "number"),
        *_dialled_problems(dialled, whole, country, stated_price, has_slot=bool(SLOT.search(number))),
    ]
    return settle(found, number, allowed)


def _punctuation(number: str) -> Iterator[Problem]:
    for mark in _PUNCTUATION.finditer(number):
        yield problem("number-punctuation", mark.span(), f'"{mark[0]}" between digits; use spaces only', part="number")


def _dialled_problems(
    dialled: str, whole: tuple[int, int], country: str, stated_price: bool, *, has_slot: bool
) -> Iterator[Problem]:
    if re.search(r".[*#]", dialled):
        message = f'"{dialled}" is a code to dial, not a number to call'
        yield problem("is-a-code", whole, message, part="number")
    elif dialled[:1] in ("*", "#") and "+" not in dialled:
        yield from _star_number(dialled, whole, country)
    elif _NUMBER.fullmatch(dialled) and not has_slot:
        yield from _plain_number(dialled, whole, country, stated_price)
    elif "+" in dialled[1:] or dialled == "+":
        yield problem("wrong-character", whole, '"+" stands only before a country code', part="number")


def _star_number(dialled: str, whole: tuple[int, int], country: str) -> Iterator[Problem]:
    """`*611` is a call to a service of the operator; `*72` belongs to the numbering plan."""
    vertical = _VERTICAL.fullmatch(dialled) if north_american(country) else None
    deed = VERTICAL_SERVICES.get(vertical[1]) if vertical else None
    if deed:
        yield problem("vertical-service", whole, f'"{dialled}" {deed}; it reaches nobody', part="number")
    if len(dialled) == 1:
        yield problem("empty", whole, f'no digits after "{dialled}"', part="number")


def _plain_number(dialled: str, whole: tuple[int, int], country: str, stated_price: bool) -> Iterator[Problem]:
    if emergency(dialled, country):
        yield problem("emergency-number", whole, f'"{dialled}" calls the emergency services', part="number")
    elif invented(dialled, country):
        yield problem("example-number", whole, f'"{dialled}" is an invented number', part="number")
    else:
        yield from full_number_problems(dialled, whole, country)
        if not stated_price:
            yield from price_problems(dialled, whole, country)
