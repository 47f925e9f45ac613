"""The person's page over a real desk: nothing typed is lost, nothing linked without a reason, every way leads on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from dost_desktop.contract.messages import CentreCard
from dost_desktop.domain import acts
from dost_desktop.domain.errors import AgentError
from dost_desktop.services.changes import Changes
from dost_desktop.services.look_at_person import LookAtPerson
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import GUNAY, WORKS, RealDesk
from ui.screens.person.page import Comparison, Contact, MarkKind, PersonPage
from ui.screens.person.port import PersonJobs, Said
from ui.screens.person.presenter import PersonPresenter

TWIN = replace(GUNAY, number="8AB3C4D", document_number="AZE12345678")


class View:
    def __init__(self) -> None:
        self.page: PersonPage | None = None
        self.contact: Contact | None = None
        self.comparison: Comparison | None = None
        self.purpose: tuple[tuple[str, ...], AgentError | None] | None = None
        self.problems: tuple[str, str] = ("", "")
        self.reason_problem = ""
        self.problem: AgentError | None = None
        self.saved: datetime | None = None
        self.focused = self.focused_wrong = 0

    def show_page(self, page: PersonPage) -> None:
        self.page = page

    def show_purpose(self, centres: tuple[str, ...], problem: AgentError | None) -> None:
        self.purpose = (centres, problem)

    def show_contact(self, contact: Contact | None) -> None:
        self.contact = contact

    def show_contact_problems(self, phone: AgentError | None, email: AgentError | None) -> None:
        self.problems = (getattr(phone, "problem", ""), getattr(email, "problem", ""))

    def focus_wrong_contact(self) -> None:
        self.focused_wrong += 1

    def show_comparison(self, comparison: Comparison | None) -> None:
        self.comparison = comparison

    def show_reason_problem(self, error: AgentError | None) -> None:
        self.reason_problem = getattr(error, "problem", "")

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def show_saved(self, at: datetime) -> None:
        self.saved = at

    def set_busy(self, busy: bool) -> None:
        """A second press does nothing meanwhile."""

    def focus_main(self) -> None:
        self.focused += 1

    def said(self, what: Said) -> str:
        return what


class Opened:
    """The page of one file, as an agent has it open."""

    def __init__(
        self, desk: RealDesk, jobs: PersonJobs, file_id: UUID, application: UUID | None = None
    ) -> None:
        self.desk, self.view = desk, View()
        self.presenter = PersonPresenter(self.view, InlineTasks(), desk.went, jobs, file_id, application)
        desk.went.heard = self.presenter.changed
        self.presenter.opened()

    @property
    def page(self) -> PersonPage:
        assert self.view.page is not None
        return self.view.page


@pytest.fixture
def page(desk: RealDesk, jobs: PersonJobs) -> Opened:
    return Opened(desk, jobs, desk.opens()[0])


def test_open_applications_come_first_and_each_day_is_said_once(desk: RealDesk, jobs: PersonJobs) -> None:
    file_id, first = desk.opens()
    desk.checks(file_id, first, WORKS)
    desk.refuses(file_id, first)
    desk.clock.moment += timedelta(days=1)
    _, second = desk.opens()

    page = Opened(desk, jobs, file_id).page

    assert [each.id for each in page.applications] == [second, first]
    assert page.open_application is not None
    assert page.open_application.id == second
    days = [row.day for row in page.timeline if row.day is not None]
    assert len(days) == 2
    assert days == sorted(days, reverse=True)
    assert page.timeline[0].day is not None


def test_ctrl_enter_goes_on_with_the_open_application_else_with_a_new_one(page: Opened) -> None:
    page.presenter.primary_pressed()
    file = page.page.view.file
    with page.desk.database.open_work() as work:
        page.desk.desk.act(work, file.id, [acts.Withdraw(file.applications[0].id)])
        work.commit()
    page.presenter.opened()
    page.presenter.primary_pressed()
    page.presenter.new_application()
    assert page.desk.went.to == ["case", "intake", "intake"]


@pytest.mark.parametrize(("from_case", "place"), [(True, "case"), (False, f"persons {GUNAY.number}")])
def test_esc_folds_what_is_open_then_leads_back(
    desk: RealDesk, jobs: PersonJobs, from_case: bool, place: str
) -> None:
    file_id, application = desk.opens()
    twin, _ = desk.opens(TWIN)
    page = Opened(desk, jobs, file_id, application if from_case else None)
    page.presenter.change_contact()
    page.presenter.compare(twin)

    page.presenter.back()
    assert (page.view.comparison, page.view.contact is not None) == (None, True)
    page.presenter.back()
    assert page.view.contact is None
    page.presenter.back()

    assert desk.went.to == [place]


def test_a_contact_is_recorded_and_the_page_shows_it(page: Opened) -> None:
    page.presenter.change_contact()
    assert page.view.contact == Contact("+994500001234", "")
    page.presenter.contact_edited("050 000 12 99", "gunay@example.az")
    page.presenter.record_contact()
    file = page.page.view.file
    assert (file.phone, file.email) == ("+994500001299", "gunay@example.az")
    assert page.view.contact is None
    assert page.desk.went.words == [Said.CONTACT_RECORDED]
    assert not page.page.has_draft


def test_the_same_contact_records_nothing(page: Opened) -> None:
    page.presenter.change_contact()
    page.presenter.contact_edited("050-000-12-34", "")
    page.presenter.record_contact()
    assert page.view.contact is None
    assert page.desk.went.changes == []


@pytest.mark.parametrize(
    ("phone", "email", "problems"),
    [
        ("050 000 12", "", ("mobile.shape", "")),
        ("(012) 404 00 00", "", ("mobile.landline", "")),
        ("050 000 12 99", "gunay@", ("", "email.shape")),
        ("əlli", "gunay", ("mobile.shape", "email.shape")),
    ],
)
def test_a_wrong_contact_is_said_at_its_field_and_stays_as_typed(
    page: Opened, phone: str, email: str, problems: tuple[str, str]
) -> None:
    page.presenter.change_contact()
    page.presenter.contact_edited(phone, email)
    page.presenter.record_contact()
    assert page.view.problems == problems
    assert page.view.focused_wrong == 1
    assert page.view.contact is not None
    assert page.page.view.file.phone == "+994500001234"
    page.presenter.contact_edited("", "")
    page.presenter.contact_left()
    assert page.view.problems == ("", "")


def test_what_was_typed_and_not_recorded_is_there_again(page: Opened, jobs: PersonJobs) -> None:
    page.presenter.change_contact()
    page.presenter.contact_edited("050 0", "")
    page.presenter.back()  # before the timer: folding saves at once
    assert page.view.saved is not None
    assert page.page.has_draft

    again = Opened(page.desk, jobs, page.page.view.file.id)
    assert again.view.contact is None  # never restored unasked
    assert again.page.has_draft
    again.presenter.change_contact()
    assert again.view.contact == Contact("050 0", "")
    again.presenter.keep_contact()
    assert not again.page.has_draft
    assert page.desk.drafts.all() == ()


def test_two_files_are_linked_only_with_a_reason_and_both_say_so(desk: RealDesk, jobs: PersonJobs) -> None:
    file_id, _ = desk.opens()
    twin, _ = desk.opens(TWIN)
    page = Opened(desk, jobs, file_id)
    [alike] = page.page.alike
    page.presenter.compare(alike.row.file_id)
    assert page.view.comparison is not None
    assert page.view.comparison.other.identity == TWIN

    page.presenter.reason_edited("  ")
    page.presenter.same_person()
    assert page.view.reason_problem == "file.reason_missing"
    assert page.page.view.linked == ()

    page.presenter.reason_edited("Eyni ünvan, eyni ata adı; köhnə vəsiqəni də göstərdi.")
    page.presenter.save_now()
    page.presenter.same_person()
    assert page.view.comparison is None
    assert [file.id for file in page.page.view.linked] == [twin]
    assert page.page.alike == ()
    assert desk.went.words == [Said.LINKED]
    assert desk.drafts.all() == ()
    page.presenter.linked_opened(twin)
    assert desk.went.to == ["person"]


def test_the_reason_is_kept_when_the_comparison_is_folded(desk: RealDesk, jobs: PersonJobs) -> None:
    file_id, _ = desk.opens()
    twin, _ = desk.opens(TWIN)
    page = Opened(desk, jobs, file_id)
    page.presenter.compare(twin)
    page.presenter.reason_edited("Köhnə vəsiqə")
    page.presenter.back()
    page.presenter.compare(twin)
    assert page.view.comparison is not None
    assert page.view.comparison.reason == "Köhnə vəsiqə"


def test_not_the_same_records_nothing(desk: RealDesk, jobs: PersonJobs) -> None:
    file_id, _ = desk.opens()
    twin, _ = desk.opens(TWIN)
    page = Opened(desk, jobs, file_id)
    before = page.page.view.file.head
    page.presenter.compare(twin)
    page.presenter.not_the_same()
    assert page.page.alike == ()
    assert page.view.comparison is None
    assert desk.went.changes == []
    page.presenter.opened()
    assert page.page.view.file.head == before
    assert page.page.alike == ()  # not offered again on this page


def test_marks_say_what_they_are_about(desk: RealDesk, jobs: PersonJobs) -> None:
    file_id, application = desk.opens()
    with desk.database.open_work() as work:
        wrong = work.events(file_id)[1].event.content.id
        notice = uuid4()
        issue = acts.IssueNotice(
            application, notice, "05-04-05-00/B03/2026/000777", False, "ab" * 32, 10, "", "k" * 22
        )
        desk.desk.act(work, file_id, [acts.RecordInWrongFile(wrong, uuid4(), "Başqa şəxs idi."), issue])
        work.commit()
    marks = Opened(desk, jobs, file_id).page.marks
    assert [each.kind for each in marks] == [MarkKind.WRONG_FILE, MarkKind.NOTICE_WITHOUT_REFUSAL]
    assert marks[0].event is not None
    assert marks[0].event.event == wrong
    assert marks[1].number == "05-04-05-00/B03/2026/000777"


def test_a_file_of_another_centre_is_shown_only_for_a_purpose(desk: RealDesk, jobs: PersonJobs) -> None:
    file_id, _ = desk.opens()
    centre = CentreCard(code="C07", category="C", name="7 saylı DOST Mərkəzi", address="", phone="")
    elsewhere = replace(jobs, look=LookAtPerson(replace(desk.desk, centre=centre)))
    page = Opened(desk, elsewhere, file_id)
    assert page.view.purpose == (("B03",), None)
    page.presenter.purpose_given("a")
    assert page.view.purpose is not None
    assert getattr(page.view.purpose[1], "problem", "") == "register.purpose_missing"
    assert page.view.page is None
    page.presenter.purpose_given("Şəxs burada müraciət edir")
    assert page.page.view.file.identity == GUNAY


def test_the_page_looks_again_only_when_it_is_about_its_persons(page: Opened) -> None:
    before = page.page
    page.presenter.changed(Changes(files=frozenset({uuid4()})))
    assert page.page is before
    page.presenter.changed(Changes(files=frozenset({before.view.file.id})))
    assert page.page is not before
    assert page.view.focused == 1  # the focus is the agent's after that
