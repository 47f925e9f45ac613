"""What every answer says to a browser: keep nothing, show it nowhere else, guess nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.types import Message

_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_UNLESS_SAID: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
_A_YEAR: Final = 365 * 24 * 3600
_REQUEST_ID: Final = b"x-request-id"


class AnswerHeaders:
    """The headers of one deployment; ``public_url`` decides whether browsers are told to come by TLS only."""

    def __init__(self, public_url: str) -> None:
        tls = {"Strict-Transport-Security": f"max-age={_A_YEAR}"} if public_url.startswith("https://") else {}
        self._always, self._unless_said = _raw(_ALWAYS | tls), _raw(_UNLESS_SAID)
        self._ours = {name for name, _ in self._always} | {b"server", _REQUEST_ID}

    def put_on(self, start: Message, request_id: str) -> None:
        """Complete the head of an answer."""
        said = [each for each in start["headers"] if each[0].lower() not in self._ours]
        names = {name.lower() for name, _ in said}
        said += [each for each in self._unless_said if each[0] not in names]
        start["headers"] = [*said, *self._always, (_REQUEST_ID, request_id.encode("ascii"))]


def _raw(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode("ascii"), value.encode("ascii")) for name, value in headers.items()]
