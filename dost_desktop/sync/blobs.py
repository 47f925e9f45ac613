"""Notices and scans go to the central API under the hash of their bytes; sending one twice changes nothing."""

from __future__ import annotations

from typing import Final

from dost_desktop.domain.errors import AgentError
from dost_desktop.sync.needs import Declined, Done
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import Round, stops_round

_A_ROUND: Final = 50


def send_blobs(this: Round) -> Declined | None:
    """Send what the server lacks; what stopped it, if something did."""
    with this.memory.open_reading() as reading:
        waiting = reading.blobs.waiting(_A_ROUND)
    for each in waiting:
        try:
            with this.memory.open_reading() as reading:
                content = reading.blobs.get(each.sha256)
        except AgentError as error:  # damaged here: the others, and the rest of the round, go on
            this.alarm(Alarm(error.code, None, each.sha256))
            continue
        answer = this.central.put_blob(each.sha256, content)
        if not isinstance(answer, Done):
            if stops_round(answer):
                return answer
            this.alarm(Alarm("blob.refused", None, each.sha256))
            continue
        with this.memory.open_work() as work:
            work.blobs.note_sent(each.sha256, each.size)
            work.commit()
    return None
