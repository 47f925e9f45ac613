"""What follows from a file's events: made anew in memory by the functions that wrote it, and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, Row, StaticPool, Table, create_engine, select

from central_api.checking.files import StoredFile
from central_api.checking.findings import Found, Kind
from central_api.checking.known import Known
from central_api.duties import Duty
from central_api.ledger import note_run
from central_api.lookups import normalised
from central_api.owed_tables import duties, messages, register_questions
from central_api.register_jobs import open_questions
from central_api.tables import (
    back_office_drafts,
    metadata,
    notices,
    numbers_used,
    referrals,
    removals,
    review_marks,
)
from dost_desktop.domain import acts
from dost_desktop.domain.dates import instant
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.events import CENTRAL_DESK, ChainedEvent
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.person_file import PersonFile, empty_file
from dost_desktop.domain.vocabulary import Role

Values: TypeAlias = dict[str, Any]
LISTS: Final = {
    notices.name: (notices, Kind.NOTICE),
    referrals.name: (referrals, Kind.REFERRAL),
    back_office_drafts.name: (back_office_drafts, Kind.DRAFT),
    review_marks.name: (review_marks, Kind.MARK),
    removals.name: (removals, Kind.REMOVAL),
}
OWED: Final = (register_questions, duties, messages)
_FACTS: Final = frozenset(
    {"full_name", "opened_at", "basis", "vacancies_seen", "register_at", "returned"}
)  # of a draft that no officer's list has asked for yet
_ONLINE: Final = frozenset({Role.BACK_OFFICE, Role.HEAD, Role.ADMINISTRATOR})
_BY_STATE: Final = (Duty.FORM.value, Duty.EMPLOYER.value)


@dataclass(slots=True)
class Expected:
    """What should be stored about one file."""

    state: PersonFile
    rows: dict[str, list[Values]] = field(default_factory=dict)  # by table
    centres: set[str] = field(default_factory=set)
    signers: set[tuple[str, str, str]] = field(default_factory=set)  # centre, agent, desk
    events: frozenset[str] = frozenset()  # their ids

    def missing(self, stored: dict[str, list[Row[Any]]]) -> Iterator[tuple[Table, Values]]:
        """Rows of what is owed that should be there and are not."""
        yield from ((register_questions, row) for row in self._questions(stored[register_questions.name]))
        yield from ((duties, row) for row in self._duties(stored[duties.name]))
        yield from ((messages, row) for row in self._messages(stored[messages.name]))

    def about_nothing(self, stored: dict[str, list[Row[Any]]]) -> Iterator[tuple[Table, Row[Any]]]:
        """Rows of what is owed whose application, or event, the file does not have."""
        known = {str(each.id) for each in self.state.applications}
        for row in stored[register_questions.name]:
            if row.application not in known:
                yield register_questions, row
        for row in stored[duties.name]:
            if row.application not in (self.events if row.duty == Duty.ENDED.value else known):
                yield duties, row
        for row in stored[messages.name]:
            if row.occasion not in self.events:
                yield messages, row

    def _questions(self, stored: Sequence[Row[Any]]) -> Iterator[Values]:
        there = {(row.application, row.register) for row in stored}
        still = {(str(application), register.value) for application, register in open_questions(self.state)}
        for row in self.rows[register_questions.name]:
            key = (row["application"], row["register"])
            if key in still and key not in there and self._can_be_asked():
                yield row

    def _duties(self, stored: Sequence[Row[Any]]) -> Iterator[Values]:
        there = {(row.application, row.duty) for row in stored}
        for row in self.rows[duties.name]:
            needs_number = row["duty"] == Duty.FORM.value
            can_be = self._can_be_asked() if needs_number else self.state.identity is not None
            if row["duty"] in _BY_STATE and can_be and (row["application"], row["duty"]) not in there:
                yield row

    def _messages(self, stored: Sequence[Row[Any]]) -> Iterator[Values]:
        """A message counts as told by a row that waits, was given up or dropped, or by a delivery in the file."""
        there = {(row.occasion, row.channel) for row in stored}
        delivered = Counter(
            (str(each.application), each.message, each.channel.value)
            for application in self.state.applications
            for each in application.messages
            if each.delivered
        )
        elsewhere = {str(each.id) for each in self.state.applications if each.belongs_to is not None}
        for row in self.rows[messages.name]:  # the oldest occasion first
            if (row["occasion"], row["channel"]) in there or row["application"] in elsewhere:
                continue
            told = (row["application"], row["message"], row["channel"])
            if delivered[told] > 0:
                delivered[told] -= 1
                continue
            yield row

    def _can_be_asked(self) -> bool:
        """Whether a register can know the person's number; the papers may have said another."""
        identity = self.state.identity
        if identity is None:
            return False
        try:
            normalised(identity.number_kind, identity.number)
        except InvalidValue:
            return False
        return True


