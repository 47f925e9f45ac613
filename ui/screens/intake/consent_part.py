"""The consent for a person of 15 to 17 years: asked for, recorded when there is one, never in the way (D10)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.vocabulary import Relation
from ui.infra.office_words import relation_words
from ui.infra.wording import words_for
from ui.parts.side_by_side import SideBySide
from ui.screens.intake.form import Consent
from ui.screens.intake.shown import Shown
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.text import Text
from ui.widgets.text_field import TextField


class ConsentPart(Panel):
    """``edited`` when a person typed or chose; ``left`` carries the field that the focus left."""

    edited = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Consent of the legal representative (15–17)"), "heading")
        self._name, self._number = TextField(limit=120), TextField(upper=True, limit=12)
        self._relation = Combo([Option(each.value, relation_words(each)) for each in Relation])
        self._day = DateField()
        self.fields = {
            "consent_name": Field(self.tr("Who gave it"), self._name, optional=True),
            "consent_relation": Field(self.tr("Relation"), self._relation),
            "consent_number": Field(self.tr("PIN (FİN)"), self._number, optional=True),
            "consent_date": Field(self.tr("Given on"), self._day, optional=True),
        }
        words = words_for(InvalidValue("age.minor_consent"))
        self.body.setSpacing(12)
        self.body.addWidget(Text(words, "small", "muted", wrap=True))
        for pair in (("consent_name", "consent_relation"), ("consent_number", "consent_date")):
            self.body.addWidget(SideBySide([self.fields[name] for name in pair], least=200))
        for editor in (self._name, self._number):
            editor.textEdited.connect(lambda _: self.edited.emit())
        self._relation.chosen.connect(lambda _: self.edited.emit())
        self._day.date_changed.connect(self.edited)
        for name, field in self.fields.items():
            field.left.connect(partial(self.left.emit, name))

    def show_now(self, shown: Shown) -> None:
        """In sight for somebody of that age only."""
        self.setVisible(shown.known.is_minor)
        for name, field in self.fields.items():
            problem = shown.problems.get(name)
            field.set_problem(words_for(problem) if problem else "")

    def fill(self, consent: Consent) -> None:
        """Put texts into the fields."""
        self._name.show_text(consent.name)
        self._number.show_text(consent.number)
        self._day.show_text(consent.given_on)
        self._relation.choose(consent.relation)

    def consent(self) -> Consent:
        """What stands here."""
        return Consent(self._name.text(), self._relation.value(), self._number.text(), self._day.text())
