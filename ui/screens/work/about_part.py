"""Left: who it is about, what the law compares with a vacancy, and what was offered before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import age_on, legal_date, short
from dost_desktop.domain.evidence import PastJob, WorkProfile
from dost_desktop.domain.person_file import Offer, PersonFile
from dost_desktop.services.look_at_file import CaseView
from ui.infra.moments import moment_words
from ui.infra.number_words import number_label
from ui.infra.office_words import education_words, form_words, status_words
from ui.parts.tall_enough import TallEnough
from ui.screens.work.words import outcome_words, years_words
from ui.widgets.action_button import ActionButton
from ui.widgets.chip import Chip
from ui.widgets.facts import Fact, FactRows
from ui.widgets.text import Rule, Text

_EDGE = 16
_SHOWN = 8  # offers; the whole file has the others


class AboutPart(TallEnough):
    """``change_asked``: what the person can do is to be put right."""

    change_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(10)
        self._name, self._born = Text("", "heading", wrap=True), Text("", "small", wrap=True)
        self._status, self._form = Chip("", "accent"), Chip("")
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addWidget(self._status)
        chips.addWidget(self._form)
        chips.addStretch(1)
        change = ActionButton(self.tr("Change"), "link", shortcut="Alt+D")
        change.acted.connect(self.change_asked)
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("For suitable work"), "label", "soft", wrap=True), 1)
        head.addWidget(change)
        self._facts = FactRows(small=True)
        self._nothing = Text(
            self.tr("Nothing is recorded yet: every test becomes a question."), "small", "muted", wrap=True
        )
        self._offers = QVBoxLayout()
        self._offers.setSpacing(8)
        column.addWidget(self._name)
        column.addLayout(chips)
        column.addWidget(self._born)
        column.addWidget(Rule())
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self._facts)
        column.addWidget(Rule())
        column.addWidget(Text(self.tr("Earlier offers"), "label", "soft"))
        column.addLayout(self._offers)
        column.addStretch(1)
        self._shown: tuple[PersonFile, str] | None = None

    def show_case(self, case: CaseView) -> None:
        """Person, profile and offers of this case's file."""
        if self._shown == (case.file, case.application.number):
            return
        self._shown = (case.file, case.application.number)
        identity = case.file.identity
        if identity is not None:
            self._name.setText(identity.full_name)
            number = f"{number_label(identity.number_kind)} {identity.number}"
            born = ""
            if identity.birth_date is not None:
                age = age_on(identity.birth_date, legal_date(case.now))
                born = self.tr("{day}, age {n}").format(day=short(identity.birth_date), n=age)
            self._born.setText(" · ".join(filter(None, (number, born))))
        words, kind = status_words(case.file.registration.status)
        self._status.show_as(words, kind)
        self._form.show_as(form_words(case.application.form))
        profile = case.file.profile
        self._nothing.setVisible(profile is None)
        self._facts.setVisible(profile is not None)
        if profile is not None:
            self._facts.show_facts(self._profile(profile, case))
            when = moment_words(case.file.profile_at, case.now) if case.file.profile_at else ""
            self._facts.set_source(self.tr("As said, {when}").format(when=when) if when else "", "info")
        self._show_offers(case)
        self.settle()

    def _profile(self, profile: WorkProfile, case: CaseView) -> list[Fact]:
        learnt = education_words(profile.education) if profile.education else "–"
        if profile.graduated:
            learnt = f"{learnt}, {profile.graduated}"
        facts = [
            Fact(self.tr("Education"), learnt),
            Fact(self.tr("Specialty"), profile.specialty or "–"),
            Fact(self.tr("Experience"), "; ".join(map(_job_words, profile.jobs)) or "–"),
            Fact(self.tr("Health"), ", ".join(profile.health_limits) or self.tr("no limits said")),
            Fact(self.tr("Looks for"), profile.wanted or "–"),
            Fact(self.tr("District"), profile.district or "–"),
            Fact(self.tr("Transport"), self._transport(profile)),
        ]
        lives = case.file.address or (case.file.identity.address if case.file.identity else "")
        return [*facts, Fact(self.tr("Address"), lives)] if lives else facts

    def _transport(self, profile: WorkProfile) -> str:
        return {
            True: self.tr("public only"),
            False: self.tr("own"),
            None: "–",
        }[profile.by_public_transport]

    def _show_offers(self, case: CaseView) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        offers = [each for application in case.file.applications for each in application.offers]
        offers.sort(key=lambda each: each.at, reverse=True)
        lines = [_offer_line(each, case) for each in offers[:_SHOWN]]
        if not lines:
            lines = [Text(self.tr("No work was offered yet."), "small", "muted", wrap=True)]
        for line in lines:
            self._offers.addWidget(line)
            line.show()  # the layout would show it later, and count it as empty until then


def _job_words(job: PastJob) -> str:
    return f"{job.position}, {years_words(job.months)}" if job.months else job.position


def _offer_line(offer: Offer, case: CaseView) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    when = moment_words(offer.at, case.now, with_time=False)
    column.addWidget(Text(f"{offer.position}, {offer.employer}", "small_strong", wrap=True))
    column.addWidget(Text(f"{when} · {outcome_words(offer)}", "caption", "muted", wrap=True))
    return holder
