"""The forms of temporary removal and cancellation (letters 7.3, 7.5): ground, term, papers, and what follows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import legal_date, months_later, short
from dost_desktop.domain.ending import grounds_for, takes_up_on
from dost_desktop.domain.vocabulary import ApplicationKind
from ui.infra.catalogue_words import begun
from ui.infra.office_words import status_words
from ui.parts.side_by_side import SideBySide
from ui.screens.form.fields import chosen, field, listen, show_problems
from ui.screens.form.page import Page
from ui.screens.form.port import Shown
from ui.screens.form.typed import TypedForm
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.facts import Fact, FactRows
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.text_field import TextField


class EndingPart(QWidget):
    """``edited`` when a person typed or chose; ``left`` carries the field that the caret left."""

    edited = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grounds, self._evidence = Combo(), TextField(limit=200)
        self._starts, self._ends = DateField(), DateField()
        self._facts = FactRows()
        self._means, self._meant = Note("info"), ("", "")
        self.fields = {
            "ground": field(self.tr("Ground"), self._grounds),
            "starts_on": field(self.tr("From"), self._starts),
            "ends_on": field(self.tr("Until"), self._ends),
            "evidence": field(self.tr("Paper that shows it"), self._evidence),
        }
        self._options: tuple[str, ...] = ()
        self._days = SideBySide((self.fields["starts_on"], self.fields["ends_on"]))
        self._panel = Panel("", title_kind="heading")
        self._panel.body.setSpacing(12)
        self._panel.body.addWidget(self._facts)
        self._panel.body.addWidget(self.fields["ground"])
        self._panel.body.addWidget(self._days)
        self._panel.body.addWidget(self.fields["evidence"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._panel)
        column.addWidget(self._means)
        listen(self.fields, self.edited.emit, self.left.emit)

    def show_page(self, page: Page) -> None:
        """The registration that ends, for a term or for good."""
        is_removal = page.kind is ApplicationKind.REMOVAL
        title = self.tr("Temporary removal") if is_removal else self.tr("Cancellation of the registration")
        self._panel.set_title(title, "heading")
        self._days.setVisible(is_removal)
        registration = page.case.file.registration
        since = short(registration.since) if registration.since else ""
        parts = (status_words(registration.status)[0], registration.number, since)
        facts = [Fact(self.tr("Registration"), " · ".join(part for part in parts if part))]
        self._facts.show_facts(facts)

    def show_now(self, shown: Shown) -> None:
        """Which grounds there are, what the law sets, what is wrong, and what follows."""
        self._show_grounds(shown)
        checked, ending = shown.checked, shown.checked.ending
        show_problems(self.fields, shown.problems)
        if checked.until_is_set:
            self._ends.setReadOnly(True)
            self._ends.set_fact(short(checked.ends_on) if checked.ends_on else "")
            self.fields["ends_on"].set_note(self.tr("Set by law"), "info")
        else:
            self._ends.setReadOnly(False)
            self._ends.set_editable()
            self._ends.show_text(shown.typed.ends_on)
            self.fields["ends_on"].set_note("")
        lasts = ending is not None and ending.term in {"while_cause_lasts", "set_by_owner"}
        self.fields["ends_on"].set_label(self.tr("Until"), optional=lasts)
        self.fields["ends_on"].set_hint(self.tr("Empty: while the cause lasts") if lasts else "")
        needed = ending is not None and ending.needs_evidence
        self.fields["evidence"].set_label(self.tr("Paper that shows it"), optional=not needed)
        self.fields["evidence"].set_hint(self.tr("What it is called, its number and date"))
        means = self._consequence(shown)
        self._means.setVisible(bool(means[0]))
        if means != self._meant:  # said once, not at every key
            self._meant = means
            self._means.say("info", *means)

    def fill(self, typed: TypedForm) -> None:
        """Put texts into the fields."""
        self._starts.show_text(typed.starts_on)
        self._ends.show_text(typed.ends_on)
        self._evidence.show_text(typed.evidence)
        self._grounds.choose(typed.ground)

    def read_into(self, typed: TypedForm) -> TypedForm:
        """The form with what stands here; a day that the law sets was not typed."""
        ends_on = typed.ends_on if self._ends.isReadOnly() else self._ends.text()
        return replace(
            typed,
            ground=chosen(self._grounds),
            starts_on=self._starts.text(),
            ends_on=ends_on,
            evidence=self._evidence.text(),
        )

    def place_of(self, name: str) -> QWidget | None:
        """Where the caret goes for this field; None when it is not here."""
        return self.fields.get(name)

    def _show_grounds(self, shown: Shown) -> None:
        case = shown.page.case
        on = legal_date(case.application.opened_at)
        found = grounds_for(shown.page.kind, case.file.registration.status, case.law, on)
        ids = tuple(each.id for each in found)
        if ids != self._options:
            self._options = ids
            known = [Option(each, begun(shown.endings[each].title)) for each in ids]
            self._grounds.show_options([Option("", self.tr("Choose")), *known])
        self._grounds.choose(shown.typed.ground)

    def _consequence(self, shown: Shown) -> tuple[str, str]:
        """What follows, as it can be said to the person; nothing while the ground is not chosen."""
        checked, case = shown.checked, shown.page.case
        if checked.ending is None:
            return "", ""
        if shown.page.kind is ApplicationKind.CANCELLATION:
            words = self.tr("The registration ends. To be registered again, the person applies anew.")
            if checked.ending.bar_months:
                day = months_later(legal_date(case.now), checked.ending.bar_months)
                return words, self.tr("That is possible from {day}.").format(day=short(day))
            return words, self.tr("That is possible at any time.")
        if checked.starts_on is None:
            return "", ""
        start = short(checked.starts_on)
        if checked.ends_on is None:
            words = self.tr("The registration is suspended from {day} for as long as the cause lasts.")
            after = self.tr("When it ends, the person applies for resumption and shows the paper.")
            return words.format(day=start), after
        words = self.tr("The registration is suspended from {day} until {end}.")
        again = takes_up_on(checked.ends_on, case.law.calendar)
        after = self.tr("Resumption needs an application: from {day} on.").format(day=short(again))
        if again != checked.ends_on:
            after += " " + self.tr("The last day of the term is a day off.")
        return words.format(day=start, end=short(checked.ends_on)), after
