"""A record as a tree that keeps its comments: each belongs to the entry that it stands before, beside or behind."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml


@dataclass(slots=True)
class Scalar:
    """One value: `text` is what stands in the file where that can be used again, else None."""

    value: str
    text: str | None = None

    @property
    def quoted(self) -> bool:
        """Whether it stands in quotes."""
        return self.text is not None and self.text[:1] in ("'", '"')


@dataclass(slots=True)
class Entry:
    """One key with its value, or one item of a list (key ""), with the comments before and beside it."""

    key: str
    node: "Node"
    before: list[str] = field(default_factory=list)
    beside: str = ""

    @property
    def commented(self) -> bool:
        """Whether a comment stands with it, or inside its value."""
        return bool(self.before or self.beside) or (not isinstance(self.node, Scalar) and self.node.commented)


@dataclass(slots=True)
class Collection:
    """Entries in their order, and the comments after the last."""

    entries: list[Entry] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    @property
    def commented(self) -> bool:
        """Whether a comment stands inside it."""
        return bool(self.after) or any(entry.commented for entry in self.entries)


@dataclass(slots=True)
class Sequence(Collection):
    """A list."""


@dataclass(slots=True)
class Mapping(Collection):
    """Named values; `tall` ones are written one a line, `head` holds the comments at the top of the file."""

    head: list[str] = field(default_factory=list)
    tall: bool = False

    def get(self, key: str) -> Entry | None:
        """The entry of a key."""
        return next((entry for entry in self.entries if entry.key == key), None)


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class _Place:
    """Where an entry of block style stands: its line and column, its last line, and what holds it."""

    entry: Entry
    line: int
    column: int
    holder: Collection


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment with its place; `alone` where nothing else stands on the line."""

    text: str
    offset: int
    line: int
    column: int
    alone: bool
    blank_before: bool


def read_tree(text: str) -> Mapping:
    """The tree of a record without syntax faults, anchors and doubled keys; raises yaml.YAMLError otherwise."""
    root = yaml.compose(text, Loader=yaml.CLoader)
    reader = _Reader(text)
    assert root is not None
    tree = reader.node(root, flow=False)
    assert isinstance(tree, Mapping)
    reader.attach(tree)
    return tree


class _Reader:
    """Turns composed nodes into a tree and remembers where block entries and scalars stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.places: list[_Place] = []
        self.taken: list[tuple[int, int]] = []
        self.braces: list[tuple[int, int, Entry]] = []

    def node(self, node: yaml.Node, flow: bool) -> Node:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        assert isinstance(node, yaml.CollectionNode)
        flow = flow or bool(node.flow_style)
        if isinstance(node, yaml.MappingNode):
            mapping = Mapping()
            for key, value in node.value:
                self._scalar(key)
                self._enter(mapping, key, Entry(key.value, Scalar("")), value, flow, key.start_mark.column)
            return mapping
        sequence = Sequence()
        for item in node.value:
            self._enter(sequence, item, Entry("", Scalar("")), item, flow, node.start_mark.column)
        return sequence

    def _enter(
        self, holder: Collection, first: yaml.Node, entry: Entry, value: yaml.Node, flow: bool, column: int
    ) -> None:
        holder.entries.append(entry)
        if not flow:
            self.places.append(_Place(entry, first.start_mark.line, column, holder))
            if isinstance(value, yaml.CollectionNode) and value.flow_style:
                self.braces.append((value.start_mark.index, value.end_mark.index, entry))
        entry.node = self.node(value, flow)

    def _scalar(self, node: yaml.ScalarNode) -> Scalar:
        start, end = node.start_mark.index, node.end_mark.index
        block = node.style in ("|", ">")
        self.taken.append((self.text.index("\n", start) if block else start, end))
        source = self.text[start:end]
        usable = not block and "\n" not in source
        return Scalar(node.value, source if usable else None)

    def attach(self, root: Mapping) -> None:
        """Give every comment to its entry: beside it, before the next one, or after the last of its block."""
        waiting: list[_Comment] = []
        for comment in self._comments():
            owner = None if comment.alone else self._beside(comment)
            if owner is None:
                waiting.append(comment)
            else:
                owner.beside = comment.text
        self._head(root, waiting)
        for comment in waiting:
            self._before_or_after(root, comment)

    def _comments(self) -> Iterator[_Comment]:
        self.taken.sort()
        starts = [start for start, _ in self.taken]
        for match in re.finditer(r"(?<![^\s])#[^\n]*", self.text):
            index = bisect_right(starts, match.start()) - 1
            if index >= 0 and match.start() < self.taken[index][1]:
                continue
            line = self.text.count("\n", 0, match.start())
            column = match.start() - (self.text.rfind("\n", 0, match.start()) + 1)
            alone = not self.lines[line][:column].strip()
            blank = line > 0 and not self.lines[line - 1].strip()
            yield _Comment(match[0].rstrip(), match.start(), line, column, alone, blank)

    def _beside(self, comment: _Comment) -> Entry | None:
        """The innermost block entry that begins on the line of the comment."""
        here = [place for place in self.places if place.line == comment.line]
        return here[-1].entry if here and not here[-1].entry.beside else None

    def _head(self, root: Mapping, waiting: list[_Comment]) -> None:
        """Comments at the top that a blank line parts from the first key, and a line for editors, head the file."""
        first = min((place.line for place in self.places), default=0)
        top = [comment for comment in waiting if comment.line < first]
        count = max((number for number, one in enumerate(top) if one.blank_before), default=0)
        if top and first > 0 and not self.lines[first - 1].strip():
            count = len(top)
        if not count and top and _is_modeline(top[0].text):
            count = 1
        root.head = _with_blanks(top[:count])
        del waiting[:count]

    def _before_or_after(self, root: Mapping, comment: _Comment) -> None:
        """Before the next entry; after the last of a block where it is indented deeper than what follows.

        A comment inside braces goes before the entry that holds them.
        """
        holder = next((entry for start, end, entry in self.braces if start < comment.offset < end), None)
        if holder is not None:
            _append(holder.before, comment)
            return
        following = (place for place in self.places if place.line > comment.line)
        following_next = min(following, key=lambda place: place.line, default=None)
        block = self._block_around(comment)
        if following_next is None or (block is not None and block.column > following_next.column):
            _append((block.holder if block else root).after, comment)
        else:
            _append(following_next.entry.before, comment)

    def _block_around(self, comment: _Comment) -> _Place | None:
        """The deepest entry that is still open above the comment and begins at or left of it."""
        edge = len(self.text)
        for place in reversed([place for place in self.places if place.line <= comment.line]):
            if place.column < edge:
                edge = place.column
                if place.column <= comment.column:
                    return place
        return None


def _append(comments: list[str], comment: _Comment) -> None:
    if comment.blank_before and comments:
        comments.append("")
    comments.append(comment.text)


def _with_blanks(comments: list[_Comment]) -> list[str]:
    lines: list[str] = []
    for comment in comments:
        _append(lines, comment)
    return lines


def _is_modeline(text: str) -> bool:
    return text.lstrip("# ").startswith("yaml-language-server:")
