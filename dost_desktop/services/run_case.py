"""The case that is open at the desk: whose turn it is, since when, and how far it got.

It is kept in the database from the call of the ticket on, so a killed program goes on where it was, and several
half-done cases can wait (the 20 minutes: SEED 18).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.domain.acts import OpenApplication
from dost_desktop.domain.codec import from_json, to_json
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.ids import new_id
from dost_desktop.ports import QueueDesk, Reading, Work
from dost_desktop.rows import Draft
from dost_desktop.services.case_telling import (
    FINISHED,
    STANDS,
    Went,
    anybody_went,
    note_to_tell,
    note_went,
    take_went,
    to_tell,
)
from dost_desktop.services.desk import Desk

_OPEN, _PAUSED, _OWED = "case.open", "case.paused", "case.tickets_to_finish"


class PauseReason(StrEnum):
    """Why a case waits; anything else is said in the agent's own words."""

    PERSON = "person"  # went to fetch a document
    REGISTER = "register"  # does not answer


def draft_key_of(case: UUID) -> str:
    """Under which key the intake of a case keeps what was typed."""
    return f"intake:{case}"


@dataclass(frozen=True, slots=True)
class Case:
    """One case of this desk. ``served_ms`` is the time it ran before the last pause."""

    id: UUID
    agent: str
    ticket: str  # "" without a ticket
    purpose: str  # the ticket's, a kind of application or ""
    since: datetime  # start, or end of the last pause
    served_ms: int = 0
    file_id: UUID | None = None
    application: UUID | None = None
    paused_at: datetime | None = None
    paused_for: str = ""  # a PauseReason, own words, or ""
    needs: tuple[str, ...] = ()  # of the ticket: priority, interpreter, representative
    parked: bool = False  # it waited once: the central API keeps it for the other desks

    def served_seconds(self, now: datetime) -> int:
        """How long the person has been served."""
        until = self.paused_at or now
        return (self.served_ms + int((until - self.since).total_seconds() * 1000)) // 1000


