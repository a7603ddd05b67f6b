"""One unit of a site: the records of one country, from their files to finished, guarded, staged pages.

A `Workshop` does this in whatever process it stands. All that is known of a unit afterwards is an `Outcome`, small
enough to be sent to another process and kept for the next build.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from guidegen.absolute import with_address
from guidegen.cache import Left
from guidegen.card import Card, card_of
from guidegen.catalogue import Entry, Seen, read_entry
from guidegen.diagnostics import Diagnostic
from guidegen.digest import digest, digest_of
from guidegen.evidence import Status
from guidegen.exceptions import read_exceptions
from guidegen.export import of_country
from guidegen.guard import TEMPLATE_ERRORS, read_guide, scan_page
from guidegen.model import Carrier, Country
from guidegen.plan import Made
from guidegen.publish import Stage, cannot_use
from guidegen.render import Records
from guidegen.schema import read_record
from guidegen.site import Page, Site
from guidegen.source import read
from guidegen.templating.faults import finding


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of every unit: where records and templates are, what to make, and where to stage it.

    `base_url` and `stage` may be left out: then nothing absolute is written, or nothing at all.
    """

    carriers: Path
    templates: Path
    as_of: datetime.date
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    base_url: str = ""
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One unit: the folder of its country, its files, and the digests of its pages as they stand in the site now."""

    code: str
    paths: tuple[str, ...]
    standing: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the pages and rules that look across all records need to know of a unit."""

    seen: tuple[Seen, ...]
    cards: dict[str, Card]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a unit: what is left for others and for the next build, and every finding with its text."""

    code: str
    left: Left
    findings: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


class Workshop:
    """Makes units, one after the other; what they share (templates, exceptions) is prepared once."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.exceptions = read_exceptions(order.carriers)
        nothing = Records({}, {}, order.as_of)
        self.site = Site(nothing, order.templates, list(order.languages), list(order.formats))

    def make_all(self, tasks: Sequence[Task]) -> list[Outcome]:
        """Several units."""
        return [self.make(task) for task in tasks]

    def make(self, task: Task) -> Outcome:
        """Read, check, render, guard and stage one unit; with an error in a record nothing is rendered."""
        order = self.order
        entries = [read_entry(order.carriers, path, order.as_of, self.exceptions) for path in task.paths]
        findings = [found for entry in entries for found in entry.findings]
        reads = {entry.path: entry.document.digest for entry in entries}
        records, cards, pages = Records({}, {}, order.as_of), dict[str, Card](), dict[str, str]()
        if all(entry.sound for entry in entries):
            records = self._records(entries, reads)
            site = self.site.with_records(records)
            unstaged, faults = self._pages(site, entries)
            cards = {} if faults else {key: card_of(key, view) for key, view in site.views.items()}
            pages, unwritten = self.stage(unstaged, task.standing)
            findings += [*faults, *unwritten]
        knowledge = Knowledge(tuple(entry.seen for entry in entries), cards)
        made = Made(reads, pages, order.as_of.isoformat(), records.next_change().isoformat())
        texts = {entry.document.path: entry.document.text for entry in entries if entry.findings}
        return Outcome(task.code, left(made, knowledge), tuple(findings), texts)

    def _records(self, entries: Iterable[Entry], reads: dict[str, str]) -> Records:
        """The records of a unit, with those of other countries that they name; what is read for that is noted too."""
        carriers = {entry.key: entry.record for entry in entries if isinstance(entry.record, Carrier)}
        countries = {entry.key.split("/")[0]: entry.record for entry in entries if isinstance(entry.record, Country)}
        others: dict[str, Carrier] = {}
        for key in sorted({key for carrier in carriers.values() for key in carrier.may_mean} - carriers.keys()):
            path = f"{key}.yaml"
            document = read(self.order.carriers / path, path, self.order.carriers)
            record, _ = read_record(document)
            reads[path] = document.digest
            if isinstance(record, Carrier):
                others[key] = record
        return Records(carriers, countries, self.order.as_of, others)

    def _pages(self, site: Site, entries: Iterable[Entry]) -> tuple[list[Page], list[Diagnostic]]:
        """The pages of a unit, and what the last gate says of them."""
        trees = {entry.key: entry.document.data() for entry in entries if isinstance(entry.record, Carrier)}
        if not trees:
            return [], []
        try:
            pages = [make() for make in (*site.guides().values(), *site.countries().values())]
            texts = {page.path: page.text for page in pages}
            faults = [fault for key in site.views for fault in read_guide(site, key, texts, trees[key])]
        except TEMPLATE_ERRORS as error:
            return [], [finding(error, self.order.templates)]
        pages.append(of_country(next(iter(trees)).split("/")[0], trees, site.views))
        return pages, [*faults, *(fault for page in pages for fault in scan_page(page))]

    def stage(self, pages: Iterable[Page], standing: Mapping[str, str]) -> tuple[dict[str, str], list[Diagnostic]]:
        """Stage the pages that are other than those that stand in the site.

        Gives the digest of each page by its path, and a finding where the folder cannot be used.
        """
        digests, stage = dict[str, str](), self.order.stage
        try:
            for page in map(self._finished, pages):
                digests[page.path] = digest(page.text)
                if stage and standing.get(page.path) != digests[page.path]:
                    stage.put(page.path, [page.text.encode()])
        except OSError as error:
            assert stage is not None
            return digests, [cannot_use(error, stage.out)]
        return digests, []

    def _finished(self, page: Page) -> Page:
        """A page as it is published: with its addresses where the site has one. The last gate saw it without."""
        base = self.order.base_url
        return with_address(page, self.tags, base) if base and page.format == "html" else page

    @cached_property
    def tags(self) -> dict[str, str]:
        """The language tag of each language of the site."""
        return {language: str(self.site.words(language).tag) for language in self.order.languages}


def left(made: Made, knowledge: Knowledge) -> Left:
    """What is left of a unit for others, and for the next build."""
    counts = Counter[str]()
    for card in knowledge.cards.values():
        counts.update({status: number for status, number in card.record.figures.statuses.items() if number})
    del counts[Status.UNKNOWN]  # gaps are no statements
    as_json = _adapter().dump_json(knowledge, exclude_defaults=True).decode()
    return Left(made, len(knowledge.cards), marks(knowledge), dict(counts), as_json)


def known(kept: Left) -> Knowledge:
    """What an earlier build knew of a unit."""
    knowledge = _adapter().validate_json(kept.knowledge)
    assert isinstance(knowledge, Knowledge)
    return knowledge


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Knowledge)


def marks(knowledge: Knowledge) -> dict[str, str]:
    """Digests of what is known of a unit, by what depends on it: the rules across records, lists of names, figures."""
    cards = knowledge.cards.values()
    return {
        "rules": digest(repr(knowledge.seen)),
        "names": digest(repr([(c.record.key, c.carrier.country, c.carrier.name) for c in cards])),
        "search": digest(repr([(c.situations, *_searched(c.carrier)) for c in cards])),
        "signs": digest_of(card.carrier.model_dump_json() for card in cards),
        "figures": digest(repr([(c.record.key, c.record.figures, c.record.questions, _ways(c)) for c in cards])),
    }


def _searched(carrier: Carrier) -> tuple[object, ...]:
    return carrier.also_known_as, carrier.misspellings, [former.name for former in carrier.former_names]


def _ways(card: Card) -> tuple[int, int, int]:
    return card.record.disputes, card.record.old_ways, card.record.ended_ways
