"""The scan of a finished HTML page: its text as a browser shows it, and every attribute."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from guidegen.links.elements import (
    NOT_IN_ARTICLE,
    NOWHERE,
    attributes,
    element_name,
    leads_away,
    style_loads,
)
from guidegen.links.families import help_for
from guidegen.links.hit import Hit
from guidegen.links.reading import Edit, as_written, derived
from guidegen.links.scan import in_order, scan_reading, scan_schemes, scan_text

# One pass, every alternative runs to its end or to the end of the page, as a browser's tokenizer does: linear.
_TOKEN = re.compile(
    r"</?(?!script|style)[a-z][a-z0-9]*+(?:\s[^<>\"']*+)?>|"
    r"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)"
    r"|<(script|style)\b[^>]*+>(?:[^<]|<(?!/\1))*+"
    r"|<[a-zA-Z/!?](?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+(?:>|\Z)"
    r"|<[a-zA-Z/!?][^>]*+>?",
    re.I,
)
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "svg", "g", "text", "tspan", "path",
))  # fmt: skip
_ENTITY = re.compile(r"&(?:#\w{1,8}|[A-Za-z][A-Za-z0-9]{1,30});?")
_SHOWN_BY_STYLE = re.compile(r"content\s*:\s*(\"[^\"]*\"|'[^']*')")
_EXEMPT_META = re.compile(
    r"<meta\b[^>]*(?:http-equiv\s*=\s*[\"']?content-security-policy|name\s*=\s*[\"']?viewport)\b", re.I
)
_NOT_TEXT = frozenset(("href", "xlink:href", "class", "id", "style", "d"))
_REFRESH = re.compile(r"<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh\b", re.I)


def scan_html(html: str, *, allowed: frozenset[str] = frozenset()) -> tuple[Hit, ...]:
    """Every link, contact and offer of a finished page, with offsets in its source.

    Navigation inside the site passes: ``<a href>`` with a relative address outside
    ``<article>``. Never raises, whatever the mark-up.
    """
    tokens = list(_TOKEN.finditer(html))
    found = [*_text_hits(html, tokens), *_tag_hits(tokens)]
    return in_order(hit for hit in found if hit.seen not in allowed)


def _text_hits(source: str, tokens: Sequence[re.Match[str]]) -> Iterable[Hit]:
    tags = [token.group() for token in tokens]
    shown = {tag: _shown(tag) for tag in set(tags)}
    pieces: list[str] = []
    at = 0
    for token, tag in zip(tokens, tags, strict=True):
        pieces += source[at : token.start()], shown[tag]
        at = token.end()
    text = "".join([*pieces, source[at:]])
    text = html.unescape(text) if "&" in text else text
    return scan_reading(derived(as_written(source), text, lambda: list(_text_edits(source, tokens))))


def _shown(tag: str) -> str:
    """What stands in the text in place of a tag: nothing, or the end of a line."""
    return "" if element_name(tag) in _INLINE or tag.startswith("<!--") else "\n"


def _text_edits(source: str, tokens: Sequence[re.Match[str]]) -> Iterator[Edit]:
    at = 0
    for start, end, tag in [
        *((t.start(), t.end(), t.group()) for t in tokens),
        (len(source), len(source), ""),
    ]:
        for entity in _ENTITY.finditer(source, at, start):
            plain = html.unescape(entity.group())
            if plain != entity.group():
                yield Edit(entity.start(), entity.end(), plain, "HTML entities")
        if tag:
            yield Edit(start, end, _shown(tag), "mark-up")
        at = end


def _tag_hits(tokens: Sequence[re.Match[str]]) -> Iterator[Hit]:
    """Hits in tags, comments, scripts and style sheets. Equal tags are read once, in and out of an article."""
    found = {
        (tag, article): tuple(_one_tag(tag, article=article))
        for tag in {token.group() for token in tokens}
        for article in (False, True)
    }
    telling = {tag for (tag, _), hits in found.items() if hits or element_name(tag) == "article"}
    depth = 0
    for token in tokens:
        if token.group() in telling:
            for hit in found[token.group(), depth > 0]:
                yield _moved(hit, token.start())
            depth = max(0, depth + _opens(token.group()))


def _opens(tag: str) -> int:
    """1 for a start tag of an article, -1 for its end tag, else 0."""
    return (-1 if tag[1] == "/" else 1) if element_name(tag) == "article" else 0


def _moved(hit: Hit, by: int) -> Hit:
    return Hit(hit.start + by, hit.end + by, hit.family, hit.seen, hit.reading, hit.help)


def _one_tag(tag: str, *, article: bool) -> Iterator[Hit]:
    element = element_name(tag)
    if tag[1] == "/":
        return
    if not element:
        yield from scan_text(tag) if tag.startswith("<!--") else ()
        return
    if element in ("script", "style"):
        yield from _raw_text(element, tag, article=article)
        tag = tag[: tag.index(">") + 1] if ">" in tag else tag
    if element in (NOT_IN_ARTICLE if article else NOWHERE) or _REFRESH.match(tag):
        yield _markup_hit(tag, 0, len(tag))
    elif not _EXEMPT_META.match(tag):
        yield from _attribute_hits(element, tag, article=article)


def _attribute_hits(element: str, tag: str, *, article: bool) -> Iterator[Hit]:
    held = list(attributes(tag))
    rels = frozenset(word for a in held if a.name == "rel" for word in a.value.lower().split())
    for attribute in held:
        if leads_away(element, attribute, article=article, rels=rels):
            yield _markup_hit(tag, attribute.start, attribute.end)
        elif attribute.name not in _NOT_TEXT and scan_text(attribute.value):
            yield from _exact(tag, attribute.start, attribute.end)


def _exact(tag: str, start: int, end: int) -> Iterator[Hit]:
    """The hits of an attribute at their place; the whole value where only its decoded form holds one."""
    inner = scan_text(tag[start:end])
    for hit in inner:
        yield _moved(hit, start)
    if not inner:
        yield _markup_hit(tag, start, end)


def _raw_text(element: str, tag: str, *, article: bool) -> Iterator[Hit]:
    begin = tag.find(">") + 1
    body = tag[begin:]
    if element == "script":
        for hit in scan_schemes(body):
            yield _moved(hit, begin)
        return
    loads = style_loads(body)
    if loads:
        yield (
            _markup_hit(tag, begin + loads.start(), begin + loads.end())
            if loads.end() <= len(body)
            else _markup_hit(tag, begin, len(tag))
        )
    for shown in _SHOWN_BY_STYLE.finditer(body):
        for hit in scan_text(shown[1][1:-1]):
            yield _moved(hit, begin + shown.start(1) + 1)


def _markup_hit(tag: str, start: int, end: int) -> Hit:
    seen = tag[start:end]
    return Hit(start, end, "html", seen, seen, help_for("html"))
