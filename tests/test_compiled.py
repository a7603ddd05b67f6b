"""Compiled templates on disk: used where they are whole and of the same template and program, else made again."""

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.loaders import FileSystemLoader
from records import TEMPLATES

from guidegen.templating import Templates, compiled
from guidegen.templating.compiled import Compiled
from guidegen.templating.compiling import Generator
from guidegen.templating.running import FormatEnvironment

WORDS = "{% set name = 'A & B' %}{{ name }} costs {{ 2 + 3 }}"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page").write_text(WORDS)
    return tmp_path / "templates"


def rendered(templates: Path, kept: Path, autoescape: bool = True) -> str:
    """The page, made by a new environment, as a new process would."""
    environment = FormatEnvironment(loader=FileSystemLoader(templates), autoescape=autoescape)
    environment.escape_by(None)
    environment.bytecode_cache = Compiled(kept)
    return environment.get_template("page").render()


def never(*_: object, **__: object) -> None:
    raise AssertionError("compiled again")


def test_the_next_process_does_not_compile(tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered(templates, tmp_path / "kept")
    assert first == "A &amp; B costs 5"
    monkeypatch.setattr(Environment, "compile", never)
    assert rendered(templates, tmp_path / "kept") == first
    with pytest.raises(AssertionError, match="compiled again"):
        rendered(templates, tmp_path / "elsewhere")


def test_a_template_that_was_edited_is_compiled_again_into_the_same_file(tmp_path: Path, templates: Path) -> None:
    rendered(templates, tmp_path / "kept")
    (templates / "page").write_text(WORDS.replace("2 + 3", "2 + 4"))
    assert rendered(templates, tmp_path / "kept") == "A &amp; B costs 6"
    assert rendered(templates, tmp_path / "kept") == "A &amp; B costs 6"
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_templates_of_the_same_name_are_told_apart(tmp_path: Path, templates: Path) -> None:
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "page").write_text("Other words")
    for _ in range(2):
        assert rendered(templates, tmp_path / "kept") == "A &amp; B costs 5"
        assert rendered(tmp_path / "others", tmp_path / "kept") == "Other words"


def test_whatever_byte_is_damaged_the_template_is_compiled_again(tmp_path: Path, templates: Path) -> None:
    rendered(templates, tmp_path / "kept")
    (file,) = (tmp_path / "kept").iterdir()
    whole = file.read_bytes()
    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << at % 8
        file.write_bytes(damaged)
        assert rendered(templates, tmp_path / "kept") == "A &amp; B costs 5"
        assert file.read_bytes() == whole
    for length in (0, 1, 32, len(whole) - 1):
        file.write_bytes(whole[:length])
        assert rendered(templates, tmp_path / "kept") == "A &amp; B costs 5"


def test_another_version_of_jinja_compiles_again(
    tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered(templates, tmp_path / "kept")
    (before,) = [file.read_bytes() for file in (tmp_path / "kept").iterdir()]
    monkeypatch.setattr("jinja2.__version__", "0")
    rendered(templates, tmp_path / "kept")
    (after,) = [file.read_bytes() for file in (tmp_path / "kept").iterdir()]
    assert before != after


def test_whatever_decides_how_templates_are_compiled_counts() -> None:
    deciding = (Generator, FormatEnvironment, Templates)
    assert {Path(inspect.getfile(one)).name for one in deciding} == set(compiled._WRITTEN_BY)


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path, templates: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    assert rendered(templates, tmp_path / "kept") == "A &amp; B costs 5"
    assert (tmp_path / "kept").read_text() == "a file"


@pytest.mark.skipif(os.name == "nt", reason="Windows names the place by another variable")
def test_a_build_keeps_them_for_the_account(tmp_path: Path) -> None:
    line = (
        "import pathlib; from guidegen.render import templates_for\n"
        f"templates_for(pathlib.Path({str(TEMPLATES)!r}), 'en', 'txt').words"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "-c", line], env=environment, check=True)
    assert list((tmp_path / "cache" / "guidegen" / "templates").iterdir())
    assert (tmp_path / "cache" / "guidegen" / "templates").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows names the place by another variable")
def test_a_place_that_is_not_absolute_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the XDG Base Directory specification wants it."""
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    assert compiled.kept_in() is None
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert compiled.kept_in() == Path("/somewhere/guidegen/templates")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/somebody")
    assert compiled.kept_in() == Path("/home/somebody/.cache/guidegen/templates")
