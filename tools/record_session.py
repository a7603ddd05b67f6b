"""Writes docs/session.md: a real session of a maintainer, typed into a pseudo-terminal, and what came back.

    python tools/record_session.py            writes docs/session.md
    python tools/record_session.py --check    exits with 1 if it would change

The day is fixed and the folder is a new one, so the same records and templates give the same page.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from terminal import Terminal

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "session.md"
DAY = "1796083200"  # 2026-12-01
RECORDS = ("gb/giffgaff.yaml", "gb/lebara.yaml")
MOST_LINES = 40


@dataclass(frozen=True)
class Step:
    """A command, what is said before it, and the answers to what it asks: (words on the screen, answer)."""

    words: str
    command: str
    answers: tuple[tuple[str, str], ...] = ()


STEPS = (
    Step(
        "A card that is not listed yet. It asks; Enter leaves a gap.",
        "guidegen new gb/asda",
        (
            ("What is the SIM called", "Asda Mobile"),
            ("Chinese name", ""),
            ("other names", "ASDA, ASDA 电话卡"),
            ("[GBP]", ""),
            ("title of the page", "How to top up"),
            ("Who runs the page", "Asda Mobile"),
            ("Who speaks", "oprator"),
            ("write operator.\nWho speaks", "operator"),
            ("address of the page", ""),
            ("Which date does", ""),
            ("On which day", ""),
            ("How did you read", "live"),
            ("Which ways", "ussd, retail"),
        ),
    ),
    Step("What it wrote.", "cat carriers/gb/asda.yaml"),
    Step("The checker names every gap with its question, and nothing else.", "guidegen check carriers/gb/asda.yaml"),
    Step("It knows a card by its other names, and does not write it twice.", "guidegen new gb/giff-gaff --no-input"),
    Step("A name that people spell in many ways finds its guide.", "guidegen show gifgaff --format txt -q | head -12"),
    Step(
        "A record whose name stands at its end is put into the canonical layout.",
        "guidegen fmt carriers/gb/giffgaff.yaml",
    ),
    Step(
        "“Still true”: one claim, read again today. It says what readers will see.",
        "guidegen confirm giffgaff 'balance[1].number' --on 2026-12-01 --how live",
    ),
    Step(
        "All claims at one stroke are refused.",
        "guidegen confirm gb/lebara --on 2026-12-01 --how live 2>&1 | cut -c 1-100",
    ),
    Step("What the working copy changes for readers, since the last commit.", "guidegen diff HEAD"),
    Step("A slip of the finger.", "guidegen conform"),
)


def record() -> str:
    """The page: every step with its command and what came back."""
    parts = [
        "# A session at the workbench",
        "Made by `python tools/record_session.py` from real runs on a terminal; nothing here was typed by hand. "
        "The commands are explained in [workbench.md](workbench.md).",
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _set_up(folder)
        parts += [f"{step.words}\n\n```console\n$ {step.command}\n{_run(step, folder)}\n```" for step in STEPS]
    return "\n\n".join(parts) + "\n"


def _environment(folder: Path) -> dict[str, str]:
    path = os.pathsep.join((str(folder / "bin"), os.environ["PATH"]))
    fixed = {"PATH": path, "HOME": str(folder), "SOURCE_DATE_EPOCH": DAY, "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    return {**fixed, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}


def _set_up(folder: Path) -> None:
    """A folder with two records in a git repository, the templates, the schema, and `guidegen` on the path."""
    for name in RECORDS:
        (folder / "carriers" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "carriers" / name, folder / "carriers" / name)
    _put_name_last(folder / "carriers" / RECORDS[0])
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "docs").mkdir()
    (folder / "docs" / "carrier.schema.json").touch()
    (folder / "bin").mkdir()
    start = folder / "bin" / "guidegen"
    start.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m guidegen "$@"\n')
    start.chmod(0o755)
    identity = ("-c", "user.name=maintainer", "-c", "user.email=maintainer@example.org")
    for arguments in (("init", "-q"), ("add", "carriers"), (*identity, "commit", "-q", "-m", "records")):
        subprocess.run(["git", *arguments], cwd=folder, env=_environment(folder), check=True)


def _put_name_last(file: Path) -> None:
    """Move the first line of a record to its end, so that the layout has something to mend."""
    first, rest = file.read_text(encoding="utf-8").split("\n", 1)
    file.write_text(f"{rest}{first}\n", encoding="utf-8", newline="\n")


def _run(step: Step, folder: Path) -> str:
    screen = Terminal(["sh", "-c", step.command], folder, _environment(folder))
    for words, answer in step.answers:
        screen.expect(words)
        screen.send(answer)
    code = screen.finish()
    lines = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.seen).splitlines()]
    left = len(lines) - MOST_LINES
    lines = lines if left <= 1 else [*lines[:MOST_LINES], f"… and {left} more lines"]
    return "\n".join([*lines, *([f"(exit code {code})"] if code else [])]).strip("\n")


def main() -> int:
    """Write the page, or only compare it; the exit code."""
    page = record()
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page
    print("docs/session.md is current" if same else "docs/session.md is out of date: python tools/record_session.py")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
