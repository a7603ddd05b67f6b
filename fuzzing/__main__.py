"""Run targets, one after the other, and say what was done: `python -m fuzzing [TARGET…] [--minutes N]`."""

import argparse
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzzing import ROOT
from fuzzing.seeds import LONGEST, SEEDS, dictionary, write_seeds

# What a run has found stays here, so that the next one begins with it.
FOUND = ROOT / ".fuzzing"
# More memory than this, or longer for one input, is a crash too.
MOST_MB, MOST_SECONDS = 1024, 30
_PROGRESS = re.compile(r"^#(\d+)\s.*cov: (\d+) ft: (\d+) corp: (\d+)/(\S+)", re.MULTILINE)


def options(target: str, seconds: int, words: Path) -> list[str]:
    """The options of libFuzzer."""
    return [
        f"-max_total_time={seconds}",
        f"-dict={words}",
        f"-artifact_prefix={FOUND / target}-",
        f"-rss_limit_mb={MOST_MB}",
        f"-timeout={MOST_SECONDS}",
        f"-max_len={LONGEST}",
    ]


def fuzz(target: str, seconds: int) -> bool:
    """Run one target for some seconds; True where nothing was found."""
    corpus = FOUND / target
    corpus.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        seeds, words = Path(folder, "seeds"), Path(folder, "words")
        seeds.mkdir()
        count = write_seeds(target, seeds)
        words.write_text(dictionary([*SEEDS[target]()]))
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        line = [sys.executable, "-m", "fuzzing.engine", target, *options(target, seconds, words), corpus, seeds]
        done = subprocess.run(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    (FOUND / f"{target}.log").write_text(done.stdout)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    print(f"{target}: {summary(done.stdout, count)}, {used:.0f} s of processor time")
    if done.returncode:
        print(done.stdout[-4000:])
    return done.returncode == 0


def summary(log: str, seeds: int) -> str:
    """Executions, corpus and coverage of a run, from the last line of its progress."""
    progress = _PROGRESS.findall(log)
    if not progress:
        return "it did not begin"
    executions, reached, features, corpus, size = progress[-1]
    return (
        f"{int(executions):,} executions from {seeds} seeds, {int(reached):,} branches and {int(features):,} features "
        f"reached, corpus {corpus} inputs of {size}"
    )


def main() -> int:
    """Run the targets that are named, or all; 0 where nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m fuzzing", description=__doc__)
    parser.add_argument("target", nargs="*", choices=[*SEEDS, []], help=f"any of {', '.join(SEEDS)}; else all")
    parser.add_argument("--seconds", type=int, default=20, help="for each target")
    parser.add_argument("--minutes", type=int, help="for each target, instead of seconds")
    asked = parser.parse_args()
    seconds = asked.minutes * 60 if asked.minutes else asked.seconds
    done = [fuzz(target, seconds) for target in asked.target or SEEDS]
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
