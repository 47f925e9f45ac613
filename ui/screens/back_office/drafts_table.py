"""The drafts by deadline: five squares say how much of the term is used; Space or Shift chooses several."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from dost_desktop.domain.dates import instant, legal_date, short
from ui.parts.giving_way import GivingWay
from ui.screens.back_office.shown import Row
from ui.screens.back_office.words import basis_words
from ui.theme.theme import theme
from ui.widgets.row_delegate import PAD
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView

_LEAST_NEEDED: Final = (2, 1)  # when it was sent, then what is decided give way
_DEADLINE: Final = 3
_VERTICAL: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class DraftsTable(RowsView):
    """``mark_toggled`` by Space or Ctrl and the mouse, ``marks_added`` by Shift and an arrow; both carry ids."""

    mark_toggled = Signal(object)  # UUID
    marks_added = Signal(object)  # tuple of UUID

    def __init__(self) -> None:
        self._drafts = RowsModel(self._columns(), lambda row: row.id)
        name = QCoreApplication.translate("DraftsTable", "Decisions that wait for confirmation")
        super().__init__(self._drafts, two_lines=True, name=name, sortable=True)
        GivingWay(self, _LEAST_NEEDED)
        self.horizontalHeader().setSortIndicator(_DEADLINE, Qt.SortOrder.AscendingOrder)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Other rows; selection and place stay."""
        self._drafts.show_rows(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here: UUID | None = self.selected_id()
        if event.key() == Qt.Key.Key_Space and here is not None:
            self.mark_toggled.emit(here)
            return
        if (
            event.key() in _VERTICAL
            and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            and here is not None
        ):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            place = min(max(self._drafts.place_of(here) + step, 0), self._drafts.rowCount() - 1)
            there = self._drafts.row(place).id
            self.select_id(there)
            self.marks_added.emit((here, there))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid():
            return
        row = self._drafts.row(index.row())
        on_box = row.marks_shown and place.x() < PAD + theme().px("control.icon_small") + PAD
        if on_box or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.mark_toggled.emit(row.id)

    # cells
    @staticmethod
    def _person_cell(row: Row) -> Cell:
        icon = ("check-square" if row.is_marked else "square") if row.marks_shown else ""
        chip = QCoreApplication.translate("DraftsTable", "yours") if row.draft.is_own else ""
        detail = "…/" + row.draft.number.rsplit("/", 1)[-1]
        if row.is_marked:
            detail = QCoreApplication.translate("DraftsTable", "{number} · chosen").format(number=detail)
        return Cell(row.draft.full_name, detail=detail, icon=icon, chip=chip, strong=True)

    @staticmethod
    def _decision_cell(row: Row) -> Cell:
        draft = row.draft
        parts = [basis_words(draft), draft.centre]
        if draft.returned:
            parts.append(QCoreApplication.translate("DraftsTable", "returned before"))
        words = QCoreApplication.translate("DraftsTable", "Registration as unemployed")
        return Cell(words, detail=" · ".join(parts))

    @staticmethod
    def _sent_cell(row: Row) -> Cell:
        return Cell(short(legal_date(instant(row.draft.sent_at))), muted=True)

    def _deadline_cell(self, row: Row) -> Cell:
        left = row.draft.days_left
        if left < 0:
            words = self.tr("%n working day(s) late", "", -left)
        else:
            words = self.tr("%n working day(s) left", "", left) if left else self.tr("due today")
        tone = "bad" if left <= 0 else "warn" if left == 1 else ""
        return Cell(words, tone=tone, squares=(row.used, row.draft.term))

    def _columns(self) -> list[Column[Row]]:
        """Before the widget itself is there: its words come by the name of their context."""
        return [
            Column(QCoreApplication.translate("DraftsTable", "Person"), self._person_cell, None),
            Column(
                QCoreApplication.translate("DraftsTable", "Draft decision"), self._decision_cell, width=262
            ),
            Column(
                QCoreApplication.translate("DraftsTable", "Sent"),
                self._sent_cell,
                lambda row: row.draft.sent_at,
                100,
            ),
            Column(
                QCoreApplication.translate("DraftsTable", "Until the deadline"),
                self._deadline_cell,
                lambda row: row.draft.due_on,
                190,
            ),
        ]
