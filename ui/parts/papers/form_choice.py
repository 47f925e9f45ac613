"""In which form a paper was shown: four segments where they have room, else a list that opens."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from dost_desktop.domain.vocabulary import FormShown
from ui.infra.office_words import form_shown_words
from ui.theme.theme import theme
from ui.widgets.combo import Combo
from ui.widgets.option import Option
from ui.widgets.segmented import Segmented


class FormChoice(QWidget):
    """``chosen`` when a person chose; the same choice holds in both pictures."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms = [Option(each.value, form_shown_words(each)) for each in FormShown]
        self._row, self._list = Segmented(forms, name=name), Combo(forms)
        self._list.setAccessibleName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._row)
        line.addWidget(self._list)
        line.addStretch(1)
        self._list.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for each in (self._row, self._list):
            each.chosen.connect(self._chosen)
        self.setFocusProxy(self._row)

    def value(self) -> str:
        """The id of the form that holds."""
        return self._list.value()

    def choose(self, form: str) -> None:
        """Let this form hold, without a signal."""
        self._row.choose(form)
        self._list.choose(form)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._list.minimumSizeHint().width(), theme().px("control.height"))

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), theme().px("control.height"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self._row.sizeHint().width() <= self.width()
        self._row.setVisible(fits)
        self._list.setVisible(not fits)
        self.setFocusProxy(self._row if fits else self._list)

    def _chosen(self, form: str) -> None:
        self.choose(form)
        self.chosen.emit(form)
