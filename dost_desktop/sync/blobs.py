"""Notices and scans go to the central API under the hash of their bytes; sending one twice changes nothing.

A document that cannot be sent (refused there, damaged here) holds nothing else up: it is noted, shown as needing
somebody, and tried again only when an agent asks for it. A server that cannot take documents just now is asked again
by the next round; clicks, numbers and news go on meanwhile, and between two parts of many large documents too.
"""

from __future__ import annotations

from typing import Final

from dost_desktop.domain.errors import AgentError
from dost_desktop.rows import BlobState
from dost_desktop.sync.needs import Declined, Done, NoAnswer
from dost_desktop.sync.parts import LOST, PART, SMALLEST, Paused, Upload
from dost_desktop.sync.round import Round, stops_round

_A_ROUND: Final = 50
_BYTES_A_ROUND: Final = 4 * 1024 * 1024  # a click that comes meanwhile waits no longer
_NOT_NOW: Final = {"blobs.away", "request.too_slow"}  # nothing is wrong with the document itself
_DAMAGED: Final = "storage.document_missing"


def send_blobs(this: Round) -> Declined | None:
    """Send what the server lacks, at most 50 documents and 4 MiB; what stopped it, if something did."""
    with this.memory.open_reading() as reading:
        waiting = reading.blobs.waiting(_A_ROUND, also_refused=this.is_forced)
        left = sum(reading.blobs.count_unsent())
    before = this.tally.sent
    for done, each in enumerate(waiting):
        if _is_enough(this):
            break
        this.tell(before + done, before + left, this.tally.received)
        stopped = _send(this, each)
        if stopped is not None:
            return None if getattr(stopped, "code", "") in _NOT_NOW else stopped
    return None


def _is_enough(this: Round) -> bool:
    return this.tally.document_bytes >= _BYTES_A_ROUND


def _send(this: Round, document: BlobState) -> Declined | None:
    """Send one, or as much of it as a round sends, or note why it cannot be sent; what ends the round."""
    try:
        answer = _offered(this, document)
    except AgentError as error:
        if error.code != _DAMAGED:
            raise
        _note_refused(this, document, error.code)
        return None
    if isinstance(answer, Paused):
        return None
    if isinstance(answer, Done):
        this.tally.documents += 1
        return None
    code = getattr(answer, "code", "")
    if stops_round(answer) or code in _NOT_NOW:
        return answer
    _note_refused(this, document, code)
    return None


def _offered(this: Round, document: BlobState) -> Done | Paused | Declined:
    """What became of it: a small one goes whole, a large one in parts, and so does one that did not come through."""
    if document.size > PART or document.sent:
        return Upload(this, document).send(lambda: _is_enough(this)) or _whole(this, document)
    answer = _whole(this, document)
    if isinstance(answer, NoAnswer) and answer.kind in LOST and document.size > SMALLEST:
        return Upload(this, document, document.size // 2).send(lambda: _is_enough(this)) or answer
    return answer


def _whole(this: Round, document: BlobState) -> Done | Declined:
    with this.memory.open_reading() as reading:
        content = reading.blobs.get(document.sha256)
    answer = this.central.put_blob(document.sha256, content)
    if isinstance(answer, Done):
        with this.memory.open_work() as work:
            work.blobs.note_sent(document.sha256, document.size)
            work.commit()
        this.tally.document_bytes += document.size - document.sent
    return answer


def _note_refused(this: Round, document: BlobState, code: str) -> None:
    with this.memory.open_work() as work:
        work.blobs.note_refused(document.sha256, code or "blob.refused")
        work.commit()
    this.tally.documents += 1
