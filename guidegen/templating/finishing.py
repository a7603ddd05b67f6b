"""The last touch on a page's text: blank lines, spacing between scripts, lines of 72 columns."""

import re
import unicodedata
from functools import cache

WIDTH = 72
_HAN = "\u3400-\u9fff\uf900-\ufaff"
# GB/T 15835 and clreq: a gap between Han and Latin letters or digits; a date takes none (language.md §3).
_GAPS = re.compile(
    f"(?<=[{_HAN}])(?=[A-Za-z0-9£€¥$])(?<![年月])(?![0-9]{{4}}年)"
    f"|(?<=[A-Za-z0-9)])(?=[{_HAN}])(?!(?<=[0-9])[年月日])"
    "|(?<=[年月])(?=[A-Za-z])"
)
_TAG_OR_QUOTE = re.compile(r"(<[^>]*>|“[^”]*”)")


def space_scripts(text: str) -> str:
    """Chinese text with a space between Han and Latin, outside tags and quotations."""
    parts = _TAG_OR_QUOTE.split(text)
    return "".join(part if index % 2 else _GAPS.sub(" ", part) for index, part in enumerate(parts))


def close_up(text: str) -> str:
    """Lines without the empty ones that templates leave between them."""
    return re.sub(r"\n{2,}", "\n", text).lstrip("\n")


def tidy(text: str) -> str:
    """Lines without blanks at their ends, never two empty lines together, one line end at the end."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def wrap(text: str) -> str:
    """Every line in at most 72 columns, a continued item of a list indented under its text."""
    return "\n".join(part for line in text.split("\n") for part in _wrap_line(line))


_ITEM = re.compile(r"^(?:\d+\. |- |  )")
# No line begins with one of these (clreq §3.1.4, JIS X 4051 行頭禁則).
_NOT_FIRST = set("，。、；：！？）】》”’…·%,.;:!?)]}")


def _wrap_line(line: str) -> list[str]:
    if columns(line) <= WIDTH:
        return [line]
    match = _ITEM.match(line)
    indent = " " * (match.end() if match else 0)
    lines, current = [], ""
    for piece in _pieces(line):
        if columns(current) + columns(piece.rstrip()) > WIDTH and current.strip():
            lines.append(current.rstrip())
            current = indent + piece.lstrip()
        else:
            current += piece
    return [*lines, current.rstrip()]


def _pieces(line: str) -> list[str]:
    """The smallest parts between which a line may break: words with their blank, single Han characters."""
    pieces: list[str] = []
    for match in _PIECE.finditer(line):
        if not match[0]:
            continue
        if pieces and _stays(pieces[-1], match[0]):
            pieces[-1] += match[0]
        else:
            pieces.append(match[0])
    return pieces


def _stays(before: str, piece: str) -> bool:
    """Whether no line may begin with a piece: closing marks, what looks like a list, the rest of a Chinese date."""
    dated = (before[-1].isdigit() and piece[0] in "年月日") or (before[-1] in "年月" and piece[0].isdigit())
    return dated or piece[0] in _NOT_FIRST or _LIKE_START.fullmatch(piece) is not None


# What would make a line look like a heading or an item of a list.
_LIKE_START = re.compile(r"(?:-+|=+|[0-9]+\.) ?")
_PIECE = re.compile(f"[{_HAN}\u3000-\u303f\uff00-\uffef“”‘’…] ?|[^ {_HAN}\u3000-\u303f\uff00-\uffef“”‘’…]* ?")


def columns(text: str) -> int:
    """How many columns a text takes: two for East Asian wide characters (UAX #11)."""
    return len(text) if text.isascii() else sum(_char_columns(char) for char in text)


@cache
def _char_columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
