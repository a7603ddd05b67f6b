"""The second look: whether a word of the registries stands beside what a rule needs, or is only a word.

"The line", "my" and "save" are ordinary words of a guide; each rule that they
could be part of is tried on what stands near.
"""

from __future__ import annotations

from functools import lru_cache

from guidegen.links.contacts import find_contacts
from guidegen.links.decode import HEXADECIMAL
from guidegen.links.find import WordFinder
from guidegen.links.fold import fold
from guidegen.links.invitations import find_invitations
from guidegen.links.offers import find_offers
from guidegen.links.reading import as_written
from guidegen.links.squeeze import may_run

SOLICITATIONS: tuple[WordFinder, ...] = (find_contacts, find_invitations, find_offers)
# No rule reaches further from one of its words.
NEAR = 120


@lru_cache(maxsize=4096)
def stirs(near: str, word: str) -> bool:
    """True where a rule that needs the word finds something in the text near it, or the text is drawn apart.

    Fixed sentences repeat on every page, so the last answers are kept.
    """
    reading = fold(as_written(near))
    if may_run(reading.text) or HEXADECIMAL.pattern.search(reading.text):
        return True
    there = frozenset((word,))
    return any(True for finder in SOLICITATIONS for _ in finder(reading, there))
