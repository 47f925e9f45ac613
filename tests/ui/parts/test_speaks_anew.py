"""On an open application: another paper, another representative, or the person came."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import GUNAY, RealDesk
from tests.fakes.representing import KAMRAN, AskedOfRepresentatives, a_speaker, acts_on
from tests.ui.parts.test_representative import POWER, View
from ui.parts.handing import Recipients
from ui.parts.representative.anew import AnewShown, Speaks, SpeaksAnew


class AnewSection:
    """Keeps what was shown last."""

    shown: AnewShown

    def __init__(self) -> None:
        self.block = View()

    def show_now(self, shown: AnewShown) -> None:
        self.shown = shown


class Opened:
    """The section of a case for which ``applied`` speaks."""

    def __init__(self, desk: RealDesk, applied: Representative | None) -> None:
        self.view, self.recorded = AnewSection(), list[Representative | None]()
        self.case = Recipients(GUNAY.full_name, NumberKind.PIN, GUNAY.number, applied, uuid4())
        acts = acts_on(desk, AskedOfRepresentatives(desk.clock))
        self.presenter = SpeaksAnew(
            self.view, InlineTasks(), acts, self.recorded.append, changed=lambda: None
        )
        self.presenter.open(self.case, {})


def test_the_same_one_by_another_paper(desk: RealDesk) -> None:
    page = Opened(desk, a_speaker())
    form = page.presenter.block.form
    assert page.view.shown.choices == (Speaks.SAME, Speaks.OTHER, Speaks.PERSON)
    assert (form.number, form.paper_number, form.scope) == (KAMRAN.number, "", "")

    page.presenter.confirmed()  # nothing of the new paper is typed yet
    assert page.recorded == []
    page.presenter.block.typed(replace(POWER, paper_number="9-1"))
    page.presenter.confirmed()
    assert [each.paper_number for each in page.recorded if each] == ["9-1"]


def test_a_paper_that_does_not_hold_is_recorded_and_said_to_stop_the_case(desk: RealDesk) -> None:
    page = Opened(desk, None)
    assert page.view.shown.choices == (Speaks.OTHER,)
    page.presenter.block.typed(replace(POWER, paper_date=""))
    page.presenter.block.asked()
    assert page.view.shown.problem is not None
    assert page.view.shown.problem.problem == "poa.no_date"

    page.presenter.confirmed()
    assert page.recorded
    assert page.recorded[0] is not None
    assert page.recorded[0].paper_date is None


def test_the_person_came_and_speaks_alone(desk: RealDesk) -> None:
    page = Opened(desk, a_speaker())
    page.presenter.chosen(Speaks.PERSON)
    assert page.view.shown.problem is None
    page.presenter.confirmed()
    assert page.recorded == [None]


def test_what_was_typed_comes_back_from_the_draft(desk: RealDesk) -> None:
    page = Opened(desk, a_speaker())
    assert page.presenter.content() == {}
    page.presenter.chosen(Speaks.OTHER)
    page.presenter.block.typed(replace(POWER, paper_number="9-1"))
    kept = page.presenter.content()

    again = Opened(desk, a_speaker())
    again.presenter.open(page.case, kept)
    assert again.view.shown.chosen is Speaks.OTHER
    assert again.presenter.block.form.paper_number == "9-1"
