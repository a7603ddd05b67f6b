"""Packages from npm that tests need, installed once beside the `package.json` that pins them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def installed(name: str) -> Path:
    """The `node_modules` of `tests/<name>/package.json`; skips without npm, which must be there in CI."""
    folder = HERE / name
    modules = folder / "node_modules"
    if (modules / ".package-lock.json").exists():
        return modules
    npm = shutil.which("npm")
    if npm is None and not os.environ.get("CI"):
        pytest.skip("no npm here")
    assert npm, "CI needs npm"
    with open(folder / ".install.lock", "w") as lock:
        _alone(lock.fileno())
        if not (modules / ".package-lock.json").exists():
            line = [npm, "ci", "--ignore-scripts", "--no-fund", "--no-audit"]
            subprocess.run(line, cwd=folder, check=True, capture_output=True)
    return modules


def _alone(descriptor: int) -> None:
    """Wait for the other workers of pytest-xdist that install the same; on Windows each run has one worker."""
    if os.name != "nt":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)
