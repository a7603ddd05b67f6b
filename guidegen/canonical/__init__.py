"""The canonical layout of a record: the order of keys, what stands on one line, and comments kept where they belong.

`tree` reads a file with its comments, `order` knows the order of keys from the types of the model, `layout` writes.
Comments are kept by our own reader: a round trip through ruamel.yaml hangs a comment on the value before it, so that a
key that moves leaves its comment behind (docs/decisions.md).
"""

from dataclasses import dataclass
from pathlib import Path

from guidegen.canonical.layout import plain_or_quoted, quoted, written
from guidegen.canonical.order import arrange
from guidegen.canonical.tree import Entry, Mapping, Node, Scalar, Sequence, read_tree
from guidegen.diagnostics import Diagnostic
from guidegen.schema import type_of
from guidegen.source import Document, parse, read
from guidegen.source.faults import BAD_NAME, BOM, INVISIBLE, LINE_ENDS

__all__ = [
    "Entry",
    "Layout",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "canonical",
    "lay_out",
    "plain_or_quoted",
    "quoted",
    "read_tree",
    "render",
    "same_meaning",
]

# Faults of a file that do not keep it from being read: its bytes are put in order, or they stay as they are.
_HARMLESS = {rule.code for rule in (BOM, LINE_ENDS, INVISIBLE, BAD_NAME)}


@dataclass(frozen=True, slots=True)
class Layout:
    """One file as it stands and as it would stand; with findings where it cannot be read."""

    file: Path
    path: str
    text: str
    text_now: str
    changed: bool
    findings: tuple[Diagnostic, ...] = ()


def lay_out(file: Path, path: str, root: Path) -> Layout:
    """Read one file and lay it out; nothing is written. `path` is what findings call it."""
    document = read(file.absolute(), path, root.absolute())
    faults = tuple(finding for finding in document.findings if finding.code not in _HARMLESS)
    if document.root is None or faults:
        return Layout(file, path, document.text, document.text, False, faults)
    text = canonical(document)
    return Layout(file, path, document.text, text, text.encode() != file.read_bytes())


def canonical(document: Document) -> str:
    """The text of a readable record in canonical layout; the values and the comments are the same."""
    text = render(read_tree(document.text), document.path)
    if not same_meaning(document, parse(text.encode(), document.path)):
        raise AssertionError(f"the layout would change the meaning of {document.path}")
    return text


def render(tree: Mapping, path: str) -> str:
    """A tree as text, its keys in the order of the type that a file of this name holds."""
    return written(arrange(tree, type_of(path)))


def same_meaning(one: Document, other: Document) -> bool:
    """Whether two files say the same: equal values under equal keys, lists and sources in equal order."""
    return other.root is not None and one.data() == other.data() and _sources(one) == _sources(other)


def _sources(document: Document) -> list[str]:
    data = document.data()
    sources = data.get("sources") if isinstance(data, dict) else None
    return list(sources) if isinstance(sources, dict) else []
