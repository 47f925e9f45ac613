"""The queue page's right column: the half-done cases, the question asked in the page, today's figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.rows import TodaysFigures
from ui.infra.moments import moment_words
from ui.infra.office_words import state_words
from ui.infra.speech import announce
from ui.screens.queue.presenter import Question, WaitingRow
from ui.widgets.action_button import ActionButton
from ui.widgets.figure import Figure
from ui.widgets.icon import Icon
from ui.widgets.panel import Panel
from ui.widgets.tab_order import tab_after
from ui.widgets.text import ElidedText, Text


class HalfDone(Panel):
    """``continued`` carries the row's id. The first row has the key F3."""

    continued = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._count = Text("", "label", "soft")
        super().__init__("", trailing=self._count, parent=parent)
        self.set_title(self.tr("Half-done cases"))
        self._now, self._shown = now, tuple[WaitingRow, ...]()
        self._none = Text(self.tr("None. A paused case waits here."), "small", "muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addWidget(self._none)
        self.body.addLayout(self._rows)

    def show_rows(self, rows: Sequence[WaitingRow]) -> None:
        """The open case first, then the paused ones."""
        self._none.setVisible(not rows)
        self._count.setText(str(len(rows)) if rows else "")
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        buttons: list[QWidget] = []
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, row in enumerate(rows):
            line = self._line(row, first=place == 0)
            self._rows.addWidget(line)
            buttons += line.findChildren(ActionButton)
        tab_after(self, buttons)

    def _line(self, row: WaitingRow, *, first: bool) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        icon = "play-circle" if row.is_open else "pause-circle" if row.id else "note-pencil"
        across.addWidget(Icon(icon, "accent.text" if row.is_open else "warn.text", "icon_rail"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedText(self._name_of(row), "small_strong"))
        words.addWidget(ElidedText(self._detail(row), "caption", "muted"))
        across.addLayout(words, 1)
        button = ActionButton(self.tr("Continue"), "link", shortcut="case.continue" if first else "")
        button.setAccessibleName(self.tr("Continue: {case}").format(case=self._name_of(row)))
        button.acted.connect(lambda: self.continued.emit(row.id))
        across.addWidget(button)
        return line

    def _name_of(self, row: WaitingRow) -> str:
        ticket = row.ticket or self.tr("No ticket")
        return f"{ticket} · {row.full_name}" if row.full_name else ticket

    def _detail(self, row: WaitingRow) -> str:
        if not row.id:
            where = self.tr("draft")
        elif row.state is not None:
            where = state_words(row.state)[0]
        else:
            where = self.tr("being identified")
        when = moment_words(row.since, self._now())
        return (
            self.tr("open · {where} · {when}").format(where=where, when=when)
            if row.is_open
            else f"{where} · {when}"
        )


class Asking(Panel):
    """A question in the page, over the list; the safe answer has the focus where the act cannot be taken back."""

    confirmed = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._heading, self._detail = Text("", "heading", wrap=True), Text("", "small", "soft", wrap=True)
        self._yes = ActionButton("", "primary", shortcut="primary")
        self._no = ActionButton(self.tr("Keep as is"), "quiet", shortcut="back")
        self._yes.acted.connect(self.confirmed)
        self._no.acted.connect(self.dismissed)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._detail)
        row = QHBoxLayout()
        row.addWidget(self._yes)
        row.addWidget(self._no)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def ask(self, question: Question, ticket: str) -> None:
        """Show the question; a screen reader says it."""
        shown = ticket or self.tr("without a ticket")
        if question is Question.PAUSE_FIRST:
            title = self.tr("Pause the open case first?")
            detail = self.tr("{ticket} is open. It will wait under the half-done cases; nothing is lost.")
            self._yes.set_words(self.tr("Pause and call"))
        else:
            title = self.tr("Redirect the ticket?")
            detail = self.tr(
                "{ticket} leaves this queue for another service. This cannot be taken back here."
            )
            self._yes.set_words(self.tr("Redirect"))
        self._heading.setText(title)
        self._detail.setText(detail.format(ticket=shown))
        self.show()
        (self._yes if question is Question.PAUSE_FIRST else self._no).setFocus(
            Qt.FocusReason.OtherFocusReason
        )
        announce(self, f"{title} {self._detail.text()}")


class Today(Panel):
    """Three figures of this desk."""

    def __init__(self, desk: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Today, {desk}").format(desk=desk))
        row = QHBoxLayout()
        row.setSpacing(8)
        self._opened = Figure("–", self.tr("opened"))
        self._closed = Figure("–", self.tr("closed"))
        self._notices = Figure("–", self.tr("written answers"))
        for figure in (self._opened, self._closed, self._notices):
            row.addWidget(figure, 1)
        self.body.addLayout(row)

    def show_figures(self, figures: TodaysFigures) -> None:
        """Other numbers."""
        for figure, value in (
            (self._opened, figures.opened),
            (self._closed, figures.closed),
            (self._notices, figures.notices),
        ):
            figure.show_value(str(value))
