"""What the tests of the core share: a small sound record, folders of records, and the day they are judged on."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from guidegen.build import Options, Result, build
from guidegen.catalogue import Catalogue, load

ROOT = Path(__file__).parents[1]
CARRIERS, TEMPLATES = ROOT / "carriers", ROOT / "templates"
AS_OF = datetime.date(2026, 11, 23)

SOUND = """\
name: Case Mobile
country: GB
currency: GBP
sources:
  page:
    title: Top up
    publisher: Case Mobile
    kind: operator
    read: {on: 2026-11-01, as: live}
channels:
  - kind: ussd
    code: "*100*{voucher}#"
    fee: none
    source: page
"""


def folder_of(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder of records with these files."""
    folder = tmp_path / "carriers"
    folder.mkdir(exist_ok=True)
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def checked(tmp_path: Path, files: Mapping[str, str | bytes]) -> Catalogue:
    """The catalogue of these files, with every finding."""
    return load(folder_of(tmp_path, files), AS_OF)


def built(tmp_path: Path, files: Mapping[str, str | bytes], out: Path, **changed: Any) -> Result:
    """A build of these files into `out`."""
    return build(replace(Options(folder_of(tmp_path, files), TEMPLATES, out, AS_OF), **changed))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
