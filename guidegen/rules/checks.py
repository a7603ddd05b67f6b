"""G2, checks: a statement that was checked by itself says which source was read, on a day that can be."""

from collections.abc import Iterator

from guidegen.diagnostics import Found, Path, rule
from guidegen.model.claims import Check, Checkable
from guidegen.rules import Subject, once
from guidegen.rules.honesty import sourced


@once
def _checks(subject: Subject) -> tuple[tuple[Path, Checkable, Check], ...]:
    """Every statement that was checked by itself, with its path."""
    found = ((where, statement) for where, statement in sourced(subject) if isinstance(statement, Checkable))
    return tuple((where, statement, statement.checked) for where, statement in found if statement.checked is not None)


@rule("G241")
def check_of_no_source(subject: Subject) -> Iterator[Found]:
    """A check does not say which source was read again, or names one that the statement does not rest on.

    Why: an operator’s page and a forum are not read in one go; the check must not lift the source that nobody read.
    Bad: `{value: 16, source: [gg-solve, mbpi], checked: {on: 2026-12-01, as: live}}`
    Good: `{value: 16, source: [gg-solve, mbpi], checked: {on: 2026-12-01, as: live, source: gg-solve}}`
    """
    for where, statement, check in _checks(subject):
        keys = ", ".join(statement.source)
        if check.source is None and len(statement.source) > 1:
            help = f"add `source:` with the one that was read: {keys}"
            yield Found(Path((*where, "checked")), "the check does not say which source was read", help)
        if check.source is not None and check.source not in statement.source:
            message = f"{where} does not rest on source {check.source}"
            yield Found(Path((*where, "checked", "source")), message, f"write one of {keys}")


@rule("G242")
def check_out_of_time(subject: Subject) -> Iterator[Found]:
    """A statement was checked before its source was read, or on a day that has not come.

    Why: `checked` is a later reading than that of the source; otherwise the source’s own date says more.
    Bad: `checked: {on: 2026-01-05, as: live}` where the source was read on 2026-11-23.
    Good: `checked: {on: 2026-12-01, as: live}`
    """
    day = subject.as_of
    for where, statement, check in _checks(subject):
        place = Path((*where, "checked", "on"))
        if check.on > day:
            yield Found(place, f"checked on {check.on}, after {day}", "write the day of the reading")
        sources = (subject.record.sources.get(key) for key in ((check.source,) if check.source else statement.source))
        if any(source is not None and check.on < source.read.on for source in sources):
            help = "remove `checked`, or write the later day"
            yield Found(place, "the source itself was read later than this check", help)
