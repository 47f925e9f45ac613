"""How values of a file are written on its page: a telephone as people read it back, an application by its end."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.dates import legal_date, short, short_time
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import Education
from dost_desktop.services.history import Changed, Part, SetAside
from ui.infra.event_words import EVENTS, event_words
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.office_words import education_words
from ui.infra.phones import written_phone
from ui.infra.refused_words import refused_words

_PARTS: Final = {
    Part.SURNAME: QT_TRANSLATE_NOOP("PersonPart", "Surname"),
    Part.GIVEN_NAME: QT_TRANSLATE_NOOP("PersonPart", "Given name"),
    Part.PATRONYMIC: QT_TRANSLATE_NOOP("PersonPart", "Patronymic"),
    Part.BIRTH: QT_TRANSLATE_NOOP("PersonPart", "Date of birth"),
    Part.DOCUMENT: QT_TRANSLATE_NOOP("PersonPart", "Document"),
    Part.PHONE: QT_TRANSLATE_NOOP("PersonPart", "Mobile"),
    Part.EMAIL: QT_TRANSLATE_NOOP("PersonPart", "E-mail"),
    Part.ADDRESS: QT_TRANSLATE_NOOP("PersonPart", "Address"),
    Part.EDUCATION: QT_TRANSLATE_NOOP("PersonPart", "Education"),
    Part.INSTITUTION: QT_TRANSLATE_NOOP("PersonPart", "Institution"),
    Part.GRADUATED: QT_TRANSLATE_NOOP("PersonPart", "Year of graduation"),
    Part.SPECIALTY: QT_TRANSLATE_NOOP("PersonPart", "Specialty"),
    Part.SKILLS: QT_TRANSLATE_NOOP("PersonPart", "Skills"),
    Part.JOBS: QT_TRANSLATE_NOOP("PersonPart", "Jobs"),
    Part.HEALTH: QT_TRANSLATE_NOOP("PersonPart", "Health"),
    Part.WANTED: QT_TRANSLATE_NOOP("PersonPart", "Looks for"),
    Part.REGIME: QT_TRANSLATE_NOOP("PersonPart", "Hours"),
    Part.DISTRICT: QT_TRANSLATE_NOOP("PersonPart", "District"),
}


def changed_words(changed: Changed) -> str:
    """``Mobile: +994 50 000 12 34 → +994 50 000 12 99``; a dash for nothing."""
    label = QCoreApplication.translate("PersonPart", _PARTS[changed.part])
    before, after = (_value(changed.part, value) or "–" for value in (changed.before, changed.after))
    return f"{label}: {before} → {after}"


def settled_words(settled: SetAside) -> str:
    """``Set aside: Application opened (24.11.2026, 11:42)``: the side that does not stand, and why it does not.

    A reason that names numbers is left out: the event keeps its key alone.
    """
    steps = ", ".join(event_words(kind) for kind in settled.kinds if kind in EVENTS)
    when = f"{short(legal_date(settled.made_at))}, {short_time(settled.made_at)}"
    reason = refused_words(Refused(settled.reason))
    words = QCoreApplication.translate("PersonPart", "Set aside: {steps} ({when}). {reason}")
    return words.format(steps=steps, when=when, reason="" if "{" in reason else reason).rstrip()


def _value(part: Part, value: str) -> str:
    if part is Part.BIRTH and value:
        return short(date.fromisoformat(value))
    if part is Part.EDUCATION and value:
        return education_words(Education(value))
    return written_phone(value) if part is Part.PHONE else value


def short_number(number: str) -> str:
    """``…/004812``: the end that differs at a desk; a number without parts as it is."""
    head, slash, end = number.rpartition("/")
    return f"…/{end}" if head and slash else number
