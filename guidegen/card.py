"""What the pages around the guides say about one record: its card, small enough to keep for every record at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from guidegen.coverage import RecordCoverage, record_coverage
from guidegen.model import Carrier
from guidegen.search import situations
from guidegen.view import GuideView

# Who a carrier is; everything else that its record says stands in its own guide only.
IDENTITY = (
    "name",
    "kind",
    "may_mean",
    "also_known_as",
    "misspellings",
    "former_names",
    "country",
    "currency",
    "host_network",
)


@dataclass(frozen=True, slots=True)
class Card:
    """One record: its names and figures, and the situations that its ways suit (see `search.situations`)."""

    record: RecordCoverage
    situations: str

    @property
    def carrier(self) -> Carrier:
        """Who the carrier is, without what its guide says."""
        return self.record.carrier


def card_of(key: str, view: GuideView) -> Card:
    """The card of a guide."""
    return Card(record_coverage(key, view, identity(view.carrier)), situations(view.ways))


def identity(carrier: Carrier) -> Carrier:
    """A carrier that holds its names, its country and its network alone."""
    return Carrier.model_construct(sources={}, **{name: getattr(carrier, name) for name in IDENTITY})


def carriers_of(cards: Mapping[str, Card]) -> dict[str, Carrier]:
    """Who the carriers are, by id, in the order of ids."""
    return {key: cards[key].carrier for key in sorted(cards)}
