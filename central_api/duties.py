"""What the central system owes an application: a form handed to MAS, a decision told to it, a silence noted.

Noted in the transaction that made it owed, and worked off exactly once among any number of processes.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from central_api.background import Stopped, never
from central_api.database import insert_missing
from central_api.mas import Form, FormAnswer, Mas
from central_api.registers import RegisterUnreachable
from central_api.request_log import hidden
from central_api.tables import duties
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import AZ_ZONE, instant_text
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer, Status

if TYPE_CHECKING:
    from central_api.central_hand import CentralHand
    from central_api.clock import Clock
    from central_api.database import Database
    from central_api.lookups import Lookups

_LONGEST_PAUSE: Final = 30  # seconds
_HELD_FOR: Final = timedelta(seconds=60)  # while one process works on it, the others leave it alone
_log = logging.getLogger(__name__)


class Duty(StrEnum):
    """What is owed; the values stand in the database."""

    FORM = "form"  # hand the confirmed form to MAS and record what it says (SEED 23.5, 23.7)
    DECISION = "decision"  # tell MAS that the back office confirmed (SEED 23.6)
    EMPLOYER = "employer"  # an answer to the referral, or the silence of its term (facts 2.5, 2.8)


_BY_STATE: Final = {
    ApplicationState.WAITING_MAS: Duty.FORM,
    ApplicationState.WAITING_EMPLOYER: Duty.EMPLOYER,
}
_MOVES_THEM: Final = frozenset(
    each.kind
    for each in (
        acts.SubmitForm,
        acts.AcceptByMas,
        acts.NotAcceptByMas,
        acts.IssueReferral,
        acts.RecordEmployerAnswer,
        acts.ConfirmDecision,
        acts.Withdraw,
        acts.RecordInWrongFile,
    )
)


def plan_duties(
    connection: Connection, state: PersonFile, run: Sequence[ChainedEvent], now: datetime
) -> None:
    """Note what the file's applications are owed after ``run``."""
    if not any(each.event.content.kind in _MOVES_THEM for each in run):
        return
    by_state = [duty.value for duty in _BY_STATE.values()]
    mine = duties.c.file_id == str(state.id)
    connection.execute(delete(duties).where(mine, duties.c.duty.in_(by_state)))
    owed = [
        _row(state, each, duty, now)
        for each in state.applications
        if (duty := _BY_STATE.get(each.state)) is not None
    ]
    if owed:
        connection.execute(insert(duties), owed)
    for each in run:
        if each.event.content.kind == acts.ConfirmDecision.kind:
            act = each.event.act()
            found = state.application(act.application) if isinstance(act, acts.ConfirmDecision) else None
            if found is not None:
                insert_missing(connection, duties, _row(state, found, Duty.DECISION, now))


def _row(state: PersonFile, application: Application, duty: Duty, now: datetime) -> dict[str, object]:
    return {
        "application": str(application.id),
        "duty": duty.value,
        "file_id": str(state.id),
        "due_at": instant_text(now),
        "attempts": 0,
    }


def _submission(events: Sequence[ChainedEvent], application: UUID) -> UUID | None:
    """The event by which the application's form was confirmed last."""
    confirmed = (
        each.event.content.id
        for each in reversed(events)
        if each.event.content.kind == acts.SubmitForm.kind
        and each.event.data is not None
        and each.event.data["application"] == str(application)
    )
    return next(confirmed, None)


@dataclass(frozen=True, slots=True)
class _Job:
    application: UUID
    duty: Duty
    file_id: UUID
    attempts: int
    held_until: str

    @property
    def mine(self) -> tuple[ColumnElement[bool], ...]:
        """The row, as long as nobody owes the application something new."""
        return (
            duties.c.application == str(self.application),
            duties.c.duty == self.duty.value,
            duties.c.due_at == self.held_until,
        )


