"""Everything that is known of all records together, whether this build made them or an earlier one."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from guidegen.cache import Left
from guidegen.card import Card
from guidegen.catalogue import Seen
from guidegen.digest import digest_of
from guidegen.unit import Knowledge, known


class World:
    """All units, by code, in the order of codes; what is known of them is parsed only when it is asked for."""

    def __init__(self, units: Mapping[str, Left]) -> None:
        self.units = {code: units[code] for code in sorted(units)}

    @cached_property
    def _knowledge(self) -> list[Knowledge]:
        return [known(unit) for unit in self.units.values()]

    @cached_property
    def seen(self) -> list[Seen]:
        """Every file that could be a record, in the order of paths."""
        return sorted((seen for unit in self._knowledge for seen in unit.seen), key=lambda seen: seen.path)

    @cached_property
    def cards(self) -> dict[str, Card]:
        """The card of every record by id."""
        return {key: unit.cards[key] for unit in self._knowledge for key in sorted(unit.cards)}

    def mark(self, name: str) -> str:
        """One digest of what is known of all units in one respect (see `unit.marks`)."""
        return digest_of(part for code, unit in self.units.items() for part in (code, unit.marks[name]))

    @property
    def guides(self) -> int:
        """How many records have a guide."""
        return sum(unit.guides for unit in self.units.values())

    @property
    def counts(self) -> dict[str, int]:
        """How many statements have which status."""
        total: Counter[str] = Counter()
        for unit in self.units.values():
            total.update(unit.counts)
        return dict(sorted(total.items()))

    @cached_property
    def pages(self) -> dict[str, str]:
        """The digest of every page of a unit."""
        return {path: digest for unit in self.units.values() for path, digest in unit.made.pages.items()}

    @property
    def reads(self) -> dict[str, str]:
        """The digest of every record as it was read."""
        return {path: digest for unit in self.units.values() for path, digest in unit.made.reads.items()}

    @property
    def days(self) -> tuple[str, str]:
        """The days on which all this holds: from the first until before the second."""
        made = [unit.made for unit in self.units.values()]
        return max((one.since for one in made), default=""), min((one.until for one in made), default="9999")
