"""The pages of a site: which there are, what each holds, and how they lead to one another."""

import copy
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from guidegen.collation import sorter
from guidegen.model import Carrier
from guidegen.overviews import coverage_body, which_body
from guidegen.render import Records, render_guide, templates_for
from guidegen.search import FILTERS, index_entries
from guidegen.shell import Shell, nested
from guidegen.source import Data
from guidegen.templating import FORMATS, Templates
from guidegen.view import GuideView


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: its path in the site, its text, and the format it is written in."""

    path: str
    text: str
    format: str


class Views(Mapping[str, GuideView]):
    """What the guide of each carrier says, by id; worked out when it is asked for."""

    def __init__(self, records: Records) -> None:
        self._records, self._known = records, dict[str, GuideView]()

    def __getitem__(self, key: str) -> GuideView:
        if key not in self._known:
            self._known[key] = self._records.view(key)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._records.carriers))

    def __len__(self) -> int:
        return len(self._records.carriers)


class Site:
    """Everything that one set of records is published as."""

    def __init__(
        self,
        records: Records,
        folder: Path,
        languages: list[str],
        formats: list[str],
        prepare: Callable[[Path, str, str], Templates] = templates_for,
    ) -> None:
        self.records, self.folder, self._prepare = records, folder, prepare
        self.languages, self.formats = languages, formats
        self._compiled: dict[tuple[str, str], Templates] = {}
        self.views: Mapping[str, GuideView] = Views(records)

    @property
    def _carriers(self) -> Mapping[str, Carrier]:
        return self.records.carriers

    def _templates(self, language: str, format: str) -> Templates:
        if (language, format) not in self._compiled:
            self._compiled[language, format] = self._prepare(self.folder, language, format)
        return self._compiled[language, format]

    def with_records(self, records: Records) -> "Site":
        """The same templates and style for other records."""
        other = copy.copy(self)
        other.records, other.views = records, Views(records)
        return other

    def pages(self) -> Iterator[Page]:
        """Every page, guides first."""
        for make in self.recipes().values():
            yield make()

    def recipes(self) -> dict[str, Callable[[], Page]]:
        """How each page is made, by its path, guides first; nothing is rendered before it is asked for."""
        recipes: dict[str, Callable[[], Page]] = {}
        for language in self.languages:
            for format in self.formats:
                for key in self.views:
                    recipes[f"{language}/{key}.{format}"] = partial(self._guide, language, key, format)
        if "html" in self.formats:
            for language in self.languages:
                recipes |= self._around(language)
            recipes["index.html"] = self._choice
        return recipes

    def _guide(self, language: str, key: str, format: str) -> Page:
        templates, view = self._templates(language, format), self.views[key]
        text = render_guide(view, templates)
        path = f"{language}/{key}.{format}"
        if format == "html":
            text = self._shell(language, path, templates.words.page_title(view.carrier), text, key)
        return Page(path, text, format)

    def _around(self, language: str) -> dict[str, Callable[[], Page]]:
        """The pages around the guides of a language."""
        recipes: dict[str, Callable[[], Page]] = {
            f"{language}/index.html": partial(self._index, language),
            f"{language}/about.html": partial(self._about, language),
            f"{language}/coverage.html": partial(self._coverage, language),
            f"{language}/which.html": partial(self._which, language),
        }
        for code in sorted({carrier.country for carrier in self._carriers.values()}):
            recipes[f"{language}/{code.lower()}.html"] = partial(self._country, language, code)
        return recipes

    def _index(self, language: str) -> Page:
        templates, script = self._html[language], self._frame.script("search.js")
        words = [templates.words, *(self._html[other].words for other in self.languages if other != language)]
        countries = index_entries(self._groups(language), self.views, words)
        filters = [(name, bit) for name, (bit, _) in FILTERS.items()]
        body = templates.render("index.j2", countries=countries, count=len(self.views), filters=filters, script=script)
        path = f"{language}/index.html"
        return Page(path, self._frame.wrap(language, path, templates.words.site["title"], body, script=script), "html")

    def _about(self, language: str) -> Page:
        templates = self._html[language]
        return self._page(language, "about", templates.words.about["title"], templates.render("about.j2"))

    def _coverage(self, language: str) -> Page:
        templates = self._html[language]
        body = coverage_body(templates, self.views, self._groups(language))
        return self._page(language, "coverage", templates.words.coverage["title"], body)

    def _which(self, language: str) -> Page:
        templates = self._html[language]
        return self._page(language, "which", templates.words.which["title"], which_body(templates, self._carriers))

    def _country(self, language: str, code: str) -> Page:
        templates = self._html[language]
        _, _, entries = self._group(language, code)
        guides = []
        for key, carrier in entries:
            name = key.split("/")[1]
            guide = nested(render_guide(self.views[key], templates), name)
            guides.append((templates.words.title(carrier), name, guide))
        title = str(templates.words.country_guides(code))
        return self._page(language, code.lower(), title, templates.render("country.j2", title=title, guides=guides))

    def _page(self, language: str, name: str, title: str, body: str) -> Page:
        path = f"{language}/{name}.html"
        return Page(path, self._shell(language, path, title, body), "html")

    def _choice(self) -> Page:
        """The first page: choose a language."""
        first = self._html[self.languages[0]]
        choices = [(language, self._html[language].words) for language in self.languages]
        return Page("index.html", first.render("choice.html.j2", choices=choices, **self._frame.style_around), "html")

    @cached_property
    def _html(self) -> dict[str, Templates]:
        return {language: self._templates(language, "html") for language in self.languages}

    @cached_property
    def _frame(self) -> Shell:
        return Shell(self.folder, self._html)

    def _shell(self, language: str, path: str, title: str, body: str, key: str = "") -> str:
        plain = [format for format in self.formats if format != "html"] if key else []
        return self._frame.wrap(language, path, title, body, key, plain)

    def _groups(self, language: str) -> list[tuple[str, str, list[tuple[str, Carrier]]]]:
        """Countries as the language sorts them, each with its carriers by name: (code, name, [(id, carrier)])."""
        words = self._html[language].words
        order = sorter(words.collation, words.sort_as)
        groups = [self._group(language, code) for code in {carrier.country for carrier in self._carriers.values()}]
        return sorted(groups, key=lambda group: (group[0] == "ZZ", order(group[1])))

    def _group(self, language: str, country: str) -> tuple[str, str, list[tuple[str, Carrier]]]:
        words = self._html[language].words
        order = sorter(words.collation, words.sort_as)
        entries = [(key, carrier) for key, carrier in self._carriers.items() if carrier.country == country]
        entries.sort(key=lambda entry: (order(str(words.of(entry[1].name))), entry[0]))
        return country, words.country_heading(country).unescape(), entries


def data_pages(trees: Mapping[str, Data], site: Site) -> Iterator[Page]:
    """The records for machines, as they stand in the YAML but without addresses, with the status of each statement."""
    from guidegen.coverage import as_data, cover
    from guidegen.jsonschema import data_schema

    carriers = {
        key: {"record": without_addresses(trees[key]), "statuses": _statuses(view)} for key, view in site.views.items()
    }
    yield Page("data/v1/carriers.json", _json({"carriers": carriers}), "json")
    yield Page("data/v1/schema.json", _json(data_schema()), "json")
    yield Page("data/v1/coverage.json", _json(as_data(cover(site.views))), "json")


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
