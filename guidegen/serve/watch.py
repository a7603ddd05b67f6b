"""Which files changed, as the system reports it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection
from pathlib import Path, PurePath

from watchfiles import Change, awatch

# How long a quiet moment ends a batch of reports, and how long a batch can be at most (milliseconds).
QUIET, LONGEST = 10, 100
ENDINGS = ("", ".yaml", ".yml", ".j2", ".css", ".js")


def matters(change: Change, path: str) -> bool:
    """Whether a report can be about a record, a template, or a folder that holds some."""
    return PurePath(path).suffix.lower() in ENDINGS


async def reports(folders: Collection[Path], stop: asyncio.Event) -> AsyncIterator[set[Path]]:
    """Batches of paths, each as the system names it, until `stop` is set.

    Ends early where the system can watch no more files; whoever uses this looks at the files now and then anyway.
    """
    batches = awatch(
        *folders, watch_filter=matters, step=QUIET, debounce=LONGEST, stop_event=stop, ignore_permission_denied=True
    )
    with contextlib.suppress(OSError, RuntimeError):
        async for batch in batches:
            yield {Path(path) for _, path in batch}


def below(folder: Path, paths: Collection[Path]) -> set[str]:
    """Those of the paths that lie in a folder, relative to it with forward slashes."""
    home = folder.resolve()
    return {path.resolve().relative_to(home).as_posix() for path in paths if path.resolve().is_relative_to(home)}
