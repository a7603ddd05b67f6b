"""A finished guide as the lines of its Markdown, whatever format it is in; the page rules read these.

A line is `# heading`, `1. step`, `- item`, `| cell | cell |`, `> for shop staff` or prose, in which stand `**bold**`,
`*status*` and `` `code` ``.
"""

from functools import lru_cache

from guidegen.rules.markup import from_html

Line = tuple[int, str]
"""The 1-based number of the line in the file, and what stands there in Markdown."""


@lru_cache(maxsize=4)
def lines_of(page: str, format: str) -> tuple[Line, ...]:
    """The lines of a page that hold anything; `format` is md, or html, of which only `<article>` is read."""
    if format == "html":
        return tuple(from_html(page))
    return tuple((number, line) for number, line in enumerate(page.split("\n"), 1) if line.strip())
