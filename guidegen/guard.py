"""Finished pages with the last gate before they are published: no link, nothing that works as one."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from guidegen.diagnostics import Diagnostic
from guidegen.links import Hit, scan_html, scan_markdown, scan_text
from guidegen.render import render_guide, templates_for
from guidegen.rules.language.pages import page_findings as long_findings
from guidegen.rules.language.texts import LANGUAGES, names_in
from guidegen.rules.links import LINK_ON_PAGE, page_findings
from guidegen.rules.parity.pages import parity_findings
from guidegen.site import Page, Site
from guidegen.templating.faults import finding

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|\bwww\.|\bmailto:", re.IGNORECASE)
_IN_ADDRESSES = ("://", "www.", "mailto:")


def scan_data(text: str) -> tuple[Hit, ...]:
    """Addresses in a data file. Its texts were scanned one by one in the records; its keys are words of the model."""
    lower = text.lower()
    found = _ADDRESS.finditer(text) if any(part in lower for part in _IN_ADDRESSES) else ()
    return tuple(Hit(m.start(), m.end(), "url", m[0], m[0], "Leave the address out.") for m in found)


# What a template can raise besides Jinja's own errors: a filter that gets the wrong type, a missing key, a division by
# zero, a template that includes itself, a file that cannot be read.
TEMPLATE_ERRORS = (
    TemplateError,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    OSError,
)
# The formats that the rules for pages can read, the nearest to plain lines first.
READ_IN = ("md", "html")
SCANNERS: dict[str, Callable[..., Any]] = {
    "html": scan_html,
    "md": scan_markdown,
    "txt": scan_text,
    "json": scan_data,
}


def read_guide(site: Site, key: str, pages: Mapping[str, str], tree: Any) -> Iterator[Diagnostic]:
    """What is hard to read on a guide, or said in one language only.

    Both are read in Markdown where it is built, else in HTML; the two state the same lines.
    """
    view = site.views[key]
    names = names_in(tree, view.country.sources.values() if view.country else ())
    format = next((form for form in READ_IN if f"{site.languages[0]}/{key}.{form}" in pages), "")
    paths = {language: f"{language}/{key}.{format}" for language in LANGUAGES if f"{language}/{key}.{format}" in pages}
    for language, path in paths.items():
        yield from long_findings(path, pages[path], language, names, format)
    if len(paths) == len(LANGUAGES):
        en, zh = (pages[path] for path in paths.values())
        yield from parity_findings(paths["zh"], en, zh, view.carrier.currency or "", format)


def one_guide(records: Any, key: str, templates: Path, language: str, format: str) -> tuple[str, list[Diagnostic]]:
    """One guide as text, scanned like a published page."""
    try:
        text = render_guide(records.view(key), templates_for(templates, language, format))
    except TEMPLATE_ERRORS as error:
        return "", [finding(error, templates)]
    return text, scan_page(Page(f"{language}/{key}.{format}", text, format))


def scan_page(page: Page) -> list[Diagnostic]:
    """What on a finished page works as a link."""
    return page_findings(LINK_ON_PAGE, page.path, page.text, SCANNERS[page.format](page.text))
