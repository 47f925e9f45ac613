"""What the head of a centre must look at, found without reading every file; whom it names is noted (design 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, get_args
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.duties import Duty
from central_api.laws import Laws
from central_api.ledger import HeldFile, read_files
from central_api.lookups import note_listed
from central_api.number_gaps import Gaps, note_used_up, used_numbers
from central_api.owed_tables import duties
from central_api.tables import (
    agents,
    back_office_drafts,
    desk_clocks,
    file_centres,
    leases,
    numbers_used,
    removals,
    review_marks,
)
from central_api.tokens import Caller
from dost_desktop.contract.needs_look import (
    LookItem,
    LookKind,
    NeedsLook,
    NumbersVoided,
    VoidNumbers,
)
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import AZ_ZONE, instant, instant_text, legal_date
from dost_desktop.domain.events import Event
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.numbering import number_text
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.suitable_work import employer_answers_by
from dost_desktop.domain.vocabulary import ApplicationState, Status

PURPOSE: Final = "needs_look"
LISTED: Final = "needs_look.list"
_AT_MOST: Final = 100  # of each kind
_MOST_NUMBERS: Final = 100  # of one block
_LONGEST_WORDS: Final = 4000  # of what the contract lets through: one long text never hides the others
_LONGEST_TEXT: Final = 400
_LONGEST_NUMBER: Final = 100
_HANDED_UP: Final = "handed_up:"
_KINDS: Final[tuple[LookKind, ...]] = get_args(LookKind)


class WhatNeedsLook:
    """The list of one centre."""

    def __init__(self, database: Database, laws: Laws, clock: Clock) -> None:
        self.database, self.laws, self.clock = database, laws, clock

    def of_centre(self, caller: Caller) -> NeedsLook:
        """Everything of the caller's centre, the oldest first within each kind."""
        now = self.clock()
        today = legal_date(now)
        law = self.laws.current(today)
        with self.database.reading() as connection:
            found = _Found(connection, caller.centre)
            items = [
                *found.marked(),
                *found.overdue(law, today),
                *found.silent(law, today),
                *found.over(today),
                *found.clocks(),
                *found.numbers(today),
            ]
        if found.files or found.used_up:
            with self.database.writing() as connection:
                seen = {str(each): PURPOSE for each in sorted(found.files)}
                note_listed(connection, self.clock, caller, LISTED, seen)
                note_used_up(connection, found.used_up)
        items.sort(key=lambda item: (_KINDS.index(item.kind), item.since, item.about))
        counts = Counter(item.kind for item in items)
        totals: dict[LookKind, int] = {kind: max(counts[kind], found.totals[kind]) for kind in _KINDS}
        return NeedsLook(items=tuple(items), totals=totals)

    def void(self, caller: Caller, wish: VoidNumbers) -> NumbersVoided:
        """The caller says what became of these numbers of the centre; safe to repeat."""
        block = (
            leases.c.centre == caller.centre,
            leases.c.year == wish.year,
            leases.c.series == wish.series,
            leases.c.first <= wish.first,
            leases.c.last >= wish.last,
        )
        said = f"{instant_text(self.clock())} {caller.agent}: {wish.finding.strip()}"

        def work(connection: Connection) -> int:
            if connection.execute(select(leases.c.lease_id).where(*block)).first() is None:
                return 0
            key = {"centre": caller.centre, "year": wish.year, "series": wish.series, "finding": said}
            before = used_numbers(connection, caller.centre, wish.year, wish.series, wish.first, wish.last)
            free = [number for number in range(wish.first, wish.last + 1) if number not in before]
            insert_missing(connection, numbers_used, *(key | {"number": number} for number in free))
            return len(free)

        return NumbersVoided(voided=self.database.write(work))


