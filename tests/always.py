"""What holds whatever stands in a record: findings at real places, and the structure of a page, in each format."""

import re
from html.parser import HTMLParser
from itertools import zip_longest

from markdown_it import MarkdownIt

from guidegen.diagnostics import Diagnostic
from guidegen.report import as_json, as_text
from guidegen.source import Document


def assert_real(document: Document, findings: list[Diagnostic]) -> None:
    lines = document.text.split("\n")
    for finding in findings:
        span = finding.span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert as_text(findings, {document.path: document.text}).count("\n\n") < max(1, len(findings))
    assert len(as_json(findings, {})) > 1


# Attributes that lead somewhere, load or say how a thing looks: no text of a record is in their values.
LEADING = ("href", "src", "srcset", "srcdoc", "action", "formaction", "style", "http-equiv")
# What depends on the words of a text or on its length.
_OF_TEXTS = ("class", "data-s")


class Tags(HTMLParser):
    """The tags of a page with the names of their attributes, of some with the value.

    What depends on the length of a text is left out.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, tuple[tuple[str, str], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "wbr":
            held = {name: (value or "") * (name in LEADING) for name, value in attrs if name not in _OF_TEXTS}
            self.found.append((tag, tuple(sorted(held.items()))))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}", ()))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", ()))


def of_html(text: str) -> list[object]:
    tags = Tags()
    tags.feed(text)
    tags.close()
    return [*tags.found]


def of_markdown(text: str) -> list[object]:
    found: list[object] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        found.append((token.type, token.tag, token.level))
        found += [(child.type, child.tag) for child in token.children or () if child.type != "text"]
    return found


def of_text(text: str) -> list[object]:
    kinds = ("^== .* ==$", "^-- .* --$", r"^\d+\. ", "^- ", "^  ", "^$", "")
    return [next(kind for kind in kinds if re.search(kind, line)) for line in text.split("\n")]


STRUCTURES = {"html": of_html, "md": of_markdown, "txt": of_text}


def first_difference(found: list[object], expected: list[object]) -> tuple[int, object, object] | None:
    pairs = enumerate(zip_longest(found, expected))
    return next(((place, one, other) for place, (one, other) in pairs if one != other), None)
