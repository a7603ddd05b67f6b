"""All records of a folder: read, typed and checked."""

import datetime
import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path as FilePath

from guidegen.diagnostics import WHOLE_FILE, Diagnostic
from guidegen.exceptions import Entry as Exempted
from guidegen.exceptions import Exceptions, needless, read_exceptions, used_by
from guidegen.files import record_files
from guidegen.model import Carrier, Country
from guidegen.rules import Subject, check_record
from guidegen.rules.across import Traits, across, traits_of
from guidegen.schema import read_record
from guidegen.source import Data, Document, at_most, read
from guidegen.source.faults import NO_RECORDS
from guidegen.spread import PORTIONS, spread, workers_for


@dataclass(slots=True)
class Catalogue:
    """What a folder holds: carriers by id, country files by code, texts by path, and every finding."""

    carriers: dict[str, Carrier] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    trees: dict[str, Data] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of a file that was read and checked by itself, to be looked at together with all others.

    `path` is relative to the folder; `used` are the exceptions that the record needs.
    """

    path: str
    findings: tuple[Diagnostic, ...]
    traits: Traits | None
    used: frozenset[Exempted]

    @property
    def key(self) -> str:
        """The id of a carrier: its path without the ending."""
        return self.path.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as read and checked by itself: its record if it is sound in shape, and what is wrong with it."""

    record: Carrier | Country | None
    document: Document
    seen: Seen

    @property
    def path(self) -> str:
        """Where the file stands, relative to the folder."""
        return self.seen.path

    @property
    def key(self) -> str:
        """The id of a carrier: its path without the ending."""
        return self.seen.key

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the file by itself."""
        return self.seen.findings

    @property
    def sound(self) -> bool:
        """Whether there is a record and no error in it."""
        return self.record is not None and all(finding.severity != "error" for finding in self.findings)


def load(folder: FilePath, as_of: datetime.date, only: Iterable[FilePath] = ()) -> Catalogue:
    """Read and check every record of a folder, or only the files and folders named."""
    exceptions = read_exceptions(folder)
    paths = wanted_files(folder, only)
    entries = [read_entry(folder, path, as_of, exceptions) for path in paths]
    catalogue = Catalogue()
    for entry in entries:
        _add(catalogue, entry)
    catalogue.findings += together(folder, [entry.seen for entry in entries], exceptions, whole=not only)
    catalogue.findings.sort(key=lambda finding: finding.order)
    if exceptions.document is not None:
        catalogue.texts[exceptions.document.path] = exceptions.document.text
    return catalogue


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at a folder found: every finding, the texts of the files that have one, how many files there are."""

    findings: list[Diagnostic]
    texts: dict[str, str]
    files: int


def check(folder: FilePath, as_of: datetime.date, only: Iterable[FilePath] = (), jobs: int = 0) -> Checked:
    """The findings of `load`, without keeping the records; by several processes where there are many files."""
    paths = wanted_files(folder, only)
    exceptions = read_exceptions(folder)
    jobs = jobs or workers_for(len(paths))
    size = 1 + len(paths) // (jobs * PORTIONS)
    portions = [paths[start : start + size] for start in range(0, len(paths), size)]
    seen, texts = list[Seen](), dict[str, str]()
    for some, faulty in spread(partial(_checker, folder, as_of), portions, jobs):
        seen += some
        texts |= faulty
    seen.sort(key=lambda one: one.path)
    findings = [*(found for one in seen for found in one.findings), *together(folder, seen, exceptions, not only)]
    if exceptions.document is not None:
        texts[exceptions.document.path] = exceptions.document.text
    return Checked(sorted(findings, key=lambda found: found.order), texts, len(paths))


def _checker(folder: FilePath, as_of: datetime.date) -> Callable[[Sequence[str]], tuple[list[Seen], dict[str, str]]]:
    return partial(_check_some, folder, as_of, read_exceptions(folder))


def _check_some(
    folder: FilePath, as_of: datetime.date, exceptions: Exceptions, paths: Sequence[str]
) -> tuple[list[Seen], dict[str, str]]:
    """Some files as seen, and the texts of those that have a finding."""
    entries = [read_entry(folder, path, as_of, exceptions) for path in paths]
    return [entry.seen for entry in entries], {e.document.path: e.document.text for e in entries if e.findings}


def wanted_files(folder: FilePath, only: Iterable[FilePath] = ()) -> list[str]:
    """The files of a folder that could be records, relative to it; all, or those at or below the paths named."""
    wanted = {os.path.abspath(file) for file in only}
    return [path for path in record_files(folder) if not wanted or _is_among(wanted, folder / path)]


def _is_among(wanted: set[str], file: FilePath) -> bool:
    absolute = FilePath(os.path.abspath(file))
    return not wanted.isdisjoint(map(str, (absolute, *absolute.parents)))


def read_entry(folder: FilePath, path: str, as_of: datetime.date, exceptions: Exceptions) -> Entry:
    """Read and check one file; `path` is relative to the folder."""
    document = read(folder / path, f"{folder.as_posix()}/{path}", folder)
    record, faults = read_record(document)
    found: Iterable[Diagnostic] = ()
    key = path.rpartition(".")[0]
    if record is not None:
        known = (exceptions.names, exceptions.codes(key), exceptions.retailer_rules(key))
        found = check_record(Subject(record, document, key, as_of, *known))
    findings = tuple(at_most(chain(document.findings, faults, found), document.path))
    traits = traits_of(key, record, document) if isinstance(record, Carrier) else None
    used = used_by(exceptions, key, record, document.text)
    return Entry(record, document, Seen(path, findings, traits, used))


def together(
    folder: FilePath, seen: Collection[Seen], exceptions: Exceptions, whole: bool = True
) -> Sequence[Diagnostic]:
    """What is wrong with the exceptions, and with the records of a folder as a whole where `whole` is true."""
    findings = list(exceptions.findings)
    if not seen and (whole or exceptions.document is None):
        message = f"no records below {folder.as_posix()}/"
        findings.append(NO_RECORDS.at(folder.as_posix(), WHOLE_FILE, message, NO_RECORDS.summary))
    if whole:
        traits = [one.traits for one in seen if one.traits is not None]
        findings += needless(exceptions, frozenset().union(*(one.used for one in seen)), traits)
        findings += across(traits, {one.key for one in seen}, exceptions.shared_codes)
    return findings


def _add(catalogue: Catalogue, entry: Entry) -> None:
    catalogue.texts[entry.document.path] = entry.document.text
    catalogue.findings += entry.findings
    if isinstance(entry.record, Country):
        catalogue.countries[entry.key.split("/")[0]] = entry.record
    elif entry.record is not None:
        catalogue.carriers[entry.key] = entry.record
        catalogue.trees[entry.key] = entry.document.data()
