"""Gaps: a key with nothing behind it, often with the question beside it that somebody left for the maintainer."""

import re

from guidegen.diagnostics import Diagnostic, Path, fault
from guidegen.source.document import Document
from guidegen.source.tree import Mapping, Scalar, Sequence

GAP = fault(
    "G108",
    "open-gap",
    """
    Write the answer behind the key, or remove the line if no source gives it.

    Why: a key with nothing behind it says nothing; the guide prints what is not known by itself.
    Bad: `publisher:`
    Good: `publisher: giffgaff`
    """,
)
# Possessive: what was passed over once is not tried again, however many blanks there are.
_QUESTION = re.compile(r"[:-]\s++#\s*+\??\s*+(?P<question>.*\S)")


def gap_at(document: Document, where: Path) -> Diagnostic | None:
    """A finding where nothing stands behind the key at a path; its help is the question beside it, if there is one."""
    place = _written(document, where)
    node = document.node_at(place)
    if not place or not isinstance(node, Scalar) or node.value or node.quoted:
        return None
    span = document.key_span(place)
    name = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
    asked = _QUESTION.search(document.line(span.line))
    return GAP.at(document.path, span, f"{name} is not filled in", asked["question"] if asked else GAP.summary)


def _written(document: Document, where: Path) -> Path:
    """The part of a path that stands in the file; the schema adds steps such as `value` and positions."""
    node, steps = document.root, []
    for step in where:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif isinstance(node, Scalar):
            break
        else:
            continue
        steps.append(step)
    return Path(steps)
