"""What becomes of a run after the server's verdict: confirmed with proof, rebased, waiting, or before a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, assert_never
from uuid import UUID

from dost_desktop.contract.messages import (
    Accepted,
    Conflict,
    Json,
    Known,
    PushVerdict,
    Rejected,
    Skipped,
)
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.chain import Flaw
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.refusing import Refused
from dost_desktop.rows import RunState, WaitingRun
from dost_desktop.sync.for_the_page import look_for_the_page
from dost_desktop.sync.merge import BEHIND, merge, verify
from dost_desktop.sync.needs import SyncWork, code_of
from dost_desktop.sync.rebase import REJECTED, before_a_person, rebase
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import Round

_A_COMMIT: Final = 50  # receipts: a click that comes meanwhile waits for one such transaction at most
_LATER: Final = timedelta(minutes=10)
_SOON: Final = timedelta(minutes=1)
LAW_OVER: Final = "law.over"
_WAITS: Final = {"law_outdated": _LATER, "event.in_future": _SOON}  # right in itself, only not now
WAITING: Final = {RunState.QUEUED, RunState.SENDING}
KEY_UNKNOWN: Final = "agent.key_unknown"
_ALARMING: Final = {"event.id_reused", "notice.code_reused"}


def take_verdicts(this: Round, runs: Sequence[WaitingRun], verdicts: Sequence[PushVerdict]) -> bool:
    """Act on every verdict, the good ones in one transaction; True when something moved."""
    proven: list[tuple[WaitingRun, Receipt]] = []
    others: list[tuple[WaitingRun, PushVerdict]] = []
    for run, verdict in zip(runs, verdicts, strict=True):
        receipt = _proof(this, run, verdict)
        if receipt is not None:
            proven.append((run, receipt))
        else:
            others.append((run, verdict))
    for start in range(0, len(proven), _A_COMMIT):
        with this.memory.open_work() as work:
            for run, receipt in proven[start : start + _A_COMMIT]:
                work.outbox.confirm(run.run, receipt)
                this.tally.files.add(run.file_id)
            work.commit()
    this.tally.sent += len(proven)
    moved = [_act_on(this, run, verdict) for run, verdict in others]
    return bool(proven) or any(moved)


def _proof(this: Round, run: WaitingRun, verdict: PushVerdict) -> Receipt | None:
    """The receipt that covers exactly this run as it stands here."""
    if not isinstance(verdict, (Accepted, Known)):
        return None
    receipt = _genuine(this, run.file_id, verdict.receipt)
    last = run.events[-1].link
    return receipt if receipt and (receipt.seq, receipt.hash) == (last.seq, last.hash) else None


def _genuine(this: Round, file_id: UUID, sealed: Json) -> Receipt | None:
    try:
        receipt: Receipt = from_json(Receipt, sealed)
        is_genuine = receipt.file_id == file_id and this.keyring.receipt_is_signed(receipt)
    except ValueError:
        return None
    return receipt if is_genuine else None


def _act_on(this: Round, run: WaitingRun, verdict: PushVerdict) -> bool:
    match verdict:
        case Accepted():
            this.alarm(Alarm(Flaw.RECEIPT.value, run.file_id))
            _wait(this, run, "receipt.not_ours", _LATER)
            return False
        case Known():
            if _genuine(this, run.file_id, verdict.receipt) is None:
                this.alarm(Alarm(Flaw.RECEIPT.value, run.file_id))
            # held at another place: the feed brings that place, and the run with it
            _wait(this, run, "known.elsewhere", _SOON)
            return False
        case Conflict():
            return _resolve(this, run, verdict)
        case Rejected():
            return _rejected(this, run, verdict)
        case Skipped():
            _wait(this, run, "skipped", timedelta())
            return False
        case unreachable:
            assert_never(unreachable)


def _wait(this: Round, run: WaitingRun, code: str, delay: timedelta) -> None:
    with this.memory.open_work() as work:
        if _standing(work, run) is not None:
            work.outbox.note_answer(run.run, code, {}, this.now + delay if delay else None)
        work.commit()


def _standing(work: SyncWork, run: WaitingRun) -> WaitingRun | None:
    """The run where it stands now; None when a verdict before it moved it out of its file."""
    current = work.outbox.run(run.run)
    return current if current is not None and current.state in WAITING else None


def _resolve(this: Round, run: WaitingRun, conflict: Conflict) -> bool:
    """Take what the server has and put the own runs on top; nothing moves when its word does not hold."""
    with this.memory.open_reading() as reading:
        verified = verify(reading, run.file_id, conflict.events, conflict.receipt, this.keyring)
        confirmed = reading.confirmed_seq(run.file_id)
    if isinstance(verified, Alarm) and verified.code == Flaw.SIGNATURE:
        silent = this.fetch_roster()
        if silent is not None:  # whose keys they are cannot be asked now: that says nothing against them
            _wait(this, run, code_of(silent), _SOON)
            return False
        with this.memory.open_reading() as reading:
            verified = verify(reading, run.file_id, conflict.events, conflict.receipt, this.keyring)
    if not isinstance(verified, Alarm) and verified.receipt.seq < confirmed:
        verified = Alarm(BEHIND, run.file_id, f"{verified.receipt.seq} of {confirmed}")
    if isinstance(verified, Alarm):
        this.alarm(verified)
        _wait(this, run, f"alarm.{verified.code}", _LATER)
        return False
    with this.memory.open_work() as work:
        moved = merge(work, verified, this.judge, this.tally)
        work.commit()
    if not moved:
        _wait(this, run, "conflict.no_news", _SOON)
    return moved


def _rejected(this: Round, run: WaitingRun, verdict: Rejected) -> bool:
    """The run leaves the file and waits for a person; those behind it are decided again without it."""
    if verdict.reason == "event.signature" and not this.keyring.event_is_signed(run.events[0]):
        _wait(this, run, KEY_UNKNOWN, _LATER)  # right in itself: the server was restored and forgot the key
        return False
    reason = _reason(this, run, verdict)
    delay = _WAITS.get(reason)
    if delay is not None:
        this.tally.too_old |= reason == "law_outdated"
        _wait(this, run, reason, delay)
        return False
    if verdict.reason in _ALARMING:
        this.alarm(Alarm(verdict.reason, run.file_id))
    refused = Refused(reason, verdict.cites, verdict.facts)
    with this.memory.open_work() as work:
        standing = _standing(work, run)
        if standing is None:
            return False
        loose = work.replace_tail(run.file_id, standing.events[0].link.seq, (), None)
        rejected = [each for each in loose if each.run == run.run]
        for each in rejected:
            before_a_person(work, each, REJECTED, refused, this.tally)
        others = [each for each in loose if each.run != run.run]
        rebase(work, others, this.judge, this.tally, rejected)
        look_for_the_page(work, run.file_id, (), this.tally)
        work.commit()
    return True


def _reason(this: Round, run: WaitingRun, verdict: Rejected) -> str:
    """The rule; a law before this session's is over for good, so waiting would help nobody: an agent decides anew."""
    is_over = run.events[0].event.content.law != this.law(this.now).version
    return LAW_OVER if is_over and verdict.reason == "law_outdated" else verdict.reason
