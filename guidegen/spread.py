"""Work spread over processes: tasks go out one by one to whoever is free, results come back as they are done.

Processes are forked where the system can, so that they share what was prepared; elsewhere each prepares for itself.
"""

import contextlib
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
FORK = "fork" in multiprocessing.get_all_start_methods() and os.name == "posix"


class WorkerDied(Exception):
    """A process ended before it had answered, as when the system takes its memory away; holds how it ended."""


class WorkerFailed(Exception):
    """A task raised an exception, which is a bug; holds its traceback."""


# Fewer records than this are done sooner by one process than by several.
WORTH_SPREADING = 40
# How many portions each process gets, so that none waits long for another.
PORTIONS = 8
# How many records a portion has at most, for what comes of it is held until it is done.
LARGEST = 64


def workers_for(records: int) -> int:
    """How many processes so many records are worth."""
    return cores() if records >= WORTH_SPREADING else 1


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(prepare: Callable[[], Callable[[T], R]], tasks: Sequence[T], jobs: int) -> Iterator[R]:
    """The results of all tasks, in no particular order; with one job in this process, one after the other.

    `prepare` makes what does a task; where processes cannot be forked it is sent to them, so it must be picklable, as
    tasks and results must. Raises WorkerDied and WorkerFailed. Processes end with the iteration, finished or not.
    """
    jobs = min(jobs, len(tasks))
    if jobs < 2:
        yield from map(prepare(), tasks)
        return
    prepared = prepare() if FORK else None
    crew = [_start(prepare, prepared) for _ in range(jobs)]
    try:
        yield from _handed_out(dict(crew), iter(tasks))
    finally:
        for connection, process in crew:
            connection.close()
            process.terminate()
        for _, process in crew:
            process.join()


def _start(prepare: Callable[[], Any], prepared: Any) -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("fork" if FORK else "spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, prepare, prepared), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return ours, process


def _handed_out(crew: dict[Connection, BaseProcess], tasks: Iterator[Any]) -> Iterator[Any]:
    busy = {connection for connection in crew if _hand(connection, crew[connection], tasks)}
    while busy:
        for connection in wait(list(busy)):
            assert isinstance(connection, Connection)
            result = _taken(connection, crew[connection])
            if not _hand(connection, crew[connection], tasks):
                busy.remove(connection)
            yield result


def _hand(connection: Connection, process: BaseProcess, tasks: Iterator[Any]) -> bool:
    """Give a process its next task; whether there was one."""
    for task in tasks:
        try:
            connection.send(task)
        except OSError:
            raise WorkerDied(_end_of(process)) from None
        return True
    return False


def _taken(connection: Connection, process: BaseProcess) -> Any:
    try:
        done, result = connection.recv()
    except (EOFError, OSError):
        raise WorkerDied(_end_of(process)) from None
    if not done:
        raise WorkerFailed(result)
    return result


def _end_of(process: BaseProcess) -> str:
    """How a process ended, in words."""
    process.join(1)
    code = process.exitcode
    if code is not None and code < 0:
        return f"signal {signal.Signals(-code).name}"
    return f"exit code {code}"


def _serve(connection: Connection, prepare: Callable[[], Any], prepared: Any) -> None:
    """What a process does: one task after the other, until the other side closes or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the first one ends the others
    # Looking for garbage less often saves a twentieth of the time; never looking would let the memory grow.
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)
    work = prepared or prepare()
    with contextlib.suppress(EOFError, OSError):
        while True:
            connection.send(_answer(work, connection.recv()))


def _answer(work: Callable[[Any], Any], task: Any) -> tuple[bool, Any]:
    try:
        return True, work(task)
    except Exception:
        import traceback

        return False, traceback.format_exc()
