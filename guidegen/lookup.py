"""Finding a record by what people call it: its id, its names in both scripts, old names and misspellings."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guidegen.model import Carrier


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a word leads to: `ids` are the records that it names, `near` those that it may mean if it names none.

    `by` says how it names them: id, name, also known as, misspelling, former name.
    """

    ids: tuple[str, ...] = ()
    by: str = ""
    near: tuple[tuple[str, str], ...] = ()

    @property
    def only(self) -> str | None:
        """The id, where the word names one record."""
        return self.ids[0] if len(self.ids) == 1 else None


# How sure a kind of name is: a record's own name goes before the misspelling of another.
_SURE = {"id": 0, "name": 0, "also known as": 1, "former name": 1, "misspelling": 2}


def folded(name: str) -> str:
    """A name without what people write in different ways: width, capitals, accents, blanks, hyphens and dots."""
    wide = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in wide if char.isalnum())


def names_of(key: str, carrier: Carrier) -> Iterator[tuple[str, str]]:
    """Every name of a record, with the kind of name it is; the surest first."""
    yield "id", key
    for name in (carrier.name.en, carrier.name.zh):
        if name:
            yield "name", name
    yield "id", key.partition("/")[2]
    yield from (("also known as", name) for name in carrier.also_known_as)
    for former in carrier.former_names:
        yield from (("former name", name) for name in (former.name.en, former.name.zh) if name)
    yield from (("misspelling", name) for name in carrier.misspellings)


def find(word: str, carriers: Mapping[str, Carrier]) -> Lookup:
    """The records that a word names; `lebara de` and `de lebara` narrow a name to a country."""
    if word in carriers:
        return Lookup((word,), "id")
    index = _index(carriers)
    country, rest = _country_of(word, carriers)
    named = index.get(folded(word), {})
    if not named and country:
        named = {key: kind for key, kind in index.get(folded(rest), {}).items() if key.startswith(f"{country}/")}
    if named:
        surest = min(_SURE[kind] for kind in named.values())
        ids = tuple(sorted(key for key, kind in named.items() if _SURE[kind] == surest))
        return Lookup(ids, named[ids[0]])
    return Lookup(near=tuple(_near(word, carriers, index)))


def _index(carriers: Mapping[str, Carrier]) -> dict[str, dict[str, str]]:
    """Folded name to {id: kind of name}, the surest kind of each."""
    index: dict[str, dict[str, str]] = {}
    for key, carrier in carriers.items():
        for kind, name in names_of(key, carrier):
            index.setdefault(folded(name), {}).setdefault(key, kind)
    index.pop("", None)
    return index


def _country_of(word: str, carriers: Iterable[str]) -> tuple[str, str]:
    """The two letters of a country at one end of the words, and the rest: (`de`, `lebara`)."""
    countries = {key.partition("/")[0] for key in carriers}
    parts = word.replace("/", " ").split()
    for part, rest in ((parts[:1], parts[1:]), (parts[-1:], parts[:-1])):
        if rest and part[0].casefold() in countries:
            return part[0].casefold(), " ".join(rest)
    return "", word


def _near(
    word: str, carriers: Mapping[str, Carrier], index: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """Up to three records whose names look like the word: (id, name)."""
    import difflib

    country, rest = _country_of(word, carriers)
    matches = difflib.get_close_matches(folded(rest), index, n=3, cutoff=0.75)
    keys = dict.fromkeys(key for match in matches for key in sorted(index[match]))
    for key in sorted(keys, key=lambda key: not key.startswith(f"{country}/"))[:3]:
        yield key, carriers[key].name.en
