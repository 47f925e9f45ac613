"""What people are told, by e-cabinet and by mobile message, and what became of it (SEED 23.5; design 3).

Noted in the transaction that made it owed, told once among any number of processes, and recorded in the file. MAS
sends by default; our own gateway sends only what MAS does not.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, select, update

from central_api.background import Stopped, never
from central_api.database import insert_missing
from central_api.mas import Delivery, Mas, Message, Outcome
from central_api.message_gateway import Gateway, Outgoing
from central_api.message_list import MessageState
from central_api.owed_tables import messages
from central_api.registers import RegisterUnreachable
from central_api.request_log import hidden
from dost_desktop.domain import acts
from dost_desktop.domain.dates import instant_text, legal_date, short
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    EmployerAnswer,
    MessageChannel,
    MessageSender,
)

if TYPE_CHECKING:
    from central_api.central_hand import CentralHand
    from central_api.clock import Clock
    from central_api.database import Database
    from central_api.laws import Laws
    from central_api.message_texts import MessageTexts
    from central_api.settings import Settings

_LONGEST_PAUSE: Final = 30  # seconds, while nobody answers
_TRY_AGAIN_AFTER: Final = timedelta(minutes=5)  # doubled with every failure
_log = logging.getLogger(__name__)

_ACCEPTED: Final = {
    ApplicationKind.JOBSEEKER: "jobseeker.registered",
    ApplicationKind.REMOVAL: "registration.removed",
    ApplicationKind.RESUMPTION: "registration.resumed",
    ApplicationKind.CANCELLATION: "registration.cancelled",
}
_EMPLOYER: Final = {
    EmployerAnswer.HIRED: "employer.hired",
    EmployerAnswer.NOT_HIRED: "employer.not_hired",
    EmployerAnswer.SILENT: "employer.silent",
}


def plan_messages(
    connection: Connection, state: PersonFile, run: Sequence[ChainedEvent], now: datetime
) -> bool:
    """Note whom ``run`` gives something to tell; whether it gives any."""
    is_told = False
    for each in run:
        told = _told(each, state)
        if told is None:
            continue
        is_told = True
        application, name = told
        rows = (
            {
                "occasion": str(each.event.content.id),
                "channel": channel.value,
                "application": str(application.id),
                "file_id": str(state.id),
                "message": name,
                "state": MessageState.WAITING.value,
                "tries": 0,
                "attempts": 0,
                "due_at": instant_text(now),
            }
            for channel in MessageChannel
        )
        insert_missing(connection, messages, *rows)
    return is_told


def _told(chained: ChainedEvent, state: PersonFile) -> tuple[Application, str] | None:
    """Which application's person is told of this event, and by which message of letters 9."""
    if chained.event.data is None or chained.event.content.kind not in _TELLING:
        return None
    act = chained.event.act()
    if not isinstance(act, _TELLING_ACTS):
        return None
    application = state.application(act.application)
    if application is None:
        return None
    match act:
        case acts.AcceptByMas():
            name = _ACCEPTED.get(application.kind, "")
        case acts.RecordEmployerAnswer():
            name = _EMPLOYER[act.answer]
        case acts.IssueReferral():
            name = "referral.issued"
        case acts.ConfirmDecision():
            name = "unemployed.registered"
        case acts.ReturnDecision():
            name = "back_office.returned"
        case acts.Withdraw():
            name = "application.withdrawn"
    return (application, name) if name else None


_TELLING_ACTS: Final = (
    acts.AcceptByMas,
    acts.RecordEmployerAnswer,
    acts.IssueReferral,
    acts.ConfirmDecision,
    acts.ReturnDecision,
    acts.Withdraw,
)
_TELLING: Final = frozenset(each.kind for each in _TELLING_ACTS)


