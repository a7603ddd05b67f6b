"""A record that can be spoilt in one place, and what must be found there."""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from records import AS_OF, CARRIERS

from guidegen.catalogue import read_exceptions
from guidegen.diagnostics import Diagnostic, Path
from guidegen.model import Carrier
from guidegen.rules import Subject, check_record
from guidegen.rules.language.texts import Pair, Role, pairs
from guidegen.schema import read_record
from guidegen.source import Document, Mapping, Node, Scalar, parse, scalars

# The 31 records of the first issue.
REAL = [
    *("gb/giffgaff", "gb/lebara", "gb/vodafone", "gb/o2", "de/lebara", "de/aldi-talk", "de/telekom", "fr/orange"),
    *("ch/salt", "it/tim", "es/orange", "us/ultra-mobile-paygo", "us/t-mobile-prepaid", "ca/public-mobile", "hk/cmhk"),
    *("hk/csl", "cn/china-mobile", "th/ais", "sg/singtel", "my/hotlink", "ph/smart", "au/telstra", "ke/safaricom"),
    *("et/ethio-telecom", "za/vodacom", "ae/du", "sa/stc-sawa", "ua/kyivstar", "kz/kcell", "uz/ucell", "zz/leb"),
]


@dataclass(frozen=True)
class Mutant:
    """A spoilt text and the place of the finding."""

    text: str | bytes
    line: int
    column: int


@dataclass
class Record:
    """One real record with the ways to spoil it; every choice comes from `chance`."""

    key: str
    text: str
    chance: random.Random

    @property
    def document(self) -> Document:
        """The file as it was read."""
        return sound(self.key)[0]

    @property
    def carrier(self) -> Carrier:
        """The record as it was typed."""
        return sound(self.key)[1]

    @cached_property
    def leaves(self) -> list[tuple[Path, Scalar]]:
        """Every value that stands on one line as it is."""
        assert self.document.root is not None
        return [(where, leaf) for where, leaf in scalars(self.document.root) if self.raw(leaf) is not None]

    def raw(self, leaf: Scalar) -> str | None:
        """The value as it is written; None where quotes or folding hide it."""
        span = leaf.span
        if span.line != span.end_line:
            return None
        written = self.document.line(span.line)[span.column - 1 : span.end_column - 1]
        inside = written[1:-1] if leaf.quoted else written
        return written if inside == leaf.value else None

    def any_of(self, choices: Sequence[Any]) -> Any:
        """One of them, or None where there is none."""
        return self.chance.choice(choices) if choices else None

    def leaf(self, *steps: str | int | None, value: str = "") -> tuple[Path, Scalar] | None:
        """A value whose path ends with these steps (None for any) and matches a pattern."""
        fitting = [
            (where, leaf)
            for where, leaf in self.leaves
            if len(where) >= len(steps)
            and all(step is None or step == there for step, there in zip(steps, where[-len(steps) :], strict=True))
            and re.search(value, leaf.value)
        ]
        found: tuple[Path, Scalar] | None = self.any_of(fitting)
        return found

    def pair(self, role: Role = Role.PROSE, **patterns: str) -> Pair | None:
        """A text in both languages, each on one line, that matches a pattern by language."""
        fitting = [
            pair
            for pair in pairs(self.document)
            if pair.role is role
            and all(re.search(pattern, getattr(pair, language)) for language, pattern in patterns.items())
            and all(self.node((*pair.where, language)) is not None for language in ("en", "zh"))
        ]
        found: Pair | None = self.any_of(fitting)
        return found

    def node(self, where: Sequence[str | int]) -> Scalar | None:
        """The value at a path, if it stands on one line as it is."""
        node = self.document.node_at(Path(where))
        return node if isinstance(node, Scalar) and self.raw(node) is not None else None

    def block(self, where: Sequence[str | int]) -> Mapping | None:
        """The block at a path."""
        node: Node | None = self.document.node_at(Path(where))
        return node if isinstance(node, Mapping) else None

    def written(self, leaf: Scalar, value: str, seen: str | None = None) -> Mutant:
        """The record with another value there; the finding is at `seen` in it, or at the value as a whole."""
        span, shift = leaf.span, 0 if seen is None else 1 + value.index(seen)
        spoilt = self.replaced(span.line, span.column, span.end_column, json.dumps(value, ensure_ascii=False))
        return Mutant(spoilt, span.line, span.column + shift)

    def replaced(self, line: int, start: int, end: int, text: str) -> str:
        """The record with a part of one line replaced; columns are 1-based."""
        lines = self.text.split("\n")
        old = lines[line - 1]
        lines[line - 1] = old[: start - 1] + text + old[end - 1 :]
        return "\n".join(lines)

    def inserted(self, line: int, *new: str) -> str:
        """The record with new lines after this one."""
        lines = self.text.split("\n")
        return "\n".join([*lines[:line], *new, *lines[line:]])

    def without(self, line: int) -> str:
        """The record without one line."""
        lines = self.text.split("\n")
        return "\n".join([*lines[: line - 1], *lines[line:]])

    def lends(self, where: Path) -> bool:
        """Whether the claim at a path takes its source from the block around it."""
        parents = [self.document.node_at(Path(where[:length])) for length in range(3, len(where) + 1)]
        return not any(isinstance(node, Mapping) and "source" in node.entries for node in parents)

    def line_of(self, words: str) -> int:
        """The 1-based number of the first line that begins with these words; 0 where there is none."""
        lines = self.text.split("\n")
        return next((number for number, line in enumerate(lines, 1) if line.startswith(words)), 0)


