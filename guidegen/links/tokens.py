"""The scan of a Markdown page, through the tokens of markdown-it-py (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from guidegen.links.families import help_for
from guidegen.links.firstlook import says_more, spots, windows
from guidegen.links.hit import Hit
from guidegen.links.page import scan_html
from guidegen.links.reading import as_written
from guidegen.links.scan import close_hits, in_order, scan_text

if TYPE_CHECKING:
    from markdown_it.token import Token

# Without these Markdown holds no link, no picture, no HTML and no entity (CommonMark 0.31, 2.5, 4.7, 6.3 to 6.6).
# Each pattern begins with one character, which the engine finds at the speed of memchr.
_NEEDS_PARSER = tuple(map(re.compile, (r"<(?=\S)", r"&(?=#?\w{1,32};)", r"\](?=\s?[(\[:])")))
# Marks that vanish from the page, and where they stand between characters of one word or address.
_VANISHING = re.compile(r"[*`\\]+")
_SPLITS = tuple(
    re.compile(rf"{mark}(?<![*`\\].)[*`\\]*+(?:(?<=[^\W\d].)(?=[\w.@/:])|(?<=[\w.@/:].)(?=[^\W\d])|(?<=[*`\\].)(?=\w))")
    for mark in (r"\*", "`", r"\\")
)


def scan_markdown(md: str, *, allowed: frozenset[str] = frozenset()) -> tuple[Hit, ...]:
    """Every link, contact and offer of a Markdown page, with offsets in its source.

    What only the parser sees (a link by reference, an unused definition, words
    split by emphasis) is reported for the lines of its block.
    """
    found = sorted(spots(md))
    exact = in_order(hit for hit in close_hits(as_written(md), found) if hit.seen not in allowed)
    near = [md[start:end] for start, end in windows(md, found)]
    if not exact and not _any(_NEEDS_PARSER, md) and not _hidden_by_marks(md, near, allowed):
        return ()
    return in_order([*exact, *(hit for hit in _parsed(md, allowed) if not _touches(hit, exact))])


def _hidden_by_marks(md: str, near: Sequence[str], allowed: frozenset[str]) -> bool:
    """True where something stands in the page only once its marks have vanished."""
    if not _any(_SPLITS, md):
        return False
    bare = [_VANISHING.sub("", text) for text in near if _any(_SPLITS, text)]
    # Vanishing marks make new words of the ones that hold them; everything else is in the stretches.
    marked = (word for word in set(md.split()) if "*" in word or "`" in word or "\\" in word)
    if says_more(_VANISHING.sub("", "\n".join(word for word in marked if _any(_SPLITS, word))), than=md):
        bare.append(_VANISHING.sub("", md))
    return any(scan_text(text, allowed=allowed) for text in bare)


def _any(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _touches(hit: Hit, others: tuple[Hit, ...]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _parsed(md: str, allowed: frozenset[str]) -> Iterator[Hit]:
    from markdown_it import MarkdownIt

    env: dict[str, dict[str, dict[str, list[int]]]] = {}
    lines = _line_starts(md)
    for token in MarkdownIt("commonmark").enable("table").parse(md, env):
        yield from _token_hits(md, lines, token, allowed)
    for reference in env.get("references", {}).values():
        yield _block_hit(md, lines, (reference["map"][0], reference["map"][1]), "markdown", "")


def _token_hits(md: str, lines: list[int], token: Token, allowed: frozenset[str]) -> Iterator[Hit]:
    where = token.map or [0, len(lines) - 1]
    span = (where[0], where[1])
    if token.type == "html_block":
        for hit in scan_html(token.content, allowed=allowed):
            yield _block_hit(md, lines, span, hit.family, hit.seen)
    elif token.type in ("fence", "code_block"):
        for hit in scan_text(token.content + token.info, allowed=allowed):
            yield _block_hit(md, lines, span, hit.family, hit.seen)
    elif token.type == "inline":
        for child in token.children or ():
            if child.type in ("link_open", "image"):
                yield _block_hit(md, lines, span, "markdown", "")
        for hit in scan_html(_as_html(token), allowed=allowed):
            yield _block_hit(md, lines, span, hit.family, hit.seen)


def _as_html(token: Token) -> str:
    """An inline token's text as the page would hold it, with emphasis gone and raw HTML kept."""
    parts = []
    for child in token.children or ():
        if child.type == "html_inline":
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        else:
            parts.append(child.content.replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(parts)


def _line_starts(md: str) -> list[int]:
    starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", md))]
    return [*starts, len(md)]


def _block_hit(md: str, lines: list[int], span: tuple[int, int], family: str, seen: str) -> Hit:
    """A hit at the words seen, if the block shows them as they are, else the whole block."""
    begin, stop = lines[span[0]], lines[min(span[1], len(lines) - 1)]
    at = md.find(seen, begin, stop) if seen else -1
    start, end = (at, at + len(seen)) if at >= 0 else (begin, begin + len(md[begin:stop].rstrip()))
    shown = md[start:end]
    return Hit(
        start,
        end,
        family,
        shown,
        f"{seen} in the rendered page" if seen and seen != shown else shown,
        help_for(family),
    )
