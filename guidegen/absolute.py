"""Absolute addresses, written only when the address of the site is given: canonical, other languages, sitemap.

They are put in after the last gate has seen the pages, so that the gate itself lets no address pass.
"""

import re
from collections.abc import Mapping
from html import escape

_LANG = re.compile(r'<html lang="([^"]+)">')


def with_addresses(pages: Mapping[str, str], base_url: str) -> dict[str, str]:
    """The pages with their own address in the head, and a sitemap; `base_url` ends in no slash."""
    html = {path: text for path, text in pages.items() if path.endswith(".html")}
    twins = {path: _twins(path, html) for path in html}
    addressed = {path: _addressed(path, text, twins[path], base_url) for path, text in html.items()}
    return {**pages, **addressed, "sitemap.xml": _sitemap(html, base_url)}


def _twins(path: str, html: Mapping[str, str]) -> dict[str, str]:
    """The same page in each language, by language tag, and the page that lets the reader choose."""
    rest = path.partition("/")[2] or "index.html"
    found = {_tag(text): twin for twin, text in html.items() if twin.partition("/")[2] == rest}
    return {**found, "x-default": "index.html"} if rest == "index.html" else found


def _tag(text: str) -> str:
    match = _LANG.search(text)
    return match[1] if match else ""


def _addressed(path: str, text: str, twins: Mapping[str, str], base_url: str) -> str:
    links = [f'<link rel="canonical" href="{_address(base_url, path)}">']
    if len(twins) > 1:
        links += [
            f'<link rel="alternate" hreflang="{tag}" href="{_address(base_url, twin)}">' for tag, twin in twins.items()
        ]
    return text.replace("<title>", "\n".join([*links, "<title>"]), 1)


def _address(base_url: str, path: str) -> str:
    return escape(f"{base_url}/{path.removesuffix('index.html')}")


def _sitemap(paths: Mapping[str, str], base_url: str) -> str:
    places = "\n".join(f"<url><loc>{_address(base_url, path)}</loc></url>" for path in sorted(paths))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}\n</urlset>\n'
    )
