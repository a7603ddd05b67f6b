"""Two sets of records, compared by what they say."""

import datetime
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from guidegen.difference import Change, Side, compare
from guidegen.difference.report import MOST_CHARACTERS, as_markdown
from guidegen.model import Carrier
from guidegen.schema import read_record
from guidegen.source import parse

DAY = datetime.date(2026, 12, 1)
RECORD = """\
name: X
country: GB
currency: GBP
sources:
  op: {title: T, publisher: P, kind: operator, url: https://x.example/a, read: {on: 2026-09-05, as: stored_copy}}
  web: {title: S, publisher: Q, kind: third_party, url: https://x.example/b, read: {on: 2026-09-05, as: live}}
channels:
  - {kind: online, payment: [cash], source: op}
  - {kind: phone, number: "43430", fee: none, arrives_within: 24 hours, source: op}
  - {kind: ussd, code: "*100*{voucher}#", note: {en: One., zh: 一。}, source: web}
voucher: {digits: 16, source: web}
validity:
  - {of: credit, lasts: 180 days, source: op}
disputes:
  - about: fee
    accounts: [{says: "1", source: op}, {says: "2", source: web}]
"""


def side(text: str) -> Side:
    record, faults = read_record(parse(text.encode(), "gb/x.yaml"))
    assert isinstance(record, Carrier), faults
    return Side({"gb/x": record})


def changes(*edits: tuple[str, str], back: bool = False) -> list[Change]:
    text = RECORD
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    sides = side(RECORD), side(text)
    return compare(*(reversed(sides) if back else sides), DAY)


def told(found: list[Change]) -> list[tuple[str, ...]]:
    return [(change.kind, change.what, change.old, change.new) for change in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("payment: [cash]", "payment: [cash, paypal]", ("changed", "online · payment", "cash", "cash, paypal")),
        ("lasts: 180 days", "lasts: 6 months", ("changed", "validity credit · lasts", "180 days", "6 months")),
        ('"43430"', '"43431"', ("changed", "phone 43431 · number", "43430", "43431")),
        ("zh: 一。", "zh: 二。", ("changed", "ussd *100*{voucher}# · note", "一。", "二。")),
        (", fee: none", "", ("gone", "phone 43430 · fee", "no fee", "")),
        ("fee: none", "fee: none, needs: [id]", ("added", "phone 43430 · needs", "", "id")),
        ("digits: 16, source: web", "digits: 16, source: op",
         ("better_sourced", "voucher · digits", "third party, reported", "operator, stored copy")),
        ("lasts: 180 days, source: op", "lasts: 180 days, source: web",
         ("worse_sourced", "validity credit · lasts", "operator, stored copy", "third party, reported")),
        ("fee: none,", "fee: none, ended: {on: 2026-10},", ("ended", "phone 43430 · ended", "", "on 2026-10")),
        ('says: "2"', 'says: "3"', ("changed", "dispute about fee", "2", "3")),
        ("name: X", "name: Y", ("changed", "name", "X", "Y")),
        ("title: S,", "title: S, earns: true,", ("source_changed", "web · earns", "no", "yes")),
    ],
)  # fmt: skip
def test_a_change_is_told_in_words(old: str, new: str, expected: tuple[str, ...]) -> None:
    assert expected in told(changes((old, new)))


OPPOSITE = {"added": "gone", "ended": "runs_again", "better_sourced": "worse_sourced", "record_added": "record_gone",
            "source_added": "source_gone"}  # fmt: skip
OPPOSITE |= {other: one for one, other in OPPOSITE.items()}


def test_backwards_it_says_the_opposite() -> None:
    edits = (
        ("payment: [cash]", "payment: [card]"),
        (", fee: none", ""),
        ("digits: 16, source: web", "digits: 16, source: op"),
    )
    forth, back = told(changes(*edits)), told(changes(*edits, back=True))
    turned = {(OPPOSITE.get(kind, kind), what, new, old) for kind, what, old, new in forth}
    assert turned == set(back)


def test_order_layout_and_keys_of_sources_are_no_change() -> None:
    first = "  - {kind: online, payment: [cash], source: op}\n"
    moved = RECORD.replace(first, "").replace("voucher:", f"{first}voucher:")
    assert compare(side(RECORD), side(moved), DAY) == []
    renamed = RECORD.replace("source: web", "source: net").replace("  web:", "  net:")
    assert {change.kind for change in compare(side(RECORD), side(renamed), DAY)} == {"source_added", "source_gone"}


