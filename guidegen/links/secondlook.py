"""The second look: whether a word of the registries stands beside what a rule needs, or is only a word.

"The line", "my" and "save" are ordinary words of a guide; each rule that they
could be part of is tried on what stands near.
"""

from __future__ import annotations

from functools import cache

from guidegen.links.contacts import NUMBERS, platform_contacts
from guidegen.links.decode import HEXADECIMAL
from guidegen.links.fold import fold
from guidegen.links.invitations import INVITATIONS
from guidegen.links.offers import OFFERS
from guidegen.links.platforms import PLATFORMS, Platform
from guidegen.links.reading import Reading, as_written
from guidegen.links.rule import Rule
from guidegen.links.squeeze import squeeze

# No rule reaches further from one of its words.
NEAR = 120


def stirs(near: str, word: str) -> bool:
    """True where a rule that needs the word finds something in the text near it, even drawn apart.

    All other disguises have marks of their own, which the first look points at.
    """
    folded = fold(as_written(near))
    joined = squeeze(folded)
    return (
        bool(HEXADECIMAL.pattern.search(folded.text))
        or _finds(folded, word)
        or (joined is not folded and _finds(joined, word))
    )


def _finds(reading: Reading, word: str) -> bool:
    platforms, rules = _asking_for(word)
    return any(one.pattern.search(reading.text if one.cased else reading.lower) for one in rules) or any(
        True for platform in platforms for _ in platform_contacts(reading.lower, platform)
    )


@cache
def _asking_for(word: str) -> tuple[tuple[Platform, ...], tuple[Rule, ...]]:
    """The platforms and rules that need the word."""
    there = frozenset((word,))
    return (
        tuple(one for one in PLATFORMS if one.needs.met(there)),
        tuple(one for one in (*NUMBERS, *INVITATIONS, *OFFERS) if one.needs.met(there)),
    )
