"""Figures for Prometheus: counted as requests go by, in a registry of this app alone, without a single name.

Labels are words of the contract (routes, statuses, codes), never ids, so no figure tells of a person or a desk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.registry import Collector

from central_api.background import Stopped, never
from central_api.shared_figures import SharedFigures
from dost_desktop.contract.messages import PushAnswer, Rejected

MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Figures:
    """What one process counts, and the others that serve the same ``data`` folder; without one, it alone."""

    def __init__(self, data: Path | None = None) -> None:
        self.registry = CollectorRegistry()
        self._shared = SharedFigures(data / "figures", self.registry) if data else None
        self._standing: tuple[Collector, ...] = ()
        self._requests = self._counter("requests", "Requests answered", "method", "route", "status")
        self._seconds = Histogram(
            "dost_request_seconds",
            "From the head of a request to the end of its answer",
            ["route"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._bytes = self._counter("bytes", "Bytes of bodies", "direction")
        self._in, self._out = self._bytes.labels("in"), self._bytes.labels("out")
        # every request asks for them, and there are only so many routes and statuses
        self._request, self._second = cache(self._requests.labels), cache(self._seconds.labels)
        self._verdicts = self._counter("push_verdicts", "Verdicts on runs", "verdict")
        self._rejections = self._counter("push_rejections", "Runs rejected", "reason")
        self._waiting = Gauge("dost_waiting_desks", "Desks that wait for news", registry=self.registry)
        self._lag = Histogram(
            "dost_feed_lag_seconds",
            "From the moment something was received to its leaving for a desk that waited",
            buckets=_SECONDS,
            registry=self.registry,
        )

    def watch(self, *collectors: Collector) -> None:
        """What these look up stands among the figures from now on."""
        self._standing = collectors

    def share(self, _stopped: Stopped = never) -> int:
        """Let the other processes know what was counted here. Background work."""
        if self._shared:
            self._shared.lay()
        return 0

    def stop(self) -> None:
        """This process ends."""
        if self._shared:
            self._shared.forget()

    def answered(
        self, method: str, route: str, status: int, seconds: float, bytes_in: int, bytes_out: int
    ) -> None:
        """One request ended."""
        self._request(method, route, status).inc()
        self._second(route).observe(seconds)
        self._in.inc(bytes_in)
        self._out.inc(bytes_out)

    def judged(self, answer: PushAnswer) -> PushAnswer:
        """The verdicts on what a desk or an officer sent."""
        for verdict in answer.answers:
            self._verdicts.labels(verdict.answer).inc()
            if isinstance(verdict, Rejected):
                self._rejections.labels(verdict.reason).inc()
        return answer

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """A desk asks for news, and maybe waits for it."""
        with self._waiting.track_inprogress():
            yield

    def told(self, seconds: float) -> None:
        """News left for a desk that waited, so long after it was received."""
        self._lag.observe(max(seconds, 0))

    def text(self) -> bytes:
        """Everything as Prometheus reads it: the processes' counters added up, and how the office stands."""
        self.share()
        everything = CollectorRegistry()
        for each in (self._shared, *self._standing):
            if each:
                everything.register(each)
        return generate_latest(everything)

    def _counter(self, name: str, means: str, *labels: str) -> Counter:
        return Counter(f"dost_{name}", means, labels, registry=self.registry)
