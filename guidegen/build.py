"""The story of a build, top to bottom: what goes in → what stands → what must be made, and why → make and publish it.

What makes pages is imported only where something must be made, so that a build with nothing to do takes no time.
"""

from guidegen import publish
from guidegen.inputs import inputs_of
from guidegen.options import Options, Progress, Result, State
from guidegen.plan import Plan, stale


def build(options: Options, progress: Progress = lambda stage, done, total: None) -> Result:
    """Build a site; any finding of level error publishes nothing and leaves the old site whole."""
    refusals = publish.refuse_foreign(options.out)
    if refusals:
        return Result(refusals)
    if options.dry_run:
        return _build(options, progress)
    with publish.locked(options.out) as obstacles:
        return Result(obstacles) if obstacles else _build(options, progress)


def _build(options: Options, progress: Progress) -> Result:
    try:
        state = _state(options)
    except OSError as error:
        return Result([publish.cannot_use(error, options.out)])
    if options.cache and _still_true(state, options.day):
        whole = state.cache.whole
        return Result(plan=Plan(keep=tuple(sorted(whole.pages))), guides=whole.guides, counts=whole.counts)
    from guidegen.making import make

    return make(options, state, _reasons(options, state), progress)


def _state(options: Options) -> State:
    cache = publish.read_cache(options.out)
    asked = (*options.languages, "|", *options.formats, "|", options.base_url)
    inputs = inputs_of(options.carriers, options.templates, asked)
    return State(inputs, cache, publish.standing(options.out, cache.whole.pages))


def _still_true(state: State, day: str) -> bool:
    """Whether nothing went in that was not there, no page is gone, and no status changes on this day.

    A build that had to warn is made again, so that it warns again.
    """
    whole = state.cache.whole
    same = (whole.base, whole.records) == (state.inputs.base, state.inputs.records)
    return same and whole.clean and whole.since <= day < whole.until and all(state.digests.values())


def _reasons(options: Options, state: State) -> dict[str, str]:
    """The units that must be made, each with the reason."""
    units, before = state.inputs.units, state.cache.whole.base
    if not options.cache:
        return dict.fromkeys(units, "everything is made again")
    if before != state.inputs.base:
        changed = [name for name, digest in state.inputs.base.items() if before and before.get(name) != digest]
        return dict.fromkeys(units, f"{' and '.join(changed)} changed" if changed else "there is no cache")
    made = {code: unit.made for code, unit in state.cache.units.items()}
    return stale(made, units, state.inputs.records, state.digests, options.day)


__all__ = ["Options", "Progress", "Result", "build"]
