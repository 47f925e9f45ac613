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

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central_api.answer_headers import AnswerHeaders
from central_api.metrics import Figures
from central_api.problems import answer

_GIVEN_ID: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {
    "message",
    "asctime",
    "taskName",
    "color_message",
}
_LINE: Final = json.JSONEncoder(ensure_ascii=False, default=str)
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
_HUNG_UP: Final = 499  # the other end did not wait for the answer
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
        given = vars(record)
        line |= {name: given[name] for name in given if name not in _STANDARD}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _where(record.exc_info[2])
        return _LINE.encode(line)


def log_as_json() -> None:
    """Everything this process logs goes to standard error as lines of JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    # nothing of this is in our lines, and looking for it costs every request ("Optimization" in logging's own manual)
    logging._srcfile = None
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
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
    """Gives each request its id, says it in the answer, and writes one line and its figures at the end."""

    def __init__(self, app: ASGIApp, headers: AnswerHeaders, figures: Figures) -> None:
        self.app, self.headers, self.figures = app, headers, figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; what breaks on the way is answered as a problem too."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        scope["request_id"] = given if _GIVEN_ID.fullmatch(given) else uuid4().hex
        one = _One(scope, receive, send, self.headers)
        started = time.perf_counter()
        try:
            await self.app(scope, one.receive, one.send)
        except ClientDisconnect:
            pass  # in the middle of its question: nobody hears an answer, and the line below says so
        except Exception:
            _log.exception("request broke", extra={"request": scope["request_id"]})
            if one.status:  # half of an answer is out: only hanging up says that it is none
                raise
            await answer(Request(scope), 500, "server.error")(scope, one.receive, one.send)
        finally:
            self._note(one, time.perf_counter() - started)

    def _note(self, one: _One, seconds: float) -> None:
        scope, status = one.scope, one.status or _HUNG_UP
        route = getattr(scope.get("route"), "path", "-")
        method = scope["method"] if scope["method"] in _METHODS else "-"
        _log.info(
            "request",
            extra={
                "request": scope["request_id"],
                "method": method,
                "route": route,
                "status": status,
                "ms": round(seconds * 1000, 1),
                "desk": getattr(scope.get("caller"), "desk", ""),
            },
        )
        self.figures.answered(method, route, status, seconds, one.bytes_in, one.bytes_out)


class _One:
    """One request on its way in, and its answer on its way out."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, headers: AnswerHeaders) -> None:
        self.scope, self._receive, self._send, self._headers = scope, receive, send, headers
        self.status = self.bytes_in = self.bytes_out = 0

    async def receive(self) -> Message:
        message = await self._receive()
        self.bytes_in += len(message.get("body", b""))
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self._headers.put_on(message, self.scope["request_id"])
        self.bytes_out += len(message.get("body", b""))
        await self._send(message)
