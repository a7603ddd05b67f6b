"""What `make mutants` tries and counts, and that its settings name what is there."""

import tomllib
from pathlib import Path

import pytest
from records import ROOT

from tools import mutants
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


def test_only_survivors_that_ran_while_modules_were_imported_are_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {"m.x_early__mutmut_1": 0, "m.x_early__mutmut_2": 33, "m.x_early__mutmut_3": 1, "m.x_late__mutmut_1": 0}
    asked = []
    monkeypatch.setattr(mutants, "results", lambda area: found)
    monkeypatch.setattr(mutants, "tried_again", lambda name: asked.append(name) or len(asked) - 1)
    codes = mutants.outcomes("links", [*found][:1] + [*found][2:], {"m.x_early"})
    assert asked == ["m.x_early__mutmut_1"]
    codes = mutants.outcomes("links", [*found], {"m.x_early"})
    assert codes == {**found, "m.x_early__mutmut_1": 1, "m.x_early__mutmut_2": 2}


def test_functions_that_run_on_import_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sample.py").write_text(
        "def x_early__mutmut_orig(): pass\ndef x_late__mutmut_orig(): pass\nx_early__mutmut_orig()\n"
    )
    (tmp_path / "preload").write_text("sample\n")
    monkeypatch.setattr(mutants, "PRELOADED", tmp_path / "preload")
    monkeypatch.setattr(mutants, "MADE", tmp_path / "guidegen")
    assert mutants.run_on_import() == {"sample.x_early"}
