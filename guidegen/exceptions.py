"""`carriers/_names.yaml`: names that look like domains and codes that look unsafe, each let through with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from pydantic import Field, ValidationError

from guidegen.diagnostics import Diagnostic, Path, Severity, fault
from guidegen.dialling import normalise
from guidegen.links import scan_text
from guidegen.model.carrier import Carrier, RecordId
from guidegen.model.notation import Frozen
from guidegen.model.regions import CountryCode
from guidegen.model.values import Line
from guidegen.schema import faults_of_shape
from guidegen.source import EXCEPTIONS, Document, content_of, parse

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
        return Exceptions(document, _File(), [*document.findings, *faults_of_shape(document, _File, error)])


def needless(exceptions: Exceptions, carriers: dict[str, Carrier], texts: dict[str, str]) -> Iterator[Diagnostic]:
    """Entries that no record needs: what they name is gone, or nothing refuses it."""
    document = exceptions.document
    if document is None:
        return
    for index, name in enumerate(exceptions.entries.names):
        if not scan_text(name.name) or not any(name.name in text for text in texts.values()):
            yield _needless(document, Path(("names", index)), name.name)
    for index, entry in enumerate(exceptions.entries.codes):
        if entry.record not in carriers or not _refused(carriers[entry.record], entry):
            yield _needless(document, Path(("codes", index)), entry.code)
    yield from _needless_knowledge(document, exceptions, carriers)


def _needless_knowledge(
    document: Document, exceptions: Exceptions, carriers: dict[str, Carrier]
) -> Iterator[Diagnostic]:
    """Codes that no two carriers share any more, and records whose rules rest on more than a shop."""
    from guidegen.rules.shared import sharers

    for index, shared in enumerate(exceptions.entries.shared_codes):
        if len(sharers(carriers, shared.country, shared.code)) < 2:
            yield _needless(document, Path(("shared_codes", index)), shared.code)
    for index, entry in enumerate(exceptions.entries.retailer_rules):
        if entry.record not in carriers or not _known_from_a_shop(carriers[entry.record]):
            yield _needless(document, Path(("retailer_rules", index)), entry.record)


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
