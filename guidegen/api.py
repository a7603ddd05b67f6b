"""guidegen for other programs: load, check, render and build, and the shapes that they take and give.

`docs/api.md` shows how they are used. Whatever is not named here can change with any version.
"""

import datetime
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guidegen.build import Options, Result
from guidegen.build import build as build_site
from guidegen.catalogue import load as read_all
from guidegen.clock import today
from guidegen.diagnostics import Diagnostic
from guidegen.embedded import embedded
from guidegen.guard import one_guide
from guidegen.model import Carrier
from guidegen.render import Records
from guidegen.templating import FORMATS, languages_in

Folder = str | os.PathLike[str]


class Loaded(Mapping[str, "LoadedCarrier"]):
    """The carriers of a folder by id, as they stand on one day: `records["gb/giffgaff"]`.

    A record whose shape is wrong is not among them; `check` says why. `texts` holds every file by the path that
    findings give it.
    """

    def __init__(self, records: Records, findings: Sequence[Diagnostic], texts: Mapping[str, str]) -> None:
        self.records, self.findings, self.texts = records, tuple(findings), texts

    @property
    def as_of(self) -> datetime.date:
        """The day that ages are judged by."""
        return self.records.as_of

    def __getitem__(self, id: str) -> "LoadedCarrier":
        return LoadedCarrier(id, self.records.carriers[id], self.records)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.records.carriers))

    def __len__(self) -> int:
        return len(self.records.carriers)

    def __repr__(self) -> str:
        return f"<guidegen.Loaded: {len(self)} carriers on {self.as_of}>"


@dataclass(frozen=True, slots=True)
class LoadedCarrier:
    """One carrier, and the records that it was loaded with: its guide also says what holds in its whole country."""

    id: str
    carrier: Carrier
    records: Records = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A guide, and whatever on it works as a link; the text is empty where a template is broken."""

    text: str
    findings: tuple[Diagnostic, ...]


def load(path: Folder | None = None, as_of: datetime.date | None = None) -> Loaded:
    """Read and check the records of a folder; without a path, those that came with guidegen.

    `as_of` is the day to judge ages by: without it SOURCE_DATE_EPOCH, else today in UTC. Faults of records are
    findings, never exceptions. Raises FileNotFoundError or NotADirectoryError where there is no such folder.
    """
    folder, day = _folder(path, "carriers"), as_of or today()
    catalogue = read_all(folder, day)
    records = Records(catalogue.carriers, catalogue.countries, day)
    return Loaded(records, catalogue.findings, catalogue.texts)


def check(records: Loaded) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the records, as `guidegen check` says it, by file and line; empty if nothing."""
    return records.findings


def render(
    carrier: LoadedCarrier, language: str = "en", format: str = "txt", *, templates: Folder | None = None
) -> Rendered:
    """The guide of a carrier as `guidegen show` prints it; in HTML it is the inside of `<article>`.

    `templates` is a folder of templates that stand for guidegen’s own. A guide with a finding must not be
    published. Raises ValueError for a language or a format that there is not.
    """
    folder = _folder(templates, "templates")
    _must_be_among("language", [language], languages_in(folder))
    _must_be_among("format", [format], list(FORMATS))
    text, findings = one_guide(carrier.records, carrier.id, folder, language, format)
    return Rendered(text, tuple(findings))


def build(
    out: Folder,
    carriers: Folder | None = None,
    *,
    templates: Folder | None = None,
    as_of: datetime.date | None = None,
    languages: Sequence[str] = (),
    formats: Sequence[str] = (),
    base_url: str = "",
    cache: bool = True,
    dry_run: bool = False,
    jobs: int = 0,
) -> Result:
    """Check every record and build the site into `out`, as `guidegen build` does.

    Any finding of level error publishes nothing: `stopped` is true and the old site stays whole. Without `languages`
    or `formats`, all. `jobs` is a number of processes; 0 takes as many as help. Raises as `load` and `render` do.
    """
    places = _folder(carriers, "carriers"), _folder(templates, "templates"), Path(out)
    _must_be_among("language", languages, languages_in(places[1]))
    _must_be_among("format", formats, list(FORMATS))
    wanted = tuple(languages), tuple(formats)
    return build_site(Options(*places, as_of or today(), *wanted, cache, dry_run, base_url.rstrip("/"), jobs))


def _folder(path: Folder | None, name: str) -> Path:
    if path is None:
        return embedded(name)
    folder = Path(path)
    if not folder.is_dir():
        kind = NotADirectoryError if folder.exists() else FileNotFoundError
        raise kind(f"{folder.as_posix()} is no folder of {name}")
    return folder


def _must_be_among(kind: str, asked: Sequence[str], known: Sequence[str]) -> None:
    for word in asked:
        if word not in known:
            raise ValueError(f"there is no {kind} {word!r}; there are {', '.join(known)}")


__all__ = ["Diagnostic", "Loaded", "LoadedCarrier", "Rendered", "Result", "build", "check", "load", "render"]
