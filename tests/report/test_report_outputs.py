"""Findings for GitHub and for code scanning."""

import json

import jsonschema
import pytest
from npm import installed

import guidegen.codes
from guidegen.diagnostics import WHOLE_FILE, Diagnostic, Severity, Span
from guidegen.report import as_github, as_sarif

guidegen.codes.all_rules()
CODE = Diagnostic("carriers/gb/a.yaml", Span(3, 5, 3, 9), "G501", Severity.ERROR, "code *21# diverts calls", "leave it")
LINES = Diagnostic("carriers/gb/a.yaml", Span(3, 5, 6, 2), "G202", Severity.WARNING, "two", "")
WHOLE = Diagnostic("carriers/gb/b.yaml", WHOLE_FILE, "G101", Severity.NOTICE, "three", "")


def test_an_annotation_has_file_place_code_message_and_help() -> None:
    place = "file=carriers/gb/a.yaml,line=3,col=5,endLine=3,endColumn=8,title=G501"
    assert as_github([CODE], {}) == f"::error {place}::code *21# diverts calls%0Ahelp: leave it"


def test_an_annotation_over_several_lines_has_no_end_column() -> None:
    place = "file=carriers/gb/a.yaml,line=3,col=5,endLine=6,title=G202"
    assert as_github([LINES], {}) == f"::warning {place}::two"


def test_an_annotation_of_a_whole_file_has_no_place() -> None:
    assert as_github([WHOLE], {}) == "::notice file=carriers/gb/b.yaml,title=G101::three"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_nothing_in_a_finding_can_start_another_command(ending: str) -> None:
    finding = Diagnostic(f"a,b:c%{ending}::x", WHOLE_FILE, "G101", Severity.ERROR, f"50 %{ending}::error::x", "")
    (line,) = as_github([finding], {}).splitlines()
    broken = ending.replace("\r", "%0D").replace("\n", "%0A")
    assert line == f"::error file=a%2Cb%3Ac%25{broken}%3A%3Ax,title=G101::50 %25{broken}::error::x"


def test_every_finding_is_one_line() -> None:
    assert len(as_github([CODE, LINES, WHOLE], {}).splitlines()) == 3
    assert as_github([], {}) == ""


def sarif(*findings: Diagnostic) -> dict[str, object]:
    """The one run of a log that is valid against the schema of SARIF 2.1.0."""
    log = json.loads(as_sarif(findings, {}))
    (file,) = (installed("editor") / "@microsoft/jest-sarif/lib/schemas").glob("sarif-2.1.0*.json")
    jsonschema.Draft4Validator(json.loads(file.read_text(encoding="utf-8"))).validate(log)
    (run,) = log["runs"]
    return dict(run)


def test_a_log_is_valid_with_and_without_findings() -> None:
    assert len(sarif(CODE, LINES, WHOLE)["results"]) == 3  # type: ignore[arg-type]
    assert sarif()["results"] == []


def test_a_result_points_at_its_place_and_its_rule() -> None:
    run = json.loads(json.dumps(sarif(CODE, WHOLE)))
    first, second = run["results"]
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 5,
        "endLine": 3,
        "endColumn": 9,
    }
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert second["level"] == "note"
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in (first, second)] == ["G501", "G101"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("carriers/gb/a b.yaml", "carriers/gb/a%20b.yaml"),
        ("/home/x/a.yaml", "file:///home/x/a.yaml"),
        ("C:/x/ü.yaml", "file:///C:/x/%C3%BC.yaml"),
    ],
)
def test_paths_become_uris_on_every_system(path: str, uri: str) -> None:
    finding = Diagnostic(path, WHOLE_FILE, "G101", Severity.ERROR, "x", "")
    (result,) = json.loads(json.dumps(sarif(finding)["results"]))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
