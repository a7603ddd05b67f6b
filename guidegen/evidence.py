"""How far a claim can be trusted: computed from its sources and the date, never typed (design §5)."""

import calendar
import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from guidegen.diagnostics import Path
from guidegen.model import Carrier, Country, CountryRule, Source
from guidegen.model.claims import Check, Sourced


class Status(StrEnum):
    """The status of one claim, best first."""

    CONFIRMED = "confirmed"
    STORED = "stored"
    REPORTED = "reported"
    OLD_REPORT = "old_report"
    ADVERTISED = "advertised"
    OVERDUE = "overdue"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


RANK = {status: rank for rank, status in enumerate(Status)}
FIRST_HAND = {"operator", "regulator", "own_test"}
OLD_AFTER_YEARS = 5

# Months after which a claim is to be checked again, by the field that holds it; what is not listed: 12.
REVIEW_MONTHS = {
    **dict.fromkeys(("code", "number", "keys", "text", "digits", "shows", "chat", "calls_from"), 6),
    **dict.fromkeys(("amounts", "limits", "you_get", "fee", "payment", "not_accepted", "least"), 6),
    **dict.fromkeys(("cards_only_from", "cards_also_from", "triggers"), 6),
    **dict.fromkeys(("name", "host_network", "also_works", "ask_for"), 24),
}
DEFAULT_MONTHS = 12


@dataclass(frozen=True)
class Standing:
    """Where one claim stands: its status, the source that carries it, and when it must be checked again."""

    status: Status
    key: str
    source: Source | None
    due: datetime.date | None
    sources: tuple[str, ...] = ()

    @cached_property
    def account(self) -> tuple[object, ...]:
        """All that a reader is told of it; two standings with the same account need saying once."""
        if self.source is None:
            return (self.status,)
        source = self.source
        return (self.status, source.publisher, source.kind, source.page_date, source.read, source.earns)

    @property
    def first_hand(self) -> bool:
        """Whether the operator, a regulator or our own test says it."""
        return self.source is not None and self.source.kind in FIRST_HAND


UNSOURCED = Standing(Status.UNKNOWN, "", None, None)


@dataclass(frozen=True)
class Assessment:
    """The standing of every statement of a record on a given day."""

    as_of: datetime.date
    standings: dict[int, Standing]

    def of(self, claim: Sourced) -> Standing:
        """The standing of one statement; statements are told apart by identity."""
        return self.standings.get(id(claim), UNSOURCED)

    @cached_property
    def counts(self) -> Counter[str]:
        """How many statements have which status."""
        return Counter(str(standing.status) for standing in self.standings.values())

    @cached_property
    def oldest_check(self) -> datetime.date | None:
        """The day of the oldest reading that any statement rests on: the headline date."""
        return min((read for standing in self._sourced if (read := _read_on(standing))), default=None)

    @cached_property
    def live(self) -> bool:
        """Whether no statement rests on a stored copy."""
        return all(s.source.read.how != "stored_copy" for s in self._sourced if s.source is not None)

    @cached_property
    def oldest_page(self) -> datetime.date | None:
        """The first day of the oldest page that a statement rests on, among pages that show a date."""
        dates = (s.source.page_date for s in self._sourced if s.source is not None)
        return min((date.first for date in dates if date is not None), default=None)

    @cached_property
    def due(self) -> datetime.date | None:
        """The day by which the first statement must be checked again."""
        return min((standing.due for standing in self._sourced if standing.due), default=None)

    @cached_property
    def _sourced(self) -> tuple[Standing, ...]:
        """Each standing once; many statements share one."""
        return tuple({id(one): one for one in self.standings.values() if one.source is not None}.values())


def _read_on(standing: Standing) -> datetime.date | None:
    return standing.source.read.on if standing.source else None


def assess(carrier: Carrier, as_of: datetime.date) -> Assessment:
    """The standing of every statement of a carrier on a day; statements that stand alike share one standing."""
    disputed = frozenset(dispute.about for dispute in carrier.disputes)
    alike: dict[object, Standing] = {}
    standings: dict[int, Standing] = {}
    for where, statement in carrier.statements():
        field, moot = _field(where), bool(disputed) and not disputed.isdisjoint(topics_of(carrier, where))
        key = id(statement) if getattr(statement, "checked", None) else (statement.source, _months(field), moot)
        if key not in alike:
            standing = stand(statement, field, carrier.sources, as_of)
            alike[key] = replace(standing, status=Status.DISPUTED) if moot else standing
        standings[id(statement)] = alike[key]
    return Assessment(as_of, standings)


def _field(where: Path) -> str:
    """The name of the field that a path leads to; positions in lists are passed over."""
    return next(step for step in reversed(where) if isinstance(step, str))


