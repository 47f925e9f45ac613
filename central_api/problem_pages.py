"""Whoever looks at the public page gets a page when something is wrong, in their language; programs get a problem."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central_api.clock import Clock
from central_api.deployment import Deployment
from central_api.problems import MEDIA_TYPE
from central_api.settings import Settings
from central_api.verify_page import Reader, language_of, problem_page
from central_api.verify_style import HEADERS

_PAGE: Final = "/v"
_WORDS: Final = {404: "page", 405: "page", 413: "large", 429: "often", 500: "broken", 503: "busy"}
_STILL_READ: Final = (
    64 * 1024 * 1024
)  # bytes of a file that is too large: a browser that still sends hears nothing
_STILL_WAITS: Final = 15.0  # seconds
_SOON: Final = "10"  # seconds, where the answer does not say


class ProblemPages:
    """Puts a page in the place of a problem answer, with the same status and headers."""

    def __init__(self, app: ASGIApp, settings: Settings, deployment: Deployment, clock: Clock) -> None:
        self.app, self.settings, self.deployment, self.clock = app, settings, deployment, clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not _is_for_a_person(scope):
            await self.app(scope, receive, send)
            return
        one = _One(receive, send)
        await self.app(scope, one.receive, one.send)
        if one.problem:
            await one.drained()
            await self._told(scope, one.problem, send)

    async def _told(self, scope: Scope, problem: Message, send: Send) -> None:
        headers = MutableHeaders(scope=problem)
        wanted = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
        language = language_of(wanted, Headers(scope=scope).get("accept-language", ""))
        text = problem_page(
            _WORDS.get(problem["status"], "request"),
            Reader(language, self.deployment.is_practice, self.clock()),
            megabytes=self.settings.body_limit // (1024 * 1024),
            seconds=headers.get("retry-after", _SOON),
            request_id=headers.get("x-request-id", ""),
        ).encode()
        headers.update(HEADERS)
        headers["Content-Type"], headers["Content-Language"] = "text/html; charset=utf-8", language
        headers["Content-Length"] = str(len(text))
        await send(problem)
        await send({"type": "http.response.body", "body": text})


class _One:
    """One request whose answer is let through unless it is a problem: that one is kept back."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._is_whole = False
        self.problem: Message | None = None

    async def receive(self) -> Message:
        message = await self._receive()
        self._is_whole = message["type"] != "http.request" or not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            kind = MutableHeaders(scope=message).get("content-type", "")
            self.problem = message if kind.startswith(MEDIA_TYPE) else None
        if self.problem is None:
            await self._send(message)

    async def drained(self) -> None:
        """Take what a browser still sends: it looks at the answer only afterwards, and not at all if we hang up."""
        size = 0
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_STILL_WAITS):
                while not self._is_whole and size < _STILL_READ:
                    size += len((await self.receive()).get("body", b""))


def _is_for_a_person(scope: Scope) -> bool:
    path = scope["path"]
    is_page = path == _PAGE or path.startswith(f"{_PAGE}/")
    return is_page and "text/html" in Headers(scope=scope).get("accept", "")
