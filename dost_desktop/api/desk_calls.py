"""What a PC asks as a desk: to become one, to stay it, who works here, and the time."""

from __future__ import annotations

import json
from typing import Final
from uuid import UUID

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import Received, Request, read_message
from dost_desktop.contract.messages import (
    DeskEnrolled,
    EnrolDesk,
    Hello,
    Roster,
    Standing,
    StandingHeard,
)
from dost_desktop.sync.needs import Declined, NoAnswer, Silence

API: Final = 1  # the version of the contract this program speaks


class DeskCalls(Calls):
    """Asked by the desk itself."""

    def hello(self) -> Hello | Declined:
        """Who the server is, its time, and whether it still speaks our language."""
        answer = self._plain.send(Request("GET", routes.HELLO))
        if not isinstance(answer, Received):
            return answer
        if _version(answer.body) > API:
            return NoAnswer(Silence.TOO_OLD, "hello.api")
        return read_message(Hello, answer)

    def enrol(
        self, code: str, install_id: UUID, desk: str | None = None, before: UUID | None = None
    ) -> DeskEnrolled | Declined:
        """Make this PC a desk with the one-time code; safe to repeat. The desk's tokens are kept.

        ``desk`` and ``before``: which desk it is already, under which installation; no other's code is taken then.
        """
        body = EnrolDesk(
            code=code, install_id=str(install_id), desk=desk, before=str(before) if before else None
        )
        answer = self._read(DeskEnrolled, self._plain.send(Request("POST", routes.ENROL, body)))
        if isinstance(answer, DeskEnrolled):
            self._desk.sign_in(answer.tokens)
        return answer

    def standing(self, told: Standing) -> StandingHeard | Declined:
        """Whether this desk is the one that spoke last; safe to repeat."""
        return self._read(StandingHeard, self._desk.send(Request("PUT", routes.STANDING, told)))

    def roster(self) -> Roster | Declined:
        """Who works at this centre, and the keys of all whose events this desk may hold."""
        return self._read(Roster, self._desk.send(Request("GET", routes.ROSTER)))


def _version(body: bytes) -> int:
    """The version a greeting names, before its other fields are looked at: they may be unknown to us."""
    try:
        named = json.loads(body)
    except (ValueError, RecursionError):
        return API
    version = named.get("api") if isinstance(named, dict) else None
    return version if isinstance(version, int) else API
