"""What changed between two sets of records, by meaning: claims, sources, statuses, ends; not lines of YAML.

`revisions` gets the records of a folder or a git revision, `pairing` finds what belongs together, `words` says it,
`report` prints it.
"""

import datetime
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from guidegen.diagnostics import Path
from guidegen.difference.pairing import OPEN, pairs
from guidegen.difference.revisions import NoSuchSide, Side, side
from guidegen.difference.words import place, said
from guidegen.evidence import RANK, UNSOURCED, Standing, Status, assess, stand
from guidegen.model import Block, Carrier, Claim, Country, Source
from guidegen.model.channels import Ended
from guidegen.model.claims import Checkable
from guidegen.rules.stamped import batch_stamped

__all__ = ["KINDS", "Change", "NoSuchSide", "Side", "compare", "side"]

# Every kind of change, with the word for it; the order is that of the report.
KINDS = {
    "record_added": "new record",
    "record_gone": "record gone",
    "record_moved": "record moved",
    "unreadable": "cannot be read",
    "only_dates": "only dates",
    "added": "added",
    "gone": "gone",
    "changed": "changed",
    "ended": "ended",
    "runs_again": "runs again",
    "better_sourced": "better sourced",
    "worse_sourced": "worse sourced",
    "other_source": "other source",
    "status": "status moved",
    "read_again": "read again",
    "source_added": "source added",
    "source_gone": "source gone",
    "source_changed": "source changed",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change in words: in which record, what kind, of what (`where` is its path), from what to what."""

    record: str
    kind: str
    what: str
    where: str = ""
    old: str = ""
    new: str = ""
    claims: int = 0

    def as_json(self) -> dict[str, str | int]:
        """The shape of `--output json`: record, kind, what, where, old, new, claims."""
        return asdict(self)


def compare(old: Side, new: Side, as_of: datetime.date) -> list[Change]:
    """Every change, record by record; both sides are judged on the same day."""
    changes = [Change(path, "unreadable", "before") for path in old.unreadable]
    changes += [Change(path, "unreadable", "now") for path in new.unreadable]
    one: dict[str, Carrier | Country] = {**old.carriers, **old.countries}
    other: dict[str, Carrier | Country] = {**new.carriers, **new.countries}
    hidden = {path.rpartition(".")[0] for path in (*old.unreadable, *new.unreadable)}
    moved = _moved(one, other)
    changes += [Change(key, "record_moved", _title(other[key]), old=first, new=key) for first, key in moved.items()]
    for key in sorted((one.keys() | other.keys()) - hidden - moved.keys() - set(moved.values())):
        if key not in one or key not in other:
            kind, record = ("record_added", other[key]) if key in other else ("record_gone", one[key])
            changes.append(Change(key, kind, _title(record), claims=_count(record)))
        else:
            changes += _record(key, one[key], other[key], as_of)
    return sorted(changes, key=lambda change: change.record)


def _moved(old: dict[str, Any], new: dict[str, Any]) -> dict[str, str]:
    """Records that say the same under another id: {old id: new id}."""
    came = {new[key].model_dump_json(): key for key in new.keys() - old.keys()}
    left = ((key, came.get(old[key].model_dump_json())) for key in sorted(old.keys() - new.keys()))
    return {key: other for key, other in left if other is not None}


def _title(record: Carrier | Country) -> str:
    return record.name.en if isinstance(record, Carrier) else f"rules of {record.country}"


def _count(item: Any) -> int:
    """How many claims an item holds."""
    if isinstance(item, Carrier):
        return sum(1 for _ in item.statements())
    if isinstance(item, Country):
        return len(item.rules)
    own = int(isinstance(item, Checkable) and bool(item.source))
    return own + (sum(1 for _ in item.claims()) if isinstance(item, Block) else 0)


def _record(key: str, old: Any, new: Any, as_of: datetime.date) -> list[Change]:
    pair = _Pair(key, old, new, as_of)
    changes = [change for found in pairs(old, new) for change in pair.changes(*found)]
    changes += pair.sources()
    changes.sort(key=lambda change: list(KINDS).index(change.kind))
    if isinstance(old, Carrier) and isinstance(new, Carrier):
        changes[:0] = [Change(key, "only_dates", found.message) for found in batch_stamped(old, new)]
    return changes


class _Pair:
    """Two versions of one record on one day."""

    def __init__(self, key: str, old: Any, new: Any, as_of: datetime.date) -> None:
        self.key, self.old, self.new = key, old, new
        self.standing = {id(record): _standings(record, as_of) for record in (old, new)}

    def changes(self, before: Path, now: Path, old: Any, new: Any) -> Iterator[Change]:
        """What changed of one claim, block or field."""
        record, where = (self.new, now) if new is not None else (self.old, before)
        what = place(record, where)
        if old is None or new is None:
            yield self._one_sided(what, where, old, new)
        elif isinstance(new, Claim) or (isinstance(new, OPEN) and not isinstance(new, Ended)):
            yield from self._statement(what, where, old, new)
        elif old != new:
            yield Change(self.key, "changed", what, str(where), *self._words(old, new))

    def _one_sided(self, what: str, where: Path, old: Any, new: Any) -> Change:
        item = new if new is not None else old
        kind = "added" if new is not None else "gone"
        if where[-1] == "ended":
            kind = "ended" if new is not None else "runs_again"
        words = ("", self._value(item)) if new is not None else (self._value(item), "")
        return Change(self.key, kind, what, str(where), *words, _count(item))

    def _statement(self, what: str, where: Path, old: Any, new: Any) -> Iterator[Change]:
        was, now = self._standing(self.old, old), self._standing(self.new, new)
        if isinstance(new, Claim) and (words := self._words(old, new)) and words[0] != words[1]:
            yield Change(self.key, "changed", what, str(where), *words)
        before, after = self._sources_of(self.old, old), self._sources_of(self.new, new)
        if before != after:
            words = (
                (_sourced(was), _sourced(now)) if was.source or now.source else ("; ".join(before), "; ".join(after))
            )
            yield Change(self.key, _sourcing(was, now), what, str(where), *words)
        elif was.status != now.status:
            yield Change(self.key, "status", what, str(where), _status(was), _status(now))
        if _read(was) != _read(now) and was.key == now.key:
            yield Change(self.key, "read_again", what, str(where), _read(was), _read(now))

    def sources(self) -> Iterator[Change]:
        """Sources by key: new ones, gone ones, and what changed about one."""
        old, new = self.old.sources, self.new.sources
        for key in dict.fromkeys((*old, *new)):
            where = f"sources.{key}"
            if key not in new:
                yield Change(self.key, "source_gone", key, where, old=_publisher(old[key]))
            elif key not in old:
                yield Change(self.key, "source_added", key, where, new=_publisher(new[key]))
            else:
                yield from self._source(key, old[key], new[key])

    def _source(self, key: str, old: Source, new: Source) -> Iterator[Change]:
        for name in type(old).model_fields:
            was, now = getattr(old, name), getattr(new, name)
            if was != now:
                words = ("", "") if name == "url" else (said(was, None), said(now, None))
                what = f"{key} · {'address' if name == 'url' else name.replace('_', ' ')}"
                yield Change(self.key, "source_changed", what, f"sources.{key}.{name}", *words)

    def _standing(self, record: Any, item: Any) -> Standing:
        return self.standing[id(record)].get(id(item), UNSOURCED)

    def _sources_of(self, record: Any, item: Any) -> list[str]:
        """Who says it, apart from the days of reading and the keys of a record."""
        found = (record.sources[key] for key in getattr(item, "source", ()) if key in record.sources)
        titles = ((source, source.title.en if source.title else "no title") for source in found)
        return sorted(f"{source.publisher.en}, {said(source.kind, None)}, {title}" for source, title in titles)

    def _words(self, old: Any, new: Any) -> tuple[str, str]:
        """Both values; in Chinese where only that changed."""
        pair = self._value(old, self.old), self._value(new, self.new)
        return pair if pair[0] != pair[1] else (self._value(old, self.old, True), self._value(new, self.new, True))

    def _value(self, item: Any, record: Any = None, chinese: bool = False) -> str:
        currency = getattr(record or self.new, "currency", None)
        if isinstance(item, Claim):
            parts = [said(item.value, currency, chinese)]
            parts += [f"only for {said(item.applies_to, None)}"] if item.applies_to else []
            parts += [f"note: {said(item.note, None, chinese)}"] if item.note else []
            return "; ".join(parts)
        if isinstance(item, Block):
            return ""
        return said(item, currency, chinese)


def _standings(record: Carrier | Country, as_of: datetime.date) -> dict[int, Standing]:
    if isinstance(record, Carrier):
        return assess(record, as_of).standings
    return {id(rule): stand(rule, "rules", record.sources, as_of) for rule in record.rules}


def _publisher(source: Source) -> str:
    return f"{source.publisher.en}, {said(source.kind, None)}"


def _sourcing(was: Standing, now: Standing) -> str:
    if RANK[was.status] == RANK[now.status]:
        return "other_source"
    return "better_sourced" if RANK[now.status] < RANK[was.status] else "worse_sourced"


def _status(standing: Standing) -> str:
    return "stored copy" if standing.status == Status.STORED else str(standing.status).replace("_", " ")


def _sourced(standing: Standing) -> str:
    return f"{said(standing.source.kind, None)}, {_status(standing)}" if standing.source else "no source"


def _read(standing: Standing) -> str:
    """When and how the source of a claim was read."""
    if standing.source is None:
        return ""
    read = standing.source.read
    return f"{read.on.isoformat()}, {read.how.replace('_', ' ')}"
