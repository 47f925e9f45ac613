"""What was offered, and what came of it: the offer on the table, the draft at the back office, the end of the step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import legal_date, short
from dost_desktop.domain.person_file import Offer
from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer, MessageChannel
from ui.infra.catalogue_words import begun
from ui.infra.moments import moment_words
from ui.screens.work.page import Page
from ui.screens.work.words import outcome_words, short_number, wage_words
from ui.widgets.facts import Fact, FactRows
from ui.widgets.icon import Icon
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.text import Text

A = ApplicationState


class OutcomePart(QWidget):
    """The panels of one look, one under another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(12)
        self._shown: object = None

    def show_page(self, page: Page) -> None:
        """What this state is about."""
        if self._shown == page.looked:
            return
        self._shown = page.looked
        while (item := self._room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for widget in self._widgets(page):
            self._room.addWidget(widget)
            widget.show()  # the layout would show it later, and count it as empty until then
        self.setVisible(self._room.count() > 0)

    def _widgets(self, page: Page) -> Sequence[QWidget]:
        offer = page.offer
        match page.state:
            case A.WAITING_PERSON | A.OFFER_ACCEPTED | A.WAITING_EMPLOYER if offer is not None:
                return [self._offer(offer, page)]
            case A.DECLINED if offer is not None:
                return [self._declined(offer, page)]
            case A.DECLINED_UNJUSTIFIED | A.RIGHT_EXPLAINED if offer is not None:
                return [self._judged(offer, page), self._right()]
            case A.NO_WORK_PLACED:
                return [self._placed(page)]
            case A.AT_BACK_OFFICE:
                by = self.tr("The answer is expected by {day}; a message comes to your phone.")
                sent = self.tr("Your application was sent for approval.")
                aloud = self._say_aloud(sent, by.format(day=short(page.office_due)))
                return [self._sent(page), aloud]
            case A.RETURNED:
                reason = self.tr("Returned: {reason}").format(reason=page.application.returned_for)
                mend = self.tr(
                    "Mend it, then send again. You may check, look for work again, place it again, or refuse."
                )
                return [Note("warn", reason, mend), self._placed(page)]
            case A.DONE:
                return [self._done(page)]
            case _:
                return []

    # the offer
    def _offer(self, offer: Offer, page: Page) -> Panel:
        panel = _headed("briefcase", f"{offer.position}, {offer.employer}", "text.soft")
        place = Fact(self.tr("Place of work"), offer.address or "–")
        if offer.presented_on is not None:
            presented = Fact(self.tr("Presented"), short(offer.presented_on))
            facts = [Fact(self.tr("Referral"), offer.referral), presented, place]
        else:
            facts = [
                Fact(self.tr("Tax no. of the employer"), offer.employer_voen or "–"),
                place,
                Fact(self.tr("Wage"), wage_words(offer.wage) or "–"),
                Fact(self.tr("Vacancy"), offer.vacancy),
                Fact(self.tr("Offered"), moment_words(offer.at, page.case.now)),
            ]
        rows = FactRows(facts)
        rows.set_source(self.tr("All five tests of the law are met (Article 6)"))
        panel.body.addWidget(rows)
        return panel

    def _declined(self, offer: Offer, page: Page) -> Panel:
        panel = Panel()
        panel.set_title(f"{offer.position}, {offer.employer}", "heading")
        panel.body.addWidget(Text(self.tr("Why the person does not take it"), "small", "soft"))
        words = page.looked.reasons.get(offer.reason_kind)
        if words is not None:
            panel.body.addWidget(Text(begun(words), "small_strong", wrap=True))
        panel.body.addWidget(Text(f"“{offer.reason}”", "body", wrap=True))
        return panel

    def _judged(self, offer: Offer, page: Page) -> Panel:
        panel = self._declined(offer, page)
        words = self.tr("Not justified: {wording}").format(wording=offer.wording)
        panel.body.addWidget(Text(words, "small", "soft", wrap=True))
        return panel

    def _right(self) -> QWidget:
        return self._say_aloud(
            self.tr("You did not take this offer of work, and the reason was not found justified."),
            self.tr("You may apply again any day: by the portal or here."),
        )

    def _say_aloud(self, *sentences: str) -> Panel:
        panel = Panel(kind="sunken")
        panel.set_title(self.tr("Say to the person"))
        for sentence in sentences:
            panel.body.addWidget(Text(f"“{sentence}”", "body", wrap=True))
        return panel

    # no suitable work, and the back office
    def _placed(self, page: Page) -> Panel:
        panel = _headed("check-circle", self.tr("No suitable work: placed in MAS"), "good.text")
        panel.body.addWidget(FactRows(self._placing(page)))
        return panel

    def _placing(self, page: Page) -> list[Fact]:
        application = page.application
        placed, now = application.placed_at, page.case.now
        facts = [
            Fact(self.tr("Reference"), application.no_work_reference or "–"),
            Fact(self.tr("Placed"), moment_words(placed, now) if placed else "–"),
        ]
        if application.vacancies_seen:
            facts.append(Fact(self.tr("Compared"), self.tr("%n vacancies", "", application.vacancies_seen)))
        said = [each for each in application.offers if each.said is not None]
        if said:
            facts.append(Fact(self.tr("Employer"), f"{said[-1].employer}: {outcome_words(said[-1])}"))
        return facts

    def _sent(self, page: Page) -> Panel:
        application, now = page.application, page.case.now
        panel = _headed("hourglass", self.tr("The draft decision is at the back office"), "text.soft")
        sent = moment_words(application.sent_at, now) if application.sent_at else "–"
        facts = [
            Fact(self.tr("Back office"), _office(page)),
            Fact(self.tr("Sent"), self.tr("{when}, {agent}").format(when=sent, agent=application.sent_by)),
            Fact(self.tr("Back office decides by"), short(page.office_due), strong=True),
            Fact(self.tr("The service is due by"), short(page.case.due), strong=True),
            *self._placing(page),
        ]
        rows = FactRows(facts)
        rows.set_source(self.tr("The answer arrives by itself, this page changes then."), "info")
        panel.body.addWidget(rows)
        return panel

    # the end
    def _done(self, page: Page) -> Panel:
        offer = page.offer
        if offer is not None and offer.said is EmployerAnswer.HIRED:
            panel = _headed("check-circle", self.tr("The employer hired the person"), "good.text")
            facts = [
                Fact(self.tr("Employer"), offer.employer),
                Fact(self.tr("Position"), offer.position),
                Fact(self.tr("Referral"), short_number(offer.referral) if offer.referral else "–"),
            ]
        else:
            panel = _headed("check-circle", self.tr("Registered as unemployed"), "good.text")
            facts = self._decided(page)
        panel.body.addWidget(FactRows(facts))
        return panel

    def _decided(self, page: Page) -> list[Fact]:
        application, registration = page.application, page.case.file.registration
        at = application.decided_at
        facts = [
            Fact(self.tr("Since"), short(legal_date(at)) if at else "–"),
            Fact(self.tr("Number"), registration.number or "–"),
            Fact(self.tr("Confirmed by"), application.decided_by or "–"),
        ]
        for each in application.messages:
            channel = (
                self.tr("E-cabinet")
                if each.channel is MessageChannel.E_CABINET
                else self.tr("Mobile message")
            )
            when = moment_words(each.at, page.case.now)
            words = self.tr("delivered, {when}") if each.delivered else self.tr("not delivered, {when}")
            facts.append(Fact(channel, words.format(when=when)))
        return facts


def _office(page: Page) -> str:
    code = page.application.back_office
    return next((f"{each.code} – {each.name}" for each in page.offices if each.code == code), code or "–")


def _headed(icon: str, title: str, role: str) -> Panel:
    """A panel whose heading is the answer of the step, with an icon before it."""
    panel = Panel()
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Icon(icon, role), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(Text(title, "heading", wrap=True), 1)
    panel.body.addLayout(head)
    panel.setAccessibleName(title)
    return panel
