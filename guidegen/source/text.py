"""What the characters of a file tell before any YAML is read."""

import re
from collections.abc import Iterator

from guidegen.diagnostics import Diagnostic, Span
from guidegen.source import faults

# Characters that YAML refuses, or takes for the end of a line where an editor shows none.
REFUSED = "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
# Besides these: format characters and fillers that editors do not show (general category Cf, and the
# default-ignorable code points of DerivedCoreProperties.txt), and private ones, which every font shows differently;
# tab, LF, CR and NUL have codes of their own.
INVISIBLE = re.compile(
    f"[{REFUSED}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_REFUSED = re.compile(f"[{REFUSED}]")


def place(text: str, offset: int, length: int = 1) -> Span:
    """The span of a stretch on one line, from a 0-based offset in code points."""
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return Span(line, column, line, column + length)


def faults_of_file(raw: str, path: str) -> Iterator[Diagnostic]:
    """Byte order mark, line ends and NUL: what an editor's “Save as” decides."""
    if raw.startswith("\ufeff"):
        yield faults.BOM.at(path, place(raw, 0), "the file starts with a byte order mark", faults.BOM.summary)
    raw = raw.removeprefix("\ufeff")
    if "\r" in raw:
        span = place(raw, raw.index("\r"))
        yield faults.LINE_ENDS.at(path, span, "lines end with CR LF or CR", faults.LINE_ENDS.summary)
    if "\0" in raw:
        text = unify_lines(raw)
        yield faults.NUL.at(path, place(text, text.index("\0")), "the file holds a NUL character", faults.NUL.summary)


def faults_of_lines(text: str, path: str) -> Iterator[Diagnostic]:
    """Invisible characters, each; tabs, one finding for each line."""
    for match in INVISIBLE.finditer(text):
        message = f"invisible character U+{ord(match[0]):04X}"
        yield faults.INVISIBLE.at(path, place(text, match.start()), message, faults.INVISIBLE.summary)
    if "\t" not in text:
        return
    for match in re.finditer("(?m)^[^\t\n]*\t", text):
        yield faults.TAB.at(path, place(text, match.end() - 1), "a tab", faults.TAB.summary)


def unify_lines(text: str) -> str:
    """The text without byte order mark, with LF line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def without_refused(text: str) -> str:
    """The text with a visible character in place of each that would keep YAML from reading on."""
    return _REFUSED.sub("\ufffd", text)
