"""What other processes on this database publish: heard at once on PostgreSQL, looked up every second elsewhere.

One connection listens. When it is lost, whoever waits looks every second until it is there again; then everything
that may have been missed is looked up once. It is never told anything that the tables do not say as well.
"""

from __future__ import annotations

import logging
import selectors
import socket
import threading
import time
from typing import Any, Final

import psycopg
from sqlalchemy import make_url

from central_api.background import Background, Stopped
from central_api.bell import CHANNEL, EPOCH, NEWS, Bell
from central_api.database import ALIVE
from central_api.deployment import Deployment
from central_api.keys import PublishedKeys

_HEARTBEAT: Final = 10.0  # seconds: a line that was cut without a word is noticed
_PAUSES: Final = (0.2, 1.0, 2.0, 5.0)  # seconds between two tries to listen again
_LOOK_EVERY: Final = 1.0  # seconds
_log = logging.getLogger(__name__)


class OtherProcesses:
    """Keeps this process's bell and memory in step with the others'.

    ``listen_url`` is PostgreSQL itself; empty where nobody can be heard: on SQLite, or behind a pooler alone.
    """

    def __init__(self, listen_url: str, bell: Bell, deployment: Deployment, keys: PublishedKeys) -> None:
        self.listen_url, self.bell, self.deployment, self.keys = listen_url, bell, deployment, keys
        self._stop = threading.Event()
        self._wake: socket.socket | None = None  # closed to end the listening at once
        self._looked = time.monotonic()
        self._background: Background | None = None
        self._thread: threading.Thread | None = None

    def start(self, background: Background) -> None:
        """Begin to listen; ``background`` is woken by what others publish."""
        self._background = background
        if self.listen_url:
            self._wake, woken = socket.socketpair()
            self._thread = threading.Thread(
                target=self._loop, args=(woken,), name="other processes", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        """Listen no more; may be called twice."""
        self._stop.set()
        if self._wake:
            self._wake.close()  # the other end becomes readable
        if self._thread:
            self._thread.join()

    def look_again(self, _stopped: Stopped) -> int:
        """What this process remembers, read again: a kind of background work, at most once a second."""
        if time.monotonic() - self._looked >= _LOOK_EVERY:
            self.deployment.refresh()
            self.keys.refresh()
            self._looked = time.monotonic()
        return 0

    def _loop(self, woken: socket.socket) -> None:
        with woken:
            self._listen(woken)

    def _listen(self, woken: socket.socket) -> None:
        tries = 0
        while not self._stop.is_set():
            try:
                with psycopg.connect(**_arguments(self.listen_url)) as connection:
                    connection.execute(f"LISTEN {CHANNEL}".encode())
                    tries = 0
                    self._begin_to_hear()
                    self._hear(connection, woken)
            except psycopg.Error:
                self._hear_nothing()
                self._stop.wait(_PAUSES[min(tries, len(_PAUSES) - 1)])
                tries += 1

    def _begin_to_hear(self) -> None:
        _log.info("other processes are heard")
        self.bell.hears_others = True
        self._something_may_be_new()
        self.bell.ring()

    def _hear_nothing(self) -> None:
        if self.bell.hears_others:
            _log.warning("other processes are not heard")
            self.bell.hears_others = False
            self.bell.ring()  # whoever waits looks more often from now on

    def _hear(self, connection: psycopg.Connection[tuple[object, ...]], woken: socket.socket) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(connection.fileno(), selectors.EVENT_READ)
            selector.register(woken, selectors.EVENT_READ)
            while not self._stop.is_set():
                if not selector.select(_HEARTBEAT):
                    connection.execute("SELECT 1")
                for notice in connection.notifies(timeout=0):
                    self._heard(notice.payload)

    def _heard(self, payload: str) -> None:
        what, *names = payload.split(" ")
        if what == NEWS:
            self.bell.ring(names or None)
            if self._background:
                self._background.wake()
            return
        if what == EPOCH and names:
            self.deployment.notice(names[0])
            self.bell.ring()
        self._something_may_be_new()

    def _something_may_be_new(self) -> None:
        self._looked = 0.0
        if self._background:
            self._background.wake()


def _arguments(url: str) -> dict[str, Any]:
    """What psycopg wants, from an address as SQLAlchemy reads it."""
    address = make_url(url)
    _, named = address.get_dialect()().create_connect_args(address)
    return {**ALIVE, **named, "autocommit": True}
