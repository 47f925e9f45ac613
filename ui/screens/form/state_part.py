"""Where the form is after it was sent, step by step, and what came of it (SEED 23.4-5, 23.7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.catalogue.grounds import Ending
from dost_desktop.domain.dates import short
from dost_desktop.domain.form_acts import RecordDelivery
from dost_desktop.domain.vocabulary import ApplicationKind, ConfirmedBy, MessageChannel, MessageSender
from ui.infra.catalogue_words import begun
from ui.infra.moments import moment_words
from ui.infra.office_words import education_words, status_words
from ui.infra.phones import written_phone
from ui.screens.form.page import Page, Stage, registration_by
from ui.widgets.facts import Fact, FactRows
from ui.widgets.icon import Icon
from ui.widgets.panel import Panel
from ui.widgets.text import Rule, Text

_ICONS: Final = {
    "done": ("check-circle", "good.text"),
    "now": ("clock", "accent.text"),
    "next": ("circle", "line.control"),
    "bad": ("warning", "warn.text"),
}


class StatePart(QWidget):
    """Made anew for every look: it only shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(12)

    def show_page(self, page: Page, endings: Mapping[str, Ending]) -> None:
        """The way of the form, or its outcome; below, what was said in it."""
        while (item := self._room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        outcome = self._outcome(page, endings) if page.stage is Stage.DONE else self._way(page)
        for panel in (outcome, self._said(page, endings)):
            self._room.addWidget(panel)
            panel.show()  # the layout would show it later, and count it as empty until then

    # on its way
    def _way(self, page: Page) -> Panel:
        application, form = page.case.application, page.case.application.form_data
        by_person = form is None or form.confirmed_by is ConfirmedBy.PERSON
        here = {Stage.TO_SEND: 1, Stage.TO_CONFIRM: 2, Stage.MAS_DECIDES: 3}[page.stage]
        title = {
            Stage.TO_SEND: self.tr("Saved here, not sent yet"),
            Stage.TO_CONFIRM: self.tr("In MAS: waits until it is confirmed in e-sosial"),
            Stage.MAS_DECIDES: self.tr("Confirmed: MAS decides"),
        }[page.stage]
        panel = Panel(title, title_kind="heading")
        confirms = self.tr("Confirmation by the person in e-sosial")
        if not by_person:
            confirms = self.tr("Confirmation by the representative in e-sosial")
        steps = (
            self.tr("Filled with help, saved at this desk"),
            self.tr("Hand-over to MAS"),
            confirms,
            self.tr("Acceptance by MAS"),
        )
        for place, words in enumerate(steps):
            state = "done" if place < here else "now" if place == here else "next"
            when = application.confirmed_at if place == 2 else None
            said = moment_words(when, page.case.now) if when else ""
            panel.body.addWidget(_line(state, words, said, strong=place == here))
        panel.body.addWidget(Rule())
        for words in self._explained(page, by_person=by_person):
            panel.body.addWidget(Text(words, "body", "soft", wrap=True))
        return panel

    def _explained(self, page: Page, *, by_person: bool) -> tuple[str, ...]:
        goes_on = self.tr("Nobody has to wait here: the next person can come; the page changes by itself.")
        match page.stage:
            case Stage.TO_SEND:
                sent = self.tr("It goes to MAS by itself as soon as there is a connection; nothing is lost.")
                return sent, self.tr("Print the receipt: the person may go home with it.")
            case Stage.TO_CONFIRM:
                who = self.tr("Whoever confirms signs in to e-sosial with their own SMS code or ASAN İmza.")
                never = self.tr("The code is never told to you and never typed here.")
                return f"{who} {never}", goes_on
            case _:
                return (goes_on,)

    # what came of it
    def _outcome(self, page: Page, endings: Mapping[str, Ending]) -> Panel:
        registration = registration_by(page.case)
        panel = Panel(self._done_words(page), title_kind="heading")
        facts = []
        if registration is not None:
            facts.append(Fact(self.tr("Registration"), status_words(registration.status)[0], strong=True))
            if registration.number:
                facts.append(Fact(self.tr("Number"), registration.number))
            if registration.since:
                facts.append(Fact(self.tr("Since"), short(registration.since)))
            if registration.ends_on:
                facts.append(Fact(self.tr("Until"), short(registration.ends_on)))
        rows = FactRows(facts)
        if registration is not None and registration.known_at is not None:
            when = moment_words(registration.known_at, page.case.now)
            rows.set_source(self.tr("MAS (MEİS) · {when}").format(when=when))
        panel.body.addWidget(rows)
        panel.body.addWidget(Rule())
        panel.body.addWidget(Text(self.tr("How the person was told"), "label", "soft"))
        for channel in MessageChannel:
            panel.body.addWidget(self._told(page, channel))
        return panel

    def _done_words(self, page: Page) -> str:
        return {
            ApplicationKind.JOBSEEKER: self.tr("MAS accepted the form: registered as jobseeker"),
            ApplicationKind.REMOVAL: self.tr("MAS accepted the form: temporarily removed"),
            ApplicationKind.RESUMPTION: self.tr("MAS accepted the form: the registration goes on"),
            ApplicationKind.CANCELLATION: self.tr("MAS accepted the form: the registration is cancelled"),
        }.get(page.kind, "")

    def _told(self, page: Page, channel: MessageChannel) -> QWidget:
        sent = [each for each in page.case.application.messages if each.channel is channel]
        name = {
            MessageChannel.E_CABINET: self.tr("Electronic cabinet"),
            MessageChannel.MOBILE: self.tr("Mobile message"),
        }[channel]
        if channel is MessageChannel.MOBILE and page.case.file.phone:
            name = f"{name} · {written_phone(page.case.file.phone)}"
        last = next((each for each in reversed(sent) if each.delivered), sent[-1] if sent else None)
        if last is None:
            return _line("next", name, self.tr("not told yet"))
        return _line("done" if last.delivered else "bad", name, self._delivery(last, page))

    def _delivery(self, last: RecordDelivery, page: Page) -> str:
        when = moment_words(last.at, page.case.now)
        if not last.delivered:
            return self.tr("not delivered {when}; it is tried again").format(when=when)
        words = self.tr("delivered {when}").format(when=when)
        if last.sender is MessageSender.OWN_GATEWAY:
            return self.tr("{words}, by our own gateway").format(words=words)
        return words

    # what the form says
    def _said(self, page: Page, endings: Mapping[str, Ending]) -> Panel:
        panel = Panel(self.tr("What the form says"))
        panel.body.addWidget(FactRows(self._form_facts(page, endings), small=True))
        return panel

    def _form_facts(self, page: Page, endings: Mapping[str, Ending]) -> list[Fact]:
        file, form = page.case.file, page.case.application.form_data
        if page.kind is ApplicationKind.JOBSEEKER:
            return self._profile_facts(page)
        facts: list[Fact] = []
        if form is None:
            return facts
        back = file.registration.before_removal
        if page.kind is ApplicationKind.RESUMPTION and back is not None:
            facts.append(Fact(self.tr("Goes back to"), status_words(back)[0]))
        if form.ground in endings:
            facts.append(Fact(self.tr("Ground"), begun(endings[form.ground].title)))
        if form.starts_on:
            facts.append(Fact(self.tr("From"), short(form.starts_on)))
            until = short(form.ends_on) if form.ends_on else self.tr("while the cause lasts")
            facts.append(Fact(self.tr("Until"), until))
        facts.append(Fact(self.tr("Paper"), form.evidence or "–"))
        if file.phone:
            facts.append(Fact(self.tr("Mobile"), written_phone(file.phone)))
        return facts

    def _profile_facts(self, page: Page) -> list[Fact]:
        file, profile = page.case.file, page.case.file.profile
        facts = [
            Fact(self.tr("Mobile"), written_phone(file.phone) or "–"),
            Fact(self.tr("Lives at"), file.address or "–"),
        ]
        if profile is None:
            return facts
        if profile.education is not None:
            facts.append(Fact(self.tr("Education"), education_words(profile.education)))
        facts.append(Fact(self.tr("Specialty"), profile.specialty or "–"))
        jobs = ", ".join(job.position for job in profile.jobs)
        facts.append(Fact(self.tr("Jobs so far"), jobs or "–"))
        facts.append(Fact(self.tr("Looks for"), ", ".join(filter(None, (profile.wanted, profile.district)))))
        return facts


def _line(state: str, words: str, said: str = "", *, strong: bool = False) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    icon, role = _ICONS[state]
    row.addWidget(Icon(icon, role), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    tone = "" if strong or state == "done" else "soft"
    column.addWidget(Text(words, "strong" if strong else "body", tone, wrap=True))
    if said:
        column.addWidget(Text(said, "caption", "warn" if state == "bad" else "muted", wrap=True))
    row.addLayout(column, 1)
    return holder