def stand(statement: Sourced, field: str, sources: dict[str, Source], as_of: datetime.date) -> Standing:
    """The standing of one statement: that of its best source, or overdue when that was read too long ago."""
    usable = [key for key in statement.source if key in sources and not sources[key].unusable]
    if not usable:
        return UNSOURCED
    if getattr(statement, "checked", None) is not None:
        sources = _read_again(statement, sources)
    months = _months(field)
    best = min(usable, key=lambda key: _preference(sources[key], as_of, months))
    due = add_months(sources[best].read.on, months)
    status = Status.OVERDUE if as_of > due else status_of(sources[best], as_of)
    return Standing(status, best, sources[best], due, tuple(usable))


def _months(field: str) -> int:
    return REVIEW_MONTHS.get(field, DEFAULT_MONTHS)


def _read_again(statement: Sourced, sources: dict[str, Source]) -> dict[str, Source]:
    """The sources as they stand for one statement that was checked by itself; only day and way of reading move.

    A check that does not say which of several sources was read moves nothing (G241 reports it).
    """
    check = getattr(statement, "checked", None)
    assert isinstance(check, Check)
    key = check.source or (statement.source[0] if len(statement.source) == 1 else "")
    if key not in statement.source or key not in sources:
        return sources
    return {**sources, key: sources[key].model_copy(update={"read": check})}


def _preference(source: Source, as_of: datetime.date, months: int) -> tuple[int, bool, bool, int, int]:
    """Best status first; not overdue; publishers that earn nothing; then the newest page, the newest reading."""
    overdue = as_of > add_months(source.read.on, months)
    page = source.page_date.first.toordinal() if source.page_date else 0
    return (RANK[status_of(source, as_of)], overdue, source.earns, -page, -source.read.on.toordinal())


def status_of(source: Source, as_of: datetime.date) -> Status:
    """What one source alone can give a claim."""
    first_hand = source.kind in FIRST_HAND
    if first_hand and source.read.how != "stored_copy":
        return Status.CONFIRMED
    if source.kind == "advert":
        return Status.ADVERTISED
    if source.page_date and source.page_date.last < add_months(as_of, -12 * OLD_AFTER_YEARS):
        return Status.OLD_REPORT
    return Status.STORED if first_hand else Status.REPORTED


def next_change(record: Carrier | Country, as_of: datetime.date) -> datetime.date:
    """The first day after `as_of` on which a statement can fall due or a page can turn old; at the earliest."""
    dues = (standing.due for standing in _standings(record, as_of) if standing.due)
    pages = (source.page_date for source in record.sources.values())
    olds = (add_months(page.last, 12 * OLD_AFTER_YEARS) for page in pages if page)
    days = (day + datetime.timedelta(days=1) for day in (*dues, *olds))
    return min((day for day in days if day > as_of), default=datetime.date.max)


def _standings(record: Carrier | Country, as_of: datetime.date) -> Iterable[Standing]:
    if isinstance(record, Carrier):
        return assess(record, as_of).standings.values()
    return [stand_of_rule(rule, record, as_of) for rule in record.rules]


def stand_of_rule(rule: CountryRule, country: Country, as_of: datetime.date) -> Standing:
    """The standing of what a regulator rules."""
    return stand(rule, "rules", country.sources, as_of)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day some months on or back; the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


# Which fields a subject of a dispute is about, where the two have different names.
_FIELDS_OF_SUBJECT = {"digits": "voucher_digits", "lasts": "validity_voucher"}
# What a reader dials, calls or sends.
IDENTITY = ("code", "number", "keys", "text")


def topics_of(carrier: Carrier, where: Path) -> list[str]:
    """The topics of a dispute that would cover the statement at a path."""
    block, field = where[0], _field(where)
    if block == "channels":
        kind = carrier.channels[int(where[1])].kind
        if len(where) == 2:
            return [kind]
        return [f"{field}.{kind}", field, *([kind] if field in IDENTITY else [])]
    if block == "validity":
        of = carrier.validity[int(where[1])].of
        return ["validity", f"validity.{of}", f"validity_{of}"]
    if block == "keep_number":
        return ["keep_number", *(["counts_as_use"] if "counts_as_use" in where else []), *_stage_topics(where)]
    if block == "voucher":
        return [_FIELDS_OF_SUBJECT.get(field, field), f"{field}.voucher"]
    if block in ("balance", "customer_service"):
        return [str(block)] if field in IDENTITY else []
    return [str(block)] if block in ("host_network", "registration") else [field]


def _stage_topics(where: Path) -> list[str]:
    return ["grace"] if "stages" in where else ["reactivation"] if "reactivation" in where else []
