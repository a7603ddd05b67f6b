"""The distributions, built once, and environments that hold nothing but the wheel."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from distributions import Installed, made
from records import ROOT


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker builds; others would build the same again."""
    for item in items:
        if "packaging" in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("packaging"))


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist, and the wheel that was built from it, as `python -m build` makes them."""
    out = tmp_path_factory.mktemp("dist")
    made(ROOT, out)
    return next(out.glob("*.tar.gz")), next(out.glob("*.whl"))


@pytest.fixture(scope="session")
def wheel(distributions: tuple[Path, Path]) -> Path:
    return distributions[1]


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own, beside the libraries of this one, which saves fetching them."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder)
    scheme = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Installed(folder)


@pytest.fixture
def fetched(wheel: Path, tmp_path: Path) -> Installed:
    """The wheel with its libraries, as anybody installs it. Without a network outside of CI, the test is left out."""
    folder = tmp_path / "venv"
    venv.create(folder)
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet", str(wheel)]
    ran = subprocess.run(pip, check=False, capture_output=True, text=True)
    if ran.returncode and not os.environ.get("CI"):
        pytest.skip(f"the libraries cannot be fetched: {ran.stderr[-300:]}")
    assert ran.returncode == 0, ran.stderr
    return Installed(folder)
