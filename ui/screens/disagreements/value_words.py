"""One cell of the comparison in words: the fact, and below it since when or on what it rests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.acts import RecordContact
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import short
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.person_file import Application, Notice, Offer, Registration
from dost_desktop.services.compare_sides import Field, Outcome, PapersShown, Side, Steps
from ui.infra.event_words import event_words
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.office_words import form_shown_words, kind_words, state_words, status_words
from ui.infra.phones import written_phone
from ui.screens.disagreements.words import ending, near

FIELDS: Final = {
    Field.REGISTRATION: QT_TRANSLATE_NOOP("Compared", "Registration"),
    Field.APPLICATION: QT_TRANSLATE_NOOP("Compared", "Application"),
    Field.OUTCOME: QT_TRANSLATE_NOOP("Compared", "Outcome"),
    Field.NOTICE: QT_TRANSLATE_NOOP("Compared", "Written answer"),
    Field.IDENTITY: QT_TRANSLATE_NOOP("Compared", "Identity"),
    Field.CONTACT: QT_TRANSLATE_NOOP("Compared", "Contact"),
    Field.PAPERS: QT_TRANSLATE_NOOP("Compared", "Documents"),
    Field.REGISTER: QT_TRANSLATE_NOOP("Compared", "Register of employment"),
    Field.WORK: QT_TRANSLATE_NOOP("Compared", "Suitable work"),
    Field.OTHER: QT_TRANSLATE_NOOP("Compared", "Besides"),
}
Paper = Callable[[str], str]  # a document kind's name


def field_words(what: Field) -> str:
    """What a row compares."""
    return _say(FIELDS[what])


def cell_words(side: Side, now: datetime, paper: Paper) -> tuple[str, str]:
    """The fact and its detail; ``paper`` names a kind of document. Nothing there is said as nothing."""
    value: Any = side.value
    match value:
        case None:
            return _say(QT_TRANSLATE_NOOP("Compared", "nothing")), ""
        case Registration():
            return _registration(value)
        case Application():
            return kind_words(value.kind), _application(value, now, is_changed=side.is_changed)
        case Outcome():
            return _outcome(value, now)
        case Notice():
            return _notice(value, now)
        case Identity():
            born = short(value.birth_date) if value.birth_date else ""
            return value.full_name, _joined(value.number, born, value.document_number)
        case RecordContact():
            first = written_phone(value.phone) or value.email or value.address
            return first, _joined(*(each for each in (value.email, value.address) if each != first))
        case PapersShown():
            kinds = [paper(each.kind) for each in value.papers]
            last = value.papers[-1] if value.papers else None
            return ", ".join(kinds), _joined(last.number, form_shown_words(last.form)) if last else ""
        case Attestation():
            return _register(value, now)
        case Offer():
            return f"{value.position}, {value.employer}", _offer(value, now)
        case Steps():
            return ", ".join(dict.fromkeys(map(event_words, value.kinds))), ""
    raise TypeError(type(value).__name__)


def _registration(known: Registration) -> tuple[str, str]:
    words = status_words(known.status)[0]
    if known.ends_on is not None:
        until = _say(QT_TRANSLATE_NOOP("Compared", "until {day}"))
        return words, until.format(day=short(known.ends_on))
    return words, _since(known.since) if known.since else ""


def _application(value: Application, now: datetime, *, is_changed: bool) -> str:
    if value.is_open or is_changed:
        return _joined(ending(value.number), state_words(value.state)[0])
    opened = _say(QT_TRANSLATE_NOOP("Compared", "opened {time}"))
    return _joined(ending(value.number), opened.format(time=near(value.opened_at, now)))


def _outcome(value: Outcome, now: datetime) -> tuple[str, str]:
    words = state_words(value.state)[0]
    if value.refusal is not None and value.refusal.article:
        words = _say(QT_TRANSLATE_NOOP("Compared", "{state}, article {article}")).format(
            state=words, article=value.refusal.article
        )
    return words, _joined(near(value.at, now) if value.at else "", value.reason)


def _notice(value: Notice, now: datetime) -> tuple[str, str]:
    if value.recalled_for:
        state = _say(QT_TRANSLATE_NOOP("Compared", "recalled"))
    elif value.superseded_by is not None:
        state = _say(QT_TRANSLATE_NOOP("Compared", "superseded"))
    elif value.served_at is not None:
        state = _say(QT_TRANSLATE_NOOP("Compared", "handed over to the person"))
    elif value.copies:
        state = _say(QT_TRANSLATE_NOOP("Compared", "printed"))
    else:
        state = _say(QT_TRANSLATE_NOOP("Compared", "issued"))
    at = value.served_at or value.issued_at
    return ending(value.number), _joined(state, near(at, now))


def _register(value: Attestation, now: datetime) -> tuple[str, str]:
    found = bool(value.answer.get("found"))
    words = (
        QT_TRANSLATE_NOOP("Compared", "found as employed")
        if found
        else QT_TRANSLATE_NOOP("Compared", "not found as employed")
    )
    articles = dict.fromkeys(str(each.get("article", "")) for each in value.answer.get("entries", ()))
    return _say(words), _joined(near(value.at, now), *articles)


def _offer(value: Offer, now: datetime) -> str:
    if value.declined_at is not None:
        words, at = QT_TRANSLATE_NOOP("Compared", "declined {time}"), value.declined_at
    elif value.accepted_at is not None:
        words, at = QT_TRANSLATE_NOOP("Compared", "accepted {time}"), value.accepted_at
    else:
        words, at = QT_TRANSLATE_NOOP("Compared", "offered {time}"), value.at
    return _joined(_say(words).format(time=near(at, now)), value.referral and ending(value.referral))


def _since(day: date) -> str:
    return _say(QT_TRANSLATE_NOOP("Compared", "since {day}")).format(day=short(day))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _say(words: str) -> str:
    return QCoreApplication.translate("Compared", words)
