"""What every command shares: quiet, colours, completion, a word for a slip."""

import re
import shlex
from typing import Any

import click
import pytest

from guidegen.cli import COMMANDS, cli


def test_quiet_leaves_out_remarks(run: Any) -> None:
    assert "in order" in run("fmt", "--check", "carriers/gb/lebara.yaml").stderr
    run("fmt")
    quiet = run("fmt", "--check", "--quiet")
    assert (quiet.stdout, quiet.stderr, quiet.returncode) == ("", "", 0)


def test_a_quiet_build_that_succeeds_says_nothing(run: Any, terminal: Any, desk: Any) -> None:
    for arguments in (("check", "-q"), ("build", "-q", "--language", "en", "--format", "txt")):
        result = run(*arguments)
        assert (result.stdout, result.stderr, result.returncode) == ("", "", 0)
    screen = terminal("build", "-q", "--no-cache")
    assert (screen.finish(), screen.seen) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_quiet_and_examples_that_it_understands(run: Any, command: str) -> None:
    result = run(command, "--help")
    assert result.returncode == 0
    assert "-q, --quiet" in result.stdout
    examples = re.findall(rf"^  guidegen {command}(.*?)(?:   +\S.*)?$", result.stdout, re.M)
    assert examples
    for example in examples:
        arguments = shlex.split(example.partition(" > ")[0])
        cli.get_command(click.Context(cli), command).make_context(command, arguments)  # type: ignore[union-attr]


def test_colours_only_on_a_terminal_and_not_where_none_are_wanted(run: Any, terminal: Any, desk: Any) -> None:
    (desk / "carriers/gb/lebara.yaml").write_text("nam: X\n")
    assert "\x1b[" not in run("check").stdout
    colours, none = terminal("check"), terminal("check", NO_COLOR="1")
    assert (colours.finish(), none.finish()) == (1, 1)
    assert "\x1b[31merror G101" in colours.seen
    assert "\x1b[" not in none.seen


@pytest.mark.parametrize(
    ("words", "position", "expected"),
    [
        ("guidegen con", "1", "plain,confirm"),
        ("guidegen confirm gb/gi", "2", "plain,gb/giffgaff"),
        ("guidegen confirm gb/giffgaff balance[0].c", "3", "plain,balance[0].code"),
        ("guidegen show hk/", "2", "plain,hk/cmhk"),
        ("guidegen new --sou", "2", "plain,--source-kind"),
    ],
)
def test_a_shell_completes_commands_ids_and_claims(run: Any, words: str, position: str, expected: str) -> None:
    result = run(_GUIDEGEN_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=position)
    assert expected in result.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell_is_printed(run: Any, shell: str) -> None:
    result = run(_GUIDEGEN_COMPLETE=f"{shell}_source")
    assert "_GUIDEGEN_COMPLETE" in result.stdout


def test_a_mistyped_command_names_the_nearest(run: Any) -> None:
    result = run("conform")
    assert result.returncode == 2
    assert "Did you mean 'confirm'?" in result.stderr
