"""Middle: the register's answer as the heading of the step, what the law says of it, what stays open to the person."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import legal_date, short, short_time
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.ports import Unanswered
from dost_desktop.services.look_at_file import CaseView
from ui.infra.moments import moment_words
from ui.infra.office_words import state_words
from ui.parts.hand_over import HandOver, receiving_words
from ui.parts.handing import recipients_of
from ui.parts.reopened import ReopenedNote
from ui.parts.representative.anew_part import AnewPart
from ui.parts.tall_enough import TallEnough
from ui.screens.application.page import Page, Stage
from ui.screens.application.paper_part import PaperPart
from ui.screens.application.port import Section
from ui.screens.application.proposal import Entry
from ui.screens.application.stop_part import NotAPersonPanel, StopPanel
from ui.widgets.action_button import ActionButton
from ui.widgets.facts import Fact, FactRows
from ui.widgets.icon import Icon
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.tab_order import tab_after
from ui.widgets.text import Rule, Text
from ui.widgets.waiting import Waiting


class AnswerPart(TallEnough):
    """``stopped``: the agent does not want to wait; ``ask_again``: F9 or its link."""

    stopped = Signal()
    ask_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        self._problem, self._no_answer, self._reopened = Note("bad"), Note("warn"), ReopenedNote()
        self._waiting = Waiting(self.tr("Waiting for the register"), stop=self.tr("Stop waiting"))
        self._asking = Panel()
        self._asking.body.addWidget(self._waiting)
        go_on = self.tr("No need to wait: stop, and the application waits for the answer by itself.")
        self._asking.body.addWidget(Text(go_on, "small", "soft", wrap=True))
        self._waiting.stopped.connect(self.stopped)
        self.ask = ActionButton(self.tr("Ask again"), "link", shortcut="register.ask")
        self.ask.acted.connect(self.ask_again)
        self.hand_over = HandOver()
        self._hand_over_panel = Panel()
        self._hand_over_panel.body.addWidget(self.hand_over)
        self.paper, self.anew = PaperPart(), AnewPart()
        self._room = QVBoxLayout()
        self._room.setSpacing(12)
        self._section = Section.NONE
        for widget in (self._reopened, self._problem, self._no_answer, self._asking, self.paper, self.anew):
            column.addWidget(widget)
            widget.hide()
        column.addLayout(self._room)
        column.addWidget(self._hand_over_panel)
        column.addStretch(1)
        self._hand_over_panel.hide()
        self._is_asking = False
        self._page: Page | None = None

    def begin(self) -> None:
        """Nothing is shown yet."""
        self._page = None
        self._reopened.hide()
        self.show_asking(False)
        self.show_no_answer(None)
        self.show_problem("")
        self.hand_over.clear()
        self.show_section(Section.NONE)

    # what is shown
    def show_section(self, section: Section) -> None:
        """A section with fields of its own takes the place of the answer."""
        self._section = section
        self.paper.setVisible(section is Section.PAPER)
        self.anew.setVisible(section is Section.SPEAKS)
        self._arrange()

    def show_page(self, page: Page) -> None:
        """The answer of this stage."""
        if page == self._page:
            return
        self._page = page
        self.ask.setParent(None)
        while (item := self._room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._reopened.show_case(page.case)
        for widget in self._widgets(page):
            self._room.addWidget(widget)
        notice = page.notice
        open_hand_over = page.stage is Stage.REFUSED and notice is not None and notice.served_at is None
        self._hand_over_panel.setVisible(open_hand_over)
        if open_hand_over:
            self.hand_over.show_recipients(recipients_of(page.case.file, page.case.application))
        self._arrange()
        if self.isAncestorOf(self.ask):  # it was put in anew, after everything else on the page
            tab_after(self, [self.ask])

    def show_asking(self, asking: bool) -> None:
        """Whether the register is being asked now."""
        self._is_asking = asking
        if asking:
            self._waiting.start()
        else:
            self._waiting.stop()
        self._arrange()

    def show_no_answer(self, why: Unanswered | None) -> None:
        """The register was asked again in vain."""
        self._no_answer.setVisible(why is not None)
        if why is not None:
            words = self._why(why)
            self._no_answer.say("warn", words, self.tr("The answer below still stands."))

    def show_problem(self, words: str) -> None:
        """An expected problem of the page; "" when it is mended."""
        self._problem.setVisible(bool(words))
        if words:
            self._problem.say("bad", words)

    def _arrange(self) -> None:
        in_its_place = self._section in {Section.PAPER, Section.SPEAKS}
        first = self._page is not None and self._page.stage in {Stage.TO_ASK, Stage.WAITING}
        self._asking.setVisible(self._is_asking)
        for place in range(self._room.count()):
            item = self._room.itemAt(place)
            widget = item.widget() if item else None
            if widget is not None:
                widget.setVisible(not (in_its_place or (self._is_asking and first)))

    # the stages
    def _widgets(self, page: Page) -> list[QWidget]:
        match page.stage:
            case Stage.STOPPED:
                return [StopPanel(page.case), *(self._found(page) if page.looked.proposal.entries else [])]
            case Stage.NOT_A_PERSON:
                return [NotAPersonPanel(page.case)]
            case Stage.TO_ASK:
                return [self._to_ask()]
            case Stage.WAITING:
                return [self._waits(page.case)]
            case Stage.FOUND:
                return self._found(page)
            case Stage.NOT_FOUND:
                return [self._not_found(page.case)]
            case Stage.REFUSED:
                return [self._notice(page)]
            case Stage.CLOSED | Stage.ELSEWHERE:
                return [self._other(page.case)]

    def _to_ask(self) -> QWidget:
        panel = _answer("magnifying-glass", self.tr("Employment was not checked yet"))
        detail = self.tr("The register of employed persons decides what comes next.")
        panel.body.addWidget(Text(detail, "body", "soft", wrap=True))
        return panel

    def _waits(self, case: CaseView) -> QWidget:
        panel = _answer("hourglass-medium", self.tr("The register did not answer: the application waits"))
        lines = (
            self.tr("Nothing to do: the check runs by itself as soon as the register answers."),
            self.tr("Print the receipt with the application number for the person. No new ticket is needed."),
        )
        for line in lines:
            panel.body.addWidget(Text(line, "body", "soft", wrap=True))
        panel.body.addWidget(FactRows([Fact(self.tr("Application"), case.application.number, strong=True)]))
        tried = case.application.silent_at
        words = self.tr("Register of employed persons (MAS) · last tried {when}").format(
            when=moment_words(tried, case.now) if tried else "–"
        )
        panel.body.addWidget(self._foot(words))
        return panel

    def _found(self, page: Page) -> list[QWidget]:
        found: list[QWidget] = []
        entries = page.looked.proposal.entries
        if page.old_hours:
            found.append(
                Note(
                    "warn",
                    self.tr("The answer is {n} hours old").format(n=page.old_hours),
                    self.tr("Ask again before deciding."),
                )
            )
        count = Text(self.tr("%n entry/entries", "", len(entries)), "small", "muted")
        panel = _answer("info", self.tr("An entry was found: the person works"), count, role="accent.text")
        for number, entry in enumerate(entries):
            if number:
                panel.body.addWidget(Rule())
            facts = [Fact(self.tr("Relation"), entry.title)] if entry.title else []
            facts += [Fact(each.label, each.value or self.tr("no entry")) for each in entry.facts]
            panel.body.addWidget(FactRows(facts))
        panel.body.addWidget(Rule())
        panel.body.addWidget(self._foot(self._source(page.case), can_ask=page.stage is Stage.FOUND))
        found.append(panel)
        found += [self._law(entry) for entry in entries if entry.law or entry.article]
        found += [self._still_open(entry) for entry in entries if entry.open_to_person]
        return found

    def _not_found(self, case: CaseView) -> QWidget:
        panel = _answer("check-circle", self.tr("No entry was found in the register"), role="good.text")
        words = self.tr("By the register the person does not work. The next step is suitable work.")
        panel.body.addWidget(Text(words, "body", "soft", wrap=True))
        panel.body.addWidget(self._foot(self._source(case)))
        return panel

    def _notice(self, page: Page) -> QWidget:
        notice, case = page.notice, page.case
        panel = _answer("file-text", self.tr("Refused with reasons"))
        if notice is None:
            panel.body.addWidget(
                Text(self.tr("The written answer is not at this desk."), "body", "soft", wrap=True)
            )
            return panel
        signed = self.tr("signed electronically") if notice.certificate else self.tr("for signature by hand")
        state = (
            self.tr("current, confirmed by the central system")
            if page.looked.is_confirmed
            else self.tr("current, not yet confirmed by the central system")
        )
        if notice.superseded_by is not None:
            state = self.tr("superseded")
        elif notice.recalled_for:
            state = self.tr("recalled")
        rows = [
            Fact(self.tr("Number"), notice.number, strong=True),
            Fact(
                self.tr("Issued"),
                f"{short(legal_date(notice.issued_at))} {short_time(notice.issued_at)} · {signed}",
            ),
            Fact(self.tr("State"), state),
            Fact(self.tr("Handed over"), self._handed(page)),
        ]
        refusal = case.application.refusal
        if refusal is not None and refusal.article:
            rows.insert(
                1, Fact(self.tr("Ground"), self.tr("Article {article}").format(article=refusal.article))
            )
        panel.body.addWidget(FactRows(rows))
        return panel

    def _handed(self, page: Page) -> str:
        notice = page.notice
        if notice is None or notice.served_at is None or notice.receiving is None:
            return self.tr("not yet")
        when = moment_words(notice.served_at, page.case.now)
        return f"{receiving_words(notice.receiving)} · {when}"

    def _other(self, case: CaseView) -> QWidget:
        words, _ = state_words(case.application.state)
        panel = _answer("folder-open", words)
        if case.application.is_open:
            detail = self.tr(
                "The application is kept. It can be refused with reasons, or taken back by the person."
            )
        elif case.application.state is ApplicationState.MISFILED:
            detail = self.tr("The application was opened in another person's file and goes on nowhere.")
        else:
            detail = self.tr("The application is closed. The person may apply again at any time.")
        panel.body.addWidget(Text(detail, "body", "soft", wrap=True))
        return panel

    # pieces
    def _law(self, entry: Entry) -> QWidget:
        words = self.tr("What the law says · Article {article}").format(article=entry.article)
        panel = Panel(words if entry.article else self.tr("What the law says"))
        for number, line in enumerate(entry.law or (entry.title,)):
            panel.body.addWidget(Text(line, "body", "" if number == 0 else "soft", wrap=True))
        return panel

    def _still_open(self, entry: Entry) -> QWidget:
        panel = Panel(self.tr("What stays open to the person"))
        for line in entry.open_to_person:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Icon("check", "good.text", "icon_small"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(line, "body", wrap=True), 1)
            panel.body.addLayout(row)
        return panel

    def _foot(self, words: str, *, can_ask: bool = True) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(words, "caption", "muted", wrap=True), 1)
        if can_ask:
            row.addWidget(self.ask)
            self.ask.show()
        return foot

    def _source(self, case: CaseView) -> str:
        answer = case.application.answer
        if answer is None:
            return ""
        when = moment_words(answer.at, case.now)
        return self.tr("Register of employed persons (MAS) · lookup no. {no} · {when}").format(
            no=answer.lookup_no, when=when
        )

    def _why(self, why: Unanswered) -> str:
        return {
            Unanswered.OFFLINE: self.tr("The central system cannot be reached."),
            Unanswered.REGISTER: self.tr("The register did not answer."),
            Unanswered.NOT_SIGNED_IN: self.tr("The central system does not let this agent ask."),
            Unanswered.CONTRADICTS: self.tr("The register's answer contradicts itself."),
        }[why]


def _answer(icon: str, title: str, trailing: QWidget | None = None, *, role: str = "text.soft") -> Panel:
    """A panel whose heading is the answer of the step, with an icon before it."""
    panel = Panel()
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Icon(icon, role), 0, Qt.AlignmentFlag.AlignVCenter)
    head.addWidget(Text(title, "heading", wrap=True), 1)
    if trailing is not None:
        head.addWidget(trailing)
    panel.body.addLayout(head)
    panel.setAccessibleName(title)
    return panel
