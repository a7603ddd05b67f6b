"""What hostile files of the greatest size cost, each in a process of its own. Run: python benchmarks/hostile.py"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from floods import UNITS, flood
from records import SOUND, checked

from guidegen.files import MAX_BYTES
from guidegen.report import REPORTERS


def cost(name: str) -> tuple[float, float, int]:
    """Seconds of processor time and MB of memory for checking and reporting one file, and its findings."""
    with tempfile.TemporaryDirectory() as folder:
        checked(Path(folder), {"gb/case.yaml": SOUND})
        before, begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        catalogue = checked(Path(folder), {"gb/case.yaml": flood(name, MAX_BYTES)})
        for report in REPORTERS.values():
            report(catalogue.findings, catalogue.texts)
        spent = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return spent, memory / 1024, len(catalogue.findings)


def main() -> None:
    """Print the figures of every file, the slowest first."""
    if sys.argv[1:]:
        print(json.dumps(cost(sys.argv[1])))
        return
    run = [sys.executable, __file__]
    costs = {name: json.loads(subprocess.check_output([*run, name], text=True)) for name in UNITS}
    for name, (spent, memory, findings) in sorted(costs.items(), key=lambda item: -item[1][0]):
        print(f"{name:42} {spent:5.2f} s  {memory:5.1f} MB  {findings:4} findings")


if __name__ == "__main__":
    main()
