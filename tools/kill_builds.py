"""Kill real builds at random moments, and look at what they leave: `python -m tools.kill_builds [RUNS]`.

Each run changes, adds or removes records, starts `guidegen build` in a process group of its own, with one job and with
two in turn, and kills all of it after a time drawn from a fixed seed, between nothing and what the last build took.
A build that is done sooner does not count. Then every page must be whole, every entry of the index must open, a
foreign file must stand, and the next build must leave the very site that a clean build makes.
"""

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import count
from pathlib import Path

from benchmarks.records import write

RECORDS = 24
ENTRY = re.compile(r'href="([a-z]{2}/[a-z0-9-]+\.html)"')


class Trial:
    """A folder of records, the site that is built from it, and what a whole build takes."""

    def __init__(self, folder: Path) -> None:
        self.carriers, self.site, self.clean = folder / "carriers", folder / "site", folder / "clean"
        write(RECORDS, self.carriers, seed=7)
        self.records = sorted(self.carriers.rglob("*.yaml"))
        self.seconds = 0.0
        self.whole(self.site)
        (self.site / "en" / "letter.txt").write_text("mine")

    def build(self, out: Path, jobs: int) -> subprocess.Popen[bytes]:
        """A build in a process group of its own."""
        arguments = ["build", "--carriers", self.carriers, "--out", out, "--jobs", str(jobs), "--as-of", "2026-11-29"]
        arguments += ["--format", "html"]
        command = [sys.executable, "-m", "guidegen", *map(str, arguments)]
        return subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def whole(self, out: Path) -> bool:
        """A build that nobody kills; tells how long it took, and gives whether it ended well."""
        started = time.monotonic()
        code = self.build(out, 1).wait()
        self.seconds = time.monotonic() - started
        return code == 0

    def edit(self, dice: random.Random) -> None:
        """Take a third of the records away or give them back, and change a third."""
        for file in self.records:
            aside = file.with_suffix(".aside")
            match dice.randrange(3):
                case 0 if file.exists() and len(list(self.carriers.rglob("*.yaml"))) > 4:
                    file.rename(aside)
                case 1 if aside.exists():
                    aside.rename(file)
                case 2 if file.exists():
                    text = file.read_text()
                    file.write_text(text.replace("reached", "called") if "reached" in text else text + "# seen\n")

    def faults(self) -> list[str]:
        """What is wrong with the site as it stands."""
        found = [] if (self.site / "en" / "letter.txt").read_text() == "mine" else ["a foreign file is gone"]
        for page in self.site.rglob("*.html"):
            if not page.read_text().rstrip().endswith("</html>"):
                found.append(f"{page.name} is not whole")
        for language in ("en", "zh"):
            entries = ENTRY.findall((self.site / language / "index.html").read_text())
            found += [f"{entry} does not open" for entry in entries if not (self.site / language / entry).exists()]
        return found

    def repaired(self) -> bool:
        """Whether the next build leaves what a clean build makes, and nothing else."""
        shutil.rmtree(self.clean, ignore_errors=True)
        letter = {"en/letter.txt": b"mine"}
        return self.whole(self.clean) and self.whole(self.site) and pages(self.site) == pages(self.clean) | letter


def pages(out: Path) -> dict[str, bytes]:
    """Every file of a site but guidegen's own marks."""
    files = (file for file in out.rglob("*") if file.is_file() and not file.name.startswith(".guidegen"))
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


def main(runs: int) -> int:
    """Kill so many builds; 1 where anything was wrong."""
    dice, outcome = random.Random(11), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        for run in count():
            trial.edit(dice)
            building = trial.build(trial.site, 1 + run % 2)
            time.sleep(dice.random() * trial.seconds)
            outcome["killed" if building.poll() is None else "done sooner"] += 1
            with contextlib.suppress(ProcessLookupError):
                os.killpg(building.pid, signal.SIGKILL)
            building.wait()
            outcome["with a trace of an unfinished build"] += (trial.site / ".guidegen.building").exists()
            faults = trial.faults()
            outcome["with a site that is not whole"] += bool(faults)
            outcome["not repaired"] += not trial.repaired()
            print("\n".join(faults), end="\n" if faults else "", flush=True)
            if outcome["killed"] >= runs:
                break
    print(f"Builds of up to {RECORDS} records:", ", ".join(f"{number} {what}" for what, number in outcome.items()))
    return bool(outcome["with a site that is not whole"] or outcome["not repaired"])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
