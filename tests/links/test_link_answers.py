"""What is said of a text or page, to the letter: where, of which family, and as what it was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guidegen.links import Hit, scan_html, scan_markdown, scan_text
from guidegen.links.families import help_for

ANSWERS = Path(__file__).parent / "data" / "answers.txt"
SCANS = {"txt": scan_text, "md": scan_markdown, "html": scan_html}


def answers() -> list[tuple[str, str, list[str]]]:
    found: list[tuple[str, str, list[str]]] = []
    for line in ANSWERS.read_text(encoding="utf-8").splitlines():
        if line.startswith("\t"):
            found[-1][2].append(line.strip())
        elif not line.startswith("#"):
            format, text = line.split("\t")
            found.append((format, json.loads(text), []))
    return found


def told(hit: Hit) -> str:
    cells = [f"{hit.start}-{hit.end}", hit.family]
    return "\t".join(cells if hit.reading == hit.seen else [*cells, json.dumps(hit.reading, ensure_ascii=False)])


@pytest.mark.parametrize(("format", "text", "expected"), answers())
def test_answer(format: str, text: str, expected: list[str]) -> None:
    hits = SCANS[format](text)
    assert [told(hit) for hit in hits] == expected
    assert [hit.seen for hit in hits] == [text[hit.start : hit.end] for hit in hits]
    assert [hit.help for hit in hits] == [help_for(hit.family) for hit in hits]
