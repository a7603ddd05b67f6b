"""`guidegen fmt`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from guidegen.cli.options import coloured, note, number, own_carriers_option, report


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@own_carriers_option
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def fmt(paths: tuple[Path, ...], carriers: Path, check: bool, diff: bool) -> None:
    """Put records into the canonical layout: order of keys, indents, what stands on one line.

    Values and comments stay as they are. A file that cannot be read is reported and left alone.

    \b
    guidegen fmt                             every record
    guidegen fmt carriers/gb/giffgaff.yaml   one record
    guidegen fmt --check                     for a build server: 1 if a file would change
    """
    from guidegen.canonical import Layout, lay_out
    from guidegen.publish import write_whole

    done: list[Layout] = [lay_out(file, path, _root(file, carriers)) for file, path in _files(paths, carriers)]
    changed = [one for one in done if one.changed]
    for one in done:
        report(one.findings, {one.path: one.text}, "text", err=True)
    for one in changed:
        if diff:
            click.echo(_difference(one), nl=False)
        elif check:
            click.echo(f"would change {one.path}")
        else:
            write_whole(one.file, one.text_now.encode())
            click.echo(f"changed {one.path}")
    unread = sum(bool(one.findings) for one in done)
    verb = "would change" if check or diff else "changed"
    in_order = len(done) - len(changed) - unread
    note(f"{number(len(changed), 'file')} {verb}, {in_order} in order, {unread} unreadable.")
    sys.exit(bool(unread or (changed and (check or diff))))


def _files(paths: tuple[Path, ...], carriers: Path) -> Iterator[tuple[Path, str]]:
    """Every record of the folder, or the files named; with what they are called in messages."""
    from guidegen.files import record_files

    if not paths:
        yield from ((carriers / path, f"{carriers.as_posix()}/{path}") for path in record_files(carriers))
    for path in paths:
        if path.is_dir():
            yield from ((path / name, (path / name).as_posix()) for name in _records_below(path))
        elif path.is_file():
            yield path, path.as_posix()
        else:
            raise click.UsageError(f"There is no file {path.as_posix()}.")


def _root(file: Path, carriers: Path) -> Path:
    """The folder that holds the country folders; a file elsewhere is taken for `<folder>/<country>/<carrier>.yaml`."""
    return carriers if file.absolute().is_relative_to(carriers.absolute()) else file.parent.parent


def _records_below(folder: Path) -> list[str]:
    files = (file.relative_to(folder).as_posix() for file in folder.rglob("*.yaml") if file.parent != folder.parent)
    return sorted(name for name in files if name != "_names.yaml")


def _difference(one: object) -> str:
    import difflib

    from guidegen.canonical import Layout

    assert isinstance(one, Layout)
    lines = difflib.unified_diff(
        one.text.splitlines(True), one.text_now.splitlines(True), one.path, f"{one.path} (canonical)"
    )
    return "".join(map(_painted, lines)) if coloured(err=False) else "".join(lines)


def _painted(line: str) -> str:
    colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    return click.style(line, fg=colour) if colour else line
