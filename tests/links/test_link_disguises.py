"""Every disguise over every bad string of the sets: how many of a hundred may be missed at most."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from guidegen.links import scan_text

HERE = Path(__file__).parent
SETS = [
    *(HERE.parent / "data" / f"{name}.tsv" for name in ("link-guard", "link-guard-own")),
    *sorted(HERE.glob("*-look.tsv")),
]
# What is disguised already, or what works in one place of a page only.
LEFT_OUT = ("obf", "markdown", "html", "combo", "stress")
LOOKALIKES = str.maketrans("aeopcxyijs", "аеорсхуіјѕ")


def bad() -> list[str]:
    rows = (line.split("\t") for file in SETS for line in file.read_text(encoding="utf-8").splitlines()[1:])
    return [
        json.loads(f'"{text}"') for label, family, text in rows if label == "reject" and not family.startswith(LEFT_OUT)
    ]


def wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def bold(text: str) -> str:
    letters = {**{65 + i: 0x1D400 + i for i in range(26)}, **{97 + i: 0x1D41A + i for i in range(26)}}
    return text.translate({**letters, **{48 + i: 0x1D7CE + i for i in range(10)}})


def circled(text: str) -> str:
    return text.translate({**{97 + i: 0x24D0 + i for i in range(26)}, **{65 + i: 0x24B6 + i for i in range(26)}})


DISGUISES: dict[str, tuple[Callable[[str], str], float]] = {
    "wide letters": (wide, 2),
    "bold letters": (bold, 1),
    "circled letters": (circled, 1),
    "Cyrillic letters": (lambda text: text.translate(LOOKALIKES), 1),
    "invisible characters": ("\u200b".join, 1),
    "soft hyphens": ("\u00ad".join, 1),
    "spaces": (" ".join, 8),
    "pictures": ("🌟".join, 10),
    "one word a line": (lambda text: text.replace(" ", "\n"), 4),
    "entities": (lambda text: "".join(f"&#{ord(char)};" for char in text), 1),
    "percent codes": (lambda text: quote(text, safe=""), 1),
    "escapes": (lambda text: "".join(f"\\u{ord(char):04x}" for char in text), 2),
    "base64": (lambda text: base64.b64encode(text.encode()).decode(), 4),
    "marks of stress": (lambda text: f"**{text}**", 1),
    "capitals": (str.upper, 4),
    "a warning before": (lambda text: f"官方提醒：{text}", 1),
    "a guide before": (lambda text: f"Dial *100# and wait for the text. {text}", 0),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_hides_next_to_nothing(name: str) -> None:
    disguise, most = DISGUISES[name]
    hidden = [text for text in map(disguise, bad()) if not scan_text(text)]
    assert 100 * len(hidden) / len(bad()) <= most, hidden
