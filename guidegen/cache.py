"""What one build leaves behind for the next, in one file beside the pages; safe to delete.

The file has a line for each part, so that a build with nothing to do parses one of them: first a head with a digest of
all that follows, then the site as a whole, then two lines for each unit of records: what it was made from, and what
the pages around it need to know of it. A file that is damaged, or from another version, counts as none.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from guidegen.digest import digest
from guidegen.plan import Made

VERSION = 2


@dataclass(frozen=True, slots=True)
class Left:
    """One unit: what it was made from, and what others need to know of it.

    `knowledge` is that as JSON and `marks` digests of it; `counts` says how many statements have which status.
    """

    made: Made
    guides: int
    marks: Mapping[str, str]
    counts: Mapping[str, int]
    knowledge: str


@dataclass(frozen=True, slots=True)
class Whole:
    """The site as a whole.

    `pages` holds the digest of each page and the signature that its file had (see `publish.signature`), `around` a
    digest of what each page around the guides was made from, `across` a digest of what the rules across records found
    nothing wrong with. `clean` is false where a finding must be said again.
    """

    base: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    around: Mapping[str, str] = field(default_factory=dict)
    across: str = ""
    since: str = ""
    until: str = ""
    clean: bool = False
    guides: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)


class Cache:
    """A cache file as read; the lines of units are parsed when they are asked for."""

    def __init__(self, whole: Whole | None = None, lines: tuple[str, ...] = ()) -> None:
        self.whole = whole or Whole()
        self._lines = lines

    @cached_property
    def units(self) -> dict[str, Left]:
        """Every unit by its code."""
        return dict(map(_unit, self._lines[::2], self._lines[1::2]))


def _unit(line: str, knowledge: str) -> tuple[str, Left]:
    code, made, guides, marks, counts = json.loads(line)
    return code, Left(Made(**made), guides, marks, counts, knowledge)


def parse(content: bytes) -> Cache:
    """The cache that a file holds; an empty one where it cannot be trusted."""
    try:
        text = content.decode()
        head, _, rest = text.partition("\n")
        if json.loads(head) != _head(rest):
            return Cache()
        whole, *lines = rest.splitlines()
        cache = Cache(_whole(json.loads(whole)), tuple(lines))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Cache()
    return cache if all(map(_is_inside, cache.whole.pages)) else Cache()


def _whole(body: dict[str, Any]) -> Whole:
    pages = {path: (str(digest), str(signature)) for path, (digest, signature) in body.pop("pages").items()}
    return Whole(pages=pages, **body)


def _is_inside(path: str) -> bool:
    """Whether a path stays inside the site: what a cache lists is deleted one day."""
    return not path.startswith("/") and ".." not in path.split("/") and "\\" not in path and ":" not in path


def written(whole: Whole, units: Mapping[str, Left]) -> bytes:
    """The bytes of a cache file; no part holds a line end, for JSON escapes it."""
    lines = [_line({name: getattr(whole, name) for name in Whole.__slots__})]
    for code in sorted(units):
        unit = units[code]
        made = {name: getattr(unit.made, name) for name in Made.__slots__}
        lines += [_line([code, made, unit.guides, unit.marks, unit.counts]), unit.knowledge]
    rest = "\n".join(lines) + "\n"
    return f"{_line(_head(rest))}\n{rest}".encode()


def _head(rest: str) -> dict[str, object]:
    return {"guidegen": VERSION, "digest": digest(rest)}


def _line(value: object) -> str:
    return json.dumps(value, sort_keys=True)