class Duties:
    """Works them off, at once and again with growing pauses; one process at a time each."""

    def __init__(
        self, database: Database, mas: Mas, lookups: Lookups, hand: CentralHand, clock: Clock
    ) -> None:
        self.database, self.mas, self.lookups = database, mas, lookups
        self.hand, self.clock = hand, clock

    def work_off(self, stopped: Stopped = never) -> int:
        """Do everything that is due; how much of it is done now."""
        done = 0
        while not stopped() and (job := self._claim()):
            again = self._do(job)
            done += again is None
            self._note(job, again)
        return done

    def _claim(self) -> _Job | None:
        now = self.clock()
        due = select(duties).where(duties.c.due_at <= instant_text(now)).order_by(duties.c.due_at)
        with self.database.reading() as connection:
            row = connection.execute(due.limit(1)).one_or_none()
        if row is None:
            return None
        held_until = instant_text(now + _HELD_FOR)
        job = _Job(UUID(row.application), Duty(row.duty), UUID(row.file_id), row.attempts, held_until)
        free = update(duties).where(
            duties.c.application == row.application,
            duties.c.duty == row.duty,
            duties.c.due_at == row.due_at,
        )
        with self.database.writing() as connection:
            held = connection.execute(free.values(due_at=held_until, attempts=row.attempts + 1))
        return job if held.rowcount else self._claim()

    def _do(self, job: _Job) -> datetime | None:
        """Do it; None when nothing is owed any more, else when to try again."""
        held = self.hand.whole(job.file_id)
        file, submission = held.state, _submission(held.events, job.application)
        application, identity = file.application(job.application), file.identity
        if application is None or identity is None:
            return None
        try:
            match job.duty:
                case Duty.FORM:
                    return self._hand_in(job, file, application, identity, submission)
                case Duty.DECISION:
                    return self._tell(job, file, identity)
                case Duty.EMPLOYER:
                    return self._note_silence(job)
        except RegisterUnreachable:
            return self._later(job)
        except InvalidValue:  # the papers said a number that no register can have
            _log.info("duty not possible", extra={"file": hidden(job.file_id), "duty": job.duty.value})
            return None

    def _hand_in(
        self,
        job: _Job,
        file: PersonFile,
        application: Application,
        identity: Identity,
        submission: UUID | None,
    ) -> datetime | None:
        said, confirmed = application.form_data, application.state is ApplicationState.WAITING_MAS
        if not confirmed or said is None or submission is None:
            return None
        form = Form(
            submission=submission,
            kind=application.kind,
            number_kind=identity.number_kind,
            number=identity.number,
            centre=application.centre,
            ground=said.ground,
            ends_on=said.ends_on,
        )
        run = self._answered(file, application, identity, self.mas.submit(form))
        refused = self.hand.record(job.file_id, run, still=lambda now: now.head == file.head)
        if refused is not None:  # the file moved on meanwhile; MAS says the same when it is asked again
            return self._later(job)
        return None

    def _answered(
        self, file: PersonFile, application: Application, identity: Identity, answer: FormAnswer
    ) -> tuple[acts.Act, ...]:
        if not answer.accepted:
            return (acts.NotAcceptByMas(application.id, answer.reason),)
        accepted = acts.AcceptByMas(application.id, answer.registration_number, answer.at)
        if file.registration.status is not Status.UNKNOWN:
            return (accepted,)
        status = self.lookups.ask(  # nobody had asked MAS before: from which status it went is not known here
            Register.STATUS, identity.number_kind, identity.number, application.number
        )
        return accepted, acts.ReadStatus(status)

    def _tell(self, job: _Job, file: PersonFile, identity: Identity) -> datetime | None:
        if file.registration.status is Status.UNEMPLOYED:
            self.mas.note_unemployed(identity.number_kind, identity.number)
            _log.info("decision told", extra={"file": hidden(job.file_id)})
        return None

    def _note_silence(self, job: _Job) -> datetime | None:
        """Record the silence once its term is over; until then come back on the day after it."""
        act = acts.RecordEmployerAnswer(job.application, EmployerAnswer.SILENT)
        refused = self.hand.record(job.file_id, (act,))
        until = refused.facts.get("date") if isinstance(refused, Refused) else None
        if isinstance(until, date):
            return datetime.combine(until + timedelta(days=1), time(), AZ_ZONE)
        return None

    def _later(self, job: _Job) -> datetime:
        return self.clock() + timedelta(seconds=min(2 ** min(job.attempts, 10), _LONGEST_PAUSE))

    def _note(self, job: _Job, again: datetime | None) -> None:
        with self.database.writing() as connection:
            if again is None:
                connection.execute(delete(duties).where(*job.mine))
            else:
                connection.execute(update(duties).where(*job.mine).values(due_at=instant_text(again)))
