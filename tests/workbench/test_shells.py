"""The lines of docs/workbench.md make real shells complete commands and ids; pipes that close early are no fault."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from desk import GUIDEGEN, ROOT, environment

PAGE = (ROOT / "docs" / "workbench.md").read_text(encoding="utf-8")
# For each shell: how it starts without the files of the person, what stands before the line, and what asks for a
# completion of `guidegen con` and `guidegen show hk/`, one answer a line.
SHELLS = {
    "bash": (
        ["bash", "--norc", "-c"],
        "",
        "ask() { COMPREPLY=(); COMP_WORDS=(\"$@\")\n"
        "COMP_CWORD=$(($# - 1)); _guidegen_completion guidegen; echo $COMPREPLY; }\n"
        "ask guidegen con; ask guidegen show hk/",
    ),
    "zsh": (
        ["zsh", "-f", "-c"],
        "autoload -Uz compinit; compinit -u -D\n",
        'print -- $_comps[guidegen]; _describe() { print -l -- "${(@P)3}" }; compadd() { print -l -- "${(@P)5}" }\n'
        "words=(guidegen con); CURRENT=2; _guidegen_completion\n"
        "words=(guidegen show hk/); CURRENT=3; _guidegen_completion",
    ),
    "fish": (["fish", "--no-config", "-c"], "", 'complete -C "guidegen con"; complete -C "guidegen show hk/"'),
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A PATH with `guidegen` on it."""
    start = tmp_path / "bin" / "guidegen"
    start.parent.mkdir()
    start.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m guidegen "$@"\n')
    start.chmod(0o755)
    return os.pathsep.join((str(start.parent), os.environ["PATH"]))


@pytest.mark.parametrize("shell", SHELLS)
def test_the_line_of_the_page_makes_the_shell_complete(shell: str, path: str, desk: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed; python tools/system_packages.py brings it where it may")
    start, before, ask = SHELLS[shell]
    (line,) = re.findall(rf"```{shell}\n(.*?)\n```", PAGE, re.S)
    result = subprocess.run(
        [*start, f"{before}{line}\n{ask}"],
        cwd=desk,
        env=environment(PATH=path),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    words = [re.split("[\t:]", answer)[0] for answer in result.stdout.splitlines()]
    assert words[-2:] == ["confirm", "hk/cmhk"], result


@pytest.mark.parametrize(
    "arguments",
    [["schema"], ["explain"], ["status"], ["show", "hk/cmhk"], ["check"], ["fmt", "--diff"], ["--help"], ["build"]],
    ids=" ".join,
)
def test_a_pipe_that_closes_early_leaves_no_traceback(arguments: list[str], desk: Path) -> None:
    """What `guidegen schema | true` meets: nobody reads, and the first line cannot be written."""
    (desk / "carriers/gb/lebara.yaml").write_text("country: GB\nname: X\n")
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [*GUIDEGEN, *arguments],
        cwd=desk,
        env=environment(),
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writer)
    assert not re.search("Traceback|BrokenPipe|Exception ignored|a bug in", result.stderr)
    assert result.returncode == 1


@pytest.mark.parametrize("arguments", [["show", "hk/cmhk"], ["status"], ["fmt", "--diff"]], ids=" ".join)
def test_no_colour_is_honoured_by_every_kind_of_output(arguments: list[str], terminal: Any, desk: Path) -> None:
    colour = re.compile(r"\x1b\[[0-9;]*\b(?:3[0-8]|4[0-8]|9[0-7])(?:;[0-9;]*)?m")
    plain = terminal(*arguments, NO_COLOR="1")
    plain.finish()
    assert not colour.search(plain.seen)
