"""Events of somebody new come while the roster cannot be asked: no alarm, nothing skipped; the next round has it."""

from __future__ import annotations

from typing import Any

from dost_desktop.sync.needs import NoAnswer, Silence
from tests.sync.desks import PracticeDesk
from tests.sync.line import between


class RosterOutOfReach:
    """The line on which the roster, and nothing else, is cut from some moment on."""

    def __init__(self, desk: PracticeDesk) -> None:
        self.is_cut, self._desk = False, desk
        between(desk, roster=self._answer)
        desk.syncs()

    def begins(self) -> None:
        """From now on; and the other agent came after the roster was fetched last."""
        self.is_cut = True
        with self._desk.database.open_work() as work:
            work.meta.set("roster", None)
            work.commit()

    def _answer(self, answer: Any) -> Any:
        return NoAnswer(Silence.CUT) if self.is_cut else answer


def test_news_of_somebody_new_wait_for_the_roster(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    line, file = RosterOutOfReach(desk), desk.file_of(people["found 4.1.1"])
    other_desk.syncs()
    other_desk.identifies(people["found 4.1.1"])
    other_desk.opens(file)
    other_desk.syncs()

    line.begins()
    report = desk.syncs(is_forced=False)
    assert report.state.alarms == ()
    assert report.state.silence is Silence.CUT
    assert desk.chain(file) == ()

    line.is_cut = False
    assert desk.syncs().state.alarms == ()
    assert desk.chain(file) == other_desk.chain(file) != ()


def test_a_click_on_top_of_somebody_new_waits_for_the_roster(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    line = RosterOutOfReach(desk)
    file = desk.identifies(people["found 4.1.1"])
    desk.calls_in(file, "+994502000001")
    other_desk.syncs()
    other_desk.identifies(people["found 4.1.1"])
    other_desk.syncs()

    line.begins()
    report = desk.syncs(is_forced=False)
    assert report.state.alarms == ()
    assert report.state.waiting == 2

    line.is_cut = False
    state = desk.syncs().state
    assert (state.alarms, state.waiting) == ((), 0)
    theirs = other_desk.chain(file)
    assert desk.chain(file)[: len(theirs)] == theirs
