"""Whatever stands in a file: never an exception, and every finding points at a place that exists."""

import json
from random import Random

from always import assert_real
from fullest import MARKER, drawn_tree
from hypothesis import given, settings
from hypothesis import strategies as st
from records import AS_OF, CARRIERS, SOUND

from guidegen.diagnostics import Diagnostic
from guidegen.rules import Subject, check_record
from guidegen.schema import read_record
from guidegen.source import Document, parse
from guidegen.templating.finishing import WIDTH, columns, wrap

REAL = [(CARRIERS / f"{name}.yaml").read_text() for name in ("gb/giffgaff", "hk/cmhk", "zz/leb")]
# What YAML gives a meaning to, what a record is made of, and what is hard to see or to decode.
YAML = [
    "\n",
    "  ",
    "\t",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    '"',
    "'",
    "#",
    "*",
    "&a ",
    "*a",
    "!t ",
    "|",
    ">",
    "---\n",
]
WRITTEN = ["*100#", "#100#", "name:", "country: GB", "source: x", "value:", "kind: ussd", "~", "null", "010", "12:30"]
HIDDEN = ["\x00", "\ufeff", "\r", "\r\n", "\u2028", "\x85", "\u200b", "\ud7ff", "\U0001f600", "中文", "%", "@", "`"]
SNIPPETS = st.sampled_from([*YAML, *WRITTEN, *HIDDEN])


def everything(content: bytes) -> tuple[Document, list[Diagnostic]]:
    """All that `check` finds in a file."""
    document = parse(content, "gb/case.yaml")
    record, faults = read_record(document)
    findings = [*document.findings, *faults]
    if record is not None:
        findings += check_record(Subject(record, document, "gb/case", AS_OF))
    return document, findings


@given(content=st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    assert_real(*everything(content))


@given(parts=st.lists(SNIPPETS, max_size=40))
def test_any_marks(parts: list[str]) -> None:
    assert_real(*everything("".join(parts).encode()))


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_real_record_with_something_wrong(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([SOUND, *REAL]))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.sampled_from([0, 0, 1, 5, 40, 400]))
        text = text[:start] + data.draw(SNIPPETS) + text[start + length :]
    assert_real(*everything(text.encode()))


BAD_TEXTS = ["plain", "a@b.example", "微信 topup88", "*21*447700900123#", "1,000 GB", "<b>", "\u202e", " x ", "x" * 401]
TEXTS = st.lists(st.sampled_from(BAD_TEXTS), min_size=1, max_size=5)


@settings(deadline=None, max_examples=60)
@given(number=st.integers(0, 0xFFFF), texts=TEXTS)
def test_any_record_of_the_right_shape(number: int, texts: list[str]) -> None:
    """Every rule has something to look at."""
    written = json.dumps(drawn_tree(Random(number)), ensure_ascii=False)
    document, findings = everything(written.encode())
    assert "G1" not in {finding.code[:2] for finding in findings}
    assert_real(document, findings)
    assert_real(*everything(MARKER.sub(lambda match: texts[len(match[0]) % len(texts)], written).encode()))


KEYS = st.sampled_from(["value", "source", "en", "zh", "kind", "from", "note", "on", "x"])
TREES = st.recursive(
    st.sampled_from(["", "x", "10", "GB", "none", "page", "*100#", "2026-11-01", "call"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["fee", "code", "needs", "amounts", "note", "limits", "ended", "source", "kind", "steps", "triggers", "checked"]
)
BLOCKS = st.sampled_from(
    ["name", "sources", "channels", "keep_number", "voucher", "balance", "validity", "disputes", "not_found", "country"]
)


@given(block=BLOCKS, field=FIELDS, one=TREES, other=TREES)
def test_any_shape_in_any_field(block: str, field: str, one: object, other: object) -> None:
    """The schema answers with findings, whatever stands where."""
    sound = {"name": "Case", "country": "GB", "sources": {"page": {"publisher": "Case"}}}
    for tree in (
        {**sound, block: one},
        {**sound, block: [one, other]},
        {**sound, "channels": [{"kind": "auto_top_up", "source": "page", field: one}]},
        {**sound, "keep_number": [{"counts_as_use": one, "stages": [other], "reactivation": other, "source": "page"}]},
        {**sound, "not_a_top_up": [{"kind": "pause", "how": one, "source": other}]},
    ):
        assert_real(*everything(json.dumps(tree).encode()))


LONG = "x" * 90
WORDS = st.lists(st.sampled_from(["a", "word", "-", "--", "==", "1.", "2026年11月23日", "中文字", "，", "*100#", LONG]))


@given(words=WORDS, start=st.sampled_from(["", "- ", "1. ", "== "]))
def test_wrapping_keeps_every_word_and_starts_no_item(words: list[str], start: str) -> None:
    line = start + " ".join(words)
    wrapped = wrap(line.strip()).split("\n")
    assert "".join("".join(wrapped).split()) == "".join(line.split())
    assert sum(part.count("2026年11月23日") for part in wrapped) == line.count("2026年11月23日")
    assert not any(part.startswith(("- ", "== ", "1. ", "-- ")) for part in wrapped[1:])
    assert all(columns(part) <= WIDTH or len(part.split()) <= 3 or LONG in part for part in wrapped)
