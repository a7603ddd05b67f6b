"""The canonical layout: nothing that a record says changes, comments stay, and a second run changes nothing."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from desk import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from guidegen.canonical import canonical
from guidegen.schema import read_record
from guidegen.source import parse, read

FILES = sorted((ROOT / "carriers").glob("*/*.yaml"))
NAME = "gb/x.yaml"


def laid_out(text: str, path: str = NAME) -> str:
    return canonical(parse(text.encode(), path))


def comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT / "carriers").as_posix())
def test_every_real_record_says_the_same_afterwards(file: Path) -> None:
    document = read(file, file.as_posix(), ROOT / "carriers")
    assert document.root is not None
    text = canonical(document)
    before, after = read_record(document), read_record(parse(text.encode(), file.as_posix()))
    assert before[0] is not None
    assert before[0].model_dump() == after[0].model_dump()  # type: ignore[union-attr]
    assert comments(document.text) == comments(text)
    assert laid_out(text, file.as_posix()) == text


def written_anyhow(value: Any, chance: random.Random, indent: str = "", brace: bool = False) -> str:
    """The same data with keys in any order, in any mixture of braces and blocks, with comments between."""
    if isinstance(value, str):
        return f" {json.dumps(value, ensure_ascii=False)}"
    pairs = [("", item) for item in value] if isinstance(value, list) else list(value.items())
    if isinstance(value, dict) and not all(isinstance(item, dict) and "publisher" in item for item in value.values()):
        chance.shuffle(pairs)
    flow = brace or not pairs or chance.random() < 0.3
    if flow:
        inner = ", ".join((f"{key}:" if key else "") + written_anyhow(item, chance, "", True) for key, item in pairs)
        return f" {{{inner}}}" if isinstance(value, dict) else f" [{inner}]"
    note = f"\n{indent}# {chance.randrange(10**9)}" if chance.random() < 0.1 else ""
    lines = (
        f"\n{indent}{f'{key}:' if key else '-'}{written_anyhow(item, chance, indent + '  ')}" for key, item in pairs
    )
    return note + "".join(lines)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FILES), st.integers(), st.integers())
def test_order_and_layout_do_not_depend_on_how_it_was_written(file: Path, one: int, other: int) -> None:
    path = f"{file.parent.name}/{file.name}"
    data = read(file, path, ROOT / "carriers").data()
    texts = [written_anyhow(data, random.Random(seed)).lstrip("\n") + "\n" for seed in (one, other)]
    results = [laid_out(text, path) for text in texts]
    for text, result in zip(texts, results, strict=True):
        assert parse(result.encode(), path).data() == data
        assert comments(result) == comments(text)
        assert laid_out(result, path) == result
    bare = ["".join(line for line in text.splitlines(True) if not line.strip().startswith("#")) for text in texts]
    assert laid_out(bare[0], path) == laid_out(bare[1], path)


HEAD = "name: X\ncountry: GB\n\nsources:\n  a:\n    publisher: P\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # a comment goes with the key that it stands before
        ("country: GB\n# how it is called\nname: X\n", "# how it is called\nname: X\n\ncountry: GB\n"),
        # beside a value it stays beside it
        ("country: GB # the country\nname: X\n", "name: X\ncountry: GB  # the country\n"),
        # a line for editors and a head with a blank line after it stay at the top
        (
            "# yaml-language-server: $schema=x\ncountry: GB\nname: X\n",
            "# yaml-language-server: $schema=x\n\nname: X\ncountry: GB\n",
        ),
        ("# one\n# two\n\ncountry: GB\nname: X\n", "# one\n# two\n\nname: X\ncountry: GB\n"),
        # indented deeper than what follows, it closes the block before
        (
            "channels:\n  - source: a\n    kind: online\n    # no fee known\n  # - kind: app\nname: X\n",
            "name: X\n\nchannels:\n  - kind: online\n    source: a\n    # no fee known\n  # - kind: app\n",
        ),
        # inside braces it moves before the entry, which is kept on one line
        (
            "name: X\nalso_known_as: [A,\n  # old\n  B]\ncountry: GB\n",
            "name: X\n\n# old\nalso_known_as: [A, B]\n\ncountry: GB\n",
        ),
        # at the end of the file it stays there
        ("name: X\ncountry: GB\n# left out:\n# - a\n", "name: X\ncountry: GB\n\n# left out:\n# - a\n"),
    ],
)
def test_a_comment_stays_with_what_it_speaks_of(before: str, after: str) -> None:
    assert laid_out(before) == after


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ('"*100#"', '"*100#"'),
        ("'yes'", "'yes'"),
        ("yes", '"yes"'),
        ("NO", '"NO"'),
        ('"0800 1"', '"0800 1"'),
        ("a long\n  text", "a long text"),
        (">\n  folded", '"folded\\n"'),
        ('"it is: so"', '"it is: so"'),
        ("2026-11-23", "2026-11-23"),
    ],
)
def test_quotes_that_stand_stay_and_those_needed_are_added(value: str, shown: str) -> None:
    assert laid_out(f"name: {value}\n") == f"name: {shown}\n"


def test_what_is_plain_in_a_block_is_quoted_where_braces_need_it() -> None:
    text = laid_out("name:\n  en: Top up, now [1]\n  zh: 充值\n")
    assert text == 'name: {en: "Top up, now [1]", zh: 充值}\n'


def test_what_is_too_long_for_a_line_is_written_one_a_line() -> None:
    words = ", ".join(f"name{number}" for number in range(30))
    text = laid_out(f"name: X\nalso_known_as: [{words}]\n")
    assert max(map(len, text.splitlines())) < 20
    assert laid_out(text) == text


def test_fmt_writes_once_and_says_what_it_did(run: Any, desk: Path) -> None:
    file = desk / "carriers" / "gb" / "lebara.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    first, second, check = run("fmt"), run("fmt"), run("fmt", "--check")
    assert "changed carriers/gb/lebara.yaml" in first.stdout.splitlines()
    assert (first.returncode, second.returncode, check.returncode) == (0, 0, 0)
    assert second.stdout == ""
    assert "0 files changed, 5 in order, 0 unreadable." in second.stderr


def test_check_and_diff_write_nothing(run: Any, desk: Path) -> None:
    file = desk / "carriers" / "gb" / "giffgaff.yaml"
    file.write_bytes(b"country: GB\r\nname: X\r\n")
    check, diff = run("fmt", "--check", str(file)), run("fmt", "--diff", str(file))
    assert (check.returncode, diff.returncode) == (1, 1)
    assert "+name: X" in diff.stdout
    assert file.read_bytes() == b"country: GB\r\nname: X\r\n"
    assert run("fmt", str(file)).returncode == 0
    assert file.read_bytes() == b"name: X\ncountry: GB\n"


def test_a_file_that_cannot_be_read_is_reported_and_left_alone(run: Any, desk: Path) -> None:
    file = desk / "carriers" / "gb" / "giffgaff.yaml"
    file.write_text("name: X\ncode: *100#\n")
    result = run("fmt", "carriers/gb")
    assert result.returncode == 1
    assert "G010" in result.stderr
    assert file.read_text() == "name: X\ncode: *100#\n"
