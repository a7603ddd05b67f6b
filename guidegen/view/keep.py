"""The time line of a number: what the SIM becomes, one state after the other."""

from dataclasses import dataclass

from guidegen.model import Duration, KeepNumber
from guidegen.model.vocabulary import ACTIONS


@dataclass(frozen=True, slots=True)
class Step:
    """One state of the SIM and the time that leads to it."""

    after: Duration | str | None
    since: str
    state: str


@dataclass(frozen=True, slots=True)
class KeepView:
    """One rule about keeping the number."""

    block: KeepNumber
    start: str
    steps: tuple[Step, ...]
    counts: tuple[str, ...]
    counts_not: tuple[str, ...]


def view_keep(block: KeepNumber) -> KeepView:
    """The rule as a time line, and what counts as use."""
    steps = tuple(Step(stage.after.value if stage.after else None, stage.since, stage.state) for stage in block.stages)
    if not steps and block.unused_for and block.then:
        steps = (Step(block.unused_for[0].value, "use", block.then.value),)
    start = next((step.since for step in steps if step.since != "before"), "use" if block.unused_for else "before")
    answers = {action: getattr(block.counts_as_use, action, None) for action in ACTIONS}
    return KeepView(
        block=block,
        start=start,
        steps=steps,
        counts=tuple(action for action, claim in answers.items() if claim and claim.value == "yes"),
        counts_not=tuple(action for action, claim in answers.items() if claim and claim.value == "no"),
    )
