"""The scan of one text: readings, finders, decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from guidegen.links.addresses import find_emails, find_numbers, find_schemes
from guidegen.links.contacts import find_contacts
from guidegen.links.context import stands
from guidegen.links.domains import find_disguised, find_domains
from guidegen.links.families import help_for
from guidegen.links.find import Find, Finder, WordFinder
from guidegen.links.firstlook import Span, first_look, spots, stretch, together, windows
from guidegen.links.fold import MIRRORS
from guidegen.links.glance import glance
from guidegen.links.hit import Hit
from guidegen.links.invitations import find_invitations
from guidegen.links.markup import find_markup
from guidegen.links.offers import find_offers
from guidegen.links.reading import Reading, as_written, original_span, part
from guidegen.links.secondlook import NEAR
from guidegen.links.vocabulary import needs_met
from guidegen.links.ways import readings

ADDRESSES: tuple[Finder, ...] = (
    find_schemes,
    find_emails,
    find_domains,
    find_disguised,
    find_numbers,
    find_markup,
)
SOLICITATIONS: tuple[WordFinder, ...] = (find_contacts, find_invitations, find_offers)


def scan_text(text: str, *, allowed: frozenset[str] = frozenset()) -> tuple[Hit, ...]:
    """Every link, contact and offer in a plain text, in order, without overlaps.

    ``allowed`` holds exact operator names that look like domains: a hit that shows
    exactly such a name is dropped. Never raises; the same text gives the same hits.
    """
    return (_scanned_once if len(text) <= _SHORT else _scanned)(text, allowed)


def _scanned(text: str, allowed: frozenset[str]) -> tuple[Hit, ...]:
    return in_order(hit for hit in scan_reading(as_written(text)) if hit.seen not in allowed)


# Keys, labels and fixed words come again and again; the same text gives the same hits.
_SHORT = 120
_scanned_once = lru_cache(maxsize=8192)(_scanned)


def scan_reading(source: Reading) -> Iterator[Hit]:
    """The hits of a text that was itself read from another one; they may overlap."""
    return close_hits(source, sorted(spots(source.text)))


def close_hits(source: Reading, spots: Iterable[Span]) -> Iterator[Hit]:
    """The hits around the spots of the first look, in order. Where no finder finds anything, no sentence is read."""
    text = source.text
    held = ((start, end) for start, end in together(spots) if _holds(text, start, end))
    for start, end in windows(text, held):
        yield from closely(part(source, start, end))


def _holds(text: str, start: int, end: int) -> bool:
    """True where something is found around a spot, whatever the sentence says of it.

    A reading in another order can bring things near that stand far from each other, so there it is always true.
    """
    near = stretch(text, start - NEAR, end + NEAR)
    if not MIRRORS.isdisjoint(near):
        return True
    return (_finds_once if len(near) <= _REMEMBERED else _finds_anything)(near)


def _finds_anything(near: str) -> bool:
    return any(True for _ in _finds(as_written(near)))


# Titles and names with odd letters come on every page of a country.
_REMEMBERED = 600
_finds_once = lru_cache(maxsize=2048)(_finds_anything)


def closely(source: Reading) -> Iterator[Hit]:
    """The hits of a text, read in every way by every finder."""
    for reading, find in _finds(source):
        if stands(reading, find) and _works(hit := _hit(reading, find)):
            yield hit


def _works(hit: Hit) -> bool:
    """False for brackets that only look like those of Markdown."""
    return hit.family != "markdown" or hit.seen[0].isascii()


def _finds(source: Reading) -> Iterator[tuple[Reading, Find]]:
    """What all finders find in all readings, not yet decided."""
    # Folding turns letters of a non-Latin domain into look-alikes, so names are also read as written.
    yield from ((source, find) for find in find_domains(source))
    for reading in readings(source):
        for finder in ADDRESSES:
            yield from ((reading, find) for find in finder(reading))
        there = needs_met(glance(reading.text))
        if there:
            for word_finder in SOLICITATIONS:
                yield from ((reading, find) for find in word_finder(reading, there))


def scan_schemes(text: str) -> Iterator[Hit]:
    """Only what begins like a URL: for scripts, where dotted words are ordinary."""
    for start, end in first_look(text):
        for reading in readings(part(as_written(text), start, end)):
            yield from (_hit(reading, find) for find in find_schemes(reading) if stands(reading, find))


def _hit(reading: Reading, find: Find) -> Hit:
    start, end, kinds = original_span(reading, find.start, find.end)
    seen = reading.original()[start:end]
    read = reading.text[find.start : find.end]
    how = f"{read} after folding {' and '.join(kinds)}" if kinds and read != seen else seen
    return Hit(start, end, find.family, seen, how, help_for(find.family))


def in_order(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Left to right; of two that overlap, the one that begins first, then the longer one."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(kept)
