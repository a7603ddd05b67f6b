"""The pages that look across all records: lists and figures; each made only when what it shows has changed."""

from collections.abc import Callable, Mapping
from functools import cached_property

from guidegen import export
from guidegen.catalogue import together
from guidegen.diagnostics import Diagnostic
from guidegen.digest import digest_of
from guidegen.guard import TEMPLATE_ERRORS, scan_page
from guidegen.options import State
from guidegen.rules.templates import template_findings
from guidegen.site import Page
from guidegen.spread import FORK, spread, workers_for
from guidegen.templating.faults import finding
from guidegen.unit import Workshop
from guidegen.world import World

# What a page shows of the records besides words of its own, by its name; what is not listed shows nothing of them.
SHOWS = {"index": ("names", "search"), "which": ("signs",), "coverage": ("names", "figures")}
# With more records than this, the pages around them are made one after the other, to spare memory.
MANY = 4000


class Around:
    """The pages around the guides of a world, and what is wrong with them and with the words of the templates."""

    def __init__(self, workshop: Workshop, world: World, state: State, cache: bool, jobs: int) -> None:
        self._workshop, self._world, self._state, self._cache = workshop, world, state, cache
        # What is known of all records is too much to be sent; and each process that is forked makes a copy of it.
        alone = not FORK or world.guides > MANY
        self._jobs = 1 if alone else jobs or workers_for(world.guides)

    @cached_property
    def _recipes(self) -> Mapping[str, Callable[[], Page]]:
        site = self._workshop.site.with_cards(lambda: self._world.cards)
        return {**site.around(), **export.around(lambda: self._world.cards)}

    @cached_property
    def made_from(self) -> dict[str, str]:
        """A digest of what each page is made from, by its path."""
        base = digest_of(part for item in sorted(self._state.inputs.base.items()) for part in item)
        marks = {name: self._world.mark(name) for name in {name for shown in SHOWS.values() for name in shown}}
        return {path: digest_of((base, *(marks[name] for name in _shows(path)))) for path in self._recipes}

    @cached_property
    def kept(self) -> dict[str, str]:
        """The digests of the pages that stand and need not be made again."""
        known, standing = self._state.cache.whole.around, self._state.digests
        same = (path for path, mark in self.made_from.items() if known.get(path) == mark and standing.get(path))
        return {path: standing[path] for path in same} if self._cache else {}

    @cached_property
    def _wanted(self) -> list[str]:
        """The pages that must be made."""
        return [path for path in self._recipes if path not in self.kept]

    @cached_property
    def _outcome(self) -> tuple[dict[str, str], list[Diagnostic]]:
        """What `made` and `findings` tell."""
        digests, found = dict[str, str](), self._in_templates()
        for staged, faults in spread(self._prepared, self._wanted, self._jobs):
            digests |= staged
            found += faults
        return digests, found

    def _prepared(self) -> Callable[[str], tuple[dict[str, str], list[Diagnostic]]]:
        """Makes a page by its path. Processes that are forked share what is known of the records."""
        if any(map(_shows, self._wanted)):
            _ = self._world.cards
        return self._made

    def _made(self, path: str) -> tuple[dict[str, str], list[Diagnostic]]:
        """One page, staged: its digest by its path, and what is wrong with it."""
        try:
            page = self._recipes[path]()
            digests, unwritten = self._workshop.stage([page], self._state.digests)
            return digests, [*scan_page(page), *unwritten]
        except TEMPLATE_ERRORS as error:
            return {}, [finding(error, self._workshop.order.templates)]

    def _in_templates(self) -> list[Diagnostic]:
        """What is wrong with the words of the templates, where they were not looked at before."""
        folder = self._workshop.order.templates
        try:
            return list(template_findings(folder)) if self._is_new else []
        except TEMPLATE_ERRORS as error:
            return [finding(error, folder)]

    @property
    def _is_new(self) -> bool:
        """Whether the words of the templates were not looked at before."""
        return not self._cache or self._state.cache.whole.base != self._state.inputs.base

    @cached_property
    def findings(self) -> list[Diagnostic]:
        """What is wrong with the records as a whole, with the words of the templates and with the pages."""
        workshop = self._workshop
        across = () if self._looked_across else together(workshop.order.carriers, self._world.seen, workshop.exceptions)
        return [*across, *self._outcome[1]]

    @property
    def _looked_across(self) -> bool:
        """Whether the last build found nothing wrong with the same records as a whole."""
        return not self._is_new and self._state.cache.whole.across == self._world.mark("rules")

    @property
    def made(self) -> dict[str, str]:
        """The digests of the pages that were made, and staged where another one stands in the site."""
        return self._outcome[0]


def _shows(path: str) -> tuple[str, ...]:
    return SHOWS.get(path.rpartition("/")[2].partition(".")[0], ())
