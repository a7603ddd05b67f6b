"""The first look: a cheap search for places where anything at all could be found.

It is built from the same registries as the finders, so no rule can be left out
of it. What it does not point at is never read again; a clean page costs little
more than this look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guidegen.links.coded import coded
from guidegen.links.glance import Glance, glance
from guidegen.links.marks import marked
from guidegen.links.odd import has_symbols, odd
from guidegen.links.reading import lowered
from guidegen.links.secondlook import NEAR, stirs
from guidegen.links.squeeze import LEET_NAMES
from guidegen.links.vocabulary import ADDRESS_WORDS, known_words, needs_met

Span = tuple[int, int]

# Around each spot this much is read again: a sentence of context to both sides.
MARGIN = 220
_OBJECTS = frozenset(("me", "us"))
_WORD_END = re.compile(r"\S{0,2000}")


def first_look(text: str) -> list[Span]:
    """The stretches of the text that must be read closely, in order and apart; empty for a clean text."""
    return stretches(glance(text))


def stretches(seen: Glance) -> list[Span]:
    """The first look at a text already glanced at."""
    return _windows(seen.text, sorted(_spots(seen)))


def may_hold_addresses(seen: Glance) -> bool:
    """True where the marks, letters or words of a reading allow an address or mark-up in it."""
    return (
        any(True for _ in marked(seen))
        or not ADDRESS_WORDS.isdisjoint(seen.words)
        or any(True for _ in coded(seen))
        or has_symbols(seen)
        or b"h" in seen.tokens
        or b"H" in seen.tokens
    )


def says_more(text: str, *, than: Glance) -> bool:
    """True where the text holds a mark, a code or a word that may matter, and that the other text does not hold."""
    seen = glance(text)
    return any(True for _ in (*odd(seen), *marked(seen), *coded(seen))) or bool(known_words(seen) - known_words(than))


def _spots(seen: Glance) -> Iterator[Span]:
    for start, end in (*odd(seen), *marked(seen)):
        # Only both ends of a long run of one mark, in whose middle no address can be.
        yield from ((start, end),) if end - start < MARGIN else ((start, start + 1), (end - 1, end))
    for token in coded(seen):
        yield from _places(seen.text, token)
    for word in ADDRESS_WORDS & seen.words:
        yield from _places(lowered(seen.text), word)
    needs = needs_met(seen)
    if needs:
        yield from _solicitations(seen.text, needs)


def _solicitations(text: str, needs: frozenset[str]) -> Iterator[Span]:
    """Where a word of the registries has something beside it that a rule takes for an invitation or an account."""
    # Signs such as ¥ are no words: marks point at them where they matter.
    words = [word for word in needs if len(word) > 1 or word.isalnum()]
    lower = lowered(text) if words else ""
    for word in words:
        for start, end in _clusters(_places(lower, word)):
            if stirs(text[max(0, start - NEAR) : end + NEAR], word):
                yield start, end


def _clusters(places: Iterable[Span]) -> Iterator[Span]:
    """Places so near to each other that they are looked at together."""
    start = end = -1
    for low, high in places:
        if start >= 0 and low - end > NEAR:
            yield start, end
            start = low
        start, end = (start if start >= 0 else low), high
    if start >= 0:
        yield start, end


def _after_word(text: str, start: int) -> bool:
    """True behind a word and a space: a verb stands before "us", but none before US$10."""
    return start > 1 and text[start - 1].isspace() and not text[start - 2].isspace() and text[start - 2] not in ":,"


def _places(text: str, wanted: str) -> Iterator[Span]:
    """Where a word, phrase or token stands and is one."""
    at = text.find(wanted)
    while at >= 0:
        if _stands_alone(text, at, wanted):
            yield at, at + len(wanted)
        at = text.find(wanted, at + len(wanted))


def _stands_alone(text: str, at: int, wanted: str) -> bool:
    """False for a Latin word inside another one, but for the long names, and for "me" and "us" without a verb."""
    if not (wanted.isalpha() and wanted.isascii()) or wanted in LEET_NAMES:
        return True
    return not _touches_letter(text, at, at + len(wanted)) and (wanted not in _OBJECTS or _after_word(text, at))


def _touches_letter(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(char.isascii() and char.isalpha() for char in around)


def _windows(text: str, spots: list[Span]) -> list[Span]:
    """The spots with their margins, widened to whole words and merged."""
    windows: list[Span] = []
    for start, end in spots:
        low = max(0, start - MARGIN)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(windows[-1][1], end + MARGIN))
        else:
            windows.append((low, end + MARGIN))
    return [(_word_start(text, low), min(len(text), _word_end(text, high))) for low, high in windows]


def _word_start(text: str, low: int) -> int:
    cut = max(text.rfind(" ", max(0, low - 80), low), text.rfind("\n", max(0, low - 80), low))
    return cut + 1 if cut >= 0 else low


def _word_end(text: str, high: int) -> int:
    tail = _WORD_END.match(text, high)
    return tail.end() if tail else high
