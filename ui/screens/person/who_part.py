"""Left: who the person is and where we know it from, the registration, and the contact, put right in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import age_on, legal_date, short
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import PersonFile, Registration
from dost_desktop.domain.vocabulary import Source, Status
from ui.infra.moments import moment_words
from ui.infra.office_words import form_shown_words, status_words
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.person.page import Contact, PersonPage
from ui.screens.person.written import written_phone
from ui.widgets.action_button import ActionButton
from ui.widgets.chip import Chip
from ui.widgets.facts import Fact, FactRows
from ui.widgets.field import Field
from ui.widgets.text import ElidedText, Rule, Text
from ui.widgets.text_field import TextField

_EMAIL_LIMIT = 254
_PHONE_LIMIT = 24


class WhoPart(QWidget):
    """``edited`` carries both fields as typed, ``left`` says that the focus left one of them."""

    change_pressed = Signal()
    edited = Signal(str, str)
    left = Signal()
    record_pressed = Signal()
    keep_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._name = Text("", "heading", wrap=True)
        self._facts = FactRows(small=True)
        self._status, self._registration = Chip(""), FactRows(small=True)
        chips = QHBoxLayout()
        chips.addWidget(self._status)
        chips.addStretch(1)
        self._reach = FactRows(small=True)
        self._draft = Text(self.tr("Typed and not recorded yet."), "small", "warn", wrap=True)
        self._change = ActionButton(self.tr("Change"), "link", shortcut="Alt+E")
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addWidget(Rule())
        column.addWidget(Text(self.tr("Registration"), "label", "soft"))
        column.addLayout(chips)
        column.addWidget(self._registration)
        column.addWidget(Rule())
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Contact"), "label", "soft"), 1)
        head.addWidget(self._change)
        column.addLayout(head)
        column.addWidget(self._reach)
        column.addWidget(self._draft)
        column.addWidget(self._editing())
        self._draft.hide()
        self._change.acted.connect(self.change_pressed)

    # what is shown
    def show_page(self, page: PersonPage) -> None:
        """The person as the file says."""
        file, identity = page.view.file, page.view.file.identity
        self._name.setText(identity.full_name if identity else self.tr("Not identified yet"))
        self._facts.show_facts(self._person_facts(page, identity))
        if file.identified_at is not None:
            when = moment_words(file.identified_at, page.view.now)
            papers = file.identity_source is Source.PAPERS
            words = (
                self.tr("From papers · {when}") if papers else self.tr("Population register (MEİS) · {when}")
            )
            self._facts.set_source(words.format(when=when), "warn" if papers else "good")
        self._status.show_as(*status_words(file.registration.status))
        self._registration.show_facts(self._registration_facts(file.registration))
        known = file.registration.known_at
        when = moment_words(known, page.view.now) if known else ""
        self._registration.set_source(self.tr("MAS · {when}").format(when=when) if known else "")
        self._reach.show_facts(self._reach_facts(file))
        self._draft.setVisible(page.has_draft and self.section.isHidden())

    def show_contact(self, contact: Contact | None) -> None:
        """The fields open with what was typed, the caret in the first; or fold."""
        focused: QWidget | None = self.window().focusWidget()
        was_inside = focused is not None and self.section.isAncestorOf(focused)
        for widget in (self._reach, self._change):
            widget.setVisible(contact is None)
        self.section.setVisible(contact is not None)
        self.show_problems(None, None)
        if contact is not None:
            self._draft.hide()
            self.first_editor.show_text(contact.phone)
            self._email.show_text(contact.email)
            self.first_editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.first_editor.selectAll()
        elif was_inside:
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, phone: AgentError | None, email: AgentError | None) -> None:
        """What is wrong at each field."""
        self._phone_field.set_problem(words_for(phone) if phone else "")
        self._email_field.set_problem(words_for(email) if email else "")

    def focus_wrong(self) -> None:
        """The caret in the first field to be repaired."""
        wrong = self.first_editor if self._phone_field.problem else self._email
        wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """The contact is being recorded."""
        self._record.set_busy(busy)

    # the words of the facts
    def _person_facts(self, page: PersonPage, identity: Identity | None) -> list[Fact]:
        if identity is None:
            return []
        is_document = identity.number_kind is NumberKind.DOCUMENT
        facts = [Fact(self.tr("Document no.") if is_document else self.tr("PIN"), identity.number)]
        if identity.birth_date is not None:
            age = age_on(identity.birth_date, legal_date(page.view.now))
            born = self.tr("{day}, age {n}").format(day=short(identity.birth_date), n=age)
            facts.append(Fact(self.tr("Born"), born))
        if not is_document and identity.document_number:
            facts.append(Fact(self.tr("Document"), self._document(identity)))
        facts += [
            Fact(self.tr("Paper"), f"{paper.number} · {form_shown_words(paper.form)}")
            for paper in page.papers
        ]
        if identity.address:
            facts.append(Fact(self.tr("Address"), identity.address))
        return facts + [Fact(self.tr("Representative"), each.name) for each in page.representatives]

    def _document(self, identity: Identity) -> str:
        if identity.document_valid_until is None:
            return identity.document_number
        day = short(identity.document_valid_until)
        return self.tr("{number}, until {day}").format(number=identity.document_number, day=day)

    def _registration_facts(self, known: Registration) -> list[Fact]:
        if known.status is Status.UNKNOWN:
            return []
        facts = [
            (self.tr("Since"), short(known.since) if known.since else ""),
            (self.tr("Number"), known.number),
            (self.tr("Until"), short(known.ends_on) if known.ends_on else ""),
            (self.tr("Before"), status_words(known.before_removal)[0] if known.before_removal else ""),
        ]
        return [Fact(label, value) for label, value in facts if value]

    def _reach_facts(self, file: PersonFile) -> list[Fact]:
        none = self.tr("not known")
        return [
            Fact(self.tr("Mobile"), written_phone(file.phone) or none),
            Fact(self.tr("E-mail"), file.email or none),
        ]

    # building
    def _editing(self) -> QWidget:
        self.section = QWidget()
        column = QVBoxLayout(self.section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.first_editor, self._email = (
            TextField(limit=_PHONE_LIMIT),
            TextField(limit=_EMAIL_LIMIT, enter_moves=False),
        )
        self._phone_field = Field(
            self.tr("Mobile number"), self.first_editor, hint=self.tr("+994 and 9 digits; read it back")
        )
        self._email_field = Field(self.tr("E-mail"), self._email, optional=True)
        self._record = ActionButton(self.tr("Record"), shortcut="save")
        self._keep = ActionButton(self.tr("Keep as is"), "quiet")
        column.addWidget(self._phone_field)
        column.addWidget(self._email_field)
        column.addWidget(BreakingRow((self._record, self._keep)))
        for field, editor in ((self._phone_field, self.first_editor), (self._email_field, self._email)):
            editor.textEdited.connect(self._typed)
            field.left.connect(self.left)
        self._email.setProperty("own_enter", True)
        self._email.returnPressed.connect(self.record_pressed)
        self._record.acted.connect(self.record_pressed)
        self._keep.acted.connect(self.keep_pressed)
        self.section.hide()
        return self.section

    def _typed(self) -> None:
        self.edited.emit(self.first_editor.text(), self._email.text())


class WhoStrip(QWidget):
    """The person in one line, where there is no room for the left part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        self._name, self._facts, self._status = ElidedText("", "strong"), ElidedText("", "body"), Chip("")
        row.addWidget(self._name)
        row.addWidget(self._status)
        row.addWidget(self._facts, 1)

    def show_page(self, page: PersonPage) -> None:
        """Name, registration, number and day of birth."""
        identity = page.view.file.identity
        self._status.show_as(*status_words(page.view.file.registration.status))
        if identity is not None:
            born = short(identity.birth_date) if identity.birth_date else ""
            self._name.setText(identity.full_name)
            self._facts.setText(" · ".join(part for part in (identity.number, born) if part))
