"""The last touch on a page's text: blank lines, spacing between scripts, lines of 72 columns.

The same lines and phrases come back on every page, so what was worked out for one is remembered, up to a limit.
"""

import re
import unicodedata
from functools import cache, lru_cache

WIDTH = 72
_REMEMBERED = 8_000
_HAN = "\u3400-\u9fff\uf900-\ufaff"
# GB/T 15835 and clreq: a gap between Han and Latin letters or digits; a date takes none (language.md §3).
_GAPS = re.compile(
    f"(?<=[{_HAN}])(?=[A-Za-z0-9£€¥$])(?<![年月])(?![0-9]{{4}}年)"
    f"|(?<=[A-Za-z0-9)])(?=[{_HAN}])(?!(?<=[0-9])[年月日])"
    "|(?<=[年月])(?=[A-Za-z])"
)
_TAG_OR_QUOTE = re.compile(r"(<[^>]*>|“[^”]*”)")


def space_scripts(text: str) -> str:
    """Chinese text with a space between Han and Latin, outside tags and quotations, which end in their line."""
    return "\n".join(map(_spaced, text.split("\n")))


@lru_cache(_REMEMBERED)
def _spaced(line: str) -> str:
    parts = _TAG_OR_QUOTE.split(line)
    parts[::2] = (_GAPS.sub(" ", part) for part in parts[::2])
    return "".join(parts)


def close_up(text: str) -> str:
    """Lines without the empty ones that templates leave between them."""
    lines = "\n".join(filter(None, text.split("\n")))
    return f"{lines}\n" if lines and text.endswith("\n") else lines


def tidy(text: str) -> str:
    """Lines without blanks at their ends, never two empty lines together, one line end at the end."""
    lines = "\n".join(map(str.strip, text.split("\n")))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def wrap(text: str) -> str:
    """Every line in at most 72 columns, a continued item of a list indented under its text."""
    return "\n".join(line if len(line) * 2 <= WIDTH else _wrap_line(line) for line in text.split("\n"))


_ITEM = re.compile(r"^(?:\d+\. |- |  )")
# The smallest parts between which a line may break: a word with its blank, or a single wide character. No line begins
# with a closing mark (clreq §3.1.4, JIS X 4051 行頭禁則), with what looks like a heading or an item of a list, or with
# the rest of a Chinese date; these stay with the part before.
_WIDE = f"{_HAN}\u3000-\u303f\uff00-\uffef“”‘’…"
_PART = f"(?:[{_WIDE}] ?|[^ {_WIDE}]+ ?| )"
_NOT_FIRST = "，。、；：！？）】》”’…·%,.;:!?)\\]}"
_LIKE_START = f"(?:-+|=+|[0-9]+\\.)(?![^ {_WIDE}]) ?"
_PIECE = f"{_PART}(?:(?=[{_NOT_FIRST}]){_PART}|(?<=\\d)(?=[年月日]){_PART}|(?<=[年月])(?=\\d){_PART}|{_LIKE_START})*"


@cache
def _piece() -> re.Pattern[str]:
    """Compiled when a line is wrapped, which pages in HTML never are: it takes seven milliseconds."""
    return re.compile(_PIECE)


@lru_cache(_REMEMBERED)
def _wrap_line(line: str) -> str:
    if columns(line) <= WIDTH:
        return line
    match = _ITEM.match(line)
    indent = " " * (match.end() if match else 0)
    lines, current, taken = [], "", 0
    pieces = _piece().findall(line)
    for piece, width in zip(pieces, map(columns, pieces), strict=True):
        if taken + width > WIDTH and taken + columns(piece.rstrip()) > WIDTH and current.strip():
            lines.append(current.rstrip())
            current, taken = indent, len(indent)
            piece = piece.lstrip()
            width = columns(piece)
        current, taken = current + piece, taken + width
    return "\n".join([*lines, current.rstrip()])


@lru_cache(_REMEMBERED)
def columns(text: str) -> int:
    """How many columns a text takes: two for East Asian wide characters (UAX #11)."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
