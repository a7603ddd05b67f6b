""" "Still true": only the named claims move, nothing else in the file, and what cannot be honest is refused."""

import datetime
import difflib
import re
from pathlib import Path
from typing import Any

import pytest
from desk import ROOT

from guidegen.confirmation import Request, confirm
from guidegen.evidence import assess
from guidegen.model import Carrier
from guidegen.schema import read_record
from guidegen.source import Document, parse, read

DAY = datetime.date(2026, 12, 1)
LIVE = ("--on", "2026-12-01", "--how", "live")

RECORD = """\
name: X
country: GB
sources:
  op: {title: T, publisher: P, kind: operator, url: https://x.example/a, read: {on: 2026-09-05, as: stored_copy}}
  shop: {title: S, publisher: Q, kind: retailer, url: https://x.example/b, read: {on: 2026-09-05, as: live}}
host_network: {value: Y, source: [op, shop]}
channels:
  - kind: phone
    number: "43430"
    # the menu is short
    fee: none
    payment: [cash, card]
    note:
      - {value: {en: One., zh: 一。}, source: shop}
      - {value: {en: Two., zh: 二。}, source: op}
    source: op
keep_number:
  - counts_as_use: [call, text]
    source: op
remarks:
  - {text: {en: Three., zh: 三。}, source: op}
"""


def document(text: str = RECORD) -> Document:
    return parse(text.encode(), "carriers/gb/x.yaml")


def confirmed(*claims: str, how: str = "live", source: str | None = None, text: str = RECORD) -> Any:
    record, faults = read_record(document(text))
    assert isinstance(record, Carrier), faults
    return confirm(document(text), record, Request(claims, DAY, how, source), DAY)


def added(result: Any) -> list[str]:
    """The lines that a confirmation adds to the canonical layout of the record."""
    from guidegen.canonical import canonical

    lines = difflib.ndiff(canonical(document()).splitlines(), result.text.splitlines())
    return [line[2:].strip() for line in lines if line.startswith("+ ")]


CHECK = "checked: {on: 2026-12-01, as: live}"


@pytest.mark.parametrize(
    ("claim", "lines"),
    [
        ("channels[0].fee", [f"fee: {{value: none, {CHECK}}}"]),
        ("channels[0].fee[0]", [f"fee: {{value: none, {CHECK}}}"]),
        ("channels[0]", [CHECK]),
        ("channels[0].payment", [f"payment: {{value: [cash, card], {CHECK}}}"]),
        ("channels[0].note[1]", [f"value: {{en: Two., zh: 二。}}, source: op, {CHECK}"]),
        ("remarks[0]", [CHECK]),
        ("keep_number[0].counts_as_use.text", ["counts_as_use:", 'call: "yes"', f'text: {{value: "yes", {CHECK}}}']),
    ],
)
def test_a_claim_gets_a_day_of_its_own_in_whatever_form_it_stands(claim: str, lines: list[str]) -> None:
    found = added(confirmed(claim))
    assert [line for line in lines if not any(line in one for one in found)] == []
    assert len(found) <= len(lines) + 1


def test_only_the_named_claims_move() -> None:
    result = confirmed("channels[0].fee", "remarks[0]")
    before, after = (dict(carrier.statements()) for carrier in (read_record(document())[0], result.carrier))  # type: ignore[union-attr]
    moved = {str(where) for where in after if getattr(after[where], "checked", None) is not None}
    assert moved == {"channels[0].fee[0]", "remarks[0]"}
    assert before.keys() == after.keys()
    statuses = {str(move.where): (str(move.before.status), str(move.after.status)) for move in result.moved}
    assert statuses == {"channels[0].fee[0]": ("stored", "confirmed"), "remarks[0]": ("stored", "confirmed")}
    assert "# the menu is short" in result.text


def test_a_check_moves_the_day_and_not_the_kind_of_source() -> None:
    result = confirmed("channels[0].note[0]")
    (move,) = result.moved
    assert move.after.status == "reported"
    assert move.after.source.kind == "retailer"
    assert move.after.source.read.on == DAY


def test_a_claim_with_several_sources_needs_the_one_that_was_read() -> None:
    (finding,) = confirmed("host_network").findings
    assert "--source op, shop" in finding.help
    shop, op = confirmed("host_network", source="shop"), confirmed("host_network", source="op")
    assert shop.moved[0].after.status == "stored"
    assert op.moved[0].after.status == "confirmed"
    assert "checked: {on: 2026-12-01, as: live, source: op}" in op.text


