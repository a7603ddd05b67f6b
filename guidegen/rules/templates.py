"""G4: no link and no invitation in the words of a template."""

import re
from collections.abc import Iterator
from pathlib import Path

from guidegen.diagnostics import Diagnostic, fault
from guidegen.links import Hit, scan_html, scan_text
from guidegen.overlay import template_files
from guidegen.rules.links import page_findings

LINK_IN_TEMPLATE = fault(
    "G403",
    "link-in-template",
    """
    Take the address or the invitation out of the template.

    Why: the words of a template stand on every page that is made with it.
    Bad: an address typed into a sentence of `templates/languages/en.j2`.
    Good: the name of the service alone.
    """,
)
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# What stands in place of an expression, and beside it in an address; the address itself is judged on finished pages.
_FILLING = set("x./")
_LITERAL = re.compile(r'"([^"\n]*)"')
# Names of fields and topics (validity.credit) are no words for readers.
_NAME = re.compile(r"[a-z_]+(?:\.[a-z_]+)*")


def template_findings(folder: Path) -> Iterator[Diagnostic]:
    """What works as a link or asks for contact in the words of any template in use, at its line. May raise OSError."""
    for file in (file for file in template_files(folder).values() if file.suffix == ".j2"):
        text = file.read_text(encoding="utf-8", errors="replace")
        written = (hit for hit in scan_html(_JINJA.sub(_filled, text)) if not set(hit.seen) <= _FILLING)
        hits = [*written, *_in_literals(text)]
        yield from page_findings(LINK_IN_TEMPLATE, file.as_posix(), text, sorted(hits, key=lambda hit: hit.start))


def _filled(match: re.Match[str]) -> str:
    """As many letters as the expression had characters, so that places stay right and addresses stay relative."""
    return re.sub(r"[^\n]", "x", match[0])


def _in_literals(text: str) -> Iterator[Hit]:
    """Hits in the strings that stand inside expressions: the tables of a language file."""
    for block in _JINJA.finditer(text):
        if block[0].startswith("{#"):
            continue
        for literal in _LITERAL.finditer(text, block.start(), block.end()):
            for hit in () if _NAME.fullmatch(literal[1]) else scan_text(literal[1]):
                start = literal.start(1)
                yield Hit(hit.start + start, hit.end + start, hit.family, hit.seen, hit.reading, hit.help)
