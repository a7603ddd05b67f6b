"""A record holds only so much, and whatever it holds costs no more than its length. How long is a processor's time, and
compared with that of a shorter file; which limit was met is a finding."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from floods import UNITS, flood
from records import AS_OF, CARRIERS, SOUND, checked, folder_of

from guidegen.catalogue import load
from guidegen.files import MAX_BYTES
from guidegen.report import REPORTERS, excerpt
from guidegen.source import parse, scalars
from guidegen.source.limits import MAX_ENTRIES, MAX_FINDINGS, MAX_VALUE


def codes_of(tmp_path: Path, text: str) -> list[str]:
    return [finding.code for finding in checked(tmp_path, {"gb/case.yaml": text}).findings]


def test_the_longest_value(tmp_path: Path) -> None:
    assert codes_of(tmp_path, SOUND + f"# {'x' * 5000}\n") == []
    longest = parse(f"a: {'x' * MAX_VALUE}\n".encode(), "gb/case.yaml")
    assert longest.findings == []
    longer = parse(f"{'k' * (MAX_VALUE + 1)}: {'x' * 50_000}\n".encode(), "gb/case.yaml")
    assert [finding.code for finding in longer.findings] == ["G031", "G031"]
    assert longer.root is not None
    assert all(len(value.value) == MAX_VALUE for _, value in scalars(longer.root))


def test_the_most_entries() -> None:
    # The list, the block around it and its key are entries too.
    most = parse(f"a: [{'1,' * (MAX_ENTRIES - 3)}]\n".encode(), "gb/case.yaml")
    assert most.findings == []
    more = parse(f"a: [{'1,' * (MAX_ENTRIES - 2)}]\n".encode(), "gb/case.yaml")
    assert [(finding.code, finding.span.line) for finding in more.findings] == [("G032", 1)]
    assert more.root is None


FAULTS: dict[str, Callable[[int], str]] = {
    "invisible characters": lambda count: SOUND + "# " + "\u200b" * count + "\n",
    "tabs": lambda count: SOUND + "#\t\n" * count,
    "unknown fields": lambda count: SOUND + "".join(f"x{number}: 1\n" for number in range(count)),
    "the same key": lambda count: SOUND + "x: 1\n" * count,
    "wrong ways": lambda count: SOUND + "  - {kind: x}\n" * count,
    "claims without a source": lambda count: SOUND + '  - {kind: ussd, code: "*1#"}\n' * count,
    "anchors": lambda count: SOUND + "x:\n" + "  - &a 1\n" * count,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_most_findings(tmp_path: Path, fault: str) -> None:
    """The first ones are there, and one more says that others are left out."""
    few, many = codes_of(tmp_path, FAULTS[fault](MAX_FINDINGS // 2)), codes_of(tmp_path, FAULTS[fault](1500))
    assert few
    assert "G033" not in few
    assert many.count("G033") == 1
    assert len(many) <= MAX_FINDINGS + 1


def test_the_most_findings_of_the_exceptions(tmp_path: Path) -> None:
    names = "names:\n" + "  - {name: x}\n" * 1500
    found = checked(tmp_path, {"gb/case.yaml": SOUND, "_names.yaml": names}).findings
    assert [finding.code for finding in found].count("G033") == 1
    assert len(found) == MAX_FINDINGS + 1


def test_a_report_shows_a_part_of_a_long_line(tmp_path: Path) -> None:
    text = SOUND + f"x: {{{'a: 1, ' * 2000}chanels: {{b: 2}}, {'c: 3, ' * 2000}}}\n"
    catalogue = checked(tmp_path, {"gb/case.yaml": text})
    assert "G011" in {finding.code for finding in catalogue.findings}
    for name, report in REPORTERS.items():
        assert len(report(catalogue.findings, catalogue.texts)) < 1000 * len(catalogue.findings), name


def test_the_part_that_is_shown_holds_the_fault() -> None:
    text = f"x: {{{'a: 1, ' * 400}é: &here 2, {'b: 3, ' * 400}}}\n"
    finding = next(found for found in parse(text.encode(), "gb/case.yaml").findings if found.code == "G012")
    line, carets = excerpt(finding, text)
    assert line[carets.index("^") :].startswith("&here 2")


def seconds(tmp_path: Path, name: str, size: int) -> float:
    folder = folder_of(tmp_path, {"gb/case.yaml": flood(name, size)})
    begin = time.process_time()
    catalogue = load(folder, AS_OF)
    for report in REPORTERS.values():
        report(catalogue.findings, catalogue.texts)
    return time.process_time() - begin


@pytest.mark.parametrize("hostile", UNITS)
def test_a_hostile_file_costs_its_length(tmp_path: Path, hostile: str) -> None:
    seconds(tmp_path, hostile, 2000)
    short = min(seconds(tmp_path, hostile, MAX_BYTES // 8) for _ in range(2))
    assert seconds(tmp_path, hostile, MAX_BYTES) <= 24 * short + 0.5


def test_real_records_are_far_below(tmp_path: Path) -> None:
    for file in CARRIERS.glob("*/*.yaml"):
        document = parse(file.read_bytes(), file.as_posix())
        assert document.root is not None
        values = [value for _, value in scalars(document.root)]
        assert len(file.read_bytes()) < MAX_BYTES / 10
        assert len(values) < MAX_ENTRIES / 10
        assert max(len(value.value) for value in values) < MAX_VALUE / 2
