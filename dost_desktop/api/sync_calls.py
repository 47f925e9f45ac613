"""What the sync sends and fetches: runs, the feed, whole files, number blocks, documents."""

from __future__ import annotations

import hashlib
from typing import Final
from uuid import UUID, uuid4

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import BYTES, NOTHING, PATIENT, Patience, Received, Request
from dost_desktop.contract.messages import FeedItem, FeedPage, Leased, Problem, Push, PushAnswer, WantLease
from dost_desktop.domain.attestation import Series
from dost_desktop.sync.needs import Declined, Done, NoAnswer, Sent, Silence

_HEAVY: Final = Patience(read=30.0, whole=180.0)
_UNKNOWN: Final = 404
_MOVED: Final = 409
_BROKEN: Final = 500  # from this status on nothing is known of what was done


class SyncCalls(Calls):
    """Asked by the desk itself (but for ``file``); goes on while the window is locked."""

    def push(self, push: Push) -> PushAnswer | Declined:
        """Offer runs in order; safe to repeat at any point."""
        return self._read(PushAnswer, self._desk.send(Request("POST", routes.PUSH, push, patience=_HEAVY)))

    def feed(self, cursor: str, limit: int, wait: float = 0) -> FeedPage | Declined:
        """What happened behind ``cursor``; with nothing there the server waits up to ``wait`` seconds."""
        query: dict[str, str | int | float] = {"limit": limit, "wait": wait}
        if cursor:
            query["cursor"] = cursor
        patience = Patience(read=PATIENT.read + wait, whole=_HEAVY.whole + wait)
        return self._read(
            FeedPage, self._desk.send(Request("GET", routes.FEED, query=query, patience=patience))
        )

    def file(self, file_id: UUID, purpose: str) -> FeedItem | Declined:
        """One person's file from its beginning; only for a signed-in agent: who reads it and why is noted there."""
        request = Request("GET", f"{routes.FILES}/{file_id}", query={"purpose": purpose}, patience=_HEAVY)
        return self._read(FeedItem, self._agent.send(request))

    def lease(self, series: Series, year: int) -> Leased | Declined:
        """A block of numbers for this desk alone; asked again after a lost answer, it is the same block."""
        body = WantLease.model_validate({"series": series.value, "year": year})
        what = f"{series.value} {year}"
        key = self._unanswered.setdefault(what, str(uuid4()))
        answer = self._read(Leased, self._desk.send(Request("POST", routes.LEASES, body, key=key)))
        if isinstance(answer, Leased) or (isinstance(answer, Problem) and answer.status < _BROKEN):
            self._unanswered.pop(what, None)
        return answer

    def put_blob(self, sha256: str, content: bytes) -> Done | Declined:
        """A document under the hash of its bytes; safe to repeat."""
        path = f"{routes.BLOBS}/{sha256}"
        answer = self._desk.send(Request("PUT", path, content, patience=_HEAVY, answer=NOTHING))
        return Done() if isinstance(answer, Received) else answer

    def put_blob_part(self, sha256: str, part: bytes, offset: int, length: int) -> Sent | Declined:
        """The bytes from ``offset`` on of a document of ``length``; how many the server has then. Safe to repeat."""
        path = f"{routes.BLOBS}/{sha256}"
        request = Request("PATCH", path, part, patience=_HEAVY, offset=offset, length=length, answer=NOTHING)
        return _sent(self._desk.send(request), length)

    def blob_sent(self, sha256: str) -> Sent | Declined:
        """How many bytes of it the server has."""
        answer = _sent(self._desk.send(Request("HEAD", f"{routes.BLOBS}/{sha256}")))
        return Sent(0) if isinstance(answer, Problem) and answer.status == _UNKNOWN else answer

    def blob(self, sha256: str) -> bytes | Declined:
        """A document this centre may read; bytes of another hash count as no answer."""
        request = Request("GET", f"{routes.BLOBS}/{sha256}", patience=_HEAVY, answer=BYTES)
        answer = self._desk.send(request)
        if not isinstance(answer, Received):
            return answer
        if hashlib.sha256(answer.body).hexdigest() != sha256:
            return NoAnswer(Silence.OTHER_SCHEMA, "other bytes")
        return answer.body


def _sent(answer: Received | Problem | NoAnswer, length: int | None = None) -> Sent | Declined:
    """Where the server stands, also when it says so because the part did not begin there."""
    if isinstance(answer, Received):
        if answer.offset is None:
            return NoAnswer(Silence.OTHER_SCHEMA, "offset")
        return Sent(answer.offset, is_whole=answer.is_whole or answer.offset == length)
    if isinstance(answer, Problem) and (answer.status, answer.code) == (_MOVED, "blob.offset"):
        facts = (answer.model_extra or {}).get("facts")
        offset = facts.get("offset") if isinstance(facts, dict) else None
        return Sent(offset) if isinstance(offset, int) else NoAnswer(Silence.OTHER_SCHEMA, "offset")
    return answer
