"""The one bar under the header that offers a found draft; never restored unasked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.text import ElidedText, Text


class DraftBar(QFrame):
    """Whose draft, from when, and two answers."""

    restored = Signal()
    discarded = Signal()

    def __init__(
        self,
        title: str,
        detail: str = "",
        *,
        restore: str = "",
        discard: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "draft-bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 4)
        row.setSpacing(8)
        row.addWidget(Icon("arrow-counter-clockwise", "accent.text", "icon_small"))
        row.addWidget(Text(title, "small_strong", wrap=True), 1)
        row.addWidget(ElidedText(detail, "small", "soft"), 1)
        self._restore = ActionButton(restore or self.tr("Restore"), shortcut="Alt+B")
        self._restore.acted.connect(self.restored)
        self._discard = ActionButton(discard or self.tr("Discard"), "quiet")
        self._discard.acted.connect(self.discarded)
        row.addWidget(self._restore)
        row.addWidget(self._discard)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
