"""A date: typed as dd.mm.yyyy (the dots come by themselves) or picked from the calendar."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.painted import PaintedButton
from ui.widgets.text_field import TextField

_SHAPE: Final = re.compile(r"(\d{1,2})[.,/ -]?(\d{1,2})[.,/ -]?(\d{4})")


class _CalendarButton(PaintedButton):
    def sizeHint(self) -> QSize:
        edge = theme().px("control.min_target")
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = theme().px("control.icon_small")
        role = "text.main" if self.underMouse() else "text.soft"
        box = square((self.width() - edge) / 2, self.height() / 2, edge)
        draw_icon(QPainter(self), box, "calendar-blank", theme().color(role))


class DateField(TextField):
    """``value`` is ``None`` while what stands there is no date; ``is_blank`` tells an empty field from a wrong one."""

    date_changed = Signal()

    def __init__(self, *, enter_moves: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(placeholder="", limit=10, enter_moves=enter_moves, parent=parent)
        self.setPlaceholderText(self.tr("DD.MM.YYYY"))
        self._button = _CalendarButton("", self)
        self._button.setAccessibleName(self.tr("Calendar"))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.open_calendar)
        self._popup: QFrame | None = None
        self.textEdited.connect(self._typed)
        self.left.connect(self._tidy)
        self._before = ""

    def value(self) -> date | None:
        """The date that stands there, or ``None``."""
        return parsed_date(self.text())

    def set_value(self, day: date | None) -> None:
        """Show a date."""
        self.setText(day.strftime("%d.%m.%Y") if day else "")
        self._before = self.text()

    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not self.text().strip()

    def open_calendar(self) -> None:
        """The calendar under the field; Enter or a click takes the day, Esc leaves the field as it was."""
        if self.isReadOnly():
            return
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QVBoxLayout(popup)
        inside.setContentsMargins(1, 1, 1, 1)
        calendar = _calendar(popup)
        day = self.value()
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        inside.addWidget(calendar)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        edge = theme().px("control.min_target")
        self._button.setGeometry(self.width() - edge - 3, (self.height() - edge) // 2, edge, edge)
        self.setTextMargins(0, 0, edge, 0)

    def setReadOnly(self, locked: bool) -> None:
        super().setReadOnly(locked)
        self._button.setVisible(not locked)

    def _typed(self, words: str) -> None:
        grew = len(words) > len(self._before)
        if grew and self.cursorPosition() == len(words) and re.fullmatch(r"\d{2}|\d{2}\.\d{2}", words):
            self.setText(words + ".")
        elif grew and re.fullmatch(r"(\d{2}\.){1,2}[./ -]", words):
            self.setText(words[:-1])  # the point is there already: whoever types it too is not wrong
        self._before = self.text()
        self.date_changed.emit()

    def _tidy(self) -> None:
        day = self.value()
        if day is not None:
            self.set_value(day)

    def _picked(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.date_changed.emit()


def _calendar(parent: QWidget) -> QCalendarWidget:
    """A calendar from Monday, without the red of Qt's week-ends: red is for what the agent must repair."""
    calendar = QCalendarWidget(parent)
    calendar.setGridVisible(False)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    quiet = QTextCharFormat()
    quiet.setForeground(theme().color("text.muted"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, quiet)
    for name, sign in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:  # Qt's own arrows are black in every theme
            arrow.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            arrow.setText(sign)
    return calendar


def parsed_date(words: str) -> date | None:
    """The date in ``24.11.2026``, ``24112026`` or ``24/11/2026``; ``None`` when there is none."""
    match = _SHAPE.fullmatch(words.strip())
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
