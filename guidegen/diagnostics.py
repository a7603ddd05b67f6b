"""What is wrong, where, and what to write instead: the one vocabulary of every finding.

Each code is registered once, with the text that `guidegen explain`, `docs/rules.md` and the tests read.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: only an error stops publishing."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: 1-based lines and columns in code points, the end column not included."""

    line: int
    column: int
    end_line: int
    end_column: int


WHOLE_FILE = Span(1, 1, 1, 1)

FAMILIES = {
    "G0": "source",
    "G1": "schema",
    "G2": "honesty",
    "G3": "templates",
    "G4": "links and solicitation",
    "G5": "dialling",
    "G6": "language and parity",
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, sortable by place."""

    path: str
    span: Span
    code: str
    severity: Severity
    message: str
    help: str = ""

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """The order of reports: by file, place, code."""
        return (self.path, self.span, self.code, self.message)

    def as_json(self) -> dict[str, str | int]:
        """The shape of `--output json`: path, line, column, end_line, end_column, code, severity, message, help."""
        return {
            "path": self.path,
            "line": self.span.line,
            "column": self.span.column,
            "end_line": self.span.end_line,
            "end_column": self.span.end_column,
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "help": self.help,
        }


class Path(tuple[str | int, ...]):
    """A place inside a record, as keys and positions: `channels[2].code`."""

    def __str__(self) -> str:
        return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self).lstrip(".")


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields: where in the record and what; the engine adds file, line, code and severity.

    `start` and `end` narrow the span to a part of the scalar at `where` (code points), where the rule knows it;
    `on_key` points at the key instead of the value.
    """

    where: Path
    message: str
    help: str = ""
    start: int | None = None
    end: int | None = None
    severity: Severity | None = None
    on_key: bool = False


Check = Callable[..., Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One code: its name, how much it matters, its text, and the generator behind it, if it has one."""

    code: str
    name: str
    severity: Severity
    text: str
    check: Check | None = None

    @property
    def summary(self) -> str:
        """The first line of the text."""
        return self.text.split("\n", 1)[0]

    @property
    def family(self) -> str:
        """The family name, by the first two characters of the code."""
        return FAMILIES[self.code[:2]]

    def at(self, path: str, span: Span, message: str, help: str = "") -> Diagnostic:
        """A finding of this rule in a file."""
        return Diagnostic(path, span, self.code, self.severity, message, help)


RULES: dict[str, Rule] = {}


def _register(entry: Rule) -> Rule:
    if entry.code in RULES:
        raise ValueError(f"{entry.code} is registered twice")
    RULES[entry.code] = entry
    return entry


def fault(code: str, name: str, text: str, severity: Severity = Severity.ERROR) -> Rule:
    """Register a code that is met while reading or writing, not found by a rule."""
    import inspect

    return _register(Rule(code, name, severity, inspect.cleandoc(text)))


def rule(code: str, severity: Severity = Severity.ERROR) -> Callable[[Check], Check]:
    """Register a generator as a rule; its name and docstring become the rule's name and text."""
    import inspect

    def decorate(check: Check) -> Check:
        name = check.__name__.replace("_", "-")
        _register(Rule(code, name, severity, inspect.getdoc(check) or "", check))
        return check

    return decorate


def rules_with_checks() -> list[Rule]:
    """All rules that run on a record, in the order of their codes."""
    return [RULES[code] for code in sorted(RULES) if RULES[code].check is not None]


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that looks most like a mistyped word, or None if none is near."""
    import difflib

    by_form = {choice.casefold(): choice for choice in choices}
    swapped = [form for form in by_form if sorted(form) == sorted(word.casefold())]
    if len(swapped) == 1:
        return by_form[swapped[0]]
    matches = difflib.get_close_matches(word.casefold(), by_form, n=1, cutoff=0.6)
    return by_form[matches[0]] if matches else None
