"""The lock file is in step with `pyproject.toml`, whole, and names no host."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from records import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def pinned(lock: str) -> dict[str, str]:
    """Each package of a lock with its version."""
    return dict(re.findall(r"(?m)^([a-z0-9][a-z0-9.-]*)==(\S+)", lock))


def test_every_dependency_is_locked_at_a_version_that_is_allowed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    asked = [Requirement(text) for text in (*project["dependencies"], *extras["serve"], *extras["test"])]
    versions = pinned((ROOT / "requirements/dev.txt").read_text())
    wrong = [str(need) for need in asked if not need.specifier.contains(versions.get(need.name.lower(), "none"))]
    assert wrong == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_each_has_its_hashes_and_names_no_host(lock: Path) -> None:
    text = lock.read_text()
    blocks = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]
    assert len(blocks) == len(pinned(text)) > 10
    assert all("--hash=sha256:" in block for block in blocks)
    assert re.search(r"://|@|--(extra-)?index-url|--find-links|file:", text) is None
