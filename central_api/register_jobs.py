"""Applications that wait for the register of employed persons: asked again by the server itself until it answers."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.exc import SQLAlchemyError

from central_api.database import insert_missing
from central_api.registers import RegisterUnreachable
from central_api.request_log import hidden
from central_api.tables import register_jobs
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationState

if TYPE_CHECKING:
    from central_api.central_hand import CentralHand
    from central_api.clock import Clock
    from central_api.database import Database
    from central_api.lookups import Lookups

_LONGEST_PAUSE: Final = 30  # seconds
_HELD_FOR: Final = timedelta(seconds=60)  # while one process asks, the others leave the job alone
_LOOK_EVERY: Final = 2.0  # seconds
_log = logging.getLogger(__name__)


def plan_questions(connection: Connection, state: PersonFile, now: datetime) -> None:
    """Note every application of the file that waits for the register."""
    for application in state.applications:
        if application.state is ApplicationState.WAITING_REGISTER:
            row = {
                "application": str(application.id),
                "file_id": str(state.id),
                "due_at": instant_text(now),
                "attempts": 0,
            }
            insert_missing(connection, register_jobs, row)


def _waits(application: UUID, file: PersonFile) -> bool:
    """True until somebody brought the answer, or ended the application."""
    found = file.application(application)
    return found is not None and found.state is ApplicationState.WAITING_REGISTER


@dataclass(frozen=True, slots=True)
class _Job:
    application: UUID
    file_id: UUID
    attempts: int


class RegisterJobs:
    """Works off the waiting applications, at once and again with growing pauses; one process at a time each."""

    def __init__(self, database: Database, lookups: Lookups, hand: CentralHand, clock: Clock) -> None:
        self.database, self.lookups, self.hand, self.clock = database, lookups, hand, clock
        self._wake, self._stop = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to work behind the requests."""
        self._thread = threading.Thread(target=self._loop, name="register-jobs", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the question that is being asked."""
        self._stop.set()
        self._wake.set()
        if self._thread:
            self._thread.join()

    def wake(self) -> None:
        """There may be something to ask."""
        self._wake.set()

    def work_off(self) -> int:
        """Ask for every job that is due; how many ended."""
        ended = 0
        while not self._stop.is_set() and (job := self._claim()):
            ended += self._ask(job)
        return ended

    def _loop(self) -> None:
        while not self._stop.is_set():
            self._wake.wait(_LOOK_EVERY)
            self._wake.clear()
            try:
                self.work_off()
            except (
                SQLAlchemyError
            ):  # the database may be away for a while; the jobs are in it and are found again
                _log.exception("register jobs paused")

    def _claim(self) -> _Job | None:
        now = self.clock()
        due = (
            select(register_jobs)
            .where(register_jobs.c.due_at <= instant_text(now))
            .order_by(register_jobs.c.due_at)
        )
        with self.database.reading() as connection:
            row = connection.execute(due.limit(1)).one_or_none()
        if row is None:
            return None
        mine = update(register_jobs).where(
            register_jobs.c.application == row.application, register_jobs.c.due_at == row.due_at
        )
        with self.database.writing() as connection:
            held = connection.execute(
                mine.values(due_at=instant_text(now + _HELD_FOR), attempts=row.attempts + 1)
            )
        return (
            _Job(UUID(row.application), UUID(row.file_id), row.attempts) if held.rowcount else self._claim()
        )

    def _ask(self, job: _Job) -> bool:
        file = self.hand.read(job.file_id)
        application = file.application(job.application)
        if application is None or not _waits(job.application, file) or file.identity is None:
            return self._end(job)
        number = application.number
        try:
            answer = self.lookups.ask(
                Register.EMPLOYED_PERSONS, file.identity.number_kind, file.identity.number, number
            )
        except RegisterUnreachable:
            return self._later(job)
        self._record(job, answer)
        return self._end(job)

    def _record(self, job: _Job, answer: Attestation) -> None:
        act = acts.RecordRegisterAnswer(job.application, answer)
        refused = self.hand.record(job.file_id, (act,), still=partial(_waits, job.application))
        if isinstance(refused, Refused):  # the file moved on while the register was asked
            _log.info("answer not needed", extra={"file": hidden(job.file_id), "reason": refused.reason})

    def _later(self, job: _Job) -> bool:
        pause = min(2**job.attempts, _LONGEST_PAUSE)
        due = instant_text(self.clock() + timedelta(seconds=pause))
        again = update(register_jobs).where(register_jobs.c.application == str(job.application))
        with self.database.writing() as connection:
            connection.execute(again.values(due_at=due))
        return False

    def _end(self, job: _Job) -> bool:
        done = delete(register_jobs).where(register_jobs.c.application == str(job.application))
        with self.database.writing() as connection:
            connection.execute(done)
        return True
