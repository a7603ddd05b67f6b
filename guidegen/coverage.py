"""What the records cover and what they leave open, in figures: for the page, the data file and the terminal."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from guidegen.evidence import Assessment, Status
from guidegen.model import Carrier
from guidegen.model.claims import Claim
from guidegen.model.vocabulary import CHANNEL_KINDS
from guidegen.view import GuideView

# How many questions are put to somebody who holds the card, and how many of each kind.
MOST_QUESTIONS = 8
MOST_OF_A_KIND = 2

# What nobody can settle in five minutes: it takes months, a journey or a loss.
SLOW = {"keep_number", "counts_as_use", "grace", "reactivation", "refund", "if_it_fails", "from_outside"}


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a holder of the card could settle: the sentence that asks it, and what it names."""

    ask: str
    about: str = ""
    mark: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """How many statements have which status (`unknown`: named gaps), the running ways, and the oldest days."""

    statuses: Mapping[str, int]
    kinds: tuple[str, ...]
    oldest_check: datetime.date | None
    due: datetime.date | None

    @property
    def claims(self) -> int:
        """Statements that a source makes."""
        return sum(self.statuses.values()) - self.statuses[Status.UNKNOWN]


@dataclass(frozen=True, slots=True)
class RecordCoverage:
    """One record: its figures and what a holder of the card could settle, most useful first."""

    key: str
    carrier: Carrier
    figures: Figures
    disputes: int
    old_ways: int
    ended_ways: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Records by id, and the figures of each country and of all."""

    records: Mapping[str, RecordCoverage]
    countries: Mapping[str, Figures]
    total: Figures


def cover(known: Iterable[RecordCoverage]) -> Coverage:
    """The coverage of records together."""
    records = {record.key: record for record in sorted(known, key=lambda record: record.key)}
    codes = sorted({record.carrier.country for record in records.values()})
    of: dict[str, list[Figures]] = {code: [] for code in codes}
    for record in records.values():
        of[record.carrier.country].append(record.figures)
    everything = [record.figures for record in records.values()]
    return Coverage(records, {code: _together(figures) for code, figures in of.items()}, _together(everything))


def record_coverage(key: str, view: GuideView, carrier: Carrier | None = None) -> RecordCoverage:
    """The coverage of one record on the day by which its view was made; `carrier` may stand for the whole record."""
    return RecordCoverage(
        key=key,
        carrier=carrier or view.carrier,
        figures=_figures(view),
        disputes=len(view.carrier.disputes),
        old_ways=len(view.older),
        ended_ways=len(view.ended),
        questions=tuple(questions(view)),
    )


def _figures(view: GuideView) -> Figures:
    counts = Counter({str(status): 0 for status in Status})
    counts.update(view.assessment.counts)
    counts[Status.UNKNOWN] += _gaps(view)
    known = {way.way.kind for way in (*view.ways, *view.older)}
    kinds = tuple(kind for kind in CHANNEL_KINDS if kind in known)
    return Figures(dict(counts), kinds, view.assessment.oldest_check, view.assessment.due)


def _gaps(view: GuideView) -> int:
    """The gaps that the guide names, each once: looked for, without a source, and open about one way."""
    return len(view.looked_for) + len(view.unknown) + sum(len(way.unknown) for way in view.ways)


def _together(parts: Iterable[Figures]) -> Figures:
    parts = list(parts)
    counts = {str(status): sum(part.statuses[status] for part in parts) for status in Status}
    kinds = tuple(kind for kind in CHANNEL_KINDS if any(kind in part.kinds for part in parts))
    oldest = min((part.oldest_check for part in parts if part.oldest_check), default=None)
    return Figures(counts, kinds, oldest, min((part.due for part in parts if part.due), default=None))


def questions(view: GuideView, most: int = MOST_QUESTIONS) -> Iterator[Question]:
    """The most useful open questions, in the fixed order of `ASKED`."""
    asked = (question for ask in ASKED for question in islice(ask(view), MOST_OF_A_KIND))
    return islice(asked, most)


def _name(view: GuideView) -> Iterator[Question]:
    if view.carrier.kind == "advertised_name":
        yield Question("operator")


def _way(view: GuideView) -> Iterator[Question]:
    if not view.ways:
        yield Question("way")


def _dispute(view: GuideView) -> Iterator[Question]:
    """What sources disagree on and a look at the phone, the packet or the shop can settle."""
    for dispute in view.carrier.disputes:
        if dispute.about.split(".")[0] not in SLOW:
            yield Question("dispute", about=dispute.about)


def _balance(view: GuideView) -> Iterator[Question]:
    """Codes and numbers that show the balance and that nobody has confirmed; or that none is known."""
    if not view.carrier.balance:
        yield Question("balance")
    for means in view.carrier.balance:
        identity: Claim[str] | None = getattr(means, "code", None) or getattr(means, "number", None)
        if identity and not means.ended and not _confirmed(identity, view.assessment):
            yield Question(f"balance_{means.kind}", mark=identity.value)


def _old_way(view: GuideView) -> Iterator[Question]:
    for old in view.older:
        if old.standing.source and old.standing.source.page_date:
            yield Question("old_way", about=old.way.kind, year=old.standing.source.page_date.year)


def _service(view: GuideView) -> Iterator[Question]:
    running = [service for service in view.carrier.customer_service if service.number and not service.ended]
    if not running:
        yield Question("no_service")
    for service in running:
        if service.number and not _confirmed(service.number, view.assessment):
            yield Question("service", mark=service.number.value)


def _top_up(view: GuideView) -> Iterator[Question]:
    """What the next top-up shows by itself: the fee, the time, the confirmation."""
    for way in view.ways:
        if {"fee", "arrives_within", "confirmed_by"} & {*way.unknown, *way.looked}:
            yield Question("top_up", about=way.way.kind)
            return


def _voucher(view: GuideView) -> Iterator[Question]:
    if any("voucher" in way.slots for way in view.ways) and not view.voucher_digits:
        yield Question("voucher_digits")


def _places(view: GuideView) -> Iterator[Question]:
    if any("places" in (*way.unknown, *way.looked) and way.way.kind == "retail" for way in view.ways):
        yield Question("places")


def _general(view: GuideView) -> Iterator[Question]:
    for name in ("validity", "registration", "keep_number"):
        if not getattr(view.carrier, name):
            yield Question(name)


ASKED: tuple[Callable[[GuideView], Iterator[Question]], ...] = (
    _name,
    _way,
    _balance,
    _dispute,
    _old_way,
    _service,
    _top_up,
    _voucher,
    _places,
    _general,
)


def _confirmed(claim: Claim[Any], assessment: Assessment) -> bool:
    return assessment.of(claim).status == Status.CONFIRMED


def as_data(coverage: Coverage) -> dict[str, Any]:
    """The figures for machines: {total, countries, carriers}, all names and words in English."""
    return {
        "total": {"records": len(coverage.records), **_figures_data(coverage.total)},
        "countries": {code: _country_data(coverage, code) for code in coverage.countries},
        "carriers": {key: _record_data(record) for key, record in coverage.records.items()},
    }


def _country_data(coverage: Coverage, code: str) -> dict[str, Any]:
    records = sum(record.carrier.country == code for record in coverage.records.values())
    return {"records": records, **_figures_data(coverage.countries[code])}


def _record_data(record: RecordCoverage) -> dict[str, Any]:
    return {
        "country": record.carrier.country,
        "name": record.carrier.name.en,
        **_figures_data(record.figures),
        "disputes": record.disputes,
        "old_ways": record.old_ways,
        "ended_ways": record.ended_ways,
        "questions": [_question_data(question) for question in record.questions],
    }


def _figures_data(figures: Figures) -> dict[str, Any]:
    return {
        "claims": figures.claims,
        "statuses": dict(figures.statuses),
        "channels": list(figures.kinds),
        "oldest_check": figures.oldest_check.isoformat() if figures.oldest_check else None,
        "due": figures.due.isoformat() if figures.due else None,
    }


def _question_data(question: Question) -> dict[str, Any]:
    named = {"about": question.about, "mark": question.mark, "year": question.year}
    return {"ask": question.ask, **{name: value for name, value in named.items() if value}}
