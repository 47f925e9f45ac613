"""An end to every conversation: time-outs of single reads never end one that drips byte by byte (design 6)."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from contextvars import ContextVar
from types import TracebackType
from typing import Any, Final

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

_current: Final[ContextVar[Deadline | None]] = ContextVar("deadline", default=None)


class Deadline:
    """Hangs up on whatever this thread talks to when its time is over; any number of requests may share one."""

    def __init__(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._line: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._hang_up)
        self._timer.daemon = True

    def __enter__(self) -> Deadline:
        self._before = _current.set(self)
        self._timer.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self.watch(None)  # a kept connection belongs to the next question
        _current.reset(self._before)

    @property
    def left(self) -> float:
        """Seconds, never below zero."""
        return max(0.0, self.until - time.monotonic())

    @property
    def is_over(self) -> bool:
        """Whether nothing is left."""
        return not self.left

    def watch(self, line: socket.socket | None) -> None:
        """This is the connection that is talked on now; None: no longer."""
        with self._lock:
            self._line = line
        if line is not None and self.is_over:
            self._hang_up()

    def _hang_up(self) -> None:
        with self._lock:
            if self._line is not None:
                with contextlib.suppress(OSError):  # it is closed already
                    self._line.shutdown(socket.SHUT_RDWR)


class _Watched(HTTPConnection):
    """Keeps a second handle of its connection: hanging up by it reaches also a handshake or a read under way."""

    handle: socket.socket | None = None

    def _new_conn(self) -> socket.socket:  # urllib3's own place to make the connection another way
        line = super()._new_conn()
        self.handle = line.dup()
        self._watch()
        return line

    def request(self, *args: Any, **more: Any) -> None:
        """Ask; a connection that was kept is watched again."""
        self._watch()
        super().request(*args, **more)

    def close(self) -> None:
        """Hang up."""
        super().close()
        if self.handle is not None:
            self.handle.close()
            self.handle = None

    def _watch(self) -> None:
        deadline = _current.get()
        if deadline is not None:
            deadline.watch(self.handle)


class _WatchedSecurely(_Watched, HTTPSConnection):
    pass


class WatchedPool(HTTPConnectionPool):
    """Connections on this computer."""

    ConnectionCls = _Watched


class SecurePool(HTTPSConnectionPool):
    """Connections under TLS."""

    ConnectionCls = _WatchedSecurely
