"""The intake page: who sits there, what the register says, what is still missing (ui README, screen 03)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.rows import Draft
from ui.infra.keyboard import on_key
from ui.infra.moments import moment_words
from ui.infra.office_words import kind_words
from ui.infra.wording import words_for
from ui.screens.intake.form import Form
from ui.screens.intake.missing import Need
from ui.screens.intake.papers_part import PapersPart
from ui.screens.intake.scanner_filter import ScannerFilter
from ui.screens.intake.shown import Shown
from ui.screens.intake.who_part import ReaderHint, WhoPart
from ui.shell.case_page import CasePage
from ui.widgets.action_button import ActionButton
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.draft_bar import DraftBar
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.missing_list import Missing, MissingList
from ui.widgets.note import Note
from ui.widgets.panel import FoldedRow, Panel
from ui.widgets.text import Rule, Text
from ui.widgets.text_field import TextField

_SAVE_MS: Final = 400


class IntakeView(QWidget):
    """Signals are what the agent wants; ``saved`` carries the header's words."""

    typed = Signal(object)
    left = Signal(str)
    scanned = Signal(str)
    ask_asked = Signal()
    stop_asked = Signal()
    papers_asked = Signal()
    continue_asked = Signal()
    continue_open_asked = Signal()
    pause_asked = Signal()
    redirect_asked = Signal()
    back_asked = Signal()
    save_asked = Signal()
    jumped = Signal(str)
    scans_given = Signal(object)
    scan_removed = Signal(str)
    draft_restored = Signal()
    draft_discarded = Signal()
    saved = Signal(str)

    def __init__(
        self, *, now: Callable[[], datetime], ticket: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now, self._ticket = now, ticket
        self._who, self._papers = WhoPart(now), PapersPart()
        self._phone = TextField(placeholder="+994", limit=24)
        self._phone_field = Field(
            self.tr("Mobile number"),
            self._phone,
            hint=self.tr("+994 and 9 digits; read it back"),
            optional=True,
        )
        self._register_note, self._age_note, self._purpose_note = Note("warn"), Note("info"), Note("warn")
        self._open_note = Note("info")
        self._redirect = ActionButton(self.tr("Redirect the ticket"), shortcut="Alt+Y")
        self._continue_open = ActionButton(self.tr("Continue the open application"), shortcut="Alt+M")
        self._use_papers = ActionButton(self.tr("Continue with papers"), "link", shortcut="Alt+S")
        self._papers_row = FoldedRow("prohibit", self.tr("Papers"), "", self._use_papers, role="text.muted")
        self._papers_rule = Rule()
        self._continue = ActionButton(self.tr("Continue"), "primary", shortcut="primary")
        self._why_off = Text("", "small", "muted", wrap=True)
        self._off_icon = Icon("prohibit", "text.muted", "icon_small")
        self._missing, self._actions = MissingList(), ActionList(self.tr("What can be done now"))
        self._bar_room = QVBoxLayout()
        self._draft_bar: DraftBar | None = None
        self._reading = 0
        self._strip = QWidget()
        self._build()
        self._scanner = ScannerFilter(self)
        self._save = QTimer(self)
        self._wire()

    # what the presenter shows
    def show_now(self, shown: Shown) -> None:
        self._who.show_now(shown)
        self._papers.setVisible(shown.papers_open)
        self._papers.show_now(shown)
        self._show_what_was_read(shown)
        self._show_papers_row(shown)
        self._show_notes(shown)
        self._phone_field.set_problem(self._said(shown.problems.get("phone")))
        self._missing.show_items([self._line(need) for need in shown.needs])
        self._actions.show_actions(self._rows(shown))
        reason = self._said(shown.off)
        if reason:
            self._continue.set_off(reason)
        else:
            self._continue.set_on()
        self._continue.set_busy(shown.busy)
        self._why_off.setText(reason)
        self._off_icon.setVisible(bool(reason))

    def fill(self, form: Form) -> None:
        self._who.who.choose(form.who)
        self._who.number.show_text(form.number)
        self._phone.show_text(form.phone)
        self._papers.fill(form)

    def focus(self, need: str) -> None:
        places: dict[str, QWidget] = {
            "number": self._who.number,
            "phone": self._phone,
            "continue": self._continue,
            "scans": self._papers.scans,
            **self._papers.fields,
        }
        widget = places.get(need, self._who.number)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._papers.isAncestorOf(widget) or need == "phone":
            QTimer.singleShot(0, widget, lambda: self.page.middle_area.ensureWidgetVisible(widget))
        if need == "number":
            self._who.number.selectAll()

    def offer_draft(self, draft: Draft) -> None:
        self.withdraw_draft()
        when = moment_words(draft.saved_at, self._now())
        bar = DraftBar(
            self.tr("A draft was found: {ticket}, {when}.").format(
                ticket=draft.ticket or self.tr("without a ticket"), when=when
            ),
            self.tr("What was typed is kept until you decide."),
            restore=self.tr("Restore"),
            discard=self.tr("Discard"),
        )
        bar.restored.connect(self.draft_restored)
        bar.discarded.connect(self.draft_discarded)
        self._draft_bar = bar
        self._bar_room.addWidget(bar)

    def withdraw_draft(self) -> None:
        if self._draft_bar is not None:
            self._bar_room.removeWidget(self._draft_bar)
            self._draft_bar.hide()
            self._draft_bar.deleteLater()
            self._draft_bar = None

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)))

    # the page in sight
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scanner.listen()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._scanner.rest()
        if self._save.isActive():
            self._save.stop()
            self.save_asked.emit()

    # words
    @staticmethod
    def _said(error: AgentError | None) -> str:
        return words_for(error) if error else ""

    def _line(self, need: Need) -> Missing:
        names = {
            "number": self.tr("PIN (FİN)"),
            "person": self.tr("Person identified"),
            "status": self.tr("Registration by MAS"),
            "document_number": self.tr("Document number"),
            "valid_until": self.tr("Document is valid"),
            "surname": self.tr("Names as on the paper"),
            "birth_date": self.tr("Date of birth"),
            "card": self.tr("The card that was read"),
            "document": self.tr("Document in the register"),
            "already_open": self.tr("An open application"),
            "age": self.tr("Age"),
            "phone": self.tr("Mobile number"),
            "scans": self.tr("Scans"),
        }
        return Missing(need.id, names[need.id], self._said(need.problem), need.state.value)

    def _rows(self, shown: Shown) -> list[ActionRow]:
        rows = [
            ActionRow("continue", self.tr("Continue"), "primary", off=self._said(shown.off), caps_only=True),
            ActionRow("ask", self.tr("Ask the register again"), "register.ask", caps_only=True),
            ActionRow("pause", self.tr("Pause the case"), "case.pause"),
        ]
        if shown.papers_offered:
            rows.insert(2, ActionRow("papers", self.tr("Continue with papers"), "Alt+S", caps_only=True))
        return rows

    def _show_papers_row(self, shown: Shown) -> None:
        self._papers_row.setVisible(not shown.papers_open)
        self._papers_rule.setVisible(not shown.papers_open)
        known = shown.answer is not None and shown.answer.identity is not None
        if known:
            detail = self.tr("not needed: the register answered")
        elif shown.papers_offered:
            detail = self.tr("the register knows nobody by this number")
        else:
            detail = self.tr("asked only when the register cannot answer")
        self._papers_row.set_detail(detail)
        self._use_papers.setVisible(shown.papers_offered)

    def _show_what_was_read(self, shown: Shown) -> None:
        """Scans may be given while their list is out of sight: what became of them is not."""
        was_reading, self._reading = self._reading, shown.scans.reading
        if was_reading > self._reading:
            scans = self._papers.scans
            QTimer.singleShot(0, scans, lambda: self.page.middle_area.ensureWidgetVisible(scans))

    def _show_notes(self, shown: Shown) -> None:
        self._tell(self._register_note, "warn", self._said(shown.note))
        self._tell(self._age_note, "info", self._said(shown.age_note))
        self._tell(self._purpose_note, "warn", self._said(shown.purpose_note))
        self._purpose_holder.setVisible(shown.purpose_note is not None)
        self._open_holder.setVisible(bool(shown.already_open))
        words = self.tr("{number} is open: an application of the same kind is not opened twice.")
        self._tell(
            self._open_note, "info", words.format(number=shown.already_open) if shown.already_open else ""
        )

    @staticmethod
    def _tell(note: Note, kind: str, words: str) -> None:
        """A note with what happened as its title and what to do as its detail; hidden without words."""
        note.setVisible(bool(words))
        title, _, detail = words.partition(". ")
        if words and (note.accessibleName(), note.accessibleDescription()) != (title, detail):
            note.say(kind, title, detail)

    # building
    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._bar_room)
        self._strip_row = QHBoxLayout(self._strip)
        self._strip_row.setContentsMargins(24, 8, 24, 8)
        self._strip_row.setSpacing(16)
        self.page = CasePage(
            left=self._who,
            strip=self._strip,
            middle=self._middle(),
            bar=self._bar(),
            right=self._right(),
            left_foot=ReaderHint(),
            left_width="intake_panel",
        )
        whole.addWidget(self.page, 1)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(12)
        self._middle_column = column
        self._purpose_holder = self._with_button(self._purpose_note, self._redirect)
        self._open_holder = self._with_button(self._open_note, self._continue_open)
        for note in (self._purpose_holder, self._open_holder, self._register_note, self._age_note):
            note.hide()
            column.addWidget(note)
        folded = QFrame()
        folded.setProperty("kind", "panel")
        rows = QVBoxLayout(folded)
        rows.setContentsMargins(0, 2, 0, 2)
        rows.setSpacing(0)
        purpose = FoldedRow("check-circle", self.tr("Purpose"), kind_words(ApplicationKind.UNEMPLOYED))
        purpose.setMinimumHeight(36)
        self._papers_row.setMinimumHeight(36)
        rows.addWidget(purpose)
        rows.addWidget(self._papers_rule)
        rows.addWidget(self._papers_row)
        column.addWidget(folded)
        column.addWidget(self._papers)
        contact = Panel()
        contact.set_title(self.tr("Contact"), "heading")
        line = QHBoxLayout()
        line.addWidget(self._phone_field, 1)
        line.addStretch(1)
        contact.body.addLayout(line)
        column.addWidget(contact)
        column.addStretch(1)
        self._papers.hide()
        return middle

    @staticmethod
    def _with_button(note: Note, button: ActionButton) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(note)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addWidget(self._continue)
        row.addSpacing(6)
        row.addWidget(self._off_icon)
        row.addWidget(self._why_off, 1)
        return bar

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        column.addWidget(self._missing)
        column.addWidget(Rule())
        column.addWidget(self._actions)
        column.addStretch(1)
        return right

    def _wire(self) -> None:
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVE_MS)
        self._save.timeout.connect(self.save_asked)
        for part in (self._who, self._papers):
            part.edited.connect(self._edited)
        self._phone.textEdited.connect(lambda _: self._edited())
        self._who.left.connect(lambda: self.left.emit("number"))
        self._papers.left.connect(self.left)
        self._papers.scans.box.given.connect(self.scans_given)
        self._papers.scans.box.removed.connect(self.scan_removed)
        self._phone_field.left.connect(lambda: self.left.emit("phone"))
        self._who.asked.connect(self.ask_asked)
        self._who.stopped.connect(self.stop_asked)
        self._scanner.card_read.connect(self.scanned)
        self._use_papers.acted.connect(self.papers_asked)
        self._continue.acted.connect(self.continue_asked)
        self._continue.told.connect(lambda _: self.continue_asked.emit())  # off: it leads to what is missing
        self._continue_open.acted.connect(self.continue_open_asked)
        self._redirect.acted.connect(self.redirect_asked)
        self._missing.jumped.connect(self.jumped)
        self._actions.acted.connect(self._act)
        self.page.folded.connect(self._fold)
        self._fold(self.page.is_folded())
        on_key(self, "save", self.save_asked.emit)
        on_key(self, "back", self.back_asked.emit)

    def _edited(self) -> None:
        form = Form(who=self._who.who.value(), number=self._who.number.text(), phone=self._phone.text())
        self._save.start()
        self.typed.emit(self._papers.read_into(form))

    def _act(self, act: str) -> None:
        signals = {
            "continue": self.continue_asked,
            "ask": self.ask_asked,
            "pause": self.pause_asked,
            "papers": self.papers_asked,
        }
        signals[act].emit()

    def _fold(self, folded: bool) -> None:
        self._who.fold_into(self._strip_row if folded else None)
        if folded:
            self._middle_column.insertWidget(0, self._who.answer)
        self._missing.fold(folded)
