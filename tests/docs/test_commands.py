"""Every command that a page names in a block of `sh` is run as it stands, in a copy of the repository.

A command that cannot be run here is listed with the reason, and with the test that shows what it does, if there is one.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from walking import ROOT, Block, Checkout, blocks, commands

from guidegen.cli import COMMANDS

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
# Pages whose own test walks through them.
WALKED = {"CONTRIBUTING.md": "test_contributing.py"}
# Whole commands, as patterns.
NOT_RUN = {
    r"make (site|test)": "sets up an environment of its own from the network; CI runs it",
    r"\.?.*pip install .*|pipx .*|uvx? .*|python -m build.*": "fetches packages from the network",
    r"(.*/)?guidegen serve.*": "runs until it is stopped; tests/serve runs it",
    r"python (tools/mutation_table|benchmarks/\w+|tools/fuzz\w*|tools/kill\w*)\.py.*": "takes minutes",
    r"make bench.*|.*python -m benchmarks\..*": "takes minutes; tests/benchmarks runs it on few records",
    r"python tools/(screenshots|browser|system_packages)\.py": "needs a browser or changes the system",
    r"python tools/compare_mbpi\.py .*": "needs a Debian package; tests/coverage/test_compare_mbpi.py",
    r"(nginx|sudo|systemctl) .*": "needs a web server; test_hosting.py",
}


@cache
def blocks_of(page: Path) -> list[Block]:
    return [block for block in blocks(page) if block.language in ("sh", "text")]


def not_run(command: str) -> bool:
    return any(re.fullmatch(pattern, command) for pattern in NOT_RUN)


def with_commands() -> list[Path]:
    pages = [page for page in PAGES if page.name not in WALKED]
    return [page for page in pages if any(not not_run(line) for block in blocks_of(page) for line in lines_of(block))]


def lines_of(block: Block) -> list[str]:
    return list(commands(block)) if block.language == "sh" else []


@pytest.mark.parametrize("page", with_commands(), ids=lambda page: page.name)
def test_the_commands_of_a_page_run(page: Path, tmp_path: Path) -> None:
    found = blocks_of(page)
    left_out = {line: "" for block in found for line in lines_of(block) if not_run(line)}
    assert Checkout(tmp_path / "copy", few=True).walk(found, left_out)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_command_stands_in_a_block_of_sh(page: Path) -> None:
    """A block without a language, or with another, would not be run."""
    for block in blocks(page):
        first = block.body.split("\n", 1)[0]
        if block.language not in ("sh", "console", "text"):
            assert not re.match(r"(\$ |make |python |pip |guidegen |\.venv/)", first), first
        assert block.language, f"a block without a language begins with {first!r}"


def test_every_named_reason_is_for_a_command_that_is_known() -> None:
    """Commands of guidegen that are not run are few, and named one by one."""
    skipped = {line for page in PAGES for block in blocks_of(page) for line in lines_of(block) if not_run(line)}
    own = {line for line in skipped if re.match(r"(.*/)?guidegen ", line)}
    assert all(re.match(r"(.*/)?guidegen serve\b", line) for line in own)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_within_sentences_exist(page: Path) -> None:
    named = re.findall(r"`(?:\.venv/bin/)?guidegen ([a-z]+)", page.read_text(encoding="utf-8"))
    assert set(named) <= {*COMMANDS, "init"}