class _Found:
    """One look, kind by kind; ``files`` are those whose persons are named in it."""

    def __init__(self, connection: Connection, centre: str) -> None:
        self._connection, self._centre = connection, centre
        self.files: set[UUID] = set()
        self.totals: Counter[LookKind] = Counter()
        self.used_up: list[str] = []  # blocks that were counted and have no number left

    def marked(self) -> list[LookItem]:
        """Files under review, and what agents handed up."""
        handed = review_marks.c.mark.like(f"{_HANDED_UP}%")
        rows = [
            *self._rows("handed_up", self._of_files(review_marks, review_marks.c.since, handed)),
            *self._rows("review", self._of_files(review_marks, review_marks.c.since, ~handed)),
        ]
        files, names = self._read(row.file_id for row in rows), self._names(row.agent for row in rows)
        items = []
        for row in rows:
            file = files[UUID(row.file_id)]
            application = _about(file.state, row.mark)
            items.append(
                LookItem(
                    kind="handed_up" if row.mark.startswith(_HANDED_UP) else "review",
                    about=f"{row.file_id} {row.mark}",
                    since=row.since,
                    desk=row.desk,
                    agent=names.get(row.agent, row.agent),
                    words=_handed_up(file, row.mark)[:_LONGEST_WORDS],
                    **_whose(file.state, application),
                )
            )
        return items

    def overdue(self, law: LawInForce, today: date) -> list[LookItem]:
        """Drafts of the centre whose last working day at the back office is over."""
        table = back_office_drafts.c
        chosen = select(back_office_drafts).where(table.centre == self._centre).order_by(table.sent_at)
        rows = [
            row
            for row in self._connection.execute(chosen)
            if law.calendar.add(legal_date(instant(row.sent_at)), law.back_office_days) < today
        ]
        self.totals["draft_overdue"] = len(rows)
        rows = rows[:_AT_MOST]
        files, names = self._read(row.file_id for row in rows), self._names(row.sent_by for row in rows)
        items = []
        for row in rows:
            file = files[UUID(row.file_id)].state
            due_on = law.calendar.add(legal_date(instant(row.sent_at)), law.back_office_days)
            items.append(
                LookItem(
                    kind="draft_overdue",
                    about=row.application,
                    since=row.sent_at,
                    agent=names.get(row.sent_by, row.sent_by),
                    due_on=due_on.isoformat(),
                    words=row.back_office,
                    **_whose(file, file.application(UUID(row.application))),
                )
            )
        return items

    def silent(self, law: LawInForce, today: date) -> list[LookItem]:
        """Employers whose last working day for an answer is today, or is over and not recorded yet."""
        until = datetime.combine(today + timedelta(days=1), time(), AZ_ZONE)
        table = duties.c
        chosen = self._of_files(
            duties, table.due_at, table.duty == Duty.EMPLOYER.value, table.due_at <= _text(until)
        )
        rows = self._rows("employer_silent", chosen)
        files = self._read((row.file_id for row in rows), named=False)
        items = []
        for row in rows:
            file = files[UUID(row.file_id)].state
            application = file.application(UUID(row.application))
            due_on = employer_answers_by(application, law) if application else None
            if application is None or due_on is None or due_on > today:
                continue  # noted a moment ago, and its term runs: the central system has not looked yet
            referral = application.referral
            items.append(
                LookItem(
                    kind="employer_silent",
                    about=str(application.id),
                    since=_text(_morning(due_on)),
                    due_on=due_on.isoformat(),
                    words=application.offers[-1].employer[:_LONGEST_WORDS] if application.offers else "",
                    numbers=(referral.number[:_LONGEST_NUMBER],) if referral and referral.number else (),
                    **_whose(file, application),
                )
            )
            self.files.add(file.id)
        self.totals["employer_silent"] = len(items)
        return items

    def over(self, today: date) -> list[LookItem]:
        """Removals whose last day is over."""
        chosen = self._of_files(removals, removals.c.ends_on, removals.c.ends_on < today.isoformat())
        rows = self._rows("removal_over", chosen)
        files = self._read(row.file_id for row in rows)
        return [
            LookItem(
                kind="removal_over",
                about=row.file_id,
                since=_text(_morning(date.fromisoformat(row.ends_on))),
                due_on=row.ends_on,
                **_whose(file, _resumption(file)),
            )
            for row in rows
            if (file := files[UUID(row.file_id)].state).registration.status is Status.TEMPORARILY_REMOVED
        ]

    def clocks(self) -> list[LookItem]:
        """Desks whose events came while their clock was off."""
        chosen = select(desk_clocks).where(desk_clocks.c.centre == self._centre).order_by(desk_clocks.c.since)
        return [
            LookItem(
                kind="clock", about=row.desk, since=row.since, desk=row.desk, seconds_off=row.seconds_off
            )
            for row in self._rows("clock", chosen)
        ]

    def numbers(self, today: date) -> list[LookItem]:
        """Blocks that a desk is through with, and the numbers of them that nothing bears."""
        items: list[LookItem] = []
        gaps = Gaps(self._connection, self._centre, today)
        self.used_up = gaps.used_up
        for block in gaps.blocks:
            used = used_numbers(
                self._connection, self._centre, block.year, block.series, block.first, block.last
            )
            series = Series(block.series)
            free = [number for number in range(block.first, block.last + 1) if number not in used]
            self.totals["numbers"] += 1
            if len(items) < _AT_MOST:
                items.append(
                    LookItem(
                        kind="numbers",
                        about=f"{block.series} {block.year} {block.first}-{block.last}",
                        since=block.leased_at,
                        desk=block.desk,
                        numbers=tuple(
                            number_text(series, self._centre, block.year, number)
                            for number in free[:_MOST_NUMBERS]
                        ),
                    )
                )
        return items

    def _of_files(
        self, table: Any, order: ColumnElement[Any], *wanted: ColumnElement[bool]
    ) -> Select[tuple[Any, ...]]:
        """Rows of ``table`` about files of the centre."""
        here = and_(file_centres.c.file_id == table.c.file_id, file_centres.c.centre == self._centre)
        return select(table).join(file_centres, here).where(*wanted).order_by(order, table.c.file_id)

    def _rows(self, kind: LookKind, chosen: Select[tuple[Any, ...]]) -> Sequence[Row[Any]]:
        """The oldest of them, and how many there are."""
        counted = select(func.count()).select_from(chosen.order_by(None).subquery())
        self.totals[kind] = self._connection.execute(counted).scalar_one()
        return self._connection.execute(chosen.limit(_AT_MOST)).all()

    def _read(self, file_ids: Iterable[str], *, named: bool = True) -> dict[UUID, HeldFile]:
        files = read_files(self._connection, sorted(set(file_ids)))
        if named:
            self.files |= files.keys()
        return files

    def _names(self, signed_in: Iterable[str]) -> dict[str, str]:
        chosen = select(agents.c.agent, agents.c.name).where(agents.c.agent.in_(set(signed_in)))
        return {row.agent: row.name for row in self._connection.execute(chosen)}


