"""The words of a text that may say something. What was read once and says nothing is remembered and not read again.

A word is what stands between spaces and line breaks. Guides share nearly all of
theirs, so of a further page only few words are new; those are looked at together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guidegen.links.coded import coded
from guidegen.links.glance import Glance, glance
from guidegen.links.marks import marked_words
from guidegen.links.odd import disguises
from guidegen.links.reading import lowered
from guidegen.links.vocabulary import ADDRESS_WORDS, known_words, places

Span = tuple[int, int]

# Longer words are read whenever they come, so that the memory stays small whatever is read.
_LONGEST = 60
_MOST = 1 << 15
_FEW = 16
_WORD = re.compile(r"[^ \n]+")
_LETTERS = re.compile(r"[a-z]+")


class Telling(NamedTuple):
    """What a word may say: ``spots`` in it are read closely wherever it stands; ``odd`` letters only beside marks.

    A word with neither holds a word of the registries, or a part of one.
    """

    spots: tuple[Span, ...] = ()
    odd: bool = False


_quiet: set[str] = set()
_telling: dict[str, Telling] = {}


def forget_words() -> None:
    """Empties the memory; the answers stay the same."""
    _quiet.clear()
    _telling.clear()


def telling_words(text: str) -> dict[str, Telling]:
    """The distinct words of a text that may say something."""
    left = set(text.replace("\n", " ").split(" ")) - _quiet
    # Another thread may empty the memory meanwhile.
    found = {word: tells for word in left if (tells := _telling.get(word)) is not None}
    new = left - found.keys()
    if new:
        learnt = _read(new)
        found.update(learnt)
        _remember(new, learnt)
    return found


def _remember(new: set[str], learnt: dict[str, Telling]) -> None:
    if len(_quiet) + len(_telling) > _MOST:
        forget_words()
    short = [word for word in new if len(word) <= _LONGEST][:_MOST]
    _quiet.update(word for word in short if word not in learnt)
    _telling.update((word, learnt[word]) for word in short if word in learnt)


def _read(words: Iterable[str]) -> dict[str, Telling]:
    """What new words may say, each on a line of its own, for all looks see no further than a word."""
    text = "\n".join(("", *words, ""))
    seen = glance(text)
    told: dict[str, list[Span]] = {}
    for word, span in _in_words(text, _places_in_words(seen)):
        told.setdefault(word, []).append(span)
    odd = {word for word, _ in _in_words(text, disguises(seen))}
    known = {word for word, _ in _in_words(text, _known_places(seen))}
    return {word: Telling(_spots(word, told.get(word, ())), word in odd) for word in told.keys() | odd | known}


def _places_in_words(seen: Glance) -> Iterator[Span]:
    yield from marked_words(seen)
    for token in coded(seen):
        yield from places(seen.text, token)
    lower = lowered(seen.text)
    for word in ADDRESS_WORDS & seen.words:
        yield from places(lower, word)


def _known_places(seen: Glance) -> Iterator[Span]:
    lower = lowered(seen.text)
    known = known_words(seen)
    if not known.isdisjoint(seen.words):
        for match in _LETTERS.finditer(lower):
            if match.group() in known:
                yield match.span()
    for word in known - seen.words:
        # A phrase is met word by word: its parts are known too.
        if " " not in word:
            yield from places(lower, word)


def _in_words(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, Span]]:
    """Each span with the word that holds it, and its place in the word."""
    low, high, word = 0, 0, ""
    for start, end in spans:
        if not low <= start < high:
            low, high = text.rfind("\n", 0, start) + 1, text.find("\n", start)
            word = text[low:high]
        yield word, (start - low, end - low)


def _spots(word: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Short words are read as a whole."""
    each = tuple(spans)
    return ((0, len(word)),) if each and len(word) <= _LONGEST else each


def places_of(text: str, words: dict[str, Telling]) -> Iterator[tuple[int, int, Telling]]:
    """Where the words stand in the text, and what each may say."""
    if len(words) > _FEW:
        for match in _WORD.finditer(text):
            if match.group() in words:
                yield *match.span(), words[match.group()]
        return
    for word, tells in words.items():
        at = text.find(word)
        while at >= 0:
            yield at, at + len(word), tells
            at = text.find(word, at + len(word))
