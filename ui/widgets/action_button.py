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
from ui.widgets.painted import LEFT, draw_box, draw_words, grown, width_of

_CAPS_GAP: Final = 15  # words to caps
_BIG: Final = "list.row_action"
_HEIGHTS: Final = {"primary": "control.height_primary", "link": "control.height_small"}
# kind -> (fill, hover, pressed, words, outline); "" paints nothing
_LOOKS: Final = {
    "primary": ("accent.fill", "accent.hover", "accent.pressed", "accent.on", ""),
    "secondary": ("bg.surface", "bg.hover", "bg.pressed", "text.main", "line.control"),
    "quiet": ("", "bg.hover", "bg.pressed", "accent.text", ""),
    "link": ("", "", "", "accent.text", ""),
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
        self._shortcut = ""
        self._key: KeyAct | None = None
        self._arc = BusyArc(self, self.update)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if big else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
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
        self._key = on_key(self, shortcut, self._by_key) if shortcut else None
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
        pad = self._pad()
        width = 2 * pad + (width_of(self.text(), self._words_kind()) if self.text() else 0)
        if self._icon:
            width += worn.px("control.icon") + (worn.px("space.2") if self.text() else 0)
        if self._shortcut:
            width += caps_width(self._shortcut) + (self._caps_gap() if self.text() else worn.px("space.1"))
        name = _BIG if self._big else _HEIGHTS.get(self._kind, "control.height")
        return QSize(max(width, worn.px("control.min_target")), worn.px(name))

    def _pad(self) -> int:
        return 0 if self._kind == "link" else theme().px("control.button_pad_x")

    def _caps_gap(self) -> int:
        return theme().px("space.2") if self._kind == "link" else grown(_CAPS_GAP)

    def _words_kind(self) -> str:
        return "small_strong" if self._kind == "link" else "strong" if self._filled() else "body"

    def _filled(self) -> bool:
        return self._kind in {"primary", "bad"}

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return QSize(size.width() - self._caps_room(), size.height()) if self.text() else size

    def _caps_room(self) -> int:
        return caps_width(self._shortcut) + self._caps_gap() if self._shortcut else 0

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
        pad = self._pad()
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
        fits = self.width() >= self.sizeHint().width() or not self.text()
        if self._shortcut and fits:  # where room is scarce the words stay and the caps go
            if busy and not self._icon:
                self._arc.draw(
                    painter, QRectF(square(right - edge, middle, edge)).adjusted(2, 2, -2, -2), ink
                )
            else:
                self._draw_caps(painter, right, middle, ink, off=dashed)
            right -= caps_width(self._shortcut) + self._caps_gap()
        elif busy and not self._icon:
            self._arc.draw(painter, QRectF(square(6, middle, 12)), ink)
            left, right = left + 10, right + 10
        box = QRect(left, 0, right - left + 1, self.height())
        centred = not self._icon and not self._shortcut and not busy and self._kind != "link"
        where = Qt.AlignmentFlag.AlignCenter if centred else LEFT
        draw_words(painter, box, self.text(), self._words_kind(), ink, where)

    def _draw_caps(self, painter: QPainter, right: int, middle: float, ink: QColor, *, off: bool) -> None:
        frame = theme().color("line.control")
        if self._filled() and not off:
            frame = QColor(ink)
            frame.setAlphaF(0.7)
        words = ink if self._filled() or off else theme().color("text.soft")
        draw_caps(painter, right, middle, self._shortcut, words, frame)

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None, bool]:
        worn = theme()
        if (self._reason or not self.isEnabled()) and self._kind == "link":
            return None, worn.color("text.disabled"), None, False
        if self._reason or not self.isEnabled():
            return worn.color("bg.sunken"), worn.color("text.disabled"), worn.color("line.control"), True
        option = QStyleOptionButton()
        self.initStyleOption(option)
        plain, hover, pressed, ink, line = _LOOKS[self._kind]
        state = QStyle.StateFlag
        over = bool(option.state & state.State_MouseOver) or self.property("state") == "hover"
        down = bool(option.state & state.State_Sunken) or self.property("state") == "pressed"
        fill = pressed if down else hover if over and not self._busy else plain
        if self._kind == "link" and over:
            ink = "accent.hover" if theme().name != "contrast" else ink
        return (
            worn.color(fill) if fill else None,
            worn.color(ink),
            worn.color(line) if line else None,
            False,
        )
