"""Folding, squeezing and decoding keep their way back to the original."""

from __future__ import annotations

import base64
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidegen.links import scan_html, scan_markdown, scan_text
from guidegen.links.fold import fold, fold_char, unmirror
from guidegen.links.reading import as_written, original_span
from guidegen.links.squeeze import squeeze

TRICKY = st.text(
    alphabet=st.sampled_from("t.me/@加微信vx：:：。 \n\u200b\u202e\u202cеｍ𝐭🆃[](){}<>&#;%2E\\*_1ab私聊我扫码"),
    max_size=60,
)
ANY_TEXT = st.text(max_size=80) | TRICKY
ADDRESS = "t.me/simking24"


@given(ANY_TEXT)
def test_every_hit_is_the_slice_it_names(text: str) -> None:
    for scan in (scan_text, scan_html, scan_markdown):
        for hit in scan(text):
            assert text[hit.start : hit.end] == hit.seen


@given(ANY_TEXT)
def test_hits_come_in_order_and_apart(text: str) -> None:
    hits = scan_text(text)
    assert all(a.end <= b.start for a, b in pairwise(hits))
    assert hits == scan_text(text)


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(as_written(text)).text
    assert fold(as_written(once)).text == once


def test_every_character_folds_to_something_that_stays() -> None:
    moving = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if "".join(fold_char(part)[0] for part in fold_char(char)[0]) != fold_char(char)[0]
    ]
    assert moving == []


@given(TRICKY)
def test_each_character_of_a_reading_comes_from_inside_the_text(text: str) -> None:
    reading = squeeze(fold(unmirror(as_written(text))))
    assert len(reading.text) == len(reading.lower)
    for at in range(len(reading.text)):
        start, end, _ = original_span(reading, at, at + 1)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("".join(chr(ord(char) + 0xFEE0) for char in ADDRESS), "width"),
        ("\u200b".join(ADDRESS), "invisible characters"),
        (ADDRESS.replace("e", "е"), "look-alike letters"),
        (" ".join(ADDRESS), "spacing"),
        ("".join(f"&#{ord(char)};" for char in ADDRESS), "HTML entities"),
        ("".join(f"%{ord(char):02X}" for char in ADDRESS), "percent codes"),
        ("".join(f"\\u{ord(char):04x}" for char in ADDRESS), "escapes"),
        (base64.b64encode(ADDRESS.encode()).decode(), "base64"),
        (ADDRESS.encode().hex(), "hexadecimal"),
        (f"\u202e{ADDRESS[::-1]}\u202c", "right-to-left override"),
    ],
)
def test_a_disguised_address_is_read_and_explained(written: str, kind: str) -> None:
    (hit,) = scan_text(f"打开 {written}，好")
    assert hit.reading.startswith(f"{ADDRESS} after folding")
    assert kind in hit.reading
    assert hit.seen == written


def test_a_plain_hit_reads_as_it_stands() -> None:
    (hit,) = scan_text("see example.com/a now")
    assert (hit.start, hit.end, hit.seen, hit.reading) == (4, 17, "example.com/a", "example.com/a")
