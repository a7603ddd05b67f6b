"""The ways to top up: their order, where each stands, and what is not known about it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from guidegen.dialling import placeholders
from guidegen.evidence import IDENTITY, RANK, UNSOURCED, Assessment, Standing, Status
from guidegen.model import Block, Carrier, Channel, Claim
from guidegen.model.vocabulary import CHANNEL_KINDS

ORDER = {kind: position for position, kind in enumerate(CHANNEL_KINDS)}
ON_THE_SPOT = {"retail", "post_office", "kiosk", "atm"}

# The questions that each kind of way is asked; one that it does not answer is printed as unknown.
_ALWAYS = ("fee", "arrives_within", "confirmed_by")
QUESTIONS = {
    "online": ("amounts", "payment", "needs", "from_outside", *_ALWAYS),
    "app": ("amounts", "payment", "needs", "from_outside", *_ALWAYS),
    "wallet": ("amounts", "needs", "from_outside", *_ALWAYS),
    "retail": ("places", "amounts", "payment", *_ALWAYS),
    "post_office": ("amounts", "payment", *_ALWAYS),
    "kiosk": ("places", "amounts", "payment", *_ALWAYS),
    "atm": ("amounts", *_ALWAYS),
    "ussd": ("from_outside", *_ALWAYS),
    "sms": ("from_outside", *_ALWAYS),
    "phone": ("from_outside", *_ALWAYS),
    "auto_top_up": ("amounts", "payment", "fee", "confirmed_by"),
}
# Where another field answers a question too.
_ALSO_ANSWERS = {
    "places": ("banks",),
    "payment": ("cards_only_from", "cards_also_from"),
    "needs": ("not_needed",),
    "amounts": ("limits",),
}


@dataclass(frozen=True, slots=True)
class WayView:
    """One way with its standing and its gaps."""

    way: Channel
    number: int
    standing: Standing
    slots: tuple[str, ...]
    unknown: tuple[str, ...]
    looked: tuple[str, ...]
    apart: bool

    @property
    def old(self) -> bool:
        """Whether only an old report speaks of it."""
        return self.standing.status == Status.OLD_REPORT

    @property
    def ended(self) -> bool:
        """Whether it is over."""
        return self.way.ended is not None


def main_standing(block: Block, assessment: Assessment) -> Standing:
    """Where a block stands: by its own source, else as most of its claims do; never better than what it says to dial.

    What a reader dials or sends carries no status of its own on the page, so a later check of the block alone, or of
    other claims in it, must not lift it.
    """
    main = _own_or_most(block, assessment)
    dialled = (assessment.of(claim) for _, claim in claims_named(IDENTITY, block))
    known = (standing for standing in dialled if standing.source is not None and standing.status != Status.DISPUTED)
    weaker = (standing for standing in known if _weakness(standing) > _weakness(main))
    return max((one for one in weaker if one.key == main.key or one.status != main.status), key=_weakness, default=main)


def _own_or_most(block: Block, assessment: Assessment) -> Standing:
    own = assessment.of(block)
    if own.source is not None:
        return own
    standings = [assessment.of(claim) for _, claim in block.claims()]
    if not standings:
        return UNSOURCED
    shared = Counter(standing.account for standing in standings)
    most = max(shared.values())
    return next(standing for standing in standings if shared[standing.account] == most)


def claims_named(names: Iterable[str], block: Block) -> list[tuple[str, Claim[Any]]]:
    """The claims of a block under these names, each with its name; a question with several answers is passed over."""
    held = vars(block)
    found = ((name, held.get(name)) for name in names)
    return [(name, claim) for name, claim in found if claim is not None and not isinstance(claim, tuple)]


def _weakness(standing: Standing) -> tuple[int, int]:
    """Worst status first, then the oldest reading."""
    return RANK[standing.status], -standing.source.read.on.toordinal() if standing.source else 0


def slots_of(way: Channel) -> tuple[str, ...]:
    """The placeholders in the code, the text or the keys of a way."""
    written = [claim.value for _, claim in claims_named(("code", "text"), way)]
    written += [key for _, keys in claims_named(("keys",), way) for key in keys.value]
    return tuple(dict.fromkeys(slot for text in written for slot in placeholders(text)))


def view_ways(carrier: Carrier, assessment: Assessment) -> list[WayView]:
    """Every way, in the fixed order of kinds; within a kind as the record has them."""
    channels = sorted(enumerate(carrier.channels), key=lambda pair: (ORDER[pair[1].kind], pair[0]))
    many = Counter(way.kind for way in carrier.channels)
    return [
        _view(way, index, many[way.kind] > 1, carrier, assessment) for index, (_, way) in enumerate(channels, start=1)
    ]


def _view(way: Channel, number: int, several: bool, carrier: Carrier, assessment: Assessment) -> WayView:
    open_questions = list(_open(way, carrier))
    looked_for = frozenset(carrier.not_found.looked_for) if carrier.not_found else frozenset()
    looked = [name for name in open_questions if looked_for & {name, f"{name}.{way.kind}"}]
    return WayView(
        way=way,
        number=number,
        standing=main_standing(way, assessment),
        slots=slots_of(way),
        unknown=tuple(name for name in open_questions if name not in looked),
        looked=tuple(looked),
        apart=several,
    )


def _open(way: Channel, carrier: Carrier) -> Iterable[str]:
    """The questions of its kind that a way does not answer, nor any block that holds for every way."""
    for name in QUESTIONS[way.kind]:
        fields = (name, *_ALSO_ANSWERS.get(name, ()))
        blocks = (way, *carrier.any_way)
        if not any(getattr(block, field, None) for block in blocks for field in fields):
            yield name
