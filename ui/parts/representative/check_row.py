"""What the notaries' register says of a power of attorney: asked here, shown with its time, differences pointed out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import legal_date, short
from dost_desktop.ports import Unanswered
from ui.infra.moments import moment_words
from ui.parts.representative.shown import RepresentativeShown
from ui.parts.side_by_side import SideBySide, left_of
from ui.widgets.action_button import ActionButton
from ui.widgets.facts import Fact, FactRows
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.text import Text
from ui.widgets.waiting import Waiting


class CheckRow(Panel):
    """``asked`` for the notaries' register, ``stopped`` when the agent waits no longer."""

    asked = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="sunken", parent=parent)
        self._ask = ActionButton(self.tr("Ask the notaries"), shortcut="Alt+X")
        self._said = Text("", "small", "muted", wrap=True)
        self._facts, self._differs = FactRows(small=True), Note("warn")
        self._waiting = Waiting(self.tr("Asking the notaries' register"), stop=self.tr("Stop waiting"))
        self.body.addWidget(SideBySide([self._said, left_of(self._ask)]))
        for widget in (self._waiting, self._facts, self._differs):
            widget.hide()
            self.body.addWidget(widget)
        self._ask.acted.connect(self.asked)
        self._waiting.stopped.connect(self.stopped)
        self.setFocusProxy(self._ask)

    def show_now(self, shown: RepresentativeShown) -> None:
        """The answer, the silence, or that nobody asked yet."""
        if shown.checking and not self._waiting.isVisibleTo(self):
            self._waiting.start()
        if not shown.checking:
            self._waiting.stop()
        self._waiting.setVisible(shown.checking)
        words, tone = self._said_words(shown)
        self._said.setText(words)
        self._said.set_tone(tone)
        check = shown.check if shown.check is not None and shown.check.answer["found"] else None
        self._facts.setVisible(check is not None)
        if check is not None:
            self._facts.show_facts(self._lines(check))
            when = moment_words(check.at, shown.now)
            words = self.tr("Electronic notary register · lookup no. {no} · {when}")
            self._facts.set_source(words.format(no=check.lookup_no, when=when), "info")
        self._differs.setVisible(bool(shown.differs))
        if shown.differs:
            self._differs.say(
                "warn",
                self.tr("The register and the paper differ: {what}").format(
                    what=", ".join(self._name(each) for each in shown.differs)
                ),
                self.tr("Compare with the paper; what stands in it is recorded."),
            )
        if shown.check_off:
            self._ask.set_off(self._off_words(shown.check_off))
        else:
            self._ask.set_on()

    def _said_words(self, shown: RepresentativeShown) -> tuple[str, str]:
        """How it stands, and the tone it is said in."""
        if shown.checking:
            return "", "muted"
        if shown.unchecked is not None and shown.check_tried_at is not None:
            when = moment_words(shown.check_tried_at, shown.now)
            silent = {
                Unanswered.OFFLINE: self.tr("The central system cannot be reached · {when}"),
                Unanswered.REGISTER: self.tr("The notaries did not answer · {when}"),
                Unanswered.NOT_SIGNED_IN: self.tr("The central system does not let this agent ask · {when}"),
                Unanswered.CONTRADICTS: self.tr("The notaries' answer contradicts itself · {when}"),
            }
            return silent[shown.unchecked].format(when=when), "warn"
        if shown.check is None:
            return self._off_words(shown.check_off) or self.tr("Not asked yet."), "muted"
        answer = shown.check.answer
        when = moment_words(shown.check.at, shown.now)
        if not answer["found"]:
            return self.tr("The notaries do not know this number · {when}").format(when=when), "warn"
        if not answer.get("for_this_person", True):
            return self.tr("The paper is from somebody else · {when}").format(when=when), "bad"
        revoked = answer.get("revoked_on")
        if revoked and date.fromisoformat(revoked) <= legal_date(shown.now):
            return self.tr("Revoked."), "bad"
        return self.tr("In force."), "good"

    def _off_words(self, field: str) -> str:
        return {
            "": "",
            "applicant": self.tr("First the applicant's number."),
            "paper_number": self.tr("First the number of the paper."),
        }[field]

    def _lines(self, check: Attestation) -> list[Fact]:
        answer = check.answer
        pairs = [
            (self.tr("Revoked"), _day(answer.get("revoked_on"))),
            (self.tr("Date"), _day(answer.get("paper_date"))),
            (self.tr("Valid until"), _day(answer.get("valid_until"))),
            (self.tr("Representative"), answer.get("representative_number") or ""),
            (self.tr("Certified by"), answer.get("certifier") or ""),
            (self.tr("Scope"), answer.get("scope") or ""),
        ]
        return [Fact(label, value) for label, value in pairs if value]

    def _name(self, field: str) -> str:
        return {
            "paper_date": self.tr("date"),
            "valid_until": self.tr("last day"),
            "number": self.tr("representative's number"),
        }[field]


def _day(text: str | None) -> str:
    return short(date.fromisoformat(text)) if text else ""
