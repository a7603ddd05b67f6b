"""`guidegen init`."""

import sys
from pathlib import Path

import click

from guidegen.cli.options import note, report


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Start a site of your own: a copy of the records and templates that came with guidegen.

    DIR is a new folder or an empty one; `.` is the folder you are in.

    \b
    guidegen init my-site
    """
    from guidegen.publish import holds_files, start_folder
    from guidegen.starter import records_among, starter

    place = folder.as_posix()
    try:
        if holds_files(folder):
            raise click.UsageError(f"{place} holds files; name a new folder or an empty one. Nothing was written.")
    except OSError as error:
        raise click.UsageError(f"{place} cannot be read: {error.strerror}.") from None
    files = starter()
    findings = start_folder(folder, files)
    if findings:
        report(findings, {}, "text", err=True)
        sys.exit(1)
    click.echo(f"Written: {place}, with {records_among(files)} records and the templates.")
    _say_next(place)


def _say_next(place: str) -> None:
    there = "" if place == "." else f"cd {place}, then "
    note(f"Next: {there}run: guidegen build")
    note("Your own card: guidegen new ISO2/NAME. A record that you do not want: delete its file.")
    note("In templates/ keep what you change and delete the rest: guidegen brings its own for what is not there.")
