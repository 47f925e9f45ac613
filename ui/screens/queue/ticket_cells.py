"""What stands in the cells of a waiting ticket; where room is scarce its needs stand under the purpose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from dost_desktop.contract.messages import EMPLOYMENT
from ui.infra.office_words import kind_words, need_words
from ui.screens.queue.port import TicketRow
from ui.widgets.rows_model import Cell


class TicketCells:
    """``direction_words`` names a direction in the window's language."""

    def __init__(self, direction_words: Callable[[str], str]) -> None:
        self._direction_words = direction_words
        self.needs_apart = True  # they have a column of their own

    def words_of(self, row: TicketRow) -> str:
        """The purpose; a ticket of another direction has none, and its direction says what it is for."""
        return kind_words(row.purpose) if row.purpose else self._direction_words(row.direction)

    def purpose(self, row: TicketRow) -> Cell:
        """Purpose over detail; further needs and the desk that sent the ticket on stand in the detail."""
        shown = 1 if self.needs_apart else 0
        needs = [need_words(each)[0] for each in row.needs[shown:]]
        sent = (
            QCoreApplication.translate("QueuePage", "sent on by {desk}").format(desk=row.sent_from)
            if row.sent_from
            else ""
        )
        direction = (
            self._direction_words(row.direction) if row.purpose and row.direction != EMPLOYMENT else ""
        )
        detail = " · ".join(filter(None, [direction, *needs, row.detail, sent]))
        return Cell(self.words_of(row), detail=detail or " ")

    @staticmethod
    def note(row: TicketRow) -> Cell:
        """The first need as a chip."""
        if not row.needs:
            return Cell()
        words, icon = need_words(row.needs[0])
        kind = "accent" if row.needs[0] == "priority" else "neutral"
        return Cell(chip=words, chip_icon=icon, chip_kind=kind)

    @staticmethod
    def minutes(row: TicketRow) -> Cell:
        """How long the person waits."""
        return Cell(QCoreApplication.translate("QueuePage", "{n} min").format(n=row.minutes))
