"""The words and phrases of all registries, and which of them a text holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise

from guidegen.links.contacts import NUMBERS
from guidegen.links.domains import HAN
from guidegen.links.glance import Glance
from guidegen.links.invitations import INVITATIONS
from guidegen.links.late import compiled
from guidegen.links.offers import OFFERS
from guidegen.links.platforms import PLATFORMS
from guidegen.links.rule import WORD, Needs
from guidegen.links.squeeze import LEET_NAMES, STRESSES
from guidegen.links.tlds import top_level_domains

ADDRESS_WORDS = frozenset((
    "http", "https", "hxxp", "hxxps", "htp", "htps", "ttp", "ttps", "www", "wap", "dot", "punkt",
    "slash", "xn", "mailto", "callto", "facetime", "smsto", "mmsto", "sip", "geo",
))  # fmt: skip
_NEEDS: tuple[Needs, ...] = (
    *(platform.needs for platform in PLATFORMS),
    *(rule.needs for rule in (*NUMBERS, *INVITATIONS, *OFFERS)),
)
_WORDS = frozenset[str]().union(*(needs.words for needs in _NEEDS))
_STRINGS = frozenset[str]().union(*(needs.strings for needs in _NEEDS))

# Strings of one character; phrases that begin in Latin letters; all others by their first two characters.
_CHARS = frozenset(string for string in _STRINGS if len(string) == 1)
_MARKS = {ord(char): char for char in _CHARS if char.isascii()}
_LATIN = tuple(sorted(string for string in _STRINGS - _CHARS if WORD.match(string)))
_PAIRED = tuple(sorted(_STRINGS - _CHARS - frozenset(_LATIN)))


def _by(keys: Iterator[str], strings: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    keyed: dict[str, list[str]] = defaultdict(list)
    for key, string in zip(keys, strings, strict=True):
        keyed[key].append(string)
    return {key: tuple(each) for key, each in keyed.items()}


_BY_WORD = _by((WORD.findall(string)[0] for string in _LATIN), _LATIN)
_PARTS = {string: frozenset(WORD.findall(string)) for string in _LATIN}
# The registries' words and the words of addresses, whole or as a part of a phrase.
_ANY_WORDS = (_WORDS | ADDRESS_WORDS).union(*_PARTS.values())
_FIRST_WORDS = frozenset(_BY_WORD)
_BY_PAIR = _by((string[:2] for string in _PAIRED), _PAIRED)
_FIRST, _SECOND = (frozenset(pair[i] for pair in _BY_PAIR) for i in (0, 1))
_PAIRS = re.compile(f"([{''.join(sorted(_FIRST))}])(?=([{''.join(sorted(_SECOND))}]))")
_FOREIGN = {string: frozenset(char for char in string if not char.isascii()) for string in _STRINGS}
# A gap between two Chinese characters matters where both stand together in a word of the registries or of an address.
_APART = tuple(re.compile(rf"{gap}(?<=[{HAN}]{gap}) {{0,2}}([{HAN}])") for gap in (" ", "\n"))
_SPELLED_MARKS = ("艾特", "爱特", "小老鼠", "句号", "圆点", "小数点", "斜杠")
# Platforms named inside a longer word.
_NAMES = re.compile("|".join(LEET_NAMES))


def needs_met(seen: Glance, *, whole: str = "") -> frozenset[str]:
    """Every word and phrase of the registries that stands in the text.

    ``whole``: the text that phrases stand in, in lower case and without marks of stress, where only its telling words
    are seen.
    """
    met = seen.words & _WORDS
    if not seen.words.isdisjoint(_FIRST_WORDS):
        met = met.union(_phrases(seen, whole))
    if seen.foreign:
        met = met.union(seen.foreign & _CHARS, _pairs(seen))
    if not seen.marks.isdisjoint(_MARKS):
        met = met.union(_MARKS[code] for code in _MARKS.keys() & seen.marks)
    names = _NAMES.findall(" ".join(seen.words))
    return met.union(names) if names else met


def known_words(seen: Glance) -> frozenset[str]:
    """The words and phrases of the registries that stand in the text, also the parts of a phrase."""
    return (seen.words & _ANY_WORDS) | needs_met(seen)


def _phrases(seen: Glance, whole: str) -> Iterator[str]:
    for key in seen.words & _FIRST_WORDS:
        for phrase in _BY_WORD[key]:
            if (
                _PARTS[phrase] <= seen.words
                and _FOREIGN[phrase] <= seen.foreign
                and (phrase in whole if whole else phrase.encode() in seen.lower)
            ):
                yield phrase


def _pairs(seen: Glance) -> Iterator[str]:
    """Strings that begin with a foreign character, by the pairs of characters that stand in the text."""
    if not seen.foreign.isdisjoint(_FIRST):
        for first, second in set(_PAIRS.findall(seen.text.lower())):
            for string in _BY_PAIR.get(first + second, ()):
                if len(string) == 2 or (_FOREIGN[string] <= seen.foreign and string.encode() in seen.lower):
                    yield string


@cache
def _joints() -> frozenset[str]:
    words = (*_STRINGS, *_SPELLED_MARKS, *(top for top in top_level_domains() if not top.isascii()))
    return frozenset(map("".join, chain.from_iterable(map(pairwise, words))))


def apart(text: str) -> Iterator[tuple[int, int]]:
    """The gaps inside Chinese words of the registries and of addresses."""
    for match in chain.from_iterable(gap.finditer(text) for gap in _APART):
        if text[match.start() - 1] + match[1] in _joints():
            yield match.span()


def places(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where a word, phrase or token stands in a text in lower case and is one, in order."""
    if " " in wanted and any(mark in text for mark in STRESSES):
        return (match.span() for match in compiled(_with_stress(wanted)).finditer(text))
    return _as_written(text, wanted)


def _as_written(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted)
    while at >= 0:
        if _stands_alone(text, at, wanted):
            yield at, at + len(wanted)
        at = text.find(wanted, at + len(wanted))


@cache
def _with_stress(phrase: str) -> str:
    """A phrase with marks of stress around its words."""
    return rf"[{STRESSES}]{{0,3}} [{STRESSES}]{{0,3}}".join(map(re.escape, phrase.split(" ")))


def without_stress(text: str) -> str:
    """A text without all marks of stress, wherever they stand: phrases go on over them."""
    for mark in STRESSES:
        text = text.replace(mark, "")
    return text


def _stands_alone(text: str, at: int, wanted: str) -> bool:
    """False for a Latin word inside another one, but for the long names."""
    if not (wanted.isalpha() and wanted.isascii()) or wanted in LEET_NAMES:
        return True
    around = text[max(0, at - 1) : at] + text[at + len(wanted) : at + len(wanted) + 1]
    return not any(char.isascii() and char.isalpha() for char in around)
