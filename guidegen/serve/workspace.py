"""Pages from memory, the last sound state of each, and every fault that is known."""

import datetime
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidegen import export
from guidegen.diagnostics import Diagnostic
from guidegen.digest import digest
from guidegen.guard import TEMPLATE_ERRORS, read_guide, scan_page
from guidegen.serve.records import Shelf
from guidegen.serve.templates import Snapshots
from guidegen.site import FORMATS, Page, Site
from guidegen.templating import languages_in
from guidegen.templating.faults import finding


@dataclass(frozen=True, slots=True)
class Options:
    """Which folders to show, and the clock."""

    carriers: Path
    templates: Path
    clock: Callable[[], datetime.date]


@dataclass(frozen=True, slots=True)
class Update:
    """What a look at the files brought: what changed, every finding now with the texts, and how long it took.

    `touched` are pages that nobody looks at and that the change may have broken.
    """

    changed: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    seconds: float
    guides: int
    touched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it is served, its digest, and what is wrong with the newest state of it."""

    page: Page
    digest: str
    faults: tuple[Diagnostic, ...] = ()


class Workspace:
    """One folder of records and one of templates, as a browser sees them. Safe to use from several threads."""

    def __init__(self, options: Options, room: Path) -> None:
        """Read everything; `room` is a temporary folder for copies of the templates."""
        started = time.perf_counter()
        self._options, self._lock = options, threading.RLock()
        self._shelf = Shelf(options.carriers, options.clock())
        self._shelf.read_all()
        self._snapshots = Snapshots(options.templates, room)
        self._waiting: set[str] = set()
        self._made: dict[str, Made] = {}
        self._sound: dict[str, Page] = {}
        self._read: dict[str, tuple[Diagnostic, ...]] = {}
        self._before: Site | None = None
        self._site: Site = self._new_site()
        self._use(self._site)
        self.opened = self._update((), started)

    def refresh(self, named: Collection[str], settled: bool, looked_at: Collection[str]) -> tuple[Update | None, bool]:
        """Look at what changed and make the pages that somebody looks at: (what it brought, whether to come back).

        `named` are files that the system reported, relative to the folder of records; whatever else changed is found
        by itself. A change that may be a save half-way through is left for the next call until `settled` is true.
        """
        with self._lock:
            started = time.perf_counter()
            records = self._refresh_records(named, settled)
            style, rendered = self._refresh_templates(settled, looked_at)
            come_back = bool(self._waiting or self._snapshots.changed())
            if not records and not style:
                return None, come_back
            faulty = {path for path, made in self._made.items() if made.faults}
            self._use(self._site.with_records(self._shelf.records()))
            self._made |= {path: self._judge(page) for path, page in rendered.items()}
            for path in looked_at:
                self.page(path)
            touched = self._touched(records, style) | faulty
            self._read = {} if style else {key: self._read[key] for key in self._read if f"{key}.yaml" not in records}
            return self._update((*records, *style), started, tuple(sorted(touched))), come_back

    def page(self, path: str) -> Made | None:
        """A page by its path in the site, made now if need be; None where there is none."""
        with self._lock:
            if path not in self._made:
                made = self._data(path) if path.startswith("data/") else self._make(path)
                if made is None:
                    return None
                self._made[path] = made
            return self._made[path]

    def faults(self) -> tuple[list[Diagnostic], Mapping[str, str]]:
        """Every known finding, with the texts that they stand in."""
        with self._lock:
            on_pages = {fault for made in self._made.values() for fault in made.faults}
            in_words = {fault for faults in self._read.values() for fault in faults}
            found = sorted({*self._shelf.findings(), *on_pages, *in_words}, key=lambda finding: finding.order)
            pages = {path: made.page.text for path, made in self._made.items()}
            return found, {**pages, **self._snapshots.texts(), **self._shelf.texts()}

    def since(self, update: Update) -> Update | None:
        """What a look at all records together, and the pages made since, bring on top; None where that is nothing."""
        with self._lock:
            self._shelf.look_across()
            pages = {path: made.page.text for path, made in self._made.items()}
            for key in {_key(path) for path in update.touched} & self._site.records.carriers.keys():
                self._read[key] = tuple(read_guide(self._site, key, pages, self._shelf.tree(key)))
            after = self._update((), time.perf_counter())
            return after if after.findings != update.findings else None

    def _refresh_records(self, named: Collection[str], settled: bool) -> tuple[str, ...]:
        """The records that are now other than before, relative to their folder."""
        today = self._options.clock()
        if today != self._shelf.as_of:
            self._shelf.as_of = today
            self._shelf.read_all()
            return (today.isoformat(),)
        wanted = {*self._waiting, *named, *self._shelf.changed()}
        taken, self._waiting = self._shelf.refresh(sorted(wanted), settled)
        return tuple(sorted(taken))

    def _refresh_templates(
        self, settled: bool, looked_at: Collection[str]
    ) -> tuple[tuple[str, ...], Mapping[str, Page]]:
        """The templates that are now other than before, and the pages that were made to try them.

        A doubtful change leaves the old ones in use.
        """
        changed = self._snapshots.changed()
        if not changed or (not settled and self._snapshots.half_way()):
            return (), {}
        sound = self._site if self._is_sound() else self._before
        site = self._new_site()
        rendered = _rendered(site, looked_at)
        if rendered is None and not settled:
            self._snapshots.forget(changed)
            return (), {}
        self._before, self._site = sound, site
        return changed, rendered or {}

    def _is_sound(self) -> bool:
        return not any(fault.code.startswith("G3") for made in self._made.values() for fault in made.faults)

    def _new_site(self) -> Site:
        copy = self._snapshots.take()
        return Site(self._shelf.records(), copy, languages_in(copy), list(FORMATS), self._snapshots.prepare)

    def _use(self, site: Site) -> None:
        self._site, self._recipes = site, site.recipes()
        self._made.clear()

    def _make(self, path: str) -> Made | None:
        if path not in self._recipes:
            return None
        try:
            page = self._recipes[path]()
        except TEMPLATE_ERRORS as error:
            return self._stand_in(path, [self._snapshots.at_home(finding(error, self._site.folder))])
        return self._judge(page)

    def _judge(self, page: Page) -> Made:
        """A finished page after the last gate."""
        faults = scan_page(page)
        if any(fault.severity == "error" for fault in faults):
            return self._stand_in(page.path, faults)
        self._sound[page.path] = page
        return Made(page, digest(page.text), tuple(faults))

    def _stand_in(self, path: str, faults: list[Diagnostic]) -> Made:
        """The page as the last sound templates make it, else as it last was, else empty."""
        page = self._as_before(path) or self._sound.get(path) or Page(path, "", path.rpartition(".")[2])
        return Made(page, digest(page.text), tuple(faults))

    def _as_before(self, path: str) -> Page | None:
        if self._before is None:
            return None
        recipe = self._before.with_records(self._site.records).recipes().get(path)
        try:
            page = recipe() if recipe else None
        except TEMPLATE_ERRORS:
            return None
        return page if page and not scan_page(page) else None

    def _data(self, path: str) -> Made | None:
        make = export.recipes(self._shelf.trees(), self._site).get(path)
        if make is None:
            return None
        page = make()
        return Made(page, digest(page.text))

    def _touched(self, records: tuple[str, ...], templates: tuple[str, ...]) -> set[str]:
        """The guides of the changed records; for changed templates, one guide and the pages around it."""
        keys = {path.rpartition(".")[0] for path in records}
        if templates:
            keys |= {*sorted(self._site.records.carriers)[:1], "index", "about"}
        guides = {f"{language}/{key}.{form}" for language in self._site.languages for key in keys for form in FORMATS}
        return guides & self._recipes.keys()

    def _update(self, changed: tuple[str, ...], started: float, touched: tuple[str, ...] = ()) -> Update:
        findings, texts = self.faults()
        seconds = time.perf_counter() - started
        return Update(changed, tuple(findings), texts, seconds, len(self._site.records.carriers), touched)


def _key(path: str) -> str:
    """The id of the carrier that a guide is about: `gb/giffgaff` for `en/gb/giffgaff.md`."""
    return path.partition("/")[2].rpartition(".")[0]


def _rendered(site: Site, paths: Collection[str]) -> Mapping[str, Page] | None:
    """Those of the pages that the site has, or None where one cannot be made."""
    recipes = site.recipes()
    try:
        return {path: recipes[path]() for path in paths if path in recipes}
    except TEMPLATE_ERRORS:
        return None
