"""What can only be seen of several records together: names and codes that two of them give, records that are not there.

Each record is boiled down to its `Traits` where it is read, so that records read in other processes, or by an earlier
build, can be compared without their trees.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from guidegen.diagnostics import Diagnostic, Path, Severity, Span, fault, nearest
from guidegen.dialling import normalise
from guidegen.model import Carrier
from guidegen.rules.dialling import blocks
from guidegen.source import Document

SAME_NAME = fault(
    "G209",
    "same-name",
    """
    Keep one record for one card, or give the two the names by which their sellers tell them apart.

    Why: a reader who finds two guides of one name in a country cannot know which is theirs.
    Bad: `name: O2` in `gb/o2.yaml` and again in `gb/o2-uk.yaml`.
    Good: one record `gb/o2.yaml`.
    """,
)
UNKNOWN_RECORD = fault(
    "G213",
    "unknown-record",
    """
    Write the id of a record that exists: its path without `.yaml`.

    Why: `may_mean` leads readers to the guides of cards that exist; a guide that is not there helps nobody.
    Bad: `may_mean: [gb/lebra]`
    Good: `may_mean: [gb/lebara]`
    """,
)
SHARED_CODE = fault(
    "G226",
    "shared-code",
    """
    Check the code with its sources; if both carriers use it, give the reason in `shared_codes` of `_names.yaml`.

    Why: a code that stands in two records was often copied from a list, or is that of the host network.
    Bad: the same `*134*{voucher}#` in two records of one country, without a word.
    Good: `shared_codes: [{country: NG, code: "*311*{voucher}#", reason: the regulator’s code for all, source: …}]`
    """,
    Severity.NOTICE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a record and where it stands in its file."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Traits:
    """What of one record can meet another: its id, file, country, names, codes, and the records that it names."""

    key: str
    path: str
    country: str
    names: tuple[str, ...]
    named_at: Span
    codes: tuple[Place, ...] = ()
    meant: tuple[Place, ...] = ()


def traits_of(key: str, carrier: Carrier, document: Document) -> Traits:
    """The traits of a record; names as they are compared, without case."""
    names = {carrier.name.en.casefold(), (carrier.name.zh or carrier.name.en).casefold()}
    return Traits(
        key=key,
        path=document.path,
        country=carrier.country,
        names=tuple(sorted(names)),
        named_at=document.span_at(Path(("name",))),
        codes=tuple(Place(code, document.span_at(where)) for code, where in _codes(carrier)),
        meant=tuple(
            Place(meant, document.span_at(Path(("may_mean", index)))) for index, meant in enumerate(carrier.may_mean)
        ),
    )


def _codes(carrier: Carrier) -> Iterator[tuple[str, Path]]:
    """Codes as they are compared. The code of a wallet is that of the wallet, whichever card it tops up."""
    for where, block, _purpose in blocks(carrier):
        code = getattr(block, "code", None)
        if code is not None and block.kind != "wallet":
            yield normalise(code.value), Path((*where, "code", "value"))


def across(records: Sequence[Traits], known: Collection[str], shared: frozenset[tuple[str, str]]) -> list[Diagnostic]:
    """What is wrong between records in the order of their paths.

    `known` are the ids of all files, also of unreadable ones; `shared` holds (country, code) with a reason.
    """
    return [*same_names(records), *unknown_records(records, known), *shared_codes(records, shared)]


def same_names(records: Iterable[Traits]) -> Iterator[Diagnostic]:
    """Records of one country that have one name, each at the name of the later one."""
    seen: dict[tuple[str, str], str] = {}
    for record in records:
        taken = [seen.setdefault((record.country, name), record.path) for name in record.names]
        if set(taken) != {record.path}:
            first = "/".join(next(path for path in taken if path != record.path).split("/")[-2:])
            message = f"{first} has the same name and country"
            yield SAME_NAME.at(record.path, record.named_at, message, SAME_NAME.summary)


def unknown_records(records: Iterable[Traits], known: Collection[str]) -> Iterator[Diagnostic]:
    """Records that `may_mean` names and that do not exist."""
    for record in records:
        for meant in record.meant:
            if meant.value not in known:
                near = nearest(meant.value, known)
                advice = f"write {near}" if near else UNKNOWN_RECORD.summary
                yield UNKNOWN_RECORD.at(record.path, meant.span, f"there is no record {meant.value}", advice)


def shared_codes(records: Iterable[Traits], shared: frozenset[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Codes that several carriers of a country give, at each of them."""
    for place, uses in sorted(_uses(records).items()):
        if place in shared:
            continue
        for record, span in uses if len({record.key for record, _ in uses}) > 1 else ():
            others = ", ".join(sorted({other.key for other, _ in uses} - {record.key}))
            yield SHARED_CODE.at(record.path, span, f"{place[1]} stands in {others} too", SHARED_CODE.summary)


def sharers(records: Iterable[Traits], country: str, code: str) -> frozenset[str]:
    """The ids of the records of a country that give a code."""
    return frozenset(record.key for record, _ in _uses(records).get((country, normalise(code)), []))


def _uses(records: Iterable[Traits]) -> dict[tuple[str, str], list[tuple[Traits, Span]]]:
    """Every code with its country, and the places where it stands."""
    uses: dict[tuple[str, str], list[tuple[Traits, Span]]] = {}
    for record in records:
        for code in record.codes:
            uses.setdefault((record.country, code.value), []).append((record, code.span))
    return uses
