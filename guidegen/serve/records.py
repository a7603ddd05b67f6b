"""The records in memory: read once, and again one by one when they change."""

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path

from guidegen.catalogue import Entry, read_entry, together
from guidegen.diagnostics import Diagnostic
from guidegen.exceptions import read_exceptions
from guidegen.files import EXCEPTIONS, record_files
from guidegen.model import Carrier, Country
from guidegen.render import Records
from guidegen.source import Data

Stamp = tuple[int, int, int, int]


class Shelf:
    """Every record of a folder as it is now, and as it was when it had no error."""

    def __init__(self, folder: Path, as_of: datetime.date) -> None:
        self.folder, self.as_of = folder, as_of
        self._entries: dict[str, Entry] = {}
        self._sound: dict[str, Entry] = {}
        self._stamps: dict[str, Stamp] = {}
        self._across: list[Diagnostic] = []
        self._exceptions = read_exceptions(folder)

    def read_all(self) -> None:
        """Read every record anew."""
        self._exceptions = read_exceptions(self.folder)
        self._stamps = {path: _stamp(self.folder / path) for path in (*self._files(), EXCEPTIONS)}
        for path in {*self._files(), *self._entries}:
            self._take(path, self._read(path))
        self.look_across()

    def changed(self) -> set[str]:
        """Files that are new or gone, or whose size, inode or times are not those of the last reading."""
        there = {path: _stamp(self.folder / path) for path in (*self._files(), EXCEPTIONS)}
        return {path for path in {*there, *self._stamps} if there.get(path) != self._stamps.get(path)}

    def refresh(self, paths: Iterable[str], settled: bool) -> tuple[set[str], set[str]]:
        """Read these files again: (those that are now other than before, those held back).

        A file that is gone or has an error may be a save half-way through, so it is held back until it has settled:
        whoever calls names it again.
        """
        taken, held = set(), set()
        for path in paths:
            if path == EXCEPTIONS:
                taken |= self._refresh_exceptions()
                continue
            self._stamp(path)
            entry, before = self._read(path), self._entries.get(path)
            if _same(entry, before):
                continue
            if _doubtful(entry) and not settled:
                held.add(path)
            else:
                self._take(path, entry)
                taken.add(path)
        return taken, held

    def _refresh_exceptions(self) -> set[str]:
        before = self._exceptions
        self._stamp(EXCEPTIONS)
        self._exceptions = read_exceptions(self.folder)
        if (before.entries, before.findings) == (self._exceptions.entries, self._exceptions.findings):
            return set()
        self.read_all()
        return {EXCEPTIONS}

    def _files(self) -> list[str]:
        """The records, without the files that editors put beside them for a while."""
        return [path for path in record_files(self.folder) if not path.rpartition("/")[2].startswith(".")]

    def _stamp(self, path: str) -> None:
        self._stamps[path] = _stamp(self.folder / path)

    def _read(self, path: str) -> Entry | None:
        if not (self.folder / path).is_file():
            return None
        return read_entry(self.folder, path, self.as_of, self._exceptions)

    def _take(self, path: str, entry: Entry | None) -> None:
        if entry is None:
            for known in (self._entries, self._sound):
                known.pop(path, None)
            self._stamps.pop(path, None)
            return
        self._entries[path] = entry
        if entry.sound:
            self._sound[path] = entry

    def look_across(self) -> None:
        """Find anew what can only be seen of all records together. It looks at each of them, so it can wait."""
        seen = [self._entries[path].seen for path in sorted(self._entries)]
        self._across = list(together(self.folder, seen, self._exceptions))

    def findings(self) -> list[Diagnostic]:
        """What is wrong with each record now, and what was last seen of all together."""
        return [*(found for entry in self._entries.values() for found in entry.findings), *self._across]

    def texts(self) -> dict[str, str]:
        """The text of each file by the name that findings give it."""
        documents = [entry.document for entry in self._entries.values()]
        if self._exceptions.document is not None:
            documents.append(self._exceptions.document)
        return {document.path: document.text for document in documents}

    def records(self) -> Records:
        """The last sound state of each record."""
        carriers: dict[str, Carrier] = {}
        countries: dict[str, Country] = {}
        for path in sorted(self._sound):
            entry = self._sound[path]
            if isinstance(entry.record, Country):
                countries[entry.key.split("/")[0]] = entry.record
            elif entry.record is not None:
                carriers[entry.key] = entry.record
        return Records(carriers, countries, self.as_of)

    def tree(self, key: str) -> Data:
        """The last sound state of a record as a tree."""
        return self._sound[f"{key}.yaml"].document.data()

    def trees(self) -> Mapping[str, Data]:
        """The same as trees, by the id of the carrier."""
        sound = (entry for entry in self._sound.values() if isinstance(entry.record, Carrier))
        return {entry.key: entry.document.data() for entry in sound}


def _doubtful(entry: Entry | None) -> bool:
    return entry is None or not entry.sound


def _same(entry: Entry | None, before: Entry | None) -> bool:
    if entry is None or before is None:
        return entry is before
    return entry.document.text == before.document.text and entry.findings == before.findings


def _stamp(file: Path) -> Stamp:
    """What tells that a file may have changed; zeros where there is none."""
    try:
        found = file.stat()
    except OSError:
        return (0, 0, 0, 0)
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
