"""What the number is called by which a file is found: a person's FİN, an entity's VÖEN, a paper's own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.ids import NumberKind
from ui.infra.marking import QT_TRANSLATE_NOOP

_LABELS: Final = {
    NumberKind.PIN: QT_TRANSLATE_NOOP("NumberKind", "PIN"),
    NumberKind.MIGRATION_PIN: QT_TRANSLATE_NOOP("NumberKind", "PIN"),
    NumberKind.DOCUMENT: QT_TRANSLATE_NOOP("NumberKind", "Document no."),
    NumberKind.VOEN: QT_TRANSLATE_NOOP("NumberKind", "Tax no."),
    NumberKind.HOUSEHOLD: QT_TRANSLATE_NOOP("NumberKind", "Head's PIN"),
}


def number_label(kind: NumberKind) -> str:
    """The label beside the number."""
    return QCoreApplication.translate("NumberKind", _LABELS[kind])
