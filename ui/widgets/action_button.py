"""The button: words, icon and key caps in one; off with a reason, busy with its name kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.infra.keyboard import KeyAct, on_key
from ui.infra.shortcuts import caps_of, tool_tip_of
from ui.infra.speech import announce
from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.busy_arc import BusyArc
from ui.widgets.key_caps import caps_width, draw_caps
from ui.widgets.painted import LEFT, draw_box, draw_words, width_of

_CAPS_GAP: Final = 15  # words to caps
_BIG: Final = "list.row_action"
# kind -> (fill, hover, pressed, words, outline); "" paints nothing
_LOOKS: Final = {
    "primary": ("accent.fill", "accent.hover", "accent.pressed", "accent.on", ""),
    "secondary": ("bg.surface", "bg.hover", "bg.pressed", "text.main", "line.control"),
    "quiet": ("", "bg.hover", "bg.pressed", "accent.text", ""),
    "bad": ("bad.fill", "bad.hover", "bad.hover", "bad.on", ""),
}


class ActionButton(QPushButton):
    """One act. ``acted`` is sent only when the act is possible; off or busy it never is.

    Off it stays in the tab order, with a dashed outline; pressing it, by hand or by its key, sends ``told`` with
    the reason and lets a screen reader say it.
    """

    acted = Signal()
    told = Signal(str)

    def __init__(
        self,
        words: str,
        kind: str = "secondary",
        *,
        shortcut: str = "",
        icon: str = "",
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._kind, self._icon, self._big, self._reason, self._busy = kind, icon, big, "", False
        self._shortcut, self._key = "", None
        self._arc = BusyArc(self, self.update)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding if big else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.clicked.connect(self.act)
        self.set_shortcut(shortcut)

    # what the screen says
    def set_words(self, words: str) -> None:
        """Another name for the act."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def set_shortcut(self, shortcut: str) -> None:
        """Another key; ``""`` for none."""
        if self._key is not None:
            self._key.deleteLater()
        self._shortcut = shortcut
        self._key: KeyAct | None = on_key(self, shortcut, self._by_key) if shortcut else None
        self._describe()
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """primary, secondary, quiet or bad."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_off(self, reason: str) -> None:
        """The act is impossible now, and why, in one line."""
        self._reason = reason
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._describe()
        self.update()

    def set_on(self) -> None:
        """The act is possible."""
        self._reason = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._describe()
        self.update()

    def set_busy(self, busy: bool) -> None:
        """The act is being done: a second press does nothing; an arc appears after 300 ms."""
        self._busy = busy
        if busy:
            self._arc.start()
        else:
            self._arc.stop()

    @property
    def off_reason(self) -> str:
        """Why the act is impossible; empty when it is possible."""
        return self._reason

    def act(self) -> None:
        """Do the act, or say why not."""
        if self._busy:
            return
        if self._reason:
            announce(self, self._reason)
            self.told.emit(self._reason)
        elif self.isEnabled():
            self.acted.emit()

    def _by_key(self) -> None:
        self.act()

    def _describe(self) -> None:
        key = "+".join(caps_of(self._shortcut)) if self._shortcut else ""
        self.setAccessibleDescription(". ".join(part for part in (self._reason, key) if part))
        self.setToolTip(self._reason or (tool_tip_of(self._shortcut, self.text()) if self._shortcut else ""))

    # how it looks
    def sizeHint(self) -> QSize:
        worn = theme()
        pad = worn.px("control.button_pad_x")
        kind = "strong" if self._kind in {"primary", "bad"} else "body"
        width = 2 * pad + width_of(self.text(), kind) if self.text() else 2 * pad
        if self._icon:
            width += worn.px("control.icon") + (worn.px("space.2") if self.text() else 0)
        if self._shortcut:
            width += caps_width(self._shortcut) + _CAPS_GAP
        name = _BIG if self._big else "control.height_primary" if self._kind == "primary" else "control.height"
        return QSize(max(width, worn.px("control.min_target")), worn.px(name))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.act()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        fill, ink, line, dashed = self._colours()
        draw_box(
            painter, self.rect(), fill=fill, line=line,
            width=1.0 if dashed else worn.outline, radius=worn.px("radius.control"), dashed=dashed,
        )  # fmt: skip
        pad = worn.px("control.button_pad_x")
        left, right, middle = pad, self.width() - pad, self.height() / 2
        edge = worn.px("control.icon")
        busy = self._arc.seen
        if self._icon:
            box = square(left, middle, edge)
            if busy:
                self._arc.draw(painter, QRectF(box).adjusted(1, 1, -1, -1), ink)
            else:
                draw_icon(painter, box, self._icon, ink)
            left += edge + worn.px("space.2")
        if self._shortcut:
            if busy and not self._icon:
                self._arc.draw(painter, QRectF(square(right - edge, middle, edge)).adjusted(2, 2, -2, -2), ink)
            else:
                frame = QColor(ink) if self._kind in {"primary", "bad"} and not dashed else worn.color("line.control")
                frame.setAlphaF(0.7 if self._kind in {"primary", "bad"} and not dashed else 1.0)
                caps_ink = ink if self._kind in {"primary", "bad"} or dashed else worn.color("text.soft")
                draw_caps(painter, right, middle, self._shortcut, caps_ink, frame)
            right -= caps_width(self._shortcut) + _CAPS_GAP
        elif busy and not self._icon:
            self._arc.draw(painter, QRectF(square(6, middle, 12)), ink)
            left, right = left + 10, right + 10
        kind = "strong" if self._kind in {"primary", "bad"} else "body"
        box = QRect(left, 0, right - left, self.height())
        centred = not self._icon and not self._shortcut and not busy
        draw_words(painter, box, self.text(), kind, ink, Qt.AlignmentFlag.AlignCenter if centred else LEFT, elide=False)

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None, bool]:
        worn = theme()
        if self._reason or not self.isEnabled():
            return worn.color("bg.sunken"), worn.color("text.disabled"), worn.color("line.control"), True
        option = QStyleOptionButton()
        self.initStyleOption(option)
        plain, hover, pressed, ink, line = _LOOKS[self._kind]
        state = QStyle.StateFlag
        over = bool(option.state & state.State_MouseOver) or self.property("state") == "hover"
        down = bool(option.state & state.State_Sunken) or self.property("state") == "pressed"
        fill = pressed if down else hover if over and not self._busy else plain
        return (
            worn.color(fill) if fill else None,
            worn.color(ink),
            worn.color(line) if line else None,
            False,
        )
