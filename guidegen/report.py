"""Findings as text with an excerpt, JSON, GitHub annotations or SARIF. Pure: returns strings."""

import json
from collections.abc import Callable, Mapping, Sequence

from guidegen import __version__
from guidegen.diagnostics import RULES, WHOLE_FILE, Diagnostic, Rule, Severity

Texts = Mapping[str, str]


def as_text(findings: Sequence[Diagnostic], texts: Texts) -> str:
    """One finding after the other, each with its line, a caret and what to write instead."""
    return "\n".join(_one(finding, texts.get(finding.path, "")) for finding in findings)


def _one(finding: Diagnostic, text: str) -> str:
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
    lines = [f"{visible(place)} {finding.severity} {finding.code} {visible(finding.message)}"]
    if finding.span != WHOLE_FILE:
        lines += excerpt(finding, text)
    if finding.help:
        lines.append(f"   help: {visible(finding.help)}")
    return "\n".join(lines) + "\n"


def excerpt(finding: Diagnostic, text: str) -> list[str]:
    """The line of a finding and a line of carets under the part that it points at; empty past the end of the text."""
    span = finding.span
    lines = text.split("\n")
    if not 0 < span.line <= len(lines):
        return []
    line, first = _window(lines[span.line - 1], span.column - 1)
    last = span.end_column - 1 - first if span.end_line == span.line else len(line)
    before, marked = line[: span.column - 1 - first], line[span.column - 1 - first : last]
    carets = "^" * max(1, _width(marked))
    return [f"{span.line:>5} | {line}", f"      | {' ' * _width(before)}{carets}"]


PART = 240
"""Characters of a long line that an excerpt shows; real records have no line of twice as many."""


def _window(line: str, column: int) -> tuple[str, int]:
    """What an excerpt shows of a line, and how many characters before it are left out: all of it, where it is short."""
    if len(line) <= 2 * PART:
        return visible(line), 0
    first = max(0, column - PART // 2)
    return visible(line[first : first + PART]), first


def visible(text: str) -> str:
    """A text with a replacement character for each that would steer a terminal or hide; a record must not do either."""
    import unicodedata

    if text.isascii() and text.isprintable():
        return text
    hidden = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
    return "".join("\ufffd" if unicodedata.category(char) in hidden else char for char in text)


def _width(text: str) -> int:
    """Columns that a terminal uses: two for East Asian wide characters (UAX #11)."""
    import unicodedata

    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def as_json(findings: Sequence[Diagnostic], texts: Texts) -> str:
    """A list of `{path, line, column, end_line, end_column, code, severity, message, help}`."""
    return json.dumps([finding.as_json() for finding in findings], ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Diagnostic], texts: Texts) -> str:
    """Workflow commands that GitHub shows at the lines of a pull request, one on each line.

    Escaping as in actions/toolkit, `command.ts`. An end column is given only within one line, and is the last column
    that belongs to the finding.
    """
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Diagnostic) -> str:
    span = finding.span
    place = {"file": finding.path}
    if span != WHOLE_FILE:
        place |= {"line": str(span.line), "col": str(span.column), "endLine": str(span.end_line)}
        if span.end_line == span.line:
            place["endColumn"] = str(max(span.column, span.end_column - 1))
    place["title"] = finding.code
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{finding.severity} {properties}::{_command(_with_help(finding))}"


def _command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")


def _with_help(finding: Diagnostic) -> str:
    return f"{finding.message}\nhelp: {finding.help}" if finding.help else finding.message


def as_sarif(findings: Sequence[Diagnostic], texts: Texts) -> str:
    """A log in the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning and editors."""
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "guidegen", "version": __version__, "rules": [_sarif_rule(RULES[code]) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, codes.index(finding.code)) for finding in findings],
    }
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def _sarif_rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.text},
        "help": {"text": rule.text},
        "defaultConfiguration": {"level": _SARIF_LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _sarif_result(finding: Diagnostic, index: int) -> dict[str, object]:
    span = finding.span
    place: dict[str, object] = {"artifactLocation": {"uri": _as_uri(finding.path)}}
    if span != WHOLE_FILE:
        region = {"startLine": span.line, "startColumn": span.column}
        place["region"] = {**region, "endLine": span.end_line, "endColumn": span.end_column}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": _with_help(finding)},
        "locations": [{"physicalLocation": place}],
    }


def _as_uri(path: str) -> str:
    """A path as a URI reference: relative as it stands, absolute (POSIX, `C:/…`) as a file URI."""
    from urllib.parse import quote

    if path.startswith("/"):
        return f"file://{quote(path)}"
    return f"file:///{quote(path, safe='/:')}" if path[1:3] == ":/" else quote(path)


REPORTERS: dict[str, Callable[[Sequence[Diagnostic], Texts], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
