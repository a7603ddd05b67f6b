"""A tree as text: short things on one line, long ones one entry a line, comments where they belong."""

import re
import unicodedata
from collections.abc import Iterator

from guidegen.canonical.tree import Entry, Mapping, Node, Scalar, Sequence

WIDTH = 120
STEP = "  "
# Words that YAML 1.1 reads as truth values or as nothing.
_WORDS = re.compile(r"(?i:y|yes|n|no|true|false|on|off|null|~|)")
# What a plain value may not begin with, hold or end with (YAML 1.2 §7.3.3), inside braces as well.
_UNSAFE = re.compile(r"^[-?:](?:\s|$)|^[,\[\]{}#&*!|>'\"%@`\s]|:(?:\s|$)|\s#|[\n\t\x00-\x1f]|\s$")
_UNSAFE_IN_BRACES = re.compile(r"[,\[\]{}]|^[-?:]|:$")


def written(tree: Mapping) -> str:
    """The text of a whole file."""
    lines = [*tree.head, ""] if tree.head else []
    tall_before = True
    for number, entry in enumerate(tree.entries):
        block = list(_entry(entry, ""))
        tall = len(block) > 1
        if number and (tall or tall_before):
            lines.append("")
        lines += block
        tall_before = tall
    if tree.after:
        lines += ["", *tree.after]
    return "\n".join(lines) + "\n"


def _entry(entry: Entry, indent: str) -> Iterator[str]:
    """The lines of one entry: `key: value` or `- value`."""
    yield from (indent + comment if comment else "" for comment in entry.before)
    mark = f"{_key(entry.key)}:" if entry.key else "-"
    beside = f"  {entry.beside}" if entry.beside else ""
    line = _one_line(entry.node)
    if line is not None and _fits(entry, f"{indent}{mark} {line}"):
        yield f"{indent}{mark} {line}".rstrip() + beside
    elif entry.key or isinstance(entry.node, Sequence):
        yield f"{indent}{mark}{beside}"
        yield from _block(entry.node, indent + STEP)
    else:
        yield from _item(entry, indent)


def _item(entry: Entry, indent: str) -> Iterator[str]:
    """An item of a list that is a block: its first key stands behind the hyphen."""
    assert isinstance(entry.node, Mapping)
    if entry.beside or entry.node.entries[0].before:
        yield f"{indent}-{'  ' + entry.beside if entry.beside else ''}"
        yield from _block(entry.node, indent + STEP)
        return
    first, *rest = _block(entry.node, indent + STEP)
    yield f"{indent}- {first.removeprefix(indent + STEP)}"
    yield from rest


def _block(node: Node, indent: str) -> Iterator[str]:
    assert not isinstance(node, Scalar)
    for entry in node.entries:
        yield from _entry(entry, indent)
    yield from (indent + comment if comment else "" for comment in node.after)


def _fits(entry: Entry, line: str) -> bool:
    return isinstance(entry.node, Scalar) or not entry.node.entries or columns(line) <= WIDTH


def _one_line(node: Node, braces: bool = False) -> str | None:
    """A value on one line, or None for what is never written so: tall blocks, lists of blocks, comments inside."""
    if isinstance(node, Scalar):
        return _scalar(node, braces)
    if node.commented or (isinstance(node, Mapping) and node.tall and node.entries):
        return None
    if isinstance(node, Sequence) and any(_is_block(entry.node) for entry in node.entries):
        return None
    parts = [_one_line(entry.node, True) for entry in node.entries]
    if isinstance(node, Sequence):
        return None if None in parts else f"[{', '.join(filter(None, parts))}]"
    keys = [_key(entry.key) for entry in node.entries]
    return (
        None
        if None in parts
        else "{" + ", ".join(f"{key}: {part}" for key, part in zip(keys, parts, strict=True)) + "}"
    )


def _is_block(node: Node) -> bool:
    """Whether a value inside a list is a block of its own; `{name: epay}` is only another way to write a name."""
    return isinstance(node, Sequence) or (isinstance(node, Mapping) and len(node.entries) > 1)


def _scalar(scalar: Scalar, braces: bool) -> str:
    """Quotes that stand stay as they are; quotes that are needed here are added."""
    if scalar.text is not None and scalar.quoted:
        return scalar.text
    if not scalar.value and not braces:
        return ""
    return plain_or_quoted(scalar.value, braces)


def _key(key: str) -> str:
    """A key; `on:` stays as people write it, since every key is read as text."""
    return quoted(key) if _UNSAFE.search(key) or _UNSAFE_IN_BRACES.search(key) else key


def plain_or_quoted(value: str, braces: bool = True) -> str:
    """A value without quotes where YAML reads it back as the same text, else in double quotes."""
    unsafe = _UNSAFE.search(value) or (braces and _UNSAFE_IN_BRACES.search(value))
    word = _WORDS.fullmatch(value) and value not in ("true", "false")
    return quoted(value) if unsafe or word or _starts_like_document(value) else value


def _starts_like_document(value: str) -> bool:
    return value.startswith(("---", "..."))


def quoted(value: str) -> str:
    """A value in double quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def columns(text: str) -> int:
    """Columns that an editor uses: two for East Asian wide characters (UAX #11)."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
