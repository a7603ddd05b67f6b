"""Marks: which characters can be part of an address, of a disguise or of an escape, and beside what.

Each pattern begins with its one character, which the regular expression engine
finds at the speed of memchr; patterns of characters that a text lacks are not tried.
What lies within one word is parted from what reaches over a gap to the next one: words come again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from guidegen.links.addresses import SCHEMES
from guidegen.links.domains import COMMON_TOPS, HAN, PLAIN_TOPS
from guidegen.links.glance import Glance
from guidegen.links.late import compiled
from guidegen.links.squeeze import LEET_NAMES, SPELLED_WITH
from guidegen.links.vocabulary import apart

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


def _behind(names: Iterable[str]) -> str:
    """Behind one of the names and a character, told by their last four letters, in capital or small ones."""
    tails: dict[int, set[str]] = {}
    for name in names:
        tails.setdefault(len(name[-4:]), set()).add(re.escape(name[-4:]))
    return f"(?:{'|'.join('(?<=(?i:{}).)'.format('|'.join(sorted(tails[size]))) for size in sorted(tails))})"


_AFTER_SCHEME = _behind((*SCHEMES, "data", "file"))
_IN_IPV6 = r"(?<=[0-9a-fA-F].)(?=[0-9a-fA-F]{1,4}[:：])"
# The end of a file's name that is no top-level domain, unless the name before it reads backwards as one.
_NO_FILE = r"(?:(?!(?:xml|json|html|csv|pdf)(?![\w-]))|(?<=moc.)|(?<=ten.)|(?<=gro.)|(?<=nc.)|(?<=oi.))"


# Patterns that see no further than the spaces and line breaks around a word.
_IN_A_WORD: tuple[tuple[str, str], ...] = (
    (".", rf"(?!\.)(?:(?<=\w.){_NO_FILE}(?=[^\W\d_])|(?<=\s.)(?=[A-Za-z])|(?<=\d.)(?=\d{{1,4}}\.\d+\.\d))"),
    ("@", r"@*"),
    # A backslash before a mark vanishes: it matters where it stands between two characters of a word or address.
    ("\\",
        rf"[uUxX0-7\\.@:/]|(?<=\S.)(?![&!*#])[!-/:-@\[-`{{-~](?=\S)|&{_ENTITY}"
        rf"|!{_inside_a_name('!', '.')}"
        rf"|[*#](?=[a-z0-9-]{{2,40}}\.|[^\W\d_](?![^\W_])|dot|at)"),
    ("/", r"(?:/+|(?<=\d{9}.)(?=[0-9a-z])|(?<=:.))"),
    (":", r"[:：]|(?=[/\\])|(?<=\d{9}.)(?=\d)|(?<=[a-z].)(?=\+?\d{3})|(?<=[a-zA-Z0-9].)(?=[+?#@(])|(?=\d*\?)"
        rf"|(?<=tel.)(?=\d)|(?<=sms.)(?=\d)|(?<=data.)(?=[;,])|{_AFTER_SCHEME}(?=[a-zA-Z])|{_IN_IPV6}"),
    ("：", rf"[:：]|(?<=[a-zA-Z].)(?=[/\\0-9+@?#(])|{_AFTER_SCHEME}(?=[a-zA-Z])|{_IN_IPV6}"),
    *((mark, r"[(\[:（【：]") for mark in "]】"),
    *((mark, rf"(?:{_DOT_WORD})") for mark in "[({（【"),
    ("<", r"(?=[A-Za-z!/])"),
    ("&", _ENTITY),
    ("%", r"(?=[0-9a-fA-F]{2})"),
    ("+", r"(?<=[uU].)(?=[0-9a-fA-F]{4})|(?=[vV][A-Za-z_]{3,}\d)"),
    *(
        (stop, r"(?<=[\sA-Za-z0-9].)(?=[a-z]|[A-Z]{2,12}(?![A-Za-z]))|(?<=[\d\s].)(?=\d{1,3}(?:[。丶点\[(]|dot))")
        for stop in "。点"
    ),
    ("丶", ""),
    ("句", "号"),
    ("•", r"(?<=\w.)(?=\w)"),
    ("·", r"(?:(?<=\w.)(?=\w)|(?<=\s.)(?=[a-z]{2,12}\b(?![ ,.])))"),
    ("→", r"(?<=\w.)(?=[a-zA-Z])"),
    *((mark, rf"(?=(?:{'|'.join(COMMON_TOPS)})(?![a-z]))") for mark in "、，,|"),
    *((mark, _MARKED) for mark in "-_*|~^/.=+–—"),
    *((mark, _LETTERS) for mark in ",、，"),
    ("-", r"(?:dot|at)-"),
    ("_", r"(?:dot|at)_"),
    ("*", r"(?:dot|at)\*|(?<=[a-z0-9].)(?=[a-z0-9-]{2,40}\.)"),
    ("#", r"(?<=[a-z0-9].)(?=[a-z0-9-]{2,40}\.)"),
    *((sign, r"(?=[A-Za-z0-9]{8,13}[¥￥$€₤₳₴¢])") for sign in "¥￥$€₤₳₴¢"),
    *((sign, _inside_a_name(sign)) for sign in "$!|"),
)  # fmt: skip


# Patterns that reach over a space or a line break.
_OVER_A_GAP: tuple[tuple[str, str], ...] = (
    (".", rf"[ \t]?\n[ \t]?[a-z]{{2,12}}(?![a-z0-9-])|[ ](?:{_TOPS})\b|\s[a-z]{{2,12}}\s?(?:/|slash|斜杠)"),
    (":", r"\s[/\\]"),
    ("：", r"(?<=[a-zA-Z].)\s[/\\]"),
    *((mark, r"\s[(\[:（【：]") for mark in "]】"),
    *((mark, rf"\s(?:{_DOT_WORD})") for mark in "[({（【"),
    *(
        (stop, r"(?<=[\sA-Za-z0-9].)\s[a-z]|(?<=[\d\s].)(?:\s\d{1,3}\s?|\d{1,3}\s)(?:[。丶点\[(]|dot)")
        for stop in "。点"
    ),
    ("•", rf"\s(?:{_TOPS})\b"),
    ("·", rf"\s(?:{_TOPS})\b|(?<=\w.)\s[a-z]"),
)
# Spaces of ordinary guides in bytes; all others are odd characters, which are looked at anyway.
_SPACE = rb"(?:[ \n]|\xc2\xa0|\xe2\x80\xaf)"
# What must stand behind an ASCII mark for its pattern. Bytes are searched several times faster than text.
_BEHIND = {".": rb"{1,7}[a-z]", ":": rb"[/\\]", "]": rb"[(\[:\xe3\xef]", "[": b"", "(": b"", "{": b""}


def _by_char(patterns: Iterable[tuple[str, str]]) -> dict[str, str]:
    """One pattern for each character, from all that is said of it."""
    beside: dict[str, list[str]] = {}
    for char, pattern in patterns:
        beside.setdefault(char, []).append(pattern)
    return {char: f"{re.escape(char)}(?:{'|'.join(each)})" for char, each in beside.items()}


_LOOKS, _GAPS = _by_char(_IN_A_WORD), _by_char(_OVER_A_GAP)
_MAY_BE_GAPS = {char: re.compile(re.escape(char.encode()) + _SPACE + behind) for char, behind in _BEHIND.items()}
_CODES = frozenset(ord(char) for char in _LOOKS if char.isascii())
_FOREIGN = frozenset(char for char in _LOOKS if not char.isascii())
_APART_LETTERS = (re.compile(f" {_APART}"), re.compile(f"\n{_APART}"))
_HAN = re.compile(rf"[{HAN}]")
_KINDS = bytes.maketrans(b"bcdefghijklmnopqrstuvwxyz.0123456789_", b"a" * 25 + b" " + b"." * 11)
# Letters as a, digits as a dot, all else as a space: two single letters in a row are rare in ordinary text.
_TO_GAPS = bytes.maketrans(bytes(range(256)), re.sub(rb"[^a.]", b" ", bytes(range(256)).lower().translate(_KINDS)))
# Bytes with which no Chinese character begins.
_NOT_HAN = bytes(code for code in range(256) if not 0xE3 <= code <= 0xE9)


def marked_words(seen: Glance) -> Iterator[Span]:
    """The places of marks that may matter within a word: look by look, each from left to right."""
    for code in _CODES & seen.marks:
        yield from _spans(compiled(_LOOKS[chr(code)]), seen.text)
    for foreign in _FOREIGN & seen.foreign:
        yield from _spans(compiled(_LOOKS[foreign]), seen.text)


def over_gaps(text: str) -> Iterator[Span]:
    """The places where marks or single letters may matter over a space or a line break."""
    data = text.encode("utf-8", "surrogatepass")
    for char, pattern in _GAPS.items():
        if _MAY_BE_GAPS[char].search(data) if char in _MAY_BE_GAPS else char in text:
            yield from _spans(compiled(pattern), text)
    han = bool(data.translate(None, _NOT_HAN)) and bool(_HAN.search(text))
    if han:
        yield from apart(text)
    if han or b" a a " in b" %b " % data.translate(_TO_GAPS):
        for look in _APART_LETTERS:
            yield from _spans(look, text)


def _spans(look: re.Pattern[str], text: str) -> Iterator[Span]:
    for match in look.finditer(text):
        yield match.span()
