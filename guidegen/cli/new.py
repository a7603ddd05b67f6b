"""`guidegen new`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from guidegen.cli.options import note, own_carriers_option

# The flags in the order in which they are asked, each with its line of help.
FLAGS = {
    "name": "The name, as its owner writes it.",
    "name_zh": "The Chinese name, if a source uses one.",
    "also_known_as": "Other names that people search for, with commas.",
    "currency": "ISO 4217, where the country has several.",
    "title": "The title of the first page you read.",
    "publisher": "Who runs that page.",
    "source_kind": "operator, regulator, retailer, third_party, forum, dataset, own_test or advert.",
    "url": "Its address, for maintainers.",
    "page_date": "The date that it shows.",
    "read_on": "The day on which you read it.",
    "how": "live, stored_copy or in_person.",
    "ways": "The ways to top up that it names, with commas: online,retail,ussd.",
}


def _flags(command: Callable[..., None]) -> Callable[..., None]:
    for name, help in reversed(FLAGS.items()):
        command = click.option(f"--{name.replace('_', '-')}", name, metavar="TEXT", help=help)(command)
    return command


@click.command()
@click.argument("id", metavar="ISO2/NAME")
@_flags
@click.option("--no-input", is_flag=True, help="Ask nothing; what no flag answers becomes a gap.")
@click.option("--another", is_flag=True, help="It is another card, though a record has the same name.")
@own_carriers_option
def new(id: str, no_input: bool, another: bool, carriers: Path, **flags: str | None) -> None:
    """Start a record: asks what it must know, and marks what is open.

    On a terminal it asks; Enter leaves a gap. `guidegen check` names every gap with its question.

    \b
    guidegen new gb/giffgaff
    guidegen new de/lebara --name Lebara --ways online,retail --no-input
    """
    from guidegen.publish import write_whole
    from guidegen.scaffold import ASKED, id_meant, mistake, scaffold

    key, problem = id_meant(id)
    if problem:
        raise click.UsageError(f"{id!r} is no id: {problem}.")
    file = carriers / f"{key}.yaml"
    if file.exists():
        raise click.UsageError(f"{file.as_posix()} exists already, and is left as it is. See it: guidegen show {key}")
    answers = {name: value.strip() for name, value in flags.items() if value and value.strip()}
    for name, answer in answers.items():
        if wrong := mistake(ASKED[name], answer):
            raise click.UsageError(f"--{name.replace('_', '-')}: {wrong}.")
    asking = sys.stdin.isatty() and not no_input
    if asking and "name" not in answers:
        answers["name"] = _ask(ASKED["name"])
    _mind_namesakes(key, answers, carriers, another, asking)
    if asking:
        _ask_the_rest(key, answers)
    write_whole(file, scaffold(key, answers).encode())
    click.echo(f"Written: {file.as_posix()}")
    _say_next(key, file, carriers)


def _mind_namesakes(key: str, answers: dict[str, str], carriers: Path, another: bool, asking: bool) -> None:
    """Stop where a record of the country has the name, unless the person says that it is another card."""
    from guidegen.cli.records import every_carrier
    from guidegen.scaffold import ASKED, namesakes, parts_of

    names = [answers[name] for name in ("name", "name_zh") if answers.get(name)]
    names += parts_of(ASKED["also_known_as"], answers.get("also_known_as", ""))
    found = namesakes(key, names, every_carrier(carriers))
    for other, name in found.like:
        note(f"{other} ({name}) has a name like it.")
    if found.elsewhere:
        note(f"The same name in other countries: {', '.join(found.elsewhere)}.")
    if not found.here or another:
        return
    for other, name in found.here:
        click.echo(f"{other} has this name already: {name}.", err=True)
    if not (asking and click.confirm("Is yours another card?", default=False)):
        other = found.here[0][0]
        raise click.UsageError(f"Nothing was written. See it: guidegen show {other}. Another card: add --another.")


def _ask_the_rest(key: str, answers: dict[str, str]) -> None:
    from guidegen.cli.options import today
    from guidegen.model.regions import currency_of
    from guidegen.scaffold import ASKED

    defaults = {"currency": currency_of(key.partition("/")[0].upper()) or "", "read_on": today().isoformat()}
    for name, question in ASKED.items():
        if name not in answers:
            answers[name] = _ask(question, defaults.get(name, ""))


def _ask(question: Any, default: str = "") -> str:
    """One answer that can stand, or nothing; a wrong one is explained and asked again."""
    from guidegen.scaffold import mistake

    ask = question.ask.removesuffix(" Remove the line if it has none.")
    for word, meaning in question.choices.items():
        click.echo(f"  {word}: {meaning}")
    while True:
        answer = str(click.prompt(ask, default, show_default=bool(default), prompt_suffix="\n> ")).strip()
        wrong = mistake(question, answer)
        if not wrong:
            return answer
        click.echo(f"  {wrong}.")


def _say_next(key: str, file: Path, carriers: Path) -> None:
    from guidegen.scaffold import SCHEMA

    note(f"Next: open it, answer what is marked, then run: guidegen check {file.as_posix()}")
    if not (file.parent / SCHEMA).exists():
        place = (carriers.parent / "docs" / "carrier.schema.json").as_posix()
        note(f"For help in your editor, write its schema once: guidegen schema > {place}")
