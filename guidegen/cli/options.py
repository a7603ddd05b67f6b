"""What the commands share: their common options, the clock, and how findings are printed."""

import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from guidegen.diagnostics import Diagnostic

OUTPUTS = ("text", "json")
FORMATS = ("html", "md", "txt")


class Day(click.ParamType[datetime.date]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write year-month-day, for example 2026-11-23", param, ctx)


def today() -> datetime.date:
    """The clock of a run: SOURCE_DATE_EPOCH where it is set, else the day in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a number of seconds") from None


def folder(name: str) -> Path:
    """The folder of this name where one works, else the one that came with guidegen."""
    here = Path(name)
    packaged = Path(__file__).parents[1] / "data" / name
    return here if here.exists() or not packaged.exists() else packaged


def _folder_option(name: str, help: str) -> Callable[[Any], Any]:
    kind = click.Path(path_type=Path, file_okay=False)
    return click.option(f"--{name}", type=kind, default=lambda: folder(name), metavar="DIR", help=help)


as_of_option = click.option(
    "--as-of", type=Day(), metavar="DATE", help="The day to judge ages by. Default: today in UTC."
)
carriers_option = _folder_option("carriers", "The folder with the records. Default: carriers")
templates_option = _folder_option("templates", "The folder with the templates. Default: templates")
output_option = click.option("--output", type=click.Choice(OUTPUTS), default="text", help="How to print findings.")


def report(findings: Sequence[Diagnostic], texts: Mapping[str, str], output: str, err: bool = False) -> None:
    from guidegen.report import REPORTERS

    text = REPORTERS[output](findings, texts)
    if text:
        click.echo(text, err=err)


def count(findings: Sequence[Diagnostic]) -> str:
    if not findings:
        return "No findings."
    errors = sum(finding.severity == "error" for finding in findings)
    return f"{len(findings)} findings, {errors} of them errors."
