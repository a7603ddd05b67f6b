"""`carriers/_names.yaml`: names that look like domains and codes that look unsafe, each let through with a reason."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from pydantic import Field, ValidationError

from guidegen.diagnostics import Diagnostic, Path, Severity, fault
from guidegen.dialling import normalise
from guidegen.files import EXCEPTIONS
from guidegen.links import scan_text
from guidegen.model.carrier import Carrier, Country, RecordId
from guidegen.model.notation import Frozen
from guidegen.model.regions import CountryCode
from guidegen.model.values import Line
from guidegen.rules.across import Traits, sharers
from guidegen.schema import faults_of_shape
from guidegen.source import Document, at_most, content_of, parse

NEEDLESS = fault(
    "G208",
    "needless-exception",
    """
    Remove the entry.

    Why: an exception that nothing needs any more hides the next mistake.
    Bad: a code in `_names.yaml` that its record does not hold, or that no rule refuses.
    Good: only entries that a record needs.
    """,
    Severity.WARNING,
)


class NameEntry(Frozen):
    """An operator's name that looks like a domain."""

    name: Line = Field(description="exactly as it is printed")
    reason: Line = Field(description="why it is a name and no address")
    source: Line = Field(description="where the operator calls itself so")


class CodeEntry(Frozen):
    """A code, number or text of one record that looks unsafe and is not."""

    record: RecordId = Field(description="the record that holds it")
    code: Line = Field(description="exactly as it stands there")
    reason: Line = Field(description="why it does what the guide says")
    source: Line = Field(description="who says so")


class SharedEntry(Frozen):
    """A code that several carriers of a country give."""

    country: CountryCode = Field(description="the country")
    code: Line = Field(description="exactly as it stands there")
    reason: Line = Field(description="why they share it")
    source: Line = Field(description="who says so")


class RetailerEntry(Frozen):
    """A record whose rules are known from a shop alone."""

    record: RecordId = Field(description="the record")
    reason: Line = Field(description="why nothing better is known")
    source: Line = Field(description="which sources carry them")


class _File(Frozen):
    names: tuple[NameEntry, ...] = ()
    codes: tuple[CodeEntry, ...] = ()
    shared_codes: tuple[SharedEntry, ...] = ()
    retailer_rules: tuple[RetailerEntry, ...] = ()


@dataclass(slots=True)
class Exceptions:
    """The entries of a folder, and what is wrong with them."""

    document: Document | None = None
    entries: _File = field(default_factory=_File)
    findings: list[Diagnostic] = field(default_factory=list)

    @property
    def names(self) -> frozenset[str]:
        """Names that may look like domains."""
        return frozenset(entry.name for entry in self.entries.names)

    def codes(self, record: str) -> dict[str, str]:
        """What one record may hold, with the reasons."""
        return {entry.code: entry.reason for entry in self.entries.codes if entry.record == record}

    @property
    def shared_codes(self) -> frozenset[tuple[str, str]]:
        """Country and code of what several carriers share."""
        return frozenset((entry.country, normalise(entry.code)) for entry in self.entries.shared_codes)

    def retailer_rules(self, record: str) -> bool:
        """Whether the rules of a record are known to rest on a shop."""
        return any(entry.record == record for entry in self.entries.retailer_rules)


def read_exceptions(folder: FilePath) -> Exceptions:
    """The exceptions of a folder of records; none where the file is missing."""
    file, path = folder / EXCEPTIONS, f"{folder.as_posix()}/{EXCEPTIONS}"
    if not file.exists() and not file.is_symlink():
        return Exceptions()
    content = content_of(file, path, folder)
    document = content if isinstance(content, Document) else parse(content, path)
    try:
        return Exceptions(document, _File.model_validate(document.data()), list(document.findings))
    except ValidationError as error:
        found = (*document.findings, *faults_of_shape(document, _File, error))
        return Exceptions(document, _File(), list(at_most(found, path)))


# An entry of the file, as (section, position).
Entry = tuple[str, int]


def used_by(exceptions: Exceptions, key: str, record: Carrier | Country | None, text: str) -> frozenset[Entry]:
    """The entries that one record needs, by what it holds and what the rules would say without them."""
    entries = exceptions.entries
    used = {("names", index) for index, name in enumerate(entries.names) if name.name in text and scan_text(name.name)}
    if isinstance(record, Carrier):
        codes = ((index, entry) for index, entry in enumerate(entries.codes) if entry.record == key)
        used |= {("codes", index) for index, entry in codes if _refused(record, entry)}
        rules = (index for index, entry in enumerate(entries.retailer_rules) if entry.record == key)
        used |= {("retailer_rules", index) for index in rules if _known_from_a_shop(record)}
    return frozenset(used)


def needless(exceptions: Exceptions, used: Collection[Entry], records: Sequence[Traits]) -> Iterator[Diagnostic]:
    """Entries that no record needs: what they name is gone, or nothing refuses it, or nobody shares it."""
    document = exceptions.document
    if document is None:
        return
    for section, index, what in _named(exceptions.entries):
        if (section, index) not in used:
            yield _needless(document, Path((section, index)), what)
    for index, shared in enumerate(exceptions.entries.shared_codes):
        if len(sharers(records, shared.country, shared.code)) < 2:
            yield _needless(document, Path(("shared_codes", index)), shared.code)


def _named(entries: _File) -> Iterator[tuple[str, int, str]]:
    """Every entry that a single record can need, with what a finding calls it."""
    yield from (("names", index, entry.name) for index, entry in enumerate(entries.names))
    yield from (("codes", index, entry.code) for index, entry in enumerate(entries.codes))
    yield from (("retailer_rules", index, entry.record) for index, entry in enumerate(entries.retailer_rules))


def _known_from_a_shop(carrier: Carrier) -> bool:
    from guidegen.rules.resting import known_from_a_shop

    return any(known_from_a_shop(carrier, carrier.claims()))


def _needless(document: Document, where: Path, what: str) -> Diagnostic:
    message = f"nothing needs the exception for {what}"
    return NEEDLESS.at(document.path, document.span_at(where), message, NEEDLESS.summary)


def _refused(carrier: Carrier, entry: CodeEntry) -> bool:
    """Whether a dialling rule speaks of this very string where no exception stands."""
    from guidegen.rules.dialling import blocks, problems_of

    return any(
        getattr(block, problem.part).value == entry.code
        for _, block, purpose in blocks(carrier)
        for problem in problems_of(carrier, block, purpose, {})
    )
