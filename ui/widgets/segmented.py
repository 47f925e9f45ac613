"""A row of two to five choices of which exactly one holds: one tab stop, arrows inside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.option import Option
from ui.widgets.painted import CENTER, Painted, PaintedButton, draw_box, draw_words, grown, width_of
from ui.widgets.tab_order import tab_after

_PAD: Final = 12


class _Segment(PaintedButton):
    def __init__(self, option: Option, parent: QWidget) -> None:
        super().__init__("", parent)
        self.show_option(option)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", "parent")

    def show_option(self, option: Option) -> None:
        """Other words or another count."""
        self.option = option
        words = option.words if option.count is None else f"{option.words}  {option.count}"
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:  # the arrows choose, Enter is the next field
            self.focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(width_of(self.text(), "strong") + 2 * grown(_PAD), theme().px("control.height"))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        off = not self.isEnabled()
        if self.isChecked():
            draw_box(
                painter, self.rect(), fill=worn.color("bg.sunken" if off else "accent.tint"),
                line=worn.color("line.control" if off else "accent.fill"),
                width=1 if off else 2, radius=worn.px("radius.control"), dashed=off,
            )  # fmt: skip
            ink = worn.color("text.disabled" if off else "accent.text")
            draw_words(painter, self.rect(), self.text(), "strong", ink, CENTER, elide=False)
            return
        if self.underMouse() and not off:
            box = self.rect().adjusted(1, 1, -1, -1)
            draw_box(painter, box, fill=worn.color("bg.hover"), radius=worn.px("radius.control"))
        ink = worn.color("text.disabled" if off else "text.main")
        draw_words(painter, self.rect(), self.text(), "body", ink, CENTER, elide=False)


class Segmented(Painted):
    """Segments in one outline. ``chosen`` is sent only when a person chose, never by ``choose``."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[Option], *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._segments: list[_Segment] = []
        self.show_options(options)

    def show_options(self, options: Sequence[Option]) -> None:
        """Other choices or counts; the one that held still holds if it is among them, else the first."""
        if [segment.option.id for segment in self._segments] == [option.id for option in options]:
            for segment, option in zip(self._segments, options, strict=True):
                segment.show_option(option)
            self.updateGeometry()
            return
        held = self.value()
        focused = any(segment.hasFocus() for segment in self._segments)
        for segment in self._segments:
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = [_Segment(option, self) for option in options]
        for segment in self._segments:
            self._group.addButton(segment)
            self._row.addWidget(segment)
            segment.show()
        tab_after(self, self._segments)
        if self._segments:
            self.choose(held if held in {o.id for o in options} else options[0].id)
            if focused:
                self._checked().setFocus()
        self.updateGeometry()

    def value(self) -> str:
        """The id of the choice that holds."""
        return next((s.option.id for s in self._segments if s.isChecked()), "")

    def choose(self, option: str) -> None:
        """Let this choice hold, without a signal."""
        for segment in self._segments:
            if segment.option.id == option:
                segment.setChecked(True)
        self.update()

    def set_off(self, reason: str) -> None:
        """No choice now, and why."""
        self.setEnabled(False)
        self.setAccessibleDescription(reason)

    def set_on(self) -> None:
        """A choice again."""
        self.setEnabled(True)
        self.setAccessibleDescription("")

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._segments:
            self._checked().setFocus(reason)

    def _checked(self) -> _Segment:
        return next((s for s in self._segments if s.isChecked()), self._segments[0])

    def _clicked(self, segment: object) -> None:
        self.update()
        if isinstance(segment, _Segment):
            self.chosen.emit(segment.option.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        off = not self.isEnabled()
        draw_box(
            painter, self.rect(), fill=worn.color("bg.sunken" if off else "bg.surface"),
            line=worn.color("line.control"), width=1 if off else worn.outline,
            radius=worn.px("radius.control"), dashed=off,
        )  # fmt: skip
        for left, right in zip(self._segments, self._segments[1:], strict=False):
            if not left.isChecked() and not right.isChecked():
                line = QRect(right.x(), 5, 1, self.height() - 10)
                painter.fillRect(line, worn.color("line.subtle"))
