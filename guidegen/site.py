"""The pages of a site: which there are, what each holds, and how they lead to one another.

Guides and the page of a country are made from records; everything around them is made from cards (see `card`), so
that a site can be larger than what one process holds.
"""

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from guidegen.card import Card, card_of, carriers_of
from guidegen.collation import sorter
from guidegen.model import Carrier
from guidegen.overviews import coverage_body, which_body
from guidegen.render import Records, render_guide, templates_for
from guidegen.search import FILTERS, index_entries
from guidegen.shell import Shell, nested
from guidegen.templating import FORMATS, Templates
from guidegen.view import GuideView

Recipes = dict[str, Callable[[], "Page"]]


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
        self.folder, self._prepare = folder, prepare
        self.languages, self.formats = languages, formats
        self._compiled: dict[tuple[str, str], Templates] = {}
        # One frame for this site and those made from it: it remembers the style sheets that it made.
        self._frame = Shell(folder, languages, partial(self._templates, format="html"))
        self._hold(records)

    def _hold(self, records: Records) -> None:
        self.records, self._cards = records, self._own_cards
        self.views: Mapping[str, GuideView] = Views(records)
        self._bodies: dict[tuple[str, str], str] = {}
        self._made_cards: Mapping[str, Card] | None = None

    def with_records(self, records: Records) -> "Site":
        """The same templates and style for other records."""
        other = copy.copy(self)
        other._hold(records)
        return other

    def with_cards(self, cards: Callable[[], Mapping[str, Card]]) -> "Site":
        """The same templates and style, to make the pages around records that are known by their cards alone.

        `cards` gives them when the first page asks.
        """
        other = copy.copy(self)
        other._cards = cards
        return other

    @property
    def cards(self) -> Mapping[str, Card]:
        """The card of each record by id."""
        return self._cards()

    def _own_cards(self) -> Mapping[str, Card]:
        if self._made_cards is None:
            self._made_cards = {key: card_of(key, view) for key, view in self.views.items()}
        return self._made_cards

    def words(self, language: str) -> Any:
        """The module of a language file."""
        return self._templates(language, self.formats[0]).words

    def recipes(self) -> Recipes:
        """How each page is made, by its path, guides first; nothing is rendered before it is asked for."""
        return {**self.guides(), **self.countries(), **self.around()}

    def guides(self) -> Recipes:
        """The guide of each record, in each language and format."""
        return {
            f"{language}/{key}.{format}": partial(self._guide, language, key, format)
            for language in self.languages
            for format in self.formats
            for key in self.views
        }

    def countries(self) -> Recipes:
        """For each country one page that holds all its guides."""
        codes = sorted({carrier.country for carrier in self.records.carriers.values()})
        return {
            f"{language}/{code.lower()}.html": partial(self._country, language, code)
            for language in self.languages
            for code in codes
            if "html" in self.formats
        }

    def around(self) -> Recipes:
        """The pages around the guides, made from the cards of all records."""
        if "html" not in self.formats:
            return {}
        recipes: Recipes = {}
        for language in self.languages:
            recipes[f"{language}/index.html"] = partial(self._index, language)
            recipes[f"{language}/about.html"] = partial(self._about, language)
            recipes[f"{language}/coverage.html"] = partial(self._coverage, language)
            recipes[f"{language}/which.html"] = partial(self._which, language)
        return {**recipes, "index.html": self._choice}

    def _templates(self, language: str, format: str) -> Templates:
        if (language, format) not in self._compiled:
            self._compiled[language, format] = self._prepare(self.folder, language, format)
        return self._compiled[language, format]

    def _guide(self, language: str, key: str, format: str) -> Page:
        path = f"{language}/{key}.{format}"
        if format != "html":
            return Page(path, render_guide(self.views[key], self._templates(language, format)), format)
        title = self._html[language].words.page_title(self.views[key].carrier)
        return Page(path, self._shell(language, path, title, self._body(language, key), key), format)

    def _body(self, language: str, key: str) -> str:
        """A guide in HTML, rendered once for its own page and for that of its country."""
        if (language, key) not in self._bodies:
            self._bodies[language, key] = render_guide(self.views[key], self._html[language])
        return self._bodies[language, key]

    def _country(self, language: str, code: str) -> Page:
        templates = self._html[language]
        _, _, entries = self._group(language, code, self.records.carriers)
        guides = []
        for key, carrier in entries:
            name = key.split("/")[1]
            guides.append((templates.words.title(carrier), name, nested(self._body(language, key), name)))
        title = str(templates.words.country_guides(code))
        return self._page(language, code.lower(), title, templates.render("country.j2", title=title, guides=guides))

    def _index(self, language: str) -> Page:
        templates, script = self._html[language], self._frame.script("search.js")
        words = [templates.words, *(self._html[other].words for other in self.languages if other != language)]
        suits = {key: card.situations for key, card in self.cards.items()}
        countries = index_entries(self._groups(language), suits, words)
        filters = [(name, bit) for name, (bit, _) in FILTERS.items()]
        body = templates.render("index.j2", countries=countries, count=len(suits), filters=filters, script=script)
        path = f"{language}/index.html"
        return Page(path, self._frame.wrap(language, path, templates.words.site["title"], body, script=script), "html")

    def _about(self, language: str) -> Page:
        templates = self._html[language]
        return self._page(language, "about", templates.words.about["title"], templates.render("about.j2"))

    def _coverage(self, language: str) -> Page:
        templates, records = self._html[language], [card.record for card in self.cards.values()]
        body = coverage_body(templates, records, self._groups(language))
        return self._page(language, "coverage", templates.words.coverage["title"], body)

    def _which(self, language: str) -> Page:
        templates = self._html[language]
        body = which_body(templates, carriers_of(self.cards))
        return self._page(language, "which", templates.words.which["title"], body)

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

    def _shell(self, language: str, path: str, title: str, body: str, key: str = "") -> str:
        plain = [format for format in self.formats if format != "html"] if key else []
        return self._frame.wrap(language, path, title, body, key, plain)

    def _groups(self, language: str) -> list[tuple[str, str, list[tuple[str, Carrier]]]]:
        """Countries as the language sorts them, each with its carriers by name: (code, name, [(id, carrier)])."""
        words, carriers = self._html[language].words, carriers_of(self.cards)
        order = sorter(words.collation, words.sort_as)
        by_country: dict[str, dict[str, Carrier]] = {}
        for key, carrier in carriers.items():
            by_country.setdefault(carrier.country, {})[key] = carrier
        groups = [self._group(language, code, of) for code, of in by_country.items()]
        return sorted(groups, key=lambda group: (group[0] == "ZZ", order(group[1])))

    def _group(
        self, language: str, country: str, carriers: Mapping[str, Carrier]
    ) -> tuple[str, str, list[tuple[str, Carrier]]]:
        words = self._html[language].words
        order = sorter(words.collation, words.sort_as)
        entries = [(key, carrier) for key, carrier in carriers.items() if carrier.country == country]
        entries.sort(key=lambda entry: (order(str(words.of(entry[1].name))), entry[0]))
        return country, words.country_heading(country).unescape(), entries


__all__ = ["FORMATS", "Page", "Recipes", "Site"]