class Rebuilding:
    """Makes anew what follows from events, in a database in memory that is empty between two files."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._tables = [*(table for table, _ in LISTS.values()), *OWED, numbers_used]
        engine = create_engine(
            "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}, hide_parameters=True
        )
        metadata.create_all(engine, self._tables)
        self._connection = engine.connect()

    def expected(self, stored: StoredFile) -> Expected:
        """What should be stored about a sound file. Raises ValueError where an act cannot be read."""
        made = Expected(empty_file(UUID(stored.file)))
        made.events = frozenset(str(each.event.content.id) for each in stored.events)
        with self._connection.begin() as nothing_stays:
            start = 0
            for run in _runs(stored.events):
                before, end = made.state, start + len(run)
                made.state = fold_all(made.state.id, run, before)
                centre = self._pushed_by(run)
                now = instant(stored.received[end - 1])
                note_run(self._connection, before, made.state, run, stored.events[:end], now, centre)
                made.centres |= {centre} - {""}
                made.centres |= set(_opened_at(run))
                start = end
            if _was_handed_over(stored.events):
                made.centres |= stored.centres
            made.rows = {table.name: _read(self._connection, table) for table in self._tables}
            nothing_stays.rollback()
        made.signers = {
            (centre, content.agent, content.desk)
            for centre in made.centres
            for content in (each.event.content for each in stored.events)
            if not content.desk.startswith(f"{centre}-")
        }
        return made

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()
        self._connection.engine.dispose()

    def _pushed_by(self, run: Sequence[ChainedEvent]) -> str:
        """The centre whose desk sent the run as its agent's; what is decided online brings no file to a centre."""
        content = run[0].event.content
        return "" if self._known.role(content) in _ONLINE else self._known.centre(content)


def look_at_lists(stored: StoredFile, expected: Expected) -> Iterator[Found]:
    """Where a list is not what the events say."""
    for name, (table, kind) in LISTS.items():
        ours = [_values(row) for row in stored.rows[name]]
        if _sorted(table, ours) != _sorted(table, _filled_like(ours, expected.rows[name], table)):
            yield Found(
                kind, stored.file, f"{len(expected.rows[name])} expected, {len(ours)} there", stored.file
            )
    if stored.centres != expected.centres:
        wrong = ", ".join(sorted(stored.centres ^ expected.centres))
        yield Found(Kind.CENTRE, stored.file, wrong, stored.file)


def look_at_owed(stored: StoredFile, expected: Expected) -> Iterator[Found]:
    """What is owed and nobody will do, or would be done for nobody."""
    kinds = {register_questions.name: Kind.QUESTION, duties.name: Kind.DUTY, messages.name: Kind.MESSAGE}
    for table, row in expected.missing(stored.rows):
        yield Found(kinds[table.name], stored.file, f"{_which(row)}: is missing", stored.file)
    for table, extra in expected.about_nothing(stored.rows):
        yield Found(kinds[table.name], stored.file, f"{_which(_values(extra))}: about nothing", stored.file)


def _which(row: Values) -> str:
    return str(row.get("duty") or row.get("register") or f"{row['message']} {row['channel']}")


def _filled_like(ours: Sequence[Values], expected: Sequence[Values], table: Table) -> list[Values]:
    """What is expected, without the facts of drafts that are filled when an officer first looks."""
    if table is not back_office_drafts:
        return list(expected)
    unread = {each["application"]: each for each in ours if not each["opened_at"]}
    return [
        row | {name: unread[row["application"]][name] for name in _FACTS}
        if row["application"] in unread
        else row
        for row in expected
    ]


def _sorted(table: Table, rows: Sequence[Values]) -> list[Values]:
    keys = [column.name for column in table.primary_key]
    return sorted(rows, key=lambda row: tuple(str(row[key]) for key in keys))


def _values(row: Row[Any]) -> Values:
    return dict(row._mapping)


def _read(connection: Connection, table: Table) -> list[Values]:
    return [_values(row) for row in connection.execute(select(table))]


def _runs(events: Sequence[ChainedEvent]) -> Iterator[Sequence[ChainedEvent]]:
    start = 0
    while start < len(events):
        steps = events[start].event.content.steps
        yield events[start : start + steps]
        start += steps


def _was_handed_over(events: Sequence[ChainedEvent]) -> bool:
    """Whether the file began as one that the central system gave to a centre without an application."""
    first = next(_runs(events))
    return first[0].event.content.desk == CENTRAL_DESK and not any(_opened_at(first))


def _opened_at(run: Sequence[ChainedEvent]) -> Iterator[str]:
    for each in run:
        if each.event.content.kind == acts.OpenApplication.kind and each.event.data is not None:
            yield str(each.event.data["centre"])
