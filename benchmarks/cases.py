"""The cases that are timed, in the order of a round, and what is compared with what."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contenders import HTML, IMPORTS, Guidegen, Hugo, bare, change_record
from benchmarks.measuring import Run


@dataclass(slots=True)
class Stand:
    """The contenders of one number of records, and how many changes were made so far."""

    folder: Path
    ours: Guidegen
    hugo: Hugo | None
    turn: int = 0

    def changed_record(self, formats: tuple[str, ...]) -> Run:
        """A build of ours after a change of one record."""
        change_record(self.ours.carriers, self._next())
        return self.ours.build(formats)

    def changed_template(self, formats: tuple[str, ...]) -> Run:
        """A build of ours after a change of the template of all guides."""
        self.ours.change_template(self._next())
        return self.ours.build(formats)

    def changed_hugo(self) -> Run:
        """A build of Hugo after a change of one record."""
        assert self.hugo
        change_record(self.hugo.carriers, self._next())
        return self.hugo.build()

    def _next(self) -> int:
        self.turn += 1
        return self.turn


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is timed; `rival` where it is Hugo's."""

    key: str
    words: str
    act: Callable[[Stand], Run]
    rival: bool = False


def _hugo(stand: Stand) -> Hugo:
    assert stand.hugo
    return stand.hugo


# The cases of a group change places from round to round; a group builds on what the one before it left.
GROUPS: tuple[tuple[Case, ...], ...] = (
    (
        Case("pass", "`python -c pass`", lambda stand: bare(stand.folder)),
        Case("imports", f"`python -c 'import {IMPORTS}'`", lambda stand: bare(stand.folder, IMPORTS)),
        Case("help", "`guidegen --help`", lambda stand: stand.ours.help()),
    ),
    (
        Case("cold_html", "cold, HTML only", lambda stand: stand.ours.cold(HTML)),
        Case("hugo_cold", "Hugo, cold", lambda stand: _hugo(stand).cold(), rival=True),
        Case("cold_all", "cold, HTML, Markdown and text", lambda stand: stand.ours.cold(())),
        Case("check", "`guidegen check` alone", lambda stand: stand.ours.check()),
    ),
    (
        Case("same_html", "nothing changed, HTML only", lambda stand: stand.ours.build(HTML)),
        Case("hugo_same", "Hugo, nothing changed", lambda stand: _hugo(stand).build(), rival=True),
        Case("same_all", "nothing changed, all formats", lambda stand: stand.ours.build(())),
    ),
    (
        Case("record_html", "one record changed, HTML only", lambda stand: stand.changed_record(HTML)),
        Case("hugo_record", "Hugo, one record changed", Stand.changed_hugo, rival=True),
        Case("record_all", "one record changed, all formats", lambda stand: stand.changed_record(())),
    ),
    (
        Case("template_html", "one template changed, HTML only", lambda stand: stand.changed_template(HTML)),
        Case("template_all", "one template changed, all formats", lambda stand: stand.changed_template(())),
    ),
)
CASES = {case.key: case for group in GROUPS for case in group}


@dataclass(frozen=True, slots=True)
class Ratio:
    """The time of one case as a share of that of another in the same round, and what it shall not exceed."""

    case: str
    against: str
    most: float | None = None


RATIOS = (
    Ratio("cold_html", "hugo_cold", 0.8),
    Ratio("cold_all", "hugo_cold", 1.2),
    Ratio("record_html", "hugo_record", 0.12),
    Ratio("record_all", "hugo_record"),
    Ratio("record_html", "imports", 4),
    Ratio("same_html", "hugo_same", 0.06),
    Ratio("same_all", "hugo_same"),
    Ratio("template_html", "hugo_same"),
    Ratio("check", "cold_html", 0.6),
)
# Of a case without Hugo's: seconds more than another, and megabytes of all processes together.
HELP_OVER_PASS = 0.120
MOST_MEMORY = 400_000_000
GROWTH = 0.15  # by how much a record may take longer among many than among a thousand
