"""Scans of a paper on the intake: chosen, dropped, pasted, removed, kept in the draft and recorded with the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from dost_desktop.domain.acts import IdentifyPerson
from dost_desktop.domain.ids import NumberKind
from dost_desktop.ports import Unanswered, Worker
from tests.fakes.inline_tasks import InlineTasks
from tests.services.scans import a_pdf, a_picture
from tests.ui.intake.desk import PAPERS, HeldTasks, IntakeDesk
from ui.infra.keyboard import install_keys
from ui.pages.intake import wire
from ui.screens.intake.form import Form
from ui.screens.intake.presenter import IntakePresenter
from ui.screens.intake.view import IntakeView
from ui.widgets.action_button import ActionButton


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IntakeDesk]:
    desk = IntakeDesk(tmp_path / "desk")
    desk.registers.person = Unanswered.OFFLINE
    yield desk
    desk.close()


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "vəsiqə.png"
    path.write_bytes(a_picture())
    return path


@pytest.fixture
def permit(tmp_path: Path) -> Path:
    path = tmp_path / "icazə.pdf"
    path.write_bytes(a_pdf())
    return path


@pytest.fixture
def exe(tmp_path: Path) -> Path:
    path = tmp_path / "arayış.pdf"
    path.write_bytes(b"MZ" + bytes(100))
    return path


def names(desk: IntakeDesk) -> list[str]:
    return [scan.name for scan in desk.view.shown.scans[0].attached]


def problems(desk: IntakeDesk) -> list[tuple[str, str]]:
    said = desk.view.shown.scans[0].problems
    return [(each.name, getattr(each.error, "problem", each.error.code)) for each in said]


def with_papers(desk: IntakeDesk, tasks: InlineTasks | None = None) -> IntakePresenter:
    intake = desk.intake(tasks or InlineTasks())
    intake.typed(Form(number="5TK8R2M"))
    intake.ask()
    intake.typed(PAPERS)
    return intake


def test_the_paper_that_is_recorded_carries_its_scans(desk: IntakeDesk, card: Path, permit: Path) -> None:
    tasks = InlineTasks()
    intake = with_papers(desk, tasks)
    intake.scans.take(0, [card, permit, card])
    assert names(desk) == ["vəsiqə.png", "icazə.pdf"]
    assert tasks.asked.count(Worker.DOCUMENTS) == 3
    intake.continue_asked()
    with desk.database.open_reading() as reading:
        file_id = desk.desk.file_of(NumberKind.PIN, "5TK8R2M")
        acts = [each.event.act() for each in reading.events(file_id)]
        paper = next(act.paper for act in acts if isinstance(act, IdentifyPerson))
        assert paper is not None
        kept = [reading.blobs.get(sha256) for sha256 in paper.scans]
    assert kept == [card.read_bytes(), permit.read_bytes()]


def test_what_is_refused_is_said_by_name_and_nothing_else_is_lost(
    desk: IntakeDesk, card: Path, exe: Path
) -> None:
    intake = with_papers(desk)
    intake.scans.take(0, [exe, card])
    assert problems(desk) == [("arayış.pdf", "scan.disguised")]
    assert names(desk) == ["vəsiqə.png"]
    scanned = replace(PAPERS.papers[0], scans=desk.view.shown.scans[0].attached)
    assert desk.view.shown.form == PAPERS.with_paper(0, scanned)
    intake.scans.take(0, [])
    assert problems(desk) == [("", "scan.nothing_to_paste")]
    intake.scans.take(0, [card])
    assert problems(desk) == []


def test_a_paper_has_ten_scans_at_most(desk: IntakeDesk, tmp_path: Path) -> None:
    intake = with_papers(desk)
    paths = []
    for n in range(12):
        path = tmp_path / f"{n}.png"
        path.write_bytes(a_picture(600 + n, 600))
        paths.append(path)
    intake.scans.take(0, paths[:9])
    intake.scans.take(0, paths[9:])
    assert len(names(desk)) == 10
    assert problems(desk) == [("", "scan.too_many")]


def test_one_cannot_go_on_while_a_scan_is_being_read(desk: IntakeDesk, card: Path) -> None:
    tasks = HeldTasks()
    intake = with_papers(desk, tasks)  # type: ignore[arg-type]
    tasks.finish()
    intake.typed(PAPERS)
    intake.scans.take(0, [card])
    assert desk.view.shown.scans[0].reading == 1
    intake.continue_asked()
    assert desk.view.caret == "scans"
    assert desk.view.shown.off is not None
    assert desk.view.shown.off.problem == "scan.being_read"
    tasks.finish()
    assert getattr(desk.view.shown.off, "problem", "") == ""
    assert names(desk) == ["vəsiqə.png"]


def test_scans_come_back_with_the_draft_and_a_removed_one_does_not(
    desk: IntakeDesk, card: Path, permit: Path
) -> None:
    first = with_papers(desk)
    first.scans.take(0, [card, permit])
    first.scans.remove(0, desk.view.shown.scans[0].attached[0].sha256)
    first.leaving.pause()
    desk.cases.pause("")
    desk.cases.resume(desk.cases.paused()[0].id)
    again = desk.intake(InlineTasks())
    assert names(desk) == []
    again.draft_restored()
    assert names(desk) == ["icazə.pdf"]
    assert desk.view.form.surname == "Çinarlı"
    again.typed(replace(PAPERS, phone="050 000 12 34"))  # the page's fields know nothing of scans
    assert names(desk) == ["icazə.pdf"]


def test_a_scan_alone_is_worth_a_draft(desk: IntakeDesk, card: Path) -> None:
    intake = desk.intake(InlineTasks())
    intake.scans.take(0, [card])
    assert desk.drafts.load(intake.draft_key) is not None
    intake.scans.remove(0, desk.view.shown.scans[0].attached[0].sha256)
    desk.intake(InlineTasks())
    assert not desk.view.draft


@pytest.fixture
def page(qtbot: QtBot, desk: IntakeDesk) -> Iterator[IntakeView]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    keys = install_keys(app)
    view = IntakeView()
    view.begin()
    qtbot.addWidget(view)
    view.resize(1158, 600)
    view.show()
    view.activateWindow()
    presenter = desk.intake(InlineTasks(), view=view)
    wires = wire(view, presenter, desk.speaks)
    presenter.typed(Form(number="5TK8R2M"))
    presenter.ask()
    yield view
    wires.cut()
    app.removeEventFilter(keys)


def button(view: IntakeView, words: str) -> ActionButton:
    return next(each for each in view.findChildren(ActionButton) if each.accessibleName() == words)


def shown(view: IntakeView) -> list[str]:
    QTest.qWait(1)  # rows come into sight with the next turn of the event loop
    removes = (each.accessibleName() for each in view.findChildren(ActionButton) if each.isVisibleTo(view))
    return [name.removeprefix("Remove ") for name in removes if name.startswith("Remove ")]


def test_files_dropped_anywhere_on_the_section_are_taken(page: IntakeView, card: Path, exe: Path) -> None:
    section = page._middle.papers
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(card)), QUrl.fromLocalFile(str(exe))])
    buttons, held, actions = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction
    entering = QDragEnterEvent(QPoint(40, 40), actions.CopyAction | actions.MoveAction, mime, buttons, held)
    QApplication.sendEvent(section, entering)
    assert entering.isAccepted()
    assert entering.dropAction() is actions.CopyAction
    dropping = QDropEvent(QPointF(40, 40), actions.CopyAction | actions.MoveAction, mime, buttons, held)
    QApplication.sendEvent(section, dropping)
    assert shown(page) == ["vəsiqə.png"]
    assert section.scans.problem.startswith("arayış.pdf: ")
    assert not any(each.acceptDrops() for each in section.findChildren(QLineEdit))
    words = QMimeData()
    words.setText("file:///x")
    text = QDragEnterEvent(QPoint(40, 40), actions.CopyAction, words, buttons, held)
    text.ignore()
    QApplication.sendEvent(section, text)
    assert not text.isAccepted()


def test_a_picture_and_a_file_are_pasted_and_removed_by_keyboard(page: IntakeView, permit: Path) -> None:
    add = button(page, "Add a scan")
    page.focus("scans")
    assert add.hasFocus()
    picture = QImage(701, 640, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    QApplication.clipboard().setImage(picture)
    QTest.keyClick(add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown(page) == ["Pasted picture"]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(permit))])
    QApplication.clipboard().setMimeData(mime)
    russian = QKeyEvent(QEvent.Type.KeyPress, ord("М"), Qt.KeyboardModifier.ControlModifier, "м")
    QApplication.sendEvent(add, russian)
    assert shown(page) == ["Pasted picture", "icazə.pdf"]
    remove = button(page, "Remove Pasted picture")
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Return)
    assert shown(page) == ["icazə.pdf"]
    assert add.hasFocus()
    QApplication.clipboard().setText("no scan")
    QTest.keyClick(add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page._middle.papers.scans.problem.startswith("There is no file")


def test_the_key_opens_the_choice_of_files(qtbot: QtBot, page: IntakeView, card: Path) -> None:
    QTest.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = next(iter(page.findChildren(QFileDialog)))
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(card)])
    dialog.close()
    assert shown(page) == ["vəsiqə.png"]
