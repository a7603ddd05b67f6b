"""What the index page knows about each guide for its search: other names, and which situations a way suits."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from guidegen.collation import latin
from guidegen.model import Carrier
from guidegen.view import WayView
from guidegen.view.suits import outside, without_account, without_internet


def with_cash(way: WayView) -> str:
    """With cash or a voucher code: what a source says, or a code that has a place for a voucher code."""
    paid = {value for claim in way.way.payment for value in claim.value}
    needed = {value for claim in way.way.needs for value in claim.value}
    return "yes" if paid & {"cash", "voucher"} or "voucher" in needed or "voucher" in way.slots else "unknown"


# Between names; the script of the page splits at it.
SEPARATOR = "; "
# What a reader can ask for, each with its bit; the words are in the language files, by the same names.
FILTERS: Mapping[str, tuple[int, Callable[[WayView], str]]] = {
    "outside": (1, outside),
    "cash": (2, with_cash),
    "account": (4, without_account),
    "internet": (8, without_internet),
}


def situations(ways: Iterable[WayView]) -> str:
    """One hexadecimal digit for each set of situations that one way suits; sets within another are left out.

    Several filters together ask for one way that suits all of them, so the sets of the ways are not merged.
    """
    masks = {sum(bit for bit, answer in FILTERS.values() if answer(way) == "yes") for way in ways}
    widest = (mask for mask in sorted(masks) if mask and not any(mask & other == mask != other for other in masks))
    return "".join(f"{mask:x}" for mask in widest)


def other_names(carrier: Carrier, shown: str) -> str:
    """Every name that a reader may type and that the list does not show, by `;`: either script, old, misspelt."""
    names = (carrier.name, *(former.name for former in carrier.former_names))
    written = [text for name in names for text in (name.en, name.zh) if text]
    told, kept = [latin(shown)], []
    for name in (*written, *carrier.also_known_as, *carrier.misspellings):
        if not any(latin(name) in earlier for earlier in told):
            told.append(latin(name))
            kept.append(name)
    return SEPARATOR.join(kept)


def index_entries(
    groups: Iterable[tuple[str, str, list[tuple[str, Carrier]]]], suits: Mapping[str, str], words: Iterable[Any]
) -> list[tuple[str, str, str, list[tuple[str, str, str, str]]]]:
    """The list of the index page.

    `suits` are the situations of each guide by id; `words` holds the language files, the page's own first. Gives for
    each country (code, name, other names, guides) and for each guide (id, name, other names, situations).
    """
    own, *others = words
    entries = []
    for code, name, carriers in groups:
        names = [other.country_heading(code).unescape() for other in others]
        names += [str(language.country_also.get(code, "")) for language in (own, *others)]
        guides = []
        for key, carrier in carriers:
            shown = own.of(carrier.name).unescape()
            guides.append((key, shown, other_names(carrier, shown), suits[key]))
        entries.append((code, name, SEPARATOR.join([name, *(part for part in names if part)]), guides))
    return entries
