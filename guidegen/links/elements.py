"""What an HTML tag may hold: elements and attributes that load something or lead away (HTML Living Standard)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

# Elements that never belong in a page of ours, and those that do not belong in its article.
NOWHERE = frozenset((
    "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "base", "fencedframe",
))  # fmt: skip
NOT_IN_ARTICLE = NOWHERE | frozenset((
    "a", "area", "form", "img", "image", "picture", "video", "audio", "source", "track", "map",
    "link",
))  # fmt: skip
LOADING = frozenset((
    "src", "srcset", "imagesrcset", "action", "formaction", "poster", "data", "background", "cite",
    "manifest", "ping", "longdesc", "codebase", "classid", "profile", "usemap", "archive", "lowsrc",
    "dynsrc", "srcdoc",
))  # fmt: skip
LEADING = frozenset(["href", "xlink:href"])
_QUIET_RELS = frozenset((
    "alternate", "prev", "next", "up", "index", "contents", "canonical", "author", "license",
    "help",
))  # fmt: skip
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
IN_SITE = r"(?:\.\.?/)*[\w-]+(?:/[\w-]+)*(?:\.[\w-]+)?\.(?:html|md|txt|json)(?:#[\w-]*)?|#[\w.-]*|(?:\.\.?/)+|\."
_IN_SITE = re.compile(IN_SITE)
_STYLE_LOADS = re.compile(
    r"(?:url|src|image-set|image)\s*\(\s*(?![\s\"']*#)|@import|expression\s*\(|-moz-binding|behavior\s*:"
)
_LOADING_WORDS = ("url", "src", "image", "@import", "expression", "-moz-binding", "behavior")
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)|/\*.*?\*/", re.S)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: lower-case name, decoded value, and the span inside its tag of the value, or of the name alone."""

    name: str
    value: str
    start: int
    end: int


def element_name(tag: str) -> str:
    """The lower-case name of a start or end tag, or nothing for a comment or doctype."""
    match = _NAME.match(tag)
    return match[1].lower() if match else ""


def attributes(tag: str) -> Iterator[Attribute]:
    """The attributes of a start tag in order."""
    name = _NAME.match(tag)
    for match in _ATTRIBUTE.finditer(tag, name.end() if name else 1):
        raw = match[2] or ""
        quoted = raw[:1] in ("'", '"')
        value = raw[1:-1] if quoted else raw
        start, end = (match.start(2) + quoted, match.end(2) - quoted) if value else match.span()
        yield Attribute(match[1].lower(), html.unescape(value), start, end)


def leads_away(element: str, attribute: Attribute, *, article: bool, rels: frozenset[str] = frozenset()) -> bool:
    """True where the attribute loads, sends or leads somewhere other than to a page of this site."""
    name, value = attribute.name, attribute.value
    if name in LOADING and (name != "data" or element == "object"):
        return True
    if name.startswith("on") and len(name) > 4:
        return True
    if name == "style":
        return style_loads(value) is not None
    if name not in LEADING:
        return False
    if value.startswith("#"):
        return False
    if element == "link" and not rels & _QUIET_RELS:
        return value != "data:,"
    return article or not _IN_SITE.fullmatch(value)


def style_loads(css: str) -> re.Match[str] | None:
    """The first place where a style sheet asks for something else, with CSS escapes and comments read."""
    escaped = "\\" in css or "/*" in css
    return _loads(css.lower()) or (_loads(_CSS_ESCAPE.sub(_css_char, css).lower()) if escaped else None)


def _loads(css: str) -> re.Match[str] | None:
    return _STYLE_LOADS.search(css) if any(word in css for word in _LOADING_WORDS) else None


def _css_char(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        return chr(code) if 0 < code < 0x110000 else ""
    return match[2] or ""
