"""G623: the two languages of a finished guide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from guidegen.diagnostics import Diagnostic, Span, fault
from guidegen.rules.lines import Line, lines_of
from guidegen.rules.parity.facts import Fact, Stated, differing
from guidegen.rules.parity.reading import ANY_FIGURE, stated, words_in

GUIDES_DIFFER = fault(
    "G623",
    "guides-differ",
    """
    Make both languages of the record, or both files in `templates/languages/`, state the same.

    Why: both readers get the same facts; this is checked on what they get, not on what was meant.
    Bad: a template whose English prints the fee and whose Chinese leaves it out.
    Good: the same codes, amounts, dates, durations and numbers, section by section.
    """,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """What only one language states in one section; `line` and `heading` are those of the Chinese page."""

    line: int
    heading: str
    only_english: tuple[Fact, ...]
    only_chinese: tuple[Fact, ...]

    @property
    def message(self) -> str:
        """Both sides in words."""
        sides = (("English", self.only_english), ("Chinese", self.only_chinese))
        told = [f"only in {name}: {', '.join(fact.words for fact in facts)}" for name, facts in sides if facts]
        return f"“{self.heading}”: {'; '.join(told)}"


def differences(en: str, zh: str, currency: str = "", format: str = "md") -> Iterator[Difference]:
    """Where an English and a Chinese guide, both in one format, state different figures.

    They are compared section by section; where they have other numbers of sections, as wholes.
    """
    english_parts, chinese_parts = (_sections(lines_of(page, format)) for page in (en, zh))
    if len(english_parts) != len(chinese_parts):
        english_parts, chinese_parts = [lines_of(en, format)], [lines_of(zh, format)]
    for one, other in zip(english_parts, chinese_parts, strict=True):
        only = differing(_stated(one, currency), _stated(other, currency))
        if only[0] or only[1]:
            line, heading = other[0] if other else (1, "")
            yield Difference(line, heading.strip("#=- "), tuple(only[0]), tuple(only[1]))


def _sections(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The parts of a page, each from its heading on."""
    starts = [index for index, (_, line) in enumerate(lines) if index == 0 or line.startswith(("#", "== ", "-- "))]
    return [lines[start:end] for start, end in zip(starts, (*starts[1:], len(lines)), strict=True)]


def _stated(lines: Sequence[Line], currency: str) -> Stated:
    """What a section states; no figure goes on over the end of a line."""
    facts = [fact for _, line in lines for fact in _on_line(line)]
    own = tuple(fact if fact.value[0] != " " else replace(fact, value=f"{currency}{fact.value}") for fact in facts)
    return Stated(own, lambda: tuple(word for _, line in lines for word in words_in(_unmarked(line))))


@lru_cache(maxsize=8192)
def _on_line(line: str) -> tuple[Fact, ...]:
    """The facts of one line, as most lines stand on many pages; an amount in the own currency begins with a blank."""
    if not ANY_FIGURE.search(line):
        return ()
    plain = _unmarked(line)
    parts = [plain] if "`" in plain or "{" in plain else _APART.split(plain)
    return tuple(fact for part in parts if ANY_FIGURE.search(part) for fact in _in_part(part))


# Marks that no figure goes on over, outside of codes.
_APART = re.compile("(?<=[.;:] )|(?<=[。；：（）“”()|])")


@lru_cache(maxsize=8192)
def _in_part(text: str) -> tuple[Fact, ...]:
    """The facts between two marks; dates and the like stand on nearly every page."""
    return stated(text).facts


# Marks of headings, strong and emphasis; and what only shop staff read, in their own language.
_MARKS = re.compile("^#+ |(?<!\\\\)\\*\\*|(?<![\\\\0-9#])\\*(?![0-9])|^> .*$", re.MULTILINE)
_SPAN = re.compile("(`[^`\n]*`)")
_ESCAPE = re.compile("\\\\(?=[^\\w\\s])")


def _unmarked(text: str) -> str:
    """Markdown without its marks; code spans stay."""
    parts = _SPAN.split(text) if "`" in text else [text]
    parts[::2] = (_ESCAPE.sub("", _MARKS.sub("", part)) for part in parts[::2])
    return "".join(parts)


def parity_findings(path: str, en: str, zh: str, currency: str = "", format: str = "md") -> Iterator[Diagnostic]:
    """The differences of two finished guides in one format, at the Chinese one."""
    for found in differences(en, zh, currency, format):
        yield GUIDES_DIFFER.at(path, Span(found.line, 1, found.line, 1), found.message, GUIDES_DIFFER.summary)
