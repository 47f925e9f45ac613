"""The form page by keys alone, in every stage, at every text size; and how few keys it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Education, Status
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.whole_words import cut_words, room
from tests.ui.form.form_desk import FormDesk, typed
from ui.infra.keyboard import install_keys
from ui.screens.form.page import FormAct
from ui.screens.form.port import draft_key
from ui.screens.form.presenter import FormPresenter
from ui.screens.form.typed import TypedForm, TypedJob
from ui.screens.form.view import FormView, connect
from ui.theme.theme import apply_theme
from ui.widgets.text_field import TextField

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
K = ApplicationKind


class Opened:
    def __init__(self, desk: FormDesk, qtbot: QtBot) -> None:
        self.desk, self.view, self.strokes = desk, FormView(), 0
        qtbot.addWidget(self.view)
        self.presenter = FormPresenter(
            self.view, InlineTasks(), desk.went, desk.form_jobs, desk.file_id, desk.application
        )
        self.wires = connect(self.view, self.presenter)
        desk.went.heard = self.presenter.changed
        self.view.resize(room(), 600)
        self.view.show()
        self.view.activateWindow()
        self.presenter.opened()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key stroke that is no data."""
        self.strokes += 1
        QTest.keyClick(self.view.focusWidget(), key, modifiers)

    def types(self, words: str) -> None:
        """Data, into whatever has the focus; a choice is typed by its first letter."""
        QTest.keyClicks(self.view.focusWidget(), words)

    def fills(self, form: TypedForm) -> None:
        self.view.fill(form)
        self.presenter.edited(form)


@pytest.fixture(autouse=True)
def keys(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    installed = install_keys(qapp)
    yield
    qapp.removeEventFilter(installed)
    apply_theme(qapp)


def test_a_new_persons_form_takes_eight_keys_beyond_the_data(desk: FormDesk, qtbot: QtBot) -> None:
    desk.begins()
    page = Opened(desk, qtbot)

    for data in ("0500001234", "", "H", "muhasib", "muhasib", "", "O"):  # address and district stay
        page.types(data)
        page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Return, CONTROL)

    assert desk.state() is ApplicationState.WAITING_MAS
    with desk.desk.open_reading() as reading:
        file = reading.file(desk.file_id)
    assert file.phone == "+994500001234"
    assert file.profile == WorkProfile(
        Education.HIGHER, specialty="muhasib", wanted="muhasib", by_public_transport=True
    )
    assert page.strokes == 8


def test_a_known_persons_form_takes_one_key(desk: FormDesk, qtbot: QtBot) -> None:
    told = {"education": "higher", "specialty": "mühasib", "wanted": "mühasib", "by_public_transport": True}
    desk.begins(answer={"profile": told}, phone="+994500001234")
    page = Opened(desk, qtbot)

    page.press(Qt.Key.Key_Return, CONTROL)

    assert desk.state() is ApplicationState.WAITING_MAS


def test_what_is_missing_is_reached_by_its_key(desk: FormDesk, qtbot: QtBot) -> None:
    desk.begins()
    page = Opened(desk, qtbot)

    page.press(Qt.Key.Key_7, ALT)
    page.types("satici")
    page.press(Qt.Key.Key_Return, CONTROL)  # not everything is there: the caret goes to what comes first

    assert desk.state() is ApplicationState.OPEN
    focused = page.view.focusWidget()
    assert isinstance(focused, TextField)
    assert focused.accessibleName() == "Mobile number"
    assert "mobile number is missing" in focused.accessibleDescription()
    qtbot.waitUntil(lambda: desk.drafts.load(draft_key(desk.application)) is not None, timeout=1000)


