"""Whose an output folder is, and that one build at a time writes it."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from guidegen.diagnostics import WHOLE_FILE, Diagnostic, Rule, fault
from guidegen.publish.standing import CACHE

LOCK = ".guidegen.lock"

NOT_OURS = fault(
    "G020",
    "not-our-folder",
    """
    Name an empty folder, a new one, or one that guidegen built before.

    Why: a build deletes pages that no record makes any more; in a folder of yours it could delete your files.
    Bad: `guidegen build --out ~/Documents`
    Good: `guidegen build --out site`
    """,
)
BUSY = fault(
    "G021",
    "second-build",
    """
    Wait until the other build has ended, then start again.

    Why: two builds that write the same folder would mix their pages.
    Bad: `guidegen build & guidegen build`
    Good: one build at a time for each output folder.
    """,
)
CANNOT_WRITE = fault(
    "G022",
    "cannot-write",
    """
    Make room on the disk, or give the account that runs guidegen the right to write and read there.

    Why: a page that was not written whole is not put in place; what stood there stays.
    Bad: a full disk, or a read-only folder.
    Good: a folder that you can write to.
    """,
)


def refuse_foreign(out: Path) -> list[Diagnostic]:
    """A finding where the folder holds something that guidegen did not make.

    A folder with our lock in it is ours, also where a build was stopped before it had left a cache.
    """
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        return [_refusal(NOT_OURS, out, f"{out.as_posix()} is no folder")]
    try:
        entries = set(os.listdir(out)) if out.exists() else set()
    except OSError as error:
        return [cannot_use(error, out)]
    if entries and not entries & {LOCK, CACHE}:
        return [_refusal(NOT_OURS, out, f"{out.as_posix()}/ holds files, and guidegen did not make it")]
    return []


def _refusal(rule: Rule, out: Path, message: str) -> Diagnostic:
    return rule.at(out.as_posix(), WHOLE_FILE, message, rule.summary)


@contextlib.contextmanager
def locked(out: Path) -> Iterator[list[Diagnostic]]:
    """Hold the lock of an output folder; yields what stands in the way, as when another build holds it.

    A killed build frees it, as soon as the processes that it started have ended too.
    """
    with contextlib.ExitStack() as held:
        try:
            out.mkdir(parents=True, exist_ok=True)
            handle = held.enter_context(open(out / LOCK, "a+b"))
        except OSError as error:
            yield [cannot_use(error, out)]
        else:
            yield [] if _take(handle.fileno()) else [busy(out)]


def cannot_use(error: OSError, out: Path) -> Diagnostic:
    """The finding of a file that could not be written or read."""
    place = error.filename or out.as_posix()
    return _refusal(CANNOT_WRITE, out, f"cannot write or read {place}: {error.strerror or error}")


def _take(descriptor: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def busy(out: Path) -> Diagnostic:
    """The finding of a second build."""
    return _refusal(BUSY, out, f"another build writes {out.as_posix()}/ now")
