"""Does a test notice when the code is changed? Runs mutmut on some areas of guidegen and prints a table.

    python -m tools.mutants                     all areas, at most 300 mutants of each
    python -m tools.mutants plan source         two of them
    python -m tools.mutants links --sample 0    every mutant

Which tests run stands in `pyproject.toml`; mutmut picks of them those that reach the changed function. What survives is
named below the table; `mutmut show NAME` shows the change.

mutmut forks its tests from a process that has imported guidegen, so what a module does while it is imported was done
before a mutant comes in. Survivors in functions that run then are tried again, each in a process of its own.
"""

import argparse
import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from random import Random

# Each area with its files. The first is small: trying it makes the mutants of all.
AREAS = {
    "plan": "plan.py",
    "evidence": "evidence.py",
    "source": "source/*.py",
    "dialling": "dialling/*.py",
    "links": "links/*.py",
}
SEED = 8
MADE = Path("mutants") / "guidegen"
# How mutmut notes what became of a mutant: the exit code of pytest, of the process that ran it, or its signal.
SURVIVED, KILLED, WITHOUT_TEST, OUT_OF_TIME = 0, (1, 3), 33, (-24, -9)
PRELOADED = Path("tools") / "mutants.preload"
# Imports modules and prints the functions of mutmut's copy that ran meanwhile.
WATCHED_IMPORT = """
import importlib, sys
ran = set()
sys.setprofile(lambda frame, event, _: ran.add(f"{frame.f_globals.get('__name__')}.{frame.f_code.co_name}"))
for name in sys.argv[1:]:
    importlib.import_module(name)
sys.setprofile(None)
print(*(name.removesuffix("__mutmut_orig") for name in ran if name.endswith("__mutmut_orig")), sep="\\n")
"""


def results(area: str) -> dict[str, int | None]:
    """Every mutant of an area with what became of it; None where it was not tried."""
    found: dict[str, int | None] = {}
    for file in sorted(MADE.glob(f"{AREAS[area]}.meta")):
        found |= json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def drawn(names: list[str], size: int) -> list[str]:
    """So many of the mutants, the same ones every time; all where there are no more, or with 0."""
    return sorted(Random(SEED).sample(sorted(names), size)) if 0 < size < len(names) else names


def mutmut(names: list[str]) -> None:
    program = Path(sys.executable).with_name("mutmut")
    subprocess.run([program, "run", "--max-children", "1", *names], check=True, stdout=subprocess.DEVNULL)


def run_on_import() -> set[str]:
    """The functions that run while the modules are imported that mutmut imports first."""
    modules = PRELOADED.read_text(encoding="utf-8").split()
    command = [sys.executable, "-c", WATCHED_IMPORT, *modules]
    done = subprocess.run(command, cwd=MADE.parent, env=mutated(""), check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def mutated(name: str) -> dict[str, str]:
    """The environment in which mutmut's copy of the code has this change."""
    return {**os.environ, "MUTANT_UNDER_TEST": name}


def tried_again(name: str) -> int:
    """What became of a mutant in a process of its own, which imports the changed code."""
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    tests = [*settings["pytest_add_cli_args"], *settings["pytest_add_cli_args_test_selection"]]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=MADE.parent, env=mutated(name), capture_output=True)
    return done.returncode and KILLED[0]


def outcomes(area: str, tried: list[str], on_import: set[str]) -> dict[str, int | None]:
    """Every mutant of an area with what became of it, those that ran too early tried again."""
    found = results(area)
    early = (name for name in tried if name.partition("__mutmut_")[0] in on_import)
    return found | {name: tried_again(name) for name in early if found[name] in (SURVIVED, WITHOUT_TEST)}


def row(area: str, tried: list[str], codes: dict[str, int | None]) -> str:
    """Counts of one area. What was not tried although it was to be, as where pytest did not run, is an error."""
    counts = Counter(codes[name] for name in tried)
    survived, untested = counts[SURVIVED], counts[WITHOUT_TEST]
    killed, stuck = (sum(counts[code] for code in of) for of in (KILLED, OUT_OF_TIME))
    if killed + stuck + survived + untested != len(tried):
        raise SystemExit(f"{area}: some mutants were not tried: {dict(counts)}")
    share = 100 * (killed + stuck) / len(tried)
    cells = (area, len(codes), len(tried), killed, stuck, survived, untested, f"{share:.1f} %")
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    parser = argparse.ArgumentParser(description="Change the code, and see whether a test notices.")
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"of {', '.join(AREAS)}; all unless told")
    parser.add_argument("--sample", type=int, default=300, help="at most so many mutants of an area; 0 for all")
    told = parser.parse_args()
    if unknown := set(told.areas) - set(AREAS):
        parser.error(f"no area: {', '.join(sorted(unknown))}")
    if not results("plan"):
        mutmut(["guidegen.plan.*"])
    tried = {area: drawn([*results(area)], told.sample) for area in told.areas or AREAS}
    for names in tried.values():
        mutmut(names)
    on_import = run_on_import()
    codes = {area: outcomes(area, names, on_import) for area, names in tried.items()}
    print("| Area | Mutants | Tried | Killed | Out of time | Survived | Without a test | Noticed |")
    print("|---|---|---|---|---|---|---|---|")
    for area, names in tried.items():
        print(row(area, names, codes[area]))
    for area, names in tried.items():
        print(*(name for name in names if codes[area][name] in (SURVIVED, WITHOUT_TEST)), sep="\n")


if __name__ == "__main__":
    main()
