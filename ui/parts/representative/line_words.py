"""What the lines about a representative are called in the right part of a page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.infra.marking import QT_TRANSLATE_NOOP

_LINES: Final = {
    "number": QT_TRANSLATE_NOOP("RepresentativeLine", "Representative"),
    "name": QT_TRANSLATE_NOOP("RepresentativeLine", "Representative's name"),
    "identity_number": QT_TRANSLATE_NOOP("RepresentativeLine", "Representative's card"),
    "identity_until": QT_TRANSLATE_NOOP("RepresentativeLine", "Representative's card is valid"),
    "basis": QT_TRANSLATE_NOOP("RepresentativeLine", "Basis of representation"),
    "paper_number": QT_TRANSLATE_NOOP("RepresentativeLine", "Representative's paper"),
    "paper_date": QT_TRANSLATE_NOOP("RepresentativeLine", "Date of the paper"),
    "valid_until": QT_TRANSLATE_NOOP("RepresentativeLine", "Term of the paper"),
    "certifier_name": QT_TRANSLATE_NOOP("RepresentativeLine", "Who certified it"),
    "issuer": QT_TRANSLATE_NOOP("RepresentativeLine", "Authority that appointed"),
    "form_shown": QT_TRANSLATE_NOOP("RepresentativeLine", "Form of the paper"),
    "scope": QT_TRANSLATE_NOOP("RepresentativeLine", "Scope"),
    "names_service": QT_TRANSLATE_NOOP("RepresentativeLine", "Scope and this service"),
    "excludes": QT_TRANSLATE_NOOP("RepresentativeLine", "Left out of the scope"),
    "judgement": QT_TRANSLATE_NOOP("RepresentativeLine", "Why the scope is accepted"),
    "check": QT_TRANSLATE_NOOP("RepresentativeLine", "Notaries' register"),
}


def line_words(field: str) -> str:
    """The line about this field of the block."""
    return QCoreApplication.translate("RepresentativeLine", _LINES[field])
