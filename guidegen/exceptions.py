"""`carriers/_names.yaml`: names that look like domains and codes that look unsafe, each let through with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from pydantic import Field, ValidationError

from guidegen.diagnostics import Diagnostic, Path, Severity, fault
from guidegen.links import scan_text
from guidegen.model.carrier import Carrier, RecordId
from guidegen.model.notation import Frozen
from guidegen.model.values import Line
from guidegen.source import Document, parse

FILE = "_names.yaml"
BAD_ENTRY = fault(
    "G107",
    "bad-exception",
    """
    Write an entry as {name, reason, source} or {record, code, reason, source}.

    Why: an exception without a reason and a source cannot be judged by the next maintainer.
    Bad: `- {record: hk/3hk, code: "##107#"}`
    Good: `- {record: hk/3hk, code: "##107#", reason: the operator’s balance code, source: Three, help page}`
    """,
)
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


class _File(Frozen):
    names: tuple[NameEntry, ...] = ()
    codes: tuple[CodeEntry, ...] = ()


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


def read_exceptions(folder: FilePath) -> Exceptions:
    """The exceptions of a folder of records; none where the file is missing."""
    file = folder / FILE
    if not file.is_file():
        return Exceptions()
    document = parse(file.read_bytes(), f"{folder.as_posix()}/{FILE}")
    try:
        return Exceptions(document, _File.model_validate(document.data()), list(document.findings))
    except ValidationError as error:
        found = [_bad(document, Path(detail["loc"]), detail["msg"]) for detail in error.errors()]
        return Exceptions(document, _File(), [*document.findings, *found])


def _bad(document: Document, where: Path, message: str) -> Diagnostic:
    return BAD_ENTRY.at(document.path, document.span_at(where), f"{where}: {message}", BAD_ENTRY.summary)


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
