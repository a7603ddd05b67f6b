"""Sites that several tests look at, each built once for a whole run."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from records import AS_OF, CARRIERS, SOUND, TEMPLATES, built

from guidegen.build import Options, Result, build

# Compiled templates of a run are kept for the run alone, and none of the account's are used.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="guidegen-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that look at the real site run in one worker; another one would only wait until the site is built."""
    for item in items:
        if "real_site" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("real-site"))


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], Result]], Path]:
    """Make a folder by name once, also when several workers of pytest-xdist ask for it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def make(name: str, maker: Callable[[Path], Result]) -> Path:
        folder = shared / name
        with open(shared / f"{name}.lock", "w") as lock:
            if os.name != "nt":  # where each run has one worker
                import fcntl

                fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                result = maker(folder)
                assert result.findings == []
        return folder

    return make


@pytest.fixture(scope="session")
def real_site(once: Callable[[str, Callable[[Path], Result]], Path]) -> Path:
    """The site of all real records. Read only."""
    return once("real-site", lambda out: build(Options(CARRIERS, TEMPLATES, out, AS_OF)))


@pytest.fixture(scope="session")
def _small_site(
    once: Callable[[str, Callable[[Path], Result]], Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    records = tmp_path_factory.mktemp("small")
    return once("small-site", lambda out: built(records, {"gb/case.yaml": SOUND}, out))


@pytest.fixture
def small_site(_small_site: Path, tmp_path: Path) -> Path:
    """The site of one small record, to try things on."""
    return Path(shutil.copytree(_small_site, tmp_path / "site"))
