"""Work spread over processes, with the results in the order of the work; what the work is, its caller knows."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections import deque
from contextlib import contextmanager, nullcontext, suppress
from itertools import count, islice
from select import select
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from io import BufferedReader
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Tasks that each process has before it, so that none waits for the next."""
WIDE = 1 << 20
"""Bytes that a pipe may hold: as many as Linux lets anybody have."""
SWEEP = 16
"""Tasks after which a process looks for cycles among what they left."""


def processes_at_hand() -> int:
    """Return how many processes are worth starting: one for each processor that this one may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back while a process forks: what Python does then would swallow it, and the program would go on."""
    if current_thread() is not main_thread():
        yield
        return
    held: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
        for number in held[:1]:
            signal.raise_signal(number)


def apart(function: Callable[[], R], meanwhile: Callable[[], object] = lambda: None) -> R:
    """Return `function()`, called in a process of its own, whose memory is given back when it is done.

    The result, or the exception, travels here, where `meanwhile` is called until then. Where a second process cannot be
    had cheaply, the call is made here.
    """
    with begun_apart(function) as result:
        meanwhile()
        return result()


class SilentError(RuntimeError):
    """A process ended without a word: nothing is known of what it was to work out."""


class Awaited(Generic[R]):
    """What another process works out: calling it waits for the result, or raises what was raised there."""

    def __init__(self, pipe: BufferedReader, child: int) -> None:
        self._pipe = pipe
        self._child: int | None = child

    def is_there(self) -> bool:
        """Say whether a call would not wait."""
        return bool(select([self._pipe], [], [], 0)[0])

    def __call__(self) -> R:
        """Return the result, once; raises `SilentError` where the process died."""
        assert self._child is not None  # noqa: S101 - there is one result
        answer = self._pipe.read()
        os.waitpid(self._child, 0)
        self._child = None
        if not answer:
            raise SilentError("a process ended without a word")
        good, value = pickle.loads(answer)  # noqa: S301 - our own process wrote it
        if not good:
            raise value
        found: R = value
        return found

    def end(self) -> None:
        """End the process, unless it has answered."""
        if self._child is not None:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)


class _Here(Awaited[R]):
    """What is worked out in this process, when it is called for."""

    def __init__(self, function: Callable[[], R]) -> None:
        self._function = function

    def is_there(self) -> bool:
        return True

    def __call__(self) -> R:
        return self._function()


@contextmanager
def begun_apart(function: Callable[[], R]) -> Iterator[Awaited[R]]:
    """Call a function in a process of its own, as `apart` does, and give what waits for its result; unless that is called, the process is ended."""
    if sys.platform != "linux":
        yield _Here(function)
        return
    from fcntl import F_SETPIPE_SZ, fcntl

    reading, writing = os.pipe()
    # What is told may be long: through a narrow pipe it would pass while both processes wait for each other in turn.
    with suppress(OSError):
        fcntl(writing, F_SETPIPE_SZ, WIDE)
    with uninterrupted():
        child = os.fork()
        if child == 0:
            _tell(function, writing)
    os.close(writing)
    with open(reading, "rb") as pipe:  # noqa: PTH123 - it is no path
        result: Awaited[R] = Awaited(pipe, child)
        try:
            yield result
        finally:
            result.end()


def _tell(function: Callable[[], object], writing: int) -> NoReturn:
    """Call a function and write what came of it, in a process that does nothing else."""
    try:
        try:
            answer = pickle.dumps((True, function()))
        except Exception as error:  # noqa: BLE001 - it is raised again where the result is awaited
            answer = pickle.dumps((False, error))
        with open(writing, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)


class Shared(Generic[T]):
    """Tasks for this process and one forked from it before they are known: each goes to whichever asks for it first."""

    def __init__(self) -> None:
        self._list = os.memfd_create("tasks")
        self._turns, self._offered = os.pipe()
        self._is_offering = True

    def fill(self, tasks: Sequence[T]) -> None:
        """Say, once, which tasks there are, 256 at most."""
        os.write(self._list, pickle.dumps(tasks))
        os.write(self._offered, bytes(range(len(tasks))))
        self._end_offer()

    def __iter__(self) -> Iterator[T]:
        """Give tasks as long as any is left; in the other process, wait until they are known."""
        self._end_offer()
        tasks: Sequence[T] = ()
        # A pipe hands each byte to one reader alone.
        while turn := os.read(self._turns, 1):
            tasks = tasks or pickle.loads(os.pread(self._list, os.fstat(self._list).st_size, 0))  # noqa: S301 - our own
            yield tasks[turn[0]]

    def close(self) -> None:
        """Put away what it takes up in this process."""
        self._end_offer()
        os.close(self._turns)
        os.close(self._list)

    def _end_offer(self) -> None:
        """Close this process's end: readers wait as long as any process has one."""
        if self._is_offering:
            os.close(self._offered)
            self._is_offering = False


def work_through(jobs: int, start: Callable[[], Callable[[T], R]], tasks: Iterable[T]) -> Iterator[R]:
    """Give the result for each task, in order, worked out in `jobs` processes, each by a function that `start` makes.

    Tasks are drawn as they are needed, so that neither they nor the results are ever held whole; a task is small (what
    it names is read by the process). An exception in a task is raised here, and the processes end.
    """
    import multiprocessing

    # A fork shares what is loaded already; where it is missing or threads make it unsafe (macOS), a new process starts.
    method = "fork" if sys.platform == "linux" else "spawn"
    pipes = [multiprocessing.Pipe() for _ in range(jobs)]
    process = multiprocessing.get_context(method).Process  # type: ignore[attr-defined]
    workers = [process(target=_serve, args=(start, theirs), daemon=True) for _, theirs in pipes]
    with uninterrupted() if method == "fork" else nullcontext():
        for worker in workers:
            worker.start()
    try:
        yield from _deal([ours for ours, _ in pipes], tasks)
    finally:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join()


def _deal(pipes: list[Connection], tasks: Iterable[T]) -> Iterator[Any]:
    """Give each process the next task as it has room, and the results in the order of the tasks."""
    from multiprocessing.connection import wait

    numbered = enumerate(tasks)
    under_way = {pipe: deque(_send(pipe, list(islice(numbered, AHEAD)))) for pipe in pipes}
    done: dict[int, Any] = {}
    turn = 0
    while any(under_way.values()):
        ready = wait([pipe for pipe, numbers in under_way.items() if numbers])
        for pipe in (pipe for pipe in pipes if pipe in ready):
            done[under_way[pipe].popleft()] = _receive(pipe)
            under_way[pipe].extend(_send(pipe, list(islice(numbered, 1))))
        while turn in done:
            yield done.pop(turn)
            turn += 1


def _receive(pipe: Connection) -> Any:
    good, value = pipe.recv()
    if not good:
        raise value
    return value


def _send(pipe: Connection, tasks: list[tuple[int, T]]) -> Iterator[int]:
    for number, task in tasks:
        pipe.send(task)
        yield number


def _serve(start: Callable[[], Callable[[T], R]], pipe: Connection) -> None:
    """Work in a process of its own until it is ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Cycles are looked for after some tasks and among what they left: never again in all that a process keeps at hand.
    gc.disable()
    try:
        function = start()
        for number in count(1):
            pipe.send((True, function(pipe.recv())))
            if number % SWEEP == 0:
                gc.collect(0)
    except EOFError:
        return
    except Exception as error:  # noqa: BLE001 - it is raised again where the result is awaited
        pipe.send((False, error))
