"""A choice of a few that stands side by side where there is room, and folds to a list where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.combo import Combo
from ui.widgets.option import Option
from ui.widgets.segmented import Segmented


class FoldingChoice(QWidget):
    """``chosen`` is sent only when a person chose, as ``Segmented`` and ``Combo`` do."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[Option], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide, self._narrow = Segmented(options, name=name), Combo(options)
        self._narrow.setAccessibleName(name)
        self._narrow.hide()
        self._is_folded = False
        self._soon = QTimer(self)  # never in the midst of a layout: showing one would begin it anew
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fold)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._wide)
        row.addWidget(self._narrow)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._wide.chosen.connect(self._by_segment)
        self._narrow.chosen.connect(self._by_list)

    def show_options(self, options: Sequence[Option]) -> None:
        """Other choices or counts."""
        held = self._wide.value()
        self._wide.show_options(options)
        self._narrow.show_options(options)
        self.choose(held)
        self.updateGeometry()

    def choose(self, option: str) -> None:
        """Let this choice hold, without a signal."""
        self._wide.choose(option)
        self._narrow.choose(option)

    def value(self) -> str:
        """The id of the choice that holds."""
        return self._wide.value()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        (self._narrow if self._is_folded else self._wide).setFocus(reason)

    def sizeHint(self) -> QSize:
        return self._wide.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._narrow.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().event(event)

    def _fold(self) -> None:
        folds = self.width() < self._wide.sizeHint().width()
        if folds == self._is_folded:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._is_folded = folds
        self._narrow.setVisible(folds)
        self._wide.setVisible(not folds)
        if had_focus:
            self.setFocus()

    def _by_segment(self, option: str) -> None:
        self._narrow.choose(option)
        self.chosen.emit(option)

    def _by_list(self, option: str) -> None:
        self._wide.choose(option)
        self.chosen.emit(option)
