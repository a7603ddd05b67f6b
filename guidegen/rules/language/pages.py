"""G610, G611: how long and how hard the sentences of a finished guide are, measured on its Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from guidegen.diagnostics import Diagnostic, Rule, Span, fault
from guidegen.rules.language.counting import Tally, laid_open
from guidegen.rules.language.length import EN_GRADE, TooLong, too_long_in
from guidegen.rules.language.texts import HIDDEN

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
    """A part of a Markdown page: heading, step, item, table, prose or source; `line` is 1-based."""

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


def blocks(markdown: str) -> Iterator[Block]:
    """The parts of a guide in Markdown; its last section holds the sources."""
    lines = markdown.split("\n")
    last = max((number for number, line in enumerate(lines) if line.startswith("## ")), default=len(lines))
    for number, line in enumerate(lines):
        if line.strip():
            block = _block(line, number + 1, number > last)
            claim, _, status = block.text.partition(" *") if block.kind == "item" else (block.text, "", "")
            yield Block(block.kind, claim, block.line)
            if status:
                yield Block("prose", status, block.line)


def _block(line: str, number: int, among_sources: bool) -> Block:
    if line.startswith("#"):
        return Block("heading", line.lstrip("# "), number)
    if line.startswith("|"):
        return Block("table", line, number)
    if match := _STEP.match(line):
        return Block("source" if among_sources else "step", line[match.end() :], number)
    return Block("item", line[2:], number) if line.startswith("- ") else Block("prose", line, number)


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
    without_labels = _BOLD.sub(lambda match: HIDDEN * len(match[0]), text)
    plain = without_labels.replace(" *", " ").rstrip("*").lstrip("*")
    return _ESCAPED.sub("\\1", plain)


def measure(markdown: str, language: str, names: tuple[str, ...] = ()) -> Measured:
    """Lengths and grade of one guide; `names` are those of its record, which are not counted."""
    measured = Measured()
    for block in blocks(markdown):
        if block.kind in ("heading", "table", "source"):
            continue
        shown = laid_open(_read_aloud(block.text), language, names)
        by_item = _item_by_item(shown, language)
        measured.long += ((block, found) for found in too_long_in(by_item, language, step=block.kind == "step"))
        if language == "en" and block.kind != "step":
            measured.tally.add(shown)
    return measured


def page_findings(path: str, markdown: str, language: str, names: tuple[str, ...] = ()) -> Iterator[Diagnostic]:
    """What is too long or too hard on one guide."""
    measured = measure(markdown, language, names)
    for block, found in measured.long:
        yield _at(LONG_ON_PAGE, path, block.line, found, f"{found.message}: {block.text[:60]}")
    grade = measured.grade
    severity = EN_GRADE.severity(grade) if grade else None
    if grade and severity:
        message = f"{EN_GRADE.what} {grade:.1f}; at most {EN_GRADE.warn:g}"
        yield Diagnostic(path, Span(1, 1, 1, 1), HARD_PAGE.code, severity, message, HARD_PAGE.summary)


def _at(rule: Rule, path: str, line: int, found: TooLong, message: str) -> Diagnostic:
    return Diagnostic(path, Span(line, 1, line, 1), rule.code, found.severity, message, rule.summary)
