"""G227: many statements of a record that got a new date, and nothing else."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from guidegen.diagnostics import Found, Path, Severity, fault
from guidegen.model import Carrier
from guidegen.model.claims import Check, Sourced

BATCH_STAMPED = fault(
    "G227",
    "batch-stamped",
    """
    Say in the change which pages were read; set back the dates of those that were not.

    Why: whoever reads ten pages again finds something changed; ten new dates and no other change are a stamp.
    Bad: every `read: {on: …}` of a record moved to one day, and no value, note or source changed.
    Good: the dates of the pages that were read, with what they say now.
    """,
    Severity.NOTICE,
)
MANY = 5
"""So many statements with one new date, and no other change, are worth a look."""


def batch_stamped(old: Carrier, new: Carrier) -> Iterator[Found]:
    """Where many statements moved to one day between two versions of a record, and what they say did not change."""
    if _said(old) != _said(new):
        return
    before = dict(_days(old))
    moved = Counter(day for where, day in _days(new) if day is not None and day != before.get(where))
    for day, count in moved.most_common(1):
        if count >= MANY:
            message = f"{count} statements were dated {day}, and nothing else changed"
            yield Found(Path(("sources",)), message, BATCH_STAMPED.summary, on_key=True)


def _days(carrier: Carrier) -> Iterator[tuple[Path, date | None]]:
    """The day on which each statement was last read."""
    for where, statement in carrier.statements():
        yield where, max(_readings(carrier, statement), default=None)


def _readings(carrier: Carrier, statement: Sourced) -> Iterator[date]:
    check = getattr(statement, "checked", None)
    if isinstance(check, Check):
        yield check.on
    yield from (carrier.sources[key].read.on for key in statement.source if key in carrier.sources)


def _said(carrier: Carrier) -> object:
    """All that a record says, without the days of readings."""
    return _without_days(carrier.model_dump(mode="json"))


def _without_days(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_days(item) for key, item in value.items() if key not in ("read", "checked")}
    return [_without_days(item) for item in value] if isinstance(value, (list, tuple)) else value
