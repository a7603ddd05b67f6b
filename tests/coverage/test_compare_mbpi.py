"""The comparison with mobile-broadband-provider-info: on Debian's file where it is installed, and on an extract."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from records import CARRIERS, ROOT

EXTRACT = Path(__file__).parent / "data" / "serviceproviders-extract.xml"
INSTALLED = Path("/usr/share/mobile-broadband-provider-info/serviceproviders.xml")
FILES = [file for file in (EXTRACT, INSTALLED) if file.exists()]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compare_mbpi", ROOT / "tools" / "compare_mbpi.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["compare_mbpi"] = module
    spec.loader.exec_module(module)
    return module


def printed(tool: ModuleType, file: Path, capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    assert tool.main([str(file), "--carriers", str(CARRIERS)]) == 0
    return [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_verdict_on_the_data_set(tool: ModuleType, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(tool, file, capsys)
    expected = [
        ("de/o2", "top-up", "agree", "dial *103*{voucher}#"),
        ("ch/salt", "top-up", "the record's source", "dial #121*{voucher}#"),
        ("za/vodacom", "top-up", "differ", "dial *135*02# in the records, *100*01*{voucher}# in the data set"),
        ("za/mtn", "balance", "only in the data set", "dial *141#"),
        ("ng/glo", "top-up", "over in the records", "dial *123*{voucher}#"),
        ("gb/giffgaff", "top-up", "only in the records", "call 43430"),
    ]
    for key, purpose, verdict, text in expected:
        assert [key, purpose, f"{verdict:21} {text}"] in lines


def test_every_difference_is_judged(tool: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    judged = (ROOT / "docs" / "mbpi.md").read_text(encoding="utf-8")
    lines = printed(tool, EXTRACT, capsys)
    open_ones = {key for key, _, verdict in lines if not verdict.startswith(("agree", "the record's source"))}
    assert sorted(key for key in open_ones if f"{key}" not in judged) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "declares the entity e"),
        (b'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>', "declares the entity f"),
        (b"<serviceproviders>", "no element found"),
    ],
)
def test_a_file_that_is_not_safe_or_not_whole_is_refused(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, words: str
) -> None:
    file = tmp_path / "file.xml"
    file.write_bytes(content)
    assert tool.main([str(file)]) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert captured.out == ""
