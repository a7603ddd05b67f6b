"""Words, characters, sentences and reading grade of a text, counted as `language.md` §6 counts them.

Names, codes, numbers and quoted labels are taken out first: they are as long as their owners made them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidegen.rules.language.syllables import syllables
from guidegen.rules.language.texts import CODE, HAN, HIDDEN, QUOTATION, hide, hide_names

WORD = re.compile("[A-Za-z][A-Za-zÀ-ÿ’'-]*")
# A capital inside a sentence makes a name; SIM and the like are words that every reader meets.
_CAPITAL = re.compile("(?<=[^.!?:;“\ufffc\\s(] )[A-Z][\\w’'&.+-]*(?<![.’'])")
_COMMON = re.compile("(?:e?SIMs?|Apps?|PINs?|PUK|Wi-Fi|ATM|ID|I)")
# As Flesch counted, a colon or a semicolon ends a sentence too; so does a bracket that opens a new one.
_ENGLISH_END = re.compile("[.!?:;]+(?=[\\s”)’*]|$)|\n| (?=\\([A-Z])")
_CHINESE_END = re.compile("[。！？；\n]")
_CHINESE_PAUSE = re.compile("[，、。：；！？（）“”《》…—\n,;:|*/·]")
_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text with its length by the counting rules."""

    start: int
    end: int
    length: int


def laid_open(text: str, language: str, names: tuple[str, ...] = ()) -> str:
    """The text with everything hidden that is not counted; same length, so that positions hold."""
    shown = hide_names(text, names)
    if _HIDES.search(shown):
        shown = hide(shown, CODE, QUOTATION)
    return shown if language == "zh" else _CAPITAL.sub(_hide_name, shown)


# Every code holds one of these, and every quotation begins with one.
_HIDES = re.compile('[*#`“「『《‘"]')


def _hide_name(match: re.Match[str]) -> str:
    return match[0] if _COMMON.fullmatch(match[0]) else HIDDEN * len(match[0])


def length(text: str, language: str) -> int:
    """The length of a text that is laid open: words in English; Han characters and common Latin words in Chinese."""
    if language == "en":
        return len(WORD.findall(text))
    return len(_HAN.findall(text)) + sum(bool(_COMMON.fullmatch(word)) for word in WORD.findall(text))


def sentences(text: str, language: str) -> Iterator[Stretch]:
    """The sentences of a text that is laid open."""
    yield from _cut(text, _ENGLISH_END if language == "en" else _CHINESE_END, language)


def breaths(text: str) -> Iterator[Stretch]:
    """What stands between two marks of a Chinese text."""
    yield from _cut(text, _CHINESE_PAUSE, "zh")


def _cut(text: str, end: re.Pattern[str], language: str) -> Iterator[Stretch]:
    start = 0
    for match in (*end.finditer(text), None):
        stop = match.start() if match else len(text)
        part = text[start:stop].lstrip()
        if part.strip(f"{HIDDEN} "):
            yield Stretch(stop - len(part), stop, length(part, language))
        start = match.end() if match else stop


@dataclass(slots=True)
class Tally:
    """Words, syllables and sentences of a prose, for its grade."""

    words: int = 0
    syllables: int = 0
    sentences: int = 0

    def add(self, text: str) -> None:
        """Count a text that is laid open."""
        for sentence in _ENGLISH_END.split(text):
            words = WORD.findall(sentence)
            self.sentences += bool(words)
            self.words += len(words)
            self.syllables += sum(syllables(word) for word in words)

    def join(self, other: "Tally") -> None:
        """Add what another one counted."""
        self.words += other.words
        self.syllables += other.syllables
        self.sentences += other.sentences

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade (Kincaid and others 1975); 0 where there is nothing to read."""
        if not self.words or not self.sentences:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
