"""The sign-in page: Enter where the caret is, and a wrong password ready to be typed over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes.inline_tasks import InlineTasks
from tests.ui.sign_in.test_presenter import AYSEL, NOW, TURAL, WrongPassword
from ui.infra.keyboard import install_keys
from ui.screens.sign_in.presenter import SignInPresenter
from ui.screens.sign_in.view import SignInView
from ui.widgets.rows_view import RowsView


def test_enter_signs_in_and_a_wrong_password_stays_selected(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    keys = install_keys(app)
    view = SignInView(
        "Masa 7", now=lambda: NOW, keyboard_layout=lambda: "Azərbaycan (AZ)", caps_lock=lambda: True
    )
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    let_in: list[str] = []

    def sign_in(agent: str, password: str) -> str:
        if password != "düz":
            raise WrongPassword(tries_left=4)
        return agent

    presenter = SignInPresenter(view, InlineTasks(), sign_in, (AYSEL, TURAL), let_in.append)
    view.sign_in_asked.connect(presenter.sign_in_asked)
    view.agent_chosen.connect(presenter.agent_chosen)
    view.typed.connect(presenter.typed)
    presenter.opened()
    password = view.focusWidget()
    assert isinstance(password, QLineEdit)
    QTest.keyClicks(password, "yox")
    QTest.keyClick(password, Qt.Key.Key_Return)
    assert (let_in, password.selectedText() != "") == ([], True)
    password.setText("düz")
    QTest.keyClick(password, Qt.Key.Key_Return)
    assert let_in == ["aysel"]
    app.removeEventFilter(keys)


def test_tab_through_the_list_after_f4_leaves_the_typed_name_alone(qtbot: QtBot) -> None:
    view = SignInView("Masa 7", now=lambda: NOW, keyboard_layout=lambda: "AZ", caps_lock=lambda: False)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    presenter = SignInPresenter(view, InlineTasks(), lambda agent, _: agent, (AYSEL, TURAL), lambda _: None)
    view.agent_chosen.connect(presenter.agent_chosen)
    presenter.opened()
    presenter.other_asked()
    name = view.focusWidget()
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "yeni.agent")
    around = []
    for _ in range(8):
        focus = view.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        around.append(type(view.focusWidget()))
    assert RowsView in around
    assert (name.text(), name.isVisible()) == ("yeni.agent", True)

    [agents] = view.findChildren(RowsView)
    agents.setFocus()
    QTest.keyClick(agents, Qt.Key.Key_Down)

    assert not name.isVisible()  # an arrow chooses an agent
