"""Files that may be the same person's, side by side with what is typed: looked at with one key, never merged."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.services.find_alike import Alike, Same
from ui.widgets.action_button import ActionButton
from ui.widgets.facts import Fact, FactRows
from ui.widgets.panel import Panel
from ui.widgets.text import Text

_MOST: Final = 3  # in sight at once; the most alike first


class AlikePart(QWidget):
    """``opened`` carries the place in the list."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Alike, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Text(self.tr("Perhaps the same person"), "label", "soft"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._column.addLayout(self._rows)
        self.hide()

    def show_found(self, found: tuple[Alike, ...]) -> None:
        """The files as of the last look."""
        if found == self._found:
            return
        self._found = found
        while (entry := self._rows.takeAt(0)) is not None:
            row = entry.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for place, alike in enumerate(found[:_MOST]):
            self._rows.addWidget(self._row(place, alike))
        self.setVisible(bool(found))

    def _row(self, place: int, alike: Alike) -> QWidget:
        panel, row = Panel(kind="sunken"), alike.row
        born = short(row.birth_date) if row.birth_date else ""
        pairs = [
            (self.tr("Name"), row.full_name),
            (self.tr("Born"), born),
            (self.tr("Document"), row.document_number),
            (self.tr("Mobile"), row.phone),
        ]
        facts = FactRows([Fact(label, value) for label, value in pairs if value], small=True)
        reasons = " · ".join(self._reason(each) for each in Same if each in alike.same)
        look = ActionButton(self.tr("Look at the file"), "link", shortcut="" if place else "Alt+D")
        look.setAccessibleDescription(row.full_name)
        look.acted.connect(partial(self.opened.emit, place))
        panel.body.addWidget(Text(reasons, "small_strong", wrap=True))
        panel.body.addWidget(facts)
        panel.body.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _reason(self, same: Same) -> str:
        return {
            Same.NAME_AND_BIRTH: self.tr("same name and date of birth"),
            Same.NEAR_NAME_AND_BIRTH: self.tr("nearly the same name, same date of birth"),
            Same.DOCUMENT: self.tr("same document number"),
            Same.PHONE: self.tr("same mobile number"),
        }[same]
