"""Decoding: entities, percent codes, escapes, base64, hexadecimal and reversed text, as a browser or a reader would."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from guidegen.links.reading import Reading, reread, substitutions


def decoded(source: Reading) -> Iterator[Reading]:
    """The readings that differ from the source: escapes undone step by step, then each hidden form by itself."""
    plain = source
    for step in ESCAPES + ESCAPES:
        if step.may_be_in(plain):
            plain = _undone(plain, step)
    if plain is not source:
        yield plain
    for step in HIDDEN_FORMS:
        hidden = _undone(source, step) if step.may_be_in(source) else source
        if hidden is not source:
            yield hidden


def _undone(source: Reading, step: Step) -> Reading:
    return reread(source, substitutions(source, step.pattern, step.new, step.kind))


def _from_entity(match: re.Match[str]) -> str:
    return html.unescape(match.group())


def _from_percent(match: re.Match[str]) -> str:
    return unquote(match.group(), errors="strict") if _is_utf8(match.group()) else match.group()


def _is_utf8(percent: str) -> bool:
    try:
        unquote(percent, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


def _from_escape(match: re.Match[str]) -> str:
    digits = match.group()[1:].strip("uUx{}+")
    code = int(digits, 8 if match.group()[1].isdigit() else 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match.group()


def _bare(match: re.Match[str]) -> str:
    return ""


def _from_base64(match: re.Match[str]) -> str:
    token = match.group().rstrip("=").translate({ord("-"): "+", ord("_"): "/"})
    return _shown(lambda: base64.b64decode(token + "=" * (-len(token) % 4))) or match.group()


def _from_base32(match: re.Match[str]) -> str:
    token = match.group().rstrip("=")
    return _shown(lambda: base64.b32decode(token + "=" * (-len(token) % 8))) or match.group()


def _from_hex(match: re.Match[str]) -> str:
    return _shown(lambda: bytes.fromhex(re.sub(r"0x|\W", "", match.group()))) or match.group()


def _shown(decode: Callable[[], bytes]) -> str:
    """The decoded bytes where they are readable text, else nothing."""
    try:
        text = decode().decode("utf-8")
    except ValueError:
        return ""
    return text if text.isprintable() and len(text) > 4 else ""


def _reversed(match: re.Match[str]) -> str:
    return match.group()[::-1]


@dataclass(frozen=True, slots=True)
class Step:
    """One way to undo a disguise. Without its mark a text cannot hold it: looking for that costs little."""

    kind: str
    new: Callable[[re.Match[str]], str]
    pattern: re.Pattern[str]
    mark: re.Pattern[str] | str = ""

    def may_be_in(self, reading: Reading) -> bool:
        """True where the mark is there."""
        return self.mark in reading.text if isinstance(self.mark, str) else bool(self.mark.search(reading.lower))


ESCAPES: tuple[Step, ...] = (
    Step(
        "HTML entities",
        _from_entity,
        re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?"),
        "&",
    ),
    Step("percent codes", _from_percent, re.compile(r"(?:%[0-9a-fA-F]{2})+"), "%"),
    Step("escapes", _from_escape, re.compile(r"\\(?:[uU]\{?[0-9a-fA-F]{4,6}\}?|x[0-9a-fA-F]{2}|[0-7]{3})"), "\\"),
    Step("escapes", _from_escape, re.compile(r"\bU\+[0-9a-fA-F]{4,5}\s?"), "U+"),
    Step(
        "brackets round a dot",
        lambda _: ".",
        re.compile(r"\s?[\[({<]\s?(?:\.|dot|点|。)\s?[\])}>]\s?", re.I),
        re.compile(r"[\[({<]\s?(?:\.|dot|点|。)\s?[\])}>]"),
    ),
    Step("backslashes", _bare, re.compile(r"\\(?=[!-/:-@\[-`{-~])"), "\\"),
)
# Words in an ordinary case, also compounds such as third-party: they hide nothing.
_WORD = r"(?:[A-Za-z][a-z]{0,14}|[A-Z]{1,15})"
_WORDS = rf"{_WORD}(?:-{_WORD})*+(?![A-Za-z0-9+/_-])"
# Each begins with a set of characters, not with a look-behind: the engine skips to them.
HEXADECIMAL = Step(
    "hexadecimal",
    _from_hex,
    re.compile(
        r"[0-9a-fA-F](?<![0-9a-fA-Fx].)(?:(?<=0)x[0-9a-fA-F])?[0-9a-fA-F][\s,:]?"
        r"(?:(?:0x)?[0-9a-fA-F]{2}[\s,:]?){4,1999}(?:0x)?[0-9a-fA-F]{2}(?![0-9a-fA-F])"
    ),
)
HIDDEN_FORMS: tuple[Step, ...] = (
    Step(
        "base64",
        _from_base64,
        re.compile(
            rf"[A-Za-z0-9+/_-](?<![A-Za-z0-9+/_-].)(?<!(?={_WORDS}).)[A-Za-z0-9+/_-]{{7,3999}}={{0,2}}"
            r"(?![A-Za-z0-9+/_-])"
        ),
    ),
    Step("base32", _from_base32, re.compile(r"[A-Z2-7](?<![A-Z2-7].)[A-Z2-7]{15,3999}={0,6}(?![A-Za-z0-9])")),
    HEXADECIMAL,
    Step(
        "reading backwards",
        _reversed,
        re.compile(
            r"(?<![a-z0-9])(?:[\w-]{0,80}/)?(?:moc|ten|gro|nc|oi"
            r"|em\.t(?![a-z]))(?:\.[\w-]+){0,9}(?://:s?ptth)?"
            r"|(?<!\S)\S{1,300}//:s?ptth",
            re.I,
        ),
        # Each begins with a letter, not with a look-behind: the engine skips to it.
        re.compile(
            r"moc(?<![a-z0-9]...)|ten(?<![a-z0-9]...)|gro(?<![a-z0-9]...)|nc(?<![a-z0-9]..)|oi(?<![a-z0-9]..)"
            r"|em\.t(?<![a-z0-9]....)|//:s?ptth"
        ),
    ),
)
