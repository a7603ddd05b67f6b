"""How the tests of packaging build, and how they run what was installed."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# What could lead a run to this checkout, or give it another day.
_OURS = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH"}


def made(source: Path, out: Path, *options: str) -> None:
    """Run `python -m build` with the build backend of this environment."""
    line = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), *options, str(source)]
    ran = subprocess.run(line, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that guidegen was installed into."""

    folder: Path

    def _program(self, name: str) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / name

    def _run(self, line: list[str | Path], cwd: Path) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if name not in _OURS}
        settings = {**kept, "PYTHONUTF8": "1"}
        return subprocess.run(line, cwd=cwd, env=settings, capture_output=True, text=True, check=False)

    def guidegen(self, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command that the wheel brought."""
        return self._run([self._program("guidegen"), *arguments], cwd)

    def python(self, cwd: Path, program: str) -> str:
        """What a program prints that uses the package."""
        ran = self._run([self._program("python"), "-I", "-c", program], cwd)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()
