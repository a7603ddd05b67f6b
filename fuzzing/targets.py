"""What must hold for any bytes: each target raises where it does not, and answers nothing where it does.

Imports no fuzzer, so that an ordinary test replays the crashes that were found.
"""

import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from random import Random

from always import STRUCTURES, assert_real, first_difference
from fullest import drawn_carrier, drawn_country, with_texts
from records import AS_OF, TEMPLATES

from guidegen.catalogue import load
from guidegen.dialling import KINDS, Purpose, check_code, check_number, check_sms, normalise, parse_code, segments
from guidegen.links import Hit, scan_html, scan_markdown, scan_text
from guidegen.render import Records, render_guide, templates_for
from guidegen.report import REPORTERS
from guidegen.source import Document
from guidegen.templating import finishing


class OutOfProportion(AssertionError):
    """The work took much longer than its input is long."""


@contextmanager
def proportionate(size: int) -> Iterator[None]:
    """No more processor time than a second, and a tenth of a millisecond for each byte or character.

    Ordinary input takes a hundredth of it; what grows with the square of a few kilobytes takes more.
    """
    begin = time.process_time()
    yield
    spent = time.process_time() - begin
    if spent > 1 + size / 10_000:
        raise OutOfProportion(f"{spent:.1f} s for {size} bytes")


PLACES = {b"%country\n": "gb/_country.yaml", b"%names\n": "_names.yaml"}


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """A folder of records that goes when the process ends."""
    folder = tempfile.TemporaryDirectory(prefix="guidegen-fuzz-")
    (Path(folder.name) / "gb").mkdir()
    return folder


def check(data: bytes) -> None:
    """Bytes to findings: all that reading, the schema and every rule say of a file, in every form of a report."""
    start = next((start for start in PLACES if data.startswith(start)), b"")
    folder = Path(_folder().name)
    file = folder / PLACES.get(start, "gb/case.yaml")
    file.write_bytes(data.removeprefix(start))
    with proportionate(len(data)):
        catalogue = load(folder, AS_OF)
    file.unlink()
    here = [finding for finding in catalogue.findings if finding.path == file.as_posix()]
    assert_real(Document(file.as_posix(), catalogue.texts.get(file.as_posix(), ""), None), here)
    for report in REPORTERS.values():
        report(catalogue.findings, catalogue.texts)


HARMLESS = "plain words"


def render(data: bytes) -> None:
    """A record to pages: two bytes choose which record, texts parted by NUL stand in its fields; none is structure."""
    chance, texts = int.from_bytes(data[:2]), data[2:].decode("utf-8", "replace").split("\0")
    with proportionate(100_000 + len(data)):
        found = _structures(chance, texts)
    alike = tuple(map(_with_the_same_places, texts))
    harmless = _harmless(chance, alike if len(set(alike)) > 1 else alike[:1])
    for place, structure in found.items():
        difference = first_difference(structure, harmless[place])
        assert difference is None, (place, difference)


def _with_the_same_places(text: str) -> str:
    """Plain words with the places of a text that the reader fills in: in a code each is a step of its own."""
    return "".join(run.text if run.name or run.text.isspace() else HARMLESS for run in segments(text)) or HARMLESS


@lru_cache(maxsize=1000)
def _harmless(chance: int, texts: tuple[str, ...]) -> dict[tuple[str, str], list[object]]:
    return _structures(chance, texts)


def _structures(chance: int, texts: Sequence[str]) -> dict[tuple[str, str], list[object]]:
    """The structure of a guide in each language and format. No text begins or ends with a blank (G105)."""

    def text(marker: str) -> str:
        number = int(marker[6:-1])
        hostile = texts[number % len(texts)]
        return (hostile + marker if number % 2 else marker + hostile).strip()

    carrier, country = drawn_carrier(Random(chance)), drawn_country(Random(chance))
    records = Records({"gb/case": with_texts(carrier, text)}, {"gb": with_texts(country, text)}, AS_OF)
    view, found = records.view("gb/case"), {}
    for language in ("en", "zh"):
        for format, structure in STRUCTURES.items():
            with _on_long_lines():
                page = render_guide(view, templates_for(TEMPLATES, language, format))
            found[language, format] = structure(page)
            finishing.wrap(page)
    return found


@contextmanager
def _on_long_lines() -> Iterator[None]:
    """In plain text each paragraph on one line; words of another length would break it elsewhere."""
    width, finishing.WIDTH = finishing.WIDTH, 10**9
    try:
        yield
    finally:
        finishing.WIDTH = width


SCANNERS: tuple[Callable[[str], tuple[Hit, ...]], ...] = (scan_text, scan_markdown, scan_html)


def links(data: bytes) -> None:
    """A text to links: every hit inside the text, in order, apart from the others, and the same the second time."""
    text = data.decode("utf-8", "surrogateescape")
    for scan in SCANNERS:
        with proportionate(len(text)):
            hits = scan(text)
        at = 0
        for hit in hits:
            assert at <= hit.start < hit.end <= len(text), (scan.__name__, hit)
            at = hit.end


COUNTRY = re.compile("[A-Z]{2}")


def dialling(data: bytes) -> None:
    """Country, code or number, and text, parted by NUL: an answer inside the string, and what passes can be dialled."""
    country, dialled, text, *_ = (*data.decode("utf-8", "surrogateescape").split("\0"), "", "")
    for purpose in Purpose:
        with proportionate(len(data)):
            found = check_code(dialled, purpose, voucher_digits=(len(text),))
        _assert_inside(found, {"code": dialled})
        assert found or parse_code(dialled) is not None
    with proportionate(len(data)):
        _assert_inside(check_number(dialled, country), {"number": dialled})
        _assert_inside(check_sms(text, dialled, country), {"number": dialled, "text": text})
    assert normalise(normalise(dialled)) == normalise(dialled)
    assert "".join(run.text for run in segments(dialled)) == dialled


def _assert_inside(found: Sequence[object], strings: dict[str, str]) -> None:
    for problem in found:
        assert problem.kind in KINDS
        assert 0 <= problem.start <= problem.end <= len(strings[problem.part])


TARGETS: dict[str, Callable[[bytes], None]] = {
    "check": check,
    "render": render,
    "links": links,
    "dialling": dialling,
}
