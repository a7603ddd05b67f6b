"""HTML to the lines of Markdown that the Markdown templates would have written, for the rules that read pages.

No general converter: it knows the elements that `templates/formats/html.j2` writes. Whatever else stands on a page is
read as text, so that nothing hides from the rules in an element that nobody foresaw.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from html import unescape
from operator import attrgetter
from typing import Any

from guidegen.templating.escaping import code_span, markdown

_TOKEN = re.compile("(<!--.*?-->|</?[a-zA-Z][^>]*>)")
_NAME = re.compile("</?[a-zA-Z][a-zA-Z0-9]*")
_CLASS = re.compile("""\\bclass=["']?(?P<names>[^"'>]*)""")
_BLANKS = re.compile("[ \t\r\f]{2,}|[\t\r\f]")
# What `markdown` could escape.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~!]|^\s*[#+\-=\d]")


def _both(*names: str) -> frozenset[str]:
    """Elements by their start tags and end tags."""
    return frozenset((*names, *(f"/{name}" for name in names)))


# What stands around a text inside a line.
_MARKS = {**dict.fromkeys(_both("strong", "b"), "**"), **dict.fromkeys(_both("small"), "*")}
_CODES = _both("kbd", "code")
_PLAIN = _both("a", "abbr", "bdi", "em", "i", "span", "sub", "sup", "time", "wbr")
# What no reader gets as text.
_UNREAD = {"svg", "script", "style"}


def from_html(page: str) -> Iterator[tuple[int, str]]:
    """What stands in `<article>`, or in a page without one, as (line of the file, line of Markdown)."""
    start, end = max(page.find("<article"), 0), page.rfind("</article>")
    first = page.count("\n", 0, start) + 1
    place = _frozen(_Place())
    for number, line in enumerate(page[start : end if end >= 0 else len(page)].split("\n"), first):
        lines, place = _read(line, place)
        for text in lines:
            yield number, text
    for text in _Reader(_Place(*place)).ended():
        yield number, text


@dataclass(slots=True)
class _Place:
    """What is open where a line of the file begins."""

    lists: tuple[int, ...] = ()  # of each list the number of its last step, -1 for bullets
    facts: bool = False  # whether a list of terms is one of facts, with the term before each
    term: str = ""
    counter: bool = False  # whether this is what shop staff read, in their own language
    cells: tuple[str, ...] | None = None
    unread: str = ""
    code: str | None = None
    start: str = ""
    text: str = ""
    end: str = ""


_frozen = attrgetter(*(field.name for field in fields(_Place)))


@lru_cache(maxsize=16384)
def _read(line: str, place: tuple[Any, ...]) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """The lines of Markdown that end in a line of the file, and what is open after it; fixed lines repeat."""
    reader = _Reader(_Place(*place))
    pieces = _TOKEN.split(line)
    for text, tag in zip(pieces[::2], (*pieces[1::2], ""), strict=True):
        if text:
            reader.say(unescape(text))
        if tag:
            reader.tag(*_told(tag))
    reader.say(" ")
    return tuple(reader.written), _frozen(reader.at)


@lru_cache(maxsize=4096)
def _told(tag: str) -> tuple[str, tuple[str, ...]]:
    """The name of a tag, with a slash in front where it closes, and its classes; a comment has no name."""
    name, classes = _NAME.match(tag), _CLASS.search(tag)
    return name[0][1:].lower() if name else "", tuple(classes["names"].split()) if classes else ()


class _Reader:
    """Puts tags and texts together to lines."""

    def __init__(self, at: _Place) -> None:
        self.at = at
        self.written: list[str] = []

    def say(self, text: str) -> None:
        """A text between two tags."""
        at = self.at
        if at.unread:
            return
        if at.code is not None:
            at.code += text
        else:
            at.text += str(markdown(text)) if _SPECIAL.search(text) else text

    def tag(self, name: str, classes: tuple[str, ...]) -> None:
        """A tag by its name; whatever is not known here begins a line."""
        at = self.at
        if at.unread:
            at.unread = "" if name == f"/{at.unread}" else at.unread
        elif name in _MARKS:
            at.text += "" if at.counter else _MARKS[name]
        elif name in _CODES:
            self._code(name[0] != "/")
        elif name in _UNREAD:
            at.unread = name
        elif name and name not in _PLAIN:
            self._block(name, classes)

    def _code(self, opens: bool) -> None:
        if opens:
            self.at.code = ""
        else:
            self.at.text += str(code_span((self.at.code or "").strip()))
            self.at.code = None

    def _block(self, name: str, classes: tuple[str, ...]) -> None:
        """An element that begins and ends lines of its own."""
        if name == "/dt":
            self._term()
        self.ended()
        if begin := _BLOCKS.get(name):
            begin(self.at, classes)
        elif name == "/tr":
            cells, self.at.cells = self.at.cells or (), None
            self.written.append(f"| {' | '.join(cells)} |")

    def _term(self) -> None:
        """A term stands before each of its facts; over other lists it is a line of its own."""
        bold = f"**{_BLANKS.sub(' ', self.at.text).strip()}**"
        self.at.term, self.at.text = f"{bold}: ", "" if self.at.facts else bold

    def ended(self) -> list[str]:
        """The lines so far, with the one in hand."""
        at = self.at
        text = _BLANKS.sub(" ", at.text).strip(" ") if at.text else ""
        if at.cells is not None:
            at.cells = (*at.cells, text) if text or at.start else at.cells
        elif text:
            self.written.append(f"{at.start}{text}{at.end}")
        at.text, at.start, at.end = "", "", ""
        return self.written


Begin = Callable[[_Place, tuple[str, ...]], None]
"""What a block begins, given its classes."""


def _paragraph(at: _Place, classes: tuple[str, ...]) -> None:
    if at.counter:
        at.start = "> "
    elif "status" in classes:
        at.start = at.end = "*"


def _item(at: _Place, _: tuple[str, ...]) -> None:
    if at.lists:
        number = at.lists[-1] + 1 if at.lists[-1] >= 0 else -1
        at.lists = (*at.lists[:-1], number)
        at.start = f"{number}. " if number > 0 else "- "


def _list(at: _Place, first: int) -> None:
    at.lists += (first,)


def _list_ends(at: _Place, _: tuple[str, ...]) -> None:
    at.lists = at.lists[:-1]


def _terms(at: _Place, classes: tuple[str, ...]) -> None:
    at.facts = "facts" in classes


def _fact(at: _Place, _: tuple[str, ...]) -> None:
    at.start = f"- {at.term}" if at.facts else "- "


def _part(at: _Place, classes: tuple[str, ...]) -> None:
    at.counter, at.term = "counter" in classes, ""


def _row(at: _Place, _: tuple[str, ...]) -> None:
    at.cells = ()


def _cell(at: _Place, _: tuple[str, ...]) -> None:
    """Each cell closes with its tag."""
    at.start = "|"


def _heading(level: int) -> Begin:
    def begin(at: _Place, _: tuple[str, ...]) -> None:
        at.start = "#" * level + " "

    return begin


# What the start of an element, or the end of one, means for the lines that follow.
_BLOCKS: dict[str, Begin] = {
    **{f"h{level}": _heading(level) for level in range(1, 7)},
    "p": _paragraph,
    "li": _item,
    "ol": lambda at, _: _list(at, 0),
    "ul": lambda at, _: _list(at, -1),
    "/ol": _list_ends,
    "/ul": _list_ends,
    "dl": _terms,
    "dd": _fact,
    "div": _part,
    "/div": lambda at, _: _part(at, ()),
    "tr": _row,
    "th": _cell,
    "td": _cell,
}
