"""What an officer's page decides: what is listed, what is asked before what, what every draft became."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from dost_desktop.contract.back_office import BackOfficeDraft
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.back_office.drafts import NAMES, Office
from ui.screens.back_office.presenter import BackOfficePresenter
from ui.screens.back_office.shown import Chosen, Listing, Outcome, ShownDraft, Which


class View:
    def __init__(self) -> None:
        self.listing: Listing | None = None
        self.selected: UUID | None = None
        self.shown: ShownDraft | None = None
        self.chosen: Chosen | None = None
        self.reason: str | None = None
        self.reason_problem: AgentError | None = None
        self.question: tuple[Chosen, bool] | None = None
        self.outcomes: list[Outcome] = []
        self.problem: AgentError | None = None
        self.busy: list[bool] = []
        self.focused = 0

    def show_list(self, listing: Listing) -> None:
        self.listing = listing

    def select(self, application: UUID) -> None:
        self.selected = application

    def show_draft(self, shown: ShownDraft | None) -> None:
        self.shown, self.chosen = shown, None

    def show_chosen(self, chosen: Chosen) -> None:
        self.shown, self.chosen = None, chosen

    def show_return(self, reason: str | None) -> None:
        self.reason = reason

    def show_reason_problem(self, error: AgentError | None) -> None:
        self.reason_problem = error

    def show_question(self, chosen: Chosen | None, *, confirms: bool) -> None:
        self.question = None if chosen is None else (chosen, confirms)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        self.outcomes = list(outcomes)

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def set_busy(self, busy: bool, *, confirms: bool) -> None:
        self.busy.append(busy)

    def show_saved(self, at: datetime) -> None:
        pass

    def decided_words(self, outcome: Outcome) -> str:
        return f"{outcome.full_name} {outcome.confirms}"

    def focus_list(self) -> None:
        self.focused += 1

    def names(self) -> list[str]:
        assert self.listing is not None
        return [each.draft.full_name for each in self.listing.rows]


class Said(list[str]):
    def say(self, words: str) -> None:
        self.append(words)


class Page:
    """A presenter that was opened, with everything it works with."""

    def __init__(self, office: Office | None = None) -> None:
        self.office, self.view, self.said = office or Office(), View(), Said()
        self.drafts = list(self.office.drafts)
        self.presenter = BackOfficePresenter(self.view, InlineTasks(), self.office.acts(), self.said)
        self.presenter.opened()

    def id_of(self, place: int) -> UUID:
        return UUID(self.drafts[place].application)

    def goes_to(self, place: int) -> None:
        self.presenter.row_selected(self.id_of(place))
        self.presenter.row_settled(self.id_of(place))

    def marks(self, *places: int) -> None:
        self.presenter.marks_added([self.id_of(each) for each in places])

    def selected(self) -> str:
        assert self.view.shown is not None
        return self.view.shown.draft.full_name


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.mark.parametrize(
    ("which", "names"),
    [
        (Which.ALL, NAMES),
        (Which.TODAY, (NAMES[1],)),
        (Which.OVERDUE, (NAMES[0],)),
        (Which.RETURNED, (NAMES[2],)),
    ],
)
def test_filters_by_deadline_and_by_what_was_returned(
    page: Page, which: Which, names: tuple[str, ...]
) -> None:
    page.presenter.which_chosen(which)
    assert tuple(page.view.names()) == names
    assert page.view.listing is not None
    assert dict(page.view.listing.counts) == {
        Which.ALL: 5, Which.TODAY: 1, Which.OVERDUE: 1, Which.RETURNED: 1,
    }  # fmt: skip
    assert page.selected() == names[0]
    assert page.office.counted == [(4, True)]  # their own is not theirs to decide


def test_the_search_folds_letters_and_knows_numbers(page: Page) -> None:
    page.presenter.searched("agcaqayinli")
    assert page.view.names() == [NAMES[2]]
    page.presenter.searched("M-000004")
    assert page.view.names() == [NAMES[4]]
    page.presenter.searched("kimsə")
    assert (page.view.names(), page.view.shown) == ([], None)
    page.presenter.confirm_pressed()
    page.presenter.searched("")
    assert (len(page.view.names()), page.office.decided) == (5, [])


def test_the_list_of_one_back_office_is_asked_for(page: Page) -> None:
    page.presenter.office_chosen("06")
    assert page.office.lists == ["", "06"]


def test_a_file_is_read_only_where_the_selection_stays_and_decided_only_when_read(page: Page) -> None:
    page.presenter.row_selected(page.id_of(1))
    assert page.view.shown is not None
    assert (page.view.shown.why_not, page.office.read) == ("back_office.being_read", [])
    page.presenter.confirm_pressed()
    page.presenter.return_pressed()
    assert (page.office.decided, page.view.reason) == ([], None)
    page.presenter.row_settled(page.id_of(0))  # an earlier row settles late
    assert page.office.read == []
    page.presenter.row_settled(page.id_of(1))
    assert (page.office.read, page.view.shown.why_not) == ([page.id_of(1)], "")


def test_one_is_confirmed_the_next_is_selected_and_the_focus_stays(page: Page) -> None:
    page.goes_to(1)
    page.presenter.confirm_pressed()
    [[decision]] = page.office.decided
    assert (decision.application, decision.confirms, decision.returned_for) == (page.id_of(1), True, "")
    assert decision.sent_at is not None
    assert page.said == [f"{NAMES[1]} True"]
    assert (page.selected(), page.view.outcomes, page.view.focused) == (NAMES[2], [], 1)
    assert page.office.counted[-1] == (3, True)
    page.goes_to(4)
    page.presenter.confirm_pressed()
    assert page.selected() == NAMES[3]  # below the last there is nothing: the one above


def test_nobody_decides_their_own(page: Page) -> None:
    page.goes_to(3)
    assert page.view.shown is not None
    assert page.view.shown.why_not == "back_office.own_decision"
    page.presenter.confirm_pressed()
    page.presenter.return_pressed()
    assert (page.office.decided, page.view.reason) == ([], None)
    page.marks(3)
    page.presenter.confirm_pressed()
    assert (page.office.decided, page.view.question) == ([], None)
    assert [_why(each) for each in page.view.outcomes] == ["back_office.own_decision"]


def test_a_return_asks_its_reason_in_place_and_keeps_what_was_typed(page: Page) -> None:
    page.goes_to(0)
    page.presenter.return_pressed()
    assert page.view.reason == ""
    page.presenter.confirm_pressed()  # Ctrl+Enter is the section's own act now
    assert page.view.reason_problem is not None
    page.presenter.deciding.reason_edited("Ünvanı ")
    page.presenter.row_selected(page.id_of(1))
    assert page.view.reason is None
    page.goes_to(0)
    page.presenter.return_pressed()
    assert page.view.reason == "Ünvanı "
    page.presenter.back()
    assert page.view.reason is None
    page.presenter.return_pressed()
    page.presenter.deciding.reason_edited("Ünvanı dəqiqləşdirin")
    page.presenter.confirm_pressed()
    [[decision]] = page.office.decided
    assert (decision.confirms, decision.returned_for) == (False, "Ünvanı dəqiqləşdirin")
    assert (page.said, page.view.reason, page.office.kept.at) == ([f"{NAMES[0]} False"], None, {})


def test_several_are_decided_after_one_question_and_each_outcome_is_said_by_name(page: Page) -> None:
    page.office.refuses = {
        page.drafts[1].application: Refused("back_office.withdrawn"),
        page.drafts[2].application: Refused("back_office.sent_again"),
    }
    page.marks(1, 2, 3, 4)
    assert page.view.chosen is not None
    assert [_names(page.view.chosen.drafts), _names(page.view.chosen.own)] == [
        [NAMES[1], NAMES[2], NAMES[4]],
        [NAMES[3]],
    ]
    page.presenter.confirm_pressed()
    assert (page.office.decided, page.view.question is not None) == ([], True)
    page.presenter.back()
    assert page.view.question is None
    page.presenter.confirm_pressed()
    page.presenter.confirm_pressed()
    assert [len(each) for each in page.office.decided] == [3]
    assert {each.full_name: _why(each) for each in page.view.outcomes} == {
        NAMES[1]: "back_office.withdrawn",
        NAMES[2]: "back_office.sent_again",
        NAMES[4]: None,
        NAMES[3]: "back_office.own_decision",
    }
    assert not page.said
    assert page.view.chosen is None
    assert page.view.names()[0] == NAMES[0]


def test_several_are_returned_for_one_reason_after_the_question(page: Page) -> None:
    page.marks(0, 1)
    page.presenter.return_pressed()
    page.presenter.deciding.reason_edited("Vakansiyalara yenidən baxın")
    page.presenter.confirm_pressed()
    assert page.view.question is not None
    assert page.view.question[1] is False
    page.presenter.back()  # back to the reason, which is still there
    assert page.view.reason == "Vakansiyalara yenidən baxın"
    page.presenter.confirm_pressed()
    page.presenter.confirm_pressed()
    [decisions] = page.office.decided
    assert {(each.confirms, each.returned_for) for each in decisions} == {
        (False, "Vakansiyalara yenidən baxın")
    }
    assert page.view.names() == list(NAMES[2:])


def test_without_a_connection_nothing_is_pretended_and_nothing_lost(page: Page) -> None:
    page.goes_to(0)
    page.presenter.return_pressed()
    page.presenter.deciding.reason_edited("Yenidən")
    page.office.away = Unanswered.OFFLINE
    page.presenter.confirm_pressed()
    assert [each.why_not for each in page.view.outcomes] == [Unanswered.OFFLINE]
    assert (len(page.view.names()), page.said) == (5, [])
    assert page.office.kept.at
    page.presenter.clock_struck()  # a section is open: the list does not change under the hand
    assert len(page.office.lists) == 1
    page.presenter.back()
    page.presenter.reload()
    assert page.view.listing is not None
    assert (page.view.listing.away, len(page.view.names())) == (Unanswered.OFFLINE, 5)
    page.presenter.row_selected(page.id_of(1))
    page.presenter.row_settled(page.id_of(1))
    assert page.view.shown is not None
    assert page.view.shown.why_not == "back_office.offline"
    page.office.away = None
    page.presenter.clock_struck()
    assert page.view.listing.away is None


def test_a_button_pressed_twice_decides_once() -> None:
    page = Page()
    page.goes_to(0)
    page.office.meanwhile = page.presenter.confirm_pressed
    page.presenter.confirm_pressed()
    assert len(page.office.decided) == 1


@pytest.mark.parametrize("marks", [(), (0, 1)])
def test_the_key_meant_for_a_draft_that_went_by_itself_confirms_no_other(marks: tuple[int, ...]) -> None:
    page = Page()
    page.goes_to(0)
    if marks:
        page.marks(*marks)
    page.office.drafts.pop(0)  # decided elsewhere
    page.presenter.reload()
    page.presenter.row_settled(page.id_of(1))

    page.presenter.confirm_pressed()
    assert (page.office.decided, page.view.question) == ([], None)
    if marks:
        page.office.now += timedelta(milliseconds=700)
    else:  # who chooses a row in that moment means it
        page.goes_to(2)
    page.presenter.confirm_pressed()
    assert bool(page.office.decided) is not bool(marks)


def test_a_draft_that_was_decided_elsewhere_leaves_the_list_when_it_is_opened() -> None:
    page = Page()
    gone = page.office.drafts.pop(1)
    elsewhere = gone.model_copy(update={"sent_at": "2026-11-23T06:22:00.000Z"})
    page.office.drafts.insert(1, elsewhere)  # returned, mended and sent again meanwhile
    page.goes_to(1)
    assert page.view.listing is not None
    assert page.view.listing.rows[1].draft.sent_at == elsewhere.sent_at
    assert len(page.office.lists) == 2


def test_the_first_list_is_asked_again_while_it_cannot_be_had() -> None:
    page = Page(Office(away=Unanswered.OFFLINE))
    assert page.view.listing is not None
    assert (page.view.listing.as_of, page.view.shown) == (None, None)
    page.office.away = None
    page.presenter.clock_struck()
    assert len(page.view.names()) == 5
    for _ in range(9):
        page.presenter.clock_struck()
    assert len(page.office.lists) == 2
    page.presenter.clock_struck()
    assert len(page.office.lists) == 3


def _why(outcome: Outcome) -> str | None:
    return outcome.why_not.reason if isinstance(outcome.why_not, Refused) else outcome.why_not


def _names(drafts: Sequence[BackOfficeDraft]) -> list[str]:
    return [each.full_name for each in drafts]
