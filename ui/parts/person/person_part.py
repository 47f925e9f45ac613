"""Left: who the case is about, with the source of it, and what happened in the file so far."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.catalogue.files import Words
from dost_desktop.domain.dates import age_on, legal_date, short
from dost_desktop.domain.events import CENTRAL_DESK
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.vocabulary import Source
from dost_desktop.services.look_at_file import CaseView, HistoryLine
from ui.infra.event_words import event_words
from ui.infra.moments import moment_words
from ui.infra.office_words import form_words, status_words
from ui.parts.breaking_row import BreakingRow
from ui.parts.person.about_part import AboutPart
from ui.parts.tall_enough import TallEnough
from ui.widgets.action_button import ActionButton
from ui.widgets.chip import Chip
from ui.widgets.facts import Fact, FactRows
from ui.widgets.icon import Icon
from ui.widgets.text import ElidedText, Rule, Text

_EDGE = 16


class PersonPart(TallEnough):
    """The person, the source of the facts, and the file's history, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(10)
        self._name = Text("", "heading", wrap=True)
        self._status, self._form = Chip("", "accent"), Chip("")
        self._facts = FactRows(small=True)
        column.addWidget(self._name)
        column.addWidget(BreakingRow((self._status, self._form), spacing=6))
        self._about, self._about_room = AboutPart(self), QVBoxLayout()
        self._about_room.setSpacing(8)
        column.addWidget(self._facts)
        column.addLayout(self._about_room)
        column.addWidget(Rule())
        column.addWidget(Text(self.tr("History of the file"), "label", "soft"))
        self._history = QVBoxLayout()
        self._history.setSpacing(8)
        column.addLayout(self._history)
        column.addStretch(1)
        self._shown: tuple[HistoryLine, ...] = ()
        self._about_shown: tuple[PersonFile, Application] | None = None

    def show_case(self, case: CaseView, kinds: Mapping[str, Words]) -> None:
        """The person, the papers and the history of this case's file; ``kinds`` name the documents."""
        identity = case.file.identity
        if identity is not None:
            self._name.setText(identity.full_name)
            self._facts.show_facts(self._person_facts(case, identity))
            self._facts.set_source(self._source(case), self._source_kind(case))
        words, kind = status_words(case.file.registration.status)
        self._status.show_as(words, kind)
        self._form.show_as(form_words(case.application.form))
        if (case.file, case.application) != self._about_shown:
            self._about_shown = (case.file, case.application)
            self._show_about(case, kinds)
        if case.history != self._shown:
            self._shown = case.history
            self._show_history(case)
        self.settle()

    def _person_facts(self, case: CaseView, identity: Identity) -> list[Fact]:
        is_document = identity.number_kind is NumberKind.DOCUMENT
        facts = [Fact(self._number_words(identity.number_kind), identity.number)]
        if identity.birth_date is not None:
            age = age_on(identity.birth_date, legal_date(case.now))
            born = self.tr("{day}, age {n}").format(day=short(identity.birth_date), n=age)
            facts.append(Fact(self.tr("Born"), born))
        if not is_document and identity.document_number:
            facts.append(Fact(self.tr("Document"), identity.document_number))
        if case.file.phone:
            facts.append(Fact(self.tr("Mobile"), case.file.phone))
        if identity.address:
            facts.append(Fact(self.tr("Address"), identity.address))
        return facts

    def _number_words(self, kind: NumberKind) -> str:
        return {
            NumberKind.DOCUMENT: self.tr("Document no."),
            NumberKind.VOEN: self.tr("Tax number"),
            NumberKind.HOUSEHOLD: self.tr("PIN of the speaker"),
        }.get(kind, self.tr("PIN"))

    def _source(self, case: CaseView) -> str:
        when = moment_words(case.file.identified_at, case.now) if case.file.identified_at else ""
        if case.file.identity_source is Source.PAPERS:
            return self.tr("From papers · {when}").format(when=when)
        return self.tr("Population register (MEİS) · {when}").format(when=when)

    @staticmethod
    def _source_kind(case: CaseView) -> str:
        return "warn" if case.file.identity_source is Source.PAPERS else "good"

    def _show_about(self, case: CaseView, kinds: Mapping[str, Words]) -> None:
        _empty(self._about_room)
        for widget in self._about.widgets(case, kinds):
            self._about_room.addWidget(widget)
            widget.show()  # the layout would show it later, and count it as empty until then

    def _show_history(self, case: CaseView) -> None:
        _empty(self._history)
        if not case.history:
            self._history.addWidget(Text(self.tr("Nothing has happened yet."), "small", "muted", wrap=True))
        for line in case.history:
            shown = self._history_line(line, case)
            self._history.addWidget(shown)
            shown.show()

    def _history_line(self, line: HistoryLine, case: CaseView) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        when = moment_words(line.at, case.now)
        where = self.tr("{when} · desk {desk}").format(when=when, desk=line.desk)
        if line.desk == CENTRAL_DESK:
            where = " · ".join((when, self.tr("Central system")))
        words.addWidget(Text(event_words(line.kind), "small", wrap=True))
        if line.note:
            words.addWidget(Text(line.note, "caption", "soft", wrap=True))
        words.addWidget(Text(where, "caption", "muted", wrap=True))
        said = (
            self.tr("Confirmed by the central system")
            if line.confirmed
            else self.tr("Saved here, waiting to send")
        )
        mark = Icon(
            "check" if line.confirmed else "cloud-arrow-up",
            "good.text" if line.confirmed else "text.muted",
            "icon_small",
            name_for_reader=said,
        )
        mark.setToolTip(said)
        row.addLayout(words, 1)
        row.addWidget(mark)
        return holder


def _empty(room: QVBoxLayout) -> None:
    while (item := room.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class PersonStrip(QWidget):
    """The person in one line, where there is no room for the left part."""

    def __init__(self, whole_file: ActionButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        self._name, self._facts, self._status = ElidedText("", "strong"), ElidedText("", "body"), Chip("")
        row.addWidget(self._name)
        row.addWidget(self._status)
        row.addWidget(self._facts, 1)
        row.addWidget(whole_file)

    def show_case(self, case: CaseView) -> None:
        """Name, registration, number and day of birth."""
        identity = case.file.identity
        words, kind = status_words(case.file.registration.status)
        self._status.show_as(words, kind)
        if identity is not None:
            born = short(identity.birth_date) if identity.birth_date else ""
            self._name.setText(identity.full_name)
            self._facts.setText(" · ".join(part for part in (identity.number, born) if part))
