"""How many honest strings does the link guard refuse? Tried on what other programs say, which nobody here wrote.

    python tools/scan_messages.py

Reads the message catalogues of this system (gettext, `zh_CN`: the Chinese and the English of each message) and the
English words of Chromium, leaves out what holds an address, a path or code, and prints what the guard takes for a link
or an offer.
"""

import gettext
import re
import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from guidegen.links import scan_text

CATALOGUES = Path("/usr/share/locale/zh_CN"), *sorted(Path("/usr/share").glob("*/*/lang/zh_CN*"))
CHROMIUM = Path("/usr/lib/chromium/locales/en-US.pak")
NO_SENTENCE = re.compile(r"https?:|www|@|\.(?:com|org|net|cn|io|html|js|c|h|conf|so|gz|deb)\b|[<>%\\&`$/]")


def messages() -> Iterator[tuple[str, str]]:
    """Every message in English and Chinese, by its language."""
    for file in (file for folder in CATALOGUES for file in sorted(folder.rglob("*.mo"))):
        with file.open("rb") as handle:
            catalogue = vars(gettext.GNUTranslations(handle))["_catalog"]
        for english, chinese in catalogue.items():
            if isinstance(english, str) and isinstance(chinese, str):
                yield "en", english
                yield "zh", chinese


def words_of_chromium() -> Iterator[tuple[str, str]]:
    """The strings of a data pack, version 5: a head, then a table of where each begins."""
    content = CHROMIUM.read_bytes() if CHROMIUM.exists() else b""
    count = struct.unpack("<H", content[8:10])[0] if content[:1] == b"\x05" else 0
    places = [struct.unpack("<I", content[14 + 6 * i : 18 + 6 * i])[0] for i in range(count + 1)] if count else []
    for start, end in pairwise(places):
        yield "en", content[start:end].decode(errors="ignore")


def main() -> None:
    """Print each refused string, and how many there are."""
    said = {(language, text) for language, text in (*messages(), *words_of_chromium()) if 8 < len(text) < 400}
    tried = sorted((language, text) for language, text in said if not NO_SENTENCE.search(text))
    refused = [(language, text, hits[0]) for language, text in tried if (hits := scan_text(text))]
    for language, text, hit in refused:
        print(f"{language} {hit.family}: {hit.seen!r} in {text!r}")
    for language in ("zh", "en"):
        number, of = (sum(row[0] == language for row in rows) for rows in (refused, tried))
        print(f"{language}: {number} of {of:,} refused")


if __name__ == "__main__":
    main()
