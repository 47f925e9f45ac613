"""What the central system owes an application: a form in MAS, a decision told to it, a silence noted.

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

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    delete,
    insert,
    literal,
    or_,
    select,
    update,
)

from central_api.background import Stopped, never
from central_api.database import insert_missing
from central_api.mas import Confirmed, End, Form, FormAnswer, Mas, Undecided
from central_api.owed_tables import duties
from central_api.prepared import Prepared
from central_api.registers import RegisterUnreachable
from central_api.request_log import hidden
from central_api.settings import HELD_FOR
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
    from central_api.ledger import HeldFile
    from central_api.lookups import Lookups

_LONGEST_PAUSE: Final = 30  # seconds, while MAS is away
_LONGEST_LOOK: Final = 60  # seconds, while the person has not confirmed
_log = logging.getLogger(__name__)


class Duty(StrEnum):
    """What is owed; the values stand in the database."""

    FORM = "form"  # hand it to MAS; once the person confirmed it, record what MAS says (SEED 23.4-5, 23.7)
    TAKE_BACK = "take_back"  # the application was withdrawn: its form must not be judged any more
    DECISION = "decision"  # tell MAS that the back office confirmed (SEED 23.6)
    ENDED = "ended"  # tell MAS what the office ended by itself (D20); its row bears the event's id
    EMPLOYER = "employer"  # an answer to the referral, or the silence of its term (facts 2.5, 2.8)


_BY_STATE: Final = {
    ApplicationState.WAITING_MAS: Duty.FORM,
    ApplicationState.WAITING_EMPLOYER: Duty.EMPLOYER,
}
_FORGET_BY_STATE: Final = Prepared(
    delete(duties).where(
        duties.c.file_id == bindparam("file"),
        or_(*(duties.c.duty == literal(duty.value) for duty in _BY_STATE.values())),
    )
)
_TELLS_MAS: Final = {
    acts.ConfirmDecision.kind: Duty.DECISION,
    acts.Withdraw.kind: Duty.TAKE_BACK,
    acts.RecordInWrongFile.kind: Duty.TAKE_BACK,
}
_STOPPED: Final = frozenset({ApplicationState.WITHDRAWN, ApplicationState.MISFILED})
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
        acts.EndByOffice,
    )
)


def plan_duties(
    connection: Connection, state: PersonFile, run: Sequence[ChainedEvent], now: datetime
) -> bool:
    """Note what the file's applications are owed after ``run``; whether that may be something new."""
    if not any(each.event.content.kind in _MOVES_THEM for each in run):
        return False
    _FORGET_BY_STATE(connection, file=str(state.id))
    owed = [
        _row(state.id, each.id, duty, now)
        for each in state.applications
        if (duty := _BY_STATE.get(each.state)) is not None
    ]
    insert_missing(connection, duties, *owed)  # one of another file would stand there only by forgery
    ended = [each for each in run if each.event.content.kind == acts.EndByOffice.kind]
    for each in ended:
        connection.execute(insert(duties).values(_row(state.id, each.event.content.id, Duty.ENDED, now)))
    for each in run:
        told = _TELLS_MAS.get(each.event.content.kind)
        act = each.event.act() if told and each.event.data is not None else None
        if isinstance(act, acts.ConfirmDecision | acts.Withdraw | acts.RecordInWrongFile):
            found = state.application(act.application) if act.application else None
            if found is not None and told and _owes(found, told):
                row = _row(state.id, found.id, told, now)
                known = duties.c.application == row["application"], duties.c.duty == told.value
                connection.execute(delete(duties).where(*known))  # who works on it now ends an older one
                connection.execute(insert(duties).values(row))
    return True


def _owes(application: Application, duty: Duty) -> bool:
    return duty is not Duty.TAKE_BACK or (application.form_data is not None and application.state in _STOPPED)


def _row(file: UUID, about: UUID, duty: Duty, now: datetime) -> dict[str, object]:
    return {
        "application": str(about),
        "duty": duty.value,
        "file_id": str(file),
        "due_at": instant_text(now),
        "attempts": 0,
    }


def _submissions(events: Sequence[ChainedEvent], application: UUID) -> list[UUID]:
    """The events by which the application's form went to MAS, oldest first."""
    return [
        each.event.content.id
        for each in events
        if each.event.content.kind == acts.SubmitForm.kind
        and each.event.data is not None
        and each.event.data["application"] == str(application)
    ]


