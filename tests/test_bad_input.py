"""Bad input that no committed file can be: what a disk, a link or sheer size does. Never a traceback."""

import os
from pathlib import Path

import pytest
from records import AS_OF, SOUND, TEMPLATES, built, checked, folder_of, snapshot

from guidegen.build import Options, build
from guidegen.catalogue import load
from guidegen.diagnostics import Diagnostic
from guidegen.source import parse


def found(findings: list[Diagnostic]) -> list[tuple[str, str]]:
    return [("/".join(finding.path.split("/")[-2:]), finding.code) for finding in findings]


def test_a_file_of_5_mb(tmp_path: Path) -> None:
    text = SOUND + "# " + "x" * 5_000_000 + "\n"
    assert found(checked(tmp_path, {"gb/case.yaml": text}).findings) == [("gb/case.yaml", "G002")]


def test_the_largest_file_that_is_allowed(tmp_path: Path) -> None:
    text = SOUND + "# " + "x" * (256 * 1024 - len(SOUND.encode()) - 2)
    assert checked(tmp_path, {"gb/case.yaml": text}).findings == []
    assert found(checked(tmp_path, {"gb/case.yaml": text + "x"}).findings) == [("gb/case.yaml", "G002")]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 100_000, "? " * 100_000])
def test_deep_nesting_needs_no_stack(text: str) -> None:
    assert {finding.code for finding in parse(text.encode(), "gb/case.yaml").findings} <= {"G013", "G008"}


def test_a_billion_laughs_stay_small() -> None:
    lines = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [
        f"{this}: &{this} [{', '.join([f'*{last}'] * 9)}]" for last, this in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    document = parse("\n".join(lines).encode(), "gb/case.yaml")
    assert {finding.code for finding in document.findings} == {"G012"}
    assert len(str(document.data())) < 1000


# A folder named like a record stands for a file that cannot be read: root, under which containers run, reads the rest.
def test_a_folder_named_like_a_record(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"gb/case.yaml": SOUND})
    (folder / "gb" / "other.yaml").mkdir()
    assert found(load(folder, AS_OF).findings) == [("gb/other.yaml", "G001")]


def test_a_file_that_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *args: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = folder_of(tmp_path, {"gb/case.yaml": SOUND, "_names.yaml": "names: []\n"})
    monkeypatch.setattr(Path, "open", refuse)
    findings = load(folder, AS_OF).findings
    assert [code for _, code in found(findings)] == ["G001", "G001"]
    assert all("Permission denied" in finding.message for finding in findings)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"gb/case.yaml": SOUND})
    os.mkfifo(folder / "gb" / "other.yaml")
    assert found(load(folder, AS_OF).findings) == [("gb/other.yaml", "G001")]


def test_links(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"gb/case.yaml": SOUND})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").write_text(SOUND)
    (folder / "gb" / "out.yaml").symlink_to(tmp_path / "outside" / "secret.yaml")
    (folder / "gb" / "loop.yaml").symlink_to(folder / "gb" / "loop.yaml")
    (folder / "gb" / "gone.yaml").symlink_to(folder / "gb" / "nowhere.yaml")
    (folder / "fr").symlink_to(tmp_path / "outside")
    assert found(load(folder, AS_OF).findings) == [
        ("carriers/fr", "G016"),
        ("gb/gone.yaml", "G001"),
        ("gb/loop.yaml", "G001"),
        ("gb/out.yaml", "G016"),
    ]


def test_names_file_behind_a_link(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"gb/case.yaml": SOUND})
    (tmp_path / "names.yaml").write_text("names: []\n")
    (folder / "_names.yaml").symlink_to(tmp_path / "names.yaml")
    assert found(load(folder, AS_OF).findings) == [("carriers/_names.yaml", "G016")]


@pytest.mark.parametrize("files", [{}, {"readme.txt": "no record"}])
def test_an_empty_folder(tmp_path: Path, small_site: Path, files: dict[str, str]) -> None:
    before, empty = snapshot(small_site), folder_of(tmp_path, files)
    result = build(Options(empty, TEMPLATES, small_site, AS_OF))
    assert [finding.code for finding in result.findings] == ["G017"]
    assert snapshot(small_site) == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = build(Options(tmp_path / "carrier", TEMPLATES, tmp_path / "site", AS_OF))
    assert [finding.code for finding in result.findings] == ["G017"]


def test_one_bad_record_among_good_ones_publishes_nothing(tmp_path: Path, small_site: Path) -> None:
    before = snapshot(small_site)
    files = {"gb/case.yaml": SOUND.replace("fee: none", "fee: 1"), "gb/other.yaml": "name: Other\n"}
    assert built(tmp_path, files, small_site).stopped
    assert snapshot(small_site) == before


def test_all_faults_of_all_files_are_found_in_one_run_and_sorted(tmp_path: Path) -> None:
    files = {
        "gb/b.yaml": SOUND.replace("country: GB", "country: UK").replace("source: page", "source: pgae"),
        "gb/a.yaml": SOUND.replace("fee: none", "fee: free").replace("channels:", "chanels:"),
        "fr/c.yaml": "name: [\n",
    }
    catalogue = checked(tmp_path, files)
    assert found(catalogue.findings) == [
        ("fr/c.yaml", "G008"),
        ("gb/a.yaml", "G101"),
        ("gb/b.yaml", "G104"),
    ]
    assert catalogue.findings == sorted(catalogue.findings, key=lambda finding: finding.order)
