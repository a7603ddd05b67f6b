"""Marks: which characters can be part of an address, of a disguise or of an escape, and beside what.

Each pattern begins with its one character, which the regular expression engine
finds at the speed of memchr; patterns of characters that a text lacks are not tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from guidegen.links.domains import HAN, PLAIN_TOPS
from guidegen.links.glance import Glance
from guidegen.links.squeeze import LEET_NAMES, SPELLED_WITH

Span = tuple[int, int]

_TOPS = "|".join(sorted(PLAIN_TOPS))
_DOT_WORD = r"\.|。|dot|Dot|DOT|d0t|点|at|AT|At|a[)\]）]|@|艾特|圈|爱特|小老鼠|point|punkt|句号|圆点|小数点"
_APART = r"(?=[^\W\d](?!\w))(?:(?<=\W[^\W\d]\s)|(?<=^[^\W\d]\s))"
_LETTERS = r"(?<=\b[^\W\d_].)[^\W\d_](?![^\W_])"
_MARKED = rf"(?![-_*|~^/.=+]{{2}})(?:{_LETTERS}|(?<=[{HAN}].)[-_*|~^/.+=]?[{HAN}])"
# What html.unescape changes: numbers, names with a semicolon, and the old names without one.
_ENTITY = rf"(?=#|[A-Za-z][A-Za-z0-9]{{1,30}};|{'|'.join(sorted(name for name in html5 if name[-1] != ';'))})"


def _inside_a_name(sign: str, behind: str = "") -> str:
    """The letters beside a sign that stands for a letter in the name of a platform."""
    around = [
        (name[i - 1], name[i + 1])
        for name in LEET_NAMES
        for i in range(1, len(name) - 1)
        if re.match(SPELLED_WITH[name[i]], sign)
    ]
    before, after = ("".join(sorted({char for pair in around for char in (pair[i], pair[i].upper())})) for i in (0, 1))
    return f"(?<=[{before}]{behind}.)(?=[{after}])"


_BESIDE: tuple[tuple[str, str], ...] = (
    (".",
        rf"(?!\.)(?:(?<=\w.)(?=[^\W\d_])|(?<=\s.)(?=[A-Za-z])|(?=\s{{0,3}}\n\s{{0,3}}[a-z])"
        rf"|(?<=\d.)(?=\d{{1,4}}\.\d+\.\d)|(?=[ ][a-z])(?=[ ](?:{_TOPS})\b)"
        rf"|(?=\s[a-z]{{2,12}}\s?(?:/|slash|斜杠)))"),
    ("@", r"@*"),
    # A backslash before a mark vanishes: it matters where it stands between two characters of a word or address.
    ("\\",
        rf"[uUxX0-7\\.@:/]|(?<=\S.)(?![&!*#])[!-/:-@\[-`{{-~](?=\S)|&{_ENTITY}"
        rf"|!{_inside_a_name('!', '.')}"
        rf"|[*#](?=[a-z0-9-]{{2,40}}\.|[^\W\d_](?![^\W_])|dot|at)"),
    ("/", r"(?:/+|(?<=\d{9}.)(?=[0-9a-z])|(?<=:.))"),
    (":", r"[:：]|(?=\s?[/\\])|(?<=\d{9}.)(?=\d)|(?<=[a-z].)(?=\+?\d{3})|(?<=[a-zA-Z0-9].)(?=[a-zA-Z+?#@(])|(?=\d*\?)"
        r"|(?<=tel.)(?=\d)|(?<=sms.)(?=\d)|(?<=data.)(?=[;,])"),
    ("：", r"[:：]|(?<=[a-zA-Z].)(?=\s?[/\\]|[a-zA-Z0-9+@?#(])"),
    ("]", r"\s?[(\[:]"),
    *((mark, rf"\s?(?:{_DOT_WORD})") for mark in "[({（"),
    ("<", r"(?=[A-Za-z!/])"),
    ("&", _ENTITY),
    ("%", r"(?=[0-9a-fA-F]{2})"),
    ("+", r"(?<=[uU].)(?=[0-9a-fA-F]{4})"),
    *((stop, r"(?<=[\sA-Za-z0-9].)(?=\s?[a-z])|(?<=[\d\s].)(?=\s?\d{1,3}\s?(?:[。丶点\[(]|dot))") for stop in "。点"),
    ("丶", ""),
    ("句", "号"),
    ("•", r"(?<=\w.)(?=\w)"),
    *((bullet, rf"(?=\s(?:{_TOPS})\b)") for bullet in "•·"),
    ("·", r"(?:(?<=\w.)(?=\w)|(?<=\w.)\s?[a-z]|(?<=\s.)(?=[a-z]{2,12}\b(?![ ,.])))"),
    ("→", r"(?<=\w.)(?=[a-zA-Z])"),
    *((mark, r"(?=(?:com|net|org|cn)(?![a-z]))") for mark in "、，,|"),
    *((mark, _MARKED) for mark in "-_*|~^/.=+–—"),
    *((mark, _LETTERS) for mark in ",、，"),
    ("-", r"(?:dot|at)-"),
    ("_", r"(?:dot|at)_"),
    ("*", r"(?:dot|at)\*|(?<=[a-z0-9].)(?=[a-z0-9-]{2,40}\.)"),
    ("#", r"(?<=[a-z0-9].)(?=[a-z0-9-]{2,40}\.)"),
    *((sign, r"(?=[A-Za-z0-9]{8,13}[¥￥$€₤₳₴¢])") for sign in "¥￥$€₤₳₴¢"),
    *((sign, _inside_a_name(sign)) for sign in "$!|"),
)  # fmt: skip


def _looks() -> dict[str, re.Pattern[str]]:
    """One pattern for each character, from all that is said of it."""
    beside: dict[str, list[str]] = {}
    for char, pattern in _BESIDE:
        beside.setdefault(char, []).append(pattern)
    return {char: re.compile(f"{re.escape(char)}(?:{'|'.join(each)})") for char, each in beside.items()}


_LOOKS = _looks()
_LOOKS_BY_CODE = {ord(char): look for char, look in _LOOKS.items() if char.isascii()}
_CODES = frozenset(_LOOKS_BY_CODE)
_FOREIGN = frozenset(char for char in _LOOKS if not char.isascii())
_APART_LETTERS = (re.compile(f" {_APART}"), re.compile(f"\n{_APART}"))
_APART_HAN = re.compile(rf" (?<=[{HAN}] ) {{0,2}}[{HAN}]")
_HAN = re.compile(rf"[{HAN}]")
_KINDS = bytes.maketrans(b"bcdefghijklmnopqrstuvwxyz.0123456789_", b"a" * 25 + b" " + b"." * 11)
# Letters as a, digits as a dot, all else as a space: two single letters in a row are rare in ordinary text.
_TO_GAPS = bytes.maketrans(bytes(range(256)), re.sub(rb"[^a-z.]", b" ", bytes(range(256)).lower().translate(_KINDS)))


def marked(seen: Glance) -> Iterator[Span]:
    """The places of marks that may matter; of a long run of one mark only both ends."""
    for look in _present(seen):
        for match in look.finditer(seen.text):
            yield match.span()


def _present(seen: Glance) -> Iterator[re.Pattern[str]]:
    """The patterns of the characters that the text holds."""
    for code in _CODES & seen.marks:
        yield _LOOKS_BY_CODE[code]
    for foreign in _FOREIGN & seen.foreign:
        yield _LOOKS[foreign]
    han = bool(seen.foreign) and bool(_HAN.search("".join(seen.foreign)))
    if han:
        yield _APART_HAN
    if han or b" a a " in b" %b " % seen.lower.translate(_TO_GAPS):
        yield from _APART_LETTERS
