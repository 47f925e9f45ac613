"""The person's page by keys alone, and nothing cut at any text size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dost_desktop.domain import acts
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.services.link_files import LinkFiles
from tests.domain.builders import a_paper, a_person_answer
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import GUNAY, NOW, WORKS, RealDesk
from tests.fakes.whole_words import cut_words, room
from ui.infra.keyboard import install_keys
from ui.screens.person.connecting import connect
from ui.screens.person.extracting import ExtractFor
from ui.screens.person.page import Contact, TypedIdentity
from ui.screens.person.port import PersonJobs
from ui.screens.person.presenter import PersonPresenter
from ui.screens.person.view import PersonView
from ui.theme.theme import apply_theme
from ui.widgets.action_button import ActionButton
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Opened:
    def __init__(self, desk: RealDesk, jobs: PersonJobs, qtbot: QtBot, *, papers: bool = False) -> None:
        self.desk = desk
        self.file_id, application = desk.opens()
        desk.checks(self.file_id, application, WORKS)
        desk.refuses(self.file_id, application)
        if papers:
            desk.opens(attestation=None, paper=a_paper(), unreachable_at=NOW)
        else:
            desk.opens()
        self.twin, _ = desk.opens(replace(GUNAY, number="8AB3C4D", document_number="AZE12345678"))
        old, _ = desk.opens(replace(GUNAY, number="2AB3C4D"), phone="")
        LinkFiles(desk.desk)(self.file_id, old, "Köhnə vəsiqəni də göstərdi.")
        self.view = PersonView(lambda ground: ground)
        qtbot.addWidget(self.view)
        self.presenter = PersonPresenter(self.view, InlineTasks(), desk.went, jobs, self.file_id)
        self.wires = connect(self.view, self.presenter)
        desk.went.heard = self.presenter.changed
        self.view.resize(room(), 600)
        self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.presenter.opened()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view.focusWidget(), key, modifiers)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.view.focusWidget(), words)


@pytest.fixture(autouse=True)
def keys(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    installed = install_keys(qapp)
    yield
    qapp.removeEventFilter(installed)
    apply_theme(qapp)


@pytest.mark.parametrize(
    ("key", "modifiers", "place"),
    [
        (Qt.Key.Key_Return, CONTROL, "case"),
        (Qt.Key.Key_N, CONTROL, "intake"),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, f"persons {GUNAY.number}"),
    ],
)
def test_one_key_leads_on(
    desk: RealDesk, jobs: PersonJobs, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, place: str
) -> None:
    page = Opened(desk, jobs, qtbot)
    assert isinstance(page.view.focusWidget(), ActionButton)
    page.press(key, modifiers)
    assert desk.went.to == [place]


def test_a_mobile_number_is_put_right_by_keys_alone(desk: RealDesk, jobs: PersonJobs, qtbot: QtBot) -> None:
    page = Opened(desk, jobs, qtbot)
    page.press(Qt.Key.Key_E, ALT)
    assert isinstance(page.view.focusWidget(), TextField)
    page.type("0500001299")
    page.press(Qt.Key.Key_Return)
    page.type("gunay@")
    page.press(Qt.Key.Key_S, CONTROL)  # wrong: the caret stays, the words say why
    assert page.view.contact._fields["email"].problem
    page.type("example.az")
    page.press(Qt.Key.Key_Return)
    page.type("Sumgayit s., Sinag kuc. 3")
    page.press(Qt.Key.Key_Tab)
    page.press(Qt.Key.Key_Space)  # it was a typing error
    page.press(Qt.Key.Key_S, CONTROL)
    with desk.database.open_reading() as reading:
        file, act = reading.file(page.file_id), reading.events(page.file_id)[-1].event.act()
    assert (file.phone, file.email) == ("+994500001299", "gunay@example.az")
    assert isinstance(act, acts.RecordContact)
    assert (act.address, act.corrects) == ("Sumgayit s., Sinag kuc. 3", True)
    assert page.view.focusWidget() is page.view._who._change


def test_a_name_from_papers_is_corrected_by_keys_alone(
    desk: RealDesk, jobs: PersonJobs, qtbot: QtBot
) -> None:
    page = Opened(desk, jobs, qtbot, papers=True)
    page.press(Qt.Key.Key_A, ALT)
    assert page.view.focusWidget() is page.view.identity.first_editor
    page.press(Qt.Key.Key_A, CONTROL)
    page.type("Cinarova")
    page.press(Qt.Key.Key_S, CONTROL)
    with desk.database.open_reading() as reading:
        file = reading.file(page.file_id)
    assert file.identity is not None
    assert file.identity.full_name == "Cinarova Günay Rəşad qızı"
    assert page.view.focusWidget() is page.view._who._correct


def test_a_mistyped_number_is_repaired_by_keys_alone(desk: RealDesk, jobs: PersonJobs, qtbot: QtBot) -> None:
    page = Opened(desk, jobs, qtbot)
    desk.registers.answer = a_person_answer(replace(GUNAY, number="7AB3C4D"))
    page.press(Qt.Key.Key_Y, ALT)
    assert page.view.focusWidget() is page.view.misfile.number
    page.type("7ab3c4d")
    page.press(Qt.Key.Key_Return)
    page.type("bir isare sehv")  # the caret stands in the reason once the person is known
    page.press(Qt.Key.Key_S, CONTROL)
    right = desk.desk.file_of(NumberKind.PIN, "7AB3C4D")
    with desk.database.open_reading() as reading:
        here, there = reading.file(page.file_id), reading.file(right)
    assert here.belongs_to == {right}
    assert there.also_in == {page.file_id}
    assert [each.state for each in here.applications] == [ApplicationState.REFUSED, ApplicationState.MISFILED]
    assert page.view.focusWidget() is page.view._primary


def marked(page: Opened) -> None:
    """An event belongs to another person's file."""
    desk = page.desk
    with desk.database.open_work() as work:
        wrong = work.events(page.file_id)[1].event.content.id
        desk.desk.act(work, page.file_id, [acts.RecordInWrongFile(wrong, page.twin, "Başqa şəxs idi.")])
        work.commit()
    page.presenter.opened()


