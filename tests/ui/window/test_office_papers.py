"""Papers of the office come out of the real window: without a printer they lie in the desk's folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.practice import PracticeFacts, PracticeOffice
from tests.ui.window.real_window import Case, RealWindow, bring
from ui.parts.saved_bar import SavedBar

_OPEN = "expired card"


@pytest.fixture(scope="module")
def case(practice: PracticeOffice, facts: PracticeFacts, qapp: QApplication) -> Case:
    return bring(practice, facts, _OPEN)[_OPEN]


@pytest.fixture(scope="module")
def at(practice, facts, case, qapp, tmp_path_factory) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, practice, facts, tmp_path_factory.mktemp("pictures"))
    opened.sign_in()
    yield opened
    opened.close()


def saved(at: RealWindow, name: str) -> Path:
    """The file of this name, once the window says where it lies."""
    folder = at.session.office.paths.notices
    at.wait("the paper", lambda: list(folder.glob(f"{name}*.pdf")) and at.window.findChild(SavedBar))
    at.session.show_queue()
    at.wait("the next page", lambda: not at.window.findChild(SavedBar))
    return next(folder.glob(f"{name}*.pdf"))


def test_extract_and_form_are_saved_and_nothing_is_confirmed_that_does_not_stand(
    at: RealWindow, case: Case
) -> None:
    at.session.paper.file_extract(case.file_id, "banka təqdim etmək üçün")
    with pikepdf.open(saved(at, "FƏRDİ MƏŞĞULLUQ VƏRƏQİNDƏN ÇIXARIŞ")) as extract:
        assert str(extract.docinfo["/Title"]) == "FƏRDİ MƏŞĞULLUQ VƏRƏQİNDƏN ÇIXARIŞ"

    at.session.paper.form(case.file_id, case.application)
    saved(at, "ƏRİZƏ")

    at.session.paper.confirmation(case.file_id, case.application)
    at.wait("the message", lambda: at.says_problem("paper.nothing_to_print"))
    at.session.show_queue()
    at.session.paper.referral(case.file_id, case.application)
    at.wait("the message", lambda: at.says_problem("paper.nothing_to_print"))
