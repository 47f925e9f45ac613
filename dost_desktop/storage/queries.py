"""What lists and searches ask: each question one prepared statement, each answer frozen rows."""

# ruff: noqa: S608 - every text is a constant of this module, every value is bound

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from dost_desktop.domain.dates import AZ_ZONE, instant, instant_text
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.values import latin_capitals
from dost_desktop.domain.vocabulary import CLOSED, ApplicationKind, ApplicationState, Status
from dost_desktop.rows import (
    ApplicationFilter,
    ApplicationRow,
    NoticeFilter,
    NoticeRow,
    NoticeState,
    PersonRow,
    TodaysFigures,
)
from dost_desktop.storage.connection import Connection, Row
from dost_desktop.storage.event_rows import moment, uuid_of
from dost_desktop.storage.projection import variants, words_of

_FEW: Final = 5  # fewer hits than this: also look for names with one wrong letter
_SHORTEST: Final = 3  # letters of a word that a search starts with
_SHORTEST_NEAR: Final = 4  # shorter words are too alike
_NEAR_WORDS: Final = 20
_ALL_LETTERS: Final = range(5, 8)  # a personal number may happen to hold no digit
_END: Final = "\U0010ffff"

_PERSON: Final = (
    "SELECT f.file_id, p.full_name, p.number_kind, p.number, p.document_number, p.birth_date, p.phone, p.status,"
    " p.status_at, p.last_active_on, p.needs_review FROM person p JOIN file f ON f.no = p.file"
)
_BY_NUMBER: Final = (
    _PERSON + " WHERE p.file IN (SELECT file FROM person WHERE number >= :from AND number < :to"
    " UNION SELECT file FROM person WHERE document_number >= :from AND document_number < :to"
    " UNION SELECT file FROM application WHERE number = :exact"
    " UNION SELECT file FROM notice WHERE number = :exact) ORDER BY p.sort_key LIMIT :limit"
)
_BY_NAME: Final = (  # the covering index sorts the hits; only the first few rows are read
    _PERSON
    + " WHERE p.file IN (SELECT o.file FROM person_names n CROSS JOIN person o INDEXED BY person_order"
    " ON o.file = n.rowid WHERE n.person_names MATCH :match ORDER BY o.sort_key LIMIT :limit) ORDER BY p.sort_key"
)
_BY_NAME_AND_INITIALS: Final = (
    _PERSON + " JOIN person_names n ON n.rowid = p.file WHERE n.person_names MATCH :match AND NOT EXISTS"
    " (SELECT 1 FROM json_each(:initials) i WHERE instr(' ' || p.names, ' ' || i.value) = 0)"
    " ORDER BY p.sort_key LIMIT :limit"
)
_ALIKE: Final = (  # {same}: where the same name stands; left out for a file without one
    _PERSON
    + " WHERE f.file_id <> :file AND p.file IN (SELECT file FROM person WHERE document_number = :document"
    " AND :document <> '' UNION SELECT file FROM person WHERE phone = :phone AND phone <> ''{same})"
    " ORDER BY p.sort_key LIMIT :limit"
)
_SAME_NAME: Final = (
    " UNION SELECT o.file FROM person_names n CROSS JOIN person o ON o.file = n.rowid"
    " WHERE n.person_names MATCH :match AND o.names = :names AND o.birth_date = :born"
)
_NEAR: Final = (
    "SELECT DISTINCT word FROM name_variant WHERE variant IN (SELECT value FROM json_each(?))"
    " AND abs(length(word) - ?) <= 1 LIMIT ?"
)
_APPLICATION: Final = (
    "SELECT a.id, f.file_id, a.number, a.kind, a.state, a.opened_at, a.opened_by, a.desk, a.centre, a.ticket,"
    " a.changed_at, p.full_name FROM application a JOIN file f ON f.no = a.file JOIN person p ON p.file = a.file"
)
_APPLICATIONS: Final = (
    _APPLICATION
    + " WHERE a.opened_at >= :from AND a.opened_at < :before AND (:file IS NULL OR f.file_id = :file)"
    " AND (:states = '[]' OR a.state IN (SELECT value FROM json_each(:states)))"
    " AND (:by = '' OR a.opened_by = :by) AND (:desk = '' OR a.desk = :desk) ORDER BY a.opened_at DESC LIMIT :limit"
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


class Queries:
    """The questions of lists and searches, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find_persons(self, text: str, limit: int = 50) -> tuple[PersonRow, ...]:
        """Persons by number (of the person, the paper, an application or a notice) or by names, the first by alphabet.

        Names from 3 letters on, by the beginning of each word and without Azerbaijani keys (``eliyev`` finds
        Əliyev); a word of one or two letters narrows. With fewer than 5 hits names with one wrong letter follow.
        """
        number = latin_capitals(text)
        if any(letter.isdigit() for letter in number):
            return tuple(_person(row) for row in self._by_number(number, number + _END, limit))
        words = words_of(text)
        is_number = number.isascii() and len(number) in _ALL_LETTERS
        rows = self._by_number(number, number + "\0", limit) if is_number else []
        rows += self._by_names(words, limit)
        near = self._by_near_names(words, limit) if len(rows) < _FEW else []
        return _distinct(rows, near, limit)

    def persons_alike(self, file: PersonFile, limit: int = 20) -> tuple[PersonRow, ...]:
        """Other files that may be this person's: same folded names and birth date, same paper, or same phone."""
        identity = file.identity
        if identity is None:
            return ()
        words = words_of(identity.full_name)
        values = {
            "file": file.id.bytes,
            "document": identity.document_number,
            "phone": file.phone,
            "match": " AND ".join(
                f'"{word}"' for word in words[:2]
            ),  # more words only cost time: names are compared
            "names": " ".join(words),
            "born": identity.birth_date.isoformat() if identity.birth_date else "",
            "limit": limit,
        }
        by_name = _SAME_NAME if words and identity.birth_date else ""
        return tuple(_person(row) for row in self._connection.all(_ALIKE.format(same=by_name), values))

    def open_applications(self, limit: int = 500) -> tuple[ApplicationRow, ...]:
        """Applications that are not decided yet, the oldest first."""
        sql = _APPLICATION + " WHERE a.is_open ORDER BY a.opened_at LIMIT ?"
        return tuple(_application(row) for row in self._connection.all(sql, (limit,)))

    def applications(self, wanted: ApplicationFilter) -> tuple[ApplicationRow, ...]:
        """Applications as the list filters them, the newest first."""
        values = {
            "from": _bound(wanted.opened_from, ""),
            "before": _bound(wanted.opened_before, _END),
            "file": wanted.file_id.bytes if wanted.file_id else None,
            "states": json.dumps(sorted(state.value for state in wanted.states)),
            "by": wanted.opened_by,
            "desk": wanted.desk,
            "limit": wanted.limit,
        }
        return tuple(_application(row) for row in self._connection.all(_APPLICATIONS, values))

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

    def _by_number(self, first: str, end: str, limit: int) -> list[Row]:
        return self._connection.all(_BY_NUMBER, {"from": first, "to": end, "exact": first, "limit": limit})

    def _by_names(self, words: tuple[str, ...], limit: int) -> list[Row]:
        long = [word for word in words if len(word) >= _SHORTEST]
        if not long:
            return []
        return self._matching([[f'"{word}"*'] for word in long], words, limit)

    def _by_near_names(self, words: tuple[str, ...], limit: int) -> list[Row]:
        """Each word may stand as it was typed or as a known word that differs in one letter."""
        choices: list[list[str]] = []
        for word in words:
            if len(word) >= _SHORTEST:
                near = self._near_words(word) if len(word) >= _SHORTEST_NEAR else []
                choices.append([f'"{word}"*', *(f'"{each}"' for each in near)])
        if all(len(each) == 1 for each in choices):
            return []
        return self._matching(choices, words, limit)

    def _near_words(self, word: str) -> list[str]:
        asked = json.dumps(sorted(variants(word)))
        return [
            near for (near,) in self._connection.all(_NEAR, (asked, len(word), _NEAR_WORDS)) if near != word
        ]

    def _matching(self, choices: Iterable[list[str]], words: tuple[str, ...], limit: int) -> list[Row]:
        match = " AND ".join(f"({' OR '.join(each)})" if len(each) > 1 else each[0] for each in choices)
        initials = [word for word in words if len(word) < _SHORTEST]
        if not initials:
            return self._connection.all(_BY_NAME, {"match": match, "limit": limit})
        values = {"match": match, "initials": json.dumps(initials), "limit": limit}
        return self._connection.all(_BY_NAME_AND_INITIALS, values)


def _distinct(exact: list[Row], near: list[Row], limit: int) -> tuple[PersonRow, ...]:
    rows = {row[0]: _person(row) for row in exact}
    for row in near:
        rows.setdefault(row[0], _person(row, is_near=True))
    return tuple(rows.values())[:limit]


def _bound(at: datetime | None, otherwise: str) -> str:
    return instant_text(at) if at else otherwise


def _person(row: Row, *, is_near: bool = False) -> PersonRow:
    file_id, name, kind, number, document, born, phone, status, status_at, active_on, needs_review = row
    return PersonRow(
        file_id=uuid_of(file_id),
        full_name=name,
        number_kind=NumberKind(kind) if kind else None,
        number=number,
        document_number=document,
        birth_date=date.fromisoformat(born) if born else None,
        phone=phone,
        status=Status(status),
        status_known_at=moment(status_at),
        last_active_on=date.fromisoformat(active_on) if active_on else None,
        needs_review=bool(needs_review),
        is_near=is_near,
    )


def _application(row: Row) -> ApplicationRow:
    id_, file_id, number, kind, state, opened_at, opened_by, desk, centre, ticket, changed_at, name = row
    return ApplicationRow(
        id=uuid_of(id_),
        file_id=uuid_of(file_id),
        number=number,
        kind=ApplicationKind(kind),
        state=ApplicationState(state),
        opened_at=instant(opened_at),
        opened_by=opened_by,
        desk=desk,
        centre=centre,
        ticket=ticket,
        changed_at=instant(changed_at),
        full_name=name,
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
