"""Templates of somebody's own: each file stands for one of guidegen's, and the same gates hold for it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from records import AS_OF, ROOT, SOUND, TEMPLATES, built, folder_of, snapshot

from guidegen import cli
from guidegen.build import Options, Result, build
from guidegen.overlay import template_file, template_files
from guidegen.templating import languages_in


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder for templates of one's own, still empty."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def puts(own: Path, name: str, text: str) -> None:
    (own / name).parent.mkdir(exist_ok=True)
    (own / name).write_text(text, encoding="utf-8")


def changed(own: Path, name: str, old: str, new: str) -> None:
    """Put a copy of one of guidegen's templates in the folder, with one change."""
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    assert old in text
    puts(own, name, text.replace(old, new, 1))


def site_with(tmp_path: Path, own: Path) -> Result:
    return built(tmp_path, {"gb/case.yaml": SOUND}, tmp_path / "made", templates=own)


def test_a_folder_holds_only_what_it_changes(tmp_path: Path, own: Path, small_site: Path) -> None:
    changed(own, "languages/en.j2", "Top up {{", "Refill {{")
    changed(own, "style.css", ":root{", ":root{--own:1;")
    result = site_with(tmp_path, own)
    assert result.findings == []
    before, after = snapshot(small_site), snapshot(tmp_path / "made")
    assert after.keys() == before.keys()
    assert after["en/gb/case.txt"].startswith(b"== Refill Case Mobile ==\n")
    assert b"--own:1" in after["zh/gb/case.html"]
    assert {path for path in after if path.startswith("zh/") and after[path] != before[path]} == {
        path for path in after if path.startswith("zh/") and path.endswith(".html")
    }


def test_an_empty_folder_changes_nothing(tmp_path: Path, own: Path, small_site: Path) -> None:
    assert site_with(tmp_path, own).findings == []
    built_anew = snapshot(tmp_path / "made")
    built_anew.pop(".guidegen.json")
    expected = snapshot(small_site)
    expected.pop(".guidegen.json")
    assert built_anew == expected


def test_a_language_is_added_by_one_file(own: Path) -> None:
    puts(own, "languages/fr.j2", "")
    puts(own, "languages/parts/more.j2", "")
    assert languages_in(own) == ["en", "fr", "zh"]


def test_files_in_use_and_where_they_stand(own: Path) -> None:
    puts(own, "guide/steps.j2", "")
    puts(own, "notes.txt", "")
    puts(own, ".guide.j2", "")
    files = template_files(own)
    assert files["guide/steps.j2"] == own / "guide/steps.j2" == template_file(own, "guide/steps.j2")
    assert files["guide.j2"] == TEMPLATES / "guide.j2" == template_file(own, "guide.j2")
    assert template_file(own, "guide/none.j2") == own / "guide/none.j2"
    assert files.keys() == template_files(TEMPLATES).keys()


@pytest.mark.parametrize(
    ("name", "text", "place", "code"),
    [
        ("guide/steps.j2", "\n\n{% if %}", "guide/steps.j2:3", "G302"),
        ("guide/head.j2", "{{ one }}", "guide/head.j2:1", "G303"),
        ("guide/head.j2", "\n{{ 1 // 0 }}", "guide/head.j2:2", "G304"),
        ("guide/head.j2", '{% include "guide/stepps.j2" %}', "guide/stepps.j2:1", "G301"),
        ("formats/txt.j2", "", "formats/txt.j2:1", "G303"),
        ("about.j2", "<p>write to refill@topup-example.com</p>", "about.j2:1", "G403"),
    ],
)
def test_a_broken_one_is_a_finding_at_its_own_line(
    tmp_path: Path, own: Path, name: str, text: str, place: str, code: str
) -> None:
    puts(own, name, text)
    finding = site_with(tmp_path, own).findings[0]
    assert (f"{finding.path}:{finding.span.line}", finding.code) == (f"{own.as_posix()}/{place}", code)
    assert not (tmp_path / "made/index.html").exists()


@pytest.mark.parametrize("name", ["page_title", "title"])  # asked for by the program, and by a template
def test_one_that_lacks_a_macro_is_named_and_not_the_template_that_asks(tmp_path: Path, own: Path, name: str) -> None:
    changed(own, "languages/zh.j2", f"macro {name}(", "macro other(")
    (finding,) = site_with(tmp_path, own).findings
    assert (finding.path, finding.code) == (f"{own.as_posix()}/languages/zh.j2", "G303")
    assert finding.message == f"other templates ask languages/zh.j2 for {name}, and this one has none"
    assert finding.help == f"copy {name} from {TEMPLATES.as_posix()}/languages/zh.j2"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("guide/head.j2", "", '{{ "example" ~ "." ~ "com" }}'),
        ("style.css", "", "body { background: url(https://example.com/a.png) }"),
        ("style.css", "", "body::after { content: 'topup-example.com' }"),
        ("style.css", "", "@import '//example.com/a.css';"),
        ("search.js", "", 'location = "https://example.com";'),
        ("page.html.j2", "<head>", '<head><link rel="icon" href="{{ "//example" ~ ".com" }}">'),
    ],
)
def test_what_it_makes_goes_through_the_gate_of_pages(tmp_path: Path, own: Path, name: str, old: str, new: str) -> None:
    changed(own, name, old, f"{new}\n{old}" if not old else new)
    result = site_with(tmp_path, own)
    assert {finding.code for finding in result.findings} == {"G402"}
    assert not (tmp_path / "made/index.html").exists()


def test_a_change_in_either_folder_is_seen_by_the_next_build(
    tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs"
    shutil.copytree(TEMPLATES, theirs)
    monkeypatch.setattr("guidegen.overlay.embedded", lambda _: theirs)
    options = Options(folder_of(tmp_path, {"gb/case.yaml": SOUND}), own, tmp_path / "site", AS_OF)
    build(options)
    assert build(options).plan.write == ()

    def words(place: Path, old: str, new: str) -> Callable[[], object]:
        file = place / "languages/en.j2"
        text = (file if file.exists() else theirs / "languages/en.j2").read_text(encoding="utf-8")
        file.parent.mkdir(exist_ok=True)
        return lambda: file.write_text(text.replace(old, new, 1), encoding="utf-8")

    for change in (words(theirs, "Top up {{", "Refill {{"), words(own, "Refill {{", "Charge {{")):
        change()
        assert "en/gb/case.html" in build(options).plan.write
    (own / "languages/en.j2").unlink()
    assert "en/gb/case.html" in build(options).plan.write
    assert build(options).plan.write == ()


def test_a_folder_that_is_not_there_is_a_slip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["build"], ["show", "gb/giffgaff"]):
        result = CliRunner().invoke(cli.cli, [*command, "--templates", "tmplates"])
        assert (result.exit_code, "'tmplates' does not exist" in result.output) == (2, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="the commands are for a POSIX shell")
def test_the_commands_of_the_page_about_it_work(tmp_path: Path) -> None:
    (commands,) = re.findall(r"```sh\n(.*?)```", (ROOT / "docs/templates.md").read_text(encoding="utf-8"), re.DOTALL)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["sh", "-ec", commands],
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "SOURCE_DATE_EPOCH": "1795392000"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, "== Top up giffgaff ==" in ran.stdout) == (0, True), ran.stderr
    assert (tmp_path / "templates/guide/head.j2").is_file()
