"""Odd characters: which of them are a disguise, and which only spell a name in another language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from guidegen.links.coded import coded
from guidegen.links.domains import HAN
from guidegen.links.fold import TRADITIONAL, fold, fold_char
from guidegen.links.glance import Glance, glance
from guidegen.links.marks import marked_words
from guidegen.links.reading import as_written
from guidegen.links.squeeze import SPELLED
from guidegen.links.tlds import top_level_domains
from guidegen.links.vocabulary import known_words

Span = tuple[int, int]

# Ordinary guides are written in these characters; every other one is looked at.
_ODD = re.compile(
    rf"[^\n -~{HAN}，。；！？、：（）《》【】「」『』“”‘’…–—€£¥·\u00a0\u202f×°•→✓]+|[{''.join(TRADITIONAL)}]"
)
_CONTROLS = frozenset(range(32)) - {10} | {127}
# As much of a word as a name of the registries is long.
_BEFORE, _AFTER = re.compile(r"[^\W_]{0,12}\Z"), re.compile(r"[^\W_]{0,12}")
# Marks of an address beside a label of it; behind a full stop or a colon a sentence may go on.
_BEFORE_LABEL = frozenset("@:/\\[]{}<>&%+=_#*.：。点丶")
_BEFORE_TOP = re.compile(r"[.。·•→、，,|点]\s{0,3}\Z")
_LATIN = re.compile(r"[a-z]+")
# Two letters or digits, or a number, right behind a sign: it parts no single characters and joins nothing.
_BEHIND_SIGN = re.compile(r"[A-Za-z0-9]{2}|\d[.,]\d")
_AFTER_LABEL = re.compile(r"[@/\\\[\]{}<>&%+=_#*点丶]|[.:。：](?!\s|\Z)")


def odd(text: str, start: int, end: int) -> Iterator[Span]:
    """The places of odd characters within the stretch that may be read as something else than what they look like."""
    for match in _ODD.finditer(text, start, end):
        if not _is_name(text, *match.span()):
            yield match.span()


def disguises(seen: Glance) -> Iterator[Span]:
    """The places of all odd characters, where any of them can be a disguise."""
    held = _odd_chars(seen)
    if (held and not all(map(_stays, held))) or _CONTROLS & seen.marks:
        for match in _ODD.finditer(seen.text):
            if not all(map(_stays, match.group())):
                yield match.span()


# Characters that were asked for and are ordinary.
_ordinary: set[str] = set()


def _odd_chars(seen: Glance) -> str:
    """The characters that ordinary guides do not use, controls left aside."""
    new = "".join(seen.foreign - _ordinary)
    held = "".join(_ODD.findall(new))
    _ordinary.update(set(new).difference(held))
    return held


@cache
def _stays(char: str) -> bool:
    """True for a letter that looks like no other: Arabic or Georgian."""
    return char.isalpha() and fold_char(char)[0] == char


_LONGEST_SIGN = 2


@lru_cache(maxsize=1024)
def _is_sign(run: str) -> bool:
    """True for signs of money that look like no other and that no rule names, such as ₹, and for ¿."""
    return (
        all(unicodedata.category(char) == "Sc" or char in "¿¡" for char in run)
        and all(fold_char(char)[0] == char for char in run)
        and not known_words(glance(run))
    )


@cache
def _spells(char: str) -> bool:
    """True for a letter, or a mark that is written on one."""
    return char.isalnum() or unicodedata.category(char) in ("Mn", "Mc")


def _is_name(text: str, start: int, end: int) -> bool:
    """True for letters that make no known word, not even with their accents off, and no part of an address."""
    if end - start <= _LONGEST_SIGN and _is_sign(text[start:end]) and _BEHIND_SIGN.match(text, end):
        return True
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
        or (
            text[low].islower() and bool(_BEFORE_TOP.search(text, max(0, low - 3), low)) and _may_be_top(text[low:high])
        )
        or bool(_AFTER_LABEL.match(text, high))
    )


@lru_cache(maxsize=4096)
def _may_be_top(word: str) -> bool:
    """True for a word that can be read as a top-level domain, as written or with its accents off."""
    tops = top_level_domains()
    for one in (word, fold(as_written(word)).text):
        latin = _LATIN.match(one)
        if latin[0] in tops if latin else any(one[:size] in tops for size in range(1, 9)):
            return True
    return False


@lru_cache(maxsize=4096)
def _says_nothing(word: str) -> bool:
    seen = glance(fold(as_written(word)).text)
    telling = chain(known_words(seen), coded(seen), marked_words(seen), SPELLED.findall(seen.text))
    return len(word) > 1 and not any(True for _ in telling)
