"""The back office confirms or returns drafts: several at once, online, each on the file as it stands (SEED 11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final
from uuid import UUID

from dost_desktop.contract.messages import Conflict, EventMessage, Push, PushVerdict, Rejected, RunMessage
from dost_desktop.contract.translation import chained_event, run_message
from dost_desktop.domain import acts
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import GENESIS, Actor, ChainedEvent, Event, link_run, record
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import BackOffice, Unanswered
from dost_desktop.services.desk import Desk

PURPOSE: Final = "back_office.decision"  # why an officer's desk reads the file
_ROUNDS: Final = 3  # a file may move on between reading and deciding


@dataclass(frozen=True, slots=True)
class Decision:
    """What the officer says of one draft; with ``returned_for`` it goes back to the agent."""

    file_id: UUID
    application: UUID
    returned_for: str = field(repr=False, default="")
    confirms: bool = True


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of it: ``refused`` None when it counts, else why not."""

    decision: Decision
    refused: Refused | Unanswered | None


@dataclass(slots=True)
class _Open:
    """A decision on its way, with the file as the central API has it."""

    decision: Decision
    chain: list[ChainedEvent]


@dataclass(frozen=True, slots=True)
class DecideDrafts:
    """Confirm or return. Runs on the network worker; nothing is kept at the desk, the feed brings it to the centre."""

    desk: Desk
    back_office: BackOffice

    def __call__(self, decisions: Sequence[Decision]) -> tuple[Decided, ...]:
        """One outcome for each, in order; the answer of a lost connection is said for each it concerns."""
        outcomes: dict[int, Refused | Unanswered | None] = {}
        waiting: dict[int, _Open] = {}
        for place, decision in enumerate(decisions):
            chain = self._read(decision.file_id)
            if isinstance(chain, Unanswered):
                outcomes[place] = chain
            else:
                waiting[place] = _Open(decision, chain)
        for _ in range(_ROUNDS):
            self._round(waiting, outcomes)
        left = Refused("act.not_now", "design 6")  # others write into this file faster than it can be decided
        return tuple(Decided(each, outcomes.get(place, left)) for place, each in enumerate(decisions))

    def _read(self, file_id: UUID) -> list[ChainedEvent] | Unanswered:
        item = self.back_office.file(file_id, PURPOSE)
        return item if isinstance(item, Unanswered) else _whole([], 1, item.events)

    def _round(self, waiting: dict[int, _Open], outcomes: dict[int, Refused | Unanswered | None]) -> None:
        runs: dict[int, RunMessage] = {}
        for place, each in list(waiting.items()):
            run = self._run(each)
            if isinstance(run, Refused):
                outcomes[place] = run
                del waiting[place]
            else:
                runs[place] = run
        if not runs:
            return
        answer = self.back_office.decide(Push(runs=tuple(runs.values())))
        verdicts: Sequence[PushVerdict | Unanswered] = (
            [answer] * len(runs) if isinstance(answer, Unanswered) else answer.answers
        )
        for place, verdict in zip(runs, verdicts, strict=True):
            outcome = _outcome(waiting[place], verdict)
            if not isinstance(outcome, _Open):
                outcomes[place] = outcome
                del waiting[place]

    def _run(self, each: _Open) -> RunMessage | Refused:
        decision, now = each.decision, self.desk.clock.now()
        act: acts.Act = (
            acts.ConfirmDecision(decision.application)
            if decision.confirms
            else acts.ReturnDecision(decision.application, decision.returned_for.strip())
        )
        file, law = fold_all(decision.file_id, each.chain), self.desk.law(now)
        who = self.desk.agent.agent
        decided = decide(
            file, Command((act,), self.desk.role, who, self.desk.name, self.desk.centre.code), law, now
        )
        if isinstance(decided, Refused):
            return decided
        actor = Actor(who, self.desk.name, self.desk.hand.sign)
        events: tuple[Event, ...] = record(
            decided, file_id=decision.file_id, actor=actor, law=law.version, at=now
        )
        return run_message(file.head, link_run(file.head, events))


def _outcome(each: _Open, verdict: PushVerdict | Unanswered) -> _Open | Refused | Unanswered | None:
    """What the verdict means; the draft itself, with its file as it is now, when it is to be decided once more."""
    match verdict:
        case Unanswered():
            return verdict
        case Rejected():
            return Refused(verdict.reason, verdict.cites, MappingProxyType(verdict.facts))
        case Conflict():
            chain = _whole(each.chain, verdict.from_seq, verdict.events)
            if isinstance(chain, Unanswered):
                return chain
            each.chain = chain
            return each
        case _ if verdict.answer == "skipped":
            return each
        case _:
            return None


def _whole(
    before: Sequence[ChainedEvent], from_seq: int, messages: Sequence[EventMessage]
) -> list[ChainedEvent] | Unanswered:
    """The file's events, linked without a gap and with data as signed; an officer decides on nothing less."""
    try:
        chain = [*before[: from_seq - 1], *(chained_event(each) for each in messages)]
    except Malformed:
        return Unanswered.CONTRADICTS
    prev = GENESIS
    for seq, each in enumerate(chain, 1):
        fits = (each.link.seq, each.link.prev) == (seq, prev)
        if not (fits and each.is_linked() and each.event.data_is_whole()):
            return Unanswered.CONTRADICTS
        prev = each.link.hash
    return chain
