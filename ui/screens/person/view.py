"""The person's page: who left, applications and history in the middle with the action bar, what may be done right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Unanswered
from ui.infra.keyboard import on_key
from ui.infra.office_words import kind_words
from ui.infra.wording import words_for
from ui.parts.purpose_part import PurposePart
from ui.parts.tall_enough import TallEnough
from ui.screens.person.compare_part import ComparePart
from ui.screens.person.extract_part import ExtractPart
from ui.screens.person.extracting import ExtractFor
from ui.screens.person.history_part import HistoryPart
from ui.screens.person.misfile_part import MisfilePart
from ui.screens.person.next_part import NextPart
from ui.screens.person.page import (
    Comparison,
    Contact,
    Misfiling,
    PersonPage,
    Review,
    RightPerson,
    TypedIdentity,
)
from ui.screens.person.port import Said
from ui.screens.person.profile_part import ProfileFields
from ui.screens.person.review_part import ReviewPart
from ui.screens.person.sheet_part import GroundWords
from ui.screens.person.sight import soon_in_sight
from ui.screens.person.who_part import WhoPart, WhoStrip
from ui.screens.person.written import short_number
from ui.shell.case_page import CasePage
from ui.widgets.action_button import ActionButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.tab_order import last_inside
from ui.widgets.text import Text

SAVE_AFTER_MS: Final = 400
_EDGE: Final = 16
_USUAL_PURPOSE: Final = "Şəxsin öz müraciəti əsasında"  # papers are written in the language of the state


class PersonView(QWidget):
    """``title_changed`` carries title and context for the header, ``saved`` the words beside its tick."""

    title_changed = Signal(str, str)
    saved = Signal(str)
    purpose_given = Signal(str)
    primary_pressed = Signal()
    new_pressed = Signal()
    application_opened = Signal(object)
    notice_opened = Signal(object)
    change_pressed = Signal()
    correct_pressed = Signal()
    misfile_pressed = Signal()
    review_pressed = Signal()
    compared = Signal(object)
    another_pressed = Signal()
    other_opened = Signal(object)
    kind_pressed = Signal(object)
    status_pressed = Signal()
    extract_pressed = Signal()
    profile_pressed = Signal()
    save_asked = Signal()
    back_pressed = Signal()

    def __init__(self, grounds: GroundWords, parent: QWidget | None = None, *, serves: bool = True) -> None:
        """``serves``: whoever looks opens and mends too; others read."""
        super().__init__(parent)
        self._serves = serves
        self._who, self._strip, self._next = WhoPart(), WhoStrip(), NextPart(serves=serves)
        self.contact, self.identity = self._who.contact, self._who.identity
        self.compare, self.misfile, self.review = ComparePart(), MisfilePart(), ReviewPart()
        self.profile = ProfileFields()
        self.extract, self._history, self._purpose = ExtractPart(), HistoryPart(grounds), PurposePart()
        self._problem = Note("bad")
        self._folded_who = Panel()
        self._going_on = Text("", "heading", wrap=True)
        self._going_on.setProperty("explains", True)
        self._primary = ActionButton("", "primary", shortcut="primary")
        self._case = CasePage(
            left=self._left(),
            strip=self._strip,
            middle=self._middle(),
            bar=self._bar(),
            right=self._next,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._case)
        self._stack.addWidget(self._purpose)
        self._purpose.setProperty("kind", "canvas")
        self._purpose.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_AFTER_MS)
        self._wire()

    # what the presenter shows
    def show_page(self, page: PersonPage) -> None:
        self._stack.setCurrentWidget(self._case)
        self._who.show_page(page)
        self._strip.show_page(page)
        self._history.show_page(page)
        self._next.show_page(page)
        going_on = page.open_application
        if going_on is not None:
            words = f"{kind_words(going_on.kind)} · {short_number(going_on.number)}"
            self._going_on.setText(words)
            self._primary.set_words(self.tr("Open the application"))
        else:
            self._going_on.setText(self.tr("No open application"))
            self._primary.set_words(self.tr("New application"))
        self._primary.setVisible(self._serves or page.open_application is not None)
        identity = page.view.file.identity
        self.title_changed.emit(
            self.tr("Individual employment sheet"), identity.full_name if identity else ""
        )

    def show_purpose(self, centres: tuple[str, ...], problem: AgentError | None) -> None:
        self._stack.setCurrentWidget(self._purpose)
        self._purpose.ask(centres, problem)
        self._purpose.focus_field()
        self.title_changed.emit(self.tr("Individual employment sheet"), "")

    def show_contact(self, contact: Contact | None) -> None:
        self._who.show_contact(contact)
        if contact is not None:
            soon_in_sight(self, self.contact, self.contact.first_editor)

    def show_contact_problems(self, problems: Mapping[str, AgentError]) -> None:
        self.contact.show_problems(problems)

    def focus_wrong_contact(self) -> None:
        self.contact.focus_wrong()
        self._focus_in_sight()

    def show_identity(self, typed: TypedIdentity | None) -> None:
        self._who.show_identity(typed)
        if typed is not None:
            soon_in_sight(self, self.identity, self.identity.first_editor)

    def show_identity_problems(self, problems: Mapping[str, AgentError]) -> None:
        self.identity.show_problems(problems)

    def focus_wrong_identity(self) -> None:
        self.identity.focus_wrong()
        self._focus_in_sight()

    def show_misfiling(self, misfiling: Misfiling | None) -> None:
        was_shown = self.misfile.isVisibleTo(self)
        self.misfile.setVisible(misfiling is not None)
        if misfiling is not None:
            self.misfile.show_misfiling(misfiling)
            soon_in_sight(self, self.misfile, self.misfile.number)
        elif was_shown:
            self.focus_main()

    def show_right_person(self, person: RightPerson | None) -> None:
        self.misfile.show_right_person(person)

    def show_misfile_problems(self, problems: Mapping[str, AgentError]) -> None:
        self.misfile.show_problems(problems)

    def focus_wrong_misfile(self) -> None:
        self.misfile.focus_wrong()
        self._focus_in_sight()

    def set_looking_up(self, busy: bool) -> None:
        self.misfile.set_looking_up(busy)

    def show_review(self, review: Review | None) -> None:
        was_shown = self.review.isVisibleTo(self)
        self.review.setVisible(review is not None)
        if review is not None:
            self.review.show_review(review)
            soon_in_sight(self, self.review, self.review.editor)
        elif was_shown:
            self.focus_main()

    def show_review_marks(self, review: Review) -> None:
        self.review.show_marks(review)

    def show_finding_problem(self, error: AgentError | None) -> None:
        self.review.show_problem(error)
        if error is not None:
            soon_in_sight(self, self.review.field, self.review.editor)

    def show_profile(self, typed: Mapping[str, Any] | None, *, corrects: bool, is_first: bool) -> None:
        was_shown = self.profile.isVisibleTo(self)
        self.profile.show_profile(typed, corrects=corrects, is_first=is_first)
        if typed is not None:
            first = self.profile.form.first_editor
            soon_in_sight(self, first, first)
        elif was_shown:
            self._history.profile.focus_change()

    def show_profile_problems(self, problems: Mapping[str, str]) -> None:
        self.profile.show_problems(problems)
        self._focus_in_sight()

    def show_extract(self, wanted: ExtractFor | None) -> None:
        was_shown = self.extract.isVisibleTo(self)
        self.extract.show_extract(wanted)
        if wanted is not None:
            soon_in_sight(self, self.extract, self.extract.first_editor)
        elif was_shown:
            self.focus_main()

    def show_purpose_problem(self, error: AgentError | None) -> None:
        self.extract.show_problem(error)

    def usual_purpose(self) -> str:
        return _USUAL_PURPOSE

    def show_asking(self, asking: bool) -> None:
        self._who.show_asking(asking)

    def show_no_status(self, why: Unanswered | None) -> None:
        self._who.show_no_status(why)

    def show_comparison(self, comparison: Comparison | None) -> None:
        self._stack.setCurrentWidget(self._case)
        was_shown = self.compare.isVisibleTo(self)
        self.compare.setVisible(comparison is not None)
        if comparison is not None:
            self.compare.show_comparison(comparison)
            soon_in_sight(self, self.compare, self.compare.editor)
        elif was_shown:
            self.focus_main()

    def show_other_number(self, error: AgentError | None) -> None:
        self.compare.show()
        self.compare.show_number(error)
        soon_in_sight(self, self.compare, self.compare.number)

    def show_reason_problem(self, error: AgentError | None) -> None:
        self.compare.show_problem(error)

    def show_problem(self, error: AgentError | None) -> None:
        self._problem.setVisible(error is not None)
        if error is not None:
            self._problem.say("bad", words_for(error))
            self._case.middle_area.verticalScrollBar().setValue(0)

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)))

    def set_busy(self, busy: bool) -> None:
        self._who.set_busy(busy)
        self.compare.set_busy(busy)
        self.misfile.set_busy(busy)
        self.review.set_busy(busy)
        self.profile.set_busy(busy)

    def focus_main(self) -> None:
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self, what: Said) -> str:
        return {
            Said.CONTACT_RECORDED: self.tr("Contact recorded"),
            Said.CORRECTED: self.tr("The correction is recorded"),
            Said.LINKED: self.tr("The files are linked"),
            Said.MISFILED: self.tr("Both files say so"),
            Said.REVIEW_CLOSED: self.tr("The review is closed"),
            Said.PROFILE_RECORDED: self.tr("What the person can do is recorded"),
            Said.STATUS_READ: self.tr("MAS has answered"),
        }[what]

    # keys
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save_soon.isActive():
            self._save_soon.stop()
            self.save_asked.emit()

    def _typed(self) -> None:
        if not self._save_soon.isActive():
            self._save_soon.start()

    # building
    def _left(self) -> QWidget:
        left = TallEnough()
        self._left_room = QVBoxLayout(left)
        self._left_room.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._left_room.addWidget(self._who)
        self._left_room.addStretch(1)
        return left

    def _middle(self) -> QWidget:
        middle = TallEnough()
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        sections = (self.misfile, self.compare, self.review, self.extract, self.profile)
        for widget in (self._problem, *sections, self._folded_who, self._history):
            column.addWidget(widget)
        column.addStretch(1)
        for widget in (self._problem, *sections, self._folded_who):
            widget.hide()
        return middle

    def _bar(self) -> QWidget:
        bar = QWidget()
        column = QVBoxLayout(bar)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        column.addWidget(self._going_on)
        column.addWidget(FlowRow([self._primary]))
        return bar

    def _fold(self, folded: bool) -> None:
        """Without a left part the person's facts and contact stand first in the middle."""
        if folded:
            self._folded_who.body.addWidget(self._who)
        else:
            self._left_room.insertWidget(0, self._who)
        self._folded_who.setVisible(folded)
        self._who.show()
        if folded:
            QWidget.setTabOrder(last_inside(self._folded_who), self._history)

    def _focus_in_sight(self) -> None:
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None:
            soon_in_sight(self, focused, focused)

    def _into_sight(self, row: QRect) -> None:
        middle, area = self._case.middle_area.widget(), self._case.middle_area
        if middle is not None:
            spot = QRect(self._history.mapTo(middle, row.topLeft()), row.size()).center()
            area.ensureVisible(0, spot.y(), 0, row.height())

    def _wire(self) -> None:
        self._purpose.given.connect(self.purpose_given)
        self._primary.acted.connect(self.primary_pressed)
        self._history.application_opened.connect(self.application_opened)
        self._history.notice_opened.connect(self.notice_opened)
        self._history.profile.change_pressed.connect(self.profile_pressed)
        self._history.in_sight.connect(self._into_sight)
        self._who.change_pressed.connect(self.change_pressed)
        self._who.correct_pressed.connect(self.correct_pressed)
        for typed in (
            self.contact.edited,
            self.identity.edited,
            self.compare.reason_edited,
            self.misfile.chosen,
            self.misfile.number_edited,
            self.misfile.reason_edited,
            self.review.finding_edited,
            self.profile.edited,
            self.profile.corrected,
        ):
            typed.connect(self._typed)
        self._next.open_pressed.connect(self.primary_pressed)
        self._next.new_pressed.connect(self.new_pressed)
        self._next.correct_pressed.connect(self.correct_pressed)
        self._next.misfile_pressed.connect(self.misfile_pressed)
        self._next.review_pressed.connect(self.review_pressed)
        self._next.kind_pressed.connect(self.kind_pressed)
        self._next.status_pressed.connect(self.status_pressed)
        self._next.extract_pressed.connect(self.extract_pressed)
        self._next.compared.connect(self.compared)
        self._next.another_pressed.connect(self.another_pressed)
        self._next.other_opened.connect(self.other_opened)
        self._case.folded.connect(self._fold)
        self._fold(self._case.is_folded())  # it may have folded while it was built
        self._save_soon.timeout.connect(self.save_asked)
        on_key(self, "back", self.back_pressed.emit)
