"""Above the list: what became of the decisions, each by name, until the next ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.parts.scrolling import Scrolling
from ui.screens.back_office.shown import Outcome
from ui.screens.back_office.words import is_unknown, outcome_words
from ui.theme.theme import theme
from ui.widgets.note import Note

_TALLEST = 190  # at 100 % text: more of them scroll


class OutcomesPart(Scrolling):
    """Hidden while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__(inside, parent)
        self._note = Note("info")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._fit()
        self.hide()

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """What did not count comes first."""
        self.setVisible(bool(outcomes))
        if not outcomes:
            return
        counted = [each for each in outcomes if each.why_not is None]
        others = [each for each in outcomes if each.why_not is not None]
        unknown = sum(is_unknown(each.why_not) for each in others)
        self._note.say(
            "warn" if others else "good",
            self._title(len(counted), len(others) - unknown, unknown, confirms=outcomes[0].confirms),
            "\n".join(outcome_words(each) for each in (*others, *counted)),
        )
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setMaximumHeight(round(_TALLEST * theme().scale))

    def _title(self, counted: int, others: int, unknown: int, *, confirms: bool) -> str:
        words = []
        if counted:
            words.append(
                self.tr("%n confirmed", "", counted) if confirms else self.tr("%n returned", "", counted)
            )
        if others:
            words.append(self.tr("%n not decided", "", others))
        if unknown:
            words.append(self.tr("%n without an answer", "", unknown))
        return " · ".join(words)
