"""What the characters of a file tell before any YAML is read."""

import re
from collections.abc import Iterator

from guidegen.diagnostics import Diagnostic, Span
from guidegen.source import faults

# Controls, format characters and fillers that editors do not show (Unicode general categories Cc, Cf, and the
# default-ignorable code points of DerivedCoreProperties.txt); tab, LF, CR and NUL have codes of their own.
INVISIBLE = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
# A code that YAML would take for an alias (`*100#`) or a comment (`#100#`), as the whole of a value.
UNQUOTED = re.compile(
    r"^(?P<before>[ ]*(?:- +)*(?:[A-Za-z_]+: +)?(?<=[:-] )[ ]*)(?P<code>[*#](?=[0-9*#])[0-9*#{}a-z_]*)[ ]*$", re.M
)


def place(text: str, offset: int, length: int = 1) -> Span:
    """The span of a stretch on one line, from a 0-based offset in code points."""
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return Span(line, column, line, column + length)


def faults_in(text: str, path: str) -> Iterator[Diagnostic]:
    """Byte order mark, line ends, NUL and invisible characters."""
    if text.startswith("\ufeff"):
        yield faults.BOM.at(path, place(text, 0), "the file starts with a byte order mark", faults.BOM.summary)
    if "\r" in text:
        span = place(text, text.index("\r"))
        yield faults.LINE_ENDS.at(path, span, "lines end with CR LF or CR", faults.LINE_ENDS.summary)
    if "\0" in text:
        span = place(text, text.index("\0"))
        yield faults.NUL.at(path, span, "the file holds a NUL character", faults.NUL.summary)
    for match in INVISIBLE.finditer(text, int(text.startswith("\ufeff"))):
        message = f"invisible character U+{ord(match.group()):04X}"
        yield faults.INVISIBLE.at(path, place(text, match.start()), message, faults.INVISIBLE.summary)


def unquoted_codes(text: str, path: str) -> Iterator[Diagnostic]:
    """Codes that stand without quotes where YAML would lose them."""
    for match in UNQUOTED.finditer(text):
        code = match["code"]
        yield faults.UNQUOTED_CODE.at(
            path,
            place(text, match.start("code"), len(code)),
            f"code {code} stands without quotes",
            f'write "{code}"',
        )


def quote_codes(text: str) -> str:
    """The same text with such codes in quotes, so that the rest of the file can be checked in the same run."""
    return UNQUOTED.sub(lambda match: f'{match["before"]}"{match["code"]}"', text)


def unify_lines(text: str) -> str:
    """The text without byte order mark, with LF line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
