"""What every answer says to a browser: keep nothing, show it nowhere else, guess nothing."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
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


class AnswerHeaders:
    """The headers of one deployment; ``public_url`` decides whether browsers are told to come by TLS only."""

    def __init__(self, public_url: str) -> None:
        tls = {"Strict-Transport-Security": f"max-age={_A_YEAR}"} if public_url.startswith("https://") else {}
        self._always = _ALWAYS | tls

    def put_on(self, start: Message, request_id: str) -> None:
        """Complete the head of an answer."""
        headers = MutableHeaders(scope=start)
        headers["X-Request-Id"] = request_id
        headers.update(self._always)
        for name, value in _UNLESS_SAID.items():
            headers.setdefault(name, value)
        del headers["Server"]