def test_a_review_is_closed_by_keys_alone(desk: RealDesk, jobs: PersonJobs, qtbot: QtBot) -> None:
    page = Opened(desk, jobs, qtbot)
    marked(page)
    page.press(Qt.Key.Key_G, ALT)
    assert page.view.focusWidget() is page.view.review.editor
    page.press(Qt.Key.Key_S, CONTROL)  # without a finding: said at the field
    assert page.view.review.field.problem
    page.type("Vesiqe ile tutusduruldu")
    page.press(Qt.Key.Key_S, CONTROL)
    with desk.database.open_reading() as reading:
        assert reading.file(page.file_id).review == ()
    assert page.view.focusWidget() is page.view._primary
    page.press(Qt.Key.Key_G, ALT)  # nothing is marked any more
    assert not page.view.review.isVisibleTo(page.view)


def test_two_files_are_compared_and_linked_by_keys_alone(
    desk: RealDesk, jobs: PersonJobs, qtbot: QtBot
) -> None:
    page = Opened(desk, jobs, qtbot)
    page.press(Qt.Key.Key_D, ALT)
    assert isinstance(page.view.focusWidget(), TextArea)
    page.press(Qt.Key.Key_S, ALT)  # without a reason: said at the field
    assert page.view.compare._field.problem
    page.type("eyni adam")
    page.press(Qt.Key.Key_S, ALT)
    with desk.database.open_reading() as reading:
        assert page.twin in reading.file(page.file_id).linked
    assert page.view.focusWidget() is page.view._primary


def test_a_file_that_was_not_offered_is_linked_by_keys_alone(
    desk: RealDesk, jobs: PersonJobs, qtbot: QtBot
) -> None:
    page = Opened(desk, jobs, qtbot)
    other, _ = desk.opens(
        replace(GUNAY, number="4AB3C4D", given_name="Arzu", document_number="AB1"), phone=""
    )
    page.press(Qt.Key.Key_K, ALT)
    page.type("4ab3")
    page.press(Qt.Key.Key_Return)
    assert page.view.compare._number_field.problem
    page.type("c4d")
    page.press(Qt.Key.Key_Return)
    page.type("ad deyisib")  # the caret stands in the reason
    page.press(Qt.Key.Key_S, ALT)
    with desk.database.open_reading() as reading:
        assert other in reading.file(page.file_id).linked
        assert page.file_id in reading.file(other).linked


