"""A record is found by what people call it."""

import datetime
import re
from typing import Any

import pytest
from desk import ROOT

from guidegen.catalogue import load
from guidegen.lookup import find
from guidegen.model import Carrier


@pytest.fixture(scope="module")
def carriers() -> dict[str, Carrier]:
    return load(ROOT / "carriers", datetime.date(2026, 12, 1)).carriers


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("gb/giffgaff", "gb/giffgaff"),
        ("GIFFGAFF", "gb/giffgaff"),
        ("giff-gaff", "gb/giffgaff"),
        ("gifgaff", "gb/giffgaff"),
        ("giffgaff 卡", "gb/giffgaff"),
        ("ｇｉｆｆｇａｆｆ", "gb/giffgaff"),
        ("中國移動香港", "hk/cmhk"),
        ("lebara de", "de/lebara"),
        ("DE Lebara", "de/lebara"),
    ],
)
def test_every_name_leads_to_the_record(carriers: dict[str, Carrier], word: str, key: str) -> None:
    assert find(word, carriers).only == key


def test_a_name_of_several_records_leads_to_none_alone(carriers: dict[str, Carrier]) -> None:
    found = find("Lebara", carriers)
    assert found.only is None
    assert {"de/lebara", "gb/lebara"} <= set(found.ids)


def test_an_unknown_spelling_is_answered_with_the_nearest_of_its_country(carriers: dict[str, Carrier]) -> None:
    assert find("gb/lebra", carriers).near[0] == ("gb/lebara", "Lebara")
    assert find("qqqqqq", carriers).near == ()
    assert find("", carriers).ids == ()


def test_show_opens_other_names_and_suggests_near_ones(run: Any) -> None:
    known, near, many = run("show", "gifgaff"), run("show", "gifgoff"), run("show", "lebara")
    assert known.stdout == run("show", "gb/giffgaff").stdout
    assert known.returncode == 0
    assert "gifgaff is gb/giffgaff (misspelling)." in known.stderr
    assert near.returncode == 2
    assert "Did you mean gb/giffgaff (giffgaff)?" in near.stderr
    assert "write one of: de/lebara, gb/lebara" in many.stderr


def test_show_is_plain_in_a_pipe_and_set_on_a_terminal(run: Any, terminal: Any) -> None:
    assert "\x1b[" not in run("show", "gb/giffgaff").stdout
    assert run("show", "gb/giffgaff", "--format", "md").stdout.startswith("# ")
    screen, bare = terminal("show", "gb/giffgaff"), terminal("show", "gb/giffgaff", NO_COLOR="1")
    assert (screen.finish(), bare.finish()) == (0, 0)
    colour = re.compile("\x1b\\[(?:[0-9]+;)*[349][0-7]m")
    assert colour.search(screen.seen)
    assert not colour.search(bare.seen)
    assert set("─━") & set(bare.seen)  # a drawn table, whatever lines the library draws with
