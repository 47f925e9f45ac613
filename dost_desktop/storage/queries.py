"""What lists ask: each question one prepared statement, each answer frozen rows. Persons: ``finding.py``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from dost_desktop.domain.dates import AZ_ZONE, instant, instant_text
from dost_desktop.domain.vocabulary import CLOSED, ApplicationKind, ApplicationState, FormOfApplication
from dost_desktop.rows import (
    ApplicationFilter,
    ApplicationRow,
    NoticeFilter,
    NoticeRow,
    NoticeState,
    RemovalRow,
    TodaysFigures,
    WaitsFor,
)
from dost_desktop.storage.connection import Connection, Row
from dost_desktop.storage.event_rows import moment, uuid_of

_END: Final = "\U0010ffff"

_APPLICATION: Final = (
    "SELECT a.id, f.file_id, a.number, a.kind, a.form, a.state, a.opened_at, a.opened_by, a.desk, a.centre, a.ticket,"
    " a.changed_at, p.full_name, w.what, w.since FROM application a JOIN file f ON f.no = a.file"
    " JOIN person p ON p.file = a.file LEFT JOIN waiting w ON w.file = a.file AND w.application = a.id"
)
_FILTERED: Final = (
    " (:file IS NULL OR f.file_id = :file) AND (:states = '[]' OR a.state IN (SELECT value FROM json_each(:states)))"
    " AND (:by = '' OR a.opened_by = :by) AND (:desk = '' OR a.desk = :desk) AND (:form = '' OR a.form = :form)"
)
_OPENED: Final = " AND a.opened_at >= :from AND a.opened_at < :before ORDER BY a.opened_at DESC LIMIT :limit"
_APPLICATIONS: Final = f"{_APPLICATION} WHERE {_FILTERED} {_OPENED}"
_OPEN_ONES: Final = (
    f"{_APPLICATION} WHERE a.is_open AND {_FILTERED} {_OPENED}"  # by the index of the open ones alone
)
_WAITING_ONES: Final = (  # the few that wait lead, whatever the planner thinks of them
    f"{_APPLICATION[: _APPLICATION.index(' FROM ')]} FROM waiting w CROSS JOIN application a ON a.id = w.application"
    " JOIN file f ON f.no = a.file JOIN person p ON p.file = a.file"
    f" WHERE w.what = :what AND w.since <= :until AND {_FILTERED} AND a.opened_at >= :from AND a.opened_at < :before"
    " ORDER BY w.since, a.opened_at LIMIT :limit"
)
_HOW_MANY_WAIT: Final = "SELECT what, count(*) FROM waiting GROUP BY what"
_HOW_MANY_UNTIL: Final = "SELECT count(*) FROM waiting WHERE what = ? AND since <= ?"
_REMOVALS: Final = (
    "SELECT f.file_id, w.since, p.full_name FROM waiting w JOIN file f ON f.no = w.file"
    " JOIN person p ON p.file = w.file WHERE w.what = ? AND w.since <= ? ORDER BY w.since DESC LIMIT ?"
)
_NOTICE: Final = (
    "SELECT n.id, f.file_id, n.application, coalesce(a.kind, ''), n.number, n.is_provisional, n.state, n.issued_at,"
    " n.issued_by, n.desk, n.pdf, n.certificate, n.verify_code, n.copies, n.served_at, n.seq <= f.confirmed_seq,"
    " p.full_name FROM notice n JOIN file f ON f.no = n.file JOIN person p ON p.file = n.file"
    " LEFT JOIN application a ON a.id = n.application"
    " WHERE n.issued_at >= :from AND n.issued_at < :before AND (:file IS NULL OR f.file_id = :file)"
    " AND (:number = '' OR n.number = :number) AND (:by = '' OR n.issued_by = :by)"
    " ORDER BY n.issued_at DESC LIMIT :limit"
)
_TODAY: Final = (
    "SELECT (SELECT count(*) FROM application WHERE opened_at >= :from AND opened_at < :before AND desk = :desk),"
    " (SELECT count(*) FROM application WHERE changed_at >= :from AND changed_at < :before AND opened_at > :lately"
    " AND desk = :desk AND state IN (SELECT value FROM json_each(:closed))),"
    " (SELECT count(*) FROM notice WHERE issued_at >= :from AND issued_at < :before AND desk = :desk)"
)
_APPLICANTS: Final = "SELECT count(DISTINCT file) FROM representation WHERE number = ? AND opened_at >= ?"


class Queries:
    """The questions of lists and searches, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open_applications(self, limit: int = 500) -> tuple[ApplicationRow, ...]:
        """Applications that are not decided yet, the oldest first."""
        sql = _APPLICATION + " WHERE a.is_open ORDER BY a.opened_at LIMIT ?"
        return tuple(_application(row) for row in self._connection.all(sql, (limit,)))

    def applications(self, wanted: ApplicationFilter) -> tuple[ApplicationRow, ...]:
        """Applications as the list filters them: the newest first, of those that wait the one that waits longest."""
        values = {
            "from": _bound(wanted.opened_from, ""),
            "before": _bound(wanted.opened_before, _END),
            "file": wanted.file_id.bytes if wanted.file_id else None,
            "states": json.dumps(sorted(state.value for state in wanted.states)),
            "by": wanted.opened_by,
            "desk": wanted.desk,
            "form": wanted.form.value if wanted.form else "",
            "limit": wanted.limit,
        }
        sql = _OPEN_ONES if wanted.states and not wanted.states & CLOSED else _APPLICATIONS
        if wanted.waits_for is not None:
            until = wanted.waits_until.isoformat() if wanted.waits_until else _END
            sql, values = _WAITING_ONES, {**values, "what": wanted.waits_for.value, "until": until}
        return tuple(_application(row) for row in self._connection.all(sql, values))

    def how_many_wait(self) -> Mapping[WaitsFor, int]:
        """How many wait for whom; nobody for who is not in it."""
        return {WaitsFor(what): count for what, count in self._connection.all(_HOW_MANY_WAIT)}

    def how_many_wait_until(self, what: WaitsFor, until: date) -> int:
        """How many wait for it since this day or earlier; of removals: that end on it or earlier."""
        row = self._connection.one(_HOW_MANY_UNTIL, (what.value, until.isoformat()))
        return int(row[0]) if row else 0

    def removals(self, until: date, limit: int = 500) -> tuple[RemovalRow, ...]:
        """Persons whose removal ends on this day or earlier, the last one to end first."""
        rows = self._connection.all(_REMOVALS, (WaitsFor.END_OF_REMOVAL.value, until.isoformat(), limit))
        return tuple(RemovalRow(uuid_of(file), date.fromisoformat(ends), name) for file, ends, name in rows)

    def notices(self, wanted: NoticeFilter) -> tuple[NoticeRow, ...]:
        """Written answers as the journal filters them, the newest first."""
        values = {
            "from": _bound(wanted.issued_from, ""),
            "before": _bound(wanted.issued_before, _END),
            "file": wanted.file_id.bytes if wanted.file_id else None,
            "number": wanted.number,
            "by": wanted.issued_by,
            "limit": wanted.limit,
        }
        return tuple(_notice(row) for row in self._connection.all(_NOTICE, values))

    def applicants_of(self, number: str, since: datetime) -> int:
        """Different people for whom the representative with this number (in capitals) applied since then."""
        row = self._connection.one(_APPLICANTS, (number, instant_text(since)))
        return int(row[0]) if row else 0

    def figures_today(self, desk: str, day: date) -> TodaysFigures:
        """What this desk did on one day in Baku: opened, closed, answered in writing."""
        begin = datetime(day.year, day.month, day.day, tzinfo=AZ_ZONE)
        values: dict[str, Any] = {
            "from": instant_text(begin.astimezone(UTC)),
            "before": instant_text((begin + timedelta(days=1)).astimezone(UTC)),
            "lately": instant_text(
                (begin - timedelta(days=92)).astimezone(UTC)
            ),  # keeps the count on its index
            "desk": desk,
            "closed": json.dumps(sorted(state.value for state in CLOSED)),
        }
        [(opened, closed, notices)] = self._connection.all(_TODAY, values)
        return TodaysFigures(opened, closed, notices)


