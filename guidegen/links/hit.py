"""The record a scan returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that works as a link, a contact or an offer.

    ``start`` and ``end`` are code point offsets in the original text, half-open;
    ``seen`` is exactly that slice. ``reading`` says how it was understood and
    equals ``seen`` where nothing had to be folded.
    """

    start: int
    end: int
    family: str
    seen: str
    reading: str
    help: str
