"""The first look: a cheap search for places where anything at all could be found.

It is built from the same registries as the finders, so no rule can be left out
of it. What it does not point at is never read again; a clean page costs little
more than this look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guidegen.links.glance import Glance, glance
from guidegen.links.marks import over_gaps
from guidegen.links.odd import odd
from guidegen.links.reading import lowered
from guidegen.links.secondlook import near, stirs
from guidegen.links.squeeze import STRESSES
from guidegen.links.vocabulary import known_words, needs_met, places, without_stress
from guidegen.links.words import Telling, places_of, telling_words

Span = tuple[int, int]

# Around each spot this much is read again: a sentence of context to both sides.
MARGIN = 220
_TOGETHER = 40
_OBJECTS = frozenset(("me", "us"))
_WORD_END = re.compile(r"\S{0,2000}")


def first_look(text: str) -> list[Span]:
    """The stretches of the text that must be read closely, in order and apart; empty for a clean text."""
    return windows(text, sorted(spots(text)))


def says_more(text: str, *, than: str) -> bool:
    """True where the text holds a mark, a code or a word that may matter, and that the other text does not hold."""
    return any(True for _ in _places_seen(text, telling_words(text))) or bool(
        known_words(_telling(text)) - known_words(_telling(than))
    )


def _telling(text: str) -> Glance:
    """Only the words of a text that may say something."""
    return glance("\n".join(telling_words(text)))


def spots(text: str) -> Iterator[Span]:
    """The places that something could be found around, in no order."""
    words = telling_words(text)
    yield from _places_seen(text, words)
    if words:
        lower = lowered(text)
        yield from _solicitations(text, lower, needs_met(glance("\n".join(words)), whole=without_stress(lower)))


def _places_seen(text: str, words: dict[str, Telling]) -> Iterator[Span]:
    """Where a mark, a code, odd letters or a word of an address stand."""
    for low, high, tells in places_of(text, {word: tells for word, tells in words.items() if tells.spots or tells.odd}):
        for start, end in tells.spots:
            yield from _ends(low + start, low + end)
        for start, end in odd(text, low, high) if tells.odd else ():
            yield from _ends(start, end)
    yield from over_gaps(text)


def _ends(start: int, end: int) -> Iterator[Span]:
    """Only both ends of a long run of one mark, in whose middle no address can be."""
    yield from ((start, end),) if end - start < MARGIN else ((start, start + 1), (end - 1, end))


def _solicitations(text: str, lower: str, needs: frozenset[str]) -> Iterator[Span]:
    """Where a word of the registries has something beside it that a rule takes for an invitation or an account."""
    for word in needs:
        # Signs such as ¥ are no words: marks point at them where they matter.
        if len(word) > 1 or word.isalnum():
            for start, end in together(_asking(lower, word)):
                if stirs(near(text, lower, start, end, word), word):
                    yield start, end


def together(places: Iterable[Span]) -> Iterator[Span]:
    """Places in order, those that are so near to each other that they are looked at together made one."""
    start = end = -1
    for low, high in places:
        if start >= 0 and low - end > _TOGETHER:
            yield start, end
            start = low
        start, end = (start if start >= 0 else low), max(end, high)
    if start >= 0:
        yield start, end


def _asking(text: str, wanted: str) -> Iterator[Span]:
    """Where a word or phrase stands, but for "me" and "us" without a verb."""
    found = places(text, wanted)
    return (span for span in found if _after_word(text, span[0])) if wanted in _OBJECTS else found


def _after_word(text: str, start: int) -> bool:
    """True behind a word and a space: a verb stands before "us", but none before US$10."""
    before = text[max(0, start - 6) : start].rstrip(STRESSES)
    return before[-1:].isspace() and not before[-2:-1].isspace() and before[-2:-1] not in ("", ":", ",")


def windows(text: str, spots: Iterable[Span]) -> list[Span]:
    """The spots with their margins, widened to whole words and merged."""
    windows: list[Span] = []
    for start, end in spots:
        low = max(0, start - MARGIN)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(windows[-1][1], end + MARGIN))
        else:
            windows.append((low, end + MARGIN))
    return [_to_words(text, low, high) for low, high in windows]


def stretch(text: str, low: int, high: int) -> str:
    """A stretch of the text, widened to whole words."""
    low, high = _to_words(text, max(0, low), high)
    return text[low:high]


def _to_words(text: str, low: int, high: int) -> Span:
    return _word_start(text, low), min(len(text), _word_end(text, high))


def _word_start(text: str, low: int) -> int:
    cut = max(text.rfind(" ", max(0, low - 80), low), text.rfind("\n", max(0, low - 80), low))
    return cut + 1 if cut >= 0 else low


def _word_end(text: str, high: int) -> int:
    tail = _WORD_END.match(text, high)
    return tail.end() if tail else high
