"""No answer is listened to longer than its question allows, not even its head: a line may drip for ever between two
time-outs, which count from byte to byte.
"""

from __future__ import annotations

import io
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from http.client import HTTPResponse
from typing import Any, Final

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

_UNTIL: Final[ContextVar[float]] = ContextVar("until", default=float("inf"))  # by time.monotonic()
_CONNECTIONS: Final = 8


@contextmanager
def listening_until(moment: float) -> Iterator[None]:
    """What is asked inside is answered by then (``time.monotonic()``), or TimeoutError is raised."""
    token = _UNTIL.set(moment)
    try:
        yield
    finally:
        _UNTIL.reset(token)


class PunctualAdapter(HTTPAdapter):
    """Connections of one central API that keep ``listening_until``."""

    def __init__(self) -> None:
        super().__init__(pool_connections=1, pool_maxsize=_CONNECTIONS, max_retries=0)

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        """The pool of connections."""
        super().init_poolmanager(*args, **more)
        _make_punctual(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
        """The same behind the office's proxy."""
        manager = super().proxy_manager_for(proxy, **more)
        _make_punctual(manager)
        return manager


class _Listening(io.RawIOBase):
    """The bytes of a line, as long as there is time."""

    def __init__(self, line: io.BufferedReader) -> None:
        self._line, self._until = line, _UNTIL.get()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if time.monotonic() > self._until:
            raise TimeoutError
        return self._line.raw.readinto(buffer)

    def close(self) -> None:
        self._line.close()
        super().close()


class _Answer(HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **more: Any) -> None:
        super().__init__(sock, *args, **more)
        self.fp = io.BufferedReader(_Listening(self.fp))


class _Line(HTTPConnection):
    response_class = _Answer


class _SecureLine(HTTPSConnection):
    response_class = _Answer


class _Lines(HTTPConnectionPool):
    ConnectionCls = _Line


class _SecureLines(HTTPSConnectionPool):
    ConnectionCls = _SecureLine


def _make_punctual(manager: PoolManager) -> None:
    manager.pool_classes_by_scheme = {"http": _Lines, "https": _SecureLines}
