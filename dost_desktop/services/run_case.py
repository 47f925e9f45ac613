"""The case that is open at the desk: whose turn it is, since when, and how far it got.

It is kept in the database from the call of the ticket on, so a killed program goes on where it was, and several
half-done cases can wait (the 20 minutes: SEED 18).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from dost_desktop.domain.codec import from_json, to_json
from dost_desktop.domain.ids import new_id
from dost_desktop.ports import QueueDesk
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk

_OPEN, _PAUSED = "case.open", "case.paused"


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
    paused_for: str = ""

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

    def begin(self, ticket: str, purpose: str) -> Case:
        """Open a case; an open one of this agent is paused first."""
        now = self.desk.clock.now()
        case = Case(new_id(now), self.desk.agent.agent, ticket, purpose, now)
        self._open(case, "")
        return case

    def bind(self, case: Case, file_id: UUID, application: UUID) -> Case:
        """Remember whose application the case is about."""
        bound = replace(case, file_id=file_id, application=application)
        self._open(bound, "")
        return bound

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

    def finish(self) -> Case | None:
        """Close the open case; which one it was."""
        case = self.current()
        if case:
            with self.desk.open_work() as work:
                rest = [each for each in self._read(_OPEN) if each.id != case.id]
                work.meta.set(_OPEN, [to_json(each) for each in rest])
                work.commit()
        return case

    def _open(self, case: Case | None, reason: str) -> None:
        """Make ``case`` the agent's open one; another that was open is paused with ``reason``."""
        now, agent = self.desk.clock.now(), self.desk.agent.agent
        open_now, paused = self._read(_OPEN), self._read(_PAUSED)
        aside = [each for each in open_now if each.agent == agent and (case is None or each.id != case.id)]
        kept = [each for each in open_now if each.agent != agent]
        waiting = [each for each in paused if case is None or each.id != case.id]
        waiting += [replace(each, paused_at=now, paused_for=reason) for each in aside]
        with self.desk.open_work() as work:
            work.meta.set(_OPEN, [to_json(each) for each in (*kept, *([case] if case else []))])
            work.meta.set(_PAUSED, [to_json(each) for each in waiting])
            work.commit()

    def _read(self, name: str) -> Sequence[Case]:
        with self.desk.open_reading() as reading:
            return [from_json(Case, each) for each in reading.meta.get(name, [])]


@dataclass(frozen=True, slots=True)
class CallTicket:
    """Call a ticket from the queue and open its case. Runs on the network worker."""

    cases: RunCase
    queue: QueueDesk

    def __call__(self, number: str | None = None) -> Case | None:
        """The case of the called ticket; None when nobody waits or the queue cannot be reached."""
        ticket = self.queue.call(number)
        return self.cases.begin(ticket.number, ticket.purpose) if ticket else None


@dataclass(frozen=True, slots=True)
class FinishCase:
    """The person was served: the case is closed and its ticket is off the queue. Runs on the network worker."""

    cases: RunCase
    queue: QueueDesk

    def __call__(self) -> Changes:
        """Close the open case; an unreachable queue does not hold it open."""
        case = self.cases.finish()
        if case and case.ticket:
            self.queue.finish(case.ticket)
        return Changes(queue=True)
