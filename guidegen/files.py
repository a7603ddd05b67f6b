"""Which files of a folder could be records, and what stands in them; nothing here knows YAML.

A build with nothing to do gets by with this module and `digest`, so it imports nothing that takes time.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from guidegen.digest import digest

# A record has about 4 KB; no file is read further than this and one byte.
MAX_BYTES = 256 * 1024
EXCEPTIONS = "_names.yaml"
ENDINGS = (".yaml", ".yml")


def record_files(carriers: Path) -> list[str]:
    """The paths of everything that could be a record, relative to the folder, in the order of their names.

    Holds also what a slip may have named or placed (`.yml`, capitals, a link to a folder), so that it is reported and
    not left out.
    """
    return sorted(path for path in files_below(carriers, ENDINGS) if path != EXCEPTIONS)


def files_below(folder: Path, endings: tuple[str, ...]) -> Iterator[str]:
    """Whatever has one of these endings, in any case, and links to folders; relative paths with slashes, unsorted."""
    start = len(os.path.join(folder, ""))
    for place, folders, names in os.walk(folder):
        inside = place[start:].replace(os.sep, "/")
        prefix = f"{inside}/" if inside else ""
        yield from (prefix + name for name in names if name.lower().endswith(endings))
        odd = (name for name in folders if name.lower().endswith(endings) or os.path.islink(os.path.join(place, name)))
        yield from (prefix + name for name in odd)


def digests(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """The digest of each file by its path; one that cannot be read has the digest "" and is reported by its reader."""
    return {path: digest_of_file(os.path.join(folder, path)) for path in paths}


def digest_of_file(file: str) -> str:
    """The digest of the part of a file that is read as a record; empty where it cannot be read."""
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return ""
    with open(descriptor, "rb") as handle:
        try:
            ordinary = stat.S_ISREG(os.fstat(descriptor).st_mode)
            return digest(handle.read(MAX_BYTES + 1)) if ordinary else ""
        except OSError:
            return ""