def test_what_is_typed_is_saved_within_a_second(desk: RealDesk, jobs: PersonJobs, qtbot: QtBot) -> None:
    page = Opened(desk, jobs, qtbot)
    page.press(Qt.Key.Key_E, ALT)
    page.type("050")
    with qtbot.waitSignal(page.view.saved, timeout=1000):
        pass
    assert [draft.content["phone"] for draft in desk.drafts.all()] == ["050"]


def test_tab_goes_left_middle_bar_right(desk: RealDesk, jobs: PersonJobs, qtbot: QtBot) -> None:
    page = Opened(desk, jobs, qtbot)
    page.view._who._change.setFocus()
    names = []
    for _ in range(11):
        page.press(Qt.Key.Key_Tab)
        names.append(type(page.view.focusWidget()).__name__)
    assert names[:6] == ["FullList", "FullList", "ActionButton", "FullList", "FullList", "ActionButton"]
    assert set(names[6:]) == {"_Row"}


def test_enter_opens_the_row_and_every_row_comes_into_sight(
    desk: RealDesk, jobs: PersonJobs, qtbot: QtBot
) -> None:
    page = Opened(desk, jobs, qtbot)
    history = page.view._history
    timeline = history._timeline
    for listing in (history._applications, history._notices):
        listing.setFocus()
        page.press(Qt.Key.Key_Return)
    assert desk.went.to == ["case", "notices"]
    QTest.qWait(100)  # words that wrap are laid out in a few turns of the event loop
    timeline.setFocus()
    page.press(Qt.Key.Key_End)
    assert timeline.currentIndex().row() == timeline.rows.rowCount() - 1
    row = timeline.visualRect(timeline.currentIndex())
    area = page.view._case.middle_area.viewport()
    top = timeline.viewport().mapTo(page.view, row.topLeft()).y()
    assert 0 <= top - area.mapTo(page.view, area.rect().topLeft()).y() <= area.height() - row.height()


def plain(page: Opened) -> None:
    """As it opens."""


def changing(page: Opened) -> None:
    page.presenter.change_contact()
    page.presenter.contact.edited(Contact("05", "x"))
    page.presenter.contact.record()


def correcting(page: Opened) -> None:
    page.presenter.correct_identity()
    typed = page.view.identity
    page.presenter.identity.edited(TypedIdentity("", "", "", "31.02.1991", "№ 1"))
    page.presenter.identity.record()
    assert typed.isVisibleTo(page.view)


def misfiling(page: Opened) -> None:
    page.presenter.record_in_wrong_file()
    for box in page.view.misfile._boxes:
        box.setChecked(False)
    page.presenter.misfiling.record()


def comparing(page: Opened) -> None:
    page.presenter.compare(page.twin)
    page.presenter.comparing.same_person()


def reviewing(page: Opened) -> None:
    marked(page)
    page.presenter.close_review()
    page.presenter.reviewing.record()


def profiling(page: Opened) -> None:
    page.press(Qt.Key.Key_M, ALT)
    page.presenter.profiling.edited({"graduated": "x", "jobs": [{"employer": "y"}]})
    page.presenter.profiling.record()


def extracting(page: Opened) -> None:
    page.press(Qt.Key.Key_P, CONTROL)
    page.presenter.extracting.edited(ExtractFor(""))
    page.press(Qt.Key.Key_P, CONTROL)


_SECTIONS = [plain, changing, comparing, correcting, misfiling, reviewing, profiling, extracting]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("then", _SECTIONS)
def test_nothing_is_cut(
    desk: RealDesk,
    jobs: PersonJobs,
    qtbot: QtBot,
    qapp: QApplication,
    scale: float,
    then: Callable[[Opened], None],
) -> None:
    apply_theme(qapp, "light", scale)
    page = Opened(desk, jobs, qtbot, papers=then is correcting)
    then(page)
    QTest.qWait(200)
    assert cut_words(page.view) == []
    focused = page.view.focusWidget()
    area = page.view.rect()
    assert area.contains(focused.mapTo(page.view, focused.rect().center()))
