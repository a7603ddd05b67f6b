"""HTML to the lines of Markdown that the Markdown templates would have written, for the rules that read pages.

No general converter: it knows the elements that `templates/formats/html.j2` writes. Whatever else stands on a page is
read as text, so that nothing hides from the rules in an element that nobody foresaw.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from html import unescape
from operator import attrgetter
from typing import Any

from guidegen.templating.escaping import code_span, markdown

_TOKEN = re.compile("<!--.*?-->|<(?P<name>/?[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^>]*)>|[^<]+|<", re.DOTALL)
_CLASS = re.compile("""\\bclass=["']?(?P<names>[^"'>]*)""")
_BLANKS = re.compile("[ \t\r\f]{2,}|[\t\r\f]")
_HEADING = re.compile("/?h(?P<level>[1-6])")
# What `markdown` could escape.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~!]|^\s*[#+\-=\d]")
# What stands around a text inside a line.
_MARKS = {"strong": "**", "b": "**", "small": "*"}
_CODES = {"kbd", "code"}
_PLAIN = {"a", "abbr", "bdi", "em", "i", "span", "sub", "sup", "time", "wbr"}
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
    for match in _TOKEN.finditer(line):
        if match["name"]:
            reader.tag(match["name"].lower(), match["rest"])
        elif not match[0].startswith("<!--"):
            reader.say(unescape(match[0]))
    reader.say(" ")
    return tuple(reader.written), _frozen(reader.at)


class _Reader:
    """Puts tags and texts together to lines."""

    def __init__(self, at: _Place) -> None:
        self.at = at
        self.written: list[str] = []

    def say(self, text: str) -> None:
        """A text between two tags."""
        if self.at.unread:
            return
        if self.at.code is not None:
            self.at.code += text
        else:
            self.at.text += str(markdown(text)) if _SPECIAL.search(text) else text

    def tag(self, name: str, rest: str) -> None:
        """A tag by its name, with a slash in front where it closes."""
        at, element = self.at, name.removeprefix("/")
        if at.unread or element in _UNREAD:
            at.unread = "" if name == f"/{at.unread}" else at.unread or element
        elif element in _MARKS:
            at.text += "" if at.counter else _MARKS[element]
        elif element in _CODES:
            self._code(name == element)
        elif element not in _PLAIN:
            self._block(name, _classes(rest) if rest else [])

    def _code(self, opens: bool) -> None:
        if opens:
            self.at.code = ""
        else:
            self.at.text += str(code_span((self.at.code or "").strip()))
            self.at.code = None

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

    def _block(self, name: str, classes: list[str]) -> None:
        """An element that begins and ends lines of its own."""
        at = self.at
        if name == "/dt":
            self._term()
        self.ended()
        if name in ("p", "li"):
            self._line(name, classes)
        elif heading := _HEADING.fullmatch(name):
            at.start = "#" * int(heading["level"]) + " " if name[0] != "/" else ""
        elif name in ("ol", "ul"):
            at.lists += (0 if name == "ol" else -1,)
        elif name in ("/ol", "/ul"):
            at.lists = at.lists[:-1]
        elif name == "dl":
            at.facts = "facts" in classes
        elif name == "dd":
            at.start = f"- {at.term}" if at.facts else "- "
        elif name in ("div", "/div"):
            at.counter, at.term = name == "div" and "counter" in classes, ""
        else:
            self._row(name)

    def _line(self, name: str, classes: list[str]) -> None:
        at = self.at
        if name == "li" and at.lists:
            number = at.lists[-1] + 1 if at.lists[-1] >= 0 else -1
            at.lists = (*at.lists[:-1], number)
            at.start = f"{number}. " if number > 0 else "- "
        elif name == "p" and at.counter:
            at.start = "> "
        elif name == "p" and "status" in classes:
            at.start = at.end = "*"

    def _term(self) -> None:
        """A term stands before each of its facts; over other lists it is a line of its own."""
        bold = f"**{_BLANKS.sub(' ', self.at.text).strip()}**"
        self.at.term, self.at.text = f"{bold}: ", "" if self.at.facts else bold

    def _row(self, name: str) -> None:
        """A row of a table is a line; each cell closes with its tag."""
        at = self.at
        if name == "tr":
            at.cells = ()
        elif name in ("th", "td"):
            at.start = "|"
        elif name == "/tr":
            cells, at.cells = at.cells or (), None
            self.written.append(f"| {' | '.join(cells)} |")


def _classes(rest: str) -> list[str]:
    found = _CLASS.search(rest)
    return found["names"].split() if found else []
