"""Where the tests of the workbench work: real records in a folder of their own, and a fixed day."""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DAY = "1796083200"  # 2026-12-01
RECORDS = ("gb/giffgaff.yaml", "gb/lebara.yaml", "de/lebara.yaml", "hk/cmhk.yaml", "de/_country.yaml")
GUIDEGEN = [sys.executable, "-m", "guidegen"]


def environment(**more: str) -> dict[str, str]:
    """The environment of a run: the day is fixed, nothing of the person who runs the tests shows."""
    names = ("PATH", "HOME", "SYSTEMROOT", "COVERAGE_PROCESS_CONFIG")  # the last: `make coverage` counts these runs too
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": DAY, "PYTHONUTF8": "1", **more}


def set_up(folder: Path) -> Path:
    """A folder with a few real records and the templates."""
    for name in RECORDS:
        (folder / "carriers" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "carriers" / name, folder / "carriers" / name)
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder
