"""Everything that goes into a site, as digests: by them a build knows what it need not do again."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path

from guidegen.digest import digest_of
from guidegen.files import EXCEPTIONS, digest_of_file, digests, files_below, record_files
from guidegen.overlay import template_files

PROGRAM_ENDINGS = (".py", ".txt", ".js")
# The libraries that shape a page: what is imported, and the name that it is installed by.
LIBRARIES = (
    "babel=babel",
    "jinja2=jinja2",
    "markupsafe=markupsafe",
    "phonenumbers=phonenumberslite",
    "pydantic=pydantic",
    "yaml=pyyaml",
)


@dataclass(frozen=True)
class Inputs:
    """What a site is made from.

    `base` holds what every page depends on, by the words that a reason uses for it; `records` the digest of each
    record by its path below the folder.
    """

    base: Mapping[str, str]
    records: Mapping[str, str]

    @cached_property
    def units(self) -> dict[str, tuple[str, ...]]:
        """The records by the folder of their country, which are made together; "" for files that lie in none."""
        units: dict[str, list[str]] = {}
        for path in self.records:
            units.setdefault(path.rpartition("/")[0].partition("/")[0], []).append(path)
        return {code: tuple(paths) for code, paths in units.items()}


def inputs_of(carriers: Path, templates: Path, options: tuple[str, ...]) -> Inputs:
    """The digests of records, templates and program; `options` are what was asked for, as words."""
    base = {
        "the program": _program(),
        "the templates": _templates(templates),
        "the exceptions": digest_of_file(os.path.join(carriers, EXCEPTIONS)),
        "the options": digest_of(options),
    }
    return Inputs(base, digests(carriers, record_files(carriers)))


def _templates(folder: Path) -> str:
    """A digest of every template in use, with its name: those of the folder, and guidegen's own."""
    files = template_files(folder).items()
    return digest_of(part for name, file in files for part in (name, digest_of_file(str(file))))


def _folder(folder: Path, endings: tuple[str, ...]) -> str:
    """A digest of the files of a folder, with their names."""
    contents = digests(folder, sorted(files_below(folder, endings)))
    return digest_of(part for item in contents.items() for part in item)


def _program() -> str:
    """A digest of guidegen itself and of the versions of the libraries that shape a page."""
    return digest_of((_folder(Path(__file__).parent, PROGRAM_ENDINGS), *map(_version, LIBRARIES)))


def _version(library: str) -> str:
    """The version of a library, by the folder that its installer left beside it: `jinja2-3.1.6.dist-info`.

    Asking `importlib.metadata` takes longer than all the rest of a build with nothing to do. Where no such folder
    stands, the digest of the library's first file serves.
    """
    package, project = library.split("=")
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return ""
    home = os.path.dirname(os.path.dirname(spec.origin))
    named = [name for name in _installed(home) if name.lower().replace("_", "-").startswith(f"{project}-")]
    return " ".join(named) or digest_of_file(spec.origin)


@cache
def _installed(folder: str) -> tuple[str, ...]:
    return tuple(sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info"))))
