"""`guidegen init`: a site of one's own, whole or not at all."""

import errno
import os
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from records import AS_OF, CARRIERS, ROOT, TEMPLATES, snapshot

import guidegen
from guidegen import cli
from guidegen.catalogue import load
from guidegen.publish import UNFINISHED, holds_files, start_folder
from guidegen.starter import starter

SMALL = {"carriers/gb/one.yaml": b"one", "docs/schema.json": b"{}", "templates/guide.j2": b"guide"}


def init(*arguments: object) -> Result:
    return CliRunner().invoke(cli.cli, ["init", *map(str, arguments)])


def test_a_new_folder_gets_the_records_and_templates(tmp_path: Path) -> None:
    result = init(tmp_path / "mine")
    place = (tmp_path / "mine").as_posix()
    count = len(load(CARRIERS, AS_OF).carriers)
    assert (result.exit_code, result.stdout) == (0, f"Written: {place}, with {count} records and the templates.\n")
    assert f"Next: cd {place}, then run: guidegen build\n" in result.stderr
    assert sorted(file.name for file in (tmp_path / "mine").iterdir()) == ["carriers", "docs", "templates"]
    assert snapshot(tmp_path / "mine/carriers") == snapshot(CARRIERS)
    assert snapshot(tmp_path / "mine/templates") == snapshot(TEMPLATES)
    schema = (ROOT / "docs/carrier.schema.json").read_bytes()
    assert snapshot(tmp_path / "mine/docs") == {"carrier.schema.json": schema}


def test_the_folder_that_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = init("--quiet", ".")
    assert (result.exit_code, result.stderr) == (0, "")
    assert snapshot(tmp_path) == starter()


@pytest.mark.parametrize("file", ["notes.txt", ".git/config"])
def test_a_folder_that_holds_files_is_left_as_it_is(tmp_path: Path, file: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text("mine")
    result = init(tmp_path)
    assert (result.exit_code, "holds files; name a new folder or an empty one." in result.output) == (2, True)
    assert snapshot(tmp_path) == {file: b"mine"}


def test_a_second_run_refuses_what_the_first_one_wrote(tmp_path: Path) -> None:
    assert init(tmp_path / "mine").exit_code == 0
    assert init(tmp_path / "mine").exit_code == 2


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    result = init(tmp_path / "mine")
    assert (result.exit_code, "is a file" in result.output) == (2, True)


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> Any:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("guidegen.publish.starting.os.listdir", refuse)
    result = init(tmp_path)
    assert (result.exit_code, "cannot be read: Permission denied." in result.output) == (2, True)


def stop_at(monkeypatch: pytest.MonkeyPatch, last: int, error: BaseException) -> None:
    """Let so many files be written or put in place; the next one ends in the error."""
    steps = iter(range(last))

    def stepping(act: Any) -> Any:
        def step(*arguments: Any) -> Any:
            if next(steps, None) is None:
                raise error
            return act(*arguments)

        return step

    monkeypatch.setattr(Path, "write_bytes", stepping(Path.write_bytes))
    monkeypatch.setattr("guidegen.publish.starting.os.replace", stepping(os.replace))


# Each of the small files is written, then each of the folders that hold them is put in place.
STEPS = range(2 * len(SMALL))


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("last", STEPS)
def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: int, exists: bool) -> None:
    folder = tmp_path / "mine"
    if exists:
        folder.mkdir()
    stop_at(monkeypatch, last, OSError(errno.ENOSPC, "No space left on device"))
    findings = start_folder(folder, SMALL)
    assert [(finding.code, "No space left" in finding.message) for finding in findings] == [("G022", True)]
    assert list(tmp_path.rglob("*")) == ([folder] if exists else [])


class Killed(BaseException):
    """What nothing catches."""


@pytest.mark.parametrize("last", STEPS)
def test_a_run_killed_at_any_step_is_finished_by_the_next(tmp_path: Path, last: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        stop_at(patched, last, Killed())
        with pytest.raises(Killed):
            start_folder(tmp_path, SMALL)
    visible = {path: text for path, text in snapshot(tmp_path).items() if not path.startswith(UNFINISHED)}
    tops = {path.partition("/")[0] for path in visible}
    assert visible == {path: text for path, text in SMALL.items() if path.partition("/")[0] in tops}
    (tmp_path / UNFINISHED / "carriers").mkdir(exist_ok=True)
    (tmp_path / UNFINISHED / "carriers/half").write_text("ha")
    assert not holds_files(tmp_path)
    assert start_folder(tmp_path, SMALL) == []
    assert snapshot(tmp_path) == SMALL
    assert holds_files(tmp_path)


def test_a_build_in_an_empty_folder_says_whose_records_it_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words = "these are the records that came with guidegen.\nTo start from a copy of them: guidegen init DIR\n"
    checked = CliRunner().invoke(cli.cli, ["check", "--as-of", AS_OF.isoformat()])
    assert (checked.exit_code, checked.stdout, words in checked.stderr) == (0, "", True)
    monkeypatch.setattr(import_module("guidegen.build"), "build", lambda *_: guidegen.Result())
    assert words in CliRunner().invoke(cli.cli, ["build"]).stderr
    assert words not in CliRunner().invoke(cli.cli, ["build", "--quiet"]).stderr
    (tmp_path / "carriers").mkdir()
    assert words not in CliRunner().invoke(cli.cli, ["build"]).stderr
