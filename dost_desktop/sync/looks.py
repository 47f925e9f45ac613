"""The access log told to the central API: who looked at whose data at this desk, also without a connection."""

from __future__ import annotations

from typing import Final

from dost_desktop.contract.looks import MOST_LOOKS, Looks, LooksTaken
from dost_desktop.services.look_told import look_message
from dost_desktop.sync.needs import Declined
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import Round, stops_round

LOOKS_REFUSED: Final = "looks.refused"  # nothing is lost: they stay in the log and are told again
_BATCHES: Final = 4  # in one round: after days without a connection clicks do not wait for the log


def send_looks(this: Round) -> Declined | None:
    """Tell the next looks in order; what stopped it, if something did. A look is marked as told after the answer."""
    for _ in range(_BATCHES):
        with this.memory.open_reading() as reading:
            looks = reading.access_log.unsent(MOST_LOOKS)
        if not looks:
            return None
        answer = this.central.send_looks(Looks(looks=tuple(map(look_message, looks))))
        if not isinstance(answer, LooksTaken):
            return _without(this, answer)
        with this.memory.open_work() as work:
            work.access_log.mark_sent(looks[-1].no)
            work.commit()
    return None


def _without(this: Round, answer: Declined) -> Declined:
    if not stops_round(answer):
        this.alarm(Alarm(LOOKS_REFUSED, None, getattr(answer, "code", "")))
    return answer
