"""The read model: excerpts of each file for lists and search, written in the step's own transaction.

It knows nothing by itself: everything is taken from the folded file, so ``check`` can compare and ``rebuild`` it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.alphabet import alphabetical, fold
from dost_desktop.domain.dates import instant_text, legal_date
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.person_file import Application, Notice, PersonFile
from dost_desktop.domain.values import latin_capitals
from dost_desktop.rows import NoticeState
from dost_desktop.storage import places
from dost_desktop.storage.connection import Connection
from dost_desktop.storage.waiting import add_waiting, update_waiting

_WORD: Final = re.compile(r"[^\W_]+")  # one word to full-text search too: that parts at ASCII signs only

_INSERT_PERSON: Final = (
    "INSERT INTO person (names, sort_key, full_name, number_kind, number, document_number, birth_date,"
    " phone, status, status_at, last_active_on, needs_review, file) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_UPDATE_IDENTITY: Final = (
    "UPDATE person SET names = ?, sort_key = ?, full_name = ?, number_kind = ?, number = ?, document_number = ?,"
    " birth_date = ? WHERE file = ?"
)
_UPDATE_STANDING: Final = (  # touches no index: most steps change nothing else of the person
    "UPDATE person SET status = ?, status_at = ?, last_active_on = ?, needs_review = ? WHERE file = ?"
)
_UPDATE_PHONE: Final = "UPDATE person SET phone = ? WHERE file = ?"
_INSERT_APPLICATION: Final = (
    "INSERT INTO application (file, number, kind, form, opened_at, opened_by, desk, centre, ticket,"
    " state, is_open, changed_at, id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_CLOSE_APPLICATION: Final = "UPDATE application SET state = ?, is_open = ?, changed_at = ? WHERE id = ?"
_UPDATE_APPLICATION: Final = (
    "UPDATE application SET state = ?, changed_at = ? WHERE id = ?"  # touches no index
)
_INSERT_SPEAKER: Final = "INSERT INTO representation (application, file, number, opened_at) VALUES (?,?,?,?)"
_INSERT_NOTICE: Final = (
    "INSERT INTO notice (file, seq, application, number, is_provisional, issued_at, issued_by, desk, pdf,"
    " certificate, verify_code, state, copies, served_at, id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_IS_KNOWN: Final = "SELECT 1 FROM name_variant WHERE variant = ? AND word = ?"
_SOME_NAMES: Final = "SELECT file, names FROM person WHERE file > ? ORDER BY file LIMIT 20000"
_UPDATE_NOTICE: Final = "UPDATE notice SET state = ?, copies = ?, served_at = ? WHERE id = ?"


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name or of a search."""
    return tuple(_WORD.findall(fold(text)))


def variants(word: str) -> frozenset[str]:
    """``word`` and it with each one letter left out: two words share one when a single letter is wrong."""
    return frozenset((word, *(word[:n] + word[n + 1 :] for n in range(len(word)))))


def identity_values(identity: Identity | None) -> tuple[str, ...]:
    """What search and order take from the person's identity."""
    if identity is None:
        return ("",) * 7
    name = identity.full_name
    return (
        " ".join(words_of(name)),
        alphabetical(name),
        name,
        identity.number_kind.value,
        identity.number,
        identity.document_number,
        identity.birth_date.isoformat() if identity.birth_date else "",
    )


def standing_values(file: PersonFile) -> tuple[str | int, ...]:
    """What changes of a person from step to step."""
    known = file.registration
    return (
        file.phone,
        known.status.value,
        _text(known.known_at),
        legal_date(file.changed_at).isoformat() if file.changed_at else "",
        int(bool(file.review)),
    )


def application_values(application: Application) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """What never changes of an application, and what does."""
    fixed = (
        application.number,
        application.kind.value,
        application.form.value,
        _text(application.opened_at),
        application.opened_by,
        application.desk,
        application.centre,
        application.ticket,
    )
    changed = application.changed_at or application.opened_at
    return fixed, (application.state.value, int(application.is_open), _text(changed))


def speaker_values(application: Application) -> tuple[str, ...]:
    """Who speaks for the applicant: the number, and since when; nothing when nobody does, or without a number."""
    speaker = application.representative
    number = latin_capitals(speaker.identity_number) if speaker else ""
    return (number, _text(application.opened_at)) if number else ()


def notice_values(notice: Notice) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """What never changes of a written answer, and what does."""
    fixed = (
        notice.application.bytes,
        notice.number,
        int(notice.provisional),
        _text(notice.issued_at),
        notice.issued_by,
        notice.desk,
        bytes.fromhex(notice.pdf),
        notice.certificate,
        notice.verify_code,
    )
    return fixed, (_notice_state(notice).value, notice.copies, _text(notice.served_at))


def add_file(connection: Connection, no: int, file: PersonFile, issued: Mapping[UUID, int]) -> None:
    """Write the excerpts of a file that has none. ``issued``: at which seq each notice was issued."""
    add_rows(connection, no, file, issued)
    _index_names(connection, no, identity_values(file.identity))


