"""Where the time of a cold build goes, by room: python -m benchmarks.profile [N] [--all-formats] [--carriers DIR]

One process, under cProfile, which makes calls of small functions look dearer than they are: read the shares, not the
seconds. A row is a room of guidegen, the templates, a library or Python itself. “Own” is the time inside it, with the
built-in functions that it calls; “with calls” is that of the calls that enter it from elsewhere, and of all they call.
"""

import argparse
import cProfile
import pstats
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.contenders import AS_OF, HTML, ROOT
from benchmarks.records import write

PACKAGE = ROOT / "guidegen"
# What each room does, in the order of a build; other rooms and libraries follow by their time.
STAGES = {
    "source": "read",
    "yaml": "read: the YAML parser",
    "schema": "schema: trees to typed records",
    "model": "schema: the types",
    "pydantic": "schema: the library",
    "rules": "rules on records, whatever family is not named below",
    "rules/language": "rules: wording, also of pages",
    "rules/parity": "rules: the two languages, also of pages",
    "dialling": "rules: codes and numbers",
    "phonenumbers": "rules: codes and numbers, the library",
    "catalogue": "all records together",
    "evidence": "view: statuses",
    "view": "view",
    "templates": "render: the compiled templates",
    "templating": "render: values and finishing",
    "render": "render",
    "site": "render: which pages there are",
    "around": "render: the pages around the guides",
    "shell": "render: around a guide",
    "jinja2": "render: the library",
    "markupsafe": "render: escaping",
    "babel": "render: dates, money, names",
    "guard": "guard",
    "links": "guard and rules: the link scan",
    "inputs": "plan: what went in",
    "digest": "plan: digests",
    "cache": "plan: what was kept",
    "plan": "plan",
    "publish": "write",
    "unit": "the story of one country",
    "making": "the story of all of them",
    "spread": "the story: sharing out the work",
    "build": "the story",
}
_TWO_DEEP = {"rules/language", "rules/parity"}
Function = tuple[str, int, str]


def main(words: Sequence[str] | None = None) -> None:
    """Profile a build and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=200, metavar="N", help="invented records; default: 200")
    parser.add_argument("--all-formats", action="store_true", help="Markdown and text too")
    parser.add_argument("--carriers", type=Path, help="these records, not invented ones")
    parser.add_argument("--save", type=Path, metavar="FILE", help="the profile, for pstats")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        carriers = asked.carriers or Path(folder) / "carriers"
        if not asked.carriers:
            write(asked.count, carriers)
        profile = profiled(carriers, Path(folder) / "site", () if asked.all_formats else HTML)
    if asked.save:
        profile.dump_stats(asked.save)
    print(table(by_room(pstats.Stats(profile))))


def profiled(carriers: Path, out: Path, formats: Sequence[str]) -> cProfile.Profile:
    """A cold build by the command line, in this process alone."""
    from guidegen.cli import main as guidegen

    places = ["--carriers", str(carriers), "--templates", str(ROOT / "templates"), "--out", str(out)]
    profile, before = cProfile.Profile(), sys.argv
    sys.argv = ["guidegen", "build", *places, "--as-of", AS_OF, "--jobs", "1", *formats]
    try:
        profile.runcall(guidegen)
    except SystemExit as end:  # the way in which every command ends
        if end.code:
            raise
    finally:
        sys.argv = before
    return profile


def by_room(stats: pstats.Stats) -> dict[str, tuple[float, float]]:
    """Seconds of each room: its own, and those of the calls that enter it."""
    own: defaultdict[str, float] = defaultdict(float)
    entered: defaultdict[str, float] = defaultdict(float)
    functions: dict[Function, Any] = stats.stats  # type: ignore[attr-defined]
    for function, (_, _, seconds, _, callers) in functions.items():
        room = room_of(function)
        if room is None:  # built in: its time is that of whoever calls it
            for caller, (_, _, part, _) in callers.items():
                own[room_of(caller) or "Python"] += part
            continue
        own[room] += seconds
        for caller, (_, _, _, whole) in callers.items():
            if room_of(caller) not in (room, None):
                entered[room] += whole
    return {room: (own[room], max(own[room], entered[room])) for room in own}


def room_of(function: Function) -> str | None:
    """The room, library or other place that a function stands in; None for what is built in."""
    file = function[0]
    if file in ("~", ""):
        return None
    if file.endswith((".j2", "<template>")):
        return "templates"
    path = Path(file)
    if path.is_relative_to(PACKAGE):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        return "/".join(parts[:2]) if "/".join(parts[:2]) in _TWO_DEEP else parts[0]
    library = re.search(r"site-packages[/\\]([A-Za-z0-9_]+)", file)
    return library[1].removesuffix("_core") if library else "Python"


def table(rooms: dict[str, tuple[float, float]], least: float = 0.002) -> str:
    """The rooms in the order of a build, then the others by their time; what is below `least` of all is one row."""
    whole = sum(own for own, _ in rooms.values())
    known = [room for room in STAGES if room in rooms]
    others = sorted(rooms.keys() - STAGES.keys(), key=lambda room: -rooms[room][0])
    lines = [f"{'room':<16} {'own s':>8} {'share':>7} {'with calls s':>13}  what it does"]
    rest = 0.0
    for room in (*known, *others):
        own, entered = rooms[room]
        if own < least * whole:
            rest += own
            continue
        lines.append(f"{room:<16} {own:8.2f} {own / whole:7.1%} {entered:13.2f}  {STAGES.get(room, '')}".rstrip())
    return "\n".join([*lines, f"{'the rest':<16} {rest:8.2f} {rest / whole:7.1%}", f"{'all':<16} {whole:8.2f}"])


if __name__ == "__main__":
    main()
