"""Right: what may be done now, why somebody must look at this file, and files that are or may be the same person's."""

from __future__ import annotations

from enum import StrEnum
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.services.find_alike import Alike, Same
from dost_desktop.services.next_applications import NextApplication
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.office_words import kind_words, status_words
from ui.infra.refused_words import refused_words
from ui.parts.tall_enough import TallEnough
from ui.screens.person.mark_words import mark_words
from ui.screens.person.page import PersonPage
from ui.screens.person.written import short_number
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.note import Note
from ui.widgets.text import Rule

_SAME: Final = {
    Same.NAME_AND_BIRTH: QT_TRANSLATE_NOOP("PersonSame", "same name and date of birth"),
    Same.NEAR_NAME_AND_BIRTH: QT_TRANSLATE_NOOP("PersonSame", "name one letter apart, same date of birth"),
    Same.DOCUMENT: QT_TRANSLATE_NOOP("PersonSame", "same document"),
    Same.PHONE: QT_TRANSLATE_NOOP("PersonSame", "same mobile number"),
}


class NextAct(StrEnum):
    """What may be done from this page."""

    OPEN = "open"
    NEW = "new"
    CORRECT = "correct"
    MISFILED = "misfiled"
    ANOTHER = "another"
    REVIEW = "review"
    STATUS = "status"
    EXTRACT = "extract"


_READING: Final = frozenset({NextAct.OPEN, NextAct.EXTRACT})  # what who does not serve may do
_KINDS: Final = {  # key, icon
    ApplicationKind.JOBSEEKER: ("Alt+X", "user-plus"),
    ApplicationKind.UNEMPLOYED: ("Alt+Z", "briefcase"),
    ApplicationKind.REMOVAL: ("Alt+C", "pause-circle"),
    ApplicationKind.RESUMPTION: ("Alt+P", "play-circle"),
    ApplicationKind.CANCELLATION: ("Alt+L", "x-circle"),
}


