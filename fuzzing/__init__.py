"""Fuzzing: hostile bytes and texts, led by the branches that they reach. `python -m fuzzing` says how to run it.

`targets` says what must hold, `seeds` where it begins, `engine` runs atheris in a process of its own, `__main__` starts
one for each target and sums up, `minimise` makes a crash small. Only `engine` imports atheris.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What the tests know about records and pages serves here too.
sys.path.insert(0, str(ROOT / "tests"))
