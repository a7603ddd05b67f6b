"""`guidegen check`."""

import datetime
import sys
from pathlib import Path

import click

from guidegen.cli.options import as_of_option, carriers_option, count, output_option, report, today


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@carriers_option
@as_of_option
@output_option
def check(paths: tuple[Path, ...], carriers: Path, as_of: datetime.date | None, output: str) -> None:
    """Report every fault of every record, or of the files named."""
    from guidegen.catalogue import load

    catalogue = load(carriers, as_of or today(), paths)
    report(catalogue.findings, catalogue.texts, output)
    if output == "text":
        click.echo(f"{len(catalogue.texts)} files checked. {count(catalogue.findings)}", err=True)
    sys.exit(bool(catalogue.findings))
