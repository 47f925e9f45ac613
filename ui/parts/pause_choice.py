"""Why a case is put aside: two known reasons and own words, the first one chosen, so that one key is enough."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.services.run_case import PauseReason
from ui.infra.keyboard import on_key
from ui.infra.office_words import pause_words
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.text_field import TextField

_OTHER: Final = "other"


class PauseChoice(QWidget):
    """``reason`` is a ``PauseReason`` or the agent's own words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        known = [Option(each.value, pause_words(each)) for each in PauseReason]
        self._known = Combo([*known, Option(_OTHER, self.tr("another reason"))])
        self._own = TextField(limit=120)
        self._own_field = Field(self.tr("Which"), self._own)
        self._own_field.hide()
        self._known.currentIndexChanged.connect(lambda _: self._chosen())
        column.addWidget(Field(self.tr("Reason"), self._known))
        column.addWidget(self._own_field)
        on_key(self._known, "Alt+A", lambda: self._known.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def begin(self) -> None:
        """The first reason, nothing typed."""
        self._known.setCurrentIndex(0)
        self._own.show_text("")

    def reason(self) -> str:
        """What was chosen, or typed."""
        return self._own.text().strip() if self._known.value() == _OTHER else self._known.value()

    def _chosen(self) -> None:
        own = self._known.value() == _OTHER
        self._own_field.setVisible(own)
        if own:
            self._own.setFocus(Qt.FocusReason.OtherFocusReason)
