"""The bar of a desk whose database was brought back from a copy: what still works there, and what mends it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.widgets.note import Note


class Issuing(Protocol):
    """Whether the desk gives out numbers (``Database``)."""

    issuing_locked: bool


class NumbersBar(Note):
    """Said on the queue page, before a person is called; goes when a round of the sync brought numbers."""

    def __init__(self, desk: Issuing, synced: SignalInstance, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent=parent)
        self._desk = desk
        synced.connect(self._look_again)
        detail = self.tr(
            "No new application can be opened here until the next connection: then everything is fetched anew and new"
            " numbers come. Open ones go on, and written answers get provisional numbers."
        )
        self.say("warn", self.tr("This database is an older copy: it gives out no numbers."), detail)

    def _look_again(self) -> None:
        if not self._desk.issuing_locked:
            self.hide()
