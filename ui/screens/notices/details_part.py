"""Right: the chosen written answer: whose, how its signature stands, what may be done with it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from dost_desktop.rows import NoticeRow
from dost_desktop.services.look_at_notice import NoticeView
from ui.infra.keyboard import on_key
from ui.infra.moments import moment_words
from ui.parts.hand_over import HandOver, receiving_words
from ui.parts.handing import Recipients, recipients_of
from ui.parts.purpose_part import PurposePart
from ui.parts.tall_enough import TallEnough
from ui.screens.notices.stages import Stages
from ui.screens.notices.verification import Verdict
from ui.widgets.action_button import ActionButton
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.facts import Fact, FactRows
from ui.widgets.text import Rule, Text


class DetailsPart(TallEnough):
    """``acted`` carries open, case, copy, verify or receipt; ``served`` the hand-over, ``purpose_given`` words."""

    acted = Signal(str)
    served = Signal(object)  # Handing
    purpose_given = Signal(str)
    hand_over_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        self._title, self._name = Text("", "heading", wrap=True), Text("", "body", wrap=True)
        self._purpose = PurposePart(edge=0)
        self._purpose.given.connect(self.purpose_given)
        self._asked_for: UUID | None = None  # the file whose purpose was asked last
        self._facts = FactRows(small=True)
        self._stages = Stages()
        self._acts = ActionList()
        self._acts.acted.connect(self.acted)
        self.hand_over = HandOver()
        self._recipients: Recipients | None = None
        self._serve = ActionButton(self.tr("Record the hand-over"), "primary")
        self._serve.acted.connect(self._served)
        self._serve.told.connect(lambda _: self.hand_over.why_asked.emit())
        on_key(self._serve, "primary", self._serve.act)  # its caps have no room here
        self.hand_over.changed.connect(self._changed)
        self._rules = [Rule(), Rule()]
        for widget in (
            self._title,
            self._name,
            self._purpose,
            self._facts,
            self._rules[0],
            self._stages,
            self._rules[1],
            self.hand_over,
            self._serve,
            self._acts,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.show_hand_over(False)
        self._changed()
        self.show_details(None)

    def show_details(self, details: NoticeView | None) -> None:
        """Another written answer, or none."""
        self._purpose.hide()
        self._show_row(details.row if details else None)
        self._show_inside(details is not None)
        if details is None:
            return
        row = details.row
        self._facts.show_facts(self._facts_of(details))
        self._acts.show_actions(self._actions(details))
        answers = details.application
        self._recipients = recipients_of(details.file, answers) if answers is not None else None
        if not row.certificate:
            self._stages.say(
                self.tr("Signed by hand"), self.tr("There is no electronic signature to verify.")
            )
        elif not details.pdf:
            self._stages.say(
                self.tr("The document is not at this desk"),
                self.tr("It comes with the next connection to the central system."),
            )
        else:
            self.show_verifying()

    def show_purpose(self, row: NoticeRow, centres: tuple[str, ...], problem: AgentError | None) -> None:
        """The file is another centre's: nothing of it before a purpose is said; the focus stays in the list."""
        self._show_row(row)
        self._show_inside(False)
        if row.file_id != self._asked_for:
            self._asked_for = row.file_id
            self._purpose.clear()
        self._purpose.show()
        self._purpose.ask(centres, problem)

    def focus_purpose(self) -> None:
        """The caret where the purpose is typed."""
        self._purpose.focus_field()

    def show_verifying(self) -> None:
        """The signature is being verified."""
        self._stages.say(self.tr("Verifying the signature"))

    def show_verdict(self, verdict: Verdict) -> None:
        """How the stages went."""
        self._stages.show_verdict(verdict)

    def show_hand_over(self, shown: bool) -> None:
        """Whether the receipt is being recorded."""
        self.hand_over.setVisible(shown)
        self._serve.setVisible(shown)
        if shown:
            if self._recipients is not None:
                self.hand_over.show_recipients(self._recipients)
            self.hand_over.begin()

    def is_handing_over(self) -> bool:
        """Whether the section is open."""
        return self.hand_over.isVisibleTo(self)

    def _show_row(self, row: NoticeRow | None) -> None:
        """What the list says of it too."""
        self._title.setText(self.tr("Refusal {no}").format(no=short_number(row.number)) if row else "")
        self._name.setText(row.full_name if row else "")
        self._name.setVisible(row is not None)

    def _show_inside(self, shown: bool) -> None:
        """What was looked up in the file, and what may be done with it."""
        for widget in (self._facts, self._stages, self._acts, *self._rules):
            widget.setVisible(shown)

    def _facts_of(self, details: NoticeView) -> list[Fact]:
        row, notice = details.row, details.notice
        facts = [Fact(self.tr("Number"), row.number), Fact(self.tr("PIN"), details.person_number)]
        refusal = details.application.refusal if details.application else None
        if refusal is not None and refusal.article:
            facts.append(
                Fact(self.tr("Ground"), self.tr("Article {article}").format(article=refusal.article))
            )
        if notice is not None and notice.served_at is not None and notice.receiving is not None:
            when = moment_words(notice.served_at, details.now)
            facts.append(Fact(self.tr("Handed over"), f"{receiving_words(notice.receiving)} · {when}"))
        if row.copies:
            facts.append(Fact(self.tr("Printed"), self.tr("%n time(s)", "", row.copies)))
        return facts

    def _actions(self, details: NoticeView) -> list[ActionRow]:
        row, away = details.row, self.tr("The document is not at this desk.")
        missing = "" if details.pdf else away
        by_hand = "" if row.certificate else self.tr("Signed by hand.")
        receipt = self.tr("Recorded already.") if row.served_at is not None else ""
        return [
            ActionRow("open", self.tr("Open the document"), icon="eye", off=missing),
            ActionRow("copy", self.tr("Print a copy"), "print", "printer", off=missing),
            ActionRow(
                "verify", self.tr("Verify again"), "register.ask", "arrows-clockwise", off=by_hand or missing
            ),
            ActionRow("receipt", self.tr("Record the hand-over"), "Alt+T", "signature", off=receipt),
            ActionRow("case", self.tr("Open the application"), "Alt+M", "folder-open"),
        ]

    def _changed(self) -> None:
        why_not = self.hand_over.why_not()
        if why_not:
            self._serve.set_off(why_not)
        else:
            self._serve.set_on()

    def _served(self) -> None:
        handing = self.hand_over.answer()
        if handing is not None:
            self.served.emit(handing)


def short_number(number: str) -> str:
    """The number without its series, which the page says once: ``…/000431``."""
    return "…/" + number.rsplit("/", 1)[-1]
