"""G610, G611: how long and how hard the sentences of a finished guide are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from guidegen.diagnostics import Diagnostic, Rule, Span, fault
from guidegen.rules.language.counting import Tally, laid_open
from guidegen.rules.language.length import EN_GRADE, TooLong, too_long_in
from guidegen.rules.language.texts import HIDDEN
from guidegen.rules.lines import lines_of

LONG_ON_PAGE = fault(
    "G610",
    "long-on-page",
    """
    Shorten the sentence, in the record or in the template that joins it.

    Why: a template can join short parts to a long sentence; the reader meets only the whole.
    Bad: a list of twelve things after “We do not know”.
    Good: the same list as bullets.
    """,
)
HARD_PAGE = fault(
    "G611",
    "hard-page",
    """
    Use shorter words and sentences in the notes of the record, or in the sentences of the templates.

    Why: the guide is for readers after at most nine years of school; beyond grade 8 nothing is published.
    Bad: “Registration of identification documentation is a prerequisite of activation.”
    Good: “You must register the SIM with ID.”
    """,
)
LEAST_WORDS = 100
"""Below this a grade says nothing (language.md §6)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: heading, step, item, table, prose or source; `line` is 1-based."""

    kind: str
    text: str
    line: int


@dataclass(slots=True)
class Measured:
    """What was measured on one page."""

    tally: Tally = field(default_factory=Tally)
    long: list[tuple[Block, TooLong]] = field(default_factory=list)

    @property
    def grade(self) -> float | None:
        """The grade of the prose without the steps; None where there is too little of it."""
        return self.tally.grade if self.tally.words >= LEAST_WORDS else None


_STEP = re.compile("[0-9]+\\. ")
_BOLD = re.compile("\\*\\*(?:[^*\n]|\\*(?!\\*))+\\*\\*[:：]?")
_ESCAPED = re.compile("\\\\([\\\\`*_{}\\[\\]()#+\\-.!|<>~&$])")


def blocks(page: str, format: str = "md") -> Iterator[Block]:
    """The parts of a guide; its last section holds the sources."""
    for number, line, among_sources in _lines(page, format):
        for kind, text in _parts(line, among_sources):
            yield Block(kind, text, number)


def _lines(page: str, format: str) -> Iterator[tuple[int, str, bool]]:
    """Each line with its number, and whether it is in the last section."""
    lines = lines_of(page, format)
    last = max((number for number, line in lines if line.startswith("## ")), default=len(page))
    for number, line in lines:
        yield number, line, number > last


@lru_cache(maxsize=8192)
def _prose(line: str, among_sources: bool) -> tuple[tuple[str, str, str], ...]:
    """What of a line is measured: kind, text, and the text as it is read aloud; most lines stand on many pages."""
    parts = _parts(line, among_sources)
    return tuple((kind, text, _read_aloud(text)) for kind, text in parts if kind not in _NOT_MEASURED)


_NOT_MEASURED = ("heading", "table", "source")


def _parts(line: str, among_sources: bool) -> tuple[tuple[str, str], ...]:
    """The kind and text of a line; the status of a claim is read apart from it."""
    if line.startswith("#"):
        return (("heading", line.lstrip("# ")),)
    if line.startswith("|"):
        return (("table", line),)
    if match := _STEP.match(line):
        return (("source" if among_sources else "step", line[match.end() :]),)
    if line.startswith("- "):
        claim, _, status = line[2:].partition(" *")
        return (("item", claim), ("prose", status)) if status else (("item", claim),)
    return (("prose", line),)


# A list after a colon is read item by item, wherever a template puts it.
_AFTER_COLON = re.compile("(?<=[:：])[^:：.。;；]+")
_BETWEEN = {"en": re.compile(",? (?:and|or)(?= )|,(?= )"), "zh": re.compile("[、，和或]")}


def _item_by_item(text: str, language: str) -> str:
    """The text with the items of its lists apart; same length."""
    apart = {"en": ";", "zh": "；"}[language]
    return _AFTER_COLON.sub(
        lambda part: _BETWEEN[language].sub(lambda mark: apart + " " * (len(mark[0]) - 1), part[0]), text
    )


def _read_aloud(text: str) -> str:
    """The text without labels, emphasis and escapes."""
    plain = _BOLD.sub(HIDDEN, text).replace(" *", " ").rstrip("*").lstrip("*")
    return _ESCAPED.sub("\\1", plain)


def measure(page: str, language: str, names: tuple[str, ...] = (), format: str = "md") -> Measured:
    """Lengths and grade of one guide; `names` are those of its record, which are not counted."""
    lines = _lines(page, format)
    read = [(number, *part) for number, line, sources in lines for part in _prose(line, sources)]
    aloud = _without_names([text for *_, text in read], names)
    measured = Measured()
    for (number, kind, text, _), shown in zip(read, aloud, strict=True):
        long, tally = _measured(shown, language, kind == "step")
        if tally.words:
            measured.tally.join(tally)
        if long:
            measured.long += [(Block(kind, text, number), found) for found in long]
    return measured


def _without_names(texts: list[str], names: tuple[str, ...]) -> list[str]:
    """Texts with one mark for each name, however long: then the same sentence is the same for every operator."""
    together = "\n".join(texts)
    for name in names:
        if name and "\n" not in name:
            together = together.replace(name, HIDDEN)
    return together.split("\n") if texts else []


@lru_cache(maxsize=8192)
def _measured(text: str, language: str, step: bool) -> tuple[tuple[TooLong, ...], Tally]:
    """What is too long in one part, and its words for the grade; most parts stand on many pages."""
    shown = laid_open(text, language)
    tally = Tally()
    if language == "en" and not step:
        tally.add(shown)
    return tuple(too_long_in(_item_by_item(shown, language), language, step=step)), tally


def page_findings(
    path: str, page: str, language: str, names: tuple[str, ...] = (), format: str = "md"
) -> Iterator[Diagnostic]:
    """What is too long or too hard on one guide, finished in Markdown or HTML."""
    measured = measure(page, language, names, format)
    for block, found in measured.long:
        yield _at(LONG_ON_PAGE, path, block.line, found, f"{found.message}: {block.text[:60]}")
    grade = measured.grade
    severity = EN_GRADE.severity(grade) if grade else None
    if grade and severity:
        message = f"{EN_GRADE.what} {grade:.1f}; at most {EN_GRADE.warn:g}"
        yield Diagnostic(path, Span(1, 1, 1, 1), HARD_PAGE.code, severity, message, HARD_PAGE.summary)


def _at(rule: Rule, path: str, line: int, found: TooLong, message: str) -> Diagnostic:
    return Diagnostic(path, Span(line, 1, line, 1), rule.code, found.severity, message, rule.summary)
