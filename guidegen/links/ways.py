"""All the ways to read a text."""

from __future__ import annotations

from guidegen.links.decode import decoded
from guidegen.links.fold import fold, unmirror
from guidegen.links.reading import Reading
from guidegen.links.squeeze import squeeze


def readings(source: Reading) -> tuple[Reading, ...]:
    """The text folded, squeezed and decoded; only those that differ."""
    folded = fold(unmirror(source))
    found = [folded, squeeze(folded)]
    for plain in decoded(folded):
        again = fold(unmirror(plain))
        found += [plain, again, squeeze(again)]
    return tuple({id(reading): reading for reading in found}.values())
