"""The second look: whether a word of the registries stands beside what a rule needs, or is only a word.

"The line", "my" and "save" are ordinary words of a guide; each rule that they
could be part of is tried on what stands near.
"""

from __future__ import annotations

from functools import lru_cache

from guidegen.links.contacts import find_contacts
from guidegen.links.find import WordFinder
from guidegen.links.invitations import find_invitations
from guidegen.links.offers import find_offers
from guidegen.links.reading import as_written
from guidegen.links.ways import readings

SOLICITATIONS: tuple[WordFinder, ...] = (find_contacts, find_invitations, find_offers)
# No rule reaches further from one of its words.
NEAR = 120


@lru_cache(maxsize=4096)
def stirs(near: str, word: str) -> bool:
    """True where a rule that needs the word finds something in the text near it, however that is read.

    Fixed sentences repeat on every page, so the last answers are kept.
    """
    there = frozenset((word,))
    return any(
        True for reading in readings(as_written(near)) for finder in SOLICITATIONS for _ in finder(reading, there)
    )
