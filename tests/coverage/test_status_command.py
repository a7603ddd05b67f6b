"""`guidegen status`: the figures in a terminal, for other programs, and the questions for one card."""

import json

import pytest
from click.testing import CliRunner, Result
from records import CARRIERS, TEMPLATES

from guidegen.cli import cli
from guidegen.cli.status import _drawn


def run(*arguments: str) -> Result:
    folders = ("--carriers", str(CARRIERS), "--templates", str(TEMPLATES), "--as-of", "2026-11-23")
    return CliRunner().invoke(cli, ["status", *folders, *arguments])


def test_plain_columns_for_each_record_and_their_sum() -> None:
    lines = run("--country", "gb").stdout.splitlines()
    assert lines[0].split()[:3] == ["record", "claims", "confirmed"]
    rows = {line.split()[0]: line.split() for line in lines[1:-1]}
    assert set(rows) == {f"gb/{file.stem}" for file in (CARRIERS / "gb").glob("*.yaml") if file.name[0] != "_"}
    assert lines[-1].split()[2] == str(sum(int(row[1]) for row in rows.values()))


def test_nothing_is_out_of_date_on_the_day_of_reading() -> None:
    assert run("--overdue").stdout == "Nothing is out of date.\n"


def test_what_is_out_of_date_comes_in_the_order_in_which_it_fell_due() -> None:
    lines = run("--overdue", "--as-of", "2027-12-31").stdout.splitlines()[1:-1]
    assert len(lines) > 100
    dues = [line.split()[-1] for line in lines]
    assert dues == sorted(dues)


def test_the_figures_for_machines_are_those_that_are_published(real_site: object) -> None:
    published = json.loads((real_site / "data/v1/coverage.json").read_bytes())  # type: ignore[operator]
    assert json.loads(run("--output", "json").stdout) == published


@pytest.mark.parametrize(("language", "words"), [("en", "Dial *100#."), ("zh", "拨 *100#。")])
def test_questions_for_somebody_who_holds_the_card(language: str, words: str) -> None:
    assert words in run("--questions", "gb/giffgaff", "--language", language).stdout


def test_questions_for_machines_name_the_code() -> None:
    asked = json.loads(run("--questions", "gb/giffgaff", "--output", "json").stdout)
    assert {"ask": "balance_ussd", "mark": "*100#"} in asked


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--country", "xx"), "There is no record of 'xx'"),
        (("--questions", "gb/gifgaf"), "Did you mean gb/giffgaff?"),
        (("--questions", "gb/o2", "--language", "tlh"), "There is no language 'tlh'"),
    ],
)
def test_a_wrong_name_is_a_usage_error(arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())


def test_a_drawn_table_has_no_column_that_is_empty_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    _drawn([("record", "claims", "overdue"), ("gb/o2", "3", "-"), ("1 record", "3", "-")])
    printed = capsys.readouterr().out
    assert "claims" in printed
    assert "overdue" not in printed
