"""From a sound world to the site on disk: the pages that are wanted, the plan, and the one step that publishes it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from guidegen import export
from guidegen.absolute import sitemap
from guidegen.around import Around
from guidegen.cache import Whole
from guidegen.digest import digest
from guidegen.options import Options, State
from guidegen.plan import Plan, plan
from guidegen.publish import Stage, commit
from guidegen.site import Page
from guidegen.world import World

# Stands for the digest of a file that a dry run does not write.
UNWRITTEN = "not written"


@dataclass(frozen=True)
class Release:
    """A site about to be published; without a stage it is only planned. Everything here may raise OSError.

    `unsaid` are units with a finding: they are not kept, so that the next build says it again.
    """

    options: Options
    stage: Stage | None
    state: State
    world: World
    around: Around
    unsaid: Collection[str]

    def plan(self, why: Mapping[str, str]) -> Plan:
        """What is to be written, kept and deleted; `why` holds the reason for each unit that was made."""
        reasons = {path: reason for code, reason in why.items() for path in self.world.units[code].made.pages}
        return plan(self.state.digests, self._wanted, reasons)

    def publish(self, planned: Plan) -> None:
        """Put a planned site in place."""
        assert self.stage is not None
        for page in self._sitemap:
            if page.path in planned.write:
                self.stage.put(page.path, [page.text.encode()])
        units = {code: unit for code, unit in self.world.units.items() if code not in self.unsaid}
        commit(self.stage, planned, self.state.digests, self._whole(set(planned.keep)), units)

    @cached_property
    def _wanted(self) -> dict[str, str]:
        """The digest of every file of the site."""
        pages = {**self.world.pages, **self.around.kept, **self.around.made}
        pages |= {page.path: digest(page.text) for page in self._sitemap}
        return {**pages, export.WHOLE: self._joined()}

    @cached_property
    def _sitemap(self) -> list[Page]:
        """The list of all pages, where the site has an address."""
        base = self.options.base_url
        return [sitemap({*self.world.pages, *self.around.made_from}, base)] if base else []

    def _joined(self) -> str:
        """Stage the records of all countries as one file, unless that is what stands there now; gives its digest."""
        before, pieces = self.state.digests, {path: known for path, known in self.world.pages.items() if _is_data(path)}
        others = {export.WHOLE, *self.around.made_from}
        standing = {path: known for path, known in before.items() if _is_data(path) and path not in others}
        if before.get(export.WHOLE) and standing == pieces:
            return before[export.WHOLE]
        if self.stage is None:
            return UNWRITTEN
        mark = blake2b(digest_size=16)
        self.stage.put(export.WHOLE, _marked(export.joined(map(self.stage.read, sorted(pieces))), mark))
        if before.get(export.WHOLE) == mark.hexdigest():
            self.stage.drop(export.WHOLE)
        return mark.hexdigest()

    def _whole(self, keep: Collection[str]) -> Whole:
        """What the next build must know of the site; pages that are kept keep their signatures."""
        since, until = self.world.days
        known = self.state.standing
        sound = not self.around.findings
        return Whole(
            base=self.state.inputs.base,
            records={**self.state.inputs.records, **self.world.reads},
            pages={path: (own, known[path][1] if path in keep else "") for path, own in self._wanted.items()},
            around=self.around.made_from if sound else {},
            across=self.world.mark("rules") if sound else "",
            since=since,
            until=until,
            clean=sound and not self.unsaid,
            guides=self.world.guides,
            counts=self.world.counts,
        )


def _is_data(path: str) -> bool:
    return path.startswith(f"{export.FOLDER}/")


def _marked(parts: Iterable[str], mark: Any) -> Iterator[bytes]:
    """Parts as bytes, each added to a digest on its way."""
    for part in parts:
        content = part.encode()
        mark.update(content)
        yield content
