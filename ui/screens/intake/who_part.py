"""The intake's left part: who comes, the number, what the card said, what the register answered."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import age_on, legal_date, short
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.identity_documents import DocumentKind
from dost_desktop.domain.vocabulary import Status
from ui.infra.moments import moment_words
from ui.infra.office_words import status_words
from ui.infra.wording import words_for
from ui.screens.intake.applicants import (
    CITIZEN,
    ENTITY,
    ENTREPRENEUR,
    FOREIGNER,
    HOUSEHOLD,
    LONGEST_NUMBER,
    STATELESS,
    UNNUMBERED,
)
from ui.screens.intake.shown import Shown
from ui.widgets.action_button import ActionButton
from ui.widgets.chip import Chip
from ui.widgets.combo import Combo
from ui.widgets.facts import Fact, FactRows
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.text import ElidedText, Rule, Text
from ui.widgets.text_field import TextField
from ui.widgets.waiting import Waiting


class NumberField(TextField):
    """Takes a number, and also a card's lines typed or pasted: Enter ends a line of those."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__(upper=True, enter_moves=False)
        self.setProperty("own_enter", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if len(self.text()) > LONGEST_NUMBER:
                self.insert("\n")
                self.textEdited.emit(self.text())
            else:
                self.entered.emit()
            return
        super().keyPressEvent(event)


class WhoPart(QWidget):
    """``edited`` when a person typed or chose, ``left`` carries the field that the focus left."""

    edited = Signal()
    left = Signal(str)
    asked = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = Combo(
            [
                Option(CITIZEN, self.tr("Citizen of Azerbaijan")),
                Option(FOREIGNER, self.tr("Foreigner")),
                Option(STATELESS, self.tr("Stateless person")),
                Option(ENTREPRENEUR, self.tr("Entrepreneur (as a person)")),
                Option(ENTITY, self.tr("Legal entity")),
                Option(HOUSEHOLD, self.tr("Family household")),
                Option(UNNUMBERED, self.tr("Person without a PIN (FİN)")),
            ]
        )
        self._who_field = Field(self.tr("Applicant"), self.who)
        self.number = NumberField()
        self.ask = ActionButton(self.tr("Check"), shortcut="register.ask")
        self._number_field = Field(self.tr("PIN (FİN)"), self.number, beside=self.ask)
        self.name = TextField(limit=160)
        self._name_field = Field(self.tr("Name as on its paper"), self.name)
        self._read_panel, self._read_text = Panel(kind="sunken"), Text("", "small", wrap=True)
        self._read_panel.body.addWidget(self._read_text)
        self._status = Chip("")
        self._waiting = Waiting(self.tr("Asking the register"))
        self._facts_panel, self._facts = Panel(kind="sunken"), FactRows(small=True)
        self._facts_panel.body.addWidget(self._facts)
        self._nothing = Text("", "small", "muted", wrap=True)
        self._person, self.answer = ElidedText("", "strong"), QWidget()
        self._is_folded = False
        self._build()
        self._wire()

    def show_now(self, shown: Shown) -> None:
        """What stands here now."""
        self._show_number(shown)
        self._show_answer(shown)

    def fold_into(self, strip: QHBoxLayout | None) -> None:
        """Where room is scarce the fields go into a strip, with name and status; ``None`` brings them back.

        ``answer``, what was read and what the register said, is then the page's to place.
        """
        if strip is None:
            self._column.insertWidget(0, self._who_field)
            self._column.insertWidget(1, self._number_field)
            self._column.insertWidget(2, self._name_field)
            self._column.insertWidget(self._column.count() - 1, self.answer)
            self._head.addWidget(self._status)
            self._person.hide()
            self._is_folded = False
            return
        top = Qt.AlignmentFlag.AlignTop
        strip.addWidget(self._who_field, 0, top)
        strip.addWidget(self._number_field, 0, top)
        strip.addWidget(self._name_field, 1, top)
        strip.addWidget(self._person, 1)
        strip.addWidget(self._status)
        self._is_folded = True
        self._person.show()

    def _show_number(self, shown: Shown) -> None:
        who = shown.form.who
        foreign = who in {FOREIGNER, STATELESS}
        self._number_field.set_label(self._number_words(who))
        self._number_field.set_hint(self.tr("5 or 6 characters, on the card's front") if foreign else "")
        name = shown.problems.get("applicant_name")
        self._name_field.set_problem(words_for(name) if name else "")
        self._name_field.setVisible(not shown.known.is_person)
        self.ask.setVisible(shown.known.is_person)
        problem = shown.problems.get("number")
        card = shown.card
        if card is not None and card.problem is not None:
            problem = card.problem
        self._number_field.set_problem(words_for(problem) if problem else "")
        self._number_field.set_note(*self._card_note(shown))
        garbled = card is not None and card.reading is None
        self._read_panel.setVisible(garbled)
        self._read_text.setText(self.tr("Read: {text}").format(text=card.text) if card and garbled else "")
        self.ask.set_busy(shown.busy or shown.asking)

    def _number_words(self, who: str) -> str:
        if who == ENTITY:
            return self.tr("Tax number (VÖEN)")
        if who == UNNUMBERED:
            return self.tr("Number of the paper shown")
        return self.tr("PIN (FİN) of its head") if who == HOUSEHOLD else self.tr("PIN (FİN)")

    def _card_note(self, shown: Shown) -> tuple[str, str]:
        card = shown.card
        if card is None or card.reading is None:
            typing = len(shown.form.number) > LONGEST_NUMBER
            return (
                (self.tr("The card's lines: type on, Enter ends a line."), "info") if typing else ("", "info")
            )
        expired = next((need.problem for need in shown.needs if need.id == "card"), None)
        if expired is not None:
            return words_for(expired), "warn"
        if card.reading.repaired:
            return self.tr(
                "Card read; the keyboard layout had changed characters, compare with the card"
            ), "warn"
        if card.reading.pin is None:
            return self.tr("Card read; this card has no PIN (FİN) in its lines, type it"), "warn"
        return self.tr("Card read, the check digits are right"), "good"

    def _show_answer(self, shown: Shown) -> None:
        answer = shown.answer
        if shown.asking and not self._waiting.isVisibleTo(self):
            self._waiting.start()
        if not shown.asking:
            self._waiting.stop()
        self._waiting.setVisible(shown.asking)
        identity = answer.identity if answer else None
        self._facts_panel.setVisible(identity is not None)
        self._status.setVisible(answer is not None and shown.known.is_person)
        self._person.setText(identity.full_name if identity else "")
        self._person.setVisible(self._is_folded and shown.known.is_person)
        if answer is not None:
            asked_in_vain = answer.status_attestation is None and answer.status is Status.UNKNOWN
            self._status.show_as(
                *((self.tr("MAS did not answer"), "warn") if asked_in_vain else status_words(answer.status))
            )
        if identity is not None and answer is not None:
            self._facts.show_facts(self._lines(identity, legal_date(shown.now)))
            when = moment_words(answer.asked_at, shown.now)
            both = self.tr("Population register (MEİS) and MAS · {when}")
            words = both if answer.status_attestation else self.tr("Population register (MEİS) · {when}")
            self._facts.set_source(words.format(when=when))
        self._nothing.setVisible(identity is None and not shown.asking)
        self._nothing.setText(self._why_nothing(shown))

    def _why_nothing(self, shown: Shown) -> str:
        if not shown.known.is_person:
            return self.tr(
                "No register of ours holds it: its name and number are recorded as its paper says."
            )
        if shown.answer is None:
            return self.tr(
                "Type the number or read the card: the register is asked first, no paper is needed for it."
            )
        if shown.answer.nobody:
            return self.tr("The register knows nobody by this number.")
        return self.tr("No answer. Identified from papers, recorded as such.")

    def _lines(self, identity: Identity, today: date) -> list[Fact]:
        born = identity.birth_date
        sexes = {"F": self.tr("female"), "M": self.tr("male")}
        document = " ".join(
            part for part in (self._document(identity.document_kind), identity.document_number) if part
        )
        pairs = [
            (self.tr("Surname"), identity.surname),
            (self.tr("Given name"), identity.given_name),
            (self.tr("Patronymic"), identity.patronymic),
            (self.tr("Born"), self._born(born, today) if born else ""),
            (self.tr("Sex"), sexes.get(identity.sex, "")),
            (self.tr("Citizenship"), "" if identity.citizenship == "AZE" else identity.citizenship),
            (self.tr("Address"), identity.address),
            (self.tr("Document"), document),
        ]
        return [Fact(label, value) for label, value in pairs if value]

    def _born(self, born: date, today: date) -> str:
        return self.tr("{date}, {n} years").format(date=short(born), n=age_on(born, today))

    def _document(self, kind: str) -> str:
        short_names = {
            DocumentKind.IDENTITY_CARD_OLD: self.tr("identity card"),
            DocumentKind.IDENTITY_CARD_NEW: self.tr("identity card"),
            DocumentKind.TEMPORARY_PERMIT: self.tr("temporary permit"),
            DocumentKind.PERMANENT_PERMIT: self.tr("permanent permit"),
        }
        return next((words for each, words in short_names.items() if each == kind), "")

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self._who_field)
        self._column.addWidget(self._number_field)
        self._column.addWidget(self._name_field)
        self._column.addWidget(Rule())
        self._head = QHBoxLayout()
        self._head.addWidget(Text(self.tr("The register's answer"), "label", "soft"), 1)
        self._head.addWidget(self._status)
        self._column.addLayout(self._head)
        answer = QVBoxLayout(self.answer)
        answer.setContentsMargins(0, 0, 0, 0)
        answer.setSpacing(12)
        for widget in (self._read_panel, self._waiting, self._facts_panel, self._nothing):
            answer.addWidget(widget)
        self._column.addWidget(self.answer)
        self._column.addStretch(1)
        self._person.hide()

    def _wire(self) -> None:
        self.who.chosen.connect(lambda _: self.edited.emit())
        self.number.textEdited.connect(lambda _: self.edited.emit())
        self.number.entered.connect(self.asked)
        self.ask.acted.connect(self.asked)
        self.name.textEdited.connect(lambda _: self.edited.emit())
        self._number_field.left.connect(lambda: self.left.emit("number"))
        self._name_field.left.connect(lambda: self.left.emit("applicant_name"))
        self._waiting.stopped.connect(self.stopped)


class ReaderHint(QWidget):
    """Bottom of the left part: the card reader works at any moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(Text(self.tr("Card reader"), "label", "soft"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon("barcode", "text.muted", "icon_small"), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Read the card at any moment: its lines fill the number by themselves.")
        row.addWidget(Text(words, "small", "muted", wrap=True), 1)
        column.addLayout(row)
