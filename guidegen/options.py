"""What a build is asked for, what it finds when it starts, and what came of it."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from guidegen.cache import Cache
from guidegen.diagnostics import Diagnostic
from guidegen.inputs import Inputs
from guidegen.plan import Plan

# (what is done, how many are done, how many there are)
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for. `jobs` is a number of processes; 0 lets the build choose."""

    carriers: Path
    templates: Path
    out: Path
    as_of: datetime.date
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    cache: bool = True
    dry_run: bool = False
    base_url: str = ""
    jobs: int = 0

    @property
    def day(self) -> str:
        """The day as YYYY-MM-DD."""
        return self.as_of.isoformat()


@dataclass(frozen=True)
class State:
    """What a build finds: what goes in now, what the last build left, and which of its pages still stand.

    `standing` holds digest and signature of each page, both empty where it is gone or changed.
    """

    inputs: Inputs
    cache: Cache
    standing: Mapping[str, tuple[str, str]]

    @cached_property
    def digests(self) -> dict[str, str]:
        """The digest of each page of the last build as it stands; empty where it is gone or changed."""
        return {path: digest for path, (digest, _) in self.standing.items()}


@dataclass(slots=True)
class Result:
    """What a build found and did; `texts` are those of files with findings."""

    findings: list[Diagnostic] = field(default_factory=list)
    texts: Mapping[str, str] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)
    guides: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def stopped(self) -> bool:
        """Whether an error kept the build from publishing."""
        return any(finding.severity == "error" for finding in self.findings)
