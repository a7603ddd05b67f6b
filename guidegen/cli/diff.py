"""`guidegen diff`."""

import datetime
import sys
from pathlib import Path

import click

from guidegen.cli.options import as_of_option, own_carriers_option, today

OUTPUTS = ("text", "markdown", "json")


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@own_carriers_option
@as_of_option
@click.option("--output", type=click.Choice(OUTPUTS), default="text", help="markdown fits a pull-request comment.")
def diff(old: str, new: str | None, carriers: Path, as_of: datetime.date | None, output: str) -> None:
    """Say in words what changed between two sets of records: claims, sources, statuses, ends.

    OLD and NEW are folders of records or git revisions; NEW is the records folder as it stands, where it is left out.

    \b
    guidegen diff HEAD
    guidegen diff main HEAD --output markdown
    guidegen diff ../release/carriers carriers
    """
    from guidegen.difference import NoSuchSide, compare, side
    from guidegen.difference.report import REPORTERS

    try:
        sides = side(old, carriers), side(new or carriers.as_posix(), carriers)
    except NoSuchSide as error:
        raise click.UsageError(f"{error}.") from None
    changes = compare(*sides, as_of or today())
    click.echo(REPORTERS[output](changes))
    sys.exit(any(change.kind == "unreadable" and change.what == "now" for change in changes))
