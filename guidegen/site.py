"""The pages of a site: which there are, what each holds, and how they lead to one another."""

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from guidegen.collation import sorter
from guidegen.model import Carrier
from guidegen.render import Records, render_guide, templates_for
from guidegen.source import Data
from guidegen.templating import FORMATS, Templates


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: its path in the site, its text, and the format it is written in."""

    path: str
    text: str
    format: str


class Site:
    """Everything that one set of records is published as."""

    def __init__(self, records: Records, folder: Path, languages: list[str], formats: list[str]) -> None:
        self.records, self.folder = records, folder
        self.languages, self.formats = languages, formats
        self.views = {key: records.view(key) for key in sorted(records.carriers)}

    def pages(self) -> Iterator[Page]:
        """Every page, guides first."""
        for language in self.languages:
            for format in self.formats:
                yield from self._guides(language, format)
        if "html" in self.formats:
            for language in self.languages:
                yield from self._around(language)
            yield self._choice()

    def _guides(self, language: str, format: str) -> Iterator[Page]:
        templates = templates_for(self.folder, language, format)
        for key, view in self.views.items():
            text = render_guide(view, templates)
            path = f"{language}/{key}.{format}"
            if format == "html":
                text = self._shell(language, path, templates.words.title(view.carrier), text, key)
            yield Page(path, text, format)

    def _around(self, language: str) -> Iterator[Page]:
        templates = self._html[language]
        words = templates.words
        groups = self._groups(language)
        index = templates.render("index.j2", groups=groups, count=len(self.views))
        yield self._page(language, "index", words.site["title"], index)
        yield self._page(language, "about", words.about["title"], templates.render("about.j2"))
        for code, name, entries in groups:
            guides = [render_guide(self.views[key], templates) for key, _ in entries]
            body = templates.render("country.j2", name=name, guides=guides, entries=entries)
            yield self._page(language, code.lower(), name, body)

    def _page(self, language: str, name: str, title: str, body: str) -> Page:
        path = f"{language}/{name}.html"
        return Page(path, self._shell(language, path, title, body), "html")

    def _choice(self) -> Page:
        """The first page: choose a language."""
        first = self._html[self.languages[0]]
        choices = [(language, self._html[language].words) for language in self.languages]
        return Page("index.html", first.render("choice.html.j2", choices=choices, **self._style), "html")

    @cached_property
    def _html(self) -> dict[str, Templates]:
        return {language: templates_for(self.folder, language, "html") for language in self.languages}

    @cached_property
    def _style(self) -> dict[str, str]:
        """The inlined style sheet and its hash for the Content-Security-Policy."""
        style = (self.folder / "style.css").read_text(encoding="utf-8").strip()
        return {"style": style, "style_hash": base64.b64encode(sha256(style.encode()).digest()).decode()}

    def _shell(self, language: str, path: str, title: str, body: str, key: str = "") -> str:
        """A whole HTML page around a body, with relative addresses only."""
        up = "../" * path.count("/")
        others = [(other, f"{up}{other}/{path.split('/', 1)[1]}") for other in self.languages if other != language]
        twins = [(self._html[other].words, address) for other, address in others]
        plain = [f for f in self.formats if f != "html"] if key else []
        return self._html[language].render(
            "page.html.j2", title=title, body=body, up=up, twins=twins, key=key, plain=plain, **self._style
        )

    def _groups(self, language: str) -> list[tuple[str, str, list[tuple[str, Carrier]]]]:
        """Countries as the language sorts them, each with its carriers by name: (code, name, [(id, carrier)])."""
        words = self._html[language].words
        order = sorter(words.collation, words.sort_as)
        codes = {view.carrier.country for view in self.views.values()}
        names = {code: str(words.country_heading(code)) for code in codes}
        return [
            (code, names[code], sorted(self._of(code), key=lambda entry: order(str(words.of(entry[1].name)))))
            for code in sorted(codes, key=lambda code: (code == "ZZ", order(names[code])))
        ]

    def _of(self, country: str) -> list[tuple[str, Carrier]]:
        return [(key, view.carrier) for key, view in self.views.items() if view.carrier.country == country]


def data_pages(trees: Mapping[str, Data], site: Site) -> Iterator[Page]:
    """The records for machines, as they stand in the YAML but without addresses, with the status of each statement."""
    from guidegen.schema import data_schema

    carriers = {
        key: {"record": without_addresses(trees[key]), "statuses": _statuses(view)} for key, view in site.views.items()
    }
    yield Page("data/v1/carriers.json", _json({"carriers": carriers}), "json")
    yield Page("data/v1/schema.json", _json(data_schema()), "json")


def _statuses(view: Any) -> dict[str, str]:
    return {str(where): str(view.assessment.of(item).status) for where, item in view.carrier.statements()}


def without_addresses(tree: Data) -> Data:
    """A tree without the `url` of its sources, which are for maintainers only."""
    if isinstance(tree, dict):
        return {key: without_addresses(value) for key, value in tree.items() if key != "url"}
    return [without_addresses(item) for item in tree] if isinstance(tree, list) else tree


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


__all__ = ["FORMATS", "Page", "Site", "data_pages", "without_addresses"]
