"""The rules: one decorated generator each, by family. The engine adds file, line, code and severity."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from guidegen.diagnostics import Diagnostic, Found, Rule, rules_with_checks
from guidegen.model import Carrier, Country
from guidegen.source import Document

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule looks at: one record, the text it came from, and the day.

    `names` are operator names that look like domains, `codes` are codes that look unsafe and are not, with the reason:
    `retailer_rules` says that its rules are known to rest on a shop alone. All from `_names.yaml`.
    """

    record: Carrier | Country
    document: Document
    id: str
    as_of: datetime.date
    names: frozenset[str] = frozenset()
    codes: Mapping[str, str] = field(default_factory=dict)
    retailer_rules: bool = False
    walked: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False, compare=False)


def once(walk: "Callable[[Subject], T]") -> "Callable[[Subject], T]":
    """A walk through a record that several rules share: done when first asked for, and kept with the subject."""

    @wraps(walk)
    def shared(subject: Subject) -> T:
        if walk not in subject.walked:
            subject.walked[walk] = walk(subject)
        found: T = subject.walked[walk]
        return found

    return shared


def check_record(subject: Subject) -> Iterator[Diagnostic]:
    """Every finding of every rule on one record."""
    from guidegen.rules import (  # noqa: F401 - importing registers them
        checks,
        dates,
        dialling,
        honesty,
        language,
        links,
        parity,
        resting,
    )

    for rule in rules_with_checks():
        assert rule.check is not None
        for found in rule.check(subject):
            yield _diagnostic(rule, found, subject.document)


def _diagnostic(rule: Rule, found: Found, document: Document) -> Diagnostic:
    span = document.part_span(found.where, found.start, found.end)
    if found.start is None and found.on_key:
        span = document.key_span(found.where)
    severity = found.severity or rule.severity
    return Diagnostic(document.path, span, rule.code, severity, found.message, found.help)
