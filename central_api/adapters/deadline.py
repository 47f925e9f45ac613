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
        with self._lock:  # a kept connection belongs to the next question
            self._let_go()
        _current.reset(self._before)

    @property
    def left(self) -> float:
        """Seconds, never below zero."""
        return max(0.0, self.until - time.monotonic())

    @property
    def is_over(self) -> bool:
        """Whether nothing is left."""
        return not self.left

    def watch(self, line: socket.socket) -> None:
        """This is the connection that is talked on now, by a second handle of it.

        The first one may be shut long before the answer is read, and is not ours to touch in a handshake.
        """
        handle = socket.fromfd(line.fileno(), line.family, line.type)
        with self._lock:
            self._let_go()
            self._line = handle
        if self.is_over:
            self._hang_up()

    def _let_go(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def _hang_up(self) -> None:
        with self._lock:
            if self._line is not None:
                with contextlib.suppress(OSError):  # it is closed already
                    self._line.shutdown(socket.SHUT_RDWR)


class _Watched(HTTPConnection):
    """Known to the deadline of whoever talks on it, from its first moment on."""

    def _new_conn(self) -> socket.socket:  # urllib3's own place to make the connection another way
        line = super()._new_conn()
        _watch(line)
        return line

    def request(self, *args: Any, **more: Any) -> None:
        """Ask; a connection that was kept is watched again."""
        if self.sock is not None:
            _watch(self.sock)
        super().request(*args, **more)


def _watch(line: socket.socket) -> None:
    deadline = _current.get()
    if deadline is not None:
        deadline.watch(line)


class _WatchedSecurely(_Watched, HTTPSConnection):
    pass


class WatchedPool(HTTPConnectionPool):
    """Connections on this computer."""

    ConnectionCls = _Watched


class SecurePool(HTTPSConnectionPool):
    """Connections under TLS."""

    ConnectionCls = _WatchedSecurely
