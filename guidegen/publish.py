"""The only module that writes the site: whole files, in an order that a reader never notices.

Guides first, then indexes, then deletions, then the manifest; each file goes to a temporary name in its own folder
and is renamed over the old one. Killed at any point, every page is whole and every index entry opens.
"""

import contextlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from guidegen.diagnostics import WHOLE_FILE, Diagnostic, Rule, fault
from guidegen.plan import Plan

MANIFEST = ".guidegen.json"
LOCK = ".guidegen.lock"
MANIFEST_VERSION = 1
_HALF = re.compile(r"\..+\.[0-9]+\.tmp")

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
    Make room on the disk, or give the account that runs guidegen the right to write there.

    Why: a page that was not written whole is not put in place; what stood there stays.
    Bad: a full disk, or a read-only folder.
    Good: a folder that you can write to.
    """,
)


def digest(text: str | bytes) -> str:
    """A short digest of a page or a file (BLAKE2b, 128 bits)."""
    return blake2b(text.encode() if isinstance(text, str) else text, digest_size=16).hexdigest()


def read_manifest(out: Path) -> dict[str, Any]:
    """What the last build left behind; empty where there was none or it cannot be trusted."""
    try:
        manifest = json.loads((out / MANIFEST).read_bytes())
        body = json.dumps(manifest["body"], sort_keys=True, ensure_ascii=False)
        sound = manifest["version"] == MANIFEST_VERSION and manifest["digest"] == digest(body)
        sound = sound and all(map(_is_inside, manifest["body"].get("pages", ())))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return dict(manifest["body"]) if sound else {}


def _is_inside(path: str) -> bool:
    """Whether a path stays inside the site: what a manifest lists is deleted one day."""
    return not path.startswith("/") and ".." not in path.split("/") and "\\" not in path and ":" not in path


def refuse_foreign(out: Path) -> list[Diagnostic]:
    """A finding where the folder holds something that guidegen did not make."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        return [_refusal(NOT_OURS, out, f"{out.as_posix()} is no folder")]
    try:
        entries = {entry.name for entry in os.scandir(out)} if out.exists() else set()
    except OSError as error:
        return [_refusal(CANNOT_WRITE, out, f"cannot read {out.as_posix()}: {error.strerror}")]
    if entries - {LOCK} and MANIFEST not in entries:
        return [_refusal(NOT_OURS, out, f"{out.as_posix()}/ holds files, and guidegen did not make it")]
    return []


def _refusal(rule: Rule, out: Path, message: str) -> Diagnostic:
    return rule.at(out.as_posix(), WHOLE_FILE, message, rule.summary)


def digests_on_disk(out: Path, manifest: Mapping[str, Any]) -> dict[str, str]:
    """The digest of every page of the last build as it stands now; empty where it is gone or was changed."""
    found: dict[str, str] = {}
    for path, expected in manifest.get("pages", {}).items():
        try:
            found[path] = expected if digest((out / path).read_bytes()) == expected else ""
        except OSError:
            found[path] = ""
    return found


@contextlib.contextmanager
def locked(out: Path) -> Iterator[list[Diagnostic]]:
    """Hold the lock of an output folder; yields what stands in the way, as when another build holds it.

    A killed build frees it.
    """
    with contextlib.ExitStack() as held:
        try:
            out.mkdir(parents=True, exist_ok=True)
            handle = held.enter_context(open(out / LOCK, "a+b"))
        except OSError as error:
            yield [_cannot_write(error, out)]
        else:
            yield [] if _take(handle.fileno()) else [busy(out)]


def _cannot_write(error: OSError, out: Path) -> Diagnostic:
    place = error.filename or out.as_posix()
    return _refusal(CANNOT_WRITE, out, f"cannot write {place}: {error.strerror or error}")


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


def publish(plan: Plan, pages: Mapping[str, str], out: Path, body: Mapping[str, Any]) -> list[Diagnostic]:
    """Write what the plan says, indexes after guides, the manifest last; a failure is a finding."""
    try:
        _clear_halves(out)
        for path in sorted(plan.write, key=lambda path: (_is_index(path), path)):
            write_whole(out / path, pages[path].encode())
        for path in plan.delete:
            _delete(out, path)
        if plan.write or plan.delete or read_manifest(out) != body:
            write_whole(out / MANIFEST, _manifest(body))
    except OSError as error:
        return [_cannot_write(error, out)]
    return []


def _clear_halves(out: Path) -> None:
    """Remove what a build that was killed had not finished writing; the lock says that no other build runs."""
    for file in out.rglob(".*.tmp"):
        if _HALF.fullmatch(file.name):
            file.unlink(missing_ok=True)


def _is_index(path: str) -> bool:
    """Whether a page lists others, so that it must come after them."""
    return path.count("/") < 2 or path.startswith("data/")


def _manifest(body: Mapping[str, Any]) -> bytes:
    text = json.dumps(body, sort_keys=True, ensure_ascii=False)
    return f'{{"version": {MANIFEST_VERSION}, "digest": "{digest(text)}", "body": {text}}}\n'.encode()


def write_whole(file: Path, content: bytes) -> None:
    """Put a file in place in one step; on failure nothing but the old file stands there. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        os.replace(temporary, file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _delete(out: Path, path: str) -> None:
    """Remove a page, and the folders that it leaves empty."""
    (out / path).unlink(missing_ok=True)
    for folder in (out / path).parents:
        if folder == out or (folder.exists() and any(folder.iterdir())):
            return
        if folder.exists():
            folder.rmdir()
