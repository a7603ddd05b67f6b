"""The start of a site of one's own: a folder that is filled whole, or not at all."""

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from guidegen.diagnostics import Diagnostic
from guidegen.publish.folder import cannot_use

UNFINISHED = ".guidegen-init"


def holds_files(folder: Path) -> bool:
    """Whether a folder holds anything, other than what a killed `start_folder` left there. Raises OSError."""
    entries = os.listdir(folder) if folder.exists() else []
    return bool(entries) and UNFINISHED not in entries


def start_folder(folder: Path, files: Mapping[str, bytes]) -> list[Diagnostic]:
    """Fill a new or an empty folder; a failure is a finding, and leaves nothing behind.

    The files are written aside, then each entry at the top is put in place in one step. A killed run leaves no half
    of an entry, and the next run finishes what it began.
    """
    aside, new, placed = folder / UNFINISHED, not folder.exists(), list[Path]()
    try:
        _write_aside(aside, files)
        for entry in sorted({path.partition("/")[0] for path in files}):
            if not (folder / entry).exists():
                os.replace(aside / entry, folder / entry)
                placed.append(folder / entry)
        shutil.rmtree(aside)
    except OSError as error:
        for left in (*placed, aside):
            shutil.rmtree(left, ignore_errors=True)
        with contextlib.suppress(OSError):
            if new:
                folder.rmdir()
        return [cannot_use(error, folder)]
    return []


def _write_aside(aside: Path, files: Mapping[str, bytes]) -> None:
    if aside.exists():
        shutil.rmtree(aside)
    for path, content in files.items():
        (aside / path).parent.mkdir(parents=True, exist_ok=True)
        (aside / path).write_bytes(content)
