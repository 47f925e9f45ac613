"""Above the list: where the desk stands towards the central system, whole, and what to do; silent while all is well."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.parts.scrolling import Scrolling
from ui.sync_details import Known
from ui.sync_words import standings
from ui.widgets.note import Note

if TYPE_CHECKING:  # heavy, and only the session knows it
    from dost_desktop.sync.report import SyncState

_AT_MOST: Final = 2  # the most urgent ones; the list says the rest item by item
_KINDS: Final = {"offline": "warn", "warn": "warn", "bad": "bad", "info": "info"}
_OF_ITEMS: Final = frozenset({"disagreements", "needs_you"})  # the list below says them


class StandingPart(Scrolling):
    """A note for each thing that is not as it should be; where room is scarce they scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__(inside, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._notes = [Note("info") for _ in range(_AT_MOST)]
        self._said: list[tuple[str, str, str]] = []
        for note in self._notes:
            column.addWidget(note)
            note.hide()
        self.hide()

    def show_state(self, state: SyncState, now: datetime, known: Known) -> None:
        """What holds now, the most urgent first."""
        said = [
            (each.tone, _title(each.said_word(), each.detail(state, now, known)), words)
            for each in standings(state, now, known)
            if each.id not in _OF_ITEMS and (words := each.to_do(state, now, known))
        ][:_AT_MOST]
        self.setVisible(bool(said))
        for place, note in enumerate(self._notes):
            note.setVisible(place < len(said))
            if place < len(said) and said[place : place + 1] != self._said[place : place + 1]:
                tone, title, to_do = said[place]
                note.say(_KINDS[tone], title, to_do)
        self._said = said


def _title(word: str, detail: str) -> str:
    return f"{word}: {detail}" if detail else word
