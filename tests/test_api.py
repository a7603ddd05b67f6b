"""The public functions: what `docs/api.md` promises, and nothing imported before it is needed."""

import datetime
import doctest
import subprocess
import sys
from pathlib import Path

import pytest
from records import AS_OF, CARRIERS, ROOT, SOUND, TEMPLATES, folder_of, snapshot

import guidegen

# What takes long to import, and what the first call of a function needs.
HEAVY = {"babel", "click", "jinja2", "pydantic", "yaml"}


def in_a_new_process(program: str) -> str:
    line = [sys.executable, "-c", program]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_the_page_about_it_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_of(tmp_path, {"gb/case.yaml": SOUND.replace("kind: ussd", "kind: usd")}).rename(tmp_path / "broken")
    folder_of(tmp_path, {"gb/giffgaff.yaml": (CARRIERS / "gb/giffgaff.yaml").read_bytes()})
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(ROOT / "docs/api.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 10) == (0, True)


def test_importing_it_imports_nothing_heavy() -> None:
    assert in_a_new_process(f"import sys, guidegen; print(sorted({HEAVY} & set(sys.modules)))") == "[]"


def test_help_imports_nothing_of_a_build() -> None:
    program = "import sys; from guidegen.cli import cli; cli(['--help'], standalone_mode=False); print(sorted(HEAVY))"
    loaded = f"sorted({HEAVY} & set(sys.modules))"
    assert in_a_new_process(program.replace("sorted(HEAVY)", loaded)).splitlines()[-1] == "['click']"


@pytest.mark.parametrize("name", ["build", "render"])
def test_a_module_of_the_same_name_does_not_hide_a_function(name: str) -> None:
    """Importing a module binds it in its package, before or after the function was asked for."""
    function = f"guidegen.api.{name}"
    for program in (
        f"import guidegen.{name}, guidegen.api, guidegen; print(guidegen.{name} is {function})",
        f"import guidegen; first = guidegen.{name}; import guidegen.{name}; print(guidegen.{name} is first)",
        f"from guidegen.{name} import __doc__; from guidegen import {name}, api; print({name} is api.{name})",
    ):
        assert in_a_new_process(program) == "True", program


def test_every_public_name_is_there_and_no_other() -> None:
    assert dir(guidegen) == sorted([*guidegen.__all__, "__version__"])
    assert all(getattr(guidegen, name) is not None for name in guidegen.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        guidegen.nothing  # noqa: B018 - asking for it is the test


def test_types_are_seen_by_a_program_that_uses_it(tmp_path: Path) -> None:
    """A checker knows what the functions take and give, whatever modules have the same name."""
    (tmp_path / "program.py").write_text(
        "import guidegen\n"
        "records = guidegen.load()\n"
        "text: str = guidegen.render(records['gb/giffgaff'], 'en', 'md').text\n"
        "guides: int = guidegen.build('site', languages=['en']).guides\n"
        "found: tuple[guidegen.Diagnostic, ...] = guidegen.check(records)\n"
        "guidegen.render('gb/giffgaff')\n"
    )
    line = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "program.py"]
    ran = subprocess.run(
        line, cwd=tmp_path, env={"MYPYPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, check=False
    )
    errors = [text for text in ran.stdout.splitlines() if text.startswith("program.py")]
    assert len(errors) == 1, ran.stdout + ran.stderr
    assert errors[0].startswith('program.py:6: error: Argument 1 to "render" has incompatible type "str"')


def test_without_a_path_the_records_are_those_of_guidegen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidegen.api.embedded", lambda name: {"carriers": tmp_path / "carriers"}[name])
    folder_of(tmp_path, {"gb/case.yaml": SOUND})
    assert list(guidegen.load()) == ["gb/case"]


def test_the_day_is_the_clock_of_the_run_or_the_one_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path, {"gb/case.yaml": SOUND})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")
    assert guidegen.load(folder).as_of == datetime.date(2026, 12, 1)
    assert guidegen.load(folder, AS_OF).as_of == AS_OF
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    with pytest.raises(ValueError, match="'tomorrow'; it must be a number"):
        guidegen.load(folder)


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"gb/case.yaml": SOUND})
    with pytest.raises(FileNotFoundError, match="none is no folder of carriers"):
        guidegen.load(tmp_path / "none")
    with pytest.raises(NotADirectoryError):
        guidegen.load(folder / "gb/case.yaml")
    records = guidegen.load(folder, AS_OF)
    with pytest.raises(KeyError):
        records["gb/other"]
    with pytest.raises(ValueError, match="no format 'pdf'; there are html, md, txt"):
        guidegen.render(records["gb/case"], "en", "pdf")
    with pytest.raises(FileNotFoundError, match="no folder of templates"):
        guidegen.render(records["gb/case"], templates=tmp_path / "none")
    for wrong in ({"languages": ["fr"]}, {"formats": ["pdf"]}):
        with pytest.raises(ValueError, match="there is no"):
            guidegen.build(tmp_path / "site", folder, **wrong)
    assert not (tmp_path / "site").exists()


def test_a_guide_is_scanned_and_a_broken_template_is_a_finding(tmp_path: Path) -> None:
    own = tmp_path / "own/guide"
    own.mkdir(parents=True)
    card = guidegen.load(folder_of(tmp_path, {"gb/case.yaml": SOUND}), AS_OF)["gb/case"]
    (own / "head.j2").write_text('{{ "example" ~ "." ~ "com" }}')
    guide = guidegen.render(card, "en", "txt", templates=tmp_path / "own")
    assert {finding.code for finding in guide.findings} == {"G402"}
    (own / "head.j2").write_text("{% if %}")
    guide = guidegen.render(card, "en", "txt", templates=tmp_path / "own")
    assert (guide.text, [finding.code for finding in guide.findings]) == ("", ["G302"])


def test_it_renders_and_builds_what_the_commands_do(tmp_path: Path, small_site: Path) -> None:
    folder = folder_of(tmp_path, {"gb/case.yaml": SOUND})
    result = guidegen.build(tmp_path / "made", folder, templates=TEMPLATES, as_of=AS_OF)
    assert result.findings == []
    made, expected = snapshot(tmp_path / "made"), snapshot(small_site)
    assert {path: made[path] for path in made if not path.startswith(".")} == {
        path: expected[path] for path in expected if not path.startswith(".")
    }
    text = guidegen.render(guidegen.load(folder, AS_OF)["gb/case"], "zh", "txt").text
    assert text.encode() == made["zh/gb/case.txt"]
