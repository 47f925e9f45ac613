"""What the list shows: who needs somebody, whose days run, and removals whose term ends (SEED 12-17)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.ending import takes_up_on
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.vocabulary import CLOSED, ApplicationState, FormOfApplication
from dost_desktop.ports import Reading
from dost_desktop.rows import ApplicationFilter, ApplicationRow, RemovalRow, WaitsFor
from dost_desktop.services.desk import Desk
from dost_desktop.services.reminders import LookAtReminders, Reminders


class Which(StrEnum):
    """The filter by state."""

    OPEN = "open"
    NEEDS = "needs"  # somebody here must do something
    WAITING = "waiting"  # for somebody else
    REFUSED = "refused"
    ALL = "all"


class Whose(StrEnum):
    """The filter by who opened it where."""

    CENTRE = "centre"
    DESK = "desk"
    MINE = "mine"


class Narrow(StrEnum):
    """One reason of ``NEEDS`` or ``WAITING`` alone."""

    EVERY = ""
    RETURNED = "returned"
    NOT_ACCEPTED = "not_accepted"
    EMPLOYER_OVER = "employer_over"
    OFFER_OPEN = "offer_open"
    REMOVAL_ENDS = "removal_ends"
    MAS = "mas"
    REGISTER = "register"
    PERSON = "person"
    EMPLOYER = "employer"
    BACK_OFFICE = "back_office"


N, W = Narrow, WaitsFor
NEEDS: Final = (N.RETURNED, N.NOT_ACCEPTED, N.EMPLOYER_OVER, N.OFFER_OPEN, N.REMOVAL_ENDS)
WAITING: Final = (N.MAS, N.REGISTER, N.PERSON, N.EMPLOYER, N.BACK_OFFICE)
_WAITS: Final = {
    N.RETURNED: W.AGENT_AFTER_BACK_OFFICE,
    N.NOT_ACCEPTED: W.AGENT_AFTER_MAS,
    N.EMPLOYER_OVER: W.EMPLOYER,
    N.OFFER_OPEN: W.PERSON,
    N.MAS: W.MAS,
    N.REGISTER: W.REGISTER,
    N.PERSON: W.PERSON,
    N.EMPLOYER: W.EMPLOYER,
    N.BACK_OFFICE: W.BACK_OFFICE,
}
_STATES: Final = {
    Which.OPEN: frozenset(ApplicationState) - CLOSED,
    Which.REFUSED: frozenset({ApplicationState.REFUSED}),
    Which.ALL: frozenset[ApplicationState](),
}


@dataclass(frozen=True, slots=True)
class Term:
    """Working days used of a term, and its last day."""

    used: int
    days: int
    until: date

    @property
    def over(self) -> int:
        """Working days past it; 0 within."""
        return max(self.used - self.days, 0)


@dataclass(frozen=True, slots=True)
class Listed:
    """One application: its own term (SEED 12-13), and beside it that of whoever is waited for (16-17; facts 2.8)."""

    row: ApplicationRow
    term: Term
    other: Term | None
    is_open: bool

    @property
    def id(self) -> UUID:
        """Of the application."""
        return self.row.id

    @property
    def used(self) -> int:
        """Working days of its own term."""
        return self.term.used

    @property
    def over(self) -> int:
        """Working days past its own term; 0 within it, and for a closed application."""
        return self.term.over if self.is_open else 0


@dataclass(frozen=True, slots=True)
class Ending:
    """One removal whose term ends soon or has ended; ``from_then`` resumption can be asked for."""

    row: RemovalRow
    from_then: date
    is_over: bool

    @property
    def id(self) -> UUID:
        """Of the person's file: no application is about it yet."""
        return self.row.file_id


Line = Listed | Ending


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the agent chose."""

    which: Which = Which.OPEN
    narrow: Narrow = Narrow.EVERY
    whose: Whose = Whose.CENTRE
    form: FormOfApplication | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The rows, and how many of the whole centre there are for each reason."""

    rows: tuple[Line, ...]
    counts: Mapping[Narrow, int]
    now: datetime
    wanted: Wanted = field(default_factory=Wanted)

    def count(self, narrows: Iterable[Narrow]) -> int:
        """How many for any of these reasons."""
        return sum(self.counts.get(each, 0) for each in narrows)


@dataclass(frozen=True, slots=True)
class Listing:
    """Read the list. Runs on the database worker."""

    desk: Desk

    def __call__(self, wanted: Wanted) -> Found:
        """Everything that is wanted, at one moment."""
        now = self.desk.clock.now()
        with self.desk.open_reading() as reading:
            reminders = LookAtReminders(self.desk).in_reading(reading)
            rows = self._rows(reading, wanted, reminders, now)
            waits = reading.how_many_wait()
        counts = {narrow: waits.get(what, 0) for narrow, what in _WAITS.items()}
        counts |= {
            N.EMPLOYER_OVER: reminders.employers,
            N.OFFER_OPEN: reminders.offers,
            N.REMOVAL_ENDS: reminders.removals,
        }
        return Found(rows, counts, now, wanted)

    def _rows(
        self, reading: Reading, wanted: Wanted, reminders: Reminders, now: datetime
    ) -> tuple[Line, ...]:
        law, today = self.desk.law(now), legal_date(now)
        asked = ApplicationFilter(
            opened_by=self.desk.agent.agent if wanted.whose is Whose.MINE else "",
            desk=self.desk.name if wanted.whose is Whose.DESK else "",
            form=wanted.form,
        )
        if wanted.which in _STATES:
            found = reading.applications(replace(asked, states=_STATES[wanted.which]))
            listed = [_listed(each, law, today) for each in found]
            return tuple(sorted(listed, key=lambda each: not each.is_open))
        every = NEEDS if wanted.which is Which.NEEDS else WAITING
        narrows = every if wanted.narrow is N.EVERY else (wanted.narrow,)
        until = {N.EMPLOYER_OVER: reminders.employers_until, N.OFFER_OPEN: reminders.offers_until}
        applications = [
            _listed(each, law, today)
            for narrow in narrows
            if narrow in _WAITS
            for each in reading.applications(
                replace(asked, waits_for=_WAITS[narrow], waits_until=until.get(narrow))
            )
        ]
        for_everybody = wanted.whose is Whose.CENTRE and wanted.form is None
        removals = (
            reading.removals(reminders.removals_until) if N.REMOVAL_ENDS in narrows and for_everybody else ()
        )
        endings = [_ending(each, law, today) for each in removals]
        return (*sorted(applications, key=_latest_first), *endings)


def _latest_first(each: Listed) -> tuple[int, int]:
    """What is over first, by how much; then what is used up most."""
    term = each.other or each.term
    return -term.over, -term.used


def _ending(row: RemovalRow, law: LawInForce, today: date) -> Ending:
    return Ending(row, takes_up_on(row.ends_on, law.calendar), row.ends_on <= today)


def _listed(row: ApplicationRow, law: LawInForce, today: date) -> Listed:
    days = {W.EMPLOYER: law.employer_days, W.BACK_OFFICE: law.back_office_days}
    other = None
    if row.waits_for in days and row.waits_since is not None:
        other = _term(row.waits_since, days[row.waits_for], law, today)
    own = _term(legal_date(row.opened_at), law.back_office_days, law, today)
    return Listed(row, own, other, row.state not in CLOSED)


def _term(since: date, days: int, law: LawInForce, today: date) -> Term:
    return Term(law.calendar.between(since, today), days, law.calendar.add(since, days))
