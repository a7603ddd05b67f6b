"""No text makes the scan slower than its length does."""

from __future__ import annotations

import time

import pytest

from guidegen.links import scan_html, scan_text

UNITS = [
    ".",
    "@",
    "[",
    "\u200d",
    "/",
    "a.",
    "<a ",
    "%41",
    "加",
    "✈",
    "a@",
    "1.",
    "t . ",
    "me ",
    "加 ",
    "(",
    "://",
    "\u202e",
    "&",
    "<a x='",
    "\\",
]


def seconds(text: str) -> float:
    begin = time.process_time()
    scan_text(text)
    scan_html(text)
    return time.process_time() - begin


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_costs_its_length(unit: str) -> None:
    small, large = unit * (4000 // len(unit)), unit * (32000 // len(unit))
    seconds(small)
    fast = min(seconds(small) for _ in range(3))
    slow = min(seconds(large) for _ in range(3))
    assert slow <= 24 * fast + 0.05
