"""One structured line per request and per event worth telling, with a request id and without personal data."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import sys
import time
from datetime import UTC, datetime
from typing import Final
from uuid import UUID, uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_GIVEN_ID: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {
    "message",
    "asctime",
    "taskName",
    "color_message",
}
_log = logging.getLogger("central_api.requests")


class JsonLines(logging.Formatter):
    """A record as one line of JSON; what was passed as ``extra`` stands beside it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "what": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _STANDARD}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _where(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def log_as_json() -> None:
    """Everything this process logs goes to standard error as lines of JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)


def hidden(file_id: UUID | str) -> str:
    """A file in logs: enough to follow it through one log, not enough to find the person."""
    return hashlib.sha256(str(file_id).encode()).hexdigest()[:12]


def _where(trace: object) -> list[str]:
    places = []
    while trace is not None:  # messages of errors may quote data; places never do
        code = trace.tb_frame.f_code  # type: ignore[attr-defined]
        places.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_name}")  # type: ignore[attr-defined]
        trace = trace.tb_next  # type: ignore[attr-defined]
    return places[-12:]


class RequestLog:
    """Gives each request its id, says it in the answer, limits the body, and writes one line at the end."""

    def __init__(self, app: ASGIApp, body_limit: int, blob_limit: int) -> None:
        self.app, self.body_limit, self.blob_limit = app, body_limit, blob_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        scope["request_id"] = given if _GIVEN_ID.fullmatch(given) else uuid4().hex
        started, status = time.perf_counter(), 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = scope["request_id"]
                headers["X-Content-Type-Options"] = "nosniff"
                headers.setdefault("Cache-Control", "no-store")
                headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
            await send(message)

        try:
            await self.app(scope, self._limited(scope, receive), answer)
        finally:
            route = scope.get("route")
            caller = scope.get("caller")
            _log.info(
                "request",
                extra={
                    "request": scope["request_id"],
                    "method": scope["method"],
                    "route": getattr(route, "path", "-"),
                    "status": status,
                    "ms": round((time.perf_counter() - started) * 1000, 1),
                    "desk": getattr(caller, "desk", ""),
                },
            )

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        big = scope["path"].startswith(("/v1/blobs/", "/v/"))
        limit = self.blob_limit if big else self.body_limit
        length = Headers(scope=scope).get("content-length", "")
        total = int(length) if length.isdecimal() else 0
        counts = total == 0

        async def limited() -> Message:
            nonlocal total
            if total > limit:
                raise HTTPException(413)
            message = await receive()
            if counts:
                total += len(message.get("body", b""))
                if total > limit:
                    raise HTTPException(413)
            return message

        return limited