def _whose(file: PersonFile, application: Application | None) -> dict[str, str]:
    return {
        "file_id": str(file.id),
        "full_name": file.identity.full_name[:_LONGEST_TEXT] if file.identity else "",
        "application": str(application.id) if application else "",
        "application_no": application.number[:_LONGEST_TEXT] if application else "",
    }


def _about(file: PersonFile, mark: str) -> Application | None:
    """The application that a mark is about: by its notice, or its own id; else the newest one."""
    about = mark.partition(":")[2]
    notice = next((each for each in file.notices if str(each.id) == about), None)
    wanted = str(notice.application) if notice else about
    found = next((each for each in file.applications if str(each.id) == wanted), None)
    return found or (file.applications[-1] if file.applications else None)


def _handed_up(file: HeldFile, mark: str) -> str:
    """What the agent said, the last time."""
    if not mark.startswith(_HANDED_UP):
        return ""
    said = (_hand_up(each.event) for each in reversed(file.events))
    return next((act.wording for act in said if act and f"{_HANDED_UP}{act.about}" == mark), "")


def _hand_up(event: Event) -> acts.HandUp | None:
    if event.content.kind != acts.HandUp.kind or event.data is None:
        return None
    act = event.act()
    return act if isinstance(act, acts.HandUp) else None


def _resumption(file: PersonFile) -> Application | None:
    """What was applied for last about this registration."""
    closed = (each for each in reversed(file.applications) if each.state is ApplicationState.DONE)
    return next(closed, None)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), AZ_ZONE)


def _text(moment: datetime) -> str:
    return instant_text(moment.astimezone(UTC))
