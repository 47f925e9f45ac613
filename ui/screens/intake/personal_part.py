"""For an entity or a household: registration is personal, which is explained, or answered in writing (D17)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.intake.shown import Shown
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.panel import Panel
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea


class PersonalPart(Panel):
    """``agreed`` and ``insisted``: what the applicant makes of the explanation; ``edited``: its words changed."""

    agreed = Signal()
    insisted = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Registration is personal"), "heading")
        self._explanation = TextArea(600, lines=4)
        self._field = Field(self.tr("What was explained"), self._explanation)
        self._agree = ActionButton(self.tr("Explained, the person agrees"), shortcut="Alt+T")
        self._insist = ActionButton(self.tr("Insists on a written answer"), shortcut="refusal.prepare")
        why = self.tr(
            "A person registers as a jobseeker or as unemployed, not an entity or a household. "
            "Explain it kindly; whoever works there may apply as a person."
        )
        self.body.setSpacing(12)
        self.body.addWidget(Text(why, wrap=True))
        self.body.addWidget(self._field)
        self.body.addWidget(BreakingRow((self._agree, self._insist)))
        self._explanation.edited.connect(self.edited)
        self._agree.acted.connect(self.agreed)
        self._agree.told.connect(lambda _: self.agreed.emit())  # off: it leads to what is missing
        self._insist.acted.connect(self.insisted)
        self._insist.told.connect(lambda _: self.insisted.emit())

    def show_now(self, shown: Shown) -> None:
        """In sight for those two only."""
        self.setVisible(not shown.known.is_person)
        problem = shown.problems.get("explanation")
        self._field.set_problem(words_for(problem) if problem else "")
        off = words_for(shown.refusal_off) if shown.refusal_off else ""
        for button in (self._agree, self._insist):
            if off:
                button.set_off(off)
            else:
                button.set_on()
            button.set_busy(shown.busy)

    def focus(self, name: str) -> None:
        """To the explanation, or to what can be done after it."""
        target = self._explanation if name == "explanation" else self._agree
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, explanation: str) -> None:
        """Put the words into the field."""
        self._explanation.show_text(explanation)

    def explanation(self) -> str:
        """What stands here."""
        return self._explanation.text()
