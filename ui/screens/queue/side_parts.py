"""The queue page's right column: half-done cases of this desk and of others, what to think of, today's figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.rows import TodaysFigures
from dost_desktop.services.reminders import Reminders
from ui.infra.moments import moment_words
from ui.infra.office_words import pause_words, state_words
from ui.parts.breaking_row import BreakingRow
from ui.screens.queue.port import WaitingRow
from ui.widgets.action_button import ActionButton
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.figure import Figure
from ui.widgets.icon import Icon
from ui.widgets.panel import Panel
from ui.widgets.tab_order import tab_after
from ui.widgets.text import ElidedText, Text

_HOUR: Final = 60


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
        first = next((row.id for row in rows if not row.desk), None)
        for row in rows:
            line = self._line(row, first=not row.desk and row.id == first)
            self._rows.addWidget(line)
            buttons += line.findChildren(ActionButton)
        tab_after(self, buttons)

    def _line(self, row: WaitingRow, *, first: bool) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        icon = "play-circle" if row.is_open else "pause-circle" if row.id else "note-pencil"
        role = "accent.text" if row.is_open else "text.soft" if row.desk else "warn.text"
        across.addWidget(Icon(icon, role, "icon_rail"))
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
        """Another desk first, then why it waits or how far it is, then since when."""
        if not row.id:
            where = self.tr("draft")
        elif row.reason:
            where = pause_words(row.reason)
        elif row.state is not None:
            where = state_words(row.state)[0]
        else:
            where = self.tr("being identified")
        when = self._age(row.since)
        if row.is_open:
            return self.tr("open · {where} · {when}").format(where=where, when=when)
        return " · ".join(part for part in (row.desk, where, when) if part)

    def _age(self, since: datetime) -> str:
        """How long it waits; from the second hour on since when."""
        now = self._now()
        minutes = max(int((now - since).total_seconds()) // 60, 0)
        return self.tr("{n} min").format(n=minutes) if minutes < _HOUR else moment_words(since, now)


class ToThinkOf(Panel):
    """Terms that ended or end soon, quietly: each line opens the list; gone when there is nothing to think of."""

    opened = Signal(str)  # the reason, as the list of applications knows it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("To think of"))
        self._shown: Reminders | None = None
        self._lines = ActionList()
        self.body.addWidget(self._lines)
        self._lines.acted.connect(self.opened)
        self.hide()

    def show_reminders(self, reminders: Reminders | None) -> bool:
        """Other numbers; whether they were others."""
        if reminders == self._shown:
            return False
        self._shown = reminders
        wanted = (
            ("removal_ends", reminders.removals if reminders else 0, self.tr("Removals end"), "play-circle"),
            (
                "employer_over",
                reminders.employers if reminders else 0,
                self.tr("Employers have not answered"),
                "briefcase",
            ),
            ("offer_open", reminders.offers if reminders else 0, self.tr("Offers without an answer"), "chat"),
        )
        rows = [
            ActionRow(reason, self.tr("{words}: {n}").format(words=words, n=count), icon=icon)
            for reason, count, words, icon in wanted
            if count
        ]
        self._lines.show_actions(rows)
        self.setVisible(bool(rows))
        return True


class Today(Panel):
    """Three figures of this desk."""

    def __init__(self, desk: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Today, {desk}").format(desk=desk))
        self._opened = Figure("–", self.tr("opened"))
        self._closed = Figure("–", self.tr("closed"))
        self._notices = Figure("–", self.tr("written answers"))
        self.body.addWidget(BreakingRow((self._opened, self._closed, self._notices), spacing=36))

    def show_figures(self, figures: TodaysFigures) -> None:
        """Other numbers."""
        for figure, value in (
            (self._opened, figures.opened),
            (self._closed, figures.closed),
            (self._notices, figures.notices),
        ):
            figure.show_value(str(value))
