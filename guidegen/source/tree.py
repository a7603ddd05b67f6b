"""The tree of a record: strings, lists and named values, each with its place.

Built from the events of PyYAML's C parser, because `yaml.compose` hides anchors, aliases, tags and keys written twice.
Every scalar stays a string: YAML 1.1 would read `NO` as false, `010` as 8 and `12:30` as 750.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from guidegen.diagnostics import Diagnostic, Path, Rule, Span
from guidegen.source import faults
from guidegen.source.codes import unshield

MAX_DEPTH = 20


ROOT = Path()


@dataclass(slots=True)
class Scalar:
    """One value, always a string; `quoted` tells whether it stood in quotes."""

    value: str
    span: Span
    quoted: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list["Node"]
    span: Span


@dataclass(slots=True)
class Mapping:
    """Named values, with the place of each key."""

    entries: dict[str, "Node"]
    keys: dict[str, Span]
    span: Span


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
    if isinstance(node, Mapping) and node.keys:
        return next(iter(node.keys.values()))
    if isinstance(node, Sequence) and node.items:
        return first_line(node.items[0])
    return node.span


def scalars(node: Node, where: Path = ROOT) -> Iterator[tuple[Path, Scalar]]:
    """Every value of a tree with its path."""
    if isinstance(node, Scalar):
        yield where, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from scalars(item, Path((*where, index)))
    else:
        for key, value in node.entries.items():
            yield from scalars(value, Path((*where, key)))


def span_of(event: yaml.Event) -> Span:
    """PyYAML's 0-based marks as a 1-based span."""
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class TooDeep(Exception):
    """The tree is not worth finishing; the finding is recorded."""


class Builder:
    """Builds one tree from a parser's events and collects what a record may not hold."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.findings: list[Diagnostic] = []
        self.parser = yaml.CLoader(text)

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

    def _next(self) -> yaml.Event:
        event = self.parser.get_event()
        assert event is not None
        return event

    def _report(self, fault: Rule, event: yaml.Event, message: str, advice: str = "") -> None:
        self.findings.append(fault.at(self.path, span_of(event), message, advice or fault.summary))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if depth > MAX_DEPTH:
            self._report(faults.TOO_DEEP, event, f"nested deeper than {MAX_DEPTH} levels")
            raise TooDeep
        self._no_reference(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth + 1)
        value = event.value if isinstance(event, yaml.ScalarEvent) else f"*{getattr(event, 'anchor', '')}"
        return Scalar(unshield(value), span_of(event), bool(getattr(event, "style", None)))

    def _no_reference(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            advice = f'write the value itself, or "*{anchor}" if the star belongs to it'
            self._report(faults.REFERENCE, event, f"alias *{anchor}", advice)
        elif anchor:
            self._report(faults.REFERENCE, event, f"anchor &{anchor}", f"remove &{anchor}")
        elif tag:
            written = tag.replace("tag:yaml.org,2002:", "!!")
            self._report(faults.REFERENCE, event, f"tag {written}", f"remove {written}")

    def _sequence(self, start: yaml.Event, depth: int) -> Sequence:
        items: list[Node] = []
        event = self._next()
        while not isinstance(event, yaml.SequenceEndEvent):
            items.append(self._node(event, depth))
            event = self._next()
        return Sequence(items, span_of(start))

    def _mapping(self, start: yaml.Event, depth: int) -> Mapping:
        mapping = Mapping({}, {}, span_of(start))
        event = self._next()
        while not isinstance(event, yaml.MappingEndEvent):
            key = self._node(event, depth)
            value = self._node(self._next(), depth)
            self._enter(mapping, event, key, value)
            event = self._next()
        return mapping

    def _enter(self, mapping: Mapping, event: yaml.Event, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self._report(faults.SYNTAX, event, "a key is a list or a block", "write one word before the colon")
        elif key.value in mapping.entries:
            first = mapping.keys[key.value].line
            self._report(faults.DUPLICATE_KEY, event, f"key {key.value} stands twice; first on line {first}")
        else:
            mapping.entries[key.value], mapping.keys[key.value] = value, key.span