@dataclass(frozen=True)
class Kind:
    """One way to spoil a record: `outcome` tells whether the rule meant for it saw it there, None if not applicable."""

    name: str
    code: str
    outcome: Callable[[Record], bool | None]

    def on(self, key: str) -> bool | None:
        """The outcome on one record; the same on every run."""
        return self.outcome(Record(key, text_of(key), random.Random(f"{self.name} {key}")))


KINDS: dict[str, Kind] = {}
Spoil = Callable[[Record], Mutant | None]
Outcome = Callable[[Record], bool | None]


def kind(code: str) -> Callable[[Spoil], Spoil]:
    """Register a way to spoil the file of a record, under the name of its function."""

    def register(spoil: Spoil) -> Spoil:
        def outcome(record: Record) -> bool | None:
            mutant = spoil(record)
            return None if mutant is None else caught(code, record.key, mutant)

        outcome_kind(code, spoil.__name__)(outcome)
        return spoil

    return register


def outcome_kind(code: str, name: str = "") -> Callable[[Outcome], Outcome]:
    """Register a way to spoil something that is made from a record; the function tells the outcome itself."""

    def register(outcome: Outcome) -> Outcome:
        words = (name or outcome.__name__).replace("_", "-")
        assert words not in KINDS
        KINDS[words] = Kind(words, code, outcome)
        return outcome

    return register


@cache
def text_of(key: str) -> str:
    return (CARRIERS / f"{key}.yaml").read_text(encoding="utf-8")


@cache
def sound(key: str) -> tuple[Document, Carrier]:
    """A record before it is spoilt."""
    document = parse(text_of(key).encode(), f"carriers/{key}.yaml")
    record, _ = read_record(document)
    assert isinstance(record, Carrier)
    return document, record


def findings(key: str, content: str | bytes) -> Iterator[Diagnostic]:
    """What `guidegen check` finds in one record."""
    document = parse(content.encode() if isinstance(content, str) else content, f"carriers/{key}.yaml")
    record, faults = read_record(document)
    yield from document.findings
    yield from faults
    if record is not None:
        known = exceptions()
        subject = Subject(record, document, key, AS_OF, known.names, known.codes(key), known.retailer_rules(key))
        yield from check_record(subject)


@cache
def exceptions() -> Any:
    return read_exceptions(CARRIERS)


def caught(code: str, key: str, mutant: Mutant) -> bool:
    """Whether the rule meant for it speaks at that very place."""
    wanted = (code, mutant.line, mutant.column)
    return any((found.code, found.span.line, found.span.column) == wanted for found in findings(key, mutant.text))
