"""Real runs of guidegen, in a pipe and on a terminal."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk import GUIDEGEN, ROOT, environment, set_up

sys.path.insert(0, str(ROOT / "tools"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a few real records and the templates."""
    return set_up(tmp_path)


@pytest.fixture
def run(desk: Path) -> Callable[..., Any]:
    """`run("check", …)`: the result of a run in a pipe."""

    def start(*arguments: str, **more: str) -> Any:
        return subprocess.run(
            [*GUIDEGEN, *arguments],
            cwd=desk,
            env=environment(**more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return start


@pytest.fixture
def terminal(desk: Path) -> Callable[..., Any]:
    """`terminal("new", …)`: a run on a pseudo-terminal."""
    from terminal import Terminal

    return lambda *arguments, **more: Terminal([*GUIDEGEN, *arguments], desk, environment(**more))
