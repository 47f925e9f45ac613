"""The list under the hand: the caret is never left on nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import RealDesk
from ui.screens.applications.listing import Listing, Narrow, Which
from ui.screens.applications.presenter import ApplicationsPresenter
from ui.screens.applications.view import ApplicationsView, connect


def test_the_caret_goes_where_something_can_be_done(desk: RealDesk, qtbot: QtBot, qapp: QApplication) -> None:
    view = ApplicationsView()
    qtbot.addWidget(view)
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, Listing(desk.desk))
    wires = connect(view, presenter)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.focus_list()
    presenter.opened()  # nothing is there yet
    assert qapp.focusWidget() is view._new
    desk.opens()
    presenter.reload()
    assert qapp.focusWidget() is view._table
    view._which.chosen.emit(Which.NEEDS)
    assert view._narrow.isVisible()
    assert view._narrow.value() == Narrow.EVERY
    assert qapp.focusWidget() is view._new
    wires.cut()
