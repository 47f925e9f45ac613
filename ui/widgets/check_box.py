"""Check box and radio button: 18 px, words that wrap with a detail below, off with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.theme.icons import draw_icon
from ui.theme.theme import theme
from ui.widgets.painted import draw_box, width_of, wrapped_height

if TYPE_CHECKING:  # a second base of Qt's own ends the process
    _Button = QAbstractButton
else:
    _Button = object

_GAP: Final = 8
_ROOM: Final = 5  # above and below, so that the target is 28 px high


def _hint(button: QAbstractButton) -> QSize:
    box, detail = theme().px("control.check"), _detail_of(button)
    words = max(width_of(button.text(), "body"), width_of(detail, "small") if detail else 0)
    width = box + (_GAP + words + 2 if button.text() else 0)
    below = theme().line_height("small") if detail else 0
    return QSize(width, max(theme().line_height("body"), box) + below + 2 * _ROOM)


def _detail_of(button: QAbstractButton) -> str:
    return str(button.property("detail") or "")


def _height(button: QAbstractButton, width: int) -> int:
    box = theme().px("control.check")
    room, detail = width - box - _GAP, _detail_of(button)
    below = wrapped_height(detail, "small", room) if detail else 0
    return max(wrapped_height(button.text(), "body", room), box) + below + 2 * _ROOM


def _paint(button: QAbstractButton, *, round_box: bool) -> None:
    worn = theme()
    painter = QPainter(button)
    edge, off = worn.px("control.check"), not button.isEnabled()
    line = worn.line_height("body")
    top = _ROOM + max(button.height() - _height(button, button.width()), 0) // 2
    box = QRect(QPoint(0, top + (line - edge) // 2), QSize(edge, edge))
    radius = edge / 2 if round_box else worn.px("radius.chip")
    checked = button.isChecked()
    over = button.underMouse() and not off
    ink = worn.color("text.disabled" if off else "accent.on")
    if off:
        draw_box(
            painter,
            box,
            fill=worn.color("bg.sunken"),
            line=worn.color("line.control"),
            radius=radius,
            dashed=True,
        )
    elif checked and not round_box:
        draw_box(painter, box, fill=worn.color("accent.hover" if over else "accent.fill"), radius=radius)
    else:
        bad = button.property("state") == "bad"
        outline = "bad.text" if bad else "accent.fill" if checked else "line.control"
        draw_box(
            painter, box, fill=worn.color("bg.hover" if over else "bg.field"), line=worn.color(outline),
            width=2 if bad else max(1.5 if round_box and checked else 1, worn.outline), radius=radius,
        )  # fmt: skip
    if checked and round_box:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.color("text.disabled" if off else "accent.fill"))
        middle = QPointF(box.x() + edge / 2, box.y() + edge / 2)
        painter.drawEllipse(middle, edge * 0.28, edge * 0.28)
    elif checked:
        draw_icon(painter, box.adjusted(2, 2, -2, -2), "check-bold", ink)
    painter.setFont(worn.font("body"))
    painter.setPen(worn.color("text.disabled" if off else "text.main"))
    left = edge + _GAP
    words = QRect(left, top, button.width() - left, button.height() - top)
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    painter.drawText(words, flags, button.text())
    if detail := _detail_of(button):
        words.setTop(top + max(wrapped_height(button.text(), "body", words.width()), edge))
        painter.setFont(worn.font("small"))
        painter.setPen(worn.color("text.disabled" if off else "text.muted"))
        painter.drawText(words, flags, detail)


class _Ticked(_Button):
    """What check box and radio button share: size, words that wrap, off with a reason; stands before Qt's class."""

    def _prepare(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.text())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_off(self, reason: str) -> None:
        """Not possible now, and why."""
        self.setEnabled(False)
        self.setAccessibleDescription(reason)

    def set_on(self) -> None:
        """Possible again."""
        self.setEnabled(True)
        self.setAccessibleDescription("")

    def set_words(self, words: str, detail: str) -> None:
        """What it says, and what that brings with it, smaller below."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self.setProperty("detail", detail)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:  # space ticks, Enter is the next field
            self.focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return _hint(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px("control.check") * 4, _hint(self).height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, round_box=isinstance(self, QRadioButton))


class CheckBox(_Ticked, QCheckBox):
    """Yes or not yet."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._prepare()


class RadioButton(_Ticked, QRadioButton):
    """One of several in the same parent."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._prepare()
