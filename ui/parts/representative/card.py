"""What a card's machine-readable lines change in the block: numbers, never names (facts 4.10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dost_desktop.domain.dates import short
from dost_desktop.domain.mrz import read_mrz
from dost_desktop.domain.values import MigrationPin
from ui.parts.representative.form import CITIZEN, FOREIGNER, RepresentativeForm


def filled_from(form: RepresentativeForm, text: str, today: date) -> tuple[RepresentativeForm, bool]:
    """The form with what the card says, and whether its lines hold the person's number.

    Raises InvalidValue (``card.*``) for lines that were not read in full.
    """
    reading = read_mrz(text, today=today)
    filled = replace(
        form,
        identity_kind=reading.kinds[0].value if reading.kinds else form.identity_kind,
        identity_number=reading.document_number.text,
        identity_until=short(reading.expires) if reading.expires else "",
    )
    if reading.pin is None:
        return filled, False
    foreigner = isinstance(reading.pin, MigrationPin) or reading.issuing_state != "AZE"
    return replace(filled, who=FOREIGNER if foreigner else CITIZEN, number=reading.pin.text), True
