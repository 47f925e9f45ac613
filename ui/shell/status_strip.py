"""The status strip: sync left, the undo offer, the desk, the timer right; always there, never loud."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.infra.keyboard import on_key
from ui.infra.speech import announce
from ui.shell.case_timer import CaseTimer
from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.key_caps import caps_width, draw_caps
from ui.widgets.painted import PaintedButton, draw_box, draw_words, width_of
from ui.widgets.text import ElidedText, Text

_KINDS: Final = {  # kind -> (icon unless another is given, role of icon and word)
    "good": ("cloud-check", "good.text"),
    "busy": ("cloud-arrow-up", "text.main"),
    "info": ("info", "accent.text"),
    "warn": ("warning", "warn.text"),
    "offline": ("cloud-slash", "warn.text"),
    "bad": ("warning-circle", "bad.text"),
}
_CAPS_GAP: Final = 9


class _Sync(PaintedButton):
    def __init__(self) -> None:
        super().__init__("")
        self.kind, self.sign, self.word, self.detail = "good", "", "", ""
        self.key, self.short = "sync", False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        size = self.minimumSizeHint()
        if not self.short:
            size.setWidth(size.width() + width_of(self.detail, "small") + 6)
        return size

    def minimumSizeHint(self) -> QSize:
        """Icon, word and key; the detail gives way."""
        worn = theme()
        width = 4 + worn.px("control.icon_small") + 8 + width_of(self.word, "small_strong") + 4
        if not self.short:
            width += _CAPS_GAP + caps_width(self.key)
        return QSize(width, worn.px("control.min_target"))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        if self.underMouse():
            draw_box(painter, self.rect(), fill=worn.color("bg.hover"))
        icon, role = _KINDS[self.kind]
        edge, middle, left = worn.px("control.icon_small"), self.height() / 2, 2
        draw_icon(painter, square(left, middle, edge), self.sign or icon, worn.color(role))
        left += edge + 7
        width = width_of(self.word, "small_strong")
        word = QRect(left, 0, width, self.height())
        draw_words(painter, word, self.word, "small_strong", worn.color(role), elide=False)
        left += width + 6
        if not self.short:
            right = self.width() - 4
            room = QRect(left, 0, right - caps_width(self.key) - _CAPS_GAP - left, self.height())
            draw_words(painter, room, self.detail, "small", worn.color("text.soft"))
            draw_caps(
                painter,
                right,
                middle,
                self.key,
                worn.color("text.soft"),
                worn.color("line.control"),
                worn.color("bg.surface"),
            )


class StatusStrip(QWidget):
    """``sync_asked`` and ``undo_asked``, and ``page_asked`` where a click leads to a page; all else is shown."""

    sync_asked = Signal()
    page_asked = Signal(str)
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setProperty("part", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 16, 0)
        row.setSpacing(12)
        self._sync = _Sync()
        self._sync.clicked.connect(self._pressed)
        self._leads = ""
        on_key(self, "sync", self.sync_asked.emit)
        self._act, self._undo = (
            ElidedText("", "small"),
            ActionButton(self.tr("Undo"), "link", shortcut="undo"),
        )
        self._undo.acted.connect(self._undone)
        self._desk = Text("", "small", "muted")
        self.timer = CaseTimer()
        row.addWidget(self._sync)
        row.addWidget(self._act)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._desk)
        row.addSpacing(4)
        row.addWidget(self.timer)
        self._words = ("", "")
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.timeout.connect(self.withdraw_undo)
        self.withdraw_undo()
        self.fold(False)

    def show_sync(
        self, kind: str, word: str, detail: str = "", *, icon: str = "", leads: str = "", key: str = "sync"
    ) -> None:
        """kind: good, busy, info, warn, offline, bad. Said aloud only when the state changes.

        A click leads to the page ``leads`` under ``key``, or to what was not sent.
        """
        shown = (kind, icon, word, detail, key)
        before = (self._sync.kind, self._sync.sign, self._sync.word, self._sync.detail, self._sync.key)
        self._leads = leads
        if shown == before:
            return
        self._sync.kind, self._sync.sign, self._sync.word, self._sync.detail, self._sync.key = shown
        self._sync.setAccessibleName(f"{word}, {detail}" if detail else word)
        self._sync.setToolTip(detail)
        self._sync.updateGeometry()
        self._sync.update()
        if (kind, word) != (before[0], before[2]) and kind != "busy":
            announce(self, word)

    def stops(self) -> list[QWidget]:
        """What takes the focus here, in order."""
        return [self._sync, self._undo]

    def show_desk(self, words: str, short: str = "") -> None:
        """Centre and desk; ``short`` where room is scarce."""
        self._words = (words, short or words)
        self._desk.setText(self._words[1 if self._sync.short else 0])

    def show_case(self, ticket: str, elapsed: Callable[[], int]) -> None:
        """Start to show this case's time."""
        self.timer.show_case(ticket, elapsed)

    def show_paused(self, ticket: str, seconds: int, reason: str) -> None:
        """No case is open; this one was put aside."""
        self.timer.show_paused(ticket, seconds, reason)

    def show_no_case(self) -> None:
        """No case is open."""
        self.timer.show_none()

    def offer_undo(self, words: str) -> None:
        """What was done, and six seconds to take it back."""
        self._act.setText(words)
        self._act.show()
        self._undo.show()
        self._gone.start(theme().px("motion.toast_stay"))
        announce(self, words)

    def say(self, words: str) -> None:
        """What was done or what stands in the way: a quiet line for six seconds."""
        self._act.setText(words)
        self._act.show()
        self._undo.hide()
        self._gone.start(theme().px("motion.toast_stay"))
        announce(self, words)

    def withdraw_undo(self) -> None:
        """The offer is over."""
        self._gone.stop()
        self._act.hide()
        self._undo.hide()

    def fold(self, folded: bool) -> None:
        """Words in short, or whole."""
        self.setFixedHeight(theme().px("shell.status"))
        self._sync.short = folded
        self.timer.fold(folded)
        self._sync.updateGeometry()
        self._sync.update()
        self.show_desk(*self._words)

    def _pressed(self) -> None:
        if self._leads:
            self.page_asked.emit(self._leads)
        else:
            self.sync_asked.emit()

    def _undone(self) -> None:
        self.withdraw_undo()
        self.undo_asked.emit()