@dataclass(frozen=True, slots=True)
class _Job:
    occasion: UUID
    application: UUID
    file_id: UUID
    name: str
    channel: MessageChannel
    tries: int
    attempts: int
    held_until: str

    @property
    def mine(self) -> tuple[ColumnElement[bool], ...]:
        """The row, as long as nobody else took it."""
        return (
            messages.c.occasion == str(self.occasion),
            messages.c.channel == self.channel.value,
            messages.c.due_at == self.held_until,
        )


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What is told of: the application and the day as they were then."""

    application: Application
    at: datetime

    @property
    def is_accepted(self) -> bool:
        """Whether MAS accepted the form."""
        return self.application.state is ApplicationState.DONE

    @property
    def values(self) -> Mapping[str, str]:
        """What a message may name."""
        referral, form = self.application.referral, self.application.form_data
        offered = {each.id: each for each in self.application.offers}
        offer = offered.get(referral.offer) if referral else None
        is_removal = self.application.kind is ApplicationKind.REMOVAL
        starts_on = form.starts_on if form and is_removal and self.is_accepted else None
        return {
            "date": short(starts_on or legal_date(self.at)),
            "app_no": self.application.number,
            "referral_no": referral.number if referral else "",
            "removed_until": short(form.ends_on) if form and form.ends_on else "",
            "employer_name": offer.employer if offer else "",
            "employer_address": offer.address if offer else "",
        }


class Messages:
    """Tells people, at once and again with growing pauses; one process at a time each."""

    def __init__(
        self,
        database: Database,
        mas: Mas,
        gateway: Gateway,
        texts: MessageTexts,
        hand: CentralHand,
        laws: Laws,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self.database, self.mas, self.gateway, self.texts = database, mas, gateway, texts
        self.hand, self.laws, self.settings, self.clock = hand, laws, settings, clock

    def work_off(self, stopped: Stopped = never) -> int:
        """Tell everything that is due; how much of it was delivered now."""
        done = 0
        while not stopped() and (jobs := self._claim()):
            try:
                done += self._tell(jobs)
            except Exception:
                for job in jobs:  # looked at again soon, not only when the hold ends
                    self._again(job, self.clock() + timedelta(seconds=_LONGEST_PAUSE))
                raise
        return done

    def _claim(self) -> tuple[_Job, ...]:
        """What is due of one occasion: both channels together, so that the file gets them in one run."""
        now, table = self.clock(), messages.c
        due = select(messages).where(
            table.state == MessageState.WAITING.value, table.due_at <= instant_text(now)
        )
        with self.database.reading() as connection:
            first = connection.execute(due.order_by(table.due_at, table.occasion).limit(1)).one_or_none()
        if first is None:
            return ()
        held_until = instant_text(now + self.settings.held_for)
        with self.database.writing() as connection:
            mine = due.where(table.occasion == first.occasion).with_for_update()
            rows = connection.execute(mine.order_by(table.channel)).all()
            held = update(messages).where(
                table.occasion == first.occasion, table.channel.in_([row.channel for row in rows])
            )
            connection.execute(held.values(due_at=held_until, attempts=table.attempts + 1))
        jobs = tuple(
            _Job(
                occasion=UUID(row.occasion),
                application=UUID(row.application),
                file_id=UUID(row.file_id),
                name=row.message,
                channel=MessageChannel(row.channel),
                tries=row.tries,
                attempts=row.attempts,
                held_until=held_until,
            )
            for row in rows
        )
        return jobs or self._claim()  # somebody was quicker

    def _tell(self, jobs: Sequence[_Job]) -> int:
        held = self.hand.whole(jobs[0].file_id)
        occasion = _occasion_of(held.events, jobs[0])
        if occasion is None:  # erased, or another person's after all
            for job in jobs:
                self._end(job)
            return 0
        said: dict[_Job, acts.RecordDelivery] = {}
        for job in jobs:
            answer = self._said(job, held.state, occasion)
            if isinstance(answer, datetime):
                self._again(job, answer)
            else:
                said[job] = answer
        return self._record(held.state, said) if said else 0

    def _said(self, job: _Job, file: PersonFile, occasion: _Occasion) -> acts.RecordDelivery | datetime:
        """What became of the message, or when to look again."""
        try:
            delivery = self._by_mas(job, file, occasion)
            sender = MessageSender.MAS
            if delivery.outcome is Outcome.NOT_SENT:
                if job.channel is MessageChannel.MOBILE and (later := self._next_hours()):
                    return later
                delivery, sender = self._by_ourselves(job, file, occasion), MessageSender.OWN_GATEWAY
        except RegisterUnreachable:
            pause = min(2 ** min(job.attempts, 10), _LONGEST_PAUSE)
            return self.clock() + timedelta(seconds=pause)
        return acts.RecordDelivery(
            application=job.application,
            message=job.name,
            channel=job.channel,
            sender=sender,
            delivered=delivery.outcome is Outcome.DELIVERED,
            at=delivery.at,
        )

    def _by_mas(self, job: _Job, file: PersonFile, occasion: _Occasion) -> Delivery:
        if {job.name, f"{job.name}:{job.channel}"} & self.settings.own_messages or file.identity is None:
            return Delivery(Outcome.NOT_SENT, occasion.at)
        identity = file.identity
        asked = Message(job.occasion, job.name, job.channel, identity.number_kind, identity.number, job.tries)
        try:
            return self.mas.tell(asked)
        except InvalidValue:  # the papers said a number that MAS cannot know
            return Delivery(Outcome.NOT_SENT, occasion.at)

    def _by_ourselves(self, job: _Job, file: PersonFile, occasion: _Occasion) -> Delivery:
        is_sms = job.channel is MessageChannel.MOBILE
        address = file.phone if is_sms else file.identity.number if file.identity else ""
        if not address:  # nowhere to send it to
            return Delivery(Outcome.FAILED, occasion.at)
        if is_sms:
            title, text = "", self.texts.sms(job.name, occasion.values, plain=self.settings.sms_plain)
        else:
            title, text = self.texts.cabinet(job.name, occasion.values)
        key = f"{job.occasion}:{job.channel}:{job.tries}"
        return self.gateway.send(Outgoing(key, job.channel, address, title, text))

    def _next_hours(self) -> datetime | None:
        """When an SMS may go; None: now (letters 9.1)."""
        hours, now = self.settings.sms_hours, self.clock()
        return hours.next_after(now, self.laws.current(legal_date(now)).calendar) if hours else None

    def _record(self, file: PersonFile, said: Mapping[_Job, acts.RecordDelivery]) -> int:
        """Record what is not in the file yet: whoever died before this line has told nobody twice."""
        application = next(iter(said)).application
        fresh = [each for each in said.values() if not _is_recorded(file, each)]
        if fresh:
            refused = self.hand.record(
                file.id, fresh, still=lambda now: not any(_is_recorded(now, each) for each in fresh)
            )
            if refused is not None and refused.reason == "act.not_now":  # somebody was quicker
                for job in said:
                    self._again(job, self.clock() + timedelta(seconds=1))
                return 0
            if refused is not None:
                facts = {"file": hidden(file.id), "application": str(application), "reason": refused.reason}
                _log.info("delivery not recorded", extra=facts)
        for job, act in said.items():
            if act.delivered:
                self._end(job)
            else:
                self._failed(job)
        return sum(act.delivered for act in said.values())

    def _failed(self, job: _Job) -> None:
        tries = job.tries + 1
        is_over = tries >= self.settings.message_tries
        _log.info(
            "message not delivered",
            extra={
                "file": hidden(job.file_id),
                "letter": job.name,
                "channel": job.channel.value,
                "tries": tries,
            },
        )
        due = self.clock() + _TRY_AGAIN_AFTER * 2 ** min(job.tries, 10)
        state = MessageState.GIVEN_UP if is_over else MessageState.WAITING
        changed = {"state": state.value, "tries": tries, "attempts": 0, "due_at": instant_text(due)}
        with self.database.writing() as connection:
            connection.execute(update(messages).where(*job.mine).values(**changed))

    def _again(self, job: _Job, at: datetime) -> None:
        with self.database.writing() as connection:
            connection.execute(update(messages).where(*job.mine).values(due_at=instant_text(at)))

    def _end(self, job: _Job) -> None:
        with self.database.writing() as connection:
            connection.execute(delete(messages).where(*job.mine))


def _occasion_of(events: Sequence[ChainedEvent], job: _Job) -> _Occasion | None:
    """The event that is told of, with the application as it was then."""
    for place, each in enumerate(events, 1):
        if each.event.content.id == job.occasion and each.event.data is not None:
            then = fold_all(job.file_id, events[:place]).application(job.application)
            return None if then is None else _Occasion(then, each.event.content.at)
    return None


def _is_recorded(file: PersonFile, act: acts.RecordDelivery) -> bool:
    application = file.application(act.application)
    return application is not None and act in application.messages