def add_rows(connection: Connection, no: int, file: PersonFile, issued: Mapping[UUID, int]) -> None:
    """The same for lists only: search finds the person after ``index_everybody``."""
    connection.change(_INSERT_PERSON, (*identity_values(file.identity), *standing_values(file), no))
    _add_applications(connection, no, file.applications)
    add_waiting(connection, no, file)
    _add_notices(connection, no, file.notices, issued)


def index_everybody(connection: Connection) -> None:
    """Let search find everybody by name, where nobody is indexed yet."""
    places.place_everybody(connection)
    last = 0
    while rows := connection.all(_SOME_NAMES, (last,)):
        _know_words(connection, {word for _, names in rows for word in names.split()})
        last = rows[-1][0]


def update_file(
    connection: Connection, no: int, before: PersonFile, after: PersonFile, issued: Mapping[UUID, int]
) -> None:
    """Write what a step has changed. ``issued``: at which seq each new notice was issued."""
    if after.identity != before.identity:
        identity = identity_values(after.identity)
        connection.change(_UPDATE_IDENTITY, (*identity, no))
        if identity[:2] != identity_values(before.identity)[:2]:
            places.forget_names(connection, no)
            _index_names(connection, no, identity)
    standing = standing_values(after)
    if standing != standing_values(before):
        connection.change(_UPDATE_STANDING, (*standing[1:], no))
    if after.phone != before.phone:
        connection.change(_UPDATE_PHONE, (after.phone, no))
    if after.applications is not before.applications or after.registration is not before.registration:
        update_waiting(connection, no, before, after)
    if after.applications is not before.applications:
        _update_applications(connection, no, before, after)
    if after.notices is not before.notices:
        _update_notices(connection, no, before, after, issued)


def drop_file(connection: Connection, no: int) -> None:
    """Take a file's excerpts out, before they are written anew."""
    places.forget_names(connection, no)
    connection.change("DELETE FROM person WHERE file = ?", (no,))
    connection.change("DELETE FROM application WHERE file = ?", (no,))
    connection.change("DELETE FROM representation WHERE file = ?", (no,))
    connection.change("DELETE FROM waiting WHERE file = ?", (no,))
    connection.change("DELETE FROM notice WHERE file = ?", (no,))


def _index_names(connection: Connection, no: int, identity: tuple[str, ...]) -> None:
    names, sort_key = identity[:2]
    places.index_names(connection, no, names, sort_key)
    _know_words(connection, set(names.split()))


def _know_words(connection: Connection, words: Iterable[str]) -> None:
    """Words that names consist of, so that one with a wrong letter leads to them."""
    new = (word for word in words if connection.one(_IS_KNOWN, (word, word)) is None)
    pairs = [(variant, word) for word in new for variant in sorted(variants(word))]
    connection.change_many("INSERT OR IGNORE INTO name_variant (variant, word) VALUES (?, ?)", pairs)


def _add_applications(connection: Connection, no: int, applications: Iterable[Application]) -> None:
    for each in applications:
        fixed, moving = application_values(each)
        connection.change(_INSERT_APPLICATION, (no, *fixed, *moving, each.id.bytes))
        _add_speaker(connection, no, each)


def _update_applications(connection: Connection, no: int, before: PersonFile, after: PersonFile) -> None:
    known = {each.id: each for each in before.applications}
    _add_applications(connection, no, (each for each in after.applications if each.id not in known))
    for each in after.applications:
        old = known.get(each.id)
        if old is None or old is each:
            continue
        if speaker_values(each) != speaker_values(old):
            connection.change("DELETE FROM representation WHERE application = ?", (each.id.bytes,))
            _add_speaker(connection, no, each)
        state, is_open, changed_at = application_values(each)[1]
        if each.is_open == old.is_open:
            connection.change(_UPDATE_APPLICATION, (state, changed_at, each.id.bytes))
        else:
            connection.change(_CLOSE_APPLICATION, (state, is_open, changed_at, each.id.bytes))


def _add_speaker(connection: Connection, no: int, application: Application) -> None:
    values = speaker_values(application)
    if values:
        connection.change(_INSERT_SPEAKER, (application.id.bytes, no, *values))


def _add_notices(
    connection: Connection, no: int, notices: Iterable[Notice], issued: Mapping[UUID, int]
) -> None:
    for each in notices:
        fixed, moving = notice_values(each)
        connection.change(_INSERT_NOTICE, (no, issued[each.id], *fixed, *moving, each.id.bytes))


def _update_notices(
    connection: Connection, no: int, before: PersonFile, after: PersonFile, issued: Mapping[UUID, int]
) -> None:
    known = {each.id: each for each in before.notices}
    _add_notices(connection, no, (each for each in after.notices if each.id not in known), issued)
    for each in after.notices:
        old = known.get(each.id)
        if old is not None and old is not each:
            connection.change(_UPDATE_NOTICE, (*notice_values(each)[1], each.id.bytes))


def _notice_state(notice: Notice) -> NoticeState:
    if notice.recalled_for:
        return NoticeState.RECALLED
    return NoticeState.SUPERSEDED if notice.superseded_by else NoticeState.ISSUED


def _text(at: datetime | None) -> str:
    return instant_text(at) if at else ""
