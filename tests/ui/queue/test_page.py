"""The queue page under the hand: new tickets and new counts never move what the agent is about to press."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from dost_desktop.contract.messages import Queue
from dost_desktop.rows import TodaysFigures
from dost_desktop.services.reminders import Reminders
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.queue.test_presenter import NOW, WAITING, Office, ticket
from ui.screens.applications.listing import NEEDS, Narrow
from ui.screens.queue.port import QueueView
from ui.screens.queue.presenter import QueuePresenter
from ui.screens.queue.view import QueuePage
from ui.widgets.rows_view import RowsView


def test_the_selection_is_kept_by_ticket_number(qtbot: QtBot) -> None:
    page = QueuePage("masa 7", now=lambda: NOW, direction_words=str)
    qtbot.addWidget(page)
    page.show()
    office = Office(QueueView(Queue(tickets=WAITING), None, (), (), TodaysFigures(0, 0, 0), NOW))
    presenter = QueuePresenter(page, InlineTasks(), office.acts, office)
    page.ticket_selected.connect(presenter.ticket_selected)
    page.ticket_opened.connect(presenter.selected_asked)
    presenter.opened()
    tickets = page.findChildren(RowsView)[0]
    assert tickets.selected_id() == "A-048"
    tickets.select_id("A-050")
    later = (*WAITING[1:], ticket("A-057", minutes=0))  # another desk called the first one
    office.known = replace(office.known, queue=Queue(tickets=later))
    presenter.reload()
    assert tickets.selected_id() == "A-050"
    office.known = replace(office.known, queue=Queue(tickets=later[:1]))  # and now the selected one
    presenter.reload()
    assert tickets.selected_id() == "A-049"
    tickets.opened.emit(tickets.selected_id())
    assert office.called == [("A-049", "")]


def test_what_to_think_of_is_quiet_and_leads_to_the_list(qtbot: QtBot) -> None:
    page = QueuePage("masa 7", now=lambda: NOW, direction_words=str)
    qtbot.addWidget(page)
    page.show()
    opened: list[str] = []
    page.reminder_opened.connect(opened.append)
    day = NOW.date()
    reminders = Reminders(0, 2, 1, day, day, day)
    for shown in (None, reminders, replace(reminders, employers=0, offers=0)):
        page.show_reminders(shown)
        lines = [row.text() for row in page._to_think_of.findChildren(QAbstractButton) if row.isVisible()]
        assert page._to_think_of.isVisibleTo(page) == bool(shown and shown.all)
        assert len(lines) == (2 if shown is reminders else 0)
        if shown is reminders:
            assert lines[0].endswith(": 2")
            page._to_think_of.findChildren(QAbstractButton)[0].click()
    assert opened == ["employer_over"]
    assert Narrow(opened[0]) in NEEDS
