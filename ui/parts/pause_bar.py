"""The bar under the header that asks why the open case is put aside; Enter takes the first reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.infra.speech import announce
from ui.parts.breaking_row import BreakingRow
from ui.parts.pause_choice import PauseChoice
from ui.widgets.action_button import ActionButton


class PauseBar(QFrame):
    """``paused`` carries the reason, ``kept`` says that the case stays open."""

    paused = Signal(str)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(16)
        self._choice = PauseChoice()
        self._pause = ActionButton(self.tr("Pause the case"), "primary", shortcut="primary")
        self._keep = ActionButton(self.tr("Keep as is"), "quiet", shortcut="back")
        self._pause.acted.connect(lambda: self.paused.emit(self._choice.reason()))
        self._keep.acted.connect(self.kept)
        row.addWidget(self._choice, 1)
        row.addWidget(BreakingRow((self._pause, self._keep)), 1, Qt.AlignmentFlag.AlignBottom)

    def begin(self) -> None:
        """The focus on the one key that is enough."""
        self._choice.begin()
        self._pause.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.tr("Pause the case?"))
