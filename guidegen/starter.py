"""What a site of one's own starts from: the records, templates and schema that came with guidegen."""

from collections.abc import Mapping
from pathlib import Path

from guidegen.embedded import embedded

FOLDERS = ("carriers", "templates")
SCHEMA = "docs/carrier.schema.json"


def starter() -> dict[str, bytes]:
    """Every file by its path in the new folder. May raise OSError."""
    found = {SCHEMA: embedded("carrier.schema.json").read_bytes()}
    for name in FOLDERS:
        for file in _files(embedded(name)):
            found[f"{name}/{file.relative_to(embedded(name)).as_posix()}"] = file.read_bytes()
    return found


def _files(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*")) if file.is_file() and not file.name.startswith(".")]


def records_among(files: Mapping[str, bytes]) -> int:
    """How many of the files are records of a carrier."""
    return sum(path.startswith("carriers/") and "/_" not in path and path.endswith(".yaml") for path in files)
