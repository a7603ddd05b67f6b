"""The recorded session is current, and the page on the workbench names what exists."""

import re

from desk import ROOT


def test_the_page_shows_every_step_of_the_script() -> None:
    from record_session import STEPS

    page = (ROOT / "docs" / "session.md").read_text(encoding="utf-8")
    assert re.findall(r"^\$ (.*)$", page, re.M) == [step.command for step in STEPS]
    assert str(ROOT) not in page
    assert "Traceback" not in page


def test_the_page_is_what_the_commands_print_today() -> None:
    from record_session import record

    assert (ROOT / "docs" / "session.md").read_text(encoding="utf-8") == record(), "run: python tools/record_session.py"


def test_the_page_on_the_workbench_names_commands_and_flags_that_exist() -> None:
    import click

    from guidegen.cli import COMMANDS, cli

    text = (ROOT / "docs" / "workbench.md").read_text(encoding="utf-8")
    context = click.Context(cli)
    flags = {flag for name in COMMANDS for option in cli.get_command(context, name).params for flag in option.opts}  # type: ignore[union-attr]
    assert set(re.findall(r"`guidegen ([a-z]+)", text)) <= set(COMMANDS)
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) <= flags | {"--help"}
