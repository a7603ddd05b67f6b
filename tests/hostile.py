"""Texts that run, load or change something where a page does not escape them: `data/xss.txt`."""

import re
from pathlib import Path

FILE = Path(__file__).parent / "data" / "xss.txt"
_UNSEEN = re.compile(r"\{U\+([0-9A-F]{4,6})\}")


def hostile_texts() -> list[str]:
    """Each text of the list, with the characters that no editor shows."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [_UNSEEN.sub(lambda match: chr(int(match[1], 16)), line) for line in lines if not line.startswith("## ")]
