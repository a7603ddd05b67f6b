"""G2, dates: nothing is read in the future, and nothing ends before it starts."""

from collections.abc import Iterator

from guidegen.diagnostics import Found, Path, rule
from guidegen.model import Carrier
from guidegen.rules import Subject
from guidegen.rules.walks import claims


@rule("G210")
def date_in_the_future(subject: Subject) -> Iterator[Found]:
    """A source was read, or something looked for, on a day that has not come.

    Why: “checked on” is the day on which a person read the page.
    Bad: `read: {on: 2062-11-23, as: live}`
    Good: `read: {on: 2026-11-23, as: live}`
    """
    for key, source in subject.record.sources.items():
        if source.read.on > subject.as_of:
            where = Path(("sources", key, "read", "on"))
            yield Found(where, f"read on {source.read.on}, after {subject.as_of}", "write the day of the reading")
    record = subject.record
    if isinstance(record, Carrier) and record.not_found and record.not_found.on > subject.as_of:
        where = Path(("not_found", "on"))
        yield Found(where, f"looked on {record.not_found.on}, after {subject.as_of}", "write the day of the search")


@rule("G211")
def page_newer_than_reading(subject: Subject) -> Iterator[Found]:
    """A page carries a date after the day on which it was read.

    Why: nobody can have read it then; one of the two dates is wrong.
    Bad: `page_date: 2026-12` with `read: {on: 2026-11-23, as: stored_copy}`.
    Good: `page_date: 2026-11`
    """
    for key, source in subject.record.sources.items():
        if source.page_date and source.page_date.first > source.read.on:
            where = Path(("sources", key, "page_date"))
            yield Found(where, "the page is dated after the day of the reading", "correct one of the two dates")


@rule("G212")
def end_before_start(subject: Subject) -> Iterator[Found]:
    """Something ends before it starts.

    Why: one of the two dates is wrong, and a reader cannot know which.
    Bad: `amounts: {from: 100, to: 10}`, or a rule with `since: 2023` that ended in 2019.
    Good: `amounts: {from: 10, to: 100}`
    """
    record = subject.record
    if not isinstance(record, Carrier):
        for index, item in enumerate(record.rules):
            if item.ended and item.ended.on and item.since and item.ended.on.last < item.since.first:
                yield Found(Path(("rules", index, "ended", "on")), "it ends before it starts", "correct one date")
        return
    for where, claim in claims(subject):
        low, high = getattr(claim.value, "low", None), getattr(claim.value, "high", None)
        if low and high and low.amount > high.amount:
            yield Found(where, "the range ends before it starts", "write the smaller amount after `from`")
