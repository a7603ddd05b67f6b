"""How a value is kept from becoming structure, for each format.

Jinja's autoescape escapes whatever is no `Markup`. For Markdown and plain text the environment's `finalize` turns
each value into escaped `Markup` first, so that no template has to remember a filter.
"""

import re
from typing import Any

from markupsafe import Markup, escape

# CommonMark 0.31 §2.4: any ASCII punctuation can be escaped with a backslash. These can start or end markup within
# a line; of the rest, `#`, `+`, `-`, `=`, `.` and `)` matter only at the start of one.
_INLINE = re.compile(r"[\\`*_\[\]<>&|~!]")
_LINE_START = re.compile(r"^(\s*)([#+\-=]|\d{1,9}(?=[.)](?:\s|$)))")
_PLAIN_START = re.compile(r"^(-+|=+|[0-9]+\.) ")
_BREAKS = re.compile(r"[\r\n\t\f\v\x85\u2028\u2029]+")


def html(value: Any) -> Markup:
    """Escaped for element content and quoted attributes."""
    return escape(value)


def markdown(value: Any) -> Any:
    """Escaped so that CommonMark and its table extension read the very same characters as text."""
    if isinstance(value, Markup):
        return value
    text = _INLINE.sub(r"\\\g<0>", _BREAKS.sub(" ", str(value)))
    return Markup(_LINE_START.sub(_escape_start, text))


def _escape_start(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}{mark}\\" if mark.isdigit() else f"{match[1]}\\{mark}"


def plain(value: Any) -> Any:
    """One line of text that does not begin like a heading or an item of a list; plain text has no other structure."""
    if isinstance(value, Markup):
        return value
    return Markup(_PLAIN_START.sub(_unlike_start, _BREAKS.sub(" ", str(value))))


def _unlike_start(match: re.Match[str]) -> str:
    """`- ` with a dash instead of a hyphen, `== ` with a wide sign, `1. ` with a space that is none to a reader."""
    return f"{match[1].replace('-', '–').replace('=', '＝')}\u00a0"


def code_span(value: Any) -> Markup:
    """A Markdown code span that holds the value as it is (CommonMark 0.31 §6.1): more backticks than inside."""
    text = _BREAKS.sub(" ", str(value)).replace("|", "\\|")
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return Markup(f"{fence}{pad}{text}{pad}{fence}")
