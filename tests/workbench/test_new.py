"""A new record: what nobody can know is a gap with its question, and `check` names exactly the gaps."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from desk import ROOT

from guidegen.model.vocabulary import CHANNEL_KINDS
from guidegen.scaffold import EXAMPLES, SCHEMA, id_meant, scaffold
from guidegen.view.ways import QUESTIONS

ALL = ("--name", "Asda Mobile", "--title", "Top up", "--publisher", "Asda", "--source-kind", "operator",
       "--url", "https://example.org/top-up", "--read-on", "2026-11-30", "--how", "live")  # fmt: skip


def gaps(text: str) -> list[int]:
    """The numbers of the lines that carry a question."""
    return [number for number, line in enumerate(text.splitlines(), 1) if "# ? " in line]


@pytest.mark.parametrize(
    "flags",
    [
        (),
        ("--name", "Asda Mobile"),
        ("--name", "Asda Mobile", "--name-zh", "阿斯达", "--also-known-as", "Asda，ASDA 卡"),
        ("--ways", ",".join(CHANNEL_KINDS)),
        (*ALL, "--ways", "ussd, sms"),
    ],
)
def test_check_names_exactly_the_gaps(run: Any, desk: Path, flags: tuple[str, ...]) -> None:
    assert run("new", "gb/asda", *flags).returncode == 0
    text = (desk / "carriers/gb/asda.yaml").read_text(encoding="utf-8")
    found = json.loads(run("check", "carriers/gb/asda.yaml", "--output", "json").stdout)
    assert {finding["code"] for finding in found} <= {"G108"}
    assert [finding["line"] for finding in found] == gaps(text)
    lines = text.splitlines()
    for finding in found:
        assert lines[finding["line"] - 1].endswith(f"# ? {finding['help']}")
    assert run("fmt", "--check", "carriers/gb/asda.yaml").returncode == 0


def test_with_every_answer_it_is_sound_and_every_example_can_be_taken_as_it_stands(run: Any, desk: Path) -> None:
    ways = ",".join(kind for kind in CHANNEL_KINDS if kind not in ("ussd", "sms", "wallet"))
    assert run("new", "gb/asda", *ALL, "--ways", ways).returncode == 0
    file = desk / "carriers/gb/asda.yaml"
    checked = run("check", "carriers/gb/asda.yaml")
    assert checked.returncode == 0, checked.stdout
    text = re.sub(r"^(    )# (\w+: .*)$", r"\1\2", file.read_text(encoding="utf-8"), flags=re.M)
    file.write_text(text, encoding="utf-8")
    checked = run("check", "carriers/gb/asda.yaml")
    assert checked.returncode == 0, checked.stdout
    assert set(EXAMPLES) >= {name for names in QUESTIONS.values() for name in names}


def test_the_first_line_leads_an_editor_to_the_schema() -> None:
    first = scaffold("gb/asda", {}).splitlines()[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA}"
    assert (ROOT / "carriers/gb" / SCHEMA).resolve() == ROOT / "docs/carrier.schema.json"


def test_what_a_person_types_cannot_break_the_record() -> None:
    from guidegen.source import parse

    name = 'A: "b", {c} # d\\'
    text = scaffold("gb/x", {"name": name, "title": "- *x", "publisher": "yes", "also_known_as": "[a], #b"})
    data = parse(text.encode(), "gb/x.yaml").data()
    assert isinstance(data, dict)
    assert data["name"] == name
    assert data["also_known_as"] == ["[a]", "#b"]
    assert data["sources"]["page-1"] == {  # type: ignore[index, call-overload]
        "title": "- *x", "publisher": "yes", "kind": "", "url": "", "read": {"on": "", "as": ""}}  # fmt: skip


def test_it_refuses_to_overwrite(run: Any, desk: Path) -> None:
    file = desk / "carriers/gb/giffgaff.yaml"
    before = file.read_bytes()
    result = run("new", "gb/giffgaff", "--another")
    assert result.returncode == 2
    assert "exists already" in result.stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "flags", [("gb/giff-gaff",), ("gb/gg", "--name", "Giff Gaff"), ("gb/gg", "--also-known-as", "gifgaff")]
)
def test_it_knows_what_exists_under_other_names(run: Any, desk: Path, flags: tuple[str, ...]) -> None:
    result = run("new", *flags)
    assert result.returncode == 2
    assert "gb/giffgaff has this name already" in result.stderr
    assert not (desk / "carriers/gb/gg.yaml").exists()
    assert run("new", *flags, "--another").returncode == 0


def test_a_name_of_another_country_is_told_and_no_obstacle(run: Any) -> None:
    result = run("new", "fr/lebara", "--name", "Lebara")
    assert result.returncode == 0
    assert "The same name in other countries: de/lebara, gb/lebara." in result.stderr


@pytest.mark.parametrize(
    ("written", "key"), [("GB/Giff Gaff", "gb/giff-gaff"), ("uk/x", "gb/x"), ("Germany/O2 blau", "de/o2-blau")]
)
def test_an_id_is_read_as_it_was_meant(written: str, key: str) -> None:
    assert id_meant(written) == (key, "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("zq/x",), "zq is no country"),
        (("gb",), "write country and name"),
        (("gb/移动",), "write country and name"),
        (("gb/x", "--ways", "onlin"), "--ways: onlin is no kind of way; write online."),
        (("gb/x", "--read-on", "yesterday"), "write the day as year-month-day"),
    ],
)
def test_a_wrong_answer_is_explained_and_nothing_is_written(run: Any, desk: Path, arguments: Any, words: str) -> None:
    result = run("new", *arguments)
    assert result.returncode == 2
    assert words in result.stderr
    assert not (desk / "carriers/gb/x.yaml").exists()


def test_on_a_terminal_it_asks_explains_and_asks_again(terminal: Any, desk: Path) -> None:
    screen = terminal("new", "gb/asda")
    dialogue = [
        ("What is the SIM called", "Asda Mobile"),
        ("Chinese name", ""),
        ("other names", "ASDA, 阿斯达卡"),
        ("[GBP]", ""),
        ("title of the page", "How to top up"),
        ("Who runs the page", "Asda"),
        ("Who speaks on the page", "oprator"),
        ("write operator.\nWho speaks", "operator"),
        ("address of the page", ""),
        ("date does the page show", ""),
        ("[2026-12-01]", ""),
        ("How did you read it", "live"),
        ("Which ways", "retail，ussd"),
    ]
    for words, answer in dialogue:
        screen.expect(words)
        screen.send(answer)
    assert screen.finish() == 0
    assert "Written: carriers/gb/asda.yaml" in screen.seen
    text = (desk / "carriers/gb/asda.yaml").read_text(encoding="utf-8")
    assert "also_known_as: [ASDA, 阿斯达卡]" in text
    assert "read: {on: 2026-12-01, as: live}" in text
    assert [line.split(":")[0].strip() for line in text.splitlines() if "# ? " in line] == ["url", "code"]


def test_on_a_terminal_a_namesake_is_asked_about(terminal: Any, desk: Path) -> None:
    screen = terminal("new", "gb/gg")
    screen.expect("What is the SIM called")
    screen.send("giffgaff")
    screen.expect("Is yours another card?")
    screen.send("n")
    assert screen.finish() == 2
    assert not (desk / "carriers/gb/gg.yaml").exists()


def test_interrupted_it_writes_nothing(terminal: Any, desk: Path) -> None:
    screen = terminal("new", "gb/gg")
    screen.expect("What is the SIM called")
    screen.send("\x03")
    assert screen.finish() == 130
    assert not (desk / "carriers/gb/gg.yaml").exists()
