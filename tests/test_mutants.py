"""What `make mutants` tries and counts, and that its settings name what is there."""

import tomllib

import pytest
from records import ROOT

from tools.mutants import AREAS, drawn, row

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]


def test_a_sample_is_the_same_every_time_and_never_larger_than_asked() -> None:
    names = [f"guidegen.plan.x_{number}" for number in range(40)]
    assert len(set(drawn(names, 10))) == 10
    assert drawn(names, 10) == drawn(names[::-1], 10)
    assert drawn(names, 0) == drawn(names, 40) == names


def test_what_no_test_reaches_counts_as_not_noticed() -> None:
    codes = {"a": 0, "b": 1, "c": 33, "d": -24, "e": 1, "not tried": None}
    assert row("plan", ["a", "b", "c", "d", "e"], codes) == "| plan | 6 | 5 | 2 | 1 | 1 | 1 | 60.0 % |"


def test_a_mutant_that_was_not_tried_counts_as_nothing() -> None:
    with pytest.raises(SystemExit, match="some mutants were not tried"):
        row("plan", ["a", "b"], {"a": 1, "b": 255})


def test_the_areas_are_what_is_changed() -> None:
    assert {f"guidegen/{files}" for files in AREAS.values()} == set(SETTINGS["only_mutate"])
    assert all(any((ROOT / "guidegen").glob(files)) for files in AREAS.values())


def test_the_tests_that_run_and_those_left_out_are_there() -> None:
    for told in SETTINGS["pytest_add_cli_args_test_selection"]:
        file, _, name = told.partition("=")[2].partition("::") if told.startswith("--") else (told, "", "")
        assert (ROOT / file).exists(), told
        assert not name or f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), told
