"""All records of a folder: read, typed and checked."""

import datetime
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from guidegen.diagnostics import WHOLE_FILE, Diagnostic
from guidegen.exceptions import Exceptions, needless, read_exceptions
from guidegen.model import Carrier, Country
from guidegen.rules import Subject, check_record
from guidegen.rules.honesty import same_names, unknown_records
from guidegen.rules.shared import shared_codes
from guidegen.schema import read_record
from guidegen.source import Data, Document, read, record_files
from guidegen.source.faults import NO_RECORDS


@dataclass(slots=True)
class Catalogue:
    """What a folder holds: carriers by id, country files by code, texts by path, and every finding."""

    carriers: dict[str, Carrier] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    trees: dict[str, Data] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as read and checked by itself: its record if it is sound in shape, and what is wrong with it."""

    path: str
    record: Carrier | Country | None
    document: Document
    findings: tuple[Diagnostic, ...]

    @property
    def key(self) -> str:
        """The id of a carrier: its path without the ending."""
        return self.path.rpartition(".")[0]


def load(folder: FilePath, as_of: datetime.date, only: Iterable[FilePath] = ()) -> Catalogue:
    """Read and check every record of a folder, or only the files and folders named."""
    exceptions = read_exceptions(folder)
    wanted = {os.path.abspath(file) for file in only}
    paths = [path for path in record_files(folder) if not wanted or _is_among(wanted, folder / path)]
    entries = [read_entry(folder, path, as_of, exceptions) for path in paths]
    return gather(folder, entries, exceptions, whole=not wanted)


def _is_among(wanted: set[str], file: FilePath) -> bool:
    absolute = FilePath(os.path.abspath(file))
    return not wanted.isdisjoint(map(str, (absolute, *absolute.parents)))


def read_entry(folder: FilePath, path: str, as_of: datetime.date, exceptions: Exceptions) -> Entry:
    """Read and check one file; `path` is relative to the folder."""
    document = read(folder / path, f"{folder.as_posix()}/{path}", folder)
    record, faults = read_record(document)
    findings = [*document.findings, *faults]
    if record is not None:
        key = path.rpartition(".")[0]
        known = (exceptions.names, exceptions.codes(key), exceptions.retailer_rules(key))
        subject = Subject(record, document, key, as_of, *known)
        findings += check_record(subject)
    return Entry(path, record, document, tuple(findings))


def gather(folder: FilePath, entries: Collection[Entry], exceptions: Exceptions, whole: bool = True) -> Catalogue:
    """Entries as one catalogue, with what can only be seen of all records together where `whole` is true."""
    catalogue = Catalogue()
    for entry in entries:
        _add(catalogue, entry)
    if not catalogue.texts and (whole or exceptions.document is None):
        message = f"no records below {folder.as_posix()}/"
        catalogue.findings.append(NO_RECORDS.at(folder.as_posix(), WHOLE_FILE, message, NO_RECORDS.summary))
    if exceptions.document is not None:
        catalogue.texts[exceptions.document.path] = exceptions.document.text
    catalogue.findings += exceptions.findings
    if whole:
        catalogue.findings += needless(exceptions, catalogue.carriers, catalogue.texts)
        catalogue.findings += _across(entries, exceptions)
    catalogue.findings.sort(key=lambda finding: finding.order)
    return catalogue


def _across(entries: Iterable[Entry], exceptions: Exceptions) -> Iterator[Diagnostic]:
    """What can only be seen of several records together."""
    records = [(entry.record, entry.document) for entry in entries if isinstance(entry.record, Carrier)]
    yield from same_names(records)
    yield from unknown_records(records, {entry.key for entry in entries})
    by_key = {entry.key: (entry.record, entry.document) for entry in entries if isinstance(entry.record, Carrier)}
    yield from shared_codes(by_key, exceptions.shared_codes)


def _add(catalogue: Catalogue, entry: Entry) -> None:
    catalogue.texts[entry.document.path] = entry.document.text
    catalogue.findings += entry.findings
    if isinstance(entry.record, Country):
        catalogue.countries[entry.key.split("/")[0]] = entry.record
    elif entry.record is not None:
        catalogue.carriers[entry.key] = entry.record
        catalogue.trees[entry.key] = entry.document.data()
