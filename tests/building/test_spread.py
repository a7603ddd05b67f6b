"""Work in several processes: every task once, whatever happens to a process."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from guidegen.spread import WorkerDied, WorkerFailed, spread


def prepare() -> Callable[[int], tuple[int, int]]:
    return lambda task: (task * task, os.getpid())


def deadly() -> Callable[[int], int]:
    return lambda task: os.kill(os.getpid(), signal.SIGKILL) or task if task == 3 else task


def leaving() -> Callable[[int], int]:
    return lambda task: os._exit(7)


def faulty() -> Callable[[int], float]:
    return lambda task: 1 / (task - 2)


def sleepy() -> Callable[[int], int]:
    return lambda task: time.sleep(60) or task if task else task


@pytest.mark.parametrize("jobs", [1, 2, 3, 50])
def test_every_task_is_done_once(jobs: int) -> None:
    results = list(spread(prepare, range(20), jobs))
    assert sorted(square for square, _ in results) == [task * task for task in range(20)]
    processes = {process for _, process in results}
    assert (processes == {os.getpid()}) == (jobs == 1)
    assert len(processes) <= min(jobs, 20)


def test_no_task_starts_no_process() -> None:
    assert list(spread(prepare, [], 4)) == []


def test_a_process_that_is_killed_is_said_with_its_signal() -> None:
    with pytest.raises(WorkerDied, match="signal SIGKILL"):
        list(spread(deadly, range(8), 2))


def test_a_process_that_leaves_is_said_with_its_code() -> None:
    with pytest.raises(WorkerDied, match="exit code 7"):
        list(spread(leaving, range(8), 2))


def test_an_exception_in_a_task_comes_back_with_its_traceback() -> None:
    with pytest.raises(WorkerFailed, match="ZeroDivisionError"):
        list(spread(faulty, range(8), 2))


def test_processes_end_with_the_iteration() -> None:
    results = spread(sleepy, [0, 1, 2, 3], 2)
    assert next(results) == 0
    started = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 30
