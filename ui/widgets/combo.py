"""A list of choices that opens: chosen by id, never by the mouse wheel passing over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.option import Option

_EDGE: Final = 8
_PADDING: Final = 48  # as window.qss gives it, left and right of the words


class Combo(QComboBox):
    """``chosen`` is sent only when a person chose. ``left`` is sent when the focus leaves."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, options: Sequence[Option] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # AdjustToContents would shrink the box behind its layout's back, 20 ms after every change of the choices
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setItemDelegate(QStyledItemDelegate(self))  # Fusion's own one ignores the style sheet
        self.show_options(options)
        self.activated.connect(lambda _: self.chosen.emit(self.value()))

    def show_options(self, options: Sequence[Option]) -> None:
        """Other choices; the one that held still holds if it is among them."""
        held = self.value()
        self.clear()
        for option in options:
            words = option.words if option.count is None else f"{option.words}  {option.count}"
            self.addItem(words, option.id)
        self.choose(held)
        self.updateGeometry()

    def value(self) -> str:
        """The id of the choice that holds, ``""`` when none does."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def choose(self, option: str) -> None:
        """Let this choice hold, without a signal; an unknown id leaves the first."""
        place = self.findData(option)
        if place >= 0:
            self.setCurrentIndex(place)

    def sizeHint(self) -> QSize:
        words = [self.itemText(place) for place in range(self.count())]
        longest = max((self.fontMetrics().horizontalAdvance(each) for each in words), default=0)
        return QSize(longest + _PADDING + 2 * theme().outline, theme().px("control.height"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px("control.height") * 3, theme().px("control.height"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change the answer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.view().isVisible():
            self.left.emit()
        return super().event(event)

    def showPopup(self) -> None:
        """The list is as wide as its words, as far as the window goes: what is cut in the box is read there."""
        room = self.window().width() - self.mapTo(self.window(), QPoint(0, 0)).x() - _EDGE
        wanted = (
            self.view().sizeHintForColumn(0) + self.view().verticalScrollBar().sizeHint().width() + 2 * _EDGE
        )
        self.view().setMinimumWidth(min(wanted, room))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = theme().px("control.icon_small")
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        words = self.currentText()
        option.currentText = self.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, room.width() - 4
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        role = "text.soft" if self.isEnabled() else "text.disabled"
        box = square(self.width() - edge - _EDGE, self.height() / 2, edge)
        draw_icon(painter, box, "caret-down", theme().color(role))
        whole = "" if option.currentText == words else words
        if self.toolTip() != whole:
            self.setToolTip(whole)