class NextPart(TallEnough):
    """``compared`` and ``other_opened`` carry the other file's id."""

    open_pressed = Signal()
    new_pressed = Signal()
    correct_pressed = Signal()
    misfile_pressed = Signal()
    another_pressed = Signal()
    review_pressed = Signal()
    status_pressed = Signal()
    extract_pressed = Signal()
    kind_pressed = Signal(object)  # ApplicationKind
    compared = Signal(object)
    other_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, serves: bool = True) -> None:
        """``serves``: whoever looks opens and mends too; others only read what is there."""
        super().__init__(parent)
        self._serves = serves
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self._acts = ActionList(self.tr("What can be done now"))
        self._apply_rule = Rule()
        self._apply = ActionList(self.tr("Opens another application"))
        self._marks = QVBoxLayout()
        self._marks.setSpacing(8)
        self._review = ActionList()
        self._alike = ActionList(self.tr("Possibly the same person"))
        self._belongs_to = ActionList(self.tr("Something here belongs to the file of"))
        self._also_in = ActionList(self.tr("Something of this person was recorded in the file of"))
        self._linked = ActionList(self.tr("Other files of this person"))
        self._parts = {part: Rule() for part in (self._belongs_to, self._also_in, self._alike, self._linked)}
        column.addWidget(self._acts)
        column.addWidget(self._apply_rule)
        column.addWidget(self._apply)
        column.addLayout(self._marks)
        column.addWidget(self._review)
        for part, rule in self._parts.items():
            column.addWidget(rule)
            column.addWidget(part)
        column.addStretch(1)
        for acts in (self._acts, self._review):
            acts.acted.connect(self._acted)
        self._apply.acted.connect(lambda id_: self.kind_pressed.emit(ApplicationKind(id_)))
        self._alike.acted.connect(lambda id_: self.compared.emit(UUID(id_)))
        for part in (self._belongs_to, self._also_in, self._linked):
            part.acted.connect(lambda id_: self.other_opened.emit(UUID(id_)))

    def show_page(self, page: PersonPage) -> None:
        """Everything as it is now."""
        acts = [each for each in self._act_rows(page) if self._serves or each.id in _READING]
        self._acts.show_actions(acts)
        self._apply.show_actions([self._kind_row(each, page) for each in page.view.next.kinds])
        for part in (self._apply, self._apply_rule):
            part.setVisible(page.view.file.identity is not None and self._serves)
        self._show_marks(page)
        rows = {
            self._belongs_to: [self._right_row(each) for each in page.view.belongs_to],
            self._also_in: [self._linked_row(each) for each in page.view.also_in],
            self._alike: [self._alike_row(each, n) for n, each in enumerate(page.alike)],
            self._linked: [self._linked_row(each) for each in page.view.linked],
        }
        for part, rule in self._parts.items():
            part.show_actions(rows[part])
            part.setVisible(bool(rows[part]))
            rule.setVisible(bool(rows[part]))

    def _acted(self, act: str) -> None:
        {
            NextAct.OPEN: self.open_pressed,
            NextAct.NEW: self.new_pressed,
            NextAct.CORRECT: self.correct_pressed,
            NextAct.MISFILED: self.misfile_pressed,
            NextAct.ANOTHER: self.another_pressed,
            NextAct.REVIEW: self.review_pressed,
            NextAct.STATUS: self.status_pressed,
            NextAct.EXTRACT: self.extract_pressed,
        }[NextAct(act)].emit()

    def _act_rows(self, page: PersonPage) -> list[ActionRow]:
        going_on = page.open_application
        words = self.tr("Open the application")
        if going_on is not None:
            words = f"{kind_words(going_on.kind)} · {short_number(going_on.number)}"
        off = "" if going_on else self.tr("No open application.")
        return [
            ActionRow(NextAct.OPEN, words, icon="folder-open", off=off),
            ActionRow(NextAct.NEW, self.tr("New application"), "application.new", "file-plus"),
            ActionRow(
                NextAct.EXTRACT, self.tr("Print the extract"), "print", "printer", off=self._off_without(page)
            ),
            ActionRow(
                NextAct.STATUS,
                self.tr("Ask MAS again"),
                "register.ask",
                "arrows-clockwise",
                off=self._off_without(page),
            ),
            ActionRow(NextAct.ANOTHER, self.tr("Another file of this person"), "Alt+K", "files"),
            ActionRow(
                NextAct.CORRECT,
                self.tr("Correct a typing error in the name"),
                "Alt+A",
                "pencil-simple",
                off=""
                if page.is_correctable
                else self.tr("The name is from the register; it is put right there."),
                caps_only=True,
            ),
            ActionRow(
                NextAct.MISFILED,
                self.tr("Recorded in the wrong file"),
                "Alt+Y",
                "warning",
                off="" if page.has_misfiled else self.tr("Nothing here names a person."),
            ),
        ]

    def _off_without(self, page: PersonPage) -> str:
        return "" if page.view.file.identity else self.tr("Nobody is identified yet.")

    def _kind_row(self, each: NextApplication, page: PersonPage) -> ActionRow:
        """The open one leads to itself; a kind that leads to nothing before a day says so, and can be opened."""
        key, icon = _KINDS[each.kind]
        words, off = kind_words(each.kind), ""
        if each.is_open is not None:
            words = self.tr("{kind}\nopen: {number}").format(
                kind=words, number=short_number(each.is_open.number)
            )
        elif each.why_not is not None and each.why_not.reason == "application.kind_not_now":
            status, _ = status_words(page.view.file.registration.status)
            off = self.tr("The person is: {status}.").format(status=status)
        elif each.why_not is not None:
            off = refused_words(each.why_not)
        elif each.until_then is not None:
            words = f"{words}\n{refused_words(each.until_then)}"
        return ActionRow(each.kind.value, words, key, icon, off)

    def _show_marks(self, page: PersonPage) -> None:
        while (item := self._marks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for mark in page.marks:
            self._marks.addWidget(Note("warn", *mark_words(mark, page.view.now)))
        row = ActionRow(NextAct.REVIEW, self.tr("Close the review"), "Alt+G", "check-circle")
        closes = bool(page.marks) and self._serves  # a head closes reviews online, on their own page
        self._review.show_actions([row] if closes else [])
        self._review.setVisible(closes)

    @staticmethod
    def _alike_row(each: Alike, place: int) -> ActionRow:
        same = [
            QCoreApplication.translate("PersonSame", words)
            for key, words in _SAME.items()
            if key in each.same
        ]
        words = "\n".join((each.row.full_name, each.row.number, ", ".join(same)))
        return ActionRow(str(each.row.file_id), words, "" if place else "Alt+D", "identification-card")

    def _right_row(self, file: PersonFile) -> ActionRow:
        if file.identity is not None:
            return self._linked_row(file)
        return ActionRow(
            str(file.id), self.tr("Nobody is recorded there yet: begin an application"), icon="link"
        )

    def _linked_row(self, file: PersonFile) -> ActionRow:
        identity = file.identity
        if identity is None:
            off = self.tr("Not at this desk yet; it comes with the next synchronisation.")
            return ActionRow(str(file.id), self.tr("Another file"), icon="link", off=off)
        return ActionRow(str(file.id), f"{identity.full_name}\n{identity.number}", icon="link")
