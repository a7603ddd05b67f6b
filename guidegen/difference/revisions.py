"""The bytes of every record of a folder, or of a git revision of it; nothing is checked out."""

import io
import subprocess
import tarfile
from dataclasses import dataclass, field
from pathlib import Path

from guidegen.files import record_files
from guidegen.model import Carrier, Country
from guidegen.schema import read_record
from guidegen.source import parse


@dataclass(frozen=True, slots=True)
class Side:
    """The records of one side: carriers by id, countries by code, and the files that could not be read."""

    carriers: dict[str, Carrier] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()


class NoSuchSide(ValueError):
    """The words name neither a folder nor a revision; says why."""


def side(spec: str, carriers: Path) -> Side:
    """What a folder holds, or the folder `carriers` as it is in a git revision. Raises NoSuchSide."""
    folder = Path(spec)
    if folder.is_dir():
        return _typed({path: (folder / path).read_bytes() for path in record_files(folder)})
    return _typed(_of_revision(spec, carriers))


def _of_revision(revision: str, carriers: Path) -> dict[str, bytes]:
    place = carriers.absolute()
    tree = _git(place.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}:./{place.name}")
    if not tree:
        raise NoSuchSide(f"{revision!r} is no folder, and no git revision that holds {carriers.as_posix()}/")
    archive = _git(place.parent, "archive", "--format=tar", tree.decode().strip())
    files: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isfile() else None
            if content is not None and "/" in member.name and member.name.lower().endswith((".yaml", ".yml")):
                files[member.name] = content.read()
    return files


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints; nothing where it fails."""
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False).stdout
    except FileNotFoundError:
        raise NoSuchSide("git is not installed, so only folders can be compared") from None


def _typed(files: dict[str, bytes]) -> Side:
    carriers: dict[str, Carrier] = {}
    countries: dict[str, Country] = {}
    unreadable = []
    for path in sorted(files):
        record, _ = read_record(parse(files[path], path))
        key = path.rpartition(".")[0]
        if isinstance(record, Carrier):
            carriers[key] = record
        elif record is not None:
            countries[key] = record
        else:
            unreadable.append(path)
    return Side(carriers, countries, tuple(unreadable))
