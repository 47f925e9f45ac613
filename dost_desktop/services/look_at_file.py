"""A look at a person's file: what is known, what may be done now, and the look itself in the access log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.decide import possible
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One event as the history shows it; ``kind`` is a key of the window's words."""

    kind: str
    at: datetime
    desk: str
    agent: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything the application page shows of one case."""

    file: PersonFile
    application: Application
    history: tuple[HistoryLine, ...]  # newest first
    moves: Mapping[Move, Refused | None]  # None: offered now; else why not
    law: LawInForce
    due: date  # of the whole service (SEED 12-13)
    now: datetime


@dataclass(frozen=True, slots=True)
class LookAtCase:
    """Open one application of a file. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID) -> CaseView:
        """The case as it stands. Raises KeyError for an application that is not in the file."""
        now = self.desk.clock.now()
        law = self.desk.law(now)
        with self.desk.open_work() as work:
            file = work.file(file_id)
            found = file.application(application)
            if found is None:
                raise KeyError(application)
            events, confirmed = work.events(file_id), work.confirmed_seq(file_id)
            work.access_log.add(
                at=now, agent=self.desk.agent.agent, what="case", purpose=found.number, file_id=file_id
            )
            work.commit()
        history = tuple(
            HistoryLine(
                each.event.content.kind,
                each.event.content.at,
                each.event.content.desk,
                each.event.content.agent,
                each.link.seq <= confirmed,
            )
            for each in reversed(events)
        )
        return CaseView(
            file=file,
            application=found,
            history=history,
            moves=possible(file, application, self.desk.role, law, now),
            law=law,
            due=law.calendar.add(legal_date(found.opened_at), law.back_office_days),
            now=now,
        )
