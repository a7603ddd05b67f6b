"""Odd characters: which of them are a disguise, and which only spell a name in another language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from guidegen.links.coded import coded
from guidegen.links.domains import HAN
from guidegen.links.fold import TRADITIONAL, fold, fold_char
from guidegen.links.glance import Glance, glance
from guidegen.links.reading import as_written
from guidegen.links.vocabulary import known_words

Span = tuple[int, int]

# Ordinary guides are written in these characters; every other one is looked at.
_ODD = re.compile(rf"[^\n -~{HAN}，。；！？、：（）《》“”‘’…–—€£¥·\u00a0\u202f×°•→✓]+|[{''.join(TRADITIONAL)}]")
_CONTROLS = frozenset(range(32)) - {10} | {127}
# As much of a word as a name of the registries is long.
_BEFORE, _AFTER = re.compile(r"[^\W\d_]{0,12}\Z"), re.compile(r"[^\W\d_]{0,12}")
# Marks of an address beside a label of it; behind a full stop or a colon a sentence may go on.
_BEFORE_LABEL = frozenset("@:/\\[]{}<>&%+=_#*.：。点丶")
_BEFORE_TOP = re.compile(r"[.。·•→、，,|点]\s{0,3}\Z")
_AFTER_LABEL = re.compile(r"[@/\\\[\]{}<>&%+=_#*点丶]|[.:。：](?!\s|\Z)")


def odd(seen: Glance) -> Iterator[Span]:
    """The places of odd characters that may be read as something else than what they look like."""
    held = _odd_chars(seen)
    if (held and not all(map(_stays, held))) or _CONTROLS & seen.marks:
        for match in _ODD.finditer(seen.text):
            if not _is_name(seen.text, *match.span()):
                yield match.span()


def _odd_chars(seen: Glance) -> str:
    """The characters that ordinary guides do not use, controls left aside."""
    return "".join(_ODD.findall("".join(seen.foreign)))


def has_symbols(seen: Glance) -> bool:
    """True where one of the odd characters is neither a letter nor written on one: a picture, say."""
    return not all(map(_spells, _odd_chars(seen)))


@cache
def _stays(char: str) -> bool:
    """True for a letter that looks like no other: Arabic or Georgian."""
    return char.isalpha() and fold_char(char)[0] == char


@cache
def _spells(char: str) -> bool:
    """True for a letter, or a mark that is written on one."""
    return char.isalnum() or unicodedata.category(char) in ("Mn", "Mc")


def _is_name(text: str, start: int, end: int) -> bool:
    """True for letters that make no known word, not even with their accents off, and no part of an address."""
    if not text[start].isalpha() or not all(map(_spells, text[start:end])):
        return False
    before = _BEFORE.search(text, max(0, start - 12), start)
    after = _AFTER.match(text, end)
    assert before
    assert after
    low, high = before.start(), after.end()
    return not _is_beside_marks(text, low, high) and _says_nothing(text[low:high])


def _is_beside_marks(text: str, low: int, high: int) -> bool:
    """True where a word stands where a label or a registry of an address could stand."""
    return (
        text[low - 1 : low] in _BEFORE_LABEL
        or bool(_BEFORE_TOP.search(text, max(0, low - 3), low) and text[low].islower())
        or bool(_AFTER_LABEL.match(text, high))
    )


@lru_cache(maxsize=4096)
def _says_nothing(word: str) -> bool:
    seen = glance(fold(as_written(word)).text)
    return len(word) > 1 and not known_words(seen) and not any(True for _ in coded(seen))
