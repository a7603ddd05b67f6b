"""Findings as text with an excerpt, JSON, GitHub annotations or SARIF. Pure: returns strings."""

import json
from collections.abc import Callable, Mapping, Sequence

from guidegen.diagnostics import WHOLE_FILE, Diagnostic

Texts = Mapping[str, str]


def as_text(findings: Sequence[Diagnostic], texts: Texts) -> str:
    """One finding after the other, each with its line, a caret and what to write instead."""
    return "\n".join(_one(finding, texts.get(finding.path, "")) for finding in findings)


def _one(finding: Diagnostic, text: str) -> str:
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
    lines = [f"{place} {finding.severity} {finding.code} {finding.message}"]
    if finding.span != WHOLE_FILE:
        lines += _excerpt(finding, text)
    if finding.help:
        lines.append(f"   help: {finding.help}")
    return "\n".join(lines) + "\n"


def _excerpt(finding: Diagnostic, text: str) -> list[str]:
    span = finding.span
    lines = text.split("\n")
    if not 0 < span.line <= len(lines):
        return []
    line = lines[span.line - 1]
    last = span.end_column if span.end_line == span.line else len(line) + 1
    before, marked = line[: span.column - 1], line[span.column - 1 : last - 1]
    carets = "^" * max(1, _width(marked))
    return [f"{span.line:>5} | {line}", f"      | {' ' * _width(before)}{carets}"]


def _width(text: str) -> int:
    """Columns that a terminal uses: two for East Asian wide characters (UAX #11)."""
    import unicodedata

    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def as_json(findings: Sequence[Diagnostic], texts: Texts) -> str:
    """A list of `{path, line, column, end_line, end_column, code, severity, message, help}`."""
    return json.dumps([finding.as_json() for finding in findings], ensure_ascii=False, indent=2)


REPORTERS: dict[str, Callable[[Sequence[Diagnostic], Texts], str]] = {"text": as_text, "json": as_json}
