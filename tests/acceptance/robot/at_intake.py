"""From the ticket to the registered application: steps 1 to 3 of the passport, as the agent does them."""

from __future__ import annotations

from datetime import date

from dost_desktop.domain.dates import short
from dost_desktop.domain.person_file import Application
from dost_desktop.domain.vocabulary import ApplicationKind, FormOfApplication, FormShown
from tests.acceptance.robot.at_window import AtWindow
from tests.acceptance.robot.outside import Person
from ui.infra.office_words import KINDS
from ui.parts.representative.form import NAMED
from ui.parts.representative.part import RepresentativePart
from ui.screens.intake.view import IntakeView
from ui.screens.queue.view import QueuePage


class AtIntake(AtWindow):
    """The queue and the intake page."""

    def calls(self, ticket: str) -> None:
        """The ticket with this number is called; its intake opens."""
        self.goes_to_queue()
        self.presses("Ctrl+G")
        self.at.rest(150)
        self.writes(ticket)
        self.presses("Enter")
        self.waits("the case", lambda: self.at.session.case and self.at.session.case.ticket == ticket)
        self.page(IntakeView)

    def goes_to_queue(self) -> None:
        """The queue page."""
        self.presses("Ctrl+1")
        self.page(QueuePage)

    def begins(self) -> IntakeView:
        """Somebody comes without a ticket."""
        self.presses("Ctrl+N")
        page = self.page(IntakeView)
        self.at.rest(100)
        return page

    def chooses_applicant(self, who: str) -> None:
        """Who applies: one of ``ui.screens.intake.applicants``."""
        page = self.page(IntakeView)
        self.overwrites(page._who.who, who)
        page._who.number.setFocus()

    def identifies(self, person: Person) -> None:
        """The number is typed, MEİS and MAS are asked, and both have answered or are silent."""
        page = self.page(IntakeView)
        self.at.type(person.number)
        self.presses("F9")
        self.at.rest(50)
        self.waits("an answer", lambda: not page._who._waiting.isVisible())

    def scans(self, person: Person) -> None:
        """The card is read."""
        self.at.hands.scan(person.card)
        self.waits("MEİS", lambda: person.surname in self.at.words())

    def applies_for(self, person: Person, kind: ApplicationKind) -> Application:
        """This is what the person comes for; the application is registered."""
        self.chooses_purpose(kind)
        self.presses("Ctrl+Enter")
        application = self.waits("the application", lambda: self._opened(person, kind))
        self.waits("its page", lambda: not isinstance(self.at.view(), IntakeView))
        self.at.rest(100)
        return application  # type: ignore[no-any-return]

    def chooses_purpose(self, kind: ApplicationKind) -> None:
        """What the person comes for."""
        if self.chosen_purpose() != kind:
            self.presses("Alt+M")
            self.clicks(KINDS[kind])

    def why_not_apply(self, kind: ApplicationKind) -> str:
        """Why this cannot be applied for now; empty when it can."""
        self.presses("Alt+M")
        told = self.page(IntakeView)._middle.purpose._reasons[kind]
        return self.waits("the reason", lambda: told.isVisible() and told.text())

    def hears_of(self, person: Person) -> None:
        """What the person did elsewhere has come to this desk."""

        def heard() -> bool:
            self.at.session.sync_now()
            return bool(self.file(person).applications)

        self.waits("the application from elsewhere", heard)

    def records_from_paper(self, person: Person) -> None:
        """What the paper says is typed, field by field."""
        block = self.page(IntakeView)._middle.papers
        self.waits("the papers", block.isVisible)
        document, names = person.invented.person["document"], person.invented.person
        self.overwrites(block.fields["document_kind"].editor, document["kind"])
        told = {
            "document_number": document["number"],
            "valid_until": _day(document["valid_until"]),
            "surname": names["surname"],
            "given_name": names["given_name"],
            "patronymic": names["patronymic"],
            "birth_date": _day(names["birth_date"]),
        }
        for name, text in told.items():
            self.overwrites(block.fields[name].editor, text)

    def is_represented(self, person: Person) -> None:
        """Somebody speaks for the person: whom it is and the power of attorney are typed, the notaries are asked."""
        page, speaker, paper = self.page(IntakeView), person.speaker, person.invented.paper
        assert speaker is not None
        assert paper is not None
        self.presses("Alt+U")
        self.overwrites(page._middle.way._form, FormOfApplication.REPRESENTATIVE.value)
        block = self.waits("the block", self._block)
        self.overwrites(block.fields["number"].editor, speaker.number)
        self.presses("Enter")
        self.waits("the representative", block.fields["name"].editor.text)
        told = {
            "paper_number": paper.number,
            "form_shown": FormShown.ORIGINAL.value,
            "paper_date": _day(paper.date),
            "valid_until": _day(paper.valid_until),
            "certifier_name": paper.certifier,
            "place": "Bakı",
            "scope": paper.scope,
            "names_service": NAMED,
        }
        for name, text in told.items():
            if text:
                self.overwrites(block.fields[name].editor, text)
        self.presses("F9")
        self.at.rest(50)
        self.waits("the notaries", lambda: not block._check._waiting.isVisible())

    def _block(self) -> RepresentativePart | None:
        blocks = self.at.window.findChildren(RepresentativePart)
        return next((each for each in blocks if each.isVisible()), None)

    def gives_phone(self, phone: str) -> None:
        """The mobile number, on the intake page."""
        self.overwrites(self.page(IntakeView)._middle.phone, phone)

    def chosen_purpose(self) -> str:
        return self.page(IntakeView)._kind

    def _opened(self, person: Person, kind: ApplicationKind) -> Application | None:
        return next(
            (each for each in self.file(person).applications if each.kind is kind and each.is_open), None
        )


def _day(text: str) -> str:
    """A day of a register as somebody types it; nothing where there is none."""
    return short(date.fromisoformat(text)) if text else ""
