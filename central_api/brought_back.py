"""What a server that was restored from a backup has forgotten, brought back by the desks that hold it.

A receipt of an earlier epoch proves it: under our own signature it names the hash that all these events lead to. So
nothing is judged again, and a desk brings whole files, also what other desks and the central system recorded there.
A file that went on here before it was brought back keeps both: what was forgotten comes behind, and is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, select

from central_api.accounts import Accounts
from central_api.background import Background
from central_api.bell import Bell
from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import Deployment
from central_api.laws import Laws
from central_api.ledger import HeldFile, Work, holding
from central_api.runs import Run, examine
from central_api.seals import ServerSeals
from central_api.tables import events as event_table
from central_api.tokens import Caller
from dost_desktop.contract.messages import (
    Accepted,
    Conflict,
    EventMessage,
    Json,
    Known,
    Push,
    PushAnswer,
    PushVerdict,
    Rejected,
    Skipped,
)
from dost_desktop.contract.translation import chained_event, event_message
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.codec import Malformed, from_json
from dost_desktop.domain.dates import instant_text, legal_date
from dost_desktop.domain.events import CENTRAL_DESK, Head, head_of, link_run, record
from dost_desktop.domain.vocabulary import Role

_WORDING: Final = (
    "Server ehtiyat surətindən bərpa edilib. Bu vərəqdə həmin vaxt itirilmiş qeydlər sonra geri gətirilib və bərpadan"
    " sonrakı qeydlərin arxasında dayanır. Zəhmət olmasa, ardıcıllığı yoxlayın."
)


class BroughtBack:
    """Takes runs of one file that end where a receipt of an earlier epoch says."""

    def __init__(
        self,
        database: Database,
        accounts: Accounts,
        seals: ServerSeals,
        deployment: Deployment,
        bell: Bell,
        background: Background,
        laws: Laws,
        clock: Clock,
    ) -> None:
        self.database, self.accounts, self.seals, self.deployment = database, accounts, seals, deployment
        self.laws = laws
        self.bell, self.background, self.clock = bell, background, clock

    def __call__(self, caller: Caller, push: Push, proof: Json) -> PushAnswer:
        """A verdict for each run, in order; safe to repeat, by one desk and by all."""
        runs = [examine(message) for message in push.runs]
        receipt = self._genuine(proof)
        good = [each for each in runs if isinstance(each, Run)]
        if receipt is None or len(good) < len(runs) or not _leads_to(good, push.tail, receipt):
            wrong = "event.signature" if receipt is None else "event.chain_broken"
            answers: tuple[PushVerdict, ...] = (Rejected(reason=wrong, cites="design 6"),) * len(runs)
        else:
            answers = self.database.write(
                lambda connection: self._take(connection, caller.centre, good, receipt)
            )
        if any(isinstance(each, Accepted | Conflict) for each in answers):
            self.bell.ring()
            self.background.wake()
        return PushAnswer(answers=answers, epoch=self.deployment.epoch, time=instant_text(self.clock()))

    def _genuine(self, proof: Json) -> Receipt | None:
        try:
            receipt: Receipt = from_json(Receipt, proof)
            return receipt if self.seals.is_ours(receipt) else None
        except ValueError:
            return None

    def _take(
        self, connection: Connection, centre: str, runs: Sequence[Run], receipt: Receipt
    ) -> tuple[PushVerdict, ...]:
        verdicts: list[PushVerdict] = []
        with holding(connection, [receipt.file_id], self.clock()) as held:
            self.deployment.notice(held.epoch)
            file = held.held[receipt.file_id]
            known = _ids_here(connection, runs)
            for place in range(len(runs)):
                stopped = bool(verdicts) and not isinstance(verdicts[-1], Accepted | Known)
                verdicts.append(
                    Skipped() if stopped else self._one(held, file, runs[place:], receipt, known, centre)
                )
            held.publish()
        return tuple(verdicts)

    def _one(
        self,
        held: Work,
        file: HeldFile,
        runs: Sequence[Run],
        receipt: Receipt,
        known: frozenset[str],
        centre: str,
    ) -> PushVerdict:
        run, last = runs[0], runs[0].events[-1]
        if last.link.seq <= file.head.seq and file.events[last.link.seq - 1].link.hash == last.link.hash:
            at = file.received[last.link.seq - 1]
            return Known(receipt=self.seals.receipt(run.file_id, head_of(last), at, held.epoch))
        base = run.base
        is_at = base.seq <= file.head.seq and (
            not base.seq or file.events[base.seq - 1].link.hash == base.hash
        )
        if not is_at or receipt.epoch == held.epoch:  # it lacks more, or the file is what the receipt says
            return self._otherwise(file, file.head, held)
        if base != file.head:  # it went on since it was restored
            return self._behind(held, file, runs, known, centre)
        if any(str(each.event.content.id) in known for each in run.events):
            return Rejected(reason="event.id_reused", cites="design 6")
        held.append(run.file_id, run.events, self._centre(held.connection, run))
        return Accepted(receipt=self.seals.receipt(run.file_id, file.head, held.now, held.epoch))

    def _behind(
        self, held: Work, file: HeldFile, runs: Sequence[Run], known: frozenset[str], centre: str
    ) -> PushVerdict:
        """All that was forgotten is put behind what was recorded meanwhile.

        A desk whose ``centre`` holds the file gets it from the fork on.
        """
        here, fork = {each.event.content.id for each in file.events}, runs[0].base
        forgotten = [run for run in runs if not any(each.event.content.id in here for each in run.events)]
        if any(str(each.event.content.id) in known for run in forgotten for each in run.events):
            return Rejected(reason="event.id_reused", cites="design 6")
        for run in forgotten:
            events = [each.event for each in run.events]
            held.append(run.file_id, link_run(file.head, events), self._centre(held.connection, run))
        if forgotten:
            file_id, law = runs[0].file_id, self.laws.current(legal_date(held.now))
            look = record(
                [acts.HandUp(file_id, _WORDING)], file_id=file_id, actor=self.seals.central_actor(),
                law=law.version, at=held.now,
            )  # fmt: skip
            held.append(file_id, link_run(file.head, look), "")
        return self._otherwise(file, fork if centre in file.centres else file.head, held)

    def _otherwise(self, file: HeldFile, since: Head, held: Work) -> Conflict:
        """The file as it is here behind ``since``."""
        at = file.received[-1] if file.received else held.now
        return Conflict(
            from_seq=since.seq + 1,
            events=tuple(event_message(each) for each in file.events[since.seq :]),
            receipt=self.seals.receipt(file.state.id, file.head, at, held.epoch),
        )

    def _centre(self, connection: Connection, run: Run) -> str:
        """The centre that held the file by this run: an agent's; the central system and back offices hold none."""
        desk = run.events[0].event.content.desk
        centre = "" if desk == CENTRAL_DESK else desk.rpartition("-")[0]
        is_agent = self.accounts.at_centre(connection, run.agent, centre).role_at(run.at) is Role.AGENT
        return centre if is_agent else ""


def _leads_to(runs: Sequence[Run], tail: Sequence[EventMessage], receipt: Receipt) -> bool:
    """Whether the runs and what lies behind them are one chain of the receipt's file that ends in its hash."""
    head = runs[0].base
    for each in runs:
        if each.file_id != receipt.file_id or each.base != head:
            return False
        head = head_of(each.events[-1])
    try:
        for behind in map(chained_event, tail):
            if (behind.link.seq, behind.link.prev) != (head.seq + 1, head.hash) or not behind.is_linked():
                return False
            head = head_of(behind)
    except Malformed:
        return False
    return head == Head(receipt.seq, receipt.hash)


def _ids_here(connection: Connection, runs: Sequence[Run]) -> frozenset[str]:
    ids = [str(each.event.content.id) for run in runs for each in run.events]
    here: set[str] = set()
    for start in range(0, len(ids), 256):  # SQLite takes only so many parameters
        some = event_table.c.event_id.in_(ids[start : start + 256])
        here.update(connection.execute(select(event_table.c.event_id).where(some)).scalars())
    return frozenset(here)
