"""G2, sources: every claim rests on a source that may carry it."""

from collections.abc import Iterator

from guidegen.diagnostics import Found, Path, Severity, nearest, rule
from guidegen.model import Carrier, Country
from guidegen.model.claims import Sourced
from guidegen.rules import Subject, once
from guidegen.rules.walks import statements, values


@once
def sourced(subject: Subject) -> tuple[tuple[Path, Sourced], ...]:
    """Everything in a record that must name a source."""
    record = subject.record
    if isinstance(record, Country):
        return tuple((Path(("rules", index)), item) for index, item in enumerate(record.rules))
    return (*statements(subject), *_accounts(record), *_endings(record))


def _accounts(record: Carrier) -> Iterator[tuple[Path, Sourced]]:
    for index, dispute in enumerate(record.disputes):
        yield from ((Path(("disputes", index, "accounts", n)), side) for n, side in enumerate(dispute.accounts))


def _endings(record: Carrier) -> Iterator[tuple[Path, Sourced]]:
    """The `ended` blocks; one without a source of its own takes that of the block around it."""
    for name in ("channels", "balance", "customer_service", "not_a_top_up", "validity"):
        for index, block in enumerate(getattr(record, name)):
            if block.ended is not None and block.ended.source:
                yield Path((name, index, "ended")), block.ended
    if record.voucher and record.voucher.ended and record.voucher.ended.source:
        yield Path(("voucher", "ended")), record.voucher.ended


@rule("G201")
def claim_without_source(subject: Subject) -> Iterator[Found]:
    """A claim names no source, and neither does its block.

    Why: a statement without a source is a guess, and a guide holds none.
    Bad: `fee: none` in a block without `source`.
    Good: `fee: {value: none, source: gg-43430}`, or `source: gg-43430` for the whole block.
    """
    known = list(subject.record.sources)
    keys = ", ".join([*known[:8], "…"] if len(known) > 8 else known)
    for where, statement in sourced(subject):
        if not statement.source:
            help = f"add the line `source: …` to its block, with the key of the source that says it: {keys}"
            yield Found(where, f"{where} has no source", help)


@rule("G202")
def unknown_source(subject: Subject) -> Iterator[Found]:
    """A claim names a source that the record does not have.

    Why: the reader could not be told who says it.
    Bad: `source: gg-4343` where `sources` has `gg-43430`.
    Good: `source: gg-43430`
    """
    known = subject.record.sources
    for where, key in _uses(subject):
        if key not in known:
            near = nearest(key, known)
            help = f"write {near}" if near else f"sources here: {', '.join(known)}"
            yield Found(where, f"source {key} is not in `sources`", help)


@once
def _uses(subject: Subject) -> tuple[tuple[Path, str], ...]:
    """Every place of the file where a source is named, with its key."""
    named = ((where, value.value) for where, value in values(subject) if "source" in where[-2:])
    return tuple((where, key) for where, key in named if where[0] != "sources")


@rule("G203")
def unused_source(subject: Subject) -> Iterator[Found]:
    """A source carries no claim.

    Why: a list of sources that nothing rests on makes a guide look better than it is.
    Bad: a source `mbpi` that no `source:` names.
    Good: remove it, or use it; one that is kept only as a warning has `unusable: spam`.
    """
    used = {key for _, key in _uses(subject)}
    for key, source in subject.record.sources.items():
        if key not in used and not source.unusable:
            help = "use it in a claim, remove it, or mark it with `unusable:` and the reason"
            yield Found(Path(("sources", key)), f"no claim rests on source {key}", help, on_key=True)


@rule("G204")
def unusable_source_cited(subject: Subject) -> Iterator[Found]:
    """A claim rests on a source that is an impostor, machine-written or spam.

    Why: such pages are made to be found, not to be true; one of them must not carry a fact.
    Bad: `source: fake-shop` where that source has `unusable: impostor`.
    Good: take the claim out, or give it a source that a person stands for.
    """
    for where, key in _uses(subject):
        source = subject.record.sources.get(key)
        if source and source.unusable:
            help = "remove this key; remove the claim too if nothing else carries it"
            yield Found(where, f"source {key} is marked {source.unusable} and carries no claim", help)


@rule("G205")
def path_and_country_disagree(subject: Subject) -> Iterator[Found]:
    """The folder of a record is not its country.

    Why: the folder decides where the guide is published and listed.
    Bad: `country: DE` in `carriers/gb/lebara.yaml`.
    Good: `country: GB` in `carriers/gb/lebara.yaml`.
    """
    folder = subject.id.split("/")[0].upper()
    if subject.record.country != folder and len(folder) == 2:  # else the name of the file is what is wrong
        help = f"write {folder}, or move the file to {subject.record.country.lower()}/"
        yield Found(Path(("country",)), f"country {subject.record.country} in the folder {folder.lower()}/", help)


@rule("G206")
def source_above_its_knowledge(subject: Subject) -> Iterator[Found]:
    """An operator's own rule rests on an advertisement alone, in a record of a real card.

    Why: an advertisement says what sells; what holds is the operator's to say.
    Bad: `validity` with a source of kind advert only.
    Good: the operator's page, or the claim in a record of kind advertised_name.
    """
    record = subject.record
    if not isinstance(record, Carrier) or record.kind == "advertised_name":
        return
    for where, statement in statements(subject):
        kinds = {record.sources[key].kind for key in statement.source if key in record.sources}
        if kinds == {"advert"}:
            yield Found(where, f"{where} rests on an advertisement alone", "find a page that is no advertisement")


@rule("G207", Severity.WARNING)
def may_mean_itself(subject: Subject) -> Iterator[Found]:
    """An advertised name points to nothing, or a real card says what it may mean.

    Why: `may_mean` leads readers of an advertised name to the cards that exist.
    Bad: `kind: advertised_name` without `may_mean`.
    Good: `kind: advertised_name` and `may_mean: [gb/lebara]`.
    """
    record = subject.record
    if isinstance(record, Carrier) and (record.kind == "advertised_name") != bool(record.may_mean):
        where = Path(("may_mean",)) if record.may_mean else Path(("kind",))
        yield Found(where, "may_mean and kind: advertised_name belong together", "write both, or none of them")
