"""Sites that several tests look at, each built once for a whole run."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from records import AS_OF, CARRIERS, SOUND, TEMPLATES, built

from guidegen.build import Options, Result, build


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], Result]], Path]:
    """Make a folder by name once, also when several workers of pytest-xdist ask for it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def make(name: str, maker: Callable[[Path], Result]) -> Path:
        import fcntl

        folder = shared / name
        with open(shared / f"{name}.lock", "w") as lock:
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
