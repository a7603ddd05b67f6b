"""The scan of a finished HTML page: its text as a browser shows it, and every attribute."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, islice

from guidegen.links.elements import (
    IN_SITE,
    NOT_IN_ARTICLE,
    NOWHERE,
    attributes,
    element_name,
    leads_away,
    style_loads,
)
from guidegen.links.families import help_for
from guidegen.links.firstlook import first_look
from guidegen.links.hit import Hit
from guidegen.links.reading import Edit, as_written, derived
from guidegen.links.scan import in_order, scan_reading, scan_schemes, scan_text

# One pass, every alternative runs to its end or to the end of the page, as a browser's tokenizer does: linear.
# Splitting at it gives text, tag and the name of a raw element, again and again, and the text behind the last tag.
_TOKEN = re.compile(
    r"(</?(?![sS][cCtT][rRyY])[a-zA-Z][a-zA-Z0-9]*+(?:\s[^<>\"']*+)?>"
    r"|<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|<((?i:script|style))\b[^>]*+>(?:[^<]++|<(?!/(?i:\2)))*+"
    r"|<[a-zA-Z/!?](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+(?:>|\Z)"
    r"|<[a-zA-Z/!?][^>]*+>?)"
)
_INLINE = (
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strong "
    "sub sup time tt u var wbr svg g text tspan path"
)
_NO_BREAK = re.compile(rf"</?(?i:{_INLINE.replace(' ', '|')})(?=[\s/>])|<!--")
_ENTITY = re.compile(r"&(?:#\w{1,8}|[A-Za-z][A-Za-z0-9]{1,30});?")
_SHOWN_BY_STYLE = re.compile(r"content\s*:\s*(\"[^\"]*\"|'[^']*')")
_EXEMPT_META = re.compile(
    r"<meta\b[^>]*(?:http-equiv\s*=\s*[\"']?content-security-policy|name\s*=\s*[\"']?viewport)\b", re.I
)
_NOT_TEXT = frozenset(("href", "xlink:href", "class", "id", "style", "d"))
_REFRESH = re.compile(r"<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh\b", re.I)
# Tags that cannot lead away whatever they say: plain elements, attributes that load nothing.
_SAYS = r"lang|dir|scope|role|title|datetime|hreflang|rel|type|tabindex|colspan|rowspan|(?:data|aria)-[a-z-]+"
_DRAWN = r"(?:c?[xy]|r|width|height|viewBox)=\"[0-9 -]*\""
_HARMLESS = rf"(?:\s(?:(?:class|id|d)=\"[^\"<>]*\"|{_DRAWN}|(?:{_SAYS})=\"[^\"<>]*\"|hidden|open))*+"
_TELLING = "|".join(sorted({*NOT_IN_ARTICLE, "article", "meta", "script", "style"}))
_PLAIN = re.compile(rf"</(?!article\b)[a-z][a-z0-9]*>|<(?!(?:{_TELLING})[\s/>])[a-z][a-z0-9]*{_HARMLESS}/?>")
_SITE_LINK = re.compile(rf"<a{_HARMLESS}\shref=\"(?:{IN_SITE})\"{_HARMLESS}>")
_SAID = re.compile(rf"\s(?:{_SAYS})=\"([^\"<>]+)\"")


def scan_html(html: str, *, allowed: frozenset[str] = frozenset()) -> tuple[Hit, ...]:
    """Every link, contact and offer of a finished page, with offsets in its source.

    Navigation inside the site passes: ``<a href>`` with a relative address outside
    ``<article>``. Never raises, whatever the mark-up.
    """
    parts = _TOKEN.split(html)
    texts, tags = parts[::3], parts[1::3]
    distinct = set(tags)
    found = [*_text_hits(html, texts, tags, distinct), *_tag_hits(texts, tags, distinct)]
    return in_order(hit for hit in found if hit.seen not in allowed) if found else ()


def _text_hits(source: str, texts: Sequence[str], tags: Sequence[str], distinct: set[str]) -> Iterator[Hit]:
    shown = {tag: _shown_short(tag) if len(tag) <= _SHORT else _shown(tag) for tag in distinct}
    text = "".join(chain.from_iterable(zip(texts, [*map(shown.__getitem__, tags), ""], strict=True)))
    text = html.unescape(text) if "&" in text else text
    return scan_reading(derived(as_written(source), text, lambda: list(_text_edits(source, texts, tags))))


def _shown(tag: str) -> str:
    """What a tag shows between two texts: nothing or a line break."""
    return "" if _NO_BREAK.match(tag) else "\n"


_shown_short = lru_cache(maxsize=4096)(_shown)


def _starts(texts: Sequence[str], tags: Sequence[str]) -> list[int]:
    """Where each tag begins."""
    return list(accumulate(map(len, chain.from_iterable(zip(texts, tags, strict=False)))))[::2]


def _text_edits(source: str, texts: Sequence[str], tags: Sequence[str]) -> Iterator[Edit]:
    at = 0
    for start, tag in zip([*_starts(texts, tags), len(source)], [*tags, ""], strict=True):
        for entity in _ENTITY.finditer(source, at, start):
            plain = html.unescape(entity.group())
            if plain != entity.group():
                yield Edit(entity.start(), entity.end(), plain, "HTML entities")
        at = start + len(tag)
        if tag:
            yield Edit(start, at, "" if _NO_BREAK.match(tag) else "\n", "mark-up")


def _tag_hits(texts: Sequence[str], tags: Sequence[str], distinct: set[str]) -> Iterator[Hit]:
    """Hits in tags, comments, scripts and style sheets, in and out of an article."""
    telling, links = _told_apart(distinct)
    looked_at = telling | links
    starts: list[int] = []
    depth = 0
    for index, tag in [(index, tag) for index, tag in enumerate(tags) if tag in looked_at]:
        if depth or tag in telling:
            for hit in _one_tag(tag, article=depth > 0):
                starts = starts or _starts(texts, tags)
                yield _moved(hit, starts[index])
            depth = max(0, depth + _opens(tag))


def _told_apart(tags: set[str]) -> tuple[set[str], set[str]]:
    """The tags that need a close look, and the links of the site, which need one inside an article only.

    What all the other new tags say is looked at together, and where it is nothing, they are remembered.
    """
    # Another thread may empty the memory meanwhile, so each is asked once.
    seen_links = tags & _site_links
    new = tags - _quiet_tags - seen_links
    plain = {tag for tag in new if _PLAIN.fullmatch(tag)}
    links = {tag for tag in new - plain if _SITE_LINK.fullmatch(tag)}
    said = set(_SAID.findall("".join(chain(plain, links))))
    if said and first_look(html.unescape("\n".join(said))):
        return new, seen_links
    telling, known = new - plain - links, seen_links | links
    _remember(plain, links)
    return telling, known


# Tags of other pages that were told apart and say nothing.
_quiet_tags: set[str] = set()
_site_links: set[str] = set()
_SHORT, _MOST = 400, 1 << 13


def forget_tags() -> None:
    """Empties the memory; the answers stay the same."""
    _quiet_tags.clear()
    _site_links.clear()


def _remember(plain: set[str], links: set[str]) -> None:
    if len(_quiet_tags) + len(_site_links) > _MOST:
        forget_tags()
    for memory, tags in ((_quiet_tags, plain), (_site_links, links)):
        memory.update(islice((tag for tag in tags if len(tag) <= _SHORT), _MOST))


def _opens(tag: str) -> int:
    """1 for a start tag of an article, -1 for its end tag, else 0."""
    return (-1 if tag[1] == "/" else 1) if element_name(tag) == "article" else 0


def _moved(hit: Hit, by: int) -> Hit:
    return Hit(hit.start + by, hit.end + by, hit.family, hit.seen, hit.reading, hit.help)


@lru_cache(maxsize=512)
def _one_tag(tag: str, *, article: bool) -> tuple[Hit, ...]:
    """The hits of one tag. A site repeats its tags on every page, so the last ones are kept."""
    return () if tag[1] == "/" else tuple(_tag(element_name(tag), tag, article=article))


def _tag(element: str, tag: str, *, article: bool) -> Iterator[Hit]:
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
