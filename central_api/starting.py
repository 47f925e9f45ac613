"""The door while the office is being opened: it listens at once, and says so until the database is there.

Whoever watches the server sees it live and not ready; whoever wants something is told when to ask again. What an
administrator has to mend ends the server with the reason instead.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from collections.abc import Callable
from typing import Final

from fastapi import Request
from fastapi.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from central_api.answer_headers import AnswerHeaders
from central_api.database_trouble import DatabaseAway
from central_api.metrics import Figures
from central_api.office import Office
from central_api.problems import answer
from central_api.request_log import RequestLog
from dost_desktop.domain.errors import AgentError

_PAUSES: Final = (0.2, 0.5, 1.0, 2.0, 5.0)  # seconds between two tries
_FIRST_TRY: Final = (
    5.0  # seconds until whoever knocks is answered in any case; meanwhile other workers may open
)
_ASK_AGAIN: Final = {"Retry-After": "2"}
_log = logging.getLogger(__name__)


class Starting:
    """Opens the office behind the listening door, then steps aside. An ASGI application.

    ``settled`` is called when the office is open, when it is known to wait for its database, and when it was refused;
    the reason is then ``refused``.
    """

    def __init__(
        self,
        open_office: Callable[[], Office],
        build: Callable[[Office], ASGIApp],
        settled: Callable[[], None],
        public_url: str = "",
    ) -> None:
        self._open_office, self._build, self._settled = open_office, build, settled
        self._stop, self._is_settled = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._open, name="opening")
        self._waiting = RequestLog(self._not_yet, AnswerHeaders(public_url), Figures())
        self._app: ASGIApp | None = None
        self.office: Office | None = None
        self.refused: Exception | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or the server's own beginning and end."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await (self._app or self._waiting)(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._thread.start()
        await asyncio.to_thread(self._is_settled.wait, _FIRST_TRY)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.stop()
        await send({"type": "lifespan.shutdown.complete"})

    def stop_waiting(self) -> None:
        """The server ends: nobody waits for the feed any more, nor for the database."""
        self._stop.set()
        if self.office:
            self.office.bell.close()

    def stop(self) -> None:
        """End what was begun."""
        self.stop_waiting()
        self._thread.join()
        if self.office:
            self.office.stop()

    async def _not_yet(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        if scope["path"] == "/health/live":
            said = JSONResponse({"status": "live"})
        elif scope["path"] == "/health/ready":
            said = answer(
                request, 503, "server.not_ready", facts={"missing": ["database"]}, headers=_ASK_AGAIN
            )
        else:
            said = answer(request, 503, "server.starting", headers=_ASK_AGAIN)
        await said(scope, receive, send)

    def _settle(self) -> None:
        self._is_settled.set()
        self._settled()

    def _open(self) -> None:
        tries, said = 0, ""
        while not self._stop.is_set() and self._app is None and self.refused is None:
            try:
                self.office = self._open_office()
                self.office.start()
                self._app = self._build(self.office)
                gc.collect()
                gc.freeze()  # what was loaded stays: no search for garbage goes through it again, under requests
            except DatabaseAway as away:
                if str(away) != said:  # said once, not every five seconds of an outage
                    _log.warning("waits for the database", extra={"why": str(away)})
                    self._settle()
                said = str(away)
                self._stop.wait(_PAUSES[min(tries, len(_PAUSES) - 1)])
                tries += 1
            except Exception as refused:  # noqa: BLE001 - whoever serves raises it again
                if not isinstance(refused, AgentError):
                    _log.exception("cannot open")
                self.refused = refused
                self._settle()
            else:
                _log.info("open")
                self._settle()
