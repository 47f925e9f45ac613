"""The intake's right part: what is missing, who may be the same person, what can be done now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from ui.infra.wording import words_for
from ui.screens.intake.alike_part import AlikePart
from ui.screens.intake.missing import Need
from ui.screens.intake.shown import Shown
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.missing_list import Missing, MissingList
from ui.widgets.text import Rule


class RightPart(QWidget):
    """``jumped`` carries a line, ``acted`` an act, ``alike_asked`` the place of a file."""

    jumped = Signal(str)
    acted = Signal(str)
    alike_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing, self._actions = MissingList(), ActionList(self.tr("What can be done now"))
        self._alike = AlikePart()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        for widget in (self._missing, self._alike, Rule(), self._actions):
            column.addWidget(widget)
        column.addStretch(1)
        self._missing.jumped.connect(self.jumped)
        self._actions.acted.connect(self.acted)
        self._alike.opened.connect(self.alike_asked)

    def show_now(self, shown: Shown) -> None:
        """The lines as they are now."""
        self._missing.show_items([self._line(need) for need in shown.needs])
        self._alike.show_found(shown.alike)
        self._actions.show_actions(self._rows(shown))

    def fold(self, folded: bool) -> None:
        """Where room is scarce finished lines become one."""
        self._missing.fold(folded)

    def _line(self, need: Need) -> Missing:
        words = need.words or self._names()[need.id.partition("#")[0]]
        if "#" in need.id:
            words = self.tr("{line}, document {n}").format(line=words, n=int(need.id.partition("#")[2]) + 1)
        return Missing(need.id, words, _said(need.problem), need.state.value)

    def _names(self) -> dict[str, str]:
        return {
            "number": self.tr("Number"),
            "applicant_name": self.tr("Name of the applicant"),
            "own_case": self.tr("Your own file"),
            "personal": self.tr("Registration is personal"),
            "person": self.tr("Person identified"),
            "status": self.tr("Registration by MAS"),
            "kind": self.tr("Purpose"),
            "document_kind": self.tr("Kind of document"),
            "document_number": self.tr("Document number"),
            "valid_until": self.tr("Document is valid"),
            "form_shown": self.tr("Form shown"),
            "issued_on": self.tr("Day of issue"),
            "surname": self.tr("Names as on the paper"),
            "birth_date": self.tr("Date of birth"),
            "card": self.tr("The card that was read"),
            "document": self.tr("Document in the register"),
            "already_open": self.tr("An open application"),
            "call_reference": self.tr("Reference of the call"),
            "caller": self.tr("Who calls"),
            "interpreter": self.tr("Interpreter"),
            "age": self.tr("Age"),
            "consent_name": self.tr("Consent"),
            "consent_number": self.tr("Consent"),
            "consent_date": self.tr("Consent"),
            "phone": self.tr("Mobile number"),
            "scans": self.tr("Scans"),
        }

    def _rows(self, shown: Shown) -> list[ActionRow]:
        rows = [ActionRow("continue", self.tr("Continue"), "primary", off=_said(shown.off), caps_only=True)]
        if shown.known.is_person:
            words = self.tr("Ask the register again")
            rows.append(ActionRow("ask", words, "register.ask", caps_only=True))
        if shown.papers_offered and not shown.known.is_answered:
            rows.append(ActionRow("papers", self.tr("Continue with papers"), "Alt+S", caps_only=True))
        if shown.refusable:
            words = self.tr("Open and prepare the refusal")
            off = _said(shown.refusal_off)
            only_shown = not shown.known.is_person  # there its button stands in the page
            rows.append(ActionRow("refuse", words, "refusal.prepare", off=off, caps_only=only_shown))
        rows.append(ActionRow("pause", self.tr("Pause the case"), "case.pause"))
        return rows


def _said(error: AgentError | None) -> str:
    return words_for(error) if error else ""
