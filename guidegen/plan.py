"""What a build has to write, keep and delete: a pure comparison of digests, with reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Plan:
    """Paths relative to the site, each list sorted, and for each written or deleted path the reason."""

    write: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    delete: tuple[str, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


def plan(old: Mapping[str, str], wanted: Mapping[str, str]) -> Plan:
    """Compare the digests of what stands on disk with the digests of what is wanted, by path.

    A path with an empty old digest stands on disk in another state than guidegen left it.
    """
    write = [path for path in sorted(wanted) if old.get(path) != wanted[path]]
    delete = [path for path in sorted(old) if path not in wanted]
    reasons = {path: _reason(old.get(path)) for path in write} | dict.fromkeys(delete, "no record makes it any more")
    keep = tuple(path for path in sorted(wanted) if old.get(path) == wanted[path])
    return Plan(tuple(write), keep, tuple(delete), reasons)


def _reason(old: str | None) -> str:
    if old is None:
        return "new"
    return "changed" if old else "missing or damaged on disk"
