"""The tree of a record: strings, lists and named values, each with its place.

Built from the events of PyYAML's C parser, because `yaml.compose` hides anchors, aliases, tags and keys written twice.
Every scalar stays a string: YAML 1.1 would read `NO` as false, `010` as 8 and `12:30` as 750.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import yaml

from guidegen.diagnostics import Diagnostic, Path, Rule, Span
from guidegen.source import faults
from guidegen.source.codes import may_be_shielded, unshield
from guidegen.source.limits import MAX_DEPTH, MAX_ENTRIES, MAX_VALUE, clipped

ROOT = Path()


class Mark(Protocol):
    """A place as PyYAML's C parser tells it: 0-based line and column in code points."""

    line: int
    column: int


@dataclass(slots=True)
class _Placed:
    """Something with a place; the parser's marks become a span when a finding asks, most never do."""

    start: Mark
    end: Mark

    @property
    def span(self) -> Span:
        """PyYAML's 0-based marks as a 1-based span."""
        return Span(self.start.line + 1, self.start.column + 1, self.end.line + 1, self.end.column + 1)


@dataclass(slots=True)
class Scalar(_Placed):
    """One value, always a string; `quoted` tells whether it stood in quotes."""

    value: str
    quoted: bool


@dataclass(slots=True)
class Sequence(_Placed):
    """A list."""

    items: list["Node"]


@dataclass(slots=True)
class Mapping(_Placed):
    """Named values, and the keys as they stand there."""

    entries: dict[str, "Node"]
    named: dict[str, Scalar]

    @property
    def keys(self) -> dict[str, Span]:
        """The place of each key."""
        return {key: scalar.span for key, scalar in self.named.items()}


Node = Scalar | Sequence | Mapping
Data = str | list["Data"] | dict[str, "Data"]


def plain(node: Node) -> Data:
    """A node as plain lists, dicts and strings."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}


def first_line(node: Node) -> Span:
    """The span of a scalar; of a block only its first key or item, so that an excerpt stays short."""
    if isinstance(node, Mapping) and node.named:
        return next(iter(node.named.values())).span
    if isinstance(node, Sequence) and node.items:
        return first_line(node.items[0])
    return node.span


def scalars(node: Node, where: Path = ROOT) -> Iterator[tuple[Path, Scalar]]:
    """Every value of a tree with its path, in the order of the file."""
    waiting: list[tuple[tuple[str | int, ...], Node]] = [(where, node)]
    while waiting:
        here, part = waiting.pop()
        if isinstance(part, Scalar):
            yield Path(here), part
        elif isinstance(part, Mapping):
            waiting += [((*here, key), value) for key, value in part.entries.items()][::-1]
        else:
            waiting += [((*here, index), item) for index, item in enumerate(part.items)][::-1]


class TooMuch(Exception):
    """The tree is not worth finishing; the finding is recorded."""


class Builder:
    """Builds one tree from a parser's events and collects what a record may not hold."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.findings: list[Diagnostic] = []
        self.entries = 0
        self.parser = yaml.CLoader(text)
        self._next: Callable[[], Any] = self.parser.get_event
        self._shielded = may_be_shielded(text)

    def document(self) -> Node | None:
        """The tree of the only document, or None where there is none. Raises yaml.YAMLError on bad syntax."""
        event = self._next()
        while not isinstance(event, (yaml.DocumentStartEvent, yaml.StreamEndEvent)):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        root = self._node(self._next(), 0)
        self._next()
        if self.parser.check_event(yaml.DocumentStartEvent):
            self._report(faults.ONE_DOCUMENT, self._next(), "a second document begins here")
        return root

    def _report(self, fault: Rule, event: Any, message: str, advice: str = "") -> None:
        span = _Placed(event.start_mark, event.end_mark).span
        self.findings.append(fault.at(self.path, span, message, advice or fault.summary))

    def _node(self, event: Any, depth: int) -> Node:
        self.entries += 1
        if depth > MAX_DEPTH or self.entries > MAX_ENTRIES:
            self._stop(event, depth)
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            self._refuse_reference(event)
        if kind is yaml.ScalarEvent:
            value = unshield(event.value) if self._shielded else event.value
            if len(value) > MAX_VALUE:
                self._report(faults.TOO_LONG, event, f"a value of {len(value):,} characters")
            return Scalar(event.start_mark, event.end_mark, value[:MAX_VALUE], bool(event.style))
        if kind is yaml.MappingStartEvent:
            return self._mapping(event, depth + 1)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(event, depth + 1)
        return Scalar(event.start_mark, event.end_mark, unshield(f"*{event.anchor}"), False)

    def _stop(self, event: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            self._report(faults.TOO_DEEP, event, f"nested deeper than {MAX_DEPTH} levels")
        else:
            self._report(faults.TOO_MANY_ENTRIES, event, f"more than {MAX_ENTRIES:,} entries")
        raise TooMuch

    def _refuse_reference(self, event: Any) -> None:
        anchor, tag = (clipped(getattr(event, name, None) or "") for name in ("anchor", "tag"))
        if isinstance(event, yaml.AliasEvent):
            advice = f'write the value itself, or "*{anchor}" if the star belongs to it'
            self._report(faults.REFERENCE, event, f"alias *{anchor}", advice)
        elif anchor:
            self._report(faults.REFERENCE, event, f"anchor &{anchor}", f"remove &{anchor}")
        else:
            written = str(tag).replace("tag:yaml.org,2002:", "!!")
            self._report(faults.REFERENCE, event, f"tag {written}", f"remove {written}")

    def _sequence(self, start: Any, depth: int) -> Sequence:
        items: list[Node] = []
        event = self._next()
        while type(event) is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth))
            event = self._next()
        return Sequence(start.start_mark, start.end_mark, items)

    def _mapping(self, start: Any, depth: int) -> Mapping:
        mapping = Mapping(start.start_mark, start.end_mark, {}, {})
        event = self._next()
        while type(event) is not yaml.MappingEndEvent:
            key = self._node(event, depth)
            value = self._node(self._next(), depth)
            self._enter(mapping, event, key, value)
            event = self._next()
        return mapping

    def _enter(self, mapping: Mapping, event: Any, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self._report(faults.SYNTAX, event, "a key is a list or a block", "write one word before the colon")
        elif key.value in mapping.entries:
            first = mapping.named[key.value].span.line
            self._report(faults.DUPLICATE_KEY, event, f"key {key.value} stands twice; first on line {first}")
        else:
            mapping.entries[key.value], mapping.named[key.value] = value, key
