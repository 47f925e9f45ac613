"""The list of applications over a real desk: what waits is found again, and how much of its term is used."""

from __future__ import annotations

from datetime import timedelta

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import FormOfApplication
from dost_desktop.ports import Unanswered
from tests.domain.builders import a_representative
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import WORKS, RealDesk
from ui.screens.applications.presenter import ApplicationsPresenter, Found, Which, Whose


class View:
    def __init__(self) -> None:
        self.found: Found | None = None
        self.which = Which.OPEN
        self.problem: AgentError | None = None

    def show_found(self, found: Found, which: Which) -> None:
        self.found, self.which = found, which

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def numbers(self) -> list[str]:
        assert self.found is not None
        return [each.row.number[-4:] for each in self.found.rows]


def test_a_waiting_application_is_found_by_its_filter_and_opened(desk: RealDesk) -> None:
    refused = desk.opens()
    desk.checks(*refused, WORKS)
    desk.refuses(*refused)
    desk.next_person()
    waiting = desk.opens()
    desk.checks(*waiting, Unanswered.OFFLINE)
    view = View()
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, desk.desk)

    presenter.opened()
    assert view.numbers() == ["4801"]
    assert view.found is not None
    assert view.found.waiting == 1
    presenter.which_chosen(Which.WAITING)
    presenter.row_opened(waiting[1])
    assert desk.went.to == ["case"]

    presenter.which_chosen(Which.REFUSED)
    assert view.numbers() == ["4800"]
    presenter.which_chosen(Which.ALL)
    assert view.numbers() == ["4801", "4800"]


def test_the_term_is_counted_in_working_days(desk: RealDesk) -> None:
    desk.opens()
    view = View()
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, desk.desk)
    used: list[int] = []
    for days in (0, 1, 4, 7, 9):  # from Tuesday 24 November 2026
        desk.clock.moment += timedelta(days=days)
        presenter.reload()
        assert view.found is not None
        used.append(view.found.rows[0].used)
        desk.clock.moment -= timedelta(days=days)

    assert used == [0, 1, 3, 5, 7]


def test_mine_and_this_desk_are_filters_of_the_query(desk: RealDesk) -> None:
    desk.opens()
    view = View()
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, desk.desk)
    for whose in Whose:
        presenter.whose_chosen(whose)
        assert view.numbers() == ["4800"]


def test_the_form_of_application_is_a_filter(desk: RealDesk) -> None:
    desk.opens()
    desk.next_person()
    desk.opens(form=FormOfApplication.REPRESENTATIVE, representative=a_representative())
    view = View()
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, desk.desk)
    presenter.opened()
    assert view.numbers() == ["4801", "4800"]

    presenter.form_chosen(FormOfApplication.REPRESENTATIVE)
    assert view.numbers() == ["4801"]
    presenter.form_chosen(FormOfApplication.SELF_SERVICE)
    assert view.numbers() == []
    presenter.form_chosen(None)
    assert view.numbers() == ["4801", "4800"]
