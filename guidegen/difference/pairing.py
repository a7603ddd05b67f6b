"""Which block, claim or field of the old record is which of the new one: told by what they say, not by position."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from guidegen.diagnostics import Path
from guidegen.model import Carrier, Claim, Country
from guidegen.model.blocks import Dispute, NotFound
from guidegen.model.channels import Ended
from guidegen.model.claims import Sourced

# What is looked into; anything else is a value that is compared whole.
OPEN = (Sourced, Dispute, NotFound)
_APART = {"source", "checked", "sources"}

Pairs = Iterator[tuple[Path, Path, Any, Any]]


def pairs(old: Carrier | Country, new: Carrier | Country) -> Pairs:
    """Every claim, block and field of either side: (path before, path now, before, now), None where it is missing."""
    yield from _blocks(old, new, Path(), Path())


def _blocks(old: Any, new: Any, before: Path, now: Path) -> Pairs:
    """Two blocks of one type, field by field; either can be missing."""
    one = old if old is not None else new
    for name in type(one).model_fields:
        if name not in _APART:
            parts = getattr(old, name, None), getattr(new, name, None)
            yield from _values(*parts, Path((*before, name)), Path((*now, name)))


def _values(old: Any, new: Any, before: Path, now: Path) -> Pairs:
    one = old if old not in (None, ()) else new
    if one in (None, ()):
        return
    if isinstance(one, tuple) and isinstance(one[0], OPEN):
        yield from _lists(old or (), new or (), before, now)
    elif isinstance(one, OPEN) and not isinstance(one, (Claim, Ended)):
        yield from _blocks(old, new, before, now)
    else:
        yield before, now, old or None, new or None


def _lists(old: Sequence[Any], new: Sequence[Any], before: Path, now: Path) -> Pairs:
    for first, second in _matched(old, new):
        place = Path((*before, first if first is not None else -1))
        place_now = Path((*now, second if second is not None else -1))
        one = old[first] if first is not None else None
        other = new[second] if second is not None else None
        yield place, place_now, one, other
        if one is not None and other is not None and not isinstance(one, Claim):
            yield from _blocks(one, other, place, place_now)


def _matched(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Positions that belong together: the same words first, then the same marks, then the same kind in order."""
    left, right = list(range(len(old))), list(range(len(new)))
    for likeness in (_whole, _marks, _kind):
        for first in list(left):
            second = next((other for other in right if likeness(old[first]) == likeness(new[other])), None)
            if second is not None:
                left.remove(first)
                right.remove(second)
                yield first, second
    yield from ((first, None) for first in left)
    yield from ((None, second) for second in right)


Likeness = Callable[[BaseModel], str]


def _dump(item: BaseModel) -> dict[str, Any]:
    return item.model_dump(mode="json", by_alias=True)


def _whole(item: BaseModel) -> str:
    dump = _dump(item)
    return json.dumps({key: dump[key] for key in dump if key not in ("checked", "source")}, sort_keys=True)


def _marks(item: BaseModel) -> str:
    dump = _dump(item)
    marks = {key: dump.get(key) for key in ("kind", "of", "about", "state", "applies_to")}
    marks |= {key: _value(dump.get(key)) for key in ("name", "code", "number", "sells")}
    return json.dumps(marks, sort_keys=True)


def _value(part: Any) -> Any:
    return part.get("value", part) if isinstance(part, dict) else part


def _kind(item: BaseModel) -> str:
    dump = _dump(item)
    return json.dumps([dump.get(key) for key in ("kind", "of", "about", "state", "applies_to")], sort_keys=True)
