"""Left: who the person is and where we know it from, the registration, and the contact, put right in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import age_on, legal_date, short
from dost_desktop.domain.evidence import Identity, Paper
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import PersonFile, Registration
from dost_desktop.domain.vocabulary import Source, Status
from dost_desktop.ports import Unanswered
from ui.infra.moments import moment_words
from ui.infra.number_words import number_label
from ui.infra.office_words import basis_words, form_shown_words, status_words
from ui.infra.phones import written_phone
from ui.infra.speech import announce
from ui.screens.person.contact_part import ContactPart
from ui.screens.person.identity_part import IdentityPart
from ui.screens.person.page import Contact, PersonPage, Speaker, TypedIdentity
from ui.screens.person.written import short_number
from ui.widgets.action_button import ActionButton
from ui.widgets.chip import Chip
from ui.widgets.facts import Fact, FactRows
from ui.widgets.text import ElidedText, Rule, Text


class WhoPart(QWidget):
    """``contact`` and ``identity`` are the sections in which it is put right."""

    change_pressed = Signal()
    correct_pressed = Signal()

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
        self._asking = Text(self.tr("MAS is being asked…"), "small", "muted")
        self._no_status = Text("", "small", "warn", wrap=True)
        self._reach = FactRows(small=True)
        self._draft = Text(self.tr("Typed and not recorded yet."), "small", "warn", wrap=True)
        self._change = ActionButton(self.tr("Change"), "link", shortcut="Alt+E")
        self._correct = ActionButton(self.tr("Correct a typing error"), "link", shortcut="Alt+A")
        self.contact, self.identity = ContactPart(), IdentityPart()
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addWidget(self._correct)
        column.addWidget(self.identity)
        column.addWidget(Rule())
        column.addWidget(Text(self.tr("Registration"), "label", "soft"))
        column.addLayout(chips)
        column.addWidget(self._registration)
        column.addWidget(self._asking)
        column.addWidget(self._no_status)
        column.addWidget(Rule())
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Contact"), "label", "soft"), 1)
        head.addWidget(self._change)
        column.addLayout(head)
        column.addWidget(self._reach)
        column.addWidget(self._draft)
        column.addWidget(self.contact)
        for widget in (self._draft, self._asking, self._no_status):
            widget.hide()
        self._change.acted.connect(self.change_pressed)
        self._correct.acted.connect(self.correct_pressed)

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
        self._correct.setVisible(page.is_correctable and self.identity.isHidden())
        self._status.show_as(*status_words(file.registration.status))
        self._registration.show_facts(self._registration_facts(file.registration))
        known = file.registration.known_at
        when = moment_words(known, page.view.now) if known else ""
        self._registration.set_source(self.tr("MAS · {when}").format(when=when) if known else "")
        self._reach.show_facts(self._reach_facts(file))
        self._draft.setVisible(page.has_draft and self.contact.isHidden() and self.identity.isHidden())

    def show_contact(self, contact: Contact | None) -> None:
        """The fields in place of what is recorded; or fold."""
        was_inside = self._is_inside(self.contact)
        for widget in (self._reach, self._change):
            widget.setVisible(contact is None)
        if contact is not None:
            self._draft.hide()
        self.contact.show_contact(contact)
        if contact is None and was_inside:
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_identity(self, typed: TypedIdentity | None) -> None:
        """The fields in place of what is recorded; or fold."""
        was_inside = self._is_inside(self.identity)
        for widget in (self._facts, self._correct):
            widget.setVisible(typed is None)
        self.identity.show_identity(typed)
        if typed is None and was_inside:
            self._correct.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_asking(self, asking: bool) -> None:
        """MAS is asked meanwhile."""
        self._asking.setVisible(asking)

    def show_no_status(self, why: Unanswered | None) -> None:
        """Why MAS said nothing; what was known before stays in sight."""
        words = {
            None: "",
            Unanswered.OFFLINE: self.tr("No connection: MAS cannot be asked now."),
            Unanswered.REGISTER: self.tr("MAS does not answer."),
            Unanswered.NOT_SIGNED_IN: self.tr("The central system does not let you ask. Sign in again."),
            Unanswered.CONTRADICTS: self.tr("MAS answered, but its answer cannot be read."),
        }[why]
        self._no_status.setText(words)
        self._no_status.setVisible(why is not None)
        if words:
            announce(self, words)

    def set_busy(self, busy: bool) -> None:
        """Something is being recorded."""
        self.contact.set_busy(busy)
        self.identity.set_busy(busy)

    def _is_inside(self, section: QWidget) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and section.isAncestorOf(focused)

    # the words of the facts
    def _person_facts(self, page: PersonPage, identity: Identity | None) -> list[Fact]:
        if identity is None:
            return []
        facts = [Fact(number_label(identity.number_kind), identity.number)]
        if identity.birth_date is not None:
            age = age_on(identity.birth_date, legal_date(page.view.now))
            born = self.tr("{day}, age {n}").format(day=short(identity.birth_date), n=age)
            facts.append(Fact(self.tr("Born"), born))
        is_document = identity.number_kind is NumberKind.DOCUMENT
        if not is_document and identity.document_number:
            facts.append(Fact(self.tr("Document"), self._document(identity)))
        facts += [Fact(self.tr("Paper"), self._paper(paper)) for paper in page.papers]
        if identity.address:
            facts.append(Fact(self.tr("Address"), identity.address))
        return facts + [Fact(self.tr("Representative"), self._speaker(each)) for each in page.representatives]

    def _paper(self, paper: Paper) -> str:
        until = self._until(paper.valid_until)
        return " · ".join(part for part in (paper.number, form_shown_words(paper.form), until) if part)

    def _speaker(self, speaker: Speaker) -> str:
        """Who stood in, by which paper, until when, and for which application."""
        who = speaker.who
        day = short(who.paper_date) if who.paper_date else ""
        parts = (
            who.name,
            " ".join(part for part in (basis_words(who.basis), who.paper_number, day) if part),
            self._until(who.valid_until),
            short_number(speaker.number),
        )
        return " · ".join(part for part in parts if part)

    def _until(self, day: date | None) -> str:
        return self.tr("until {day}").format(day=short(day)) if day else ""

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
            Fact(self.tr("Address"), file.address or none),
        ]


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
