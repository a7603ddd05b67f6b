"""How much one record may hold, besides the bytes that `files` reads of it.

Far above every real record, and low enough that no file costs much time or memory. The longest real record has 9 KB,
700 entries and a value of 266 characters.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from guidegen.diagnostics import WHOLE_FILE, Diagnostic
from guidegen.source.faults import TOO_MANY_FINDINGS

MAX_DEPTH = 20
MAX_ENTRIES = 10_000
"""Values, lists, blocks and keys together."""
MAX_VALUE = 1_000
"""Characters of one value or key; what a reader sees is limited to 400 by the schema."""
MAX_FINDINGS = 200
"""Of one file; nobody reads more at once, and most of them follow from the first."""
MAX_CODES = 20
"""Codes without quotes that are looked for in one run, of each kind; each one means to read the file once more."""


def at_most(findings: Iterable[Diagnostic], path: str) -> Iterator[Diagnostic]:
    """The first findings of a file, and one that says where more were left out; the rest is not even looked for."""
    waiting = iter(findings)
    yield from islice(waiting, MAX_FINDINGS)
    if next(waiting, None) is not None:
        message = f"more than {MAX_FINDINGS} findings; the others are left out"
        yield TOO_MANY_FINDINGS.at(path, WHOLE_FILE, message, TOO_MANY_FINDINGS.summary)


def clipped(text: str, most: int = 80) -> str:
    """A text as a message shows it: its beginning where it is long."""
    return text if len(text) <= most else f"{text[:most]}…"
