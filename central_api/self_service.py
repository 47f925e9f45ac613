"""Applications that people made themselves in e-sosial: each is recorded once in its file, and goes on at any desk.

MAS hands them over (SEED 6, 7; design 3). What cannot be recorded yet waits here with its reason; nothing is lost.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import Connection, select, update

from central_api.background import Stopped, never
from central_api.central_hand import CentralHand
from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.leases import Leases
from central_api.lookups import Lookups
from central_api.registers import RegisterUnreachable
from central_api.settings import HELD_FOR
from central_api.tables import centres, self_service
from dost_desktop.domain import acts
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation, Register, Series
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    Source,
)

ONLINE: Final = "online"  # the place of such an application (SEED 20)
WAITING: Final = "waiting"
OPENED: Final = "opened"
_APPLICATIONS: Final = UUID("6f7e0d7c-2f0a-4f4e-9a53-0504050007e5")  # the name space of their ids
_SILENCE: Final = "register.unreachable"
_PAUSES: Final = {_SILENCE: (1, 30)}  # seconds: the first pause, which doubles, and the longest
_OTHER_PAUSES: Final = (60, 3600)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ElectronicApplication:
    """One application as MAS hands it over; ``submitted_at`` as an instant travels, ``phone`` may be empty."""

    mas_number: str
    number_kind: NumberKind
    number: str = field(repr=False)
    phone: str = field(repr=False)
    application_kind: ApplicationKind
    centre: str
    submitted_at: str

    @property
    def application(self) -> UUID:
        """Its id in the file: the same however often, and after whatever loss, MAS hands it over."""
        return application_of(self.mas_number)


def application_of(mas_number: str) -> UUID:
    """The id in its file of the application that MAS has under this number (docs/formats.md 5)."""
    return uuid5(_APPLICATIONS, mas_number)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one application stands: ``opened``, or ``waiting`` with the reason."""

    mas_number: str
    centre: str
    application_kind: str
    submitted_at: str
    application_no: str
    state: str
    reason: str


def receive(database: Database, applications: Iterable[ElectronicApplication]) -> None:
    """Take applications over from MAS; one that was here already changes nothing."""
    with database.writing() as connection:
        keep_received(connection, applications)


def keep_received(connection: Connection, applications: Iterable[ElectronicApplication]) -> None:
    """The same within a transaction."""
    rows = [
        {
            "mas_number": each.mas_number,
            "number_kind": each.number_kind.value,
            "number": each.number,
            "phone": each.phone,
            "application_kind": each.application_kind.value,
            "centre": each.centre,
            "submitted_at": each.submitted_at,
            "application_no": "",
            "state": WAITING,
            "reason": "",
            "due_at": each.submitted_at,
            "attempts": 0,
        }
        for each in applications
    ]
    insert_missing(connection, self_service, *rows)


@dataclass(frozen=True, slots=True)
class _Job:
    wish: ElectronicApplication
    application_no: str
    attempts: int


