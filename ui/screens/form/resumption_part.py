"""The form of resumption (letters 7.4): what the registration goes back to, since when, and that the cause ended."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.vocabulary import Status
from ui.infra.catalogue_words import begun
from ui.infra.office_words import status_words
from ui.infra.refused_words import cited, refused_words
from ui.screens.form.fields import field, listen, show_problems
from ui.screens.form.page import Page
from ui.screens.form.port import Shown
from ui.screens.form.typed import TypedForm
from ui.widgets.facts import Fact, FactRows
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.text_field import TextField


class ResumptionPart(QWidget):
    """``edited`` when a person typed; ``left`` carries the field that the caret left."""

    edited = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._evidence = TextField(limit=200)
        self._facts, self._stands = FactRows(), Note("warn")
        self.fields = {
            "evidence": field(
                self.tr("Paper that shows that the cause ended"),
                self._evidence,
                hint=self.tr("What it is called, its number and date"),
            )
        }
        panel = Panel(self.tr("Resumption of the registration"), title_kind="heading")
        panel.body.setSpacing(12)
        panel.body.addWidget(self._facts)
        panel.body.addWidget(self.fields["evidence"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._stands)
        column.addWidget(panel)
        listen(self.fields, self.edited.emit, self.left.emit)

    def show_now(self, shown: Shown) -> None:
        """The removal that ends, and why it may not end yet."""
        if shown.page is not self._page:
            self._page = shown.page
            self._show_page(shown)
        needed = "evidence" in shown.checked.asked
        label = self.tr("Paper that shows that the cause ended")
        self.fields["evidence"].set_label(label, optional=not needed)
        show_problems(self.fields, shown.problems)

    def _show_page(self, shown: Shown) -> None:
        registration = shown.page.case.file.registration
        facts = [Fact(self.tr("Registration now"), status_words(registration.status)[0])]
        if registration.since:
            facts.append(Fact(self.tr("Removed since"), short(registration.since)))
        if registration.status is Status.TEMPORARILY_REMOVED:
            until = short(registration.ends_on) if registration.ends_on else self.tr("while the cause lasts")
            facts.append(Fact(self.tr("Until"), until))
        ending = shown.endings.get(registration.ground)
        if ending is not None:
            facts.append(Fact(self.tr("Ground"), begun(ending.title)))
        if registration.before_removal is not None:
            back = status_words(registration.before_removal)[0]
            facts.append(Fact(self.tr("Goes back to"), back, strong=True))
        self._facts.show_facts(facts)
        stands = shown.checked.stands
        self._stands.setVisible(stands is not None)
        if stands is not None:
            self._stands.say("warn", refused_words(stands), cited(stands.cites))

    def fill(self, typed: TypedForm) -> None:
        """Put texts into the field."""
        self._evidence.show_text(typed.evidence)

    def read_into(self, typed: TypedForm) -> TypedForm:
        """The form with what stands here."""
        return replace(typed, evidence=self._evidence.text())

    def place_of(self, name: str) -> QWidget | None:
        """Where the caret goes for this field; None when it is not here."""
        return self.fields.get(name)
