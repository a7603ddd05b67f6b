"""Codes without quotes: YAML takes `*100#` for an alias and `#100#` for a comment.

Such a code is reported, and its characters are exchanged for private ones of the same number, so that the rest of
the file is read in the same run and every later finding stands at its place. The tree gets the code as written.
"""

import re
from collections.abc import Iterator

from guidegen.diagnostics import Diagnostic
from guidegen.source import faults
from guidegen.source.text import place

_KEPT = "*#{}"
_PRIVATE = {ord(char): 0xE000 + position for position, char in enumerate(_KEPT)}
_WRITTEN = {private: char for char, private in _PRIVATE.items()}
# A phone sends no more than 182 characters; what is longer is no code, and reading on would take the square of its
# length.
_CODE = re.compile(r"[*#][0-9*#{}a-z_:]{0,182}")
# What comes first from left to right: a quoted value, a code that begins with #, a comment.
_TOKEN = re.compile(
    r"""(?:^|[:,\-\[{])[ ]*(?:"(?:[^"\\]|\\.)*"|'[^']*')"""
    r"|(?<=[ \[{,])(?P<code>\#[*\#]{0,9}[0-9][0-9*\#{}a-z_:]{0,182}\#)(?=[\s,\]}]|$)"
    r"|(?:^|(?<=[ \t]))\#.*$",
    re.MULTILINE,
)
# Hardly a file holds this, and the whole pattern is slow.
_OPEN_HASH = re.compile("[ \\[{,]#[*#]*[0-9]")


def hash_codes(text: str) -> Iterator[int]:
    """Offsets of codes that begin with # and would be lost as comments."""
    if not _OPEN_HASH.search(text):
        return
    for match in _TOKEN.finditer(text):
        start = match.start()
        if match["code"] and text[text.rfind("\n", 0, start) + 1 : start].strip():
            yield start


def shield(text: str, start: int) -> str:
    """The text with the code at an offset in private characters."""
    end = start + len(code_at(text, start))
    return text[:start] + text[start:end].translate(_PRIVATE) + text[end:]


def may_be_shielded(text: str) -> bool:
    """Whether any value of a text can hold private characters, as they are or by an escape."""
    return any(private in text for private in map(chr, _WRITTEN)) or "\\u" in text or "\\U" in text


def unshield(value: str) -> str:
    """A value with its codes as they are written."""
    return value.translate(_WRITTEN)


def code_at(text: str, start: int) -> str:
    """The code at an offset, empty where there is none; brackets that close a block around it are not part of it."""
    match = _CODE.match(text, start)
    code = match[0].rstrip(":") if match else ""
    while code.endswith("}") and code.count("}") > code.count("{"):
        code = code[:-1]
    return code


def unquoted(text: str, start: int, path: str) -> Diagnostic:
    """The finding of the code at an offset, with the quoted form where the code is the whole value."""
    code = code_at(text, start)
    before, after = text[text.rfind("\n", 0, start) + 1 : start], text[start + len(code) :].split("\n", 1)[0]
    whole = re.search(r"[:,\-\[{] *$", before) and re.match(r" *(?:$|[,\]}]| #)", after)
    advice = f'write "{code}"' if whole else f'put the whole text in double quotes: "… {code} …"'
    return faults.UNQUOTED_CODE.at(path, place(text, start, len(code)), f"code {code} stands without quotes", advice)
