"""Sending what was recorded here: runs in their order, a verdict for each, safe to repeat at any point."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from dost_desktop.contract.messages import (
    Problem,
    Push,
    PushAnswer,
)
from dost_desktop.contract.translation import run_message
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.events import Head, head_of
from dost_desktop.rows import WaitingRun
from dost_desktop.sync.merge import CHAIN_BROKEN
from dost_desktop.sync.needs import Central, Declined, NoAnswer, Silence, SyncReading, code_of
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import Round, stops_round
from dost_desktop.sync.verdicts import take_verdicts

_MOST: Final = 100  # runs in one message
_EVENTS: Final = 800  # in one message: it stays far below the server's limit of bytes
_TOO_LARGE: Final = 413
_MOST_AHEAD: Final = 10**9 - 1  # seconds, as the contract has it
_EVER: Final = datetime.max.replace(tzinfo=UTC, microsecond=999000)


def push(this: Round) -> Declined | None:
    """Send everything that waits; what stopped it, if something did.

    While the server judges one message the next one is made, of other files; it goes out before the first one's
    verdicts are looked at. So the two take turns less, and a message that was lost on the way is sent again as ever.
    """
    most = _MOST
    sent = _sent(this, _next_batch(this, most))
    is_last = False
    while sent is not None:
        following = () if is_last else _next_batch(this, most, besides=sent.runs)
        answer = sent.answer()
        if isinstance(answer, PushAnswer) and len(answer.answers) != len(sent.runs):
            answer = NoAnswer(Silence.OTHER_SCHEMA, "verdicts")
        if not isinstance(answer, PushAnswer):
            _note_no_answer(this, sent.runs, answer)
            if isinstance(answer, Problem) and answer.status == _TOO_LARGE and most > 1:
                most //= 4
                sent = _sent(this, _next_batch(this, most))
                continue
            return answer
        if this.is_new_epoch(answer.epoch):
            _note_no_answer(this, sent.runs, NoAnswer(Silence.UNWELL, "epoch"))
            return None  # offered again by the next round, after what the server lost
        judged, sent = sent.runs, _sent(this, following)
        is_last |= not take_verdicts(this, judged, answer.answers)
        if sent is None and not is_last:
            sent = _sent(this, _next_batch(this, most))
    return None


class _Sent:
    """A message on its way, in a thread of its own: the answer is waited for where it is needed."""

    def __init__(self, central: Central, runs: tuple[WaitingRun, ...], message: Push) -> None:
        self.runs, self._central, self._message = runs, central, message
        self._answer: Future[PushAnswer | Declined] = Future()
        threading.Thread(target=self._send, name="sync-push", daemon=True).start()

    def answer(self) -> PushAnswer | Declined:
        """The server's answer. Raises what broke on the way to it."""
        return self._answer.result()

    def _send(self) -> None:
        try:
            self._answer.set_result(self._central.push(self._message))
        except BaseException as broke:  # noqa: BLE001 - whoever waits for the answer raises it again
            self._answer.set_exception(broke)


def _sent(this: Round, runs: tuple[WaitingRun, ...]) -> _Sent | None:
    """These runs, on their way; None when there are none."""
    if not runs:
        return None
    with this.memory.open_work() as work:
        work.outbox.note_sending([each.run for each in runs])
        work.commit()
    ahead = None if this.clock_off is None else round(-this.clock_off.total_seconds())
    if ahead is not None:  # a PC whose clock began anew in 1980 says the most that can be said
        ahead = max(-_MOST_AHEAD, min(ahead, _MOST_AHEAD))
    message = Push(runs=tuple(run_message(each.base, each.events) for each in runs), seconds_ahead=ahead)
    return _Sent(this.central, runs, message)


def _next_batch(this: Round, most: int, besides: Sequence[WaitingRun] = ()) -> tuple[WaitingRun, ...]:
    """Runs that stand directly on what the server holds, or on one another; of other files than ``besides``."""
    on_their_way = {each.file_id for each in besides}
    with this.memory.open_reading() as reading:
        waiting = reading.outbox.waiting(_EVER if this.is_forced else this.now, most + len(besides))
        heads: dict[UUID, Head] = {}
        chosen: list[WaitingRun] = []
        size = 0
        for run in waiting:
            if run.file_id in on_their_way:
                continue
            size += len(run.events)
            if chosen and (size > _EVENTS or len(chosen) == most):
                break
            if run.base == heads.get(run.file_id) or run.base.seq == _confirmed(this, reading, run.file_id):
                chosen.append(run)
                heads[run.file_id] = head_of(run.events[-1])
        total = sum(
            count for state, count in reading.outbox.counts().items() if state in {"queued", "sending"}
        )
    this.tell(this.tally.sent, this.tally.sent + total, this.tally.received)
    return tuple(chosen)


def _confirmed(this: Round, reading: SyncReading, file_id: UUID) -> int | None:
    """Up to where the server holds the file; None for one that is damaged here: it is not sent on."""
    try:
        return reading.confirmed_seq(file_id)
    except AgentError as error:
        if error.code != CHAIN_BROKEN:
            raise
        this.alarm(Alarm(CHAIN_BROKEN, file_id))
        return None


def _note_no_answer(this: Round, runs: Sequence[WaitingRun], answer: Declined) -> None:
    code = code_of(answer)
    if not stops_round(answer):
        this.alarm(Alarm(code))
    with this.memory.open_work() as work:
        for each in runs:
            work.outbox.note_answer(each.run, code, {}, None)
        work.commit()