def test_ways_of_one_kind_are_told_apart_by_what_they_say() -> None:
    one = "  - {kind: retail, sells: voucher, amounts: [10], source: op}\n"
    other = "  - {kind: retail, sells: direct, amounts: [20], source: op}\n"
    old = RECORD.replace("voucher:", f"{one}{other}voucher:")
    new = RECORD.replace("voucher:", f"{other.replace('20', '30')}{one}voucher:")
    assert told(compare(side(old), side(new), DAY)) == [("changed", "retail direct · amounts", "20 GBP", "30 GBP")]


def test_a_reading_moves_the_statuses_that_rest_on_it() -> None:
    found = changes(("kind: operator, url: https://x.example/a, read: {on: 2026-09-05, as: stored_copy}",
                     "kind: operator, url: https://x.example/a, read: {on: 2026-12-01, as: live}"))  # fmt: skip
    moved = [change for change in found if change.kind == "status"]
    assert {(change.old, change.new) for change in moved} >= {("stored copy", "confirmed")}
    assert {change.kind for change in found} == {"status", "read_again", "source_changed", "only_dates"}


def test_a_check_of_one_claim_is_one_line() -> None:
    found = changes(("fee: none", "fee: {value: none, checked: {on: 2026-11-30, as: stored_copy}}"))
    assert told(found) == [("read_again", "phone 43430 · fee", "2026-09-05, stored copy", "2026-11-30, stored copy")]


def test_records_come_go_move_and_may_be_unreadable() -> None:
    one, none = side(RECORD), Side()
    assert [(change.kind, change.claims) for change in compare(none, one, DAY)] == [("record_added", 11)]
    assert [change.kind for change in compare(one, none, DAY)] == ["record_gone"]
    other = Side({"gb/y": one.carriers["gb/x"]})
    assert told(compare(one, other, DAY)) == [("record_moved", "X", "gb/x", "gb/y")]
    broken = Side(unreadable=("gb/x.yaml",))
    assert told(compare(one, broken, DAY)) == [("unreadable", "now", "", "")]


def test_markdown_is_escaped_and_fits_a_comment() -> None:
    text = as_markdown([Change("gb/x", "changed", "note", "", "a", "<b> *100*{voucher}# [x](y)")])
    assert "\\<b\\> \\*100\\*{voucher}# \\[x\\](y)" in text
    many = [Change(f"gb/x{number}", "changed", "note", "", "a", "b" * 500) for number in range(500)]
    text = as_markdown(many)
    assert len(text) < MOST_CHARACTERS + 500
    assert "more records" in text


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_folders_and_revisions_tell_the_same(run: Any, desk: Path) -> None:
    shutil.copytree(desk / "carriers", desk / "before")
    git(desk, "init", "-q")
    git(desk, "add", "carriers")
    git(desk, "commit", "-q", "-m", "before")
    file = desk / "carriers/gb/giffgaff.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('"*100#"', '"*101#"'), encoding="utf-8")
    (desk / "carriers/gb/lebara.yaml").unlink()
    folders, revision = run("diff", "before", "carriers"), run("diff", "HEAD")
    assert folders.stdout == revision.stdout
    assert "balance by ussd *101# · code: *100# → *101#" in revision.stdout
    assert "record gone     Lebara" in revision.stdout
    git(desk, "commit", "-q", "-a", "-m", "after")
    assert run("diff", "HEAD~1", "HEAD").stdout == folders.stdout
    parsed = json.loads(run("diff", "HEAD~1", "HEAD", "--output", "json").stdout)
    assert {"record", "kind", "what", "where", "old", "new", "claims"} == set(parsed[0])
    assert run("diff", "HEAD").stdout == "Nothing changes in what the records say.\n"


@pytest.mark.parametrize("name", ["nothing-here", "--output=/tmp/x", "HEAD"])
def test_what_is_no_side_is_said(run: Any, name: str) -> None:
    result = run("diff", "--", name, "carriers")
    assert result.returncode == 2
    assert "is no folder, and no git revision" in result.stderr
