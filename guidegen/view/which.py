"""“Which operator is my card?”: from what a card, its packet or the phone shows to the guides that can be meant."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from guidegen.collation import latin
from guidegen.model import Carrier

# ITU-T E.118: the number of a SIM begins with 89; the country code of the issuer comes next.
TELECOM = "89"

Entry = tuple[str, Carrier]


@dataclass(frozen=True, slots=True)
class Dialled:
    """A country code with the countries that share it and their guides: [(code of the country, guides)]."""

    prefix: str
    card: str
    countries: tuple[tuple[str, tuple[Entry, ...]], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands on a card, a packet or a screen, and the guides that it can mean."""

    name: str
    guides: tuple[Entry, ...]


def by_calling_code(carriers: Mapping[str, Carrier], country_name: Callable[[str], str]) -> list[Dialled]:
    """Guides by country code, in the order of the codes."""
    from phonenumbers import country_code_for_region

    guides: dict[str, list[Entry]] = {}
    for entry in carriers.items():
        guides.setdefault(entry[1].country, []).append(entry)
    countries = sorted(guides.keys() - {"ZZ"}, key=country_name)
    prefixes = {country: str(country_code_for_region(country)) for country in countries}
    return [
        Dialled(
            prefix=f"+{prefix}",
            card=TELECOM + prefix,
            countries=tuple((code, tuple(guides[code])) for code in countries if prefixes[code] == prefix),
        )
        for prefix in sorted(set(prefixes.values()))
    ]


def by_network(carriers: Mapping[str, Carrier], of: Callable[[object], str]) -> list[Named]:
    """Brands that use the network of another operator, by the name of that network."""
    borrowed = ((of(c.host_network.value), (key, c)) for key, c in carriers.items() if c.host_network)
    return _gather(borrowed, str.casefold)


def by_name(carriers: Mapping[str, Carrier], of: Callable[[object], str], order: Callable[[str], str]) -> list[Named]:
    """Every name in use, also earlier names and what sellers and sources write, in the order of the language."""
    return _gather(((name, (key, c)) for key, c in carriers.items() for name in names_of(c, of)), order)


def names_of(carrier: Carrier, of: Callable[[object], str]) -> Iterator[str]:
    """The names of one record, the one that readers know first; spellings that differ in blanks or case once."""
    formers = (former.name for former in carrier.former_names)
    every = (of(carrier.name), carrier.name.en, carrier.name.zh, *map(of, formers), *carrier.also_known_as)
    spelt = {squeezed(name): name for name in reversed(every) if name}
    return iter(sorted(spelt.values(), key=every.index))


def by_initial(names: Iterable[Named]) -> Iterator[tuple[str, list[Named]]]:
    """Sorted names by their first Latin letter; "0" stands for digits, "" for other scripts."""
    for initial, group in groupby(names, lambda named: _initial(named.name)):
        yield initial, list(group)


def _initial(name: str) -> str:
    first = latin(name)[:1].upper()
    return "0" if first.isdigit() else first if first.isascii() else ""


@lru_cache(maxsize=8192)
def squeezed(name: str) -> str:
    """A name without blanks, signs and case, so that Giff Gaff and giffgaff are one."""
    return re.sub(r"[\W_]+", "", name.casefold()) or name


def _gather(pairs: Iterable[tuple[str, Entry]], order: Callable[[str], str]) -> list[Named]:
    """Names that are spelt alike under the first spelling, sorted."""
    spelling: dict[str, str] = {}
    guides: dict[str, list[Entry]] = {}
    for name, entry in pairs:
        spelling.setdefault(squeezed(name), name)
        guides.setdefault(squeezed(name), []).append(entry)
    found = [Named(spelling[key], tuple(guides[key])) for key in guides]
    return sorted(found, key=lambda named: (order(named.name), named.name))
