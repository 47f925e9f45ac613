"""F1: every key of the program on one sheet, read from the registry."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.infra.shortcuts import SHORTCUTS, Place, words_of
from ui.widgets.action_button import ActionButton
from ui.widgets.focus_ring import FocusRing
from ui.widgets.key_caps import KeyCaps
from ui.widgets.text import Text


class KeySheet(QDialog):
    """Keys by the place where they work. Esc or the button closes it."""

    def __init__(self, parent: QWidget, absent: Collection[str] = ()) -> None:
        """``absent``: ids of keys that whoever signed in does not have."""
        super().__init__(parent)
        self.setProperty("kind", "modal")
        self.setWindowTitle(self.tr("Keys"))
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("Keys"), "title"))
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(5)
        row = 0
        for place in Place:
            lines = [
                (id_, known) for id_, known in SHORTCUTS.items() if known.place is place and id_ not in absent
            ]
            if not lines:
                continue
            grid.addWidget(Text(self._place_words(place), "label", "soft"), row, 0, 1, 2)
            row += 1
            seen: set[str] = set()
            for shortcut, known in lines:
                if known.words in seen:
                    continue
                seen.add(known.words)
                grid.addWidget(KeyCaps(shortcut), row, 0)
                every = " (1–9)" if shortcut.endswith(".1") else ""
                grid.addWidget(Text(words_of(shortcut) + every, "small"), row, 1)
                row += 1
        grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setProperty("kind", "surface")
        sheet.setProperty("kind", "surface")
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        column.addWidget(area, 1)
        close = ActionButton(self.tr("Close"), "secondary", shortcut="back")
        close.acted.connect(self.accept)
        column.addWidget(close)
        self.ring = FocusRing(self)
        self.resize(640, 560)

    def _place_words(self, place: Place) -> str:
        return {
            Place.EVERYWHERE: self.tr("Everywhere"),
            Place.SIGN_IN: self.tr("Sign-in"),
            Place.LISTS: self.tr("Lists"),
            Place.FORMS: self.tr("Forms"),
            Place.QUEUE: self.tr("Queue"),
            Place.CASE: self.tr("Case"),
            Place.NOTICES: self.tr("Notices"),
            Place.REPORTS: self.tr("Reports"),
            Place.BACK_OFFICE: self.tr("Back office"),
        }[place]
