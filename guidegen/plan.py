"""What a build has to do, and why: pure comparisons of digests.

`stale` says which units of records must be made again, `plan` which pages must be written, kept and deleted.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

DAMAGED = "missing or damaged on disk"


@dataclass(frozen=True, slots=True)
class Plan:
    """Paths relative to the site, each list sorted, and for each written or deleted path the reason."""

    write: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    delete: tuple[str, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """What an earlier build made of one unit of records, and what it was made from.

    `reads` holds the digest of every file that was read, `pages` those of the pages; both hold on the days from
    `since` until before `until` (as YYYY-MM-DD), when a status can change.
    """

    reads: Mapping[str, str]
    pages: Mapping[str, str]
    since: str
    until: str


def stale(
    made: Mapping[str, Made],
    units: Mapping[str, Collection[str]],
    files: Mapping[str, str],
    standing: Mapping[str, str],
    day: str,
) -> dict[str, str]:
    """The units that must be made, in their order, each with the reason.

    `units` holds the paths of each unit now, `files` the digests of all records, `standing` those of the pages on disk.
    """
    reasons = {
        code: _why(made[code], paths, files, standing, day) if code in made else "new" for code, paths in units.items()
    }
    return {code: why for code, why in reasons.items() if why}


def _why(before: Made, paths: Collection[str], files: Mapping[str, str], standing: Mapping[str, str], day: str) -> str:
    """Why a unit must be made again; empty where nothing has changed for it."""
    for path in paths:
        if path not in before.reads:
            return f"{path} is new"
    for path, digest in before.reads.items():
        if path not in files:
            return f"{path} is gone"
        if files[path] != digest:
            return f"{path} changed"
    if not before.since <= day < before.until:
        return "a status can have changed by this day"
    return next((f"{page} is {DAMAGED}" for page, digest in before.pages.items() if standing.get(page) != digest), "")


def plan(old: Mapping[str, str], wanted: Mapping[str, str], why: Mapping[str, str] | None = None) -> Plan:
    """Compare the digests of what stands on disk with the digests of what is wanted, by path.

    A path with an empty old digest stands on disk in another state than guidegen left it. `why` tells for a page what
    it was made again for.
    """
    write = [path for path in sorted(wanted) if old.get(path) != wanted[path]]
    delete = [path for path in sorted(old) if path not in wanted]
    known = why or {}
    reasons = {path: _reason(old.get(path), known.get(path, "")) for path in write}
    reasons |= dict.fromkeys(delete, "no record makes it any more")
    keep = tuple(path for path in sorted(wanted) if old.get(path) == wanted[path])
    return Plan(tuple(write), keep, tuple(delete), reasons)


def _reason(old: str | None, why: str) -> str:
    if old == "":
        return DAMAGED
    if old is None:
        return "new"
    return f"changed: {why}" if why else "changed"
