"""MAS simulated: it takes forms, keeps each person's registration, tells people, and says the same when asked again.

Its answers stand among the simulated rows under the id of what was asked, written in one transaction with what
they change; so nothing happens twice, however many processes ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection

from central_api.clock import Clock
from central_api.database import Database
from central_api.laws import Laws
from central_api.leases import Leases
from central_api.lookups import normalised
from central_api.mas import (
    Confirmed,
    Delivery,
    End,
    Form,
    FormAnswer,
    FormState,
    Message,
    NoWork,
    Outcome,
    Placed,
    Undecided,
)
from central_api.registers import RegisterUnreachable, not_registered
from central_api.simulated_table import Row, all_rows, drop_row, insert_row, keep_row, one_row, used_up
from dost_desktop.domain.attestation import Register, Series
from dost_desktop.domain.dates import instant, instant_text, legal_date, months_later
from dost_desktop.domain.ending import LEFT_EARLY
from dost_desktop.domain.lifecycle import OPENABLE
from dost_desktop.domain.vocabulary import ApplicationKind, Status

REFUSALS: Final = "mas_form_refusals"  # each row stops one form of that person and kind
UNDELIVERED: Final = "mas_undelivered"  # each row lets one message to that person fail, or MAS not send it
MESSAGES: Final = "mas_messages"
E_SOSIAL: Final = "e_sosial"  # where people confirm their forms
WRONG_STATUS: Final = "Şəxsin MAS-dakı statusu bu müraciətə imkan vermir."
BARRED: Final = "Yenidən müraciət etmək üçün müddət başa çatmayıb: {until}."
_FORM: Final = Register.FORM.value
_STATUS: Final = Register.STATUS.value
_UNCONFIRMED: Final = "mas_unconfirmed"  # forms that lie there, by submission
_ENDS: Final = "mas_ends"
_CAN_END: Final = frozenset({Status.JOBSEEKER, Status.UNEMPLOYED, Status.TEMPORARILY_REMOVED})
_TAKEN_BACK: Final[Row] = {"taken_back": True}


@dataclass(frozen=True, slots=True)
class WaitingForm:
    """A form that nobody confirmed yet."""

    application: str
    application_no: str
    confirmed_by: str  # the person, or the representative
    handed_in_at: str


class SimulatedMas:
    """A file ``outage/mas_form``, ``mas_no_suitable_work``, ``mas_messages`` or ``e_sosial`` switches that part off.

    ``confirms_after``: people confirm by themselves so long after a form came; None: only when they are told to.
    """

    def __init__(
        self,
        database: Database,
        laws: Laws,
        leases: Leases,
        outages: Path,
        clock: Clock,
        confirms_after: timedelta | None,
    ) -> None:
        self.database, self.laws, self.leases = database, laws, leases
        self.outages, self.clock, self.confirms_after = outages, clock, confirms_after

    def submit(self, form: Form) -> FormState:
        """What becomes of the form; accepted, the person's registration has changed (SEED 23.5, 23.7)."""
        self._reach(_FORM)
        normalised(form.number_kind, form.number)

        def hand_in(connection: Connection) -> FormState:
            said = one_row(connection, _FORM, str(form.submission))
            if said is None:
                confirmed_at = self._confirmed_at(connection, form)
                if confirmed_at is None:
                    return Undecided.UNCONFIRMED
                said = self._judge(connection, form) | {"confirmed_at": instant_text(confirmed_at)}
                insert_row(connection, _FORM, str(form.submission), said)
                drop_row(connection, _UNCONFIRMED, str(form.submission))
            return _form_state(said)

        return self.database.write(hand_in)  # somebody quicker: once more, and theirs is found

    def take_back(self, submission: UUID) -> FormAnswer | None:
        """From now on MAS never judges this form; the answer where it had judged it before."""
        self._reach(_FORM)

        def take(connection: Connection) -> FormState:
            said = one_row(connection, _FORM, str(submission))
            if said is None:
                insert_row(connection, _FORM, str(submission), _TAKEN_BACK)
                drop_row(connection, _UNCONFIRMED, str(submission))
            return _form_state(said or _TAKEN_BACK)

        said = self.database.write(take)
        return said if isinstance(said, FormAnswer) else None

    def confirm(self, application: str = "") -> int:
        """People confirm in e-sosial: this application's form, by id or number, or all that wait; how many.

        Raises RegisterUnreachable while e-sosial is away.
        """
        self._reach(E_SOSIAL)

        def confirmed(connection: Connection) -> int:
            waiting = {
                submission: row
                for submission, row in all_rows(connection, _UNCONFIRMED).items()
                if not row["confirmed_at"] and application in {"", row["application"], row["application_no"]}
            }
            for submission, row in waiting.items():
                now = {"confirmed_at": instant_text(self.clock())}
                keep_row(connection, _UNCONFIRMED, submission, row | now)
            return len(waiting)

        return self.database.write(confirmed)

    def unconfirmed(self) -> tuple[WaitingForm, ...]:
        """The forms that wait for the person, the oldest first."""
        with self.database.reading() as connection:
            rows = all_rows(connection, _UNCONFIRMED).values()
        waiting = (
            WaitingForm(row["application"], row["application_no"], row["confirmed_by"], row["handed_in_at"])
            for row in rows
            if not row["confirmed_at"]
        )
        return tuple(sorted(waiting, key=lambda each: each.handed_in_at))

    def place_no_work(self, wish: NoWork) -> Placed:
        """The reference under which “no suitable work” is placed for this application (SEED 23.6)."""

        def place(_connection: Connection) -> Row:
            now = self.clock()
            reference = f"MI-{legal_date(now).year}-{wish.application.hex[-8:].upper()}"
            return {"reference": reference, "at": instant_text(now)}

        said = self._once(Register.NO_SUITABLE_WORK.value, str(wish.application), place)
        return Placed(said["reference"], instant(said["at"]))

    def note_unemployed(self, confirmed: Confirmed) -> None:
        """The back office confirmed: a jobseeker is unemployed from now on (SEED 11, 23.6)."""
        self._reach(_FORM)
        person = normalised(confirmed.number_kind, confirmed.number)

        def note(connection: Connection) -> None:
            known = _status(connection, person)
            if known["status"] == Status.JOBSEEKER:
                since = legal_date(self.clock()).isoformat()
                row = known | {"status": Status.UNEMPLOYED.value, "since": since}
                keep_row(connection, _STATUS, person, row)

        self.database.write(note)

    def note_end(self, end: End) -> None:
        """The office ended it: from now on MAS says so too (D20)."""
        person = normalised(end.number_kind, end.number)

        def note(connection: Connection) -> Row:
            known, now = _status(connection, person), self.clock()
            if Status(known["status"]) in _CAN_END:
                standing = self._standing(known, legal_date(now)) | {"since": end.starts_on.isoformat()}
                after = self._ended(known, standing, end.target, end.ground, end.ends_on)
                keep_row(connection, _STATUS, person, after)
            return {"at": instant_text(now)}

        self._once(_ENDS, str(end.occasion), note)

    def tell(self, message: Message) -> Delivery:
        """Delivered, unless the list names this person and channel."""
        person = normalised(message.number_kind, message.number)

        def sent(connection: Connection) -> Row:
            listed = used_up(connection, UNDELIVERED, person, lambda row: row["channel"] == message.channel)
            outcome = listed["outcome"] if listed else Outcome.DELIVERED.value
            return {"outcome": outcome, "at": instant_text(self.clock())}

        said = self._once(MESSAGES, message.key, sent)
        return Delivery(Outcome(said["outcome"]), instant(said["at"]))

    def _reach(self, part: str) -> None:
        if (self.outages / part).exists():
            raise RegisterUnreachable(part)

    def _once(self, part: str, asked: str, answer: Callable[[Connection], Row]) -> Row:
        self._reach(part)

        def work(connection: Connection) -> Row:
            known = one_row(connection, part, asked)
            if known is not None:
                return known
            said = answer(connection)
            insert_row(connection, part, asked, said)
            return said

        return self.database.write(work)

    def _confirmed_at(self, connection: Connection, form: Form) -> datetime | None:
        """When the person confirmed the form, which lies here from now on; None: not yet."""
        now, waiting = self.clock(), one_row(connection, _UNCONFIRMED, str(form.submission))
        if waiting is None:
            waiting = {
                "application": str(form.application),
                "application_no": form.application_no,
                "confirmed_by": form.confirmed_by.value,
                "handed_in_at": instant_text(now),
                "confirmed_at": "",
            }
            insert_row(connection, _UNCONFIRMED, str(form.submission), waiting)
        if waiting["confirmed_at"]:
            return instant(waiting["confirmed_at"])
        if self.confirms_after is None or (self.outages / E_SOSIAL).exists():
            return None
        is_time = now >= instant(waiting["handed_in_at"]) + self.confirms_after
        return now if is_time else None

    def _judge(self, connection: Connection, form: Form) -> Row:
        now = self.clock()
        person = normalised(form.number_kind, form.number)
        known = _status(connection, person)
        listed = used_up(connection, REFUSALS, person, lambda row: row["application_kind"] == form.kind)
        reason = listed["reason"] if listed else _why_not(form.kind, known, legal_date(now))
        if not reason:
            known = self._registered(connection, form, known, now)
            keep_row(connection, _STATUS, person, known)
        return {
            "accepted": not reason,
            "at": instant_text(now),
            "registration_number": "" if reason else known["registration_number"],
            "reason": reason,
        }

    def _registered(self, connection: Connection, form: Form, known: Row, now: datetime) -> Row:
        """The registration after an accepted form."""
        after = self._standing(known, legal_date(now))
        match form.kind:
            case ApplicationKind.REMOVAL:
                target = Status.TEMPORARILY_REMOVED
                began = after | ({"since": form.starts_on.isoformat()} if form.starts_on else {})
                return self._ended(known, began, target, form.ground, form.ends_on)
            case ApplicationKind.RESUMPTION:
                return after | {"status": known.get("before_removal") or Status.JOBSEEKER.value}
            case ApplicationKind.CANCELLATION:
                return self._ended(known, after, Status.CANCELLED, form.ground, None)
            case _:
                number = self.leases.take(connection, form.centre, Series.REGISTRATION)
                return after | {"status": Status.JOBSEEKER.value, "registration_number": number}

    def _standing(self, known: Row, today: date) -> Row:
        """What stays when a registration changes: its number, what the person told of themselves, bars that run."""
        stays: Row = {
            "since": today.isoformat(),
            "registration_number": known["registration_number"],
            "bars": [each for each in known.get("bars", []) if today < _bar(each)[1]],
        }
        return stays | ({"profile": known["profile"]} if known.get("profile") else {})

    def _ended(self, known: Row, after: Row, target: Status, ground: str, ends_on: date | None) -> Row:
        if target is Status.TEMPORARILY_REMOVED:
            until = ends_on.isoformat() if ends_on else ""
            removed = {"before_removal": known["status"], "ends_on": until}
            return after | removed | {"status": target.value, "ground": ground}
        bars = [*after["bars"], *self._bars(ground, date.fromisoformat(after["since"]))]
        return after | {"status": target.value, "ground": ground, "bars": bars}

    def _bars(self, ground: str, today: date) -> list[str]:
        rule = self.laws.current(today).endings.get(ground)
        if rule is None or not rule.bar_months:
            return []
        return [bar_text(ground, months_later(today, rule.bar_months))]


