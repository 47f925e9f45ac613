"""What a request may look like before anybody reads it: its head, its kind, its size, and how long it may take."""

from __future__ import annotations

import asyncio
import time
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central_api.problems import Unreadable, answer
from central_api.settings import Settings

MOST_HEADERS: Final = 64
LARGEST_HEAD: Final = 8 * 1024  # bytes of all headers
LONGEST_ADDRESS: Final = 4096  # bytes of path and query
_JSON: Final = ("application/json",)
_KINDS: Final = {
    "/v1/blobs/": ("", "application/octet-stream", "application/offset+octet-stream"),
    "/v/": ("multipart/form-data",),
}


class RequestLimits:
    """Turns away what cannot be a request of ours; the rest is read piece by piece within its limits."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        wrong = self._wrong_head(scope)
        if wrong:
            await answer(Request(scope), *wrong)(scope, receive, send)
            return
        await self.app(scope, _Body(scope, receive, self._limit(scope), self.settings), send)

    def _limit(self, scope: Scope) -> int:
        is_file = scope["path"].startswith("/v1/blobs/")
        return self.settings.blob_limit if is_file else self.settings.body_limit

    def _wrong_head(self, scope: Scope) -> tuple[int, str] | None:
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return 414, "request.address"
        given = scope["headers"]
        if len(given) > MOST_HEADERS or sum(len(name) + len(value) for name, value in given) > LARGEST_HEAD:
            return 431, "request.headers"
        headers = Headers(scope=scope)
        if headers.get("content-encoding", "identity").lower() != "identity":
            return 415, "request.encoding"
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > self._limit(scope):
            return 413, "request.too_large"
        if (length != "0" or "transfer-encoding" in headers) and not _is_kind(scope["path"], headers):
            return 415, "request.media_type"
        return None


class _Body:
    """The body of one request, piece by piece. Raises Unreadable 413 or 408."""

    def __init__(self, scope: Scope, receive: Receive, limit: int, settings: Settings) -> None:
        self._scope, self._receive, self._limit = scope, receive, limit
        self._pause, self._end = settings.longest_pause, time.monotonic() + settings.longest_body
        self._size, self._is_whole = 0, False

    async def __call__(self) -> Message:
        if self._is_whole:  # what comes now is that the other end hangs up
            return await self._receive()
        try:
            left = min(self._pause, self._end - time.monotonic())
            async with asyncio.timeout(max(left, 0)):  # unlike wait_for, no task for each piece
                message = await self._receive()
        except TimeoutError:
            raise Unreadable(408, "request.too_slow") from None
        self._size += len(message.get("body", b""))
        if self._size > self._limit:
            raise Unreadable(413, "request.too_large")
        self._is_whole = message["type"] != "http.request" or not message.get("more_body", False)
        return message


def _is_kind(path: str, headers: Headers) -> bool:
    kinds = next((kinds for start, kinds in _KINDS.items() if path.startswith(start)), _JSON)
    kind, _, rest = headers.get("content-type", "").partition(";")
    charset = rest.lower().replace('"', "").replace(" ", "") if kinds is _JSON else ""
    return kind.strip().lower() in kinds and charset in {"", "charset=utf-8"}
