"""Applications that wait for a register's answer: asked again by the server itself until it answers (ADR 0003)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, select, update

from central_api.background import Stopped, never
from central_api.database import insert_missing
from central_api.owed_tables import register_questions
from central_api.registers import RegisterUnreachable
from central_api.request_log import hidden
from central_api.settings import HELD_FOR
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationState, Basis

if TYPE_CHECKING:
    from central_api.central_hand import CentralHand
    from central_api.clock import Clock
    from central_api.database import Database
    from central_api.lookups import Lookups

_LONGEST_PAUSE: Final = 30  # seconds
_log = logging.getLogger(__name__)


def _open_paper(application: Application) -> str | None:
    """The number of the power of attorney that the notaries were asked about in vain (facts 5.3, 5.4)."""
    speaker = application.representative
    if speaker is None or not application.is_open or speaker.basis is not Basis.POWER_OF_ATTORNEY:
        return None
    in_vain = speaker.check is None and speaker.check_tried_at is not None
    return speaker.paper_number if in_vain and speaker.paper_number.strip() else None


def _open_employment(application: Application) -> str | None:
    """A question without a paper, while the application waits for the register of employed persons."""
    return "" if application.state is ApplicationState.WAITING_REGISTER else None


@dataclass(frozen=True, slots=True)
class _Question:
    """Which question an application leaves open: about which paper, None for no question; and what the answer is."""

    open_paper: Callable[[Application], str | None]
    answered: Callable[[UUID, Attestation], acts.Act]


_QUESTIONS: Final = {
    Register.EMPLOYED_PERSONS: _Question(_open_employment, acts.RecordRegisterAnswer),
    Register.NOTARY: _Question(_open_paper, acts.CheckRepresentation),
}


def plan_questions(connection: Connection, state: PersonFile, now: datetime) -> bool:
    """Note every question that the file's applications leave open; whether there are any."""
    questions = open_questions(state)
    for application, register in questions:
        row = {
            "application": str(application),
            "register": register.value,
            "file_id": str(state.id),
            "due_at": instant_text(now),
            "attempts": 0,
        }
        insert_missing(connection, register_questions, row)
    return bool(questions)


def open_questions(state: PersonFile) -> list[tuple[UUID, Register]]:
    """Of which applications which registers are still to be asked."""
    return [
        (application.id, register)
        for application in state.applications
        for register, question in _QUESTIONS.items()
        if question.open_paper(application) is not None
    ]


@dataclass(frozen=True, slots=True)
class _Job:
    application: UUID
    register: Register
    file_id: UUID
    attempts: int

    def paper(self, file: PersonFile) -> str | None:
        """What is to be asked as the file stands; None when somebody brought the answer, or ended it."""
        found = file.application(self.application)
        return None if found is None else _QUESTIONS[self.register].open_paper(found)


class RegisterJobs:
    """Works off the open questions, at once and again with growing pauses; one process at a time each."""

    def __init__(
        self,
        database: Database,
        lookups: Lookups,
        hand: CentralHand,
        clock: Clock,
        held_for: timedelta = HELD_FOR,
    ) -> None:
        self.database, self.lookups, self.hand, self.clock = database, lookups, hand, clock
        self.held_for = held_for

    def work_off(self, stopped: Stopped = never) -> int:
        """Ask for every job that is due; how many ended."""
        ended = 0
        while not stopped() and (job := self._claim()):
            ended += self._ask(job)
        return ended

    def _claim(self) -> _Job | None:
        now = self.clock()
        due = (
            select(register_questions)
            .where(register_questions.c.due_at <= instant_text(now))
            .order_by(register_questions.c.due_at)
        )
        with self.database.reading() as connection:
            row = connection.execute(due.limit(1)).one_or_none()
        if row is None:
            return None
        job = _Job(UUID(row.application), Register(row.register), UUID(row.file_id), row.attempts)
        mine = update(register_questions).where(*_this(job), register_questions.c.due_at == row.due_at)
        with self.database.writing() as connection:
            held = connection.execute(
                mine.values(due_at=instant_text(now + self.held_for), attempts=row.attempts + 1)
            )
        return job if held.rowcount else self._claim()

    def _ask(self, job: _Job) -> bool:
        file = self.hand.read(job.file_id)
        application, paper, identity = file.application(job.application), job.paper(file), file.identity
        if application is None or paper is None or identity is None:
            return self._end(job)
        try:
            answer = self._answer(job, application, identity, paper)
        except RegisterUnreachable:
            return self._later(job)
        except InvalidValue:  # the papers said a number that no register can have
            _log.info("question not possible", extra={"file": hidden(job.file_id)})
            return self._end(job)
        act = _QUESTIONS[job.register].answered(job.application, answer)
        refused = self.hand.record(job.file_id, (act,), still=lambda now: job.paper(now) == paper)
        if isinstance(refused, Refused):  # the file moved on while the register was asked
            _log.info("answer not recorded", extra={"file": hidden(job.file_id), "reason": refused.reason})
            if (
                job.paper(self.hand.read(job.file_id)) is not None
            ):  # nobody could read it, or the paper is another
                return self._later(job)
        return self._end(job)

    def _answer(self, job: _Job, application: Application, identity: Identity, paper: str) -> Attestation:
        return self.lookups.ask(
            job.register, identity.number_kind, identity.number, application.number, paper=paper
        )

    def _later(self, job: _Job) -> bool:
        pause = min(2 ** min(job.attempts, 10), _LONGEST_PAUSE)
        due = instant_text(self.clock() + timedelta(seconds=pause))
        with self.database.writing() as connection:
            connection.execute(update(register_questions).where(*_this(job)).values(due_at=due))
        return False

    def _end(self, job: _Job) -> bool:
        with self.database.writing() as connection:
            connection.execute(delete(register_questions).where(*_this(job)))
        return True


def _this(job: _Job) -> tuple[ColumnElement[bool], ...]:
    return (
        register_questions.c.application == str(job.application),
        register_questions.c.register == job.register.value,
    )
