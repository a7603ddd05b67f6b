"""What the commands share: their common options, the clock, and how findings are printed."""

import datetime
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from guidegen import clock
from guidegen.diagnostics import Diagnostic
from guidegen.embedded import embedded

OUTPUTS = ("text", "json", "github", "sarif")
FORMATS = ("html", "md", "txt")


def day(value: str) -> datetime.date:
    """A date as YYYY-MM-DD, for the `type` of an option. Raises click.BadParameter."""
    try:
        found = datetime.date.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or not 1970 <= found.year < 2200:
        raise click.BadParameter(f"{value!r} is no date; write year-month-day, for example 2026-11-23")
    return found


def today() -> datetime.date:
    """The day of the run; a clock that cannot be read is a slip."""
    try:
        return clock.today()
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def folder(name: str) -> Path:
    """The folder of this name where one works, else the one that came with guidegen."""
    here = Path(name)
    return here if here.exists() else embedded(name)


def _folder_option(name: str, help: str, exists: bool = False) -> Callable[[Any], Any]:
    kind = click.Path(path_type=Path, file_okay=False, exists=exists)
    return click.option(f"--{name}", type=kind, default=lambda: folder(name), metavar="DIR", help=help)


as_of_option = click.option(
    "--as-of", type=day, metavar="DATE", help="The day to judge ages by. Default: today in UTC."
)
carriers_option = _folder_option("carriers", "The folder with the records. Default: carriers, else those of guidegen")
# For commands that write: never the records that came with guidegen.
own_carriers_option = click.option(
    "--carriers",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("carriers"),
    metavar="DIR",
    help="The folder with your records. Default: carriers",
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="How many processes to use. Default: as many as the processors it may use; one where there is little to do.",
)
templates_option = _folder_option(
    "templates", "Templates of your own; each stands for one of guidegen’s. Default: templates", exists=True
)
output_option = click.option("--output", type=click.Choice(OUTPUTS), default="text", help="How to print findings.")


QUIET = "guidegen.quiet"


def _be_quiet(context: click.Context, option: click.Parameter, value: bool) -> None:
    if value:
        context.meta[QUIET] = True


def quiet_option() -> click.Option:
    """`--quiet`, which every command has: results and findings only."""
    return click.Option(
        ["-q", "--quiet"],
        is_flag=True,
        expose_value=False,
        callback=_be_quiet,
        help="Print results and findings only, no remarks.",
    )


def quiet() -> bool:
    """Whether `--quiet` was given."""
    return bool(click.get_current_context().meta.get(QUIET))


def note(text: str, err: bool = True) -> None:
    """A remark for a person, which `--quiet` leaves out."""
    if not quiet():
        click.echo(text, err=err)


def coloured(err: bool) -> bool:
    """Whether colours help here: on a terminal, unless NO_COLOR asks for none."""
    stream = sys.stderr if err else sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


_FIRST_LINE = re.compile(r"^(\S.*?:\d+:\d+) (error|warning|notice) (G\d{3}) (.*)$", re.M)
_COLOURS = {"error": "red", "warning": "yellow", "notice": "cyan"}


def _paint(text: str) -> str:
    """Findings with their severity in colour and their message in bold."""

    def paint(match: re.Match[str]) -> str:
        place, severity, code, message = match.groups()
        return f"{place} {click.style(f'{severity} {code}', fg=_COLOURS[severity])} {click.style(message, bold=True)}"

    return _FIRST_LINE.sub(paint, text)


def report(findings: Sequence[Diagnostic], texts: Mapping[str, str], output: str, err: bool = False) -> None:
    from guidegen.report import REPORTERS

    text = REPORTERS[output](findings, texts)
    if text:
        click.echo(_paint(text) if output == "text" and coloured(err) else text, err=err)


def say_whose(carriers: Path) -> None:
    """A remark where the records are not the user’s own, so that nobody mistakes the one for the other."""
    if carriers == embedded("carriers"):
        note("There is no folder carriers here: these are the records that came with guidegen.")
        note("To start from a copy of them: guidegen init DIR")


def count(findings: Sequence[Diagnostic]) -> str:
    """How many findings there are, in words."""
    if not findings:
        return "No findings."
    errors = sum(finding.severity == "error" for finding in findings)
    return f"{number(len(findings), 'finding')}, {number(errors, 'error')}."


def number(count: int, thing: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
