"""How a command gets at the record that a person names, and what a shell offers for it."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from guidegen.cli.options import folder, note, report


def id_named(word: str, records: Mapping[str, Any]) -> str:
    """The id that a word leads to, by any of its names; raises click.UsageError with what may be meant."""
    from guidegen.lookup import find

    found = find(word, records)
    if found.only:
        if found.by != "id":
            note(f"{word} is {found.only} ({found.by}).")
        return found.only
    if found.ids:
        raise click.UsageError(f"{word!r} names {len(found.ids)} records; write one of: {', '.join(found.ids)}.")
    near = " or ".join(f"{key} ({name})" for key, name in found.near)
    raise click.UsageError(f"There is no sound record {word!r}." + (f" Did you mean {near}?" if near else ""))


def record_named(word: str, carriers: Path) -> tuple[str, Any, Any]:
    """The id, the document and the carrier of a record that can be edited; stops where it has faults of shape."""
    from guidegen.schema import read_record
    from guidegen.source import read

    key = word if _is_file(word, carriers) else id_named(word, every_carrier(carriers))
    document = read(carriers / f"{key}.yaml", f"{carriers.as_posix()}/{key}.yaml", carriers)
    record, faults = read_record(document)
    findings = [*document.findings, *faults]
    if record is None or findings:
        report(findings, {document.path: document.text}, "text", err=True)
        click.echo("Mend these first; nothing was written.", err=True)
        sys.exit(1)
    return key, document, record


def _is_file(word: str, carriers: Path) -> bool:
    return "/_" not in word and word.count("/") == 1 and (carriers / f"{word}.yaml").is_file()


def every_carrier(carriers: Path) -> dict[str, Any]:
    """Every carrier whose shape is sound, by id; no rule looks at them."""
    from guidegen.files import record_files
    from guidegen.model import Carrier
    from guidegen.schema import read_record
    from guidegen.source import read

    found = {}
    for path in record_files(carriers):
        record, _ = read_record(read(carriers / path, path, carriers))
        if isinstance(record, Carrier):
            found[path.rpartition(".")[0]] = record
    return found


def _folder_of(context: click.Context) -> Path:
    return Path(context.params.get("carriers") or folder("carriers"))


def complete_ids(context: click.Context, option: click.Parameter, incomplete: str) -> list[str]:
    """The ids that begin so, by file names alone."""
    files = sorted(_folder_of(context).glob("??/[!_]*.yaml"))
    ids = (f"{file.parent.name}/{file.stem}" for file in files)
    return [key for key in ids if key.startswith(incomplete)]


def complete_claims(context: click.Context, option: click.Parameter, incomplete: str) -> list[str]:
    """The paths of the claims of the record that stands before."""
    from guidegen.model import Carrier
    from guidegen.schema import read_record
    from guidegen.source import read

    carriers, key = _folder_of(context), context.params.get("id") or ""
    if not _is_file(key, carriers):
        return []
    record, _ = read_record(read(carriers / f"{key}.yaml", key, carriers))
    paths = [str(where) for where, _ in record.statements()] if isinstance(record, Carrier) else []
    return [path for path in paths if path.startswith(incomplete)]
