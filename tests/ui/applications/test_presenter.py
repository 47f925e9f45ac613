"""The list of applications over a real desk: what waits is found again, and how much of its term is used."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.evidence import SuitabilityTest
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.suitable_work import Test
from dost_desktop.domain.vocabulary import FormOfApplication
from dost_desktop.ports import Unanswered
from dost_desktop.services.ask_status import RecordStatus
from tests.domain.builders import a_representative
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import NOTHING, WORKS, RealDesk, attested
from ui.screens.applications.listing import (
    NEEDS,
    WAITING,
    Ending,
    Found,
    Listed,
    Listing,
    Narrow,
    Wanted,
    Which,
    Whose,
)
from ui.screens.applications.presenter import ApplicationsPresenter


class View:
    def __init__(self) -> None:
        self.found: Found | None = None
        self.problem: AgentError | None = None

    def show_found(self, found: Found) -> None:
        self.found = found

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def numbers(self) -> list[str]:
        assert self.found is not None
        return [each.row.number[-4:] for each in self.listed()]

    def listed(self) -> list[Listed]:
        assert self.found is not None
        return [each for each in self.found.rows if isinstance(each, Listed)]


def test_a_waiting_application_is_found_by_its_filter_and_opened(desk: RealDesk) -> None:
    refused = desk.opens()
    desk.checks(*refused, WORKS)
    desk.refuses(*refused)
    desk.next_person()
    waiting = desk.opens()
    desk.checks(*waiting, Unanswered.OFFLINE)
    view = View()
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, Listing(desk.desk))

    presenter.opened()
    assert view.numbers() == ["4801"]
    assert view.found is not None
    assert view.found.count(WAITING) == view.found.counts[Narrow.REGISTER] == 1
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
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, Listing(desk.desk))
    used: list[int] = []
    for days in (0, 1, 4, 7, 9):  # from Tuesday 24 November 2026
        desk.clock.moment += timedelta(days=days)
        presenter.reload()
        used.append(view.listed()[0].used)
        desk.clock.moment -= timedelta(days=days)

    assert used == [0, 1, 3, 5, 7]


def test_mine_and_this_desk_are_filters_of_the_query(desk: RealDesk) -> None:
    desk.opens()
    view = View()
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, Listing(desk.desk))
    for whose in Whose:
        presenter.whose_chosen(whose)
        assert view.numbers() == ["4800"]


def test_the_form_of_application_is_a_filter(desk: RealDesk) -> None:
    desk.opens()
    desk.next_person()
    desk.opens(form=FormOfApplication.REPRESENTATIVE, representative=a_representative())
    view = View()
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, Listing(desk.desk))
    presenter.opened()
    assert view.numbers() == ["4801", "4800"]

    presenter.form_chosen(FormOfApplication.REPRESENTATIVE)
    assert view.numbers() == ["4801"]
    presenter.form_chosen(FormOfApplication.SELF_SERVICE)
    assert view.numbers() == []
    presenter.form_chosen(None)
    assert view.numbers() == ["4801", "4800"]


def referred(desk: RealDesk) -> tuple[UUID, UUID]:
    """An application whose person was sent to an employer today."""
    file_id, application = desk.opens()
    desk.checks(file_id, application, NOTHING)
    offer = new_id(desk.clock.now())
    tests = tuple(SuitabilityTest(test.value, "fits") for test in Test)
    with desk.database.open_work() as work:
        for act in (
            acts.OfferWork(application, offer, "V-1", "“Nümunə” MMC", "kassir", tests),
            acts.AcceptOffer(application, offer),
            acts.IssueReferral(application, offer, "G-1", legal_date(desk.clock.now())),
        ):
            desk.desk.act(work, file_id, [act])
        work.commit()
    return file_id, application


def test_an_employer_whose_term_is_over_needs_somebody_before_that_it_only_waits(desk: RealDesk) -> None:
    _, application = referred(desk)
    view = View()
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, Listing(desk.desk))
    seen = []
    for days in (0, 7, 8):  # from Tuesday 24 November 2026: five working days end on Tuesday 1 December
        desk.clock.moment += timedelta(days=days)
        presenter.which_chosen(Which.NEEDS)
        needs = [each.id for each in view.listed()]
        presenter.narrow_chosen(Narrow.EMPLOYER)
        assert view.found is not None
        assert view.found.wanted == Wanted(Which.WAITING, Narrow.EMPLOYER)
        [waits] = view.listed()
        assert waits.other is not None
        seen.append((needs == [application], waits.other.over, view.found.count(NEEDS)))
        desk.clock.moment -= timedelta(days=days)

    assert seen == [(False, 0, 0), (False, 0, 0), (True, 1, 1)]


def test_a_removal_that_ends_leads_to_the_person(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    ends = legal_date(desk.clock.now()) + timedelta(days=4)  # a Saturday
    status = {"status": "temporarily_removed", "since": "2026-10-01", "ends_on": ends.isoformat()}
    RecordStatus(desk.desk)(file_id, attested(desk.clock, Register.STATUS, status, "status"))
    view = View()
    wanted = Wanted(Which.NEEDS, Narrow.REMOVAL_ENDS)
    presenter = ApplicationsPresenter(view, InlineTasks(), desk.went, Listing(desk.desk), wanted)

    presenter.opened()

    assert view.found is not None
    [ending] = view.found.rows
    assert isinstance(ending, Ending)
    assert (ending.is_over, ending.from_then) == (False, ends + timedelta(days=2))
    presenter.row_opened(ending.id)
    assert desk.went.to == ["person"]
    presenter.whose_chosen(Whose.MINE)  # a removal is nobody's application
    assert view.found.rows == ()
