"""The focus ring: one overlay that follows the keyboard, because a style sheet cannot draw outside a control."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from ui.theme.theme import theme
from ui.widgets.painted import draw_box

_FOLLOWED: Final = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.EnabledChange,
        QEvent.Type.ZOrderChange,
    }
)


class FocusRing(QWidget):
    """One per window. A control may say ``ring``: ``none`` (it draws its own) or ``parent`` (ring around the group)."""

    def __init__(self, window: QWidget, *, follows: bool = True) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._chain: list[QWidget] = []
        self._target: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._place)
        app = QApplication.instance()
        if follows and isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.hide()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isValid(self._window):
            inside = now is not None and self._window.isAncestorOf(now)
            self.show_around(_ringed(now) if now is not None and inside else None)

    def show_around(self, target: QWidget | None) -> None:
        """Put the ring around a control and keep it there; ``None`` takes it away."""
        for widget in self._chain:
            if isValid(widget):  # a closed page takes its widgets with it
                widget.removeEventFilter(self)
        self._chain = []
        self._target = target
        at = self._target
        while at is not None and at is not self._window:
            at.installEventFilter(self)
            self._chain.append(at)
            at = at.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._later.start(0)  # after the layout has finished moving everything
        return False

    def _place(self) -> None:
        target = self._target
        if (
            target is None
            or not isValid(target)
            or not target.isVisible()
            or not self._window.isAncestorOf(target)
        ):
            self.hide()
            return
        reach = _reach(target)
        box = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()).adjusted(
            -reach, -reach, reach, reach
        )
        clip = self._window.rect()
        at = target.parentWidget()
        while at is not None and at is not self._window:
            above = at.parentWidget()
            if isinstance(above, QAbstractScrollArea) and above.viewport() is at:
                clip = clip.intersected(QRect(at.mapTo(self._window, QPoint(0, 0)), at.size()))
            at = above
        if box.intersected(clip).isEmpty():
            self.hide()
            return
        self.setGeometry(box)
        self.setMask(clip.translated(-box.topLeft()).intersected(self.rect()))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        width = worn.px("line.focus")
        radius = worn.px("radius.control") + (_reach(self._target) - width / 2 if self._target else 0)
        draw_box(painter, self.rect(), line=worn.color("line.focus"), width=width, radius=radius)


def _ringed(widget: QWidget) -> QWidget | None:
    wish = widget.property("ring")
    if wish == "none":
        return None
    return widget.parentWidget() if wish == "parent" else widget


def _reach(target: QWidget | None) -> int:
    """How far outside the control the ring's outer edge lies: fields wear it at their own outline."""
    worn = theme()
    gap = 0 if isinstance(target, QLineEdit | QPlainTextEdit | QComboBox) else worn.px("line.focus_gap")
    return worn.px("line.focus") + gap
