"""Work in several processes: results in the order of the work, faults raised here, nothing left running."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest

from verbale.errors import BuildError, Problem
from verbale.processes import Shared, apart, begun_apart, processes_at_hand, uninterrupted, work_through

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def doubling() -> Callable[[int], int]:
    """A function that takes longest for the first tasks."""

    def double(number: int) -> int:
        time.sleep(0.02 if number < 3 else 0)
        return 2 * number

    return double


def failing(at: int) -> Callable[[int], int]:
    """A function that fails at one task."""

    def fail(number: int) -> int:
        if number == at:
            raise BuildError("no", [Problem("a.yaml", 3, message="what is wrong")])
        return number

    return fail


def naming() -> Callable[[int], int]:
    """A function that tells its process."""

    def name(_: int) -> int:
        time.sleep(0.01)
        return os.getpid()

    return name


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert list(work_through(3, doubling, range(50))) == [2 * number for number in range(50)]


def test_every_process_works_and_none_is_left() -> None:
    assert len(set(work_through(2, naming, range(20)))) == 2
    assert not multiprocessing.active_children()


def test_tasks_are_drawn_as_they_are_needed() -> None:
    """A list of all tasks would not fit in memory."""
    drawn = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            drawn.append(number)
            yield number

    results = work_through(2, doubling, tasks())
    next(results)
    assert len(drawn) < 50
    results.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_a_fault_is_raised_here_with_its_problems() -> None:
    with pytest.raises(BuildError) as caught:
        list(work_through(2, partial(failing, 7), range(20)))
    assert [problem.line for problem in caught.value.problems] == [3]
    assert not multiprocessing.active_children()


def test_no_tasks_no_results() -> None:
    assert list(work_through(2, doubling, [])) == []
    assert processes_at_hand() >= 1


def test_a_call_apart_gives_its_result_or_its_fault() -> None:
    """The call is made in another process; what it returns or raises arrives here."""
    assert apart(os.getpid) != os.getpid()
    with pytest.raises(BuildError) as caught:
        apart(partial(failing(1), 1))
    assert [problem.path for problem in caught.value.problems] == ["a.yaml"]


def test_a_call_that_is_not_waited_for_is_ended(tmp_path: Path) -> None:
    """Whether all went well here or not, the process is gone."""

    def begun(name: str) -> int:
        while not (tmp_path / name).exists() or not (tmp_path / name).read_text():
            time.sleep(0.01)
        return int((tmp_path / name).read_text())

    def go_on(name: str) -> None:
        (tmp_path / name).write_text(str(os.getpid()))
        time.sleep(600)

    def fail() -> None:
        with begun_apart(partial(go_on, "ill")):
            begun("ill")
            raise ValueError("mine")

    with begun_apart(partial(go_on, "well")):
        begun("well")
    with pytest.raises(ValueError, match="mine"):
        fail()
    for process in (begun("well"), begun("ill")):
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_shared_tasks_are_each_drawn_once() -> None:
    """The other process begins to draw before the tasks are known, and both stop when none is left."""
    left: Shared[str] = Shared()
    tasks = [f"task {number}" for number in range(200)]
    with closing(left), begun_apart(lambda: list(left)) as theirs:
        left.fill(tasks)
        mine = list(left)
        assert sorted(mine + theirs()) == sorted(tasks)


def test_shared_tasks_may_be_none() -> None:
    left: Shared[str] = Shared()
    with closing(left), begun_apart(lambda: list(left)) as theirs:
        left.fill(())
        assert theirs() == list(left) == []


def test_an_interruption_waits_until_a_process_has_begun() -> None:
    done: list[str] = []

    def begin() -> None:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            done.append("begun")
        done.append("gone on")

    with pytest.raises(KeyboardInterrupt):
        begin()
    assert done == ["begun"]


def test_a_process_that_dies_apart_is_told() -> None:
    with pytest.raises(RuntimeError, match="without a word"):
        apart(partial(os._exit, 3))
