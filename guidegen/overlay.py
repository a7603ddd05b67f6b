"""Which file a template is read from: one of the folder's own where it has one, else the one that came with guidegen.

So a folder holds only what it changes or adds, file by file.
"""

from pathlib import Path

from guidegen.embedded import embedded
from guidegen.files import files_below

ENDINGS = (".j2", ".css", ".js")


def searched(folder: Path) -> tuple[Path, ...]:
    """The folders in which a template is looked for, the nearest first."""
    return tuple(dict.fromkeys((folder, embedded("templates"))))


def template_files(folder: Path) -> dict[str, Path]:
    """Every template, style sheet and script by its name, such as `guide/steps.j2`, sorted; each the one in use."""
    found: dict[str, Path] = {}
    for place in reversed(searched(folder)):
        found |= {name: place / name for name in files_below(place, ENDINGS) if _is_one(name)}
    return dict(sorted(found.items()))


def _is_one(name: str) -> bool:
    return name.endswith(ENDINGS) and not name.rpartition("/")[2].startswith(".")


def template_file(folder: Path, name: str) -> Path:
    """The file in use for a name; where there is none, the place in the folder where it belongs."""
    return next((place / name for place in searched(folder) if (place / name).is_file()), folder / name)
