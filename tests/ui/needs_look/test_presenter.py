"""The head's page over a real central API: what is seen, closed, opened again and ended, and what is only said."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from central_api.office import Office
from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.head_desk import HeadAtDesk
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    Status,
)
from dost_desktop.ports import Unanswered
from dost_desktop.services.act_online import ActOnline
from dost_desktop.services.changes import Changes
from dost_desktop.services.end_by_office import EndByOffice
from dost_desktop.services.hand_up import HandUp, handed_up
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.needs_look import PURPOSE, LookAround
from dost_desktop.services.purposes import Purposes
from dost_desktop.services.reopen_application import ReopenApplication
from tests.central_api.practice_desk import Clockwork
from tests.fakes.inline_tasks import InlineTasks
from tests.sync.desks import PracticeDesk
from ui.screens.needs_look.port import HeadJobs
from ui.screens.needs_look.presenter import NeedsLookPresenter
from ui.screens.needs_look.shown import EndingForm, Group, Listing, Reopening, Section, Shown, id_of


@dataclass
class View:
    listing: Listing | None = None
    shown: Shown | None = None
    section: Section = Section.ITEM
    reopening: Reopening = field(default_factory=Reopening)
    ending: EndingForm | None = None
    finding_problem: AgentError | None = None
    problem: AgentError | Refused | Unanswered | None = None
    saved: int = 0

    def show_list(self, listing: Listing) -> None:
        self.listing = listing

    def select(self, item: str) -> None: ...

    def show_section(self, section: Section) -> None:
        self.section = section

    def show_item(self, shown: Shown | None) -> None:
        self.shown = shown

    def show_finding_problem(self, error: AgentError | None) -> None:
        self.finding_problem = error

    def show_reopening(self, reopening: Reopening) -> None:
        self.reopening = reopening

    def show_ending(self, form: EndingForm) -> None:
        self.ending = form

    def show_problem(self, why_not: AgentError | Refused | Unanswered | None) -> None:
        self.problem = why_not

    def set_busy(self, busy: bool) -> None: ...

    def show_saved(self, at: datetime) -> None:
        self.saved += 1

    def done_words(self, section: Section) -> str:
        return section.value

    def focus_list(self) -> None: ...

    @property
    def reason(self) -> str:
        """Why the last act did not happen."""
        problem = self.problem
        return problem.reason if isinstance(problem, Refused) else getattr(problem, "problem", "")


@dataclass
class Went:
    opened: list[UUID] = field(default_factory=list)
    changes: list[Changes] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None:
        self.opened.append(file_id)

    def announce(self, changes: Changes) -> None:
        self.changes.append(changes)

    def say(self, words: str) -> None:
        self.words.append(words)


@dataclass
class Page:
    """The presenter with what it drives."""

    at: PracticeDesk
    view: View
    went: Went
    purposes: Purposes
    counts: list[int]
    presenter: NeedsLookPresenter

    def closes(self, finding: str) -> None:
        self.presenter.finding_edited(finding)
        self.presenter.primary_pressed()


def page(at: PracticeDesk, catalogue: Catalogue) -> Page:
    desk = at.desk
    session = AgentSession(at.central, desk.agent.agent, at.name, desk.hand, at.watch)
    head = HeadAtDesk(at.central, session)
    act, view, went, purposes = ActOnline(desk, head), View(), Went(), Purposes()
    counts: list[int] = []
    jobs = HeadJobs(
        look=LookAround(act, head),
        reopen=ReopenApplication(act),
        end=EndByOffice(act),
        endings=catalogue.endings,
        drafts=KeepDrafts(desk),
        state_purpose=purposes.state,
        told=counts.append,
        now=at.watch.now,
    )
    presenter = NeedsLookPresenter(view, InlineTasks(), went, jobs)
    presenter.opened()
    return Page(at, view, went, purposes, counts, presenter)


def items(view: View) -> list[str]:
    assert view.listing is not None
    return [each.kind for each in view.listing.items]


def file_at(desk: PracticeDesk, file: UUID) -> PersonFile:
    with desk.database.open_reading() as reading:
        return reading.file(file)


def withdrawn(desk: PracticeDesk, head: PracticeDesk, number: str) -> tuple[UUID, UUID]:
    """An application that its person withdrew, known to both desks."""
    file = desk.identifies(number)
    desk.syncs()  # numbers are leased by then
    application = desk.opens(file)
    desk.does(file, acts.Withdraw(application))
    desk.syncs()
    head.syncs()
    return file, application


def desk_opening(desk: PracticeDesk) -> acts.OpenApplication:
    """The centre gets the file with an application in it."""
    return acts.OpenApplication(
        application=uuid4(),
        number=desk.number(Series.APPLICATION).text,
        application_kind=ApplicationKind.CANCELLATION,
        form=FormOfApplication.IN_PERSON,
        channel=Channel.DOST_CENTRE,
        answer_form=FormOfAnswer.IN_PERSON,
        centre=desk.place.centre,
        place="B",
    )


def test_what_an_agent_hands_up_comes_back_with_the_head_s_finding(
    desk: PracticeDesk, head: PracticeDesk, people: dict[str, str], catalogue: Catalogue
) -> None:
    run, file = uuid4(), desk.identifies(people["not found"])
    HandUp(desk.desk)(file, run, "  Hansı qalsın?  ")
    desk.syncs()
    at = page(head, catalogue)
    assert items(at.view) == ["handed_up"]
    assert at.view.shown is not None
    assert (at.view.shown.item.words, at.counts) == ("Hansı qalsın?", [1])

    at.closes("  ")
    assert getattr(at.view.finding_problem, "problem", "") == "review.finding_missing"
    at.presenter.finding_edited("Masa 3-ün")
    at.presenter.save_now()
    again = page(head, catalogue)  # the page was left and came back
    assert again.view.shown is not None
    assert (again.view.shown.finding, at.view.saved) == ("Masa 3-ün", 1)

    at.closes("Masa 3-ün qərarı qalır")
    assert items(at.view) == []
    assert at.view.shown is None
    assert at.counts[-1] == 0
    assert (at.went.words, at.went.changes) == (["item"], [Changes(frozenset({file}))])
    desk.syncs()
    said = handed_up(desk.chain(file))[run]
    assert (said.wording, said.finding, said.closed_by) == (
        "Hansı qalsın?",
        "Masa 3-ün qərarı qalır",
        "ramin",
    )
    assert file_at(desk, file).review == ()
    again.closes("İkinci dəfə")  # another head was quicker
    assert again.view.reason == "review.closed_already"


def test_a_person_s_file_is_opened_for_this_list(
    desk: PracticeDesk, head: PracticeDesk, people: dict[str, str], catalogue: Catalogue
) -> None:
    file = desk.identifies(people["not found"])
    desk.opens(file)
    desk.does(file, acts.HandUp(file, "Baxılsın"))
    desk.syncs()
    head.syncs()
    at = page(head, catalogue)
    at.presenter.open_pressed()
    assert at.went.opened == [file]
    assert at.purposes.purpose(file_at(head, file), "B03") == PURPOSE
    at.presenter.group_chosen(Group.DESKS)
    assert at.view.shown is None
    at.presenter.open_pressed()
    assert at.went.opened == [file]


def test_a_withdrawn_application_is_opened_again_after_one_question(
    desk: PracticeDesk, head: PracticeDesk, people: dict[str, str], catalogue: Catalogue
) -> None:
    file, application = withdrawn(desk, head, people["not found"])
    at = page(head, catalogue)
    at.presenter.reopen_pressed()
    at.presenter.find_asked("M-999999")
    assert at.view.reason == "look.none_closed"
    number = file_at(head, file).applications[0].number[-6:]
    at.presenter.find_asked(number)
    chosen = at.view.reopening.chosen
    assert chosen is not None
    assert chosen.closed.application.id == application

    at.presenter.primary_pressed()
    assert at.view.reason == "application.reason_missing"
    at.presenter.reason_edited("Səhvən geri götürülüb")
    at.presenter.primary_pressed()
    assert at.view.reopening.asked
    at.presenter.back_pressed()  # the question goes, what was typed stays
    assert (at.view.reopening.asked, at.view.reopening.reason) == (False, "Səhvən geri götürülüb")
    at.presenter.primary_pressed()
    at.presenter.primary_pressed()

    assert (at.view.section, at.went.words) == (Section.ITEM, ["reopen"])
    desk.syncs()
    found = desk.application(file, application)
    assert found is not None
    assert (found.state, found.reopened_for) == (ApplicationState.OPEN, "Səhvən geri götürülüb")
    at.presenter.reopen_pressed()
    at.presenter.find_asked(number)  # this desk has not heard of it yet: the central API says no
    at.presenter.reason_edited("Bir daha")
    at.presenter.primary_pressed()
    at.presenter.primary_pressed()
    assert at.view.reason in {"act.not_now", "application.already_open"}


def test_what_cannot_be_opened_again_says_why(
    desk: PracticeDesk, head: PracticeDesk, people: dict[str, str], catalogue: Catalogue
) -> None:
    file, _ = withdrawn(desk, head, people["not found"])
    desk.opens(file)
    desk.syncs()
    head.syncs()
    at = page(head, catalogue)
    at.presenter.reopen_pressed()
    at.presenter.find_asked(people["not found"])
    assert at.view.reopening.chosen is not None
    at.presenter.reason_edited("Səhv")
    at.presenter.primary_pressed()
    assert (at.view.reason, at.view.reopening.asked) == ("application.already_open", False)


@pytest.mark.parametrize("catalogue", [False, True], indirect=True)
def test_a_registration_is_ended_only_where_the_owner_allows_it(
    desk: PracticeDesk, head: PracticeDesk, people: dict[str, str], catalogue: Catalogue
) -> None:
    file = desk.identifies(people["unemployed"])
    desk.does(file, desk_opening(desk))
    is_on = catalogue.office.switches.own_initiative_removal
    desk.syncs()
    head.syncs()
    at = page(head, catalogue)
    at.presenter.end_pressed()
    form = at.view.ending
    assert form is not None
    assert form.is_on is is_on
    at.presenter.primary_pressed()
    if not is_on:
        assert (at.view.problem, at.went.words) == (None, [])
        return
    assert at.view.reason == "look.nobody_found"
    at.presenter.find_asked(people["unemployed"])
    assert at.view.ending is not None
    assert {catalogue.endings[each.id].by_office for each in at.view.ending.grounds} == {True}
    at.presenter.primary_pressed()
    assert at.view.reason == "ending.ground_missing"
    ground = next(each.id for each in at.view.ending.grounds if each.target is Status.CANCELLED)
    at.presenter.ground_chosen(ground)
    at.presenter.primary_pressed()
    assert at.view.reason == "ending.evidence_missing"
    at.presenter.evidence_edited("Akt № 12")
    at.presenter.primary_pressed()
    assert at.view.ending.asked
    at.presenter.primary_pressed()
    assert (at.view.problem, at.went.words) == (None, ["end"])
    head.syncs()
    registration = file_at(head, file).registration
    assert (registration.status, registration.ground) == (Status.CANCELLED, ground)


def test_without_a_connection_the_last_list_stays_and_nothing_is_pretended(
    office: Office,
    desk: PracticeDesk,
    head: PracticeDesk,
    people: dict[str, str],
    catalogue: Catalogue,
    server: tuple[str, ExitStack],
) -> None:
    file = desk.identifies(people["not found"])
    desk.does(file, acts.HandUp(file, "Baxılsın"))
    desk.syncs()
    at = page(head, catalogue)
    server[1].close()
    at.presenter.reload()
    assert at.view.listing is not None
    assert (items(at.view), at.view.listing.away) == (["handed_up"], Unanswered.OFFLINE)
    at.closes("Baxdım")
    assert (at.view.problem, at.went.words, items(at.view)) == (Unanswered.OFFLINE, [], ["handed_up"])
    assert at.view.shown is not None
    assert at.view.shown.finding == ""  # as it was drawn; what was typed stays in the field and in the draft


def test_the_next_item_is_chosen_and_kinds_are_filtered(
    desk: PracticeDesk, head: PracticeDesk, people: dict[str, str], catalogue: Catalogue, clock: Clockwork
) -> None:
    for case in ("not found", "expired card", "found 4.1.1"):
        file = desk.identifies(people[case])
        desk.does(file, acts.HandUp(file, case))
        clock.at += timedelta(minutes=1)
    desk.syncs()
    at = page(head, catalogue)
    assert at.view.listing is not None
    assert [each.words for each in at.view.listing.items] == ["not found", "expired card", "found 4.1.1"]
    at.presenter.row_selected(id_of(at.view.listing.items[1]))
    at.closes("Baxdım")
    assert at.view.shown is not None
    assert at.view.shown.item.words == "found 4.1.1"
    at.presenter.next_pressed()
    assert at.view.shown.item.words == "not found"
    at.presenter.group_chosen(Group.TERMS)
    assert (items(at.view), at.view.listing.counts[Group.HANDED_UP]) == ([], 2)


def test_a_desk_whose_clock_is_off_stands_there_until_it_sends_with_the_right_time(
    desk: PracticeDesk, head: PracticeDesk, people: dict[str, str], catalogue: Catalogue
) -> None:
    desk.watch.wrong_by = timedelta(hours=1)
    desk.syncs()  # measured, and put right for what is recorded from now on
    file = desk.identifies(people["not found"])
    desk.syncs()
    at = page(head, catalogue)
    assert items(at.view) == ["clock"]
    assert at.view.shown is not None
    assert (at.view.shown.item.desk, at.view.shown.item.seconds_off) == (desk.name, 3600)
    at.presenter.primary_pressed()  # nothing to write, no file to open
    assert (at.went.opened, at.view.finding_problem) == ([], None)

    desk.watch.wrong_by = timedelta()
    desk.watch.offset = timedelta()
    desk.calls_in(file, "+994500001122")
    desk.syncs()
    at.presenter.reload()
    assert items(at.view) == []
