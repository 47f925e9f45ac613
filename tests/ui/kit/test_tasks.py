"""Slow work leaves the window's thread, answers come home, bugs are not dressed as messages."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from threading import current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.ports import Worker
from tests.fakes.inline_tasks import InlineTasks
from ui.infra.task_scope import TaskScope
from ui.infra.tasks import QtTasks


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[QtTasks]:
    tasks = QtTasks()
    yield tasks
    tasks.close()


def a_problem() -> None:
    raise InvalidValue("pin.length", n=6)


def a_bug() -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("worker", [Worker.DATABASE, Worker.NETWORK])
def test_work_leaves_the_gui_thread_and_the_answer_comes_back_to_it(qtbot, tasks, worker):
    seen = []
    tasks.run(
        current_thread, done=lambda at: seen.append((at, current_thread())), failed=seen.append, on=worker
    )
    qtbot.waitUntil(lambda: bool(seen))
    there, home = seen[0]
    assert there is not main_thread()
    assert home is main_thread()
    assert there.name.startswith(worker.value)


def test_clicks_are_applied_in_the_order_they_were_made(qtbot, tasks):
    seen: list[int] = []
    for n in range(200):
        tasks.run(lambda n=n: n, done=seen.append, failed=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 200)
    assert seen == list(range(200))


def test_an_expected_error_comes_home_and_a_bug_goes_to_the_crash_window(qtbot, tasks, monkeypatch):
    expected: list[Exception] = []
    bugs: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: bugs.append(kind))
    tasks.run(a_problem, done=expected.append, failed=expected.append)
    tasks.run(a_bug, done=expected.append, failed=expected.append)
    qtbot.waitUntil(lambda: bool(expected and bugs))
    assert [type(error) for error in expected] == [InvalidValue]
    assert bugs == [ZeroDivisionError]


def test_documents_are_made_in_another_process_that_is_started_again_when_it_died(qtbot, tasks):
    seen: list[int] = []
    tasks.warm(os.getpid)
    tasks.run(os.getpid, done=seen.append, failed=seen.append, on=Worker.DOCUMENTS)
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=20_000)
    assert seen[0] != os.getpid()
    process = next(iter(tasks._documents._processes.values()))
    process.kill()
    process.join()
    tasks.run(os.getpid, done=seen.append, failed=seen.append, on=Worker.DOCUMENTS)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=20_000)
    assert seen[1] not in {os.getpid(), seen[0]}


def test_a_closed_window_hears_nothing_more(qtbot, tasks):
    seen: list[object] = []
    tasks.run(lambda: time.sleep(0.05), done=seen.append, failed=seen.append)
    tasks.close()
    qtbot.wait(50)
    assert seen == []


def test_an_answer_after_the_screen_was_closed_is_dropped():
    heard: list[object] = []
    scope = TaskScope(InlineTasks())
    scope.run(scope.close, done=heard.append, failed=heard.append)
    assert heard == []


def test_the_fake_keeps_the_promise_of_the_real_one():
    heard: list[object] = []
    fake = InlineTasks()
    fake.run(a_problem, done=heard.append, failed=heard.append)
    assert isinstance(heard[0], AgentError)
    with pytest.raises(ZeroDivisionError):
        fake.run(a_bug, done=heard.append, failed=heard.append)
