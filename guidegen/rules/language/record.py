"""The texts of one record, read once for all rules, with a first look at all of them together."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from re import Pattern

from guidegen.diagnostics import Path
from guidegen.rules import Subject, once
from guidegen.rules.language.firstlook import fold
from guidegen.rules.language.texts import LANGUAGES, Pair, Role, names_in, pairs


@dataclass(frozen=True, slots=True)
class Column:
    """The texts of one language as one string: folded, between line ends; `starts` tells where each begins."""

    joined: str
    starts: tuple[int, ...]

    def holding(self, look: Pattern[str]) -> set[int]:
        """Which of the texts a look finds something in; it never finds a line end alone."""
        return {bisect_right(self.starts, found.end() - 1) - 1 for found in look.finditer(self.joined)}


@once
def all_texts(subject: Subject) -> tuple[Pair, ...]:
    """Every text of the record that stands there in both languages."""
    return tuple(pairs(subject.document))


@once
def texts(subject: Subject) -> tuple[Pair, ...]:
    """Those that are no names: their words are ours."""
    return tuple(pair for pair in all_texts(subject) if pair.role is not Role.NAME)


@once
def own_names(subject: Subject) -> tuple[str, ...]:
    """The proper names of the record that stand in one of its texts, longest first."""
    held = "\n".join(text for pair in texts(subject) for text in (pair.en, pair.zh))
    return tuple(name for name in names_in(subject.document.data()) if name in held)


@once
def columns(subject: Subject) -> Mapping[str, Column]:
    """The texts that are no names, by language."""
    return {language: _column([getattr(pair, language) for pair in texts(subject)]) for language in LANGUAGES}


def _column(written: list[str]) -> Column:
    folded = [fold(text) for text in written]
    return Column("\n".join(("", *folded, "")), tuple(accumulate((len(text) + 1 for text in folded), initial=1)))


def suspects(subject: Subject, looks: Mapping[str, Pattern[str]]) -> Iterator[tuple[Pair, Path, str, str]]:
    """The texts that the look of their language points at: pair, path, language and text, in the order of the file."""
    found = [
        (index, language) for language, look in looks.items() for index in columns(subject)[language].holding(look)
    ]
    for index, language in sorted(found):
        pair = texts(subject)[index]
        yield pair, Path((*pair.where, language)), language, getattr(pair, language)
