"""`guidegen serve`."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidegen.cli.options import as_of_option, carriers_option, count, note, report, say_whose, templates_option, today
from guidegen.diagnostics import Diagnostic

if TYPE_CHECKING:
    from guidegen.serve import Update


@click.command()
@carriers_option
@templates_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="Default: 8000; 0 takes a free one.")
@click.option("--host", default="127.0.0.1", help="Default: 127.0.0.1, which only this computer can reach.")
@as_of_option
def serve(carriers: Path, templates: Path, port: int, host: str, as_of: datetime.date | None) -> None:
    """Show the site on this computer, and each change of a file at once.

    A fault stands on the page and in the terminal, while the last sound page stays up. Ctrl-C stops.

    \b
    guidegen serve             on port 8000
    guidegen serve --port 0    on any port that is free
    """
    if not carriers.is_dir():
        raise click.UsageError(f"There is no folder {carriers.as_posix()}; name one with --carriers.")
    say_whose(carriers)
    try:
        from guidegen.serve import Options, Taken, run
    except ImportError as error:
        raise click.UsageError(f"{error.name} is missing. Install it with: pip install 'guidegen[serve]'") from None
    options, terminal = Options(carriers, templates, (lambda: as_of) if as_of else today), _Terminal()
    try:
        run(options, host, port, terminal.opened, terminal.changed)
    except Taken as error:
        raise click.UsageError(f"Cannot serve on {host}, port {port}: {error}. Try another --port.") from None


class _Terminal:
    """Prints what is new, once."""

    def __init__(self) -> None:
        self._known: frozenset[Diagnostic] = frozenset()

    def opened(self, address: str, update: "Update") -> None:
        self._findings(update)
        note(f"{update.guides} guides. {count(update.findings)}")
        click.echo(f"{address}  (Ctrl-C stops)")

    def changed(self, update: "Update") -> None:
        self._findings(update)
        if update.changed:
            clock = datetime.datetime.now().strftime("%H:%M:%S")
            what = ", ".join(update.changed)
            note(f"{clock} {what}: {update.seconds * 1000:.0f} ms. {count(update.findings)}")

    def _findings(self, update: "Update") -> None:
        report([found for found in update.findings if found not in self._known], update.texts, "text", err=True)
        self._known = frozenset(update.findings)
