"""The second look: whether a word of the registries stands beside what a rule needs, or is only a word.

"The line", "my" and "save" are ordinary words of a guide; each rule that they
could be part of is tried on what stands as near as that rule can reach.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from guidegen.links.contacts import ADD_HAN, ADD_LATIN, JOIN, JOINED, NUMBERS, platform_contacts
from guidegen.links.decode import HEXADECIMAL
from guidegen.links.fold import fold
from guidegen.links.invitations import INVITATIONS
from guidegen.links.offers import OFFERS
from guidegen.links.platforms import PLATFORMS, Platform
from guidegen.links.reach import reach
from guidegen.links.reading import Reading, as_written
from guidegen.links.rule import Rule
from guidegen.links.squeeze import squeeze

# No rule is tried further from one of its words.
NEAR = 120
# Marks of stress make the way longer.
_SLACK = 10
# As far as a platform's name goes on behind a word of it or begins before, and as long as an account must be seen.
_NAME_BEFORE, _NAME_BEHIND, _ACCOUNT = 12, 24, 48
# Behind the last word of an invitation; no line break stands within one, but one may stand here.
_PREPOSITION = 12
_REMEMBERED = 400
_HEXADECIMAL = frozenset("abcdefx")


class _Asking(NamedTuple):
    """The platforms and rules that need a word, and how far from it the rules can reach."""

    platforms: tuple[Platform, ...]
    rules: tuple[Rule, ...]
    reach: int


def near(text: str, lower: str, start: int, end: int, word: str) -> str:
    """As much of a text around the places of a word as the rules that need it can reach; ``lower`` in lower case."""
    asking = _asking_for(word)
    low, high = start - asking.reach, end + asking.reach
    if asking.platforms:
        low, high = min(low, _invited_from(text, start)), max(high, _account_until(lower, end))
    return text[max(0, low) : high]


def _invited_from(text: str, start: int) -> int:
    """Where an invitation could begin whose last word stands before a platform's name."""
    low = max(0, start - ADD_LATIN - _NAME_BEFORE)
    before = text[low:start]
    last = min(len(before.rstrip()) - _PREPOSITION, len(before) - ADD_HAN - _NAME_BEFORE)
    return low + before.rfind("\n", 0, max(0, last)) + 1


def _account_until(lower: str, end: int) -> int:
    """Where an account behind a platform's name would have ended."""
    joined = JOIN.match(lower, end, end + JOINED + _NAME_BEHIND)
    return max(joined.end() if joined else end, end + _NAME_BEHIND) + _ACCOUNT


def stirs(near: str, word: str) -> bool:
    """True where a rule that needs the word finds something in the text near it, even drawn apart.

    All other disguises have marks of their own, which the first look points at.
    """
    return (_stirs_once if len(near) <= _REMEMBERED else _stirs)(near, word)


def _stirs(near: str, word: str) -> bool:
    folded = fold(as_written(near))
    joined = squeeze(folded)
    return (
        (_HEXADECIMAL.issuperset(word) and bool(HEXADECIMAL.pattern.search(folded.text)))
        or _finds(folded, word)
        or (joined is not folded and _finds(joined, word))
    )


# Guides say the same of every way; the same words near a word give the same answer.
_stirs_once = lru_cache(maxsize=4096)(_stirs)


def _finds(reading: Reading, word: str) -> bool:
    asking = _asking_for(word)
    return any(one.pattern.search(reading.text if one.cased else reading.lower) for one in asking.rules) or any(
        True for platform in asking.platforms for _ in platform_contacts(reading.lower, platform)
    )


@cache
def _asking_for(word: str) -> _Asking:
    there = frozenset((word,))
    rules = tuple(one for one in (*NUMBERS, *INVITATIONS, *OFFERS) if one.needs.met(there))
    far = max((reach(one.pattern) + _SLACK for one in rules), default=_SLACK)
    return _Asking(
        tuple(one for one in PLATFORMS if one.needs.met(there)),
        rules,
        NEAR if _HEXADECIMAL.issuperset(word) else min(far, NEAR),
    )
