"""What the last build left in a folder, and what of it still stands."""

import os
from collections.abc import Mapping
from pathlib import Path

from guidegen.cache import Cache, parse
from guidegen.digest import digest

CACHE = ".guidegen.json"


def read_cache(out: Path) -> Cache:
    """What the last build left behind; empty where there was none or it cannot be trusted.

    Raises OSError where it is there and cannot be read: without it, pages that no record makes would stay for good.
    """
    try:
        return parse((out / CACHE).read_bytes())
    except FileNotFoundError:
        return Cache()


def signature(out: Path, path: str) -> str:
    """The size, times and inode of a page; while they are the same, its content is. Raises OSError."""
    found = os.stat(os.path.join(out, path))
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def standing(out: Path, pages: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The digest and signature of every page of the last build as it stands now; ("", "") where it is gone or changed.

    A page whose signature is another, as in a copy of the site, is read and compared.
    """
    return {path: _standing(out, path, *known) for path, known in pages.items()}


def _standing(out: Path, path: str, expected: str, known: str) -> tuple[str, str]:
    try:
        now = signature(out, path)
        if now == known or digest((out / path).read_bytes()) == expected:
            return expected, now
    except OSError:
        pass
    return "", ""
