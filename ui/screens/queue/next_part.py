"""The right column's first part: the next ticket and its big button, the called ticket, the selected one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.errors import InvalidValue
from ui.infra.wording import words_for
from ui.screens.queue.port import Called, TicketActs, TicketRow
from ui.widgets.action_button import ActionButton
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.panel import Panel
from ui.widgets.text import Rule, Text


def _reason(key: str) -> str:
    return words_for(InvalidValue(key)) if key else ""


class NextTicket(Panel):
    """``acted`` carries what is wanted of the selected or of the called ticket; ``call`` is the big button."""

    acted = Signal(str)

    def __init__(self, words_of: Callable[[TicketRow], str], parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Next ticket"))
        self._words_of = words_of
        self._next_number, self._next_purpose = Text("", "display"), Text("", "strong", wrap=True)
        self._next_detail = Text("", "small", "muted", wrap=True)
        self.call = ActionButton(
            self.tr("Call the next"), "primary", shortcut="queue.next", icon="megaphone", big=True
        )
        self._next_reason = Text("", "caption", "muted", wrap=True)
        self._acts = ActionList(self.tr("Selected ticket"))
        self._called_words = Text("", "label", "soft", wrap=True)
        self._called_acts = ActionList()
        self._called_part = QWidget()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._next_number)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._next_purpose)
        words.addWidget(self._next_detail)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addSpacing(4)
        self.body.addWidget(self.call)
        self.body.addWidget(self._next_reason)
        self.body.addSpacing(4)
        self.body.addWidget(Rule())
        self.body.addSpacing(4)
        called = QVBoxLayout(self._called_part)
        called.setContentsMargins(0, 0, 0, 4)
        called.setSpacing(4)
        called.addWidget(self._called_words)
        called.addWidget(self._called_acts)
        called.addWidget(Rule())
        self._called_part.hide()
        self.body.addWidget(self._called_part)
        self.body.addWidget(self._acts)
        for acts in (self._acts, self._called_acts):
            acts.acted.connect(self.acted)

    def show_next(self, row: TicketRow | None, off: str) -> None:
        """The next ticket; ``off`` is the key of the reason why nobody can be called."""
        self._next_number.setText(row.number if row else "–")
        self._next_purpose.setText(self._words_of(row) if row else self.tr("Nobody is waiting"))
        self._next_detail.setText(row.detail if row else "")
        self._next_detail.setVisible(bool(row and row.detail))
        self._next_reason.setText(_reason(off))
        self._next_reason.setVisible(bool(off))
        if off:
            self.call.set_off(_reason(off))
        else:
            self.call.set_on()

    def show_acts(self, acts: TicketActs) -> None:
        """What can be done with the selected ticket."""
        rows = [
            ActionRow("call", self.tr("Call this ticket"), "row.open", "hand-pointing", _reason(acts.call)),
            ActionRow(
                "transfer",
                self.tr("Send on to another direction or desk"),
                "ticket.transfer",
                "arrow-bend-up-right",
                _reason(acts.transfer),
            ),
            ActionRow(
                "needs", self.tr("Note what is needed"), "ticket.needs", "note-pencil", _reason(acts.needs)
            ),
        ]
        if acts.no_show:
            reason = _reason(acts.no_show)
            rows.append(ActionRow("no_show", self.tr("Did not come"), "ticket.no_show", "user-minus", reason))
        self._acts.show_actions(rows)

    def show_called(self, called: Called | None) -> None:
        """The open case's ticket, as long as its person may still be on the way."""
        self._called_part.setVisible(called is not None)
        if called is None:
            self._called_acts.show_actions([])
            return
        words = self.tr("Called: {ticket}").format(ticket=called.ticket)
        if called.calls > 1:
            words += " · " + self.tr("called %n time(s)", "", called.calls)
        self._called_words.setText(words)
        off = _reason(called.off)
        self._called_acts.show_actions(
            [
                ActionRow("call_again", self.tr("Call again"), "ticket.call_again", "megaphone", off),
                ActionRow("transfer_called", self.tr("Send on"), "", "arrow-bend-up-right", off),
                ActionRow("needs_called", self.tr("Note what is needed"), "", "note-pencil", off),
                ActionRow("no_show", self.tr("Did not come"), "ticket.no_show", "user-minus", off),
            ]
        )
