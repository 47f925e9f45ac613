"""Left, under the person: the papers, who speaks and by which paper, and how the application came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dost_desktop.catalogue.files import Words
from dost_desktop.domain.dates import short
from dost_desktop.domain.evidence import Paper, Representative
from dost_desktop.domain.person_file import Application
from dost_desktop.domain.representation import revoked_on
from dost_desktop.domain.required_papers import valid_until
from dost_desktop.domain.vocabulary import Basis, Capacity, Source
from dost_desktop.services.look_at_file import CaseView
from ui.infra.catalogue_words import begun
from ui.infra.moments import moment_words
from ui.infra.office_words import (
    answer_form_words,
    basis_words,
    caller_answer_words,
    certifier_words,
    channel_words,
    form_shown_words,
    form_words,
    relation_words,
)
from ui.infra.refused_words import refused_words
from ui.widgets.facts import Fact, FactRows
from ui.widgets.icon import Icon
from ui.widgets.text import Rule, Text

_SIGNS: Final = {
    "good": ("check-circle", "good.text", ""),
    "warn": ("warning", "warn.text", "warn"),
    "bad": ("warning-circle", "bad.text", "bad"),
    "info": ("info", "text.muted", "muted"),
}


class AboutPart(QObject):
    """Gives the widgets of one look, one under another; what is not there takes no room."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: list[QWidget] = []

    def widgets(self, case: CaseView, kinds: Mapping[str, Words]) -> list[QWidget]:
        """``kinds``: what the catalogue calls each kind of document."""
        self._made = []
        self._papers(case, kinds)
        if case.application.representative is not None:
            self._representative(case, case.application.representative)
        self._application(case.application)
        made, self._made = self._made, []
        return made

    # papers
    def _papers(self, case: CaseView, kinds: Mapping[str, Words]) -> None:
        self._head(self.tr("Papers"))
        shown = [*filter(None, [case.file.identity_paper]), *case.application.papers]
        if case.file.identity_source is Source.REGISTER and case.is_of_person:
            self._sign("good", self.tr("MEİS answered: no paper is asked for"))
        for paper in shown:
            self._made.append(Text(self._kind(paper, kinds), "small_strong", wrap=True))
            self._made.append(self._rows(self._paper_facts(paper)))
            if paper.checked is not None:
                self._sign("good", self._permit_words(case, paper))
        if not shown and case.file.identity_source is not Source.REGISTER:
            self._made.append(Text(self.tr("None was shown"), "small", "muted", wrap=True))

    def _kind(self, paper: Paper, kinds: Mapping[str, Words]) -> str:
        words = kinds.get(paper.kind)
        return begun(words) if words else self.tr("Another paper")

    def _paper_facts(self, paper: Paper) -> list[Fact]:
        facts = [Fact(self.tr("Number"), paper.number or "–")]
        facts.append(Fact(self.tr("Shown"), form_shown_words(paper.form)))
        if paper.issued_on is not None:
            facts.append(Fact(self.tr("Issued"), short(paper.issued_on)))
        if paper.issuer:
            facts.append(Fact(self.tr("Issuer"), paper.issuer))
        facts.append(Fact(self.tr("Valid until"), short(paper.valid_until) if paper.valid_until else "–"))
        return facts + self._scans(paper.scans)

    def _permit_words(self, case: CaseView, paper: Paper) -> str:
        said = paper.checked
        if said is None:
            return ""
        when = moment_words(said.at, case.now)
        until = valid_until(paper)
        if not said.answer.get("found"):
            return self.tr("Register of permits: not found · {when}").format(when=when)
        day = short(until) if until else "–"
        return self.tr("Register of permits: until {day} · {when}").format(day=day, when=when)

    # the representative
    def _representative(self, case: CaseView, speaker: Representative) -> None:
        self._head(self.tr("Representative"))
        self._made.append(Text(speaker.name, "small_strong", wrap=True))
        self._made.append(self._rows(self._speaker_facts(speaker)))
        if speaker.basis is Basis.POWER_OF_ATTORNEY and (speaker.check or speaker.check_tried_at):
            self._notaries(case, speaker)
        for finding in case.of_speaker:
            self._sign("bad" if finding.stops else "warn", refused_words(finding.why))

    def _speaker_facts(self, speaker: Representative) -> list[Fact]:
        facts = [
            Fact(self.tr("Basis"), basis_words(speaker.basis)),
            Fact(self.tr("PIN"), speaker.identity_number or "–"),
        ]
        if speaker.identity_paper is not None:
            facts.append(Fact(self.tr("Own document"), speaker.identity_paper.number))
        if speaker.basis is Basis.HEAD:
            return facts
        shown = form_shown_words(speaker.form) if speaker.form else self.tr("not shown")
        facts += [
            Fact(self.tr("Number"), speaker.paper_number or "–"),
            Fact(self.tr("Date"), short(speaker.paper_date) if speaker.paper_date else self.tr("not on it")),
            Fact(
                self.tr("Valid until"),
                short(speaker.valid_until) if speaker.valid_until else self.tr("no term"),
            ),
            Fact(self.tr("Shown"), shown),
        ]
        if speaker.certifier is not None:
            who = ", ".join(
                part
                for part in (certifier_words(speaker.certifier), speaker.certifier_name, speaker.place)
                if part
            )
            facts.append(Fact(self.tr("Certified by"), who))
        if speaker.issuer:
            facts.append(Fact(self.tr("Issuer"), speaker.issuer))
        if speaker.scope:
            facts.append(Fact(self.tr("Scope"), speaker.scope))
        if speaker.judgement:
            facts.append(Fact(self.tr("Judged"), speaker.judgement))
        return facts + self._scans(speaker.scans)

    def _notaries(self, case: CaseView, speaker: Representative) -> None:
        check = speaker.check
        if check is None:
            tried = moment_words(speaker.check_tried_at, case.now) if speaker.check_tried_at else "–"
            self._sign("info", self.tr("Notaries did not answer · tried {when}").format(when=tried))
            return
        when = moment_words(check.at, case.now)
        if not check.answer.get("found"):
            self._sign("info", self.tr("Notaries: not found · {when}").format(when=when))
        elif revoked_on(speaker):
            self._sign("info", self.tr("Notaries: ended · {when}").format(when=when))
        else:
            self._sign("good", self.tr("Notaries: in force · {when}").format(when=when))

    # the application
    def _application(self, application: Application) -> None:
        self._head(self.tr("Application"))
        facts = [
            Fact(self.tr("Form"), form_words(application.form)),
            Fact(self.tr("Channel"), channel_words(application.channel)),
            Fact(self.tr("Answer"), answer_form_words(application.answer_form)),
        ]
        if application.capacity is Capacity.ENTREPRENEUR:
            facts.append(Fact(self.tr("Applies as"), self.tr("entrepreneur, a natural person")))
        if application.interpreter:
            facts.append(Fact(self.tr("Interpreter"), application.interpreter))
        if application.call is not None:
            facts.append(Fact(self.tr("Call"), application.call.reference))
            named = ", ".join(caller_answer_words(each) for each in application.call.named)
            facts.append(Fact(self.tr("Caller named"), named))
        consent = application.consent
        if consent is not None:
            given = f", {short(consent.given_on)}" if consent.given_on else ""
            words = f"{consent.name} ({relation_words(consent.relation)}){given}"
            facts.append(Fact(self.tr("Consent"), words))
        self._made.append(self._rows(facts))

    # pieces
    def _head(self, words: str) -> None:
        self._made.append(Rule())
        self._made.append(Text(words, "label", "soft"))

    @staticmethod
    def _rows(facts: Sequence[Fact]) -> FactRows:
        return FactRows(facts, small=True)

    def _scans(self, scans: Sequence[str]) -> list[Fact]:
        return [Fact(self.tr("Scans"), str(len(scans)))] if scans else []

    def _sign(self, kind: str, words: str) -> None:
        icon, role, tone = _SIGNS[kind]
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(icon, role, "icon_small"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(words, "caption", tone or "muted", wrap=True), 1)
        self._made.append(line)
