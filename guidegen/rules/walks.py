"""Walks through a record that rules of several families share, each done once for a subject."""

from typing import Any

from guidegen.diagnostics import Path
from guidegen.model import Carrier
from guidegen.model.claims import Claim, Sourced
from guidegen.rules import Subject, once
from guidegen.source import Scalar, scalars


@once
def values(subject: Subject) -> tuple[tuple[Path, Scalar], ...]:
    """Every value of the file with its path."""
    return tuple(scalars(subject.document.root)) if subject.document.root is not None else ()


@once
def claims(subject: Subject) -> tuple[tuple[Path, Claim[Any]], ...]:
    """Every claim of a carrier with its path; none of a country."""
    return tuple(subject.record.claims()) if isinstance(subject.record, Carrier) else ()


@once
def statements(subject: Subject) -> tuple[tuple[Path, Sourced], ...]:
    """Every sourced statement of a carrier that is counted, with its path; none of a country."""
    return tuple(subject.record.statements(claims(subject))) if isinstance(subject.record, Carrier) else ()
