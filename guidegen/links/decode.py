"""Decoding: entities, percent codes, escapes, base64, hexadecimal and reversed text, as a browser or a reader would."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from guidegen.links.reading import Reading, reread, substitutions


def decoded(source: Reading) -> Iterator[Reading]:
    """The readings that differ from the source: escapes undone step by step, then each hidden form by itself."""
    plain = source
    for pattern, new, kind in ESCAPES + ESCAPES:
        plain = reread(plain, substitutions(plain, pattern, new, kind))
    if plain is not source:
        yield plain
    for pattern, new, kind in HIDDEN_FORMS:
        hidden = reread(source, substitutions(source, pattern, new, kind))
        if hidden is not source:
            yield hidden


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


Step = tuple[re.Pattern[str], Callable[[re.Match[str]], str], str]
ESCAPES: tuple[Step, ...] = (
    (
        re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?"),
        _from_entity,
        "HTML entities",
    ),
    (re.compile(r"(?:%[0-9a-fA-F]{2})+"), _from_percent, "percent codes"),
    (
        re.compile(
            r"(?:\\[uU]\{?[0-9a-fA-F]{4,6}\}?"
            r"|\\x[0-9a-fA-F]{2}|\\[0-7]{3}|\bU\+[0-9a-fA-F]{4,5}\s?)"
        ),
        _from_escape,
        "escapes",
    ),
    (re.compile(r"\\(?=[!-/:-@\[-`{-~])"), _bare, "backslashes"),
)
HIDDEN_FORMS: tuple[Step, ...] = (
    (re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,4000}={0,2}(?![A-Za-z0-9+/_-])"), _from_base64, "base64"),
    (re.compile(r"(?<![A-Z2-7])[A-Z2-7]{16,4000}={0,6}(?![A-Za-z0-9])"), _from_base32, "base32"),
    (re.compile(r"(?<![0-9a-fA-Fx])(?:(?:0x)?[0-9a-fA-F]{2}[\s,:]?){5,2000}"
        r"(?:0x)?[0-9a-fA-F]{2}(?![0-9a-fA-F])"), _from_hex, "hexadecimal"),
    (re.compile(
        r"(?<![a-z0-9])(?:[\w-]{0,80}/)?(?:moc|ten|gro|nc|oi"
        r"|em\.t(?![a-z]))(?:\.[\w-]+){0,9}(?://:s?ptth)?"
        r"|(?<!\S)\S{1,300}//:s?ptth", re.I), _reversed, "reading backwards"),
)  # fmt: skip
