"""What reading a file says of it, to the letter: from where to where, in which words, and what to do instead."""

import errno
import json
import os
from pathlib import Path

import pytest
from records import SOUND

from guidegen.diagnostics import Diagnostic
from guidegen.source import parse, read

CASES = Path(__file__).parent / "cases"
# Cases with more findings than anybody reads; test_limits.py counts them.
MANY = "G033-"


def answers(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    file = ""
    for line in (Path(__file__).parent / "data" / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("\t"):
            found[file].append(line.strip())
        elif not line.startswith("#"):
            file = line
            found[file] = []
    return found


ANSWERS = answers("reading.txt")
FILES = [file.relative_to(CASES).as_posix() for file in sorted(CASES.glob("G0*/*.yaml"))]


def told(one: Diagnostic) -> str:
    span = one.span
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column} {one.code} {one.message} · {one.help}"


@pytest.mark.parametrize("file", [file for file in FILES if not file.startswith(MANY)])
def test_answer(file: str) -> None:
    assert [told(one) for one in parse((CASES / file).read_bytes(), "gb/case.yaml").findings] == ANSWERS.get(file, [])


def test_every_answer_belongs_to_a_case() -> None:
    assert set(ANSWERS) <= set(FILES)
    assert len(ANSWERS) > 60


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("gb/Case_Mobile.YML", "name it gb/case-mobile.yaml"),
        ("gb/case.mobile.yaml", "name it gb/case-mobile.yaml"),
        ("gb/case 2.yaml", "name it gb/case-2.yaml"),
        ("gb/案例.yaml", "Name the file `<country>/<carrier>.yaml`, in small letters, digits and hyphens."),
    ],
)
def test_a_name_that_no_record_has(tmp_path: Path, name: str, help: str) -> None:
    file = tmp_path / name
    file.parent.mkdir()
    file.write_text(SOUND)
    (found,) = read(file, f"carriers/{name}", tmp_path).findings
    assert told(found) == f"1:1-1:1 G018 {name} is no name for a record · {help}"
    assert found.path == f"carriers/{name}"


def test_a_name_that_a_record_has(tmp_path: Path) -> None:
    for name in ("gb/case-2.yaml", "gb/_country.yaml"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(SOUND)
        assert read(file, name, tmp_path).findings == []


@pytest.mark.parametrize(
    ("text", "expected"), [(json.loads(text), told) for text, told in answers("slips.txt").items()]
)
def test_what_is_said_first_of_a_slip(text: str, expected: list[str]) -> None:
    assert [told(parse(text.encode(), "gb/case.yaml").findings[0])] == expected


def test_a_file_that_is_too_long_is_not_read() -> None:
    (found,) = parse(b"a" * 262_145, "gb/case.yaml").findings
    assert (found.code, found.message) == ("G002", "the file has more than 262,144 bytes")


def test_lines_that_end_with_a_carriage_return_alone_are_read() -> None:
    document = parse(b"a: 1\rb: 2\r", "gb/case.yaml")
    assert [one.code for one in document.findings] == ["G006"]
    assert document.data() == {"a": "1", "b": "2"}


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.yaml")
    (found,) = read(tmp_path / "case.yaml", "gb/case.yaml", tmp_path).findings
    assert told(found).startswith("1:1-1:1 G001 this is no ordinary file · ")


def test_why_a_file_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    file = tmp_path / "gb" / "case.yaml"
    file.parent.mkdir()
    file.write_text(SOUND)
    monkeypatch.setattr(Path, "open", refused)
    (found,) = read(file, "gb/case.yaml", tmp_path).findings
    assert found.message == "cannot read the file: Permission denied"
