"""Making what a build found out of date: units in several processes, then what looks across them, then the site."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any

from jinja2 import TemplateNotFound

from guidegen.around import Around
from guidegen.diagnostics import WHOLE_FILE, fault
from guidegen.options import Options, Progress, Result, State
from guidegen.publish import Stage, cannot_use
from guidegen.releasing import Release
from guidegen.spread import LARGEST, PORTIONS, WorkerDied, spread, workers_for
from guidegen.templating import FORMATS, languages_in
from guidegen.templating.faults import finding
from guidegen.unit import Order, Outcome, Task, Workshop
from guidegen.world import World

DIED = fault(
    "G023",
    "worker-died",
    """
    Build again; if it happens again, build with `--jobs 1`, which needs the least memory.

    Why: a process that makes pages was ended from outside, most often because memory ran out; nothing was published.
    Bad: a build with eight processes on a machine with little memory.
    Good: `guidegen build --jobs 1`
    """,
)


def make(options: Options, state: State, why: Mapping[str, str], progress: Progress) -> Result:
    """Make the units that must be made (`why` tells the reason for each), and publish what is then another site."""
    order = _order(options)
    if not order.languages:
        return Result([finding(TemplateNotFound("languages/en.j2"), options.templates)])
    making = Making(options, order, state, why)
    if order.stage is None:
        return making.run(progress)
    try:
        order.stage.begin()
        result = making.run(progress)
        (order.stage.abandon if result.stopped else order.stage.end)()
    except OSError as error:
        order.stage.abandon()
        return Result([cannot_use(error, options.out)])
    except BaseException:
        order.stage.abandon()
        raise
    return result


def _order(options: Options) -> Order:
    return Order(
        carriers=options.carriers,
        templates=options.templates,
        as_of=options.as_of,
        languages=options.languages or tuple(languages_in(options.templates)),
        formats=options.formats or tuple(FORMATS),
        base_url=options.base_url,
        stage=None if options.dry_run else Stage(options.out, os.getpid()),
    )


@dataclass(frozen=True)
class Making:
    """One run of a build that has something to do."""

    options: Options
    order: Order
    state: State
    why: Mapping[str, str]

    def run(self, progress: Progress) -> Result:
        """Make, look across, and publish if nothing is an error. May raise OSError while it publishes."""
        try:
            outcomes = list(self._outcomes(progress))
            world = World({**self._kept, **{outcome.code: outcome.left for outcome in outcomes}})
            around = Around(self._workshop, world, self.state, self.options.cache, self.options.jobs)
            findings = {*around.findings, *(found for outcome in outcomes for found in outcome.findings)}
        except WorkerDied as died:
            message = f"a process that makes pages ended with {died}"
            return Result([DIED.at(self.options.out.as_posix(), WHOLE_FILE, message, DIED.summary)])
        texts = {path: text for outcome in outcomes for path, text in outcome.texts.items()}
        result = Result(sorted(findings, key=lambda found: found.order), texts)
        if not result.stopped:
            unsaid = {outcome.code for outcome in outcomes if outcome.findings}
            release = Release(self.options, self.order.stage, self.state, world, around, unsaid)
            result.plan = release.plan(self.why)
            if self.order.stage is not None:
                release.publish(result.plan)
            result.guides, result.counts = world.guides, world.counts
        return result

    @cached_property
    def _kept(self) -> Mapping[str, Any]:
        """The units that need not be made again."""
        now = self.state.inputs.units.keys() - self.why.keys()
        return {code: unit for code, unit in self.state.cache.units.items() if code in now} if now else {}

    @property
    def _workshop(self) -> Workshop:
        return _workshop(self.order)

    def _outcomes(self, progress: Progress) -> Iterator[Outcome]:
        """Every unit as it is done. The first is made here; processes that are forked then share what it warmed."""
        tasks = self._tasks()
        total, done = sum(len(task.paths) for task in tasks), 0
        jobs = self.options.jobs or workers_for(total)
        portions = _portions(tasks[1:], min(total // (jobs * PORTIONS), LARGEST))
        first = [self._workshop.make_all(tasks[:1])] if tasks else []
        for outcomes in (*first, *spread(partial(_maker, self.order), portions, jobs)):
            for outcome in outcomes:
                done += outcome.left.guides
                progress("make", done, total)
                yield outcome
        progress("make", total, total)

    def _tasks(self) -> list[Task]:
        """What is to be made, with the digests of the pages that each unit has in the site now."""
        standing: dict[str, dict[str, str]] = {}
        for path, known in self.state.digests.items():
            standing.setdefault(code_of(path), {})[path] = known
        units = self.state.inputs.units
        return [Task(code, units[code], standing.get(code, {})) for code in self.why]


def code_of(path: str) -> str:
    """The unit that makes a page: `gb` for `en/gb/giffgaff.html`, `en/gb.html` and `data/v1/gb.json`."""
    folders = path.split("/")
    return folders[1] if len(folders) == 3 and folders[0] != "data" else folders[-1].partition(".")[0]


def _portions(tasks: Sequence[Task], size: int) -> list[list[Task]]:
    """Tasks in portions of at least so many files, as far as they last."""
    portions: list[list[Task]] = [[]]
    for task in tasks:
        portions[-1].append(task)
        if sum(len(one.paths) for one in portions[-1]) >= size:
            portions.append([])
    return [portion for portion in portions if portion]


@lru_cache(maxsize=1)
def _workshop(order: Order) -> Workshop:
    """The workshop of this process."""
    return Workshop(order)


def _maker(order: Order) -> Any:
    return _workshop(order).make_all
