"""Tests of what measures guidegen; it stands beside the package, so its folder has to be found first."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
