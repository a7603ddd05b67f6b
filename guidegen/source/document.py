"""One file as read: its text, its tree, what was wrong, and where everything stands."""

from dataclasses import dataclass, field

from guidegen.diagnostics import WHOLE_FILE, Diagnostic, Path, Span
from guidegen.source.tree import Data, Mapping, Node, Scalar, Sequence, first_line, plain


@dataclass(slots=True)
class Document:
    """A record's text and tree; `root` is None where it could not be read, and `findings` says why.

    `digest` is that of the bytes that were read, where they came from a file.
    """

    path: str
    text: str
    root: Node | None
    findings: list[Diagnostic] = field(default_factory=list)
    digest: str = ""
    _data: Data | None = field(default=None, init=False, repr=False, compare=False)
    _lines: list[str] | None = field(default=None, init=False, repr=False, compare=False)

    def data(self) -> Data:
        """The tree as plain lists, dicts and strings; made once, not to be changed."""
        if self._data is None:
            self._data = plain(self.root) if self.root is not None else {}
        return self._data

    def node_at(self, where: Path) -> Node | None:
        """The node at a path, or its nearest parent; steps that the schema added are passed over."""
        node = self.root
        for position, step in enumerate(where):
            if isinstance(node, Mapping) and step in node.entries:
                node = node.entries[str(step)]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                item = node.items[step]
                lifted = where[position + 1 : position + 2] == ("value",) and not _is_claim(item)
                node = node if lifted else item
        return node

    def span_at(self, where: Path) -> Span:
        """Where to point for a path: the value, else the first line of the nearest block around it."""
        node = self.node_at(where)
        return first_line(node) if node is not None else WHOLE_FILE

    def key_span(self, where: Path) -> Span:
        """The place of the key that a path ends with, else of the nearest block."""
        parent = self.node_at(Path(where[:-1]))
        if isinstance(parent, Mapping) and where and where[-1] in parent.named:
            return parent.named[str(where[-1])].span
        return self.span_at(where)

    def part_span(self, where: Path, start: int | None, end: int | None) -> Span:
        """A part of the scalar at `where`; all of it where quotes, escapes or folding hide the part."""
        span, node = self.span_at(where), self.node_at(where)
        if start is None or end is None or not isinstance(node, Scalar) or span.line != span.end_line:
            return span
        column = span.column + node.quoted
        if self.line(span.line)[column - 1 :][: len(node.value)] != node.value:
            return span
        return Span(span.line, column + start, span.line, column + max(end, start + 1))

    def line(self, number: int) -> str:
        """A line of the text by its 1-based number; empty past the end."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""


def _is_claim(node: Node) -> bool:
    """Whether a claim is written in its long form; else its position and `value` were added by the schema."""
    return isinstance(node, Mapping) and "value" in node.entries
