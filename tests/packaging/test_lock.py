"""The lock file is in step with `pyproject.toml`, whole, and names no host."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from records import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def entries(lock: str) -> list[Requirement]:
    """Each package of a lock with its one version, and for which systems it stands."""
    return [Requirement(line.rstrip(" \\")) for line in lock.splitlines() if re.match(r"[a-z0-9]", line)]


def here(asked: list[Requirement]) -> list[Requirement]:
    """Those that hold for this system and this Python."""
    return [need for need in asked if need.marker is None or need.marker.evaluate()]


def test_every_dependency_is_locked_at_a_version_that_is_allowed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = (text for extra in project["optional-dependencies"].values() for text in extra)
    asked = [Requirement(text) for text in (*project["dependencies"], *extras)]
    locks = ((ROOT / f"requirements/{name}.txt").read_text() for name in ("fuzz", "mutants", "dev"))
    locked = {entry.name: str(entry.specifier)[2:] for lock in locks for entry in here(entries(lock))}
    wrong = [str(need) for need in here(asked) if not need.specifier.contains(locked.get(need.name.lower(), "0"))]
    assert wrong == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_each_has_its_hashes_and_names_no_host(lock: Path) -> None:
    text = lock.read_text()
    blocks = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]
    assert len(blocks) == len(entries(text)) > 10
    assert all("--hash=sha256:" in block for block in blocks)
    assert re.search(r"://|@|--(extra-)?index-url|--find-links|file:", text) is None
