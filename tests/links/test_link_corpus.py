"""The sample and our own strings, row by row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guidegen.links import FAMILIES, scan_html, scan_markdown, scan_text

DATA = Path(__file__).parent.parent / "data"
FILLER = "Press the call button and wait for the answer on the screen.\n" * 20


def rows(name: str) -> list[pytest.param]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    cells = ((number, *line.split("\t")) for number, line in enumerate(lines[1:], 2))
    return [
        pytest.param(label, json.loads(f'"{text}"'), id=f"{label}/{family}/{number}")
        for number, label, family, text in cells
    ]


SAMPLE = rows("link-guard.tsv")
OWN = rows("link-guard-own.tsv")
BAD = [row for row in SAMPLE + OWN if row.values[0] == "reject"]


@pytest.mark.parametrize(("label", "text"), SAMPLE + OWN)
def test_row(label: str, text: str) -> None:
    assert bool(scan_text(text)) == (label == "reject")


@pytest.mark.parametrize(("label", "text"), BAD)
def test_a_bad_row_inside_a_long_page_is_found_at_its_place(label: str, text: str) -> None:
    hits = scan_text(f"{FILLER}\n{text}\n\n{FILLER}")
    assert hits
    assert all(len(FILLER) - 1 <= hit.start and hit.end <= len(FILLER) + len(text) + 3 for hit in hits)


@pytest.mark.parametrize(("label", "text"), SAMPLE + OWN)
def test_hits_are_exact_slices_of_a_known_family(label: str, text: str) -> None:
    for hit in scan_text(text):
        assert hit.seen == text[hit.start : hit.end] != ""
        assert hit.family in FAMILIES
        assert hit.reading
        assert hit.help.endswith(".")


def test_the_two_sets_share_no_text() -> None:
    sample, own = ({row.values[1] for row in rows} for rows in (SAMPLE, OWN))
    assert not sample & own
    assert len(own) == len(OWN) >= 200


def test_empty_texts_hold_nothing() -> None:
    assert scan_text("") == scan_html("") == scan_markdown("") == ()
