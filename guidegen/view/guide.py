"""Everything that a guide says about one carrier, in the order of the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from guidegen.dialling import segments
from guidegen.evidence import Assessment, Standing, Status, stand_of_rule
from guidegen.model import Block, Carrier, Claim, Country, CountryRule, Duration, Source
from guidegen.model.vocabulary import CHANNEL_KINDS
from guidegen.view.keep import KeepView, view_keep
from guidegen.view.suits import Suits, view_suits
from guidegen.view.ways import ON_THE_SPOT, WayView, claims_named, main_standing, view_ways

# What a reader dials, sends, asks or looks for.
NAMED = ("name", "code", "number", "text", "keys", "ask_for", "set_up", "answered_by", "places", "chat")
# What every guide answers or names as unknown, besides the ways themselves.
GENERAL = ("voucher", "balance", "customer_service", "validity", "keep_number", "registration", "warnings")


@dataclass(frozen=True, slots=True)
class GuideView:
    """A carrier with all that is computed from its claims."""

    carrier: Carrier
    country: Country | None
    assessment: Assessment
    ways: tuple[WayView, ...]
    older: tuple[WayView, ...]
    ended: tuple[WayView, ...]
    suits: tuple[Suits, ...]
    keep: tuple[KeepView, ...]
    counts: tuple[tuple[str, int], ...]
    looked_for: tuple[str, ...]
    unknown: tuple[str, ...]
    sources: tuple[Source, ...]
    voucher_digits: tuple[int, ...]
    arrives: Duration | None
    numbers: tuple[str, ...]
    may_mean: Mapping[str, Carrier]
    live: bool
    _mains: dict[int, Standing] = field(default_factory=dict, compare=False, repr=False)

    def standing(self, claim: Claim[object]) -> Standing:
        """Where a claim stands."""
        return self.assessment.of(claim)

    def rule_standing(self, rule: CountryRule) -> Standing:
        """Where a rule of the country stands."""
        assert self.country is not None
        return stand_of_rule(rule, self.country, self.assessment.as_of)

    def main(self, block: Block) -> Standing:
        """Where most of a block stands; worked out once for all languages and formats."""
        if id(block) not in self._mains:
            self._mains[id(block)] = main_standing(block, self.assessment)
        return self._mains[id(block)]

    def answered(self, question: str) -> bool:
        """Whether any running way answers a question."""
        return any(getattr(view.way, question) for view in self.ways)

    def general(self, question: str) -> bool:
        """Whether a source answers a question for every way together."""
        return any(getattr(block, question) for block in self.carrier.any_way)

    @property
    def on_the_spot(self) -> bool:
        """Whether any running way needs the reader there."""
        return any(view.way.kind in ON_THE_SPOT for view in self.ways)

    @property
    def confirmed(self) -> int:
        """How many ways that are not over are confirmed."""
        return sum(view.standing.status == Status.CONFIRMED for view in (*self.ways, *self.older))

    def identity(self, block: Block) -> list[tuple[str, Claim[Any]]]:
        """What a reader dials, sends, asks or looks for in a block: the claims with their names."""
        return claims_named(NAMED, block)


def view_guide(
    carrier: Carrier, assessment: Assessment, country: Country | None, carriers: Mapping[str, Carrier]
) -> GuideView:
    """The whole guide of one carrier; `carriers` holds the others by id, for names an advertisement may mean."""
    views = view_ways(carrier, assessment)
    running = [view for view in views if not view.ended]
    newer = [view for view in running if not view.old]
    ways = newer or running
    older = [view for view in running if view.old] if newer else []
    looked_for = carrier.not_found.looked_for if carrier.not_found else ()
    counts = assessment.counts
    return GuideView(
        carrier=carrier,
        country=country,
        assessment=assessment,
        ways=tuple(ways),
        older=tuple(older),
        ended=tuple(view for view in views if view.ended),
        suits=tuple(view_suits(ways)),
        keep=tuple(view_keep(block) for block in carrier.keep_number),
        counts=tuple((str(status), counts[status]) for status in Status if counts[status]),
        looked_for=looked_for,
        unknown=tuple(_unknown(carrier, looked_for)),
        sources=tuple(source for source in _sources(carrier, country) if not source.unusable),
        voucher_digits=tuple(claim.value for claim in carrier.voucher.digits) if carrier.voucher else (),
        arrives=_slowest(ways),
        numbers=_numbers(carrier),
        may_mean={key: carriers[key] for key in carrier.may_mean if key in carriers},
        live=assessment.live,
    )


def _sources(carrier: Carrier, country: Country | None) -> Iterator[Source]:
    yield from carrier.sources.values()
    yield from country.sources.values() if country else ()


def _unknown(carrier: Carrier, looked_for: tuple[str, ...]) -> list[str]:
    """Kinds of ways and general questions that the record says nothing about and nobody looked for."""
    known = {way.kind for way in carrier.channels}
    kinds = [kind for kind in CHANNEL_KINDS if kind not in known]
    general = [name for name in GENERAL if not getattr(carrier, name)]
    return [topic for topic in (*kinds, *general) if topic not in looked_for]


def _slowest(ways: list[WayView]) -> Duration | None:
    """The longest time that a source gives for the credit to arrive."""
    times = [claim.value for view in ways for claim in view.way.arrives_within]
    return max((time for time in times if isinstance(time, Duration)), key=lambda time: time.days, default=None)


def _numbers(carrier: Carrier) -> tuple[str, ...]:
    """Customer service numbers that are not over, in the order of the record."""
    running = (service for service in carrier.customer_service if not service.ended and service.number)
    return tuple(dict.fromkeys(service.number.value for service in running if service.number))


@lru_cache(2_000)
def keys_of(code: str) -> tuple[tuple[str, str], ...]:
    """A code or text in the order of dialling: (keys, "") to type as they stand, or ("", name) to fill in."""
    return tuple(("", run.name) if run.name else (run.text, "") for run in segments(code))