def _bound(at: datetime | None, otherwise: str) -> str:
    return instant_text(at) if at else otherwise


def _application(row: Row) -> ApplicationRow:
    (id_, file_id, number, kind, form, state, opened_at, opened_by, desk, centre, ticket, changed_at, name, what,
     since) = row  # fmt: skip
    return ApplicationRow(
        id=uuid_of(id_),
        file_id=uuid_of(file_id),
        number=number,
        kind=ApplicationKind(kind),
        form=FormOfApplication(form),
        state=ApplicationState(state),
        opened_at=instant(opened_at),
        opened_by=opened_by,
        desk=desk,
        centre=centre,
        ticket=ticket,
        changed_at=instant(changed_at),
        full_name=name,
        waits_for=WaitsFor(what) if what else None,
        waits_since=date.fromisoformat(since) if since else None,
    )


def _notice(row: Row) -> NoticeRow:
    (id_, file_id, application, kind, number, is_provisional, state, issued_at, issued_by, desk, pdf, certificate,
     verify_code, copies, served_at, is_confirmed, name) = row  # fmt: skip
    return NoticeRow(
        id=uuid_of(id_),
        file_id=uuid_of(file_id),
        application=uuid_of(application),
        application_kind=ApplicationKind(kind) if kind else None,
        number=number,
        is_provisional=bool(is_provisional),
        state=NoticeState(state),
        issued_at=instant(issued_at),
        issued_by=issued_by,
        desk=desk,
        pdf=pdf.hex(),
        certificate=certificate,
        verify_code=verify_code,
        copies=copies,
        served_at=moment(served_at),
        is_confirmed=bool(is_confirmed),
        full_name=name,
    )
