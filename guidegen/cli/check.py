"""`guidegen check`."""

import datetime
import gc
import os
import sys
from pathlib import Path

import click

from guidegen.cli.options import (
    as_of_option,
    carriers_option,
    count,
    jobs_option,
    note,
    number,
    output_option,
    report,
    say_whose,
    today,
)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@carriers_option
@as_of_option
@jobs_option
@output_option
def check(paths: tuple[Path, ...], carriers: Path, as_of: datetime.date | None, jobs: int, output: str) -> None:
    """Report every fault of every record, or of the files and folders named.

    \b
    guidegen check                              every record
    guidegen check carriers/gb/giffgaff.yaml    one record
    guidegen check carriers/gb --output json    those of a country, for a machine
    """
    from guidegen.catalogue import check as run

    gc.disable()  # records hold no circles, so looking for garbage only costs
    for path in paths:
        _must_be_below(carriers, path)
    checked = run(carriers, as_of or today(), paths, jobs)
    report(checked.findings, checked.texts, output)
    if output == "text":
        say_whose(carriers)
        note(f"{number(checked.files, 'file')} checked. {count(checked.findings)}")
    sys.exit(bool(checked.findings))


def _must_be_below(carriers: Path, path: Path) -> None:
    """Raise click.UsageError for a path that holds no record of this folder; it would pass as clean."""
    if not path.exists() and not path.is_symlink():
        raise click.UsageError(f"There is no {path.as_posix()}.")
    inside = Path(os.path.abspath(path)).is_relative_to(os.path.abspath(carriers))
    if not inside or (path.is_file() and path.suffix.lower() not in (".yaml", ".yml")):
        message = f"{path.as_posix()} is no record below {carriers.as_posix()}/; name another folder with --carriers."
        raise click.UsageError(message)
