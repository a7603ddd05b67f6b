"""The facts for machines: records as they stand in the YAML but without addresses, with the status of each statement.

One file for each country, and the same joined into one; `carriers.json` holds a record on each line.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from guidegen.card import Card
from guidegen.coverage import as_data, cover
from guidegen.site import Page, Site
from guidegen.source import Data
from guidegen.view import GuideView

FOLDER = "data/v1"
WHOLE = f"{FOLDER}/carriers.json"
# What stands around the records of a file; `joined` relies on it.
HEAD, BETWEEN, TAIL = '{"carriers": {\n', ",\n", "\n}}\n"


def of_country(code: str, trees: Mapping[str, Data], views: Mapping[str, GuideView]) -> Page:
    """The records of one country; `code` is its folder."""
    lines = (f"{_line(key)}: {_line(_entry(trees[key], views[key]))}" for key in sorted(views))
    return Page(f"{FOLDER}/{code}.json", HEAD + BETWEEN.join(lines) + TAIL, "json")


def joined(pieces: Iterable[str]) -> Iterator[str]:
    """The texts of the files of countries as parts of one file that holds them all, in the same order."""
    before = HEAD
    for piece in pieces:
        yield before + piece.removeprefix(HEAD).removesuffix(TAIL)
        before = BETWEEN
    yield (HEAD if before == HEAD else "") + TAIL


def recipes(trees: Mapping[str, Data], site: Site) -> dict[str, Callable[[], Page]]:
    """How every file is made, by path, where all records are at hand."""
    pieces = {f"{FOLDER}/{code}.json": partial(_piece, code, trees, site) for code in {key[:2] for key in site.views}}
    whole = {WHOLE: lambda: Page(WHOLE, "".join(joined(pieces[path]().text for path in sorted(pieces))), "json")}
    return {**pieces, **whole, **around(lambda: site.cards)}


def _piece(code: str, trees: Mapping[str, Data], site: Site) -> Page:
    return of_country(code, trees, {key: site.views[key] for key in site.views if key.startswith(f"{code}/")})


def around(cards: Callable[[], Mapping[str, Card]]) -> dict[str, Callable[[], Page]]:
    """How the files about all records are made, by path: their coverage, and the schema of a record."""
    return {f"{FOLDER}/coverage.json": lambda: _coverage(cards()), f"{FOLDER}/schema.json": _schema}


def _coverage(cards: Mapping[str, Card]) -> Page:
    figures = as_data(cover(card.record for card in cards.values()))
    return Page(f"{FOLDER}/coverage.json", _pretty(figures), "json")


def _schema() -> Page:
    from guidegen.jsonschema import data_schema

    return Page(f"{FOLDER}/schema.json", _pretty(data_schema()), "json")


def _entry(tree: Data, view: GuideView) -> dict[str, Any]:
    statuses = {str(where): str(view.assessment.of(item).status) for where, item in view.carrier.statements()}
    return {"record": without_addresses(tree), "statuses": statuses}


def without_addresses(tree: Data) -> Data:
    """A tree without the `url` of its sources, which are for maintainers only."""
    if isinstance(tree, dict):
        return {key: without_addresses(value) for key, value in tree.items() if key != "url"}
    return [without_addresses(item) for item in tree] if isinstance(tree, list) else tree


def _line(value: object) -> str:
    """On one line, which is what the encoder in C can do."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _pretty(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