@dataclass(frozen=True, slots=True)
class RunCase:
    """Begin, pause, continue and finish cases. Runs on the database worker."""

    desk: Desk

    def current(self) -> Case | None:
        """The open case of the signed-in agent."""
        case = self._read(_OPEN)
        return next((each for each in case if each.agent == self.desk.agent.agent), None)

    def paused(self) -> tuple[Case, ...]:
        """The half-done cases of this desk, last paused first."""
        return tuple(sorted(self._read(_PAUSED), key=lambda case: case.paused_at or case.since, reverse=True))

    def begin(self, ticket: str, purpose: str, needs: Sequence[str] = (), *, reason: str = "") -> Case:
        """Open a case; an open one of this agent is paused first, for ``reason``."""
        now = self.desk.clock.now()
        case = Case(new_id(now), self.desk.agent.agent, ticket, purpose, now, needs=tuple(needs))
        self._open(case, reason)
        return case

    def bind(self, case: Case, file_id: UUID, application: UUID) -> Case:
        """Remember whose application the case is about."""
        bound = replace(case, file_id=file_id, application=application)
        self._open(bound, "")
        return bound

    def needs_noted(self, ticket: str, needs: Sequence[str]) -> None:
        """The open case of this ticket knows what its person needs."""
        case = self.current()
        if case is not None and case.ticket == ticket:
            self._open(replace(case, needs=tuple(needs)), "")

    def pause(self, reason: str) -> None:
        """Put the open case aside; it is found under the half-done ones."""
        self._open(None, reason)

    def resume(self, case_id: UUID) -> Case:
        """Continue a half-done case; an open one is paused first. Raises KeyError for an unknown one."""
        case = next((each for each in self._read(_PAUSED) if each.id == case_id), None)
        if case is None:
            raise KeyError(case_id)
        now = self.desk.clock.now()
        served = case.served_seconds(now) * 1000
        going = replace(
            case, since=now, served_ms=served, paused_at=None, paused_for="", agent=self.desk.agent.agent
        )
        self._open(going, "")
        return going

    def take_in(self, told: HalfDoneCase, drafts: Sequence[Draft]) -> Case:
        """Continue a case of another desk; its time goes on, and its drafts are this desk's now.

        What was typed here later than there stays.
        """
        now = self.desk.clock.now()
        case = Case(
            id=UUID(told.id),
            agent=self.desk.agent.agent,
            ticket=told.ticket,
            purpose=told.purpose,
            since=now,
            served_ms=told.served_ms,
            file_id=UUID(told.file_id) if told.file_id else None,
            application=UUID(told.application) if told.application else None,
            needs=told.needs,
            parked=True,
        )
        self._open(case, "", drafts)
        return case

    def went(self, case_id: UUID, desk: str, *, tells: bool = True) -> None:
        """``desk`` has a case of this one ("": it is finished): it leaves the half-done ones, its drafts stay.

        An open one stays open, and the agent decides. ``tells``: the agent has not heard of it yet.
        """
        with self.desk.open_work() as work:
            case_went(work, case_id, desk, tells=tells)
            work.commit()

    def compare(self, centre: Mapping[UUID, HalfDoneCase]) -> None:
        """Take the central API's list into account: what went elsewhere goes, what it lost is told again."""
        with self.desk.open_reading() as reading:
            waiting = to_tell(reading)
            known = [each for each in _cases(reading, _PAUSED) if each.parked and each.id not in waiting]
        for case in known:
            there = centre.get(case.id)
            if there is not None and there.desk != self.desk.name:
                self.went(case.id, there.desk)
            elif there is None or there.state != "paused":
                with self.desk.open_work() as work:
                    note_to_tell(work, case.id, STANDS, self.desk.clock.now())
                    work.commit()

    def known(self) -> frozenset[UUID]:
        """Every case of this desk, whoever's it is; also those whose end is still to be told."""
        with self.desk.open_reading() as reading:
            cases = (*_cases(reading, _OPEN), *_cases(reading, _PAUSED))
            return frozenset((*(each.id for each in cases), *to_tell(reading)))

    def heard(self) -> tuple[Went, ...]:
        """Which cases went elsewhere since the agent was told last."""
        with self.desk.open_reading() as reading:
            if not anybody_went(reading):
                return ()
        with self.desk.open_work() as work:
            told = take_went(work)
            work.commit()
        return told

    def finish(self) -> Case | None:
        """Close the open case; which one it was."""
        with self.desk.open_work() as work:
            cases = _cases(work, _OPEN)
            case = next((each for each in cases if each.agent == self.desk.agent.agent), None)
            if case:
                work.meta.set(_OPEN, [to_json(each) for each in cases if each.id != case.id])
                if case.parked:
                    note_to_tell(work, case.id, FINISHED, self.desk.clock.now())
                work.commit()
        return case

    def drop(self) -> Case | None:
        """Close the open case whose person is not here: what was typed for it goes too."""
        case = self.finish()
        if case:
            with self.desk.open_work() as work:
                work.drafts.discard(draft_key_of(case.id))
                work.commit()
        return case

    def with_ticket(self, number: str) -> Case | None:
        """The open or half-done case of this ticket."""
        cases = (*self._read(_OPEN), *self._read(_PAUSED))
        return next((each for each in cases if each.ticket == number), None)

    def owe(self, ticket: str) -> None:
        """The queue could not hear that this person was served: it is told before the next one is called."""
        with self.desk.open_work() as work:
            work.meta.set(_OWED, [*self._owed(work), [self._today(), ticket]])
            work.commit()

    def settle(self, queue: QueueDesk) -> None:
        """Tell the queue what it could not hear; tickets of another day are forgotten by it, and here."""
        with self.desk.open_reading() as reading:
            owed = self._owed(reading)
        told = [each for each in owed if queue.finish(each[1])]
        if told:
            with self.desk.open_work() as work:
                work.meta.set(_OWED, [each for each in self._owed(work) if each not in told])
                work.commit()

    def _owed(self, reading: Reading) -> list[list[str]]:
        today = self._today()
        return [each for each in reading.meta.get(_OWED, []) if each[0] == today]

    def _today(self) -> str:
        return legal_date(self.desk.clock.now()).isoformat()

    def _open(self, case: Case | None, reason: str, drafts: Sequence[Draft] = ()) -> None:
        """Make ``case`` the agent's open one; another that was open is paused with ``reason``."""
        with self.desk.open_work() as work:  # read and written in one: two workers open cases
            _hold(work, self.desk.agent.agent, self.desk.clock.now(), case, reason, drafts)
            work.commit()

    def _read(self, name: str) -> list[Case]:
        with self.desk.open_reading() as reading:
            return _cases(reading, name)


