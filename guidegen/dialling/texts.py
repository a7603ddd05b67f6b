"""The check of a text message: its words, what the reader fills in, and the number it goes to.

The words stand exactly as in the source, in any script (TS 23.038): most of what a code may not hold is fine.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from guidegen.dialling.characters import character_problems
from guidegen.dialling.codes import credit_problems, digit_run_problems, settle
from guidegen.dialling.kinds import problem
from guidegen.dialling.numbers import check_number
from guidegen.dialling.placeholders import placeholders, slot_problems
from guidegen.dialling.problems import Problem, Purpose

ONE_MESSAGE = 160
"""Characters of one text message, TS 23.038 clause 6.1.2.1."""

LONGEST = 1000
"""Beyond this nobody types it; nothing else is looked at."""

_SPACES = re.compile(r"^ +| +$|  +")
_KEPT = frozenset({"look-alike-key", "other-digit", "invisible"})


def check_sms(
    text: str,
    number: str,
    country: str,
    *,
    purpose: Purpose = Purpose.TOP_UP,
    voucher_digits: Collection[int] = (),
    stated_price: bool = False,
    allowed: Mapping[str, str] = {},
) -> tuple[Problem, ...]:
    """Everything wrong with a text and its number; `Problem.part` says which of the two strings is meant.

    `allowed` holds exact texts and exact numbers. A number can hold a placeholder (`2{recipient}`).
    """
    names = (*placeholders(text), *placeholders(number))
    return (
        *settle(_text_problems(text, names, purpose, voucher_digits), text, allowed),
        *check_number(number, country, stated_price=stated_price, allowed=allowed),
    )


def _text_problems(
    text: str, names: tuple[str, ...], purpose: Purpose, voucher_digits: Collection[int]
) -> Iterator[Problem]:
    whole = (0, len(text))
    if not text.strip():
        yield problem("empty", whole, "there is no text", part="text")
    elif len(text) > LONGEST:
        yield problem("too-long", whole, f"{len(text)} characters for one text", part="text")
    else:
        if len(text) > ONE_MESSAGE:
            yield problem("long-text", whole, f"{len(text)} characters are more than one text", part="text")
        yield from (one for one in character_problems(text, "text") if one.kind in _KEPT)
        yield from slot_problems(text, voucher_digits, "text")
        yield from digit_run_problems(text, voucher_digits, "text")
        yield from credit_problems(names, whole, purpose, "text")
        yield from _space_problems(text)


def _space_problems(text: str) -> Iterator[Problem]:
    for spaces in _SPACES.finditer(text):
        where = "inside" if spaces.start() > 0 and spaces.end() < len(text) else "at an end"
        noun = "space" if len(spaces[0]) == 1 else "spaces"
        yield problem("text-spaces", spaces.span(), f"{len(spaces[0])} {noun} {where}", part="text")
