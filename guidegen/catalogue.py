"""All records of a folder: read, typed and checked."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from guidegen.diagnostics import WHOLE_FILE, Diagnostic
from guidegen.exceptions import Exceptions, needless, read_exceptions
from guidegen.model import Carrier, Country
from guidegen.rules import Subject, check_record
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


def load(folder: FilePath, as_of: datetime.date, only: Iterable[FilePath] = ()) -> Catalogue:
    """Read and check every record of a folder, or only the files named."""
    catalogue, exceptions = Catalogue(), read_exceptions(folder)
    wanted = {file.resolve() for file in only}
    for path in record_files(folder):
        if not wanted or (folder / path).resolve() in wanted:
            document = read(folder / path, f"{folder.as_posix()}/{path}", folder)
            _add(catalogue, document, path, as_of, exceptions)
    if not catalogue.texts:
        message = f"no records below {folder.as_posix()}/"
        catalogue.findings.append(NO_RECORDS.at(folder.as_posix(), WHOLE_FILE, message, NO_RECORDS.summary))
    if exceptions.document is not None:
        catalogue.texts[exceptions.document.path] = exceptions.document.text
    catalogue.findings += exceptions.findings
    if not wanted:
        catalogue.findings += needless(exceptions, catalogue.carriers, catalogue.texts)
    catalogue.findings.sort(key=lambda finding: finding.order)
    return catalogue


def _add(catalogue: Catalogue, document: Document, path: str, as_of: datetime.date, exceptions: Exceptions) -> None:
    catalogue.texts[document.path] = document.text
    record, faults = read_record(document)
    catalogue.findings += [*document.findings, *faults]
    if record is None:
        return
    key = path.rpartition(".")[0]
    if isinstance(record, Country):
        catalogue.countries[key.split("/")[0]] = record
    else:
        catalogue.carriers[key] = record
        catalogue.trees[key] = document.data()
    catalogue.findings += check_record(Subject(record, document, key, as_of, exceptions.names, exceptions.codes(key)))
