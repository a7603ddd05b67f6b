"""One command: how long, how much processor, how much memory, how many bytes written.

The processor time is that of the command and of every process that it waited for. Memory is looked at in runs of
their own, since looking slows a run down: the PSS of the command and all its descendants together, every 20 ms, at its
highest (PSS shares out pages that several processes have in common; where there is none, it is the sum of their RSS).
"""

import os
import resource
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds, bytes and files; `peak` is None where nobody looked."""

    wall: float
    cpu: float
    files: int
    written: int
    peak: int | None = None


class Failed(Exception):
    """A command that ended with another exit code than 0; its words are the message."""


def run(command: Sequence[str], folder: Path, out: Path, extra: Mapping[str, str], memory: bool = False) -> Run:
    """Run a command in `folder` and see what it wrote below `out`; `extra` is added to the environment."""
    before = _standing(out)
    with tempfile.TemporaryFile() as words:
        start, spent = time.perf_counter(), _processor()
        environment = {**os.environ, **extra}
        # As for whoever installed it: Python keeps its bytecode.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=words, stderr=words)
        watch = Watch(process.pid) if memory else None
        code = process.wait()
        wall, cpu = time.perf_counter() - start, _processor() - spent
        peak = watch.end() if watch else None
        words.seek(0)
        if code:
            raise Failed(f"{' '.join(command)}\nended with {code}:\n{words.read().decode(errors='replace')[-3000:]}")
    new = [size for path, (size, *mark) in _standing(out).items() if [*before.get(path, (0, 0, 0))[1:]] != mark]
    return Run(wall, cpu, len(new), sum(new), peak)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _standing(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Size, inode and time of every file below a folder."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            state = os.stat(os.path.join(parent, name))
            found[os.path.join(parent, name)] = (state.st_size, state.st_ino, state.st_mtime_ns)
    return found


class Watch(threading.Thread):
    """Looks at the memory of a process and its descendants until it is told to end."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._peak, self._over = pid, 0, threading.Event()
        self.start()

    def run(self) -> None:
        while not self._over.wait(PAUSE):
            self._peak = max(self._peak, sum(map(_memory, family(self._pid))))

    def end(self) -> int:
        """The highest memory that was seen, in bytes."""
        self._over.set()
        self.join()
        return self._peak


def family(pid: int) -> Iterator[int]:
    """A process and all its descendants that are alive."""
    children: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                state = Path(entry.path, "stat").read_text()
            except OSError:  # it ended meanwhile
                continue
            children.setdefault(int(state.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    waiting = [pid]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += children.get(one, [])


def _memory(pid: int) -> int:
    """PSS of a process in bytes, or its RSS where the kernel does not tell; 0 once it has ended."""
    for name, field in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = Path(f"/proc/{pid}/{name}").read_text().splitlines()
        except OSError:
            continue
        sizes = [int(line.split()[1]) * 1024 for line in lines if line.startswith(field)]
        if sizes:
            return sizes[0]
    return 0
