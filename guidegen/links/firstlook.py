"""The first look: a cheap search for places where anything at all could be found.

It is built from the same registries as the finders, so no rule can be left out
of it. What it does not point at is never read again; a clean page costs little
more than this look. The words of a page are taken as a set, from its bytes: a
page repeats most of its words, and bytes are cut up several times faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guidegen.links.domains import HAN, PLAIN_TOPS
from guidegen.links.fold import TRADITIONAL
from guidegen.links.invitations import INVITATIONS
from guidegen.links.offers import OFFERS
from guidegen.links.platforms import PLATFORMS
from guidegen.links.squeeze import LEET_NAMES

Span = tuple[int, int]

# Around each spot this much is read again: a sentence of context to both sides.
MARGIN = 220
_TOKEN_BYTES = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/_-=")
_TO_TOKENS = bytes(code if code in _TOKEN_BYTES else 32 for code in range(256))
_PLAIN_BYTES = bytes([10, *range(32, 127)])
_WORD = re.compile(r"[a-z]+")
_ADDRESS_WORDS = frozenset((
    "http", "https", "hxxp", "hxxps", "htp", "htps", "ttp", "ttps", "www", "wap", "dot", "punkt",
    "slash", "xn",
))  # fmt: skip
# Ordinary guides are written in these characters; every other one is a spot.
_ODD = re.compile(rf"[^\n -~{HAN}，。；！？、：（）《》“”‘’…–—€£¥·\u00a0\u202f×°•→✓]+|[{''.join(TRADITIONAL)}]")

# A character, and what beside it makes a spot. Each pattern begins with that one character, which the regular
# expression engine finds at the speed of memchr.
_TOPS = "|".join(sorted(PLAIN_TOPS))
_DOT_WORD = r"\.|。|dot|Dot|DOT|d0t|点|at|AT|At|a[)\]）]|@|艾特|圈|爱特|小老鼠|point|punkt|句号|圆点|小数点"
_APART = r"(?:(?<=\s[^\W\d]\s)|(?<=^[^\W\d]\s))[^\W\d](?!\S)"
_LETTERS = r"(?<=\b[^\W\d_].)[^\W\d_](?![^\W_])"
_MARKED = rf"(?![-_*|~^/.=+]{{2}})(?:{_LETTERS}|(?<=[{HAN}].)[-_*|~^/.+=]?[{HAN}])"
_BESIDE: tuple[tuple[str, str], ...] = (
    (".",
        rf"(?!\.)(?:(?<=\w.)(?=[^\W\d_])|(?<=\s.)(?=[A-Za-z])|(?=\s{{0,3}}\n\s{{0,3}}[a-z])"
        rf"|(?<=\d.)(?=\d{{1,4}}\.\d+\.\d)|(?=[ ][a-z])(?=[ ](?:{_TOPS})\b))"),
    ("@", r"@*"),
    ("\\", r"\\*"),
    ("/", r"(?:/+|(?<=\d{9}.)(?=[0-9a-z])|(?<=:.))"),
    (":", r":|(?=\s?[/\\])|(?<=\d{9}.)(?=\d)|(?<=[a-z].)(?=\+?\d{3})|(?=[a-zA-Z+?#@(])|(?=\d*\?)"),
    ("]", r"\s?[(\[:]"),
    ("[", rf"\s?(?:{_DOT_WORD})"),
    ("(", rf"\s?(?:{_DOT_WORD})"),
    ("{", rf"\s?(?:{_DOT_WORD})"),
    ("（", rf"\s?(?:{_DOT_WORD})"),
    ("<", r"(?=[A-Za-z!/])"),
    ("&", r"(?=[#A-Za-z])"),
    ("%", r"(?=[0-9a-fA-F]{2})"),
    ("+", r"(?<=[uU].)(?=[0-9a-fA-F]{4})"),
    ("。", r"(?<=[\sA-Za-z0-9].)(?=\s?[a-z0-9])"),
    ("点", r"(?<=[\sA-Za-z0-9].)(?=\s?[a-z0-9])"),
    ("丶", ""),
    ("句", "号"),
    ("•", r"(?<=\w.)(?=\w)"),
    ("·", r"(?:(?<=\w.)(?=\w)|(?<=\w.)\s?[a-z]|(?<=\s.)(?=[a-z]{2,12}\b(?![ ,.])))"),
    ("→", r"(?<=\w.)(?=[a-zA-Z])"),
    ("、", r"(?=(?:com|net|org|cn)(?![a-z]))"),
    ("，", r"(?=(?:com|net|org|cn)(?![a-z]))"),
    (",", r"(?=(?:com|net|org|cn)(?![a-z]))"),
    ("|", r"(?=(?:com|net|org|cn)(?![a-z]))"),
    ("\n", _APART),
    *((mark, _MARKED) for mark in "-_*|~^/.=+"),
    *((mark, _LETTERS) for mark in ",、"),
    ("-", r"(?:dot|at)-"),
    ("_", r"(?:dot|at)_"),
    ("*", r"(?:dot|at)\*|(?<=[a-z0-9].)(?=[a-z0-9-]{2,40}\.)"),
    ("#", r"(?<=[a-z0-9].)(?=[a-z0-9-]{2,40}\.)"),
    *((sign, r"(?=[A-Za-z0-9]{8,13}[¥￥$€₤₳₴¢])") for sign in "¥￥$€₤₳₴¢"),
    *((sign, r"(?<=[A-Za-z].)[A-Za-z]") for sign in "$!|"),
)  # fmt: skip
_LOOKS = tuple((char, re.compile(f"{re.escape(char)}(?:{beside})")) for char, beside in _BESIDE)
_SPACED = re.compile(rf" (?:{_APART}|(?<=[{HAN}] ) {{0,2}}[{HAN}])")
_ONE_LETTER_WORDS = frozenset("aAI")
_HAN_CHAR = re.compile(rf"[{HAN}]")
_LEET = re.compile(r"[A-Za-z][0134579][A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Needs:
    """What the registries need, by how it is looked up."""

    words: frozenset[str]
    phrases: tuple[tuple[str, frozenset[str]], ...]
    han: tuple[tuple[str, frozenset[str]], ...]


@cache
def _needs() -> _Needs:
    held = [one.needs for one in PLATFORMS] + [one.needs for one in (*INVITATIONS, *OFFERS)]
    strings = sorted({string for one in held for string in one.strings})
    phrases = tuple((string, frozenset(_WORD.findall(string))) for string in strings if string.isascii())
    han = tuple(
        (string, frozenset(char for char in string if char > "\x7f")) for string in strings if not string.isascii()
    )
    return _Needs(
        _ADDRESS_WORDS.union(*(one.words for one in held)),
        tuple((phrase, parts) for phrase, parts in phrases if parts),
        tuple((phrase, chars) for phrase, chars in han if any(char.isalnum() for char in chars)),
    )


def first_look(text: str) -> list[Span]:
    """The stretches of the text that must be read closely, in order and apart; empty for a clean text."""
    return _windows(text, sorted(_spots(text)))


def _spots(text: str) -> Iterator[Span]:
    data = text.encode("utf-8", "surrogatepass")
    tokens = set(data.translate(_TO_TOKENS).decode("ascii").split())
    foreign = set(data.translate(None, _PLAIN_BYTES).decode("utf-8", "surrogatepass"))
    if _ODD.search("".join(foreign)):
        yield from (match.span() for match in _ODD.finditer(text))
    for char, look in _LOOKS:
        if char in text:
            for match in look.finditer(text):
                yield from _ends(match)
    if (
        _HAN_CHAR.search("".join(foreign))
        or sum(len(token) == 1 and token.isalpha() for token in tokens - _ONE_LETTER_WORDS) > 1
    ):
        yield from (match.span() for match in _SPACED.finditer(text))
    lower = text.lower()
    for wanted in _wanted(tokens, foreign):
        yield from _places(text if wanted in tokens else lower, wanted)


def _ends(match: re.Match[str]) -> tuple[Span, ...]:
    """A spot; only both ends of a long run of one mark, in whose middle no address can be."""
    start, end = match.span()
    return ((start, end),) if end - start < MARGIN else ((start, start + 1), (end - 1, end))


def _wanted(tokens: set[str], foreign: set[str]) -> Iterator[str]:
    """The words, phrases and coded tokens of a text that need a close look."""
    needs = _needs()
    words = set(_WORD.findall(" ".join(tokens).lower()))
    yield from words & needs.words
    yield from (word for word in words if len(word) > 8 and any(name in word for name in LEET_NAMES))
    yield from (phrase for phrase, parts in needs.phrases if parts <= words)
    yield from (phrase for phrase, chars in needs.han if chars <= foreign)
    yield from (token for token in tokens if _is_coded(token))


def _is_coded(token: str) -> bool:
    """True for a token that mixes kinds of characters as encoded or disguised text does."""
    if not token.strip("_-") or all(_is_word(part) for part in token.split("-")):
        return False
    if len(token) < 8:
        return bool(_LEET.search(token)) or token[:2].lower() == "0x"
    if token.isalpha():
        return not (token.islower() or token[1:].islower() or (token.isupper() and len(token) < 16))
    return not token.replace("-", "").isdigit() or len(token) > 11


def _is_word(part: str) -> bool:
    """True for a word of letters in an ordinary case; compounds such as third-party have several."""
    return 0 < len(part) < 16 and part.isalpha() and (part.islower() or part[1:].islower() or part.isupper())


def _places(text: str, wanted: str) -> Iterator[Span]:
    """Where a word, phrase or token stands; a Latin word only where no letter touches it."""
    at = text.find(wanted)
    while at >= 0:
        if not (wanted.isalpha() and wanted.isascii() and _touches_letter(text, at, at + len(wanted))):
            yield at, at + len(wanted)
        at = text.find(wanted, at + len(wanted))


def _touches_letter(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(char.isascii() and char.isalpha() for char in around)


def _windows(text: str, spots: list[Span]) -> list[Span]:
    """The spots with their margins, widened to whole words and merged."""
    windows: list[Span] = []
    for start, end in spots:
        low = max(0, start - MARGIN)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(windows[-1][1], end + MARGIN))
        else:
            windows.append((low, end + MARGIN))
    return [(_word_start(text, low), min(len(text), _word_end(text, high))) for low, high in windows]


def _word_start(text: str, low: int) -> int:
    cut = max(text.rfind(" ", max(0, low - 80), low), text.rfind("\n", max(0, low - 80), low))
    return cut + 1 if cut >= 0 else low


def _word_end(text: str, high: int) -> int:
    tail = re.compile(r"\S{0,2000}").match(text, high)
    return tail.end() if tail else high