def _decided(events: Sequence[ChainedEvent], application: UUID) -> UUID | None:
    """The event by which the back office last confirmed for this application."""
    confirmed = (
        each.event.content.id
        for each in reversed(events)
        if each.event.content.kind == acts.ConfirmDecision.kind
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
        self,
        database: Database,
        mas: Mas,
        lookups: Lookups,
        hand: CentralHand,
        clock: Clock,
        held_for: timedelta = HELD_FOR,
    ) -> None:
        self.database, self.mas, self.lookups = database, mas, lookups
        self.hand, self.clock, self.held_for = hand, clock, held_for

    def work_off(self, stopped: Stopped = never) -> int:
        """Do everything that is due; how much of it is done now."""
        done = 0
        while not stopped() and (job := self._claim()):
            try:
                again = self._do(job)
            except Exception:
                self._note(job, self._later(job))  # looked at again soon, not only when the hold ends
                raise
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
        held_until = instant_text(now + self.held_for)
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
        file, submissions = held.state, _submissions(held.events, job.application)
        application, identity = file.application(job.application), file.identity
        try:
            if job.duty is Duty.ENDED and identity is not None:
                return self._tell_end(held, job, identity)
            if application is None or identity is None:
                return None
            match job.duty:
                case Duty.FORM:
                    return self._hand_in(job, file, application, identity, submissions)
                case Duty.TAKE_BACK:
                    return self._take_back(job, application, identity, submissions)
                case Duty.DECISION:
                    return self._tell(job, held, application, identity)
                case Duty.EMPLOYER:
                    return self._note_silence(job)
                case Duty.ENDED:
                    return None  # of somebody who was never identified
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
        submissions: Sequence[UUID],
    ) -> datetime | None:
        said, waits = application.form_data, application.state is ApplicationState.WAITING_MAS
        if not waits or said is None or not submissions:
            return None
        form = Form(
            submission=submissions[-1],
            application=application.id,
            application_no=application.number,
            kind=application.kind,
            number_kind=identity.number_kind,
            number=identity.number,
            centre=application.centre,
            ground=said.ground,
            starts_on=said.starts_on,
            ends_on=said.ends_on,
            evidence=said.evidence,
            confirmed_by=said.confirmed_by,
        )
        answer = self.mas.submit(form)
        if answer is Undecided.UNCONFIRMED:
            return self.clock() + timedelta(seconds=min(1 + job.attempts // 10, _LONGEST_LOOK))
        if answer is Undecided.TAKEN_BACK:
            return None
        run = self._answered(file, application, identity, answer)
        refused = self.hand.record(job.file_id, run, still=lambda now: now.head == file.head)
        if refused is not None:  # the file moved on meanwhile; MAS says the same when it is asked again
            return self.clock() + timedelta(seconds=1)
        return None

    def _answered(
        self, file: PersonFile, application: Application, identity: Identity, answer: FormAnswer
    ) -> tuple[acts.Act, ...]:
        confirmed = acts.ConfirmForm(application.id, answer.confirmed_at)
        if not answer.accepted:
            return confirmed, acts.NotAcceptByMas(application.id, answer.reason)
        accepted = acts.AcceptByMas(application.id, answer.registration_number, answer.at)
        if file.registration.status is not Status.UNKNOWN:
            return confirmed, accepted
        status = self.lookups.ask(  # nobody had asked MAS before: from which status it went is not known here
            Register.STATUS, identity.number_kind, identity.number, application.number
        )
        return confirmed, accepted, acts.ReadStatus(status)

    def _take_back(
        self, job: _Job, application: Application, identity: Identity, submissions: Sequence[UUID]
    ) -> datetime | None:
        """MAS judges a withdrawn form no more; where it had accepted it, the file hears how the person stands now."""
        stands = application.state is ApplicationState.WAITING_MAS  # opened again, with a form of its own
        stopped = submissions[:-1] if stands else submissions
        answers = [self.mas.take_back(each) for each in stopped]
        if not any(each is not None and each.accepted for each in answers):
            return None
        status = self.lookups.ask(Register.STATUS, identity.number_kind, identity.number, application.number)
        refused = self.hand.record(job.file_id, (acts.ReadStatus(status),))
        facts = {"file": hidden(job.file_id), "recorded": refused is None}
        _log.warning("form accepted before it was taken back", extra=facts)
        return None

    def _tell(
        self, job: _Job, held: HeldFile, application: Application, identity: Identity
    ) -> datetime | None:
        """MAS hears of the decision; where it was asked before it had heard, the file hears how the person stands."""
        status, occasion = held.state.registration.status, _decided(held.events, application.id)
        stands = application.state is ApplicationState.DONE and application.belongs_to is None
        if not stands or occasion is None or status not in {Status.UNEMPLOYED, Status.JOBSEEKER}:
            return None
        self.mas.note_unemployed(Confirmed(occasion, identity.number_kind, identity.number))
        if status is Status.JOBSEEKER:
            self._hear(job, identity, application.number)
        _log.info("decision told", extra={"file": hidden(job.file_id)})
        return None

    def _hear(self, job: _Job, identity: Identity, purpose: str) -> None:
        """The file hears how the person stands, now that MAS was told."""
        said = self.lookups.ask(Register.STATUS, identity.number_kind, identity.number, purpose)
        self.hand.record(job.file_id, (acts.ReadStatus(said),))

    def _tell_end(self, held: HeldFile, job: _Job, identity: Identity) -> datetime | None:
        """MAS hears of the end that this very event recorded; so does the file, if MAS was asked in between."""
        told = (each.event for each in held.events if each.event.content.id == job.application)
        for act in (each.act() for each in told if each.data is not None):
            if isinstance(act, acts.EndByOffice):
                end = End(
                    occasion=job.application,
                    number_kind=identity.number_kind,
                    number=identity.number,
                    target=act.target,
                    ground=act.ground,
                    starts_on=act.starts_on,
                    ends_on=act.ends_on,
                )
                self.mas.note_end(end)
                if held.state.registration.status is not act.target:
                    self._hear(job, identity, Duty.ENDED.value)
                _log.info("end told", extra={"file": hidden(job.file_id)})
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
