"""What a card's machine-readable lines change on the page. Names are never taken from them (facts 4.10)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from dost_desktop.domain.dates import short
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.identity_documents import DocumentKind
from dost_desktop.domain.mrz import MrzReading, read_mrz, repair_layout
from dost_desktop.domain.values import MigrationPin, Sex
from ui.screens.intake.applicants import CITIZEN, ENTREPRENEUR, FOREIGNER, STATELESS
from ui.screens.intake.form import Form

_PERMITS: Final = frozenset({DocumentKind.TEMPORARY_PERMIT, DocumentKind.PERMANENT_PERMIT})
_SHOWN: Final = 120  # of a garbled reading: enough to compare with the card


@dataclass(frozen=True, slots=True)
class CardRead:
    """One reading: what the lines say, or the problem with the text that arrived."""

    reading: MrzReading | None
    problem: InvalidValue | None
    text: str = field(repr=False)


def read_card(text: str, today: date) -> CardRead:
    """Read lines however they came: a scanner, the clipboard, or typed."""
    plain, _ = repair_layout(text[: _SHOWN * 2])
    shown = "\n".join(line.strip() for line in plain.splitlines() if line.strip())[:_SHOWN]
    try:
        return CardRead(read_mrz(text, today=today), None, shown)
    except InvalidValue as problem:
        return CardRead(None, problem, shown)


def expiry_problem(read: CardRead | None, today: date) -> InvalidValue | None:
    """``document.expired`` when the card that was read is out of date."""
    expires = read.reading.expires if read and read.reading else None
    return InvalidValue("document.expired", date=short(expires)) if expires and expires < today else None


def filled_from(form: Form, reading: MrzReading) -> Form:
    """The form with what the card says: numbers, dates and sex, no names."""
    permit = bool(_PERMITS.intersection(reading.kinds)) or isinstance(reading.pin, MigrationPin)
    sex = "" if reading.sex is Sex.UNSPECIFIED else reading.sex.value
    paper = replace(
        form.papers[0],
        kind=reading.kinds[0].value if reading.kinds else form.papers[0].kind,
        number=reading.document_number.text,
        valid_until=short(reading.expires) if reading.expires else "",
    )
    return replace(
        form.with_paper(0, paper),
        who=_who(form.who, foreign=permit or reading.issuing_state != "AZE"),
        number=reading.pin.text if reading.pin else "",
        birth_date=short(reading.birth_date) if reading.birth_date else form.birth_date,
        sex=sex or form.sex,
    )


def _who(who: str, *, foreign: bool) -> str:
    """Who the card belongs to; whether somebody is stateless or an entrepreneur, the agent knows."""
    if who == ENTREPRENEUR:
        return who
    if foreign:
        return who if who == STATELESS else FOREIGNER
    return CITIZEN
