"""Acts of officers and heads count only online: decided here on the file as the central API has it, accepted there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from uuid import UUID

from dost_desktop.contract.messages import Conflict, EventMessage, Push, PushVerdict, Rejected, RunMessage
from dost_desktop.contract.translation import chained_event, run_message
from dost_desktop.domain.acts import Act
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import GENESIS, Actor, ChainedEvent, Event, link_run, record
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.own_cases import own_case
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import OnlineFiles, Unanswered
from dost_desktop.services.desk import Desk

_ROUNDS: Final = 3  # a file may move on between reading and deciding
_AT_ONCE: Final = 200  # runs in one push


@dataclass(frozen=True, slots=True)
class Wanted:
    """Acts that belong together in one person's file; ``unless`` says why the file as it stands forbids them."""

    file_id: UUID
    acts: tuple[Act, ...]
    unless: Callable[[PersonFile], Refused | None] | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of it: ``refused`` None when it counts, else why not."""

    wanted: Wanted
    refused: Refused | Unanswered | None


@dataclass(slots=True)
class _Open:
    """Acts on their way, with the file as the central API has it."""

    wanted: Wanted
    chain: list[ChainedEvent]


@dataclass(frozen=True, slots=True)
class ActOnline:
    """Act in several files at once. Runs on the network worker; nothing is kept at the desk, the feed brings it."""

    desk: Desk
    online: OnlineFiles

    def __call__(self, wanted: Sequence[Wanted], purpose: str) -> tuple[Done, ...]:
        """One outcome for each, in order; the answer of a lost connection is said for each it concerns.

        ``purpose``: why these files are read, for the log of readings.
        """
        outcomes: dict[int, Refused | Unanswered | None] = {}
        waiting: dict[int, _Open] = {}
        for place, each in enumerate(wanted):
            chain = read_whole(self.online, each.file_id, purpose)
            if isinstance(chain, Unanswered):
                outcomes[place] = chain
            else:
                waiting[place] = _Open(each, chain)
        for _ in range(_ROUNDS):
            self._round(waiting, outcomes)
        left = Refused("act.not_now", "design 6")  # others write into this file faster than it can be decided
        return tuple(Done(each, outcomes.get(place, left)) for place, each in enumerate(wanted))

    def _round(self, waiting: dict[int, _Open], outcomes: dict[int, Refused | Unanswered | None]) -> None:
        runs: list[tuple[int, RunMessage]] = []
        for place, each in list(waiting.items()):
            run = self._run(each)
            if isinstance(run, Refused):
                outcomes[place] = run
                del waiting[place]
            else:
                runs.append((place, run))
        for start in range(0, len(runs), _AT_ONCE):
            self._push(runs[start : start + _AT_ONCE], waiting, outcomes)

    def _push(
        self,
        runs: Sequence[tuple[int, RunMessage]],
        waiting: dict[int, _Open],
        outcomes: dict[int, Refused | Unanswered | None],
    ) -> None:
        answer = self.online.decide(Push(runs=tuple(run for _, run in runs)))
        said: Sequence[PushVerdict] = () if isinstance(answer, Unanswered) else answer.answers
        silence = answer if isinstance(answer, Unanswered) else Unanswered.CONTRADICTS
        verdicts: Sequence[PushVerdict | Unanswered] = (
            said if len(said) == len(runs) else [silence] * len(runs)
        )
        for (place, _), verdict in zip(runs, verdicts, strict=True):
            outcome = _outcome(waiting[place], verdict)
            if not isinstance(outcome, _Open):
                outcomes[place] = outcome
                del waiting[place]

    def _run(self, each: _Open) -> RunMessage | Refused:
        desk, wanted, now = self.desk, each.wanted, self.desk.clock.now()
        file, law = fold_all(wanted.file_id, each.chain), desk.law(now)
        who = desk.agent
        own = desk.look_up_own_file()
        command = Command(wanted.acts, desk.role, who.agent, desk.name, desk.centre.code)
        decided = (
            (wanted.unless(file) if wanted.unless else None)
            or own_case(file, wanted.acts, own, desk.secret)
            or decide(file, command, law, now)
        )
        if isinstance(decided, Refused):
            return decided
        actor = Actor(who.agent, desk.name, desk.hand.sign)
        events: tuple[Event, ...] = record(
            decided, file_id=wanted.file_id, actor=actor, law=law.version, at=now
        )
        return run_message(file.head, link_run(file.head, events))


def read_whole(online: OnlineFiles, file_id: UUID, purpose: str) -> list[ChainedEvent] | Unanswered:
    """A person's file as the central API has it, its chain looked through; the reading is noted there."""
    item = online.file(file_id, purpose)
    return item if isinstance(item, Unanswered) else _whole([], 1, item.events)


def _outcome(each: _Open, verdict: PushVerdict | Unanswered) -> _Open | Refused | Unanswered | None:
    """What the verdict means; the act itself, with its file as it is now, when it is to be decided once more."""
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
    """The file's events, linked without a gap and with data as signed; nobody decides on less."""
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
