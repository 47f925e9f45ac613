"""MAS simulated: it takes forms, keeps each person's registration, and says the same when it is asked again.

Its answers stand among the simulated rows under the id of what was asked, written in one transaction with what
they change; so nothing happens twice, however many processes ask.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from central_api.clock import Clock
from central_api.database import Database
from central_api.laws import Laws
from central_api.leases import Leases
from central_api.lookups import normalised
from central_api.mas import Form, FormAnswer, Placed
from central_api.registers import RegisterUnreachable, not_registered
from central_api.tables import simulated_rows
from dost_desktop.domain.attestation import Register, Series
from dost_desktop.domain.dates import instant, instant_text, legal_date, months_later
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.lifecycle import OPENABLE
from dost_desktop.domain.vocabulary import ApplicationKind, Status

REFUSALS: Final = "mas_form_refusals"  # each row stops one form of that person and kind
WRONG_STATUS: Final = "Şəxsin MAS-dakı statusu bu müraciətə imkan vermir."
BARRED: Final = "Yenidən müraciət etmək üçün müddət başa çatmayıb: {until}."
_Row = dict[str, Any]


class SimulatedMas:
    """A file ``outage/mas_form`` or ``outage/mas_no_suitable_work`` in the data folder switches that part off."""

    def __init__(self, database: Database, laws: Laws, leases: Leases, outages: Path, clock: Clock) -> None:
        self.database, self.laws, self.leases = database, laws, leases
        self.outages, self.clock = outages, clock

    def submit(self, form: Form) -> FormAnswer:
        """What becomes of the form; accepted, the person's registration has changed (SEED 23.5, 23.7)."""
        said = self._once(Register.FORM, form.submission, lambda connection: self._judge(connection, form))
        return FormAnswer(said["accepted"], instant(said["at"]), said["registration_number"], said["reason"])

    def place_no_work(self, application: UUID) -> Placed:
        """The reference under which “no suitable work” is placed for this application (SEED 23.6)."""

        def place(_connection: Connection) -> _Row:
            now = self.clock()
            reference = f"MI-{legal_date(now).year}-{application.hex[-8:].upper()}"
            return {"reference": reference, "at": instant_text(now)}

        said = self._once(Register.NO_SUITABLE_WORK, application, place)
        return Placed(said["reference"], instant(said["at"]))

    def note_unemployed(self, number_kind: NumberKind, number: str) -> None:
        """The back office confirmed: a jobseeker is unemployed from now on (SEED 11, 23.6)."""
        self._reach(Register.FORM)
        person = normalised(number_kind, number)

        def note(connection: Connection) -> None:
            known = _status(connection, person)
            if known["status"] == Status.JOBSEEKER:
                since = legal_date(self.clock()).isoformat()
                _keep_status(connection, person, known | {"status": Status.UNEMPLOYED.value, "since": since})

        self.database.write(note)

    def _reach(self, part: Register) -> None:
        if (self.outages / part.value).exists():
            raise RegisterUnreachable(part.value)

    def _once(self, part: Register, asked: UUID, answer: Callable[[Connection], _Row]) -> _Row:
        self._reach(part)

        def work(connection: Connection) -> _Row:
            known = _row(connection, part.value, str(asked))
            if known is not None:
                return known
            said = answer(connection)
            _insert(connection, part.value, str(asked), said)
            return said

        return self.database.write(work)  # somebody quicker with the same id: once more, and theirs is found

    def _judge(self, connection: Connection, form: Form) -> _Row:
        now = self.clock()
        person = normalised(form.number_kind, form.number)
        known = _status(connection, person)
        reason = _listed_refusal(connection, person, form.kind) or _why_not(form.kind, known, legal_date(now))
        if not reason:
            known = self._registered(connection, form, known, now)
            _keep_status(connection, person, known)
        return {
            "accepted": not reason,
            "at": instant_text(now),
            "registration_number": "" if reason else known["registration_number"],
            "reason": reason,
        }

    def _registered(self, connection: Connection, form: Form, known: _Row, now: datetime) -> _Row:
        """The registration after an accepted form."""
        today = legal_date(now)
        after: _Row = {
            "since": today.isoformat(),
            "registration_number": known["registration_number"],
            "bars": [],
        }
        match form.kind:
            case ApplicationKind.REMOVAL:
                ends_on = form.ends_on.isoformat() if form.ends_on else ""
                standing = {"before_removal": known["status"], "ends_on": ends_on}
                return after | {"status": Status.TEMPORARILY_REMOVED.value} | standing
            case ApplicationKind.RESUMPTION:
                return after | {"status": known.get("before_removal") or Status.JOBSEEKER.value}
            case ApplicationKind.CANCELLATION:
                return after | {"status": Status.CANCELLED.value, "bars": self._bars(form.ground, today)}
            case _:
                number = self.leases.take(connection, form.centre, Series.REGISTRATION)
                return after | {"status": Status.JOBSEEKER.value, "registration_number": number}

    def _bars(self, ground: str, today: date) -> list[str]:
        rule = self.laws.current(today).endings.get(ground)
        if rule is None or not rule.bar_months:
            return []
        return [bar_text(ground, months_later(today, rule.bar_months))]


def bar_text(ground: str, until: date) -> str:
    """How a bar stands in MAS's answer: the ground, and the first day on which the person may apply again."""
    return f"{ground}:{until.isoformat()}"


def _why_not(kind: ApplicationKind, known: Mapping[str, Any], today: date) -> str:
    if Status(known["status"]) not in OPENABLE[kind] - {Status.UNKNOWN}:
        return WRONG_STATUS
    bars = [date.fromisoformat(each.rpartition(":")[2]) for each in known.get("bars", [])]
    until = max(bars, default=today)
    is_barred = kind is ApplicationKind.JOBSEEKER and today < until
    return BARRED.format(until=f"{until:%d.%m.%Y}") if is_barred else ""


def _listed_refusal(connection: Connection, person: str, kind: ApplicationKind) -> str:
    """The next reason from the list of refusals, used up by this form."""
    listed = simulated_rows.c.register == REFUSALS, simulated_rows.c.number == person
    chosen = select(simulated_rows.c.place, simulated_rows.c.row).where(*listed)
    for place, text in connection.execute(chosen.order_by(simulated_rows.c.place)).all():
        row = json.loads(text)
        if row["application_kind"] == kind.value:
            connection.execute(delete(simulated_rows).where(*listed, simulated_rows.c.place == place))
            return str(row["reason"])
    return ""


def _status(connection: Connection, person: str) -> _Row:
    return _row(connection, Register.STATUS.value, person) or not_registered()


def _keep_status(connection: Connection, person: str, row: _Row) -> None:
    mine = simulated_rows.c.register == Register.STATUS.value, simulated_rows.c.number == person
    text = json.dumps(row, ensure_ascii=False)
    kept = connection.execute(
        update(simulated_rows).where(*mine, simulated_rows.c.place == 1).values(row=text)
    )
    if not kept.rowcount:
        _insert(connection, Register.STATUS.value, person, row)


def _row(connection: Connection, register: str, number: str) -> _Row | None:
    chosen = select(simulated_rows.c.row).where(
        simulated_rows.c.register == register, simulated_rows.c.number == number, simulated_rows.c.place == 1
    )
    text = connection.execute(chosen).scalar_one_or_none()
    found: _Row | None = None if text is None else json.loads(text)
    return found


def _insert(connection: Connection, register: str, number: str, row: _Row) -> None:
    text = json.dumps(row, ensure_ascii=False)
    new = {"register": register, "number": number, "place": 1, "row": text}
    connection.execute(insert(simulated_rows).values(new))