def bar_text(ground: str, until: date) -> str:
    """How a bar stands in MAS's answer: the ground, and the first day on which the person may apply again."""
    return f"{ground}:{until.isoformat()}"


def _bar(text: str) -> tuple[str, date]:
    ground, _, until = text.rpartition(":")
    return ground, date.fromisoformat(until)


def _form_state(said: Mapping[str, Any]) -> FormState:
    if said.get("taken_back"):
        return Undecided.TAKEN_BACK
    return FormAnswer(
        accepted=said["accepted"],
        at=instant(said["at"]),
        confirmed_at=instant(said.get("confirmed_at") or said["at"]),  # one of an older version has none
        registration_number=said["registration_number"],
        reason=said["reason"],
    )


def _why_not(kind: ApplicationKind, known: Mapping[str, Any], today: date) -> str:
    if Status(known["status"]) not in OPENABLE[kind] - {Status.UNKNOWN}:
        return WRONG_STATUS
    bars = (_bar(each) for each in known.get("bars", []))
    until = max((day for ground, day in bars if ground != LEFT_EARLY), default=today)
    is_barred = kind is ApplicationKind.JOBSEEKER and today < until
    return BARRED.format(until=f"{until:%d.%m.%Y}") if is_barred else ""


def _status(connection: Connection, person: str) -> Row:
    return one_row(connection, _STATUS, person) or not_registered()
