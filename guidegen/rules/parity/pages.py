"""G623: the two languages of a finished guide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidegen.diagnostics import Diagnostic, Span, fault
from guidegen.rules.parity.facts import Fact, differing
from guidegen.rules.parity.reading import stated

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


def differences(en: str, zh: str, currency: str = "") -> Iterator[Difference]:
    """Where an English and a Chinese guide, both in Markdown or both in plain text, state different figures.

    They are compared section by section; where they have other numbers of sections, as wholes.
    """
    english_parts, chinese_parts = list(_sections(en)), list(_sections(zh))
    if len(english_parts) != len(chinese_parts):
        english_parts, chinese_parts = [(1, en)], [(1, zh)]
    for (_, one), (line, other) in zip(english_parts, chinese_parts, strict=True):
        only = differing(stated(_unmarked(one), currency), stated(_unmarked(other), currency))
        if only[0] or only[1]:
            yield Difference(line, other.partition("\n")[0].strip("#=- "), tuple(only[0]), tuple(only[1]))


def _sections(page: str) -> Iterator[tuple[int, str]]:
    """The parts of a page, each with the line of its heading."""
    lines = page.split("\n")
    starts = [number for number, line in enumerate(lines) if number == 0 or line.startswith(("#", "== ", "-- "))]
    for start, end in zip(starts, (*starts[1:], len(lines)), strict=True):
        yield start + 1, "\n".join(lines[start:end])


# Marks of headings, strong and emphasis; and what only shop staff read, in their own language.
_MARKS = re.compile("^#+ |(?<!\\\\)\\*\\*|(?<![\\\\0-9#])\\*(?![0-9])|^> .*$", re.MULTILINE)
_ESCAPE = re.compile("\\\\(?=[^\\w\\s])")


def _unmarked(text: str) -> str:
    """Markdown without its marks; code spans stay."""
    parts = re.split("(`[^`\n]*`)", text)
    return "".join(part if index % 2 else _ESCAPE.sub("", _MARKS.sub("", part)) for index, part in enumerate(parts))


def parity_findings(path: str, en: str, zh: str, currency: str = "") -> Iterator[Diagnostic]:
    """The differences of two finished guides, at the Chinese one."""
    for found in differences(en, zh, currency):
        yield GUIDES_DIFFER.at(path, Span(found.line, 1, found.line, 1), found.message, GUIDES_DIFFER.summary)
