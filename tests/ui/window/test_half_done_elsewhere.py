"""What an agent at another desk left half-done goes on in this window, by keyboard, with all that was typed there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication
from typer.testing import CliRunner

from central_api.cli import app
from dost_desktop.office import Office, SignedIn
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.run_case import Case, PauseReason, RunCase, draft_key_of
from dost_desktop.services.serve_ticket import CallTicket
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.needs import Memory
from dost_desktop.sync.round import Place
from tests.ui.window.real_window import RealWindow
from ui.screens.intake.view import IntakeView
from ui.screens.queue.side_parts import HalfDone
from ui.widgets.action_button import ActionButton
from ui.widgets.draft_bar import DraftBar


@dataclass
class OtherDesk:
    """Desk B03-02 with another agent, without a window."""

    signed_in: SignedIn
    sync: Sync

    def leaves_half_done(self, number: str) -> Case:
        """Calls somebody, types a number, and puts the case aside."""
        cases = RunCase(self.signed_in.desk)
        case = CallTicket(cases, self.signed_in.queue)()
        assert isinstance(case, Case)
        KeepDrafts(self.signed_in.desk).save(
            draft_key_of(case.id), "intake", {"number": number}, ticket=case.ticket
        )
        cases.pause(PauseReason.PERSON)
        self.syncs()
        return case

    def syncs(self) -> None:
        self.sync.once(self.signed_in.desk.clock.now(), is_forced=True)


@pytest.fixture
def other(practice: PracticeOffice, facts: PracticeFacts, tmp_path: Path) -> Iterator[OtherDesk]:
    said = CliRunner().invoke(app, ["desks", "enrol-code", "B03", "--data", str(practice.central)])
    office = Office(tmp_path / "second")
    enrolled = office.enrol(practice.url, said.output.strip())
    agent = [each for each in facts.agents if each.role == "agent"][1]
    signed_in = office.sign_in(agent.agent, agent.password)
    memory = Memory(signed_in.database.open_reading, signed_in.database.open_work)
    ways = Ways(
        signed_in.central, memory, office.clock, office.law, Place(enrolled.desk, enrolled.centre.code)
    )
    yield OtherDesk(signed_in, Sync(ways, Random(1)))
    signed_in.close()


@pytest.fixture
def at(
    practice: PracticeOffice,
    facts: PracticeFacts,
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, practice, facts, tmp_path_factory.mktemp("pictures"))
    opened.sign_in()
    opened.start_over()
    yield opened
    opened.close()


def test_a_case_of_another_desk_goes_on_here(at: RealWindow, other: OtherDesk) -> None:
    case = other.leaves_half_done("5ZK9Q2W")
    at.hands.press("F5")
    desk = other.signed_in.desk.name
    at.wait("the other desk's case", lambda: at.says(f"{desk} · şəxs sənəd gətirməyə gedib"))
    at.hands.picture("elsewhere")
    part = at.view().findChild(HalfDone)
    assert isinstance(part, HalfDone)
    button = next(each for each in part.findChildren(ActionButton) if case.ticket in each.accessibleName())
    for _ in range(30):
        if at.app.focusWidget() is button:
            break
        at.hands.press("Tab")
    assert at.app.focusWidget() is button
    at.hands.press("Enter")
    at.wait("the intake", lambda: isinstance(at.view(), IntakeView))
    at.wait("the draft of there", lambda: at.view().findChild(DraftBar))
    assert at.session.case is not None
    assert (at.session.case.id, at.session.case.ticket) == (case.id, case.ticket)
