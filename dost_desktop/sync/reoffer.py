"""After the server was restored: what it had confirmed of each file here is offered to it again, whoever recorded it.

File by file, from the first run, with the server's own receipt as proof; it answers "known" to what it still has. A
desk offers the files in which it recorded something itself, and those in which none did.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final
from uuid import UUID

from dost_desktop.contract.messages import Accepted, Known, Push, PushAnswer
from dost_desktop.contract.translation import run_message, sealed_json
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.events import CENTRAL_DESK, ChainedEvent, Head
from dost_desktop.sync.merge import BEHIND
from dost_desktop.sync.needs import Declined
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import EPOCH, REOFFER, Round, stops_round

_FILES_A_ROUND: Final = 200
_RUNS: Final = 100  # in one message: it stays far below the server's limit of bytes


def reoffer(this: Round) -> Declined | None:
    """Offer the next files again, if the server was restored; what stopped it, if something did."""
    with this.memory.open_reading() as reading:
        after = reading.meta.get(REOFFER)
        if after is None:
            return None
        left = sorted(each for each in reading.file_ids() if str(each) > after)
    for file_id in left[:_FILES_A_ROUND]:
        taken = offer(this, file_id)
        if not isinstance(taken, int):
            if stops_round(taken):
                return taken
            this.alarm(Alarm(BEHIND, file_id, "not taken"))
        with this.memory.open_work() as work:
            work.meta.set(REOFFER, str(file_id))
            work.commit()
    if len(left) <= _FILES_A_ROUND:
        with this.memory.open_work() as work:
            work.meta.set(REOFFER, None)
            work.commit()
    return None


def offer(this: Round, file_id: UUID, *, whoever: bool = False) -> int | Declined:
    """Up to which event the server has the file again by what was offered now; 0 when this desk has nothing to offer.

    ``whoever``: also a file in which only other desks recorded; they may be gone.
    """
    with this.memory.open_reading() as reading:
        epoch = reading.meta.get(EPOCH)
        older = [each for each in reading.receipts(file_id) if each.epoch != epoch]
        events = reading.events(file_id)
    desks = {each.event.content.desk for each in events} - {CENTRAL_DESK}
    if not older or (
        desks and this.place.desk not in desks and not whoever
    ):  # those who recorded in it offer it
        return 0
    proof = max(older, key=lambda each: each.seq)
    runs = tuple(_runs(events[: proof.seq]))[-_RUNS:]  # further back no server ever goes
    if not runs:
        return 0
    offered = tuple(run_message(_base(each), each) for each in runs)
    answer = this.central.push(Push(runs=offered, proof=sealed_json(proof)))
    if not isinstance(answer, PushAnswer):
        return answer
    if len(answer.answers) != len(runs):
        this.alarm(Alarm(BEHIND, file_id, "verdicts"))
        return 0
    for run, verdict in zip(runs, answer.answers, strict=True):
        if not isinstance(verdict, (Accepted, Known)) or not _noted(this, run, verdict):
            this.alarm(Alarm(BEHIND, file_id, f"seq {run[0].link.seq}: {verdict.answer}"))
            return 0
    return proof.seq


def _noted(this: Round, run: tuple[ChainedEvent, ...], verdict: Accepted | Known) -> bool:
    """Keep the new epoch's receipt, if it covers the run where it stands here."""
    last = run[-1].link
    try:
        receipt: Receipt = from_json(Receipt, verdict.receipt)
        is_genuine = this.keyring.receipt_is_signed(receipt)
    except ValueError:
        return False
    if not is_genuine or (receipt.seq, receipt.hash) != (last.seq, last.hash):
        return False
    with this.memory.open_work() as work:
        work.outbox.confirm(run[0].event.content.run, receipt)
        work.commit()
    return True


def _runs(events: tuple[ChainedEvent, ...]) -> Iterator[tuple[ChainedEvent, ...]]:
    for _run, group in groupby(events, key=lambda each: each.event.content.run):
        yield tuple(group)


def _base(run: tuple[ChainedEvent, ...]) -> Head:
    return Head(run[0].link.seq - 1, run[0].link.prev)
