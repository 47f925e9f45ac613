"""The intake page: who sits there, what the register says, what is still missing (ui README, screen 03)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from dost_desktop.rows import Draft
from ui.infra.keyboard import on_key
from ui.infra.moments import moment_words
from ui.infra.wording import words_for
from ui.parts.representative.place import BlockPlace
from ui.parts.scanner_filter import ScannerFilter
from ui.screens.intake.form import Form
from ui.screens.intake.middle_part import MiddlePart
from ui.screens.intake.right_part import RightPart
from ui.screens.intake.shown import Shown
from ui.screens.intake.who_part import ReaderHint, WhoPart
from ui.shell.case_page import CasePage
from ui.widgets.action_button import ActionButton
from ui.widgets.draft_bar import DraftBar
from ui.widgets.icon import Icon
from ui.widgets.text import Text

_SAVE_MS: Final = 400


class IntakeView(QWidget):
    """Signals are what the agent wants; ``saved`` carries the header's words."""

    typed = Signal(object)
    left = Signal(str)
    scanned = Signal(str)
    scanned_for_speaker = Signal(str)
    spoken = Signal()  # something changed in the representative's block
    ask_asked = Signal()
    stop_asked = Signal()
    papers_asked = Signal()
    paper_added = Signal()
    paper_removed = Signal(int)
    permit_asked = Signal()
    continue_asked = Signal()
    refuse_asked = Signal()
    agree_asked = Signal()
    continue_open_asked = Signal()
    alike_asked = Signal(int)
    pause_asked = Signal()
    back_asked = Signal()
    save_asked = Signal()
    jumped = Signal(str)
    scans_given = Signal(int, object)
    scan_removed = Signal(int, str)
    draft_restored = Signal()
    draft_discarded = Signal()
    saved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: datetime | None = None
        self._kind, self._reading = "", 0
        self.speaker = BlockPlace()
        self._who, self._middle, self._right = WhoPart(), MiddlePart(self.speaker), RightPart()
        self._continue = ActionButton(self.tr("Continue"), "primary", shortcut="primary")
        self._why_off = Text("", "small", "muted", wrap=True)
        self._off_icon = Icon("prohibit", "text.muted", "icon_small")
        self._bar_room = QVBoxLayout()
        self._draft_bar: DraftBar | None = None
        self._strip = QWidget()
        self._build()
        self._scanner = ScannerFilter(self)
        self._save = QTimer(self)
        self._wire()

    def begin(self) -> None:
        """Another intake on the built page: nothing of the last one stays."""
        self._save.stop()
        self.withdraw_draft()
        self._middle.begin()
        self._reading = 0
        self.fill(Form())

    def flush(self) -> None:
        """What was typed a moment ago is kept now."""
        if self._save.isActive():
            self._save.stop()
            self.save_asked.emit()

    # what the presenter shows
    def show_now(self, shown: Shown) -> None:
        self._kind, self._now = shown.form.kind, shown.now
        self._who.show_now(shown)
        self._middle.show_now(shown)
        self._right.show_now(shown)
        self._show_what_was_read(shown)
        reason = words_for(shown.off) if shown.off else ""
        if reason:
            self._continue.set_off(reason)
        else:
            self._continue.set_on()
        self._continue.set_busy(shown.busy)
        self._why_off.setText(reason)
        self._off_icon.setVisible(bool(reason))

    def fill(self, form: Form) -> None:
        self._kind = form.kind
        self._who.who.choose(form.who)
        self._who.number.show_text(form.number)
        self._who.name.show_text(form.name)
        self._middle.fill(form)

    def focus(self, need: str) -> None:
        if self._middle.focus(need):
            return
        places: dict[str, QWidget] = {"continue": self._continue, "applicant_name": self._who.name}
        widget = places.get(need, self._who.number)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if need == "number":
            self._who.number.selectAll()

    def lead(self, need: str) -> None:
        caret = QApplication.focusWidget()
        if caret is None or not self._middle.isAncestorOf(caret):
            self.focus(need)

    def offer_draft(self, draft: Draft) -> None:
        self.withdraw_draft()
        when = moment_words(draft.saved_at, self._now or draft.saved_at)
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
        self.flush()

    def _show_what_was_read(self, shown: Shown) -> None:
        was_reading, self._reading = self._reading, sum(each.reading for each in shown.scans)
        if was_reading > self._reading:
            self._middle.bring_scans()

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
            middle=self._middle,
            bar=self._bar(),
            right=self._right,
            left_foot=ReaderHint(),
            left_width="intake_panel",
        )
        self._middle.area = self.page.middle_area
        whole.addWidget(self.page, 1)

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        why = QWidget()
        why.setProperty("explains", True)  # the right part says it too, where room is scarce
        line = QHBoxLayout(why)
        line.setContentsMargins(6, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._off_icon)
        line.addWidget(self._why_off, 1)
        row.addWidget(self._continue)
        row.addWidget(why, 1)
        row.addStretch(0)
        return bar

    def _wire(self) -> None:
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVE_MS)
        self._save.timeout.connect(self.save_asked)
        for part in (self._who, self._middle):
            part.edited.connect(self._edited)
            part.left.connect(self.left)
        self._who.asked.connect(self.ask_asked)
        self._who.stopped.connect(self.stop_asked)
        self._wire_middle()
        self.spoken.connect(self._keep_soon)
        self._scanner.card_read.connect(self._card)
        self._continue.acted.connect(self.continue_asked)
        self._continue.told.connect(lambda _: self.continue_asked.emit())  # off: it leads to what is missing
        self._right.jumped.connect(self.jumped)
        self._right.alike_asked.connect(self.alike_asked)
        self._right.acted.connect(self._act)
        self.page.folded.connect(self._fold)
        self._fold(self.page.is_folded())
        on_key(self, "save", self.save_asked.emit)
        on_key(self, "back", self.back_asked.emit)

    def _wire_middle(self) -> None:
        middle = self._middle
        middle.kind_chosen.connect(self._kind_chosen)
        middle.papers_asked.connect(self.papers_asked)
        middle.continue_open_asked.connect(self.continue_open_asked)
        middle.papers.added.connect(self.paper_added)
        middle.papers.removed.connect(self.paper_removed)
        middle.papers.permit_asked.connect(self.permit_asked)
        middle.papers.scans_given.connect(self.scans_given)
        middle.papers.scan_removed.connect(self.scan_removed)
        middle.personal.agreed.connect(self.agree_asked)
        middle.personal.insisted.connect(self.refuse_asked)

    def _edited(self) -> None:
        form = Form(
            who=self._who.who.value(),
            number=self._who.number.text(),
            name=self._who.name.text(),
            kind=self._kind,
        )
        self._keep_soon()
        self.typed.emit(self._middle.read_into(form))

    def _keep_soon(self) -> None:
        """Something was typed: it is kept a moment after the last key."""
        if not self._save.isActive():  # counted from the first unsaved key, however long somebody types
            self._save.start()

    def _kind_chosen(self, kind: str) -> None:
        self._kind = kind
        self._edited()

    def _card(self, text: str) -> None:
        (self.scanned_for_speaker if self.speaker.holds_caret() else self.scanned).emit(text)

    def _act(self, act: str) -> None:
        signals = {
            "continue": self.continue_asked,
            "ask": self.ask_asked,
            "pause": self.pause_asked,
            "papers": self.papers_asked,
            "refuse": self.refuse_asked,
        }
        signals[act].emit()

    def _fold(self, folded: bool) -> None:
        self._who.fold_into(self._strip_row if folded else None)
        if folded:
            self._middle.column.insertWidget(0, self._who.answer)
        self._right.fold(folded)
