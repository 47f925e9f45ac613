"""Right: what the officer decides on: facts with their source, what was checked, offered and returned before."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.contract.back_office import BackOfficeDraft
from dost_desktop.domain.dates import instant, legal_date, short, short_time
from dost_desktop.ports import Unanswered
from dost_desktop.services.look_at_draft import DraftFacts
from ui.parts.tall_enough import TallEnough
from ui.screens.back_office.shown import Chosen, ShownDraft
from ui.screens.back_office.words import basis_words, offer_words
from ui.widgets.chip import Chip
from ui.widgets.facts import Fact, FactRows
from ui.widgets.icon import Icon
from ui.widgets.note import Note
from ui.widgets.text import Rule, Text

_NAMED_AT_MOST = 12


class DraftPart(TallEnough):
    """One draft, or several that are decided together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        self._name = Text("", "heading", wrap=True)
        self._due = Chip("", icon="clock")
        self._facts = FactRows(small=True)
        self._note = Note("info")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        for widget in (self._name, self._due, self._facts, self._note):
            column.addWidget(widget)
        column.addLayout(self._lines)
        column.addStretch(1)
        self.show_draft(None)

    def show_draft(self, shown: ShownDraft | None) -> None:
        """The selected draft, or nothing."""
        self._clear()
        self._show_parts(shown is not None)
        if shown is None:
            return
        draft, facts = shown.draft, shown.facts
        self._name.setText(draft.full_name)
        kind = "bad" if draft.days_left <= 0 else "warn" if draft.days_left == 1 else "neutral"
        due = short(date.fromisoformat(draft.due_on))
        self._due.show_as(self.tr("last day: {date}").format(date=due), kind, "clock")
        self._facts.show_facts(self._facts_of(draft, facts))
        if isinstance(facts, DraftFacts):
            self._show_facts(facts)
        self.settle()

    def show_chosen(self, chosen: Chosen) -> None:
        """Several drafts, by name."""
        self._clear()
        self._show_parts(False)
        self._name.show()
        self._name.setText(self.tr("%n draft(s) chosen", "", len(chosen.drafts) + len(chosen.own)))
        for draft in chosen.drafts[:_NAMED_AT_MOST]:
            self._line("check-square", "text.muted", draft.full_name)
        more = len(chosen.drafts) - _NAMED_AT_MOST
        if more > 0:
            self._add(Text(self.tr("and %n more", "", more), "small", "muted", wrap=True))
        if chosen.own:
            self._note.show()
            self._note.say("info", self.tr("%n of them you prepared: skipped.", "", len(chosen.own)))
        self.settle()

    # inside
    def _facts_of(self, draft: BackOfficeDraft, facts: DraftFacts | Unanswered | None) -> list[Fact]:
        shown = [
            Fact(self.tr("Decision"), self.tr("register as unemployed")),
            Fact(self.tr("Basis"), basis_words(draft)),
            Fact(self.tr("Register"), self._register_words(draft, facts)),
            Fact(self.tr("Agent"), draft.sent_by_name or draft.sent_by),
            Fact(self.tr("Centre"), draft.centre_name or draft.centre),
            Fact(self.tr("Sent"), _moment(draft.sent_at)),
        ]
        if draft.service_due_on:
            service = short(date.fromisoformat(draft.service_due_on))
            shown.append(Fact(self.tr("Service due"), service))
        return shown

    def _register_words(self, draft: BackOfficeDraft, facts: DraftFacts | Unanswered | None) -> str:
        at = draft.register_at
        if isinstance(facts, DraftFacts) and facts.application.answer is not None:
            return self.tr("no record, {moment}").format(moment=_said(facts.application.answer.at))
        return self.tr("asked {moment}").format(moment=_moment(at)) if at else "–"

    def _show_facts(self, facts: DraftFacts) -> None:
        application = facts.application
        for each in facts.returned:
            note = Note(
                "warn",
                self.tr("Returned {date}: {reason}").format(date=_said(each.at), reason=each.reason),
                each.by,
            )
            self._add(note)
        self._add(Rule())
        self._add(Text(self.tr("What was checked"), "label", "soft", wrap=True))
        seen = application.vacancies_seen
        if seen:
            self._line(
                "check-circle", "good.text", self.tr("%n vacancy(ies) looked at by the 5 tests", "", seen)
            )
        else:
            self._line("warning", "warn.text", self.tr("No vacancy was looked at"))
        if facts.open_papers:
            wanting = self.tr("%n paper(s) wanting", "", len(facts.open_papers))
            self._line("warning", "warn.text", wanting)
        else:
            self._line("check-circle", "good.text", self.tr("The papers are complete"))
        self._line("check-circle", "good.text", self.tr("The file's chain is unbroken"))
        if application.offers:
            self._add(Rule())
            self._add(Text(self.tr("Work that was offered"), "label", "soft", wrap=True))
        for offer in application.offers:
            words = self.tr("{position}, {employer}: {outcome}").format(
                position=offer.position, employer=offer.employer, outcome=offer_words(offer)
            )
            self._add(Text(words, "small", "soft", wrap=True))
            if offer.reason:
                self._add(
                    Text(self.tr("“{reason}”").format(reason=offer.reason), "caption", "muted", wrap=True)
                )

    def _show_parts(self, shown: bool) -> None:
        for part in (self._name, self._due, self._facts):
            part.setVisible(shown)
        self._note.hide()

    def _line(self, icon: str, role: str, words: str) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(icon, role, "icon_small"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(words, "small", "soft", wrap=True), 1)
        self._add(line)

    def _add(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)
        widget.show()

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _moment(text: str) -> str:
    return _said(instant(text))


def _said(moment: datetime) -> str:
    return f"{short(legal_date(moment))} {short_time(moment)}"