def _cases(reading: Reading, name: str) -> list[Case]:
    return [from_json(Case, each) for each in reading.meta.get(name, [])]


def paused_cases(reading: Reading) -> tuple[Case, ...]:
    """The half-done cases of this desk, in the order they were put aside."""
    return tuple(_cases(reading, _PAUSED))


def open_cases(reading: Reading) -> tuple[Case, ...]:
    """The cases that are open at this desk, each agent's one."""
    return tuple(_cases(reading, _OPEN))


def case_here(reading: Reading, case_id: UUID) -> tuple[Case, bool] | None:
    """A case of this desk, and whether it is open; None when it is neither open nor half-done here."""
    for name in (_OPEN, _PAUSED):
        found = next((each for each in _cases(reading, name) if each.id == case_id), None)
        if found is not None:
            return found, name == _OPEN
    return None


def case_in_hand(reading: Reading, agent: str, file_id: UUID) -> Case | None:
    """The agent's open case, when it is about this person or about nobody yet."""
    case = next((each for each in _cases(reading, _OPEN) if each.agent == agent), None)
    return case if case is not None and case.file_id in {None, file_id} else None


def put_in_hand(
    work: Work, agent: str, now: datetime, opened: OpenApplication, file_id: UUID, *, reason: str = ""
) -> Case:
    """The agent's open case is about the application just opened; one about somebody else waits for ``reason``.

    The caller commits. What was typed for nobody in particular goes: this person was meant.
    """
    case = case_in_hand(work, agent, file_id)
    if case is None:
        case = Case(new_id(now), agent, opened.ticket, str(opened.application_kind), now)
    elif case.file_id is None:
        work.drafts.discard(draft_key_of(case.id))
    bound = replace(case, file_id=file_id, application=opened.application)
    _hold(work, agent, now, bound, reason)
    return bound


def _hold(
    work: Work, agent: str, now: datetime, case: Case | None, reason: str, drafts: Sequence[Draft] = ()
) -> None:
    """Make ``case`` the agent's open one; another that was open is paused with ``reason``."""
    open_now, paused = _cases(work, _OPEN), _cases(work, _PAUSED)
    aside = [each for each in open_now if each.agent == agent and (case is None or each.id != case.id)]
    kept = [each for each in open_now if each.agent != agent and (case is None or each.id != case.id)]
    waiting = [each for each in paused if case is None or each.id != case.id]
    waiting += [replace(each, paused_at=now, paused_for=reason, parked=True) for each in aside]
    for draft in drafts:
        known = work.drafts.load(draft.key)
        if known is None or known.saved_at < draft.saved_at:
            work.drafts.save(draft)
    for each in (*aside, *([case] if case and case.parked else [])):
        note_to_tell(work, each.id, STANDS, now)
    work.meta.set(_OPEN, [to_json(each) for each in (*kept, *([case] if case else []))])
    work.meta.set(_PAUSED, [to_json(each) for each in waiting])


def case_went(work: Work, case_id: UUID, desk: str, *, tells: bool = True) -> None:
    """See ``RunCase.went``; the caller commits."""
    found = case_here(work, case_id)
    if found is None:
        return
    case, is_open = found
    if not is_open:
        work.meta.set(_PAUSED, [to_json(each) for each in _cases(work, _PAUSED) if each.id != case_id])
    if tells and desk:
        note_went(work, Went(case.ticket, desk, is_open))