def test_the_headline_stays_the_oldest_check() -> None:
    carrier = confirmed("channels[0]", "channels[0].fee").carrier
    assert assess(carrier, DAY).oldest_check == datetime.date(2026, 9, 5)


def test_a_way_is_no_better_than_the_number_in_its_steps() -> None:
    from guidegen.view.ways import view_ways

    carrier = confirmed("channels[0]").carrier
    (view,) = view_ways(carrier, assess(carrier, DAY))
    assert view.standing.status == "stored"
    carrier = confirmed("channels[0]", "channels[0].number").carrier
    (view,) = view_ways(carrier, assess(carrier, DAY))
    assert view.standing.status == "confirmed"


@pytest.mark.parametrize(
    ("claims", "how", "source", "words"),
    [
        (("channels[0].fees",), "live", None, "there is no claim channels[0].fees"),
        (("channels[0].fee",), "live", "shop", "does not rest on shop"),
        ((), "live", None, "10 claims would be confirmed at one stroke"),
        (("channels[0].*",), "live", None, "6 claims would be confirmed at one stroke"),
    ],
)
def test_what_nobody_can_have_read_is_refused(claims: Any, how: str, source: str | None, words: str) -> None:
    (finding,) = confirmed(*claims, how=how, source=source).findings
    assert words in finding.message
    assert finding.help


def test_days_must_be_later_than_the_last_and_not_to_come() -> None:
    record = read_record(document())[0]
    assert isinstance(record, Carrier)
    for day, words in (("2026-12-02", "has not come"), ("2026-09-04", "was read on 2026-09-05 already")):
        request = Request(("channels[0].fee",), datetime.date.fromisoformat(day), "live")
        (finding,) = confirm(document(), record, request, DAY).findings
        assert words in finding.message


def test_a_stored_copy_does_not_weaken_what_was_read_live() -> None:
    live = confirmed("channels[0].fee").text
    (finding,) = confirmed("channels[0].fee", how="stored_copy", text=live).findings
    assert "is confirmed now and would be stored" in finding.message


@pytest.mark.parametrize("name", ["gb/giffgaff", "gb/lebara", "de/lebara", "hk/cmhk", "ng/mtn", "zz/leb"])
def test_every_claim_of_real_records_can_be_confirmed_alone(name: str) -> None:
    file = ROOT / "carriers" / f"{name}.yaml"
    found = read(file, f"{name}.yaml", ROOT / "carriers")
    record = read_record(found)[0]
    assert isinstance(record, Carrier)
    for where, item in record.statements():
        source = item.source[0] if len(item.source) > 1 else None
        result = confirm(found, record, Request((str(where),), DAY, "live", source), DAY)
        assert result.findings == (), where
        assert [move.where for move in result.moved] == [where]


def test_the_command_writes_and_says_what_readers_see(run: Any, desk: Path) -> None:
    run("fmt")
    file = desk / "carriers" / "gb" / "giffgaff.yaml"
    before = file.read_text(encoding="utf-8")
    number = next(n for n, line in enumerate(re.findall(r"^  - kind: (\w+)", before, re.M)) if line == "phone")
    result = run("confirm", "giff gaff", f"channels[{number}].fee", *LIVE)
    assert result.returncode == 0
    assert "en: Confirmed: giffgaff says this on its own page. Checked on 1\u00a0December\u00a02026." in result.stdout
    assert "zh: 已核实：giffgaff 这样写。核对日期：2026年12月1日。" in result.stdout
    lines = [line for line in difflib.ndiff(before.splitlines(), file.read_text(encoding="utf-8").splitlines())
             if line[:1] in "+-"]  # fmt: skip
    assert [line.split(":")[0].strip("+- ") for line in lines] == ["fee", "fee"]
    assert run("check").returncode == 0


def test_a_refusal_and_a_dry_run_write_nothing(run: Any, desk: Path) -> None:
    file = desk / "carriers" / "gb" / "giffgaff.yaml"
    before = file.read_bytes()
    refused, dry = run("confirm", "gb/giffgaff", *LIVE), run("confirm", "gb/giffgaff", "validity", "--dry-run", *LIVE)
    assert (refused.returncode, dry.returncode) == (1, 0)
    assert "at one stroke" in refused.stderr
    assert "Nothing was written." in refused.stderr
    assert file.read_bytes() == before
