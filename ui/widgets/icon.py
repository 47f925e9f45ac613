"""An icon as a widget, in a role's colour, sharp at every device ratio."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.painted import Painted

__all__ = ["Icon", "draw_icon", "square"]


class Icon(Painted):
    """One Phosphor icon. Without words beside it, give it a name for the screen reader."""

    def __init__(
        self,
        name: str,
        role: str = "text.muted",
        size: str = "icon",
        *,
        name_for_reader: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, f"control.{size}" if "." not in size else size
        self.setAccessibleName(name_for_reader)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, role: str = "") -> None:
        """Show another icon, in another role's colour if one is given."""
        self._name, self._role = name, role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        edge = theme().px(self._size)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        worn = theme()
        edge = worn.px(self._size)
        box = square((self.width() - edge) / 2, self.height() / 2, edge)
        draw_icon(painter, box, self._name, worn.color(self._role), paper=worn.color("accent.on"))
