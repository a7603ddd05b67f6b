"""`guidegen confirm`."""

import datetime
import sys
from pathlib import Path
from typing import Any

import click

from guidegen.cli.options import day, note, own_carriers_option, report, templates_option, today
from guidegen.cli.records import complete_claims, complete_ids, record_named

HOW = ("live", "in_person", "stored_copy")


@click.command()
@click.argument("id", shell_complete=complete_ids)
@click.argument("claims", nargs=-1, metavar="[CLAIM]...", shell_complete=complete_claims)
@click.option("--on", type=day, required=True, metavar="DATE", help="The day on which you read it again.")
@click.option("--how", type=click.Choice(HOW), required=True, help="How you read it.")
@click.option("--source", metavar="KEY", help="Which source you read, where a claim has several.")
@click.option("--dry-run", is_flag=True, help="Say what a reader would see; write nothing.")
@own_carriers_option
@templates_option
def confirm(
    id: str,
    claims: tuple[str, ...],
    on: datetime.date,
    how: str,
    source: str | None,
    dry_run: bool,
    carriers: Path,
    templates: Path,
) -> None:
    """Say that claims of a record are still true: moves their day, and nothing else.

    A claim is named by its path, as `guidegen status` and the data file print it. A block (`balance`, `channels[2].*`)
    means everything in it, up to five claims; more must be named one by one.

    \b
    guidegen confirm gb/giffgaff 'channels[4].fee' --on 2026-12-01 --how live
    guidegen confirm gb/giffgaff balance --on 2026-12-01 --how in_person
    """
    from guidegen.confirmation import Request
    from guidegen.confirmation import confirm as run
    from guidegen.publish import write_whole

    key, document, carrier = record_named(id, carriers)
    result = run(document, carrier, Request(claims, on, how, source), today())
    if result.findings:
        report(result.findings, {document.path: document.text}, "text", err=True)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    if not dry_run:
        write_whole(carriers / f"{key}.yaml", result.text.encode())
    _say(result, templates)
    note("Nothing was written." if dry_run else f"Written: {document.path}")


def _say(result: Any, templates: Path) -> None:
    """What the reader will now see of each claim, in every language."""
    from guidegen.templating import Templates, languages_in
    from guidegen.templating.finishing import space_scripts

    words = {language: Templates(templates, language, "txt").words for language in languages_in(templates)}
    for move in result.moved:
        click.echo(f"{move.where}: {move.before.status} → {move.after.status}")
        for language, said in words.items():
            line = str(said.status(move.after, result.carrier))
            click.echo(f"  {language}: {space_scripts(line) if said.spaced else line}")
