"""The bar of a desk whose database was copied or restored: what still works there, and who mends it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.note import Note


class NumbersBar(Note):
    """Said on the queue page, before a person is called (``Database.issuing_locked``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent=parent)
        detail = self.tr(
            "No new application can be opened here. Open ones go on, written answers get provisional numbers, and"
            " everything is sent. The administrator must enrol this desk again."
        )
        self.say("warn", self.tr("This database was copied or restored: it gives out no numbers."), detail)
