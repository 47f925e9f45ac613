"""Slow work off the GUI thread: three executors and one queued signal that brings results home."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ThreadPoolExecutor
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Worker
from ui.infra.parent_watch import end_with_parent

T = TypeVar("T")
_NETWORK_THREADS: Final = 2  # a slow upload must not keep a register's answer waiting


class QtTasks(QObject):
    """One database thread (one writer, clicks apply in order), two network threads, one document process.

    The document process starts at its first job or at ``warm``: importing the PDF and signing libraries on a
    thread would hold the interpreter and stall the window (design section 9). A process that died is started
    again once; its job depends on nothing but its arguments.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = {
            Worker.DATABASE: ThreadPoolExecutor(1, "database"),
            Worker.NETWORK: ThreadPoolExecutor(_NETWORK_THREADS, "network"),
        }
        self._documents: Executor | None = None
        self._open = True
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        on: Worker = Worker.DATABASE,
    ) -> None:
        """Do ``job`` elsewhere; ``done`` or ``failed`` is called on the GUI thread, in the order of finishing."""
        again = partial(self._submit, job, done, failed, on, None) if on is Worker.DOCUMENTS else None
        self._submit(job, done, failed, on, again)

    def warm(self, job: Callable[[], object]) -> None:
        """Start the document process and let it import what ``job`` needs; nobody waits for the result."""
        self.run(job, done=_nothing, failed=_nothing, on=Worker.DOCUMENTS)

    def close(self) -> None:
        """Finish what runs, drop what waits; late answers fall silent."""
        self._open = False
        executors: list[Executor] = [*self._threads.values()]
        if self._documents is not None:
            executors.append(self._documents)
        for executor in executors:
            executor.shutdown(wait=True, cancel_futures=True)

    def wait_for_database(self) -> None:
        """Until everything asked of the database so far is on disk; only for the end of a session."""
        self._executor(Worker.DATABASE).submit(int).result()

    def _submit(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        on: Worker,
        again: Callable[[], None] | None,
    ) -> None:
        try:
            future = self._executor(on).submit(job)
        except BrokenExecutor:
            self._documents = None
            future = self._executor(on).submit(job)
        future.add_done_callback(lambda f: self._finished.emit(partial(self._settle, f, done, failed, again)))

    def _executor(self, worker: Worker) -> Executor:
        if worker is not Worker.DOCUMENTS:
            return self._threads[worker]
        if self._documents is None:
            import multiprocessing  # noqa: PLC0415 - the first page does not wait for it
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

            # spawn on every system: a forked child would carry Qt's threads and locks with it
            self._documents = ProcessPoolExecutor(
                1, multiprocessing.get_context("spawn"), initializer=end_with_parent
            )
        return self._documents

    def _settle(
        self,
        future: Future[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        again: Callable[[], None] | None,
    ) -> None:
        if not self._open or future.cancelled():
            return
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, AgentError):
            failed(error)
        elif isinstance(error, BrokenExecutor) and again is not None:
            self._documents = None
            again()
        elif not isinstance(error, CancelledError):
            sys.excepthook(type(error), error, error.__traceback__)

    @Slot(object)
    def _deliver(self, settle: Callable[[], None]) -> None:
        settle()


def _nothing(_: object) -> None:
    """Nobody waits for a warm-up."""
