"""Absolute addresses, written only when the address of the site is given: canonical, other languages, sitemap.

They are put in after the last gate has seen the pages, so that the gate itself lets no address pass.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape

from guidegen.site import Page

FIRST = "index.html"
SITEMAP = "sitemap.xml"


def with_address(page: Page, tags: Mapping[str, str], base_url: str) -> Page:
    """A page with its own address and those of its twins in the head.

    `tags` holds the language tag of each language of the site; `base_url` ends in no slash.
    """
    links = [f'<link rel="canonical" href="{_address(base_url, page.path)}">']
    twins = _twins(page.path, tags)
    if len(twins) > 1:
        links += [
            f'<link rel="alternate" hreflang="{tag}" href="{_address(base_url, twin)}">' for tag, twin in twins.items()
        ]
    return replace(page, text=page.text.replace("<title>", "\n".join([*links, "<title>"]), 1))


def _twins(path: str, tags: Mapping[str, str]) -> dict[str, str]:
    """The same page in each language, by language tag, and the page that lets the reader choose."""
    rest = path.partition("/")[2] or FIRST
    found = {tag: f"{language}/{rest}" for language, tag in tags.items()}
    return {**found, "x-default": FIRST} if rest == FIRST else found


def _address(base_url: str, path: str) -> str:
    return escape(f"{base_url}/{path.removesuffix(FIRST)}")


def sitemap(paths: Iterable[str], base_url: str) -> Page:
    """The list of all pages in HTML, for search engines."""
    addresses = (_address(base_url, path) for path in sorted(paths) if path.endswith(".html"))
    places = "\n".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}\n</urlset>\n'
    )
    return Page(SITEMAP, text, "xml")
