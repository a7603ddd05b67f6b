"""Arguments to plain options, one call, a reporter, an exit code. The only room that prints.

One module for each command; `options` holds what they share. Exit codes: 0 clean · 1 findings · 2 usage ·
3 internal error · 130 interrupted.
"""

import gc
import sys
from importlib import import_module

import click

from guidegen import __version__

# Each command with the module that holds it and the line that `--help` shows; the module is imported when it is used.
COMMANDS = {
    "build": "Check every record and build the site.",
    "check": "Report every fault of every record, or of the files named.",
    "init": "Start a site of your own from the records and templates that came with guidegen.",
    "new": "Start a record: asks what it must know and marks what is open.",
    "fmt": "Put records into the canonical layout; values and comments stay.",
    "confirm": "Say that claims are still true: moves their day.",
    "diff": "Say in words what changed between two folders or git revisions.",
    "show": "Print one guide.",
    "serve": "Show the site on this computer, and each change at once.",
    "status": "Print what the records cover, what is out of date, and what is open.",
    "explain": "Say what a finding means and how to mend it.",
    "schema": "Print the JSON Schema of a record.",
}


class Commands(click.Group):
    """The group of commands; a mistyped one is answered with the nearest."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"guidegen.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        from guidegen.cli.options import quiet_option

        if not any(option.name == "quiet" for option in command.params):
            command.params.append(quiet_option())
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from guidegen.diagnostics import nearest

        if args and args[0] not in COMMANDS:
            near = nearest(args[0], COMMANDS)
            ctx.fail(f"There is no command {args[0]!r}." + (f" Did you mean {near!r}?" if near else ""))
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Turn sourced carrier records into honest, link-free top-up guides.

    \b
    guidegen build                  check everything and build site/
    guidegen check                  check the records only
    guidegen show gb/giffgaff       print one guide
    guidegen explain G501           say what a finding means
    """


def main() -> None:
    """The process boundary: an unexpected exception is a bug, said as such, with exit code 3."""
    gc.set_threshold(20_000, 10, 10)  # what is imported and read stays: looking for garbage at every 700 objects costs
    try:
        code = cli.main(prog_name="guidegen", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except Exception:
        import traceback

        click.echo(traceback.format_exc(), err=True)
        click.echo("This is a bug in guidegen. Report it with the lines above.", err=True)
        code = 3
    sys.exit(code)
