"""What waits is looked at and chosen, by rule and never twice; what was typed is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from dost_desktop.domain.acts import CloseReview
from dost_desktop.domain.errors import AgentError
from dost_desktop.rows import RunState
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.disagreements import Compared, DisagreementRow, Disagreements
from dost_desktop.services.settle import ChoiceKind, Consequence
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import RealDesk
from tests.ui.disagreements.sides import RULE, a_comparison
from tests.ui.outbox.test_presenter import park_last
from ui.screens.disagreements.presenter import DisagreementJobs, DisagreementsPresenter
from ui.screens.disagreements.shown import Listing, Shown


class View:
    def __init__(self) -> None:
        self.listing: Listing | None = None
        self.shown: Shown | None = None
        self.selected: list[UUID] = []
        self.focused = 0
        self.words_problem: AgentError | None = None
        self.problem: AgentError | None = None
        self.saved = 0

    def show_list(self, listing: Listing) -> None:
        self.listing = listing

    def show_one(self, shown: Shown | None) -> None:
        self.shown = shown

    def select(self, item: UUID) -> None:
        self.selected.append(item)

    def focus_choices(self) -> None:
        self.focused += 1

    def show_words_problem(self, error: AgentError | None) -> None:
        self.words_problem = error

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def set_busy(self, busy: bool) -> None: ...

    def show_saved(self, at: datetime) -> None:
        self.saved += 1

    def done_words(self, kind: ChoiceKind) -> str:
        return kind.value

    def rows(self) -> tuple[DisagreementRow, ...]:
        assert self.listing is not None
        return self.listing.rows

    def one(self) -> Shown:
        assert self.shown is not None
        return self.shown


class Page:
    """A presenter over a real desk."""

    def __init__(self, desk: RealDesk, disagreements: Disagreements | None = None) -> None:
        self.view, self.printed, self.told = View(), list[Consequence](), list[int]()
        jobs = DisagreementJobs(
            disagreements or Disagreements(desk.desk),
            desk.drafts,
            desk.clock.now,
            lambda _, facts: self.printed.append(facts),
            self.told.append,
        )
        self.presenter = DisagreementsPresenter(self.view, InlineTasks(), desk.went, jobs)


class Played(Disagreements):
    """What waits is played; what is settled is noted."""

    def __init__(self, desk: RealDesk, *compared: Compared, why_not: AgentError | None = None) -> None:
        super().__init__(desk.desk)
        waiting = {each.id: each for each in compared}
        done: list[tuple[UUID, ChoiceKind, str]] = []
        for name, value in (("waiting", waiting), ("done", done), ("why_not", why_not)):
            object.__setattr__(self, name, value)

    waiting: dict[UUID, Compared]
    done: list[tuple[UUID, ChoiceKind, str]]
    why_not: AgentError | None

    def __call__(self) -> tuple[DisagreementRow, ...]:
        return tuple(
            DisagreementRow(each.id, each.file_id, each.full_name, each.mine, each.theirs, each.mine_at)
            for each in self.waiting.values()
        )

    def settled_since(self, day: date) -> int:
        return 3 if day == date(2026, 11, 23) else 1

    def compare(self, id_: UUID) -> Compared | None:
        return self.waiting.get(id_)

    def settle(self, id_: UUID, kind: ChoiceKind, wording: str = "", draft_key: str = "") -> Changes:
        if self.why_not is not None:
            raise self.why_not
        self.done.append((id_, kind, wording))
        del self.waiting[id_]
        return Changes(outbox=True)


def test_a_refused_click_is_set_aside_and_the_page_is_empty(desk: RealDesk) -> None:
    parked = park_last(desk)
    page = Page(desk)
    page.presenter.opened()
    assert ([row.id for row in page.view.rows()], page.told) == ([parked.run], [1])
    assert page.view.focused == 1
    assert page.view.one().kind is ChoiceKind.KEEP_THEIRS

    page.presenter.confirm_pressed()

    assert (page.view.rows(), page.view.shown, page.told[-1]) == ((), None, 0)
    assert desk.went.changes[-1].files == {parked.file_id}
    assert desk.went.words == ["keep_theirs"]
    with desk.database.open_reading() as reading:
        assert reading.outbox.counts()[RunState.NEEDS_YOU] == 0


def test_the_head_is_asked_in_words_and_answers_here(desk: RealDesk) -> None:
    parked = park_last(desk)
    page = Page(desk)
    page.presenter.opened()
    page.presenter.kind_chosen(ChoiceKind.HAND_UP)
    page.presenter.confirm_pressed()
    assert getattr(page.view.words_problem, "problem", "") == "hand_up.words_missing"
    page.presenter.words_edited("Reyestr nə deyir?")
    assert page.view.words_problem is None
    page.presenter.save_now()
    again = Page(desk)
    again.presenter.opened()  # the window was closed in between
    assert (again.view.one().kind, again.view.one().words) == (ChoiceKind.HAND_UP, "Reyestr nə deyir?")

    again.presenter.confirm_pressed()

    assert again.view.rows() == ()
    assert desk.drafts.load(f"disagreement:{parked.run}") is None
    with desk.database.open_work() as work:
        desk.desk.act(work, parked.file_id, [CloseReview("Yenidən soruşun", (f"handed_up:{parked.run}",))])
        work.ask_again(
            parked.run, parked.last_answer, parked.facts
        )  # as the sync does when the finding comes
        work.commit()
    again.presenter.changed(Changes(files=frozenset({parked.file_id})))
    [row] = again.view.rows()
    assert row.handed_up is not None
    assert row.handed_up.finding == "Yenidən soruşun"


def test_a_paper_is_recalled_only_when_asked_twice_and_its_letter_is_printed(desk: RealDesk) -> None:
    compared = a_comparison()
    played = Played(desk, compared)
    page = Page(desk, played)
    page.presenter.opened()

    page.presenter.confirm_pressed()
    assert (page.view.one().asked, played.done) == (True, [])
    page.presenter.later_pressed()  # Esc takes the question back, nothing else
    assert (page.view.one().asked, desk.went.to) == (False, [])
    page.presenter.confirm_pressed()
    page.presenter.confirm_pressed()

    assert played.done == [(compared.id, ChoiceKind.KEEP_THEIRS, "")]
    assert page.printed == [compared.choices[0].facts]


def test_yesterday_alone_is_counted(desk: RealDesk) -> None:
    page = Page(desk, Played(desk))
    page.presenter.opened()
    assert page.view.listing is not None
    assert page.view.listing.settled == 2


def test_f8_and_later_go_through_all_and_then_to_the_day_s_work(desk: RealDesk) -> None:
    one, two = a_comparison(), a_comparison()
    page = Page(desk, Played(desk, one, two))
    page.presenter.opened()
    for expected in (two.id, one.id):
        page.presenter.next_pressed()
        assert page.view.one().compared.id == expected
    page.presenter.later_pressed()
    assert (page.view.one().compared.id, desk.went.to) == (two.id, [])
    page.presenter.later_pressed()
    assert desk.went.to == ["queue"]


def test_another_page_leads_to_one_of_them_and_from_here_to_the_file(desk: RealDesk) -> None:
    one, two = a_comparison(), a_comparison()
    page = Page(desk, Played(desk, one, two))
    page.presenter.show(two.id)
    page.presenter.opened()
    assert page.view.one().compared.id == two.id
    page.presenter.open_pressed()
    assert desk.went.to == ["person"]


def test_what_is_impossible_is_never_done(desk: RealDesk) -> None:
    compared = a_comparison()
    nothing = replace(compared, choices=tuple(replace(each, why_not=RULE) for each in compared.choices))
    played = Played(desk, nothing)
    page = Page(desk, played)
    page.presenter.opened()
    assert page.view.one().kind is None
    page.presenter.kind_chosen(ChoiceKind.RECORD_MINE_NOW)
    page.presenter.confirm_pressed()
    assert played.done == []


def test_what_the_law_says_no_to_at_the_last_moment_is_said_and_stays(desk: RealDesk) -> None:
    compared = a_comparison()
    page = Page(desk, Played(desk, compared, why_not=ActNotAllowed(RULE)))
    page.presenter.opened()
    page.presenter.kind_chosen(ChoiceKind.HAND_UP)
    page.presenter.words_edited("Baxın")
    page.presenter.confirm_pressed()
    assert isinstance(page.view.problem, ActNotAllowed)
    page.presenter.reload()
    assert page.view.one().words == "Baxın"


def test_what_is_being_typed_stays_when_the_sync_brings_something(desk: RealDesk) -> None:
    page = Page(desk, Played(desk, a_comparison()))
    page.presenter.opened()
    page.presenter.kind_chosen(ChoiceKind.HAND_UP)
    page.presenter.words_edited("Yarım")
    desk.clock.moment += timedelta(minutes=1)
    focused = page.view.focused

    page.presenter.changed(Changes(outbox=True))

    assert (page.view.one().kind, page.view.one().words) == (ChoiceKind.HAND_UP, "Yarım")
    assert page.view.focused == focused  # the caret stays where it is
