"""How long the window stood still: a beat every 5 ms on its own thread; what a beat is late by, nothing was drawn."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import psutil
from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS: Final = 5
_WORST: Final = 8


class Heartbeat(QObject):
    """``start`` and ``stop`` on the window's thread. ``step`` names what goes on, for the worst beats."""

    def __init__(self) -> None:
        super().__init__()
        self.step = ""
        self._late: list[tuple[float, float, str]] = []
        self._excused = 0.0
        self._is_looking = False
        self._last = self._worked = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """From now on."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start(BEAT_MS)

    @contextmanager
    def looking(self) -> Iterator[None]:
        """What the measuring hands do themselves, between two keys, is no stall of the window."""
        if self._is_looking:
            yield
            return
        begin = time.perf_counter()
        self._is_looking = True
        try:
            yield
        finally:
            self._is_looking = False
            self._excused += time.perf_counter() - begin

    def stop(self) -> dict[str, Any]:
        """Milliseconds that beats were late: the worst, the 99.9th percentile, the worst ones with their steps.

        ``steps``: late by, of that this thread's own work (the rest waited for a processor or another thread), at what.
        """
        self._timer.stop()
        late = sorted(self._late, reverse=True)
        values = [value for value, _, _ in late]
        return {
            "beats": len(late),
            "worst": round(values[0], 1),
            "p999": round(statistics.quantiles(values, n=1000)[-1], 1),
            "own": round(max(worked for _, worked, _ in late), 1),
            "over_50": sum(value > 50 for value in values),
            "steps": [[round(value, 1), round(worked), step] for value, worked, step in late[:_WORST]],
        }

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        late = (now - self._last - self._excused) * 1000 - BEAT_MS
        self._late.append((max(late, 0.0), (worked - self._worked) * 1000, self.step))
        self._last, self._worked, self._excused = now, worked, 0.0


def memory() -> dict[str, float]:
    """Resident megabytes of this process, and of the processes it started."""
    own = psutil.Process()
    started = [
        each for each in own.children(recursive=True) if "resource_tracker" not in " ".join(each.cmdline())
    ]
    return {
        "own": own.memory_info().rss / 2**20,
        "started": sum(each.memory_info().rss for each in started) / 2**20,
    }
