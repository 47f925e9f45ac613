"""After the server was restored: what it had confirmed of each file here is offered to it again, whoever recorded it.

File by file, with the server's own receipt as proof; it answers "known" to what it still has, and from where on it
lacks more. Of what is too much for one message the rest goes along without data, so that the receipt proves it. A desk
offers the files in which it recorded something itself, and those in which none did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, TypeAlias
from uuid import UUID

from dost_desktop.contract.messages import Accepted, Conflict, FeedItem, Known, Push, PushAnswer
from dost_desktop.contract.translation import event_message, run_message, sealed_json
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.events import CENTRAL_DESK, ChainedEvent, Head, erased
from dost_desktop.sync.merge import BEHIND, CHAIN_BROKEN
from dost_desktop.sync.needs import Declined
from dost_desktop.sync.pull import take_item
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import EPOCH, REOFFER, Round, stops_round

_FILES_A_ROUND: Final = 200
_RUNS: Final = 100  # in one message: it stays far below the server's limit of bytes
_Run: TypeAlias = tuple[ChainedEvent, ...]


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
    try:
        with this.memory.open_reading() as reading:
            epoch = reading.meta.get(EPOCH)
            older = [each for each in reading.receipts(file_id) if each.epoch != epoch]
            events = reading.events(file_id)
    except AgentError as error:  # damaged here: other desks offer it, and this one goes on with the next file
        if error.code != CHAIN_BROKEN:
            raise
        this.alarm(Alarm(CHAIN_BROKEN, file_id))
        return 0
    desks = {each.event.content.desk for each in events} - {CENTRAL_DESK}
    if not older or (
        desks and this.place.desk not in desks and not whoever
    ):  # those who recorded in it offer it
        return 0
    proof = max(older, key=lambda each: each.seq)
    runs = tuple(_runs(events[: proof.seq]))
    newest = at = max(0, len(runs) - _RUNS)  # mostly the server lacks these alone
    while at < len(runs):
        taken = _offered(this, runs[at : at + _RUNS], runs[at + _RUNS :], proof)
        if isinstance(taken, Conflict) and taken.events:  # it went on since, and put these behind
            item = FeedItem(file_id=str(file_id), events=taken.events, receipt=taken.receipt)
            wrong = take_item(this, item)
            if isinstance(wrong, Alarm):
                return _not_taken(this, file_id, f"seq {taken.from_seq}: {wrong.code}")
            return proof.seq if wrong is None else wrong
        if isinstance(taken, Conflict):  # it lacks more: from there on, in slices
            further = _begins_at(runs, taken.from_seq)
            if further is None or further >= at or at != newest:
                return _not_taken(this, file_id, f"seq {taken.from_seq}: {taken.answer}")
            at = further
        elif isinstance(taken, str):
            return _not_taken(this, file_id, taken)
        elif taken is not None:
            return taken
        else:
            at += _RUNS
    return proof.seq if runs else 0


def _offered(
    this: Round, runs: Sequence[_Run], tail: Sequence[_Run], proof: Receipt
) -> Conflict | str | Declined | None:
    """Offer these; None when the server has them now, else what it lacks or has besides, or what went wrong."""
    message = Push(
        runs=tuple(run_message(_base(each), each) for each in runs),
        proof=sealed_json(proof),
        tail=tuple(
            event_message(replace(each, event=erased(each.event))) for behind in tail for each in behind
        ),
    )
    answer = this.central.push(message)
    if not isinstance(answer, PushAnswer):
        return answer
    if len(answer.answers) != len(runs):
        return "verdicts"
    for run, verdict in zip(runs, answer.answers, strict=True):
        if isinstance(verdict, Conflict) and (verdict.events or run is runs[0]):
            return verdict
        if not isinstance(verdict, (Accepted, Known)) or not _noted(this, run, verdict):
            return f"seq {run[0].link.seq}: {verdict.answer}"
    return None


def _not_taken(this: Round, file_id: UUID, why: str) -> int:
    this.alarm(Alarm(BEHIND, file_id, why))
    return 0


def _begins_at(runs: Sequence[_Run], seq: int) -> int | None:
    """The place of the run that begins at ``seq``; None where none does."""
    return next((place for place, run in enumerate(runs) if run[0].link.seq == seq), None)


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
