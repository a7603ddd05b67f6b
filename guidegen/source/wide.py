"""Signs of a Chinese keyboard or of a word processor where YAML has signs of its own: “ ” round a value, ， in a list.

YAML takes them for letters, so nothing else would notice: the marks would be printed, and two items would be one.
"""

import re
from collections.abc import Iterator

from guidegen.diagnostics import Diagnostic, Span
from guidegen.source import faults
from guidegen.source.document import Document
from guidegen.source.tree import Scalar, scalars

_MARKS = "“”„‟‘’「」『』＂＇"
_INSIDE = f"[^{_MARKS}\\n]*"
_IN_MARKS = re.compile(f"[“”„‟‘「『＂＇]({_INSIDE})[“”‟’」』＂＇]")
_COMMAS = re.compile(" *[，、] *")
# One quick look at the text; the tree is walked only where this finds something.
_PERHAPS = re.compile(f"(?m)[:,\\-\\[{{] +[{_MARKS}]{_INSIDE}[{_MARKS}] *(?:$|[,\\]}}])|\\[[^\\n\\]]*[，、]")


def wide_signs(document: Document) -> Iterator[Diagnostic]:
    """A finding for each value in typographic marks and each list with full-width commas.

    A value in marks goes on without them, as it was meant, so that its content is checked in the same run.
    """
    if document.root is None or not _PERHAPS.search(document.text):
        return
    for _, scalar in scalars(document.root):
        if not scalar.quoted and scalar.span.line == scalar.span.end_line:
            yield from _in_marks(document, scalar)
            yield from _in_list(document, scalar)


def _in_marks(document: Document, scalar: Scalar) -> Iterator[Diagnostic]:
    match = _IN_MARKS.fullmatch(scalar.value)
    if match is None:
        return
    message = f"the quotation marks {scalar.value[0]} {scalar.value[-1]} are not those of YAML"
    advice = f'write "{match[1]}", with the straight marks of an English keyboard'
    yield faults.WIDE_SIGN.at(document.path, scalar.span, message, advice)
    scalar.value, scalar.quoted = match[1], True


def _in_list(document: Document, scalar: Scalar) -> Iterator[Diagnostic]:
    if not _COMMAS.search(scalar.value) or not _is_item(document.line(scalar.span.line), scalar.span):
        return
    items = ", ".join(_COMMAS.split(scalar.value))
    advice = f"write {items}; if it is one item with such a comma in it, put it in double quotes"
    yield faults.WIDE_SIGN.at(document.path, scalar.span, "full-width commas do not part the items of a list", advice)


def _is_item(line: str, span: Span) -> bool:
    """Whether a value stands between the brackets of a list on its line."""
    before, after = line[: span.column - 1].rstrip(), line[span.end_column - 1 :].lstrip()
    return before.endswith(("[", ",")) and after.startswith(("]", ",")) and before.rfind("[") > before.rfind("{")
