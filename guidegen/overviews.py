"""The bodies of the two pages that look across all records: what they cover, and which operator a card is from."""

from collections.abc import Iterable, Mapping
from functools import cache

from guidegen.collation import sorter
from guidegen.coverage import RecordCoverage, cover
from guidegen.model import Carrier
from guidegen.templating import Templates
from guidegen.view.which import by_calling_code, by_initial, by_name, by_network

# Countries as a language sorts them: (code, name, [(id, carrier)]).
Groups = list[tuple[str, str, list[tuple[str, Carrier]]]]


def coverage_body(templates: Templates, records: Iterable[RecordCoverage], groups: Groups) -> str:
    """What the guides cover, by country, and what a holder of each card could settle."""
    return templates.render("coverage.j2", coverage=cover(records), groups=groups)


def which_body(templates: Templates, carriers: Mapping[str, Carrier]) -> str:
    """From the signs on a card or a screen to the guides."""
    words = templates.words
    order = sorter(words.collation, words.sort_as)

    @cache
    def of(name: object) -> str:
        return str(words.of(name).unescape())

    entries = sorted(carriers.items())
    real = {key: carrier for key, carrier in entries if carrier.kind == "carrier"}
    return templates.render(
        "which.j2",
        carriers=entries,
        codes=by_calling_code(real, lambda code: order(str(words.country(code)))),
        networks=by_network(real, of),
        names=[*by_initial(by_name(real, of, order))],
        adverts=[entry for entry in entries if entry[0] not in real],
    )
