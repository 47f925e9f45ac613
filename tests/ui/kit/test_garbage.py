"""Widgets end on the window's thread, whatever the workers do meanwhile."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.infra.garbage import Garbage


class Old(QWidget):
    """A page nobody shows any more, in a circle of references as pages are."""

    def __init__(self, ended_on: list[threading.Thread]) -> None:
        super().__init__()
        self.itself, self.ended_on = self, ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread())


def busy() -> None:
    """What a worker does: many objects, some in circles."""
    kept = []
    for _ in range(20_000):
        circle: list[object] = []
        circle.append(circle)
        kept.append(circle)


def test_a_worker_ends_no_widget(qtbot: QtBot, qapp: QApplication) -> None:
    owner, ended_on = QObject(), list[threading.Thread]()
    Garbage(owner)
    assert not gc.isenabled()
    for _ in range(20):
        Old(ended_on)

    worker = threading.Thread(target=busy)
    worker.start()
    worker.join()

    assert ended_on == []
    qtbot.waitUntil(lambda: len(ended_on) == 20, timeout=5000)
    assert set(ended_on) == {threading.main_thread()}
