"""Readings: a text as a reader or a machine would take it, with the way back to the original offsets.

A reading is made from another one by edits. Folding, squeezing and decoding
are all lists of edits, so one map leads every offset back (the rule of Unicode
UTS #39 skeletons, kept reversible).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters ``start:end`` of the source text stand as ``new`` in the reading; ``kind`` says why."""

    start: int
    end: int
    new: str
    kind: str


@dataclass(frozen=True, slots=True)
class Way:
    """The way back from a reading to its source: the edits in order, and where each begins in the reading."""

    edits: Sequence[Edit]
    begins: Sequence[int]
    growth: Sequence[int]

    def start(self, at: int) -> int:
        """The source offset of the character at ``at``; an edit is taken whole."""
        index = bisect_right(self.begins, at) - 1
        if index >= 0 and at < self.begins[index] + len(self.edits[index].new):
            return self.edits[index].start
        return at - self.growth[index + 1]

    def end(self, at: int) -> int:
        """The source offset just behind the character that ends at ``at``."""
        index = bisect_right(self.begins, at - 1) - 1
        if index >= 0 and at <= self.begins[index] + len(self.edits[index].new):
            return self.edits[index].end
        return at - self.growth[index + 1]

    def inside(self, start: int, end: int) -> Sequence[Edit]:
        """The edits that touch the source span."""
        low = bisect_right(self.edits, start, key=lambda edit: edit.end)
        high = bisect_left(self.edits, end, key=lambda edit: edit.start)
        return self.edits[low:high]


def way_back(edits: Sequence[Edit]) -> Way:
    """Sums up the edits once, so that each look-up costs a bisection."""
    growth = [0, *accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits)]
    return Way(edits, [edit.start + growth[i] for i, edit in enumerate(edits)], growth)


@dataclass(frozen=True)
class Reading:
    """One way to read a text. ``source`` is None for the original itself.

    ``way`` is called only when an offset has to be mapped back: most texts hold
    nothing, and then the map is never built. The same goes for ``lower``.
    """

    text: str
    source: Reading | None
    way: Callable[[], Way]

    @cached_property
    def lower(self) -> str:
        """The text in lower case, of the same length."""
        return lowered(self.text)

    def original(self) -> str:
        """The text everything was read from."""
        return self.text if self.source is None else self.source.original()


def as_written(text: str) -> Reading:
    """The original text as its own reading."""
    return Reading(text, None, lambda: way_back(()))


def lowered(text: str) -> str:
    """Lower case of the same length, so that offsets hold (only U+0130 would grow)."""
    return (text.replace("\u0130", "I") if "\u0130" in text else text).lower()


def reread(source: Reading, edits: Iterable[Edit]) -> Reading:
    """The source with the edits applied; the source itself when there are none."""
    kept = tuple(edits)
    if not kept:
        return source
    text = "".join(_pieces(source.text, kept))
    return derived(source, text, lambda: kept)


def derived(source: Reading, text: str, edits: Callable[[], Sequence[Edit]]) -> Reading:
    """A reading whose edits are worked out only when a hit asks for its place."""
    return Reading(text, source, cache(lambda: way_back(edits())))


def part(source: Reading, start: int, end: int) -> Reading:
    """A stretch of the source as a reading of its own; the source itself where it is the whole."""
    if start == 0 and end == len(source.text):
        return source
    outside = (Edit(0, start, "", ""), Edit(end, len(source.text), "", ""))
    return derived(source, source.text[start:end], lambda: outside)


def _pieces(text: str, edits: Sequence[Edit]) -> Iterator[str]:
    at = 0
    for edit in edits:
        yield text[at : edit.start]
        yield edit.new
        at = edit.end
    yield text[at:]


def substitutions(
    source: Reading, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str], kind: str
) -> Iterator[Edit]:
    """An edit for each match whose replacement differs from what stands there."""
    for match in pattern.finditer(source.text):
        written = new(match)
        if written != match.group():
            yield Edit(match.start(), match.end(), written, kind)


def original_span(reading: Reading, start: int, end: int) -> tuple[int, int, tuple[str, ...]]:
    """Offsets in the original text, and the kinds of edit that lie in between."""
    kinds: dict[str, None] = {}
    current = reading
    while current.source is not None:
        way = current.way()
        start, end = way.start(start), max(way.start(start), way.end(end))
        kinds.update(dict.fromkeys(edit.kind for edit in way.inside(start, end) if edit.kind))
        current = current.source
    return start, end, tuple(kinds)