class SelfService:
    """Opens what was received, at once and again with growing pauses; one process at a time each."""

    def __init__(
        self,
        database: Database,
        lookups: Lookups,
        leases: Leases,
        hand: CentralHand,
        clock: Clock,
        held_for: timedelta = HELD_FOR,
    ) -> None:
        self.database, self.lookups, self.leases = database, lookups, leases
        self.hand, self.clock, self.held_for = hand, clock, held_for

    def standing(self) -> tuple[Standing, ...]:
        """Every application, the newest first."""
        chosen = select(*(self_service.c[each.name] for each in fields(Standing)))
        with self.database.reading() as connection:
            rows = connection.execute(chosen.order_by(self_service.c.submitted_at.desc()))
            return tuple(Standing(*row) for row in rows)

    def work_off(self, stopped: Stopped = never) -> int:
        """Open every application that is due; how many are open now."""
        opened = 0
        while not stopped() and (job := self._claim()):
            reason = self._open(job)
            opened += not reason
            self._note(job, reason)
        return opened

    def _claim(self) -> _Job | None:
        now, table = self.clock(), self_service.c
        due = select(self_service).where(table.state == WAITING, table.due_at <= instant_text(now))
        with self.database.reading() as connection:
            row = connection.execute(due.order_by(table.due_at).limit(1)).one_or_none()
        if row is None:
            return None
        mine = update(self_service).where(
            table.mas_number == row.mas_number, table.due_at == row.due_at, table.state == WAITING
        )
        held_until = instant_text(now + self.held_for)
        with self.database.writing() as connection:
            held = connection.execute(mine.values(due_at=held_until, attempts=row.attempts + 1))
        if not held.rowcount:
            return self._claim()
        wish = ElectronicApplication(
            mas_number=row.mas_number,
            number_kind=NumberKind(row.number_kind),
            number=row.number,
            phone=row.phone,
            application_kind=ApplicationKind(row.application_kind),
            centre=row.centre,
            submitted_at=row.submitted_at,
        )
        return _Job(wish, row.application_no, row.attempts)

    def _open(self, job: _Job) -> str:
        """Record it; empty when it is in its file now, else the reason why not."""
        wish = job.wish
        if not self._has_centre(wish.centre):
            return "centre.unknown"
        try:
            person, status = self._asked(wish, Register.PERSON), self._asked(wish, Register.STATUS)
        except RegisterUnreachable:
            return _SILENCE
        if not is_readable(Register.PERSON, person.answer):
            return "register.contradicts"
        identity = identity_of(person.answer, wish.number_kind, wish.number)
        if identity is None:
            return "person.unknown"
        run: list[acts.Act] = [acts.IdentifyPerson(identity, Source.REGISTER, person)]
        if is_readable(Register.STATUS, status.answer):
            run.append(acts.ReadStatus(status))
        file = self.hand.read(person.file_id)
        if wish.phone and wish.phone != file.phone:
            run.append(acts.RecordContact(wish.phone, file.email, file.address))
        run.append(_opening(wish, job.application_no or self._take_number(wish)))
        refused = self.hand.record(
            person.file_id, run, wish.centre, still=lambda now: not _is_open(wish, now)
        )
        if refused is None or _is_open(wish, self.hand.read(person.file_id)):
            return ""
        return refused.reason

    def _asked(self, wish: ElectronicApplication, register: Register) -> Attestation:
        return self.lookups.ask(register, wish.number_kind, wish.number, wish.application_kind.value)

    def _has_centre(self, centre: str) -> bool:
        with self.database.reading() as connection:
            found = connection.execute(select(centres.c.code).where(centres.c.code == centre))
            return found.one_or_none() is not None

    def _take_number(self, wish: ElectronicApplication) -> str:
        """The next number of the centre, kept for this application alone."""

        def work(connection: Connection) -> str:
            number = self.leases.take(connection, wish.centre, Series.APPLICATION)
            mine = update(self_service).where(self_service.c.mas_number == wish.mas_number)
            connection.execute(mine.values(application_no=number))
            return number

        return self.database.write(work)

    def _note(self, job: _Job, reason: str) -> None:
        mine = update(self_service).where(self_service.c.mas_number == job.wish.mas_number)
        if reason:
            first, longest = _PAUSES.get(reason, _OTHER_PAUSES)
            pause = min(first * 2 ** min(job.attempts, 20), longest)
            due = instant_text(self.clock() + timedelta(seconds=pause))
            noted = mine.values(due_at=due, reason=reason)
            _log.info("electronic application waits", extra={"reason": reason})
        else:
            noted = mine.values(state=OPENED, reason="", number="", phone="")
        with self.database.writing() as connection:
            connection.execute(noted)


def _is_open(wish: ElectronicApplication, file: PersonFile) -> bool:
    return file.application(wish.application) is not None


def _opening(wish: ElectronicApplication, number: str) -> acts.OpenApplication:
    return acts.OpenApplication(
        application=wish.application,
        number=number,
        application_kind=wish.application_kind,
        form=FormOfApplication.SELF_SERVICE,
        channel=Channel.ELECTRONIC,
        answer_form=FormOfAnswer.SELF_SERVICE,
        centre=wish.centre,
        place=ONLINE,
    )
