"""What is in the sdist and the wheel, and that the same source gives the same bytes."""

import os
import re
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest
from distributions import made
from records import CARRIERS, ROOT, TEMPLATES, snapshot

import guidegen


@pytest.fixture(scope="session")
def held(wheel: Path) -> dict[str, bytes]:
    """Every file of the wheel by its path."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def metadata(held: dict[str, bytes]) -> Message:
    (text,) = (content for name, content in held.items() if name.endswith(".dist-info/METADATA"))
    return Parser().parsestr(text.decode())


def test_the_wheel_carries_records_templates_and_schema(held: dict[str, bytes]) -> None:
    data = {name.removeprefix("guidegen/data/"): held[name] for name in held if name.startswith("guidegen/data/")}
    records = {f"carriers/{name}": content for name, content in snapshot(CARRIERS).items()}
    templates = {f"templates/{name}": content for name, content in snapshot(TEMPLATES).items()}
    schema = {"carrier.schema.json": (ROOT / "docs/carrier.schema.json").read_bytes()}
    assert data == records | templates | schema


def test_the_wheel_carries_the_whole_package_and_nothing_else(held: dict[str, bytes]) -> None:
    files = {f"guidegen/{name}" for name in snapshot(ROOT / "guidegen") if "__pycache__" not in name}
    assert "guidegen/py.typed" in files
    assert {name for name in held if not name.startswith("guidegen/data/") and ".dist-info/" not in name} == files


def test_the_sdist_builds_the_same_wheel(distributions: tuple[Path, Path], tmp_path: Path) -> None:
    """`python -m build` made the wheel from the sdist; here it is made from the source itself, on another day."""
    made(ROOT, tmp_path, "--wheel")
    (again,) = tmp_path.glob("*.whl")
    assert again.name == distributions[1].name
    assert again.read_bytes() == distributions[1].read_bytes()


def test_the_same_source_gives_the_same_bytes_wherever_and_whenever(
    distributions: tuple[Path, Path], tmp_path: Path
) -> None:
    with tarfile.open(distributions[0]) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (folder for folder in tmp_path.iterdir() if folder.is_dir())
    (source / "PKG-INFO").unlink()  # the one file that a checkout does not have
    for file in source.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
        file.chmod(file.stat().st_mode & 0o700)
    made(source, tmp_path / "again")
    for first in distributions:
        assert (tmp_path / "again" / first.name).read_bytes() == first.read_bytes(), first.name


def test_the_sdist_holds_what_the_tests_need(distributions: tuple[Path, Path]) -> None:
    with tarfile.open(distributions[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"Makefile", "pyproject.toml", "requirements/dev.txt", "LICENSE", "carriers/LICENSE", "tests/conftest.py"}
    assert needed <= names
    assert not [name for name in names if re.search(r"(^|/)(\.venv|\.git|site|node_modules|__pycache__)(/|$)", name)]


def test_there_is_one_version(metadata: Message) -> None:
    assert metadata["Version"] == guidegen.__version__
    written = [file.name for file in ROOT.glob("*.toml") if guidegen.__version__ in _without_bounds(file)]
    assert written == []


def _without_bounds(file: Path) -> str:
    return re.sub(r'">=?[^"]*"|[<>=]=[0-9.]+', "", file.read_text())


def test_the_metadata_says_what_a_person_wants_to_know(metadata: Message) -> None:
    assert metadata["License-Expression"] == "MIT"
    assert metadata.get_all("License-File") == ["LICENSE", "carriers/LICENSE"]
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata.get_payload() == (ROOT / "README.md").read_text()
    assert metadata["Requires-Python"] == ">=3.11"
    assert {"Summary", "Keywords", "Author"} <= set(metadata.keys())
    assert "Typing :: Typed" in metadata.get_all("Classifier", [])
    assert "serve" in metadata.get_all("Provides-Extra", [])
    assert "Project-URL" not in metadata
