"""What can go wrong at the desk: said in Azerbaijani on the page, with what to do, and nothing typed is lost."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from dost_desktop.domain.attestation import Register
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.rows import NoticeFilter, NoticeRow
from dost_desktop.sync.report import Connection
from tests.ui.window.real_window import Case, RealWindow, bring, outage, person_of
from ui.agent_key import AgentKey
from ui.parts.saved_bar import SavedBar
from ui.screens.application.view import ApplicationView
from ui.screens.intake.view import IntakeView
from ui.screens.notices.view import NoticesView
from ui.screens.refusal.view import RefusalView

_OPEN, _TO_SIGN, _BY_HAND = "found 4.1.3 farm_member", "found 4.1.3 land_share", "found 4.1.6"
_ISSUED = "found 4.1.3 entrepreneur"


@pytest.fixture(scope="module")
def cases(practice: PracticeOffice, facts: PracticeFacts, qapp: QApplication) -> dict[str, Case]:
    brought = bring(practice, facts, _OPEN, _TO_SIGN, _BY_HAND)
    return brought | bring(practice, facts, _ISSUED, refused=True)


@pytest.fixture(scope="module")
def window(practice, facts, cases, qapp, tmp_path_factory) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, practice, facts, tmp_path_factory.mktemp("pictures"))
    opened.sign_in()
    yield opened
    opened.close()


@pytest.fixture
def at(window: RealWindow) -> RealWindow:
    window.start_over()
    return window


def typed_in(at: RealWindow) -> QLineEdit:
    focus = at.app.focusWidget()
    assert isinstance(focus, QLineEdit)
    return focus


def intake(at: RealWindow, number: str = "") -> IntakeView:
    at.session.start_intake(None, number)
    at.wait("the intake page", lambda: isinstance(at.view(), IntakeView) and at.view().isVisible())
    at.rest()
    view = at.view()
    assert isinstance(view, IntakeView)
    return view


def refusal(at: RealWindow, case: Case) -> RefusalView:
    at.session.open_refusal(case.file_id, case.application)
    at.wait("the refusal", lambda: isinstance(at.view(), RefusalView) and at.view()._form.reasoning.text())
    at.rest(400)
    view = at.view()
    assert isinstance(view, RefusalView)
    return view


def with_papers(at: RealWindow) -> IntakeView:
    with outage(at.practice, Register.PERSON, Register.PERMITS):
        view = intake(at, person_of(at.facts, "unemployed")["number"])
        at.wait("the papers", view._middle.papers.isVisible)
    return view


def write(view: IntakeView, field: str, text: str, at: RealWindow) -> None:
    view._middle.papers.fields[field].editor.setFocus()
    at.rest(50)
    at.type(text)
    at.hands.press("Tab")
    at.rest(100)


def test_a_wrong_password_stays_in_its_field_selected(at):
    at.hands.press("Ctrl+L")
    at.type("yanlis parol")
    at.hands.press("Enter")
    at.wait("the message", lambda: at.says_problem("signin.wrong"))
    assert typed_in(at).selectedText()
    assert len(typed_in(at).text()) == len("yanlis parol")


TYPED = {
    "the letter O for the digit 0": ("found 4.1.1", lambda number: "O" + number[1:], "pin.letter_o"),
    "a number nobody has": ("found 4.1.1", lambda number: number[::-1], "pin.not_found"),
}


@pytest.mark.parametrize("what", TYPED)
def test_a_number_that_cannot_be_or_is_nobodys_is_said_under_it(at, what):
    case, change, problem = TYPED[what]
    intake(at)
    number = change(person_of(at.facts, case)["number"])
    at.type(number)
    at.hands.press("F9")
    at.wait(what, lambda: at.says_problem(problem))
    assert at.view()._who.number.text() == number


def test_a_card_with_a_wrong_check_digit_is_said_under_the_number(at):
    intake(at)
    lines = person_of(at.facts, "found 4.1.1")["mrz"].splitlines()
    born = str((int(lines[1][0]) + 1) % 10) + lines[1][1:]
    at.hands.scan("\n".join([lines[0], born, lines[2]]))
    at.wait("the message", lambda: at.says_problem("card.check_digit"))


PAPERS = {
    "an expired card": ("valid_until", "01.02.2020", "document.expired"),
    "a birth in the future": ("birth_date", "01.01.2090", "date.in_future"),
}


@pytest.mark.parametrize("what", PAPERS)
def test_papers_that_cannot_be_are_said_at_their_field(at, what):
    field, text, problem = PAPERS[what]
    view = with_papers(at)
    write(view, field, text, at)
    at.wait(what, lambda: at.says_problem(problem))
    assert view._middle.papers.fields[field].problem
    assert view._middle.papers.fields[field].editor.text() == text


def test_a_child_is_a_note_and_no_hindrance(at):
    intake(at, person_of(at.facts, "under 15")["number"])
    at.wait("the note", lambda: at.says_problem("age.under_15"))


def test_a_second_application_leads_to_the_open_one(at):
    view = intake(at, person_of(at.facts, _OPEN)["number"])
    at.wait("the message", lambda: at.says_problem("application.already_open"))
    assert view._continue._reason


def test_a_silent_register_opens_the_papers_and_keeps_the_number(at):
    view = with_papers(at)
    assert view._who.number.text() == person_of(at.facts, "unemployed")["number"]
    assert at.says_problem("register.unreachable")


def test_without_the_central_system_the_papers_open_and_the_strip_says_so(at):
    at.practice.stop_central()
    view = intake(at, person_of(at.facts, "found 4.1.5")["number"])
    at.wait("the papers", view._middle.papers.isVisible)
    at.session.sync_now()
    at.wait("the strip", lambda: at.session.sync_state.connection is Connection.OFFLINE)
    at.practice.start_central()
    at.session.sync_now()
    at.wait("the line", lambda: at.session.sync_state.connection is Connection.ONLINE)
    assert view._who.number.text()


def test_a_wrong_token_pin_is_said_at_its_field_and_the_reasoning_stays(at, cases):
    view = refusal(at, cases[_TO_SIGN])
    at.type(" Elave.")
    words = view._form.reasoning.text()
    at.hands.press("Ctrl+Enter")
    at.rest(500)
    at.type("000000")
    at.hands.press("Ctrl+Enter")
    at.rest(300)
    at.hands.press("Ctrl+Enter")
    at.wait("the message", lambda: at.says_problem("sign.pin_wrong_file"))
    assert view._form.reasoning.text() == words


def test_without_a_certificate_the_same_notice_is_signed_by_hand(at, cases, monkeypatch):
    session = at.session
    without = AgentKey(None, session.office.paths.trust, session.signed_in.agent.name)
    monkeypatch.setattr(session, "key", without)
    refusal(at, cases[_BY_HAND])
    at.hands.press("Ctrl+Enter")
    at.rest(600)
    at.hands.press("Ctrl+Enter")
    at.wait("the notice", lambda: at.says("Yazılı cavab verildi"))


def test_a_printer_that_is_not_there_is_said(at, monkeypatch):
    monkeypatch.setattr(at.session.paper, "_printer", "nosuch")
    with outage(at.practice, Register.EMPLOYED_PERSONS):
        intake(at, person_of(at.facts, "found 4.1.4")["number"])
        at.wait("MEİS", lambda: not at.view()._continue._reason)
        at.hands.press("Ctrl+Enter")
        at.wait("the case", lambda: isinstance(at.view(), ApplicationView) and at.says("Qəbzi çap et"))
        at.hands.press("Ctrl+P")
        at.wait("the message", lambda: at.says_problem("print.no_printer"))


def test_without_a_printer_the_page_says_where_the_answer_was_saved(at, cases):
    opens_answer(at, cases)
    at.hands.press("Ctrl+P")
    bar = at.wait("the bar", lambda: at.window.findChild(SavedBar))
    folder = at.session.office.paths.notices
    assert bar.accessibleDescription() == str(folder)
    assert list(folder.glob("*.pdf"))
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0
    at.session.show_queue()
    at.wait("the next page", lambda: not at.window.findChild(SavedBar))


def test_a_restored_desk_says_on_the_queue_what_still_works(at, monkeypatch):
    monkeypatch.setattr(at.session.signed_in.database, "issuing_locked", True)
    at.session.show_queue()
    words = "Bu baza köhnə nüsxədir: nömrə verilmir."
    at.wait("the bar", lambda: at.says(words))
    at.session.show_persons("")
    at.wait("the next page", lambda: not at.says(words))
    at.session.show_queue()
    at.wait("the bar again", lambda: at.says(words))
    monkeypatch.undo()
    at.session.sync_now()
    at.wait("numbers again", lambda: not at.says(words))


def test_a_paper_that_comes_out_after_the_lock_is_a_copy_all_the_same(at, cases):
    before = opens_answer(at, cases)
    at.hands.press("Ctrl+P")
    at.hands.press("Ctrl+L")
    assert at.window._is_covered()
    at.rest(4000)
    at.type(at.agent.password)
    at.hands.press("Enter")
    at.wait("the work again", lambda: not at.window._is_covered())
    at.wait("the copy", lambda: answer(at, cases).copies == before.copies + 1)


def answer(at: RealWindow, cases: dict[str, Case]) -> NoticeRow:
    """The newest written answer of the person who was refused before."""
    with at.session.desk.open_reading() as reading:
        return reading.notices(NoticeFilter(file_id=cases[_ISSUED].file_id))[0]


def opens_answer(at: RealWindow, cases: dict[str, Case]) -> NoticeRow:
    """The journal with this answer chosen, read whole."""
    row = answer(at, cases)
    at.session.show_notices(row.id)
    at.wait("the answer", lambda: isinstance(at.view(), NoticesView) and at.says(row.number))
    at.wait("what was verified", lambda: at.says("1. Sertifikat imzalayanındır"))
    return row
