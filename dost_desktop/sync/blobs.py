"""Notices and scans go to the central API under the hash of their bytes; sending one twice changes nothing.

A document that cannot be sent (refused there, damaged here) holds nothing else up: it is noted, shown as needing
somebody, and tried again only when an agent asks for it. A server that cannot take documents just now is asked again
by the next round; clicks, numbers and news go on meanwhile.
"""

from __future__ import annotations

from typing import Final

from dost_desktop.domain.errors import AgentError
from dost_desktop.rows import BlobState
from dost_desktop.sync.needs import Declined, Done
from dost_desktop.sync.round import Round, stops_round

_A_ROUND: Final = 50
_NOT_NOW: Final = {"blobs.away", "request.too_slow"}  # nothing is wrong with the document itself
_DAMAGED: Final = "storage.document_missing"


def send_blobs(this: Round) -> Declined | None:
    """Send what the server lacks, at most 50; what stopped it, if something did."""
    with this.memory.open_reading() as reading:
        waiting = reading.blobs.waiting(_A_ROUND, also_refused=this.is_forced)
        left = sum(reading.blobs.count_unsent())
    before = this.tally.sent
    for done, each in enumerate(waiting):
        this.tell(before + done, before + left, this.tally.received)
        stopped = _send(this, each)
        if stopped is not None:
            return None if getattr(stopped, "code", "") in _NOT_NOW else stopped
        this.tally.documents += 1
    return None


def _send(this: Round, document: BlobState) -> Declined | None:
    """Send one, or note why it cannot be sent; what ends the round."""
    try:
        with this.memory.open_reading() as reading:
            content = reading.blobs.get(document.sha256)
    except AgentError as error:
        if error.code != _DAMAGED:
            raise
        _note_refused(this, document.sha256, error.code)
        return None
    answer = this.central.put_blob(document.sha256, content)
    if isinstance(answer, Done):
        with this.memory.open_work() as work:
            work.blobs.note_sent(document.sha256, document.size)
            work.commit()
        return None
    if stops_round(answer) or getattr(answer, "code", "") in _NOT_NOW:
        return answer
    _note_refused(this, document.sha256, getattr(answer, "code", ""))
    return None


def _note_refused(this: Round, sha256: str, code: str) -> None:
    with this.memory.open_work() as work:
        work.blobs.note_refused(sha256, code or "blob.refused")
        work.commit()
