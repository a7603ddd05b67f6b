"""The only room that writes the site: whole files, in an order that a reader never notices.

Pages are staged as temporary files beside their places while they are made, by any number of processes, and put in
place together when everything is known to be sound: guides first, then indexes, then deletions, then the cache.
Killed at any point, every page is whole and every index entry opens.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from guidegen.cache import Left, Whole, written
from guidegen.plan import Plan
from guidegen.publish.folder import LOCK, busy, cannot_use, locked, refuse_foreign
from guidegen.publish.staging import BUILDING, Stage, write_whole
from guidegen.publish.standing import CACHE, read_cache, signature, standing
from guidegen.publish.starting import UNFINISHED, holds_files, start_folder


def commit(stage: Stage, plan: Plan, before: Mapping[str, str], whole: Whole, units: Mapping[str, Left]) -> None:
    """Put the staged pages of a plan in place, delete what it deletes, and leave the cache, last. Raises OSError.

    Before the first page moves, a cache is left that lists every path which can stand there from now on, so that
    whatever happens the next build knows what to look at. A page of `whole` without a signature gets that of its file.
    """
    if plan.write or plan.delete:
        digests = {**before, **{path: known[0] for path, known in whole.pages.items()}}
        write_whole(stage.out / CACHE, written(Whole(pages={path: (digests[path], "") for path in digests}), {}))
    for path in sorted(plan.write, key=lambda path: (_is_index(path), path)):
        stage.settle(path)
    for path in plan.delete:
        _delete(stage.out, path)
    signed = {path: (known, sign or signature(stage.out, path)) for path, (known, sign) in whole.pages.items()}
    content = written(replace(whole, pages=signed), units)
    if plan.write or plan.delete or _differs(stage.out / CACHE, content):
        write_whole(stage.out / CACHE, content)


def _differs(file: Path, content: bytes) -> bool:
    return not file.exists() or file.read_bytes() != content


def _is_index(path: str) -> bool:
    """Whether a page lists others, so that it must come after them."""
    return path.count("/") < 2 or path.startswith("data/")


def _delete(out: Path, path: str) -> None:
    """Remove a page, and the folders that it leaves empty."""
    (out / path).unlink(missing_ok=True)
    for folder in (out / path).parents:
        if folder == out or (folder.exists() and any(folder.iterdir())):
            return
        if folder.exists():
            folder.rmdir()


__all__ = [
    "BUILDING",
    "CACHE",
    "LOCK",
    "UNFINISHED",
    "Stage",
    "busy",
    "cannot_use",
    "commit",
    "holds_files",
    "locked",
    "read_cache",
    "refuse_foreign",
    "signature",
    "standing",
    "start_folder",
    "write_whole",
]
