"""The action bar: the one act that goes on, or the section that was opened in its place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.vocabulary import ApplicationKind
from ui.infra.keyboard import on_key
from ui.infra.refused_words import refused_words
from ui.parts.breaking_row import BreakingRow
from ui.screens.form.page import FormAct, Page, Stage, main_of
from ui.screens.form.port import Section, Shown
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

_ROOMY: Final = (
    1.75  # with larger text the form above needs the height: what the right part says too gives way
)
_WITH_DETAIL: Final = 1.25
_KEYS: Final = {FormAct.RECEIPT: "print", FormAct.CONFIRMATION: "print", FormAct.REFUSE: "refusal.prepare"}


class ActBar(QWidget):
    """``acted`` carries the act of the primary or the second button."""

    acted = Signal(object)  # FormAct
    withdraw_confirmed = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main: FormAct | None = None
        self._other: FormAct | None = None
        self._section = Section.NONE
        self._parts = {Section.NONE: self._going_on(), Section.WITHDRAW: self._withdrawing()}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(0)
        for part in self._parts.values():
            column.addWidget(part)
        self.show_section(Section.NONE)
        on_key(self, "primary", self._primary_pressed)

    def begin(self) -> None:
        """Another case: nothing of the last one stays."""
        self._wish.show_text("")
        self.show_section(Section.NONE)

    # what is shown
    def show_now(self, shown: Shown) -> None:
        """The act that goes on at this stage, and the one beside it."""
        title, detail = self._words(shown.page)
        self._title.setText(title)
        self._detail.setText(detail)
        self._main = main_of(shown.page, shown.acts)
        self._primary.setVisible(self._main is not None)
        if self._main is not None:
            self._primary.set_words(self._act_words(self._main))
            self._primary.set_shortcut(_KEYS.get(self._main, "primary"))
            self._show_off(shown)
        has_room = self._reason.isHidden() and theme().scale <= _WITH_DETAIL
        self._detail.setVisible(bool(detail) and has_room)
        self._title.setVisible(theme().scale <= _ROOMY)
        self._show_second(shown)

    def show_section(self, section: Section) -> None:
        """Open a section in the bar's place, the safe button focused."""
        self._section = section
        for each, part in self._parts.items():
            part.setVisible(each is section)
        if section is Section.WITHDRAW:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """An act is being recorded."""
        for button in (self._primary, self._second, self._withdraw_now):
            button.set_busy(busy)

    def focus_main(self) -> None:
        """The focus on the button that goes on."""
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # pieces
    def _words(self, page: Page) -> tuple[str, str]:
        match page.stage:
            case Stage.FILL if page.case.moves[Move.SUBMIT_FORM] is not None:
                return self.tr("The form cannot be sent now"), ""
            case Stage.FILL:
                return self.tr("Send the form to MAS"), self.tr(
                    "The person then confirms it in e-sosial; no code is asked for here."
                )
            case Stage.DONE if page.kind is ApplicationKind.JOBSEEKER:
                return self.tr("The person is a jobseeker"), self.tr(
                    "Registration as unemployed can follow at once, in the same case."
                )
            case Stage.DONE:
                return self.tr("The application is done"), ""
            case Stage.TO_SEND:
                return self.tr("Receipt for the person"), self.tr(
                    "The form is kept; it goes to MAS by itself."
                )
            case _:
                return self.tr("The form is in MAS"), self.tr(
                    "The person may go home: the receipt names the application."
                )

    def _show_off(self, shown: Shown) -> None:
        why = shown.off(self._main) if self._main is not None else None
        words = refused_words(why) if why is not None else ""
        if why is None:
            self._primary.set_on()
        else:
            self._primary.set_off(words)
        stops = shown.page.case.moves[Move.SUBMIT_FORM] if shown.page.stage is Stage.FILL else None
        self._reason.setText(words)
        is_told = (
            stops is not None or theme().scale > _ROOMY
        )  # at the top already, or in the right part alone
        self._reason.setVisible(bool(words) and not is_told)

    def _show_second(self, shown: Shown) -> None:
        page, offered = shown.page, dict(shown.acts)
        stopped = page.stage is Stage.FILL and page.case.moves[Move.SUBMIT_FORM] is not None
        wanted = FormAct.REFUSE if stopped else FormAct.FINISH
        there = wanted in offered and offered[wanted] is None and wanted is not self._main
        self._other = wanted if there else None
        self._second.setVisible(there and theme().scale <= _ROOMY)  # its key is in the right part
        if there:
            self._second.set_words(self._act_words(wanted))

    def _act_words(self, act: FormAct) -> str:
        return {
            FormAct.SEND: self.tr("Send to MAS"),
            FormAct.NEXT: self.tr("Go on: registration as unemployed"),
            FormAct.RECEIPT: self.tr("Print the receipt"),
            FormAct.CONFIRMATION: self.tr("Print the confirmation"),
            FormAct.FINISH: self.tr("Finish the case"),
            FormAct.REFUSE: self.tr("Prepare the refusal"),
        }[act]

    def _going_on(self) -> QWidget:
        self._title, self._detail = Text("", "heading", wrap=True), Text("", "body", "soft", wrap=True)
        self._reason = Text("", "small", "muted", wrap=True)
        self._primary = ActionButton("", "primary", shortcut="primary")
        self._second = ActionButton("", "secondary")
        self._primary.acted.connect(self._primary_acted)
        self._primary.told.connect(lambda _: self._primary_acted())  # off: it leads to what is missing
        self._second.acted.connect(self._second_acted)
        return _stacked([self._title, self._detail, BreakingRow((self._primary, self._second)), self._reason])

    def _withdrawing(self) -> QWidget:
        self._wish = TextField(limit=200)
        self._withdraw_now = ActionButton(self.tr("Withdraw the application"), "bad", shortcut="primary")
        self._withdraw_now.acted.connect(lambda: self.withdraw_confirmed.emit(self._wish.text()))
        self._keep = ActionButton(self.tr("Keep as is"), shortcut="back")
        self._keep.acted.connect(self.closed)
        title = Text(self.tr("Withdraw the application?"), "heading", wrap=True)
        words = self.tr("Only at the person's own wish; MAS takes the form back. They may apply again.")
        wish = Field(self.tr("What the person said"), self._wish, optional=True)
        buttons = BreakingRow((self._withdraw_now, self._keep))
        return _stacked([title, Text(words, "body", "soft", wrap=True), wish, buttons])

    def _primary_acted(self) -> None:
        if self._main is not None:
            self.acted.emit(self._main)

    def _second_acted(self) -> None:
        if self._other is not None:
            self.acted.emit(self._other)

    def _primary_pressed(self) -> None:
        (self._withdraw_now if self._section is Section.WITHDRAW else self._primary).act()


def _stacked(parts: list[QWidget]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part)
    return holder
