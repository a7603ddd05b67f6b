"""`guidegen status`."""

import datetime
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidegen.cli.options import as_of_option, carriers_option, templates_option, today

if TYPE_CHECKING:
    from guidegen.coverage import Coverage, Figures
    from guidegen.view import GuideView

# The columns of the table: a heading, and the status that it counts.
STATUSES = {
    "confirmed": "confirmed",
    "stored": "stored",
    "reported": "reported",
    "old": "old_report",
    "advert": "advertised",
    "overdue": "overdue",
    "disputed": "disputed",
    "gaps": "unknown",
}


@click.command()
@carriers_option
@templates_option
@click.option("--country", metavar="XX", help="Only this country, by its two letters: GB.")
@click.option("--overdue", is_flag=True, help="Only records with statements that are out of date, oldest first.")
@click.option("--questions", metavar="ID", help="What somebody who holds this card could settle in five minutes.")
@click.option("--language", default="en", metavar="L", help="The language of --questions. Default: en")
@click.option("--output", type=click.Choice(("text", "json")), default="text", help="How to print the figures.")
@as_of_option
def status(
    carriers: Path,
    templates: Path,
    country: str | None,
    overdue: bool,
    questions: str | None,
    language: str,
    output: str,
    as_of: datetime.date | None,
) -> None:
    """Print what the records cover, what is out of date, and what is open.

    \b
    guidegen status --country GB
    guidegen status --overdue
    guidegen status --questions gb/giffgaff --language zh
    """
    from guidegen.coverage import as_data, cover, record_coverage

    views = _views(carriers, as_of or today())
    if questions is not None:
        click.echo(_questions(views, questions, templates, language, output), nl=False)
        return
    views = _chosen(views, country, overdue)
    coverage = cover(record_coverage(key, view) for key, view in views.items())
    if output == "json":
        click.echo(json.dumps(as_data(coverage), ensure_ascii=False, indent=1))
    elif not views:
        click.echo("Nothing is out of date." if overdue else "There are no records.")
    else:
        _table(_rows(coverage, overdue))


def _views(carriers: Path, day: datetime.date) -> Mapping[str, "GuideView"]:
    from guidegen.catalogue import load
    from guidegen.render import Records

    catalogue = load(carriers, day)
    records = Records(catalogue.carriers, catalogue.countries, day)
    return {key: records.view(key) for key in sorted(catalogue.carriers)}


def _chosen(views: Mapping[str, "GuideView"], country: str | None, overdue: bool) -> Mapping[str, "GuideView"]:
    """The records of a country, or those that are out of date; all where neither is asked for."""
    countries = sorted({view.carrier.country for view in views.values()})
    wanted = country.upper() if country else None
    if wanted and wanted not in countries:
        raise click.UsageError(f"There is no record of {country!r}; there are {', '.join(countries)}.")
    return {
        key: view
        for key, view in views.items()
        if wanted in (None, view.carrier.country) and (not overdue or view.assessment.counts["overdue"])
    }


def _questions(views: Mapping[str, "GuideView"], key: str, templates: Path, language: str, output: str) -> str:
    """The open questions about one card, in a reader's language or for machines."""
    from guidegen.coverage import as_data, cover, record_coverage
    from guidegen.diagnostics import nearest
    from guidegen.templating import Templates, languages_in

    if key not in views:
        near = nearest(key, views)
        raise click.UsageError(f"There is no sound record {key!r}." + (f" Did you mean {near}?" if near else ""))
    if language not in languages_in(templates):
        raise click.UsageError(f"There is no language {language!r}; there are {', '.join(languages_in(templates))}.")
    coverage = cover([record_coverage(key, views[key])])
    if output == "json":
        return json.dumps(as_data(coverage)["carriers"][key]["questions"], ensure_ascii=False, indent=1) + "\n"
    record = coverage.records[key]
    return Templates(templates, language, "txt").render(
        "questions.j2", carrier=record.carrier, questions=record.questions
    )


def _rows(coverage: "Coverage", overdue: bool) -> list[tuple[str, ...]]:
    """A heading, a row for each record (with --overdue by due date), and the sum."""
    records = list(coverage.records.values())
    if overdue:
        records.sort(key=lambda record: (record.figures.due or datetime.date.max, record.key))
    heading = ("record", "claims", *STATUSES, "ways", "checked", "due")
    rows = [_row(record.key, record.figures, str(len(record.figures.kinds))) for record in records]
    return [heading, *rows, _row(f"{len(records)} records", coverage.total, "")]


def _row(name: str, figures: "Figures", ways: str) -> tuple[str, ...]:
    counts = (str(figures.statuses[status] or "-") for status in STATUSES.values())
    days = (str(day) if day else "-" for day in (figures.oldest_check, figures.due))
    return (name, str(figures.claims), *counts, ways, *days)


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    """A drawn table on a terminal; plain columns elsewhere, so that other programs can read them."""
    if sys.stdout.isatty():
        _drawn(rows)
        return
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        click.echo("  ".join(cells).rstrip())


def _drawn(rows: Sequence[tuple[str, ...]]) -> None:
    """The table without columns that are empty everywhere, so that it fits a terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    kept = [index for index in range(len(rows[0])) if any(row[index] != "-" for row in rows[1:])]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for index in kept:
        width = max(len(row[index]) for row in rows[1:])
        table.add_column(rows[0][index], justify="left" if index == 0 else "right", min_width=width)
    for number, row in enumerate(rows[1:], start=2):
        table.add_row(*(row[index] for index in kept), end_section=number == len(rows) - 1)
    Console().print(table)
