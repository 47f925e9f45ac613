"""A section that usually is one line, with what holds in it, and unfolds in place under a key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.panel import FoldedRow, Panel
from ui.widgets.text import Rule


class Section(QWidget):
    """``row`` and ``panel`` are the page's to place; ``folded`` says when one takes the other's place.

    ``key`` opens and closes. Fill ``panel.body``, and let ``first`` be what takes the focus on opening.
    """

    folded = Signal(bool)

    def __init__(self, title: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()  # only the two pictures are seen
        self.first: QWidget | None = None
        self._change = ActionButton(self.tr("Change"), "link", shortcut=key)
        self._change.setAccessibleDescription(title)
        self._done = ActionButton(self.tr("Fold"), "link", shortcut=key)
        self._done.setAccessibleDescription(title)
        self.row = FoldedRow("check-circle", title, "", self._change)
        self.row.setMinimumHeight(36)
        self.panel = Panel(title, title_kind="heading", trailing=self._done)
        self.panel.body.setSpacing(12)
        self.panel.hide()
        self._change.acted.connect(self.open)
        self._done.acted.connect(self.close_up)

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return not self.panel.isHidden()

    def open(self) -> None:
        """Unfold, with the caret in it."""
        self.unfold()
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def unfold(self) -> None:
        """In sight, with the caret where it is."""
        self._turn(opened=True)

    def begin(self) -> None:
        """Another intake: one line."""
        self._turn(opened=False)

    def close_up(self) -> None:
        """One line again; the focus stays on its key."""
        self._turn(opened=False)
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, *, opened: bool) -> None:
        if opened == self.is_open:
            return
        self.panel.setVisible(opened)
        self.row.setVisible(not opened)
        self.folded.emit(not opened)


class FoldedRows(QFrame):
    """The sections that are one line now, with hairlines between them; gone when none is."""

    def __init__(self, rows: list[FoldedRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        self._rows, self._rules = rows, [Rule() for _ in rows[1:]]
        for place, row in enumerate(rows):
            if place:
                column.addWidget(self._rules[place - 1])
            column.addWidget(row)

    def settle(self) -> None:
        """Rules only between rows that are seen."""
        seen = [not row.isHidden() for row in self._rows]
        for place, rule in enumerate(self._rules, start=1):
            rule.setVisible(seen[place] and any(seen[:place]))
        self.setVisible(any(seen))
