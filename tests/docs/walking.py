"""How a page of the repository is walked through: its fenced blocks are run, written and applied, as a reader would.

- `sh`: each command is run, in order; it has to end with 0, or with what `(exit code N)` in the block after it says.
- `text` after `sh`: each line has to stand in what the commands printed, in this order.
- `diff PATH`: the lines with a blank and with `-` stand together once in the file, and are replaced by those with a
  blank and with `+`; `@@` parts several places.
- any other language with a PATH: a new file with this content.
- anything else is for reading.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FEW = ("gb/giffgaff.yaml", "gb/lebara.yaml", "de/lebara.yaml", "hk/cmhk.yaml", "de/_country.yaml")
DAY = "1796083200"  # 2026-12-01
_FENCE = re.compile(r"^```(?P<language>[a-z]*)(?: (?P<path>\S+))?\n(?P<body>.*?)^```$", re.M | re.S)
_NOT_COPIED = (".git", ".venv", "site", "node_modules", "__pycache__", ".*_cache", "*.egg-info", ".hypothesis")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: the section it stands in, its language, the path beside it, and its text."""

    section: str
    language: str
    path: str
    body: str


def blocks(page: Path) -> list[Block]:
    """Every fenced block of a page, in order."""
    text = page.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        headings = re.findall(r"^#+ (.*)$", _FENCE.sub("", text[: match.start()]), re.M)
        found.append(Block(headings[-1] if headings else "", match["language"], match["path"] or "", match["body"]))
    return found


def commands(block: Block) -> Iterator[str]:
    """The commands of a block, without comments; a line that ends with a backslash goes on."""
    for line in block.body.replace("\\\n", " ").splitlines():
        command = re.sub(r"(?:^|\s+)# .*$", "", line).strip()
        if command:
            yield re.sub(r"\s{2,}", " ", command)


class Checkout:
    """A copy of the repository with `.venv/bin/guidegen` and a git history of one commit; `few` keeps few records."""

    def __init__(self, folder: Path, few: bool = False) -> None:
        self.folder = folder
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*_NOT_COPIED))
        if few:
            for file in (folder / "carriers").rglob("*.yaml"):
                if file.relative_to(folder / "carriers").as_posix() not in FEW:
                    file.unlink()
        scripts = folder / ".venv" / "bin"
        scripts.mkdir(parents=True)
        for name, start in {"guidegen": "-m guidegen", "python": ""}.items():
            script = scripts / name
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {start} "$@"\n')
            script.chmod(0o755)
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
        path = os.pathsep.join((str(scripts), os.environ["PATH"]))
        day = {"SOURCE_DATE_EPOCH": DAY, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
        self.environment = {**kept, **day, "PATH": path, "PYTHONPATH": str(folder)}
        identity = "-c user.name=maintainer -c user.email=maintainer@example.org"
        self.run(f"git init -q && git add carriers && git {identity} commit -q -m records")

    def run(self, command: str) -> "subprocess.CompletedProcess[str]":
        """A command line, run by `sh` in the copy."""
        return subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def edit(self, path: str, change: str) -> None:
        """Apply a `diff` block to a file of the copy."""
        file = self.folder / path
        for hunk in re.split(r"^@@\n", change, flags=re.M):
            lines = hunk.splitlines()
            old = "\n".join(line[1:] for line in lines if line[:1] != "+")
            new = "\n".join(line[1:] for line in lines if line[:1] != "-")
            text = file.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{path}: these lines stand {text.count(old)} times:\n{old}"
            file.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, path: str, content: str) -> None:
        """Write a new file into the copy."""
        file = self.folder / path
        assert not file.exists(), path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")

    def walk(self, found: list[Block], left_out: dict[str, str]) -> list[str]:
        """Do what the blocks of a section say, but for the commands that are left out; the commands that were run."""
        done = []
        for block, after in zip(found, [*found[1:], None], strict=True):
            if block.language == "sh":
                expected = after.body if after and after.language == "text" and not after.path else ""
                done += self._run_block([line for line in commands(block) if line not in left_out], expected)
            elif block.language == "diff" and block.path:
                self.edit(block.path, block.body)
            elif block.path:
                self.write(block.path, block.body)
        return done

    def _run_block(self, lines: list[str], expected: str) -> list[str]:
        wanted = expected.splitlines()
        codes = [0] * len(lines)
        if wanted and (match := re.fullmatch(r"\(exit code (\d+)\)", wanted[-1])):
            codes[-1] = int(match[1])
            wanted.pop()
        printed = ""
        for line, code in zip(lines, codes, strict=True):
            result = self.run(line)
            assert result.returncode == code, f"{line}\n{result.stdout}{result.stderr}"
            printed += result.stdout + result.stderr
        rest = printed
        for words in wanted:
            assert words in rest, f"{words!r} does not come after what was expected before it, in:\n{printed}"
            rest = rest.split(words, 1)[1]
        return lines
