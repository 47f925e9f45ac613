"""The bar of a desk whose database was brought back from a copy: what still works there, and what mends it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.note import Note


class NumbersBar(Note):
    """Said on the queue page, before a person is called (``Database.issuing_locked``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent=parent)
        detail = self.tr(
            "No new application can be opened here until the next connection: then everything is fetched anew and new"
            " numbers come. Open ones go on, and written answers get provisional numbers."
        )
        self.say("warn", self.tr("This database is an older copy: it gives out no numbers."), detail)
