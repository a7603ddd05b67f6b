"""`guidegen show`."""

import datetime
import sys
from pathlib import Path

import click

from guidegen.cli.options import FORMATS, as_of_option, carriers_option, report, templates_option, today


@click.command()
@click.argument("id")
@carriers_option
@templates_option
@click.option("--language", default="en", metavar="L", help="Default: en")
@click.option("--format", "format", type=click.Choice(FORMATS), default="txt", help="Default: txt")
@as_of_option
def show(id: str, carriers: Path, templates: Path, language: str, format: str, as_of: datetime.date | None) -> None:
    """Print one guide, for example: guidegen show th/ais --language zh."""
    from guidegen.catalogue import load
    from guidegen.diagnostics import nearest
    from guidegen.guard import one_guide
    from guidegen.render import Records
    from guidegen.templating import languages_in

    day = as_of or today()
    catalogue = load(carriers, day)
    if language not in languages_in(templates):
        raise click.UsageError(f"There is no language {language!r}; there are {', '.join(languages_in(templates))}.")
    if id not in catalogue.carriers:
        near = nearest(id, catalogue.carriers)
        raise click.UsageError(f"There is no sound record {id!r}." + (f" Did you mean {near}?" if near else ""))
    text, findings = one_guide(Records(catalogue.carriers, catalogue.countries, day), id, templates, language, format)
    report(findings, {}, "text", err=True)
    click.echo(text, nl=False)
    sys.exit(bool(findings))
