"""Answers the sync brings for applications of this desk: told once each, and counted while somebody must act."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.vocabulary import EmployerAnswer
from dost_desktop.ports import Reading
from dost_desktop.rows import ApplicationFilter, ApplicationRow, WaitsFor
from dost_desktop.services.desk import Desk

_TOLD: Final = "answers_told"  # file to the last event that was looked through for answers
_KEPT: Final = 500
_NEWS_FOR: Final = timedelta(days=14)  # an answer older than that is history
_LOOKED_AT: Final = timedelta(days=120)
_BACK_WITH_AGENT: Final = (WaitsFor.AGENT_AFTER_BACK_OFFICE, WaitsFor.AGENT_AFTER_MAS)


class Answer(StrEnum):
    """What came back."""

    CONFIRMED = "confirmed"
    RETURNED = "returned"
    HIRED = "hired"
    NOT_HIRED = "not_hired"
    EMPLOYER_SILENT = "silent"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class CameBack:
    """One answer for one application of this desk."""

    number: str
    answer: Answer
    file_id: UUID
    application: UUID
    full_name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WhatCameBack:
    """Look through what the sync brought. Runs on the database worker."""

    desk: Desk

    def __call__(self, files: Collection[UUID] | None = None) -> tuple[CameBack, ...]:
        """The answers in these files, or in all, that were not told at this desk yet, oldest first."""
        since = self.desk.clock.now() - _NEWS_FOR
        with self.desk.open_work() as work:
            own = {
                row.id: row
                for row in self._own(work)
                if row.changed_at >= since and (files is None or row.file_id in files)
            }
            if not own:
                return ()
            told: dict[str, int] = work.meta.get(_TOLD, {})
            found: list[tuple[datetime, CameBack]] = []
            for file_id in sorted({row.file_id for row in own.values()}):
                events = work.events(file_id, told.get(str(file_id), 0))
                found += self._answers(events, own)
                if events:
                    told.pop(str(file_id), None)  # the latest stand last
                    told[str(file_id)] = events[-1].link.seq
            work.meta.set(_TOLD, dict(list(told.items())[-_KEPT:]))
            work.commit()
        return tuple(answer for _, answer in sorted(found, key=lambda each: each[0]))

    def waiting(self) -> int:
        """How many applications of this desk or agent came back and need somebody."""
        with self.desk.open_reading() as reading:
            back = {
                row.id
                for waits_for in _BACK_WITH_AGENT
                for wanted in (
                    ApplicationFilter(desk=self.desk.name, waits_for=waits_for),
                    ApplicationFilter(opened_by=self.desk.agent.agent, waits_for=waits_for),
                )
                for row in reading.applications(wanted)
            }
        return len(back)

    def _own(self, reading: Reading) -> tuple[ApplicationRow, ...]:
        since = self.desk.clock.now() - _LOOKED_AT
        return (
            *reading.applications(ApplicationFilter(desk=self.desk.name, opened_from=since, limit=5000)),
            *reading.applications(
                ApplicationFilter(opened_by=self.desk.agent.agent, opened_from=since, limit=5000)
            ),
        )

    def _answers(
        self, events: Collection[ChainedEvent], own: dict[UUID, ApplicationRow]
    ) -> Iterator[tuple[datetime, CameBack]]:
        """What others answered lately; what this agent recorded is known already."""
        since = self.desk.clock.now() - _NEWS_FOR
        for each in events:
            content = each.event.content
            is_news = content.kind in _KINDS and content.at >= since
            if not is_news or content.agent == self.desk.agent.agent or each.event.data is None:  # erased
                continue
            act = each.event.act()
            row, answer = own.get(getattr(act, "application", UUID(int=0))), _answer(act)
            if row is not None and answer is not None:
                yield content.at, CameBack(row.number, answer, row.file_id, row.id, row.full_name)


_KINDS: Final = frozenset(
    {
        acts.ConfirmDecision.kind,
        acts.ReturnDecision.kind,
        acts.RecordEmployerAnswer.kind,
        acts.AcceptByMas.kind,
        acts.NotAcceptByMas.kind,
        acts.Reopen.kind,
    }
)
_EMPLOYERS: Final = {
    EmployerAnswer.HIRED: Answer.HIRED,
    EmployerAnswer.NOT_HIRED: Answer.NOT_HIRED,
    EmployerAnswer.SILENT: Answer.EMPLOYER_SILENT,
}


def _answer(act: acts.Act) -> Answer | None:
    match act:
        case acts.ConfirmDecision():
            return Answer.CONFIRMED
        case acts.ReturnDecision():
            return Answer.RETURNED
        case acts.RecordEmployerAnswer():
            return _EMPLOYERS[act.answer]
        case acts.AcceptByMas():
            return Answer.ACCEPTED
        case acts.NotAcceptByMas():
            return Answer.NOT_ACCEPTED
        case acts.Reopen():
            return Answer.REOPENED
        case _:
            return None
