"""guidegen as somebody has it who installed the wheel, in an empty folder."""

from pathlib import Path

import pytest
from distributions import Installed
from records import CARRIERS, ROOT, snapshot

import guidegen

DAY = "2026-11-23"
WHOSE = (
    "There is no folder carriers here: these are the records that came with guidegen.\n"
    "To start from a copy of them: guidegen init DIR\n"
)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_it_is_the_installed_one(installed: Installed, empty: Path) -> None:
    assert installed.guidegen(empty, "--version").stdout.endswith(f"version {guidegen.__version__}\n")
    place = Path(installed.python(empty, "import guidegen; print(guidegen.__file__)"))
    assert place.is_relative_to(installed.folder)


def test_build_works_and_says_whose_records_it_used(installed: Installed, empty: Path) -> None:
    """One language and format: the rest is the same, and takes longer."""
    ran = installed.guidegen(empty, "build", "--language", "en", "--format", "md", "--as-of", DAY)
    assert (ran.returncode, ran.stderr) == (0, WHOSE)
    assert f"{len(guides(CARRIERS))} guides." in ran.stdout
    assert guides(empty / "site/en", ".md") == guides(CARRIERS)
    assert [entry.name for entry in empty.iterdir()] == ["site"]


def guides(folder: Path, ending: str = ".yaml") -> set[str]:
    return {f"{file.parent.name}/{file.stem}" for file in folder.glob(f"??/[!_]*{ending}")}


def test_check_works(installed: Installed, empty: Path) -> None:
    ran = installed.guidegen(empty, "check", "--as-of", DAY)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.startswith(WHOSE)
    assert ran.stderr.endswith("files checked. No findings.\n")


def test_show_works(installed: Installed, empty: Path) -> None:
    ran = installed.guidegen(empty, "show", "gb/giffgaff", "--as-of", DAY)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("== Top up giffgaff ==\n")


def test_schema_works(installed: Installed, empty: Path) -> None:
    ran = installed.guidegen(empty, "schema")
    assert (ran.returncode, ran.stdout) == (0, (ROOT / "docs/carrier.schema.json").read_text())


def test_init_copies_the_records_and_they_are_used_from_then_on(installed: Installed, empty: Path) -> None:
    ran = installed.guidegen(empty, "init", ".")
    assert (ran.returncode, ran.stdout.startswith("Written: ., with ")) == (0, True)
    assert snapshot(empty / "carriers") == snapshot(CARRIERS)
    checked = installed.guidegen(empty, "check", "carriers/gb", "--as-of", DAY)
    assert (checked.returncode, "came with guidegen" in checked.stderr) == (0, False)
    assert installed.guidegen(empty, "init", ".").returncode == 2


@pytest.mark.slow
def test_a_full_install_brings_every_library_that_is_needed(fetched: Installed, empty: Path) -> None:
    assert installed_by_name(fetched, empty).isdisjoint({"pytest", "starlette", "uvicorn", "watchfiles"})
    built = fetched.guidegen(empty, "build", "--language", "zh", "--format", "html", "--as-of", DAY)
    assert (built.returncode, (empty / "site/index.html").is_file()) == (0, True)
    assert "pip install 'guidegen[serve]'" in fetched.guidegen(empty, "serve").stderr


def installed_by_name(environment: Installed, empty: Path) -> set[str]:
    program = "from importlib.metadata import distributions as all; print(*(one.name.lower() for one in all()))"
    return set(environment.python(empty, program).split())
