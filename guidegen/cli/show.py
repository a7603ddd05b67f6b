"""`guidegen show`."""

import datetime
import sys
from pathlib import Path

import click

from guidegen.cli.options import FORMATS, as_of_option, carriers_option, coloured, report, templates_option, today
from guidegen.cli.records import complete_ids, id_named


@click.command()
@click.argument("id", shell_complete=complete_ids)
@carriers_option
@templates_option
@click.option("--language", default="en", metavar="L", help="Default: en")
@click.option(
    "--format", "format", type=click.Choice(FORMATS), help="Default: Markdown, set for the terminal; in a pipe txt."
)
@as_of_option
def show(
    id: str, carriers: Path, templates: Path, language: str, format: str | None, as_of: datetime.date | None
) -> None:
    """Print one guide. Other names and known misspellings find it too.

    \b
    guidegen show gb/giffgaff
    guidegen show "lebara de" --language zh
    guidegen show gb/giffgaff --format md > giffgaff.md
    """
    from guidegen.catalogue import load
    from guidegen.guard import one_guide
    from guidegen.render import Records
    from guidegen.templating import languages_in

    day, terminal = as_of or today(), sys.stdout.isatty()
    catalogue = load(carriers, day)
    if language not in languages_in(templates):
        raise click.UsageError(f"There is no language {language!r}; there are {', '.join(languages_in(templates))}.")
    key = id_named(id, catalogue.carriers)
    format = format or ("md" if terminal else "txt")
    text, findings = one_guide(Records(catalogue.carriers, catalogue.countries, day), key, templates, language, format)
    report(findings, {}, "text", err=True)
    if format == "md" and terminal:
        _set_for_terminal(text)
    else:
        click.echo(text, nl=False)
    sys.exit(bool(findings))


def _set_for_terminal(text: str) -> None:
    """Markdown with headings, lists and tables drawn; without colours where none are wanted."""
    from rich.console import Console
    from rich.markdown import Markdown

    colours = coloured(err=False)
    Console(no_color=not colours, highlight=False).print(Markdown(text, hyperlinks=False))