def test_jobs_are_added_filled_and_removed_by_keys(desk: FormDesk, qtbot: QtBot) -> None:
    desk.begins()
    page = Opened(desk, qtbot)
    page.press(Qt.Key.Key_Y, ALT)
    page.press(Qt.Key.Key_N, ALT)
    for data in ("kassir", "Sinaq MMC", "2", "6", "ixtisar"):
        page.types(data)
        page.press(Qt.Key.Key_Return)

    form = page.view._middle.read_into(TypedForm())

    assert form.jobs == (TypedJob("kassir", "Sinaq MMC", "2", "6", "ixtisar"),)
    page.presenter.job_removed(0)
    assert page.view._middle.read_into(TypedForm()).jobs == ()


def test_taking_back_is_safe_by_enter_and_done_by_ctrl_enter(desk: FormDesk, qtbot: QtBot) -> None:
    desk.begins()
    page = Opened(desk, qtbot)
    page.press(Qt.Key.Key_G, ALT)
    page.press(Qt.Key.Key_Return)
    assert desk.state() is ApplicationState.OPEN

    page.press(Qt.Key.Key_G, ALT)
    page.press(Qt.Key.Key_Return, CONTROL)

    assert desk.state() is ApplicationState.WITHDRAWN


def test_a_day_that_the_law_sets_cannot_be_typed_and_the_typed_one_comes_back(
    desk: FormDesk, qtbot: QtBot
) -> None:
    desk.begins(K.REMOVAL)
    page = Opened(desk, qtbot)
    own = TypedForm(ground="removal.own_request", starts_on="24.11.2026", ends_on="20.03.2027")
    page.fills(own)
    ends = page.view._middle.ending.fields["ends_on"].editor
    assert isinstance(ends, TextField)

    page.presenter.edited(TypedForm(ground="removal.declined_unemployed", starts_on="24.11.2026"))
    assert ends.isReadOnly()
    assert ends.text() == "24.11.2027"
    page.presenter.edited(own)
    assert not ends.isReadOnly()
    assert ends.text() == "20.03.2027"


def _filled(page: Opened) -> None:
    page.fills(typed(phone="0501", jobs=(TypedJob("satıcı", "“Sınaq Ticarət və İstehsalat” MMC", "x"),)))
    page.presenter.send_pressed()


def _sent(page: Opened) -> None:
    page.fills(typed())
    page.presenter.send_pressed()


def _done(page: Opened) -> None:
    _sent(page)
    for came in (page.desk.server_has_it, page.desk.confirmed, page.desk.accepted):
        page.presenter.changed(came())


def _taking_back(page: Opened) -> None:
    page.presenter.act_chosen(FormAct.WITHDRAW)


def _nothing(_: Opened) -> None:
    pass


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    ("kind", "then"),
    [
        (K.JOBSEEKER, _filled),
        (K.JOBSEEKER, _sent),
        (K.JOBSEEKER, _done),
        (K.JOBSEEKER, _taking_back),
        (K.REMOVAL, _nothing),
        (K.CANCELLATION, _nothing),
        (K.RESUMPTION, _nothing),
    ],
)
def test_nothing_is_cut(
    desk: FormDesk, qtbot: QtBot, qapp: QApplication, kind: K, then: Callable[[Opened], None], scale: float
) -> None:
    apply_theme(qapp, "light", scale)
    desk.begins(kind)
    page = Opened(desk, qtbot)
    then(page)
    qtbot.waitUntil(lambda: cut_words(page.view) == [], timeout=2000)


def test_a_built_page_shows_the_next_case_and_nothing_of_the_last(desk: FormDesk, qtbot: QtBot) -> None:
    desk.begins()
    page = Opened(desk, qtbot)
    _filled(page)
    page.press(Qt.Key.Key_Y, ALT)
    page.wires.cut()
    desk.runs.finish()
    desk.next_person()
    desk.begins(K.JOBSEEKER, Status.NOT_REGISTERED)

    page.view.begin()
    following = FormPresenter(
        page.view, InlineTasks(), desk.went, desk.form_jobs, desk.file_id, desk.application
    )
    wires = connect(page.view, following)
    following.opened()

    form = page.view._middle.read_into(TypedForm())
    assert (form.specialty, form.jobs, form.phone) == ("", (), "")
    assert not page.view._middle.jobseeker.jobs.is_open
    wires.cut()
