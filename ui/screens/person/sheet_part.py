"""Middle: how the person was registered, what they can do, what was offered to them and how they were told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import legal_date, short
from dost_desktop.domain.evidence import PastJob, WorkProfile
from dost_desktop.domain.person_file import Bar
from dost_desktop.domain.vocabulary import MessageChannel, MessageSender
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.moments import moment_words
from ui.infra.office_words import education_words, status_words
from ui.screens.person.full_list import FullList
from ui.screens.person.page import PersonPage
from ui.screens.person.sheet import OfferLine, Outcome, Station, Told
from ui.screens.person.written import short_number
from ui.widgets.action_button import ActionButton
from ui.widgets.facts import Fact, FactRows
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.text import Text

GroundWords = Callable[[str], str]  # of an ending, a bar or a reason of the catalogue; "" for an unknown one

_OUTCOMES: Final = {
    Outcome.OPEN: (QT_TRANSLATE_NOOP("PersonOutcome", "no answer yet"), "warn"),
    Outcome.ACCEPTED: (QT_TRANSLATE_NOOP("PersonOutcome", "accepted"), "accent"),
    Outcome.REFERRED: (QT_TRANSLATE_NOOP("PersonOutcome", "at the employer"), "neutral"),
    Outcome.HIRED: (QT_TRANSLATE_NOOP("PersonOutcome", "hired"), "good"),
    Outcome.NOT_HIRED: (QT_TRANSLATE_NOOP("PersonOutcome", "not hired"), "neutral"),
    Outcome.SILENT: (QT_TRANSLATE_NOOP("PersonOutcome", "employer silent"), "neutral"),
    Outcome.DECLINED: (QT_TRANSLATE_NOOP("PersonOutcome", "declined, not judged"), "warn"),
    Outcome.JUSTIFIED: (QT_TRANSLATE_NOOP("PersonOutcome", "declined, justified"), "neutral"),
    Outcome.UNJUSTIFIED: (QT_TRANSLATE_NOOP("PersonOutcome", "declined, unjustified"), "warn"),
}
_MESSAGES: Final = {  # letters 9: event -> words
    "jobseeker.registered": QT_TRANSLATE_NOOP("PersonMessage", "Registered as jobseeker"),
    "unemployed.registered": QT_TRANSLATE_NOOP("PersonMessage", "Registered as unemployed"),
    "application.received": QT_TRANSLATE_NOOP("PersonMessage", "Application received"),
    "application.withdrawn": QT_TRANSLATE_NOOP("PersonMessage", "Application withdrawn"),
    "documents.missing": QT_TRANSLATE_NOOP("PersonMessage", "Documents missing"),
    "offer.made": QT_TRANSLATE_NOOP("PersonMessage", "Suitable work offered"),
    "offer.reminder": QT_TRANSLATE_NOOP("PersonMessage", "Reminder of the offer"),
    "referral.issued": QT_TRANSLATE_NOOP("PersonMessage", "Referral issued"),
    "employer.hired": QT_TRANSLATE_NOOP("PersonMessage", "The employer hires"),
    "employer.not_hired": QT_TRANSLATE_NOOP("PersonMessage", "The employer does not hire"),
    "employer.silent": QT_TRANSLATE_NOOP("PersonMessage", "The employer did not answer"),
    "back_office.returned": QT_TRANSLATE_NOOP("PersonMessage", "Returned by the back office"),
    "registration.removed": QT_TRANSLATE_NOOP("PersonMessage", "Removed for a time"),
    "registration.resumed": QT_TRANSLATE_NOOP("PersonMessage", "Registration resumed"),
    "registration.cancelled": QT_TRANSLATE_NOOP("PersonMessage", "Registration cancelled"),
}


class RegistrationPart(QWidget):
    """Registered, unemployed, removed from until, resumed, cancelled: by their days, with bars and ends."""

    def __init__(self, grounds: GroundWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grounds = grounds
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.list = FullList(
            RowsModel(
                [
                    Column(self.tr("Registration"), self._days_cell, width=136),
                    Column("", self._status_cell),
                    Column("", self._now_cell, width=128),
                ],
                lambda row: row.place,
            ),
            self.tr("How the person was registered"),
        )
        self._bars = QVBoxLayout()
        self._bars.setSpacing(8)
        column.addLayout(self._bars)
        column.addWidget(self.list)

    def show_page(self, page: PersonPage) -> None:
        """The stations, and from when the person may apply again."""
        self.list.show_rows(page.sheet.stations)
        while (item := self._bars.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        notes = [self._bar_note(each) for each in page.view.next.bars]
        resumes = page.view.next.resumes_on
        if resumes is not None:
            words = self.tr("Resumption can be asked for from {day}").format(day=short(resumes))
            notes.append(Note("info", words))
        for note in notes:
            self._bars.addWidget(note)
        self.setVisible(bool(page.sheet.stations or notes))

    def _bar_note(self, bar: Bar) -> Note:
        words = self.tr("May apply again from {day}").format(day=short(bar.until))
        return Note("warn", words, self._grounds(bar.ground))

    def _days_cell(self, row: Station) -> Cell:
        since = short(row.since) if row.since else "–"
        return Cell(since, f"– {short(row.until)}" if row.until else "", strong=row.stands)

    def _status_cell(self, row: Station) -> Cell:
        known = row.registration
        parts = (
            known.number,
            self._grounds(known.ground),
            self.tr("last day {day}").format(day=short(known.ends_on)) if known.ends_on else "",
        )
        words, _ = status_words(known.status)
        return Cell(words, " · ".join(part for part in parts if part), strong=row.stands)

    def _now_cell(self, row: Station) -> Cell:
        if row.is_over:
            return Cell(chip=self.tr("term is over"), chip_kind="warn")
        return Cell(chip=self.tr("now"), chip_kind="accent") if row.stands else Cell()


class ProfilePart(Panel):
    """What the person can do and looks for; of health only what they wished to say."""

    change_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._change = ActionButton("", "link", shortcut="Alt+M")
        super().__init__("", trailing=self._change, parent=parent)
        self.set_title(self.tr("What the person can do and looks for"))
        self._none = Text(self.tr("Nothing is recorded yet."), "small", "muted", wrap=True)
        self._draft = Text(self.tr("Typed and not recorded yet."), "small", "warn", wrap=True)
        self._facts = FactRows()
        for widget in (self._none, self._facts, self._draft):
            self.body.addWidget(widget)
        self._change.acted.connect(self.change_pressed)

    def show_page(self, page: PersonPage) -> None:
        """As the file holds it."""
        file = page.view.file
        self._none.setVisible(file.profile is None)
        self._facts.setVisible(file.profile is not None)
        self._draft.setVisible(page.has_profile_draft)
        self._change.set_words(self.tr("Change") if file.profile else self.tr("Record"))
        if file.profile is None:
            return
        self._facts.show_facts(self._fact_rows(file.profile))
        when = moment_words(file.profile_at, page.view.now) if file.profile_at else ""
        self._facts.set_source(self.tr("As the person says · {when}").format(when=when) if when else "")

    def focus_change(self) -> None:
        """The focus on what opens the fields."""
        self._change.setFocus()

    def _fact_rows(self, profile: WorkProfile) -> list[Fact]:
        transport = {True: self.tr("by public transport only"), False: self.tr("own transport"), None: ""}
        facts = [
            (self.tr("Education"), self._education(profile)),
            (self.tr("Specialty"), profile.specialty),
            (self.tr("Skills"), profile.skills),
            (self.tr("Jobs"), "\n".join(self._job(each) for each in profile.jobs)),
            (self.tr("Health"), ", ".join(profile.health_limits)),
            (self.tr("Looks for"), profile.wanted),
            (self.tr("Hours"), profile.regime),
            (self.tr("District"), profile.district),
            (self.tr("Way to work"), transport[profile.by_public_transport]),
        ]
        return [Fact(label, value) for label, value in facts if value]

    @staticmethod
    def _education(profile: WorkProfile) -> str:
        parts = (
            education_words(profile.education) if profile.education else "",
            profile.institution,
            str(profile.graduated or ""),
        )
        return " · ".join(part for part in parts if part)

    def _job(self, job: PastJob) -> str:
        years, months = divmod(job.months, 12)
        parts = (
            job.position,
            job.employer,
            " ".join(
                part
                for part in (
                    self.tr("%n year(s)", "", years) if years else "",
                    self.tr("%n month(s)", "", months) if months else "",
                )
                if part
            ),
            job.left_for,
        )
        return " · ".join(part for part in parts if part)


class OffersPart(QWidget):
    """Offers with what came of them; ``application_opened`` carries the application in which one was made."""

    application_opened = Signal(object)

    def __init__(self, grounds: GroundWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grounds, self._applications = grounds, dict[object, object]()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.list = FullList(
            RowsModel(
                [
                    Column(self.tr("Suitable work offered"), self._offer_cell),
                    Column(self.tr("Outcome"), self._outcome_cell, width=196),
                ],
                lambda row: row.offer.id,
            ),
            self.tr("Suitable work offered to the person"),
        )
        self._counted = Note("info")
        column.addWidget(self.list)
        column.addWidget(self._counted)
        self.list.opened.connect(lambda id_: self.application_opened.emit(self._applications[id_]))

    def show_page(self, page: PersonPage) -> None:
        """The newest first, and how many declines count."""
        sheet = page.sheet
        self._applications = {each.offer.id: each.application for each in sheet.offers}
        self.list.show_rows(sheet.offers)
        self._counted.setVisible(bool(sheet.counted))
        self._counted.say(
            "warn" if sheet.warns else "info",
            self.tr("%n decline(s) judged unjustified", "", sheet.counted),
            self.tr("Nothing follows by itself: a later removal counts them."),
        )
        self.setVisible(bool(sheet.offers))

    def _offer_cell(self, row: OfferLine) -> Cell:
        offer = row.offer
        reason = self._grounds(offer.reason_kind)
        parts = (
            short(legal_date(offer.at)),
            self.tr("referral {number}").format(number=short_number(offer.referral))
            if offer.referral
            else "",
            ": ".join(part for part in (reason, offer.reason) if part),
            offer.wording,
        )
        return Cell(f"{offer.position} · {offer.employer}", " · ".join(part for part in parts if part))

    @staticmethod
    def _outcome_cell(row: OfferLine) -> Cell:
        words, kind = _OUTCOMES[row.outcome]
        return Cell(chip=QCoreApplication.translate("PersonOutcome", words), chip_kind=kind)


class ToldPart(FullList):
    """How the person was told: e-cabinet and mobile, both (SEED 23.5)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            RowsModel(
                [
                    Column(self.tr("Messages to the person"), self._message_cell),
                    Column("", self._delivered_cell, width=176),
                ],
                lambda row: row.place,
            ),
            self.tr("Messages to the person"),
        )
        self.setParent(parent)

    def show_page(self, page: PersonPage) -> None:
        """The newest first."""
        self._at = page.view.now
        self.show_rows(page.sheet.told)

    def _message_cell(self, row: Told) -> Cell:
        message = row.message
        words = _MESSAGES.get(message.message)
        title = QCoreApplication.translate("PersonMessage", words) if words else message.message
        channels = {MessageChannel.E_CABINET: self.tr("e-cabinet"), MessageChannel.MOBILE: self.tr("mobile")}
        senders = {MessageSender.MAS: self.tr("MAS"), MessageSender.OWN_GATEWAY: self.tr("our gateway")}
        parts = (
            channels[message.channel],
            senders[message.sender],
            moment_words(message.at, self._at),
            short_number(row.number),
        )
        return Cell(title, " · ".join(parts))

    def _delivered_cell(self, row: Told) -> Cell:
        if row.message.delivered:
            return Cell(self.tr("delivered"), icon="check", muted=True)
        return Cell(chip=self.tr("not delivered"), chip_kind="warn")
