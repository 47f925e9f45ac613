"""The least of an HTTP client: prepared bytes out, one answer in, so that only the server is measured."""

from __future__ import annotations

import json
import socket
import time
from typing import Any, Final

_PATIENCE: Final = 60  # seconds
_KEPT: Final = 4.0  # seconds: uvicorn hangs up after five without a request


class Connection:
    """One kept connection to a server of this machine."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket = self._opened()
        self._used_at = time.monotonic()

    def ask(self, request: bytes) -> tuple[int, bytes]:
        """The status and the body of the answer."""
        if time.monotonic() - self._used_at > _KEPT:
            self._socket.close()
            self._socket = self._opened()
        self._socket.sendall(request)
        got = b""
        while (end := got.find(b"\r\n\r\n")) < 0:
            got += self._more()
        head = got[:end].lower()
        begin = head.index(b"content-length:") + 15
        length = int(head[begin : begin + 20].split(b"\r\n", 1)[0])
        parts, missing = [got[end + 4 :]], length - (len(got) - end - 4)
        while missing > 0:
            parts.append(self._more())
            missing -= len(parts[-1])
        self._used_at = time.monotonic()
        return int(head[9:12]), b"".join(parts)

    def close(self) -> None:
        """No more questions."""
        self._socket.close()

    def _opened(self) -> socket.socket:
        opened = socket.create_connection(("127.0.0.1", self._port), timeout=_PATIENCE)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return opened

    def _more(self) -> bytes:
        some = self._socket.recv(262_144)
        if not some:
            raise ConnectionError("the server hung up")
        return some


def request(method: str, path: str, token: str, body: Any = None, **headers: str) -> bytes:
    """One request as it goes over the wire."""
    content = b"" if body is None else json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Authorization: Bearer {token}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if content:
        lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
    return "\r\n".join([*lines, "", ""]).encode() + content
