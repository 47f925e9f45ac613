"""The person's page over a real desk: nothing typed is lost, nothing linked without a reason, every way leads on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from dost_desktop.contract.messages import CentreCard
from dost_desktop.domain import acts
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.evidence import SuitabilityTest
from dost_desktop.domain.ids import NumberKind, new_id
from dost_desktop.domain.suitable_work import Test
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState
from dost_desktop.ports import Unanswered
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.history import Changed, Part
from dost_desktop.services.look_at_person import LookAtPerson
from dost_desktop.services.withdraw_application import WithdrawApplication
from tests.domain.builders import a_paper, a_person_answer
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import GUNAY, NOTHING, NOW, WORKS, RealDesk
from ui.screens.person.extracting import ExtractFor
from ui.screens.person.page import (
    Comparison,
    Contact,
    Known,
    MarkKind,
    Misfiling,
    PersonPage,
    Review,
    RightPerson,
    TypedIdentity,
)
from ui.screens.person.port import PersonJobs, Said
from ui.screens.person.presenter import PersonPresenter
from ui.screens.person.sheet import Outcome

TWIN = replace(GUNAY, number="8AB3C4D", document_number="AZE12345678")


class View:
    def __init__(self) -> None:
        self.page: PersonPage | None = None
        self.contact: Contact | None = None
        self.comparison: Comparison | None = None
        self.purpose: tuple[tuple[str, ...], AgentError | None] | None = None
        self.identity: TypedIdentity | None = None
        self.misfiling: Misfiling | None = None
        self.right: RightPerson | None = None
        self.problems: dict[str, str] = {}
        self.asked_number, self.number_problem = False, ""
        self.reason_problem = ""
        self.review: Review | None = None
        self.extract: ExtractFor | None = None
        self.asking: list[bool] = []
        self.profile: Mapping[str, Any] | None = None
        self.is_first = False
        self.no_status: Unanswered | None = None
        self.problem: AgentError | None = None
        self.saved: datetime | None = None
        self.focused = self.focused_wrong = 0

    def show_page(self, page: PersonPage) -> None:
        self.page = page

    def show_purpose(self, centres: tuple[str, ...], problem: AgentError | None) -> None:
        self.purpose = (centres, problem)

    def show_contact(self, contact: Contact | None) -> None:
        self.contact = contact

    def show_contact_problems(self, problems: Mapping[str, AgentError]) -> None:
        self.problems = {name: getattr(error, "problem", "") for name, error in problems.items()}

    show_identity_problems = show_misfile_problems = show_contact_problems

    def focus_wrong_contact(self) -> None:
        self.focused_wrong += 1

    focus_wrong_identity = focus_wrong_misfile = focus_wrong_contact

    def show_identity(self, typed: TypedIdentity | None) -> None:
        self.identity = typed

    def show_misfiling(self, misfiling: Misfiling | None) -> None:
        self.misfiling = misfiling

    def show_right_person(self, person: RightPerson | None) -> None:
        self.right = person

    def set_looking_up(self, busy: bool) -> None:
        """The register is asked meanwhile."""

    def show_review(self, review: Review | None) -> None:
        self.review = review

    def show_review_marks(self, review: Review) -> None:
        self.review = review

    def show_finding_problem(self, error: AgentError | None) -> None:
        self.reason_problem = getattr(error, "problem", "")

    def show_profile(self, typed: Mapping[str, Any] | None, *, corrects: bool, is_first: bool) -> None:
        self.profile, self.is_first = typed, is_first

    def show_profile_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)

    def show_extract(self, wanted: ExtractFor | None) -> None:
        self.extract = wanted

    def show_purpose_problem(self, error: AgentError | None) -> None:
        self.reason_problem = getattr(error, "problem", "")

    def usual_purpose(self) -> str:
        return "şəxsin müraciəti"

    def show_asking(self, asking: bool) -> None:
        self.asking.append(asking)

    def show_no_status(self, why: Unanswered | None) -> None:
        self.no_status = why

    def show_comparison(self, comparison: Comparison | None) -> None:
        self.comparison = comparison

    def show_reason_problem(self, error: AgentError | None) -> None:
        self.reason_problem = getattr(error, "problem", "")

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def show_other_number(self, error: AgentError | None) -> None:
        self.asked_number, self.number_problem = True, getattr(error, "problem", "")

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
    page.presenter.compare(twin)  # one section at a time
    assert (page.view.contact, page.view.comparison is not None) == (None, True)
    page.presenter.record_in_wrong_file()
    assert (page.view.comparison, page.view.misfiling is not None) == (None, True)

    page.presenter.back()
    assert page.view.misfiling is None
    page.presenter.back()

    assert desk.went.to == [place]


def test_a_contact_is_recorded_and_the_page_shows_it(page: Opened) -> None:
    page.presenter.change_contact()
    assert page.view.contact == Contact("+994500001234")
    page.presenter.contact.edited(Contact("050 000 12 99", "gunay@example.az"))
    page.presenter.contact.record()
    file = page.page.view.file
    assert (file.phone, file.email) == ("+994500001299", "gunay@example.az")
    assert page.view.contact is None
    assert page.desk.went.words == [Said.CONTACT_RECORDED]
    assert not page.page.has_draft


def test_the_same_contact_records_nothing(page: Opened) -> None:
    page.presenter.change_contact()
    page.presenter.contact.edited(Contact("050-000-12-34", ""))
    page.presenter.contact.record()
    assert page.view.contact is None
    assert page.desk.went.changes == []


@pytest.mark.parametrize(
    ("phone", "email", "problems"),
    [
        ("050 000 12", "", {"phone": "mobile.shape"}),
        ("(012) 404 00 00", "", {"phone": "mobile.landline"}),
        ("050 000 12 99", "gunay@", {"email": "email.shape"}),
        ("əlli", "gunay", {"phone": "mobile.shape", "email": "email.shape"}),
    ],
)
def test_a_wrong_contact_is_said_at_its_field_and_stays_as_typed(
    page: Opened, phone: str, email: str, problems: dict[str, str]
) -> None:
    page.presenter.change_contact()
    page.presenter.contact.edited(Contact(phone, email))
    page.presenter.contact.record()
    assert page.view.problems == problems
    assert page.view.focused_wrong == 1
    assert page.view.contact is not None
    assert page.page.view.file.phone == "+994500001234"
    page.presenter.contact.edited(Contact("", ""))
    page.presenter.contact.left()
    assert page.view.problems == {}


def test_what_was_typed_and_not_recorded_is_there_again(page: Opened, jobs: PersonJobs) -> None:
    page.presenter.change_contact()
    page.presenter.contact.edited(Contact("050 0", ""))
    page.presenter.back()  # before the timer: folding saves at once
    assert page.view.saved is not None
    assert page.page.has_draft

    again = Opened(page.desk, jobs, page.page.view.file.id)
    assert again.view.contact is None  # never restored unasked
    assert again.page.has_draft
    again.presenter.change_contact()
    assert again.view.contact == Contact("050 0")
    again.presenter.contact.keep_as_is()
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

    page.presenter.comparing.reason_edited("  ")
    page.presenter.comparing.same_person()
    assert page.view.reason_problem == "file.reason_missing"
    assert page.page.view.linked == ()

    page.presenter.comparing.reason_edited("Eyni ünvan, eyni ata adı; köhnə vəsiqəni də göstərdi.")
    page.presenter.save_now()
    page.presenter.comparing.same_person()
    assert page.view.comparison is None
    assert [file.id for file in page.page.view.linked] == [twin]
    assert page.page.alike == ()
    assert desk.went.words == [Said.LINKED]
    assert desk.drafts.all() == ()
    page.presenter.other_opened(twin)
    assert desk.went.to == ["person"]


def test_a_file_that_nothing_points_to_is_compared_by_its_number(desk: RealDesk, jobs: PersonJobs) -> None:
    file_id, _ = desk.opens()
    stranger, _ = desk.opens(
        replace(TWIN, surname="Söyüdlü", birth_date=GUNAY.birth_date, document_number="AB1"), phone=""
    )
    page = Opened(desk, jobs, file_id)
    assert page.page.alike == ()
    page.presenter.compare_another()
    assert page.view.asked_number
    for typed, problem in (("8AB3", "pin.length"), (GUNAY.number, "file.same"), ("", "pin.empty")):
        page.presenter.comparing.number_given(typed)
        assert page.view.number_problem == problem
    page.presenter.comparing.number_given(" 8ab3c4d ")
    assert page.view.comparison is not None
    assert (page.view.comparison.other.id, page.view.comparison.same) == (stranger, frozenset())
    page.presenter.comparing.reason_edited("Nikahdan sonra soyad dəyişib; şəhadətnamə göstərildi.")
    page.presenter.comparing.same_person()
    assert [file.id for file in page.page.view.linked] == [stranger]
    assert [file.id for file in Opened(desk, jobs, stranger).page.view.linked] == [file_id]


def test_the_reason_is_kept_when_the_comparison_is_folded(desk: RealDesk, jobs: PersonJobs) -> None:
    file_id, _ = desk.opens()
    twin, _ = desk.opens(TWIN)
    page = Opened(desk, jobs, file_id)
    page.presenter.compare(twin)
    page.presenter.comparing.reason_edited("Köhnə vəsiqə")
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


def marked(desk: RealDesk, file_id: UUID, *events: int) -> None:
    """Somebody found that these events, counted from the first, belong to another file."""
    with desk.database.open_work() as work:
        history = work.events(file_id)
        wrong = [
            acts.RecordInWrongFile(history[each].event.content.id, uuid4(), "Başqa şəxs idi.")
            for each in events
        ]
        desk.desk.act(work, file_id, wrong)
        work.commit()


def test_a_review_is_closed_only_with_a_finding_which_the_history_keeps(page: Opened) -> None:
    page.presenter.close_review()
    assert page.view.review is None  # nothing is marked
    marked(page.desk, page.presenter.file_id, 1)
    page.presenter.opened()
    page.presenter.close_review()
    page.presenter.reviewing.record()
    assert page.view.reason_problem == "review.finding_missing"
    assert page.page.marks

    page.presenter.reviewing.finding_edited("Vəsiqə ilə tutuşduruldu.")
    assert page.view.reason_problem == ""
    page.presenter.back()  # folded with its draft
    assert page.view.review is None
    page.presenter.close_review()
    assert page.view.review is not None
    assert page.view.review.finding == "Vəsiqə ilə tutuşduruldu."
    page.presenter.reviewing.record()

    assert (page.page.marks, page.view.review, page.view.problem) == ((), None, None)
    assert page.desk.went.words[-1] == Said.REVIEW_CLOSED
    first = page.page.timeline[0].happened
    assert (first.kind, first.note) == ("review_closed", "Vəsiqə ilə tutuşduruldu.")


def test_an_open_review_shows_a_mark_that_comes_meanwhile_and_folds_when_it_was_closed_elsewhere(
    page: Opened, desk: RealDesk
) -> None:
    file_id = page.presenter.file_id
    marked(desk, file_id, 1)
    page.presenter.opened()
    page.presenter.close_review()
    page.presenter.reviewing.finding_edited("Baxılır.")

    marked(desk, file_id, 2)
    page.presenter.reviewing.record()
    assert isinstance(page.view.problem, ActNotAllowed)
    assert page.view.problem.reason == "review.new_mark"
    page.presenter.changed(Changes(frozenset({file_id})))
    assert page.view.review is not None
    assert (len(page.view.review.marks), page.view.review.finding) == (2, "Baxılır.")

    with desk.database.open_work() as work:
        desk.desk.act(work, file_id, [acts.CloseReview("Başqa masada baxıldı.")])
        work.commit()
    page.presenter.changed(Changes(frozenset({file_id})))
    assert page.view.review is None


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


def test_a_correction_of_a_contact_is_recorded_as_one_and_the_history_says_both_values(page: Opened) -> None:
    page.presenter.change_contact()
    page.presenter.contact.edited(Contact("050 000 12 43", "", " Sumqayıt ş.,\nSınaq küç. 3 ", corrects=True))
    page.presenter.contact.record()
    file, newest = page.page.view.file, page.page.view.history[0]
    assert (file.phone, file.address) == ("+994500001243", "Sumqayıt ş., Sınaq küç. 3")
    assert newest.corrects
    assert newest.changes == (Changed(Part.PHONE, "+994500001234", "+994500001243"),)


def test_a_name_from_the_register_is_never_corrected(page: Opened) -> None:
    assert not page.page.is_correctable
    page.presenter.correct_identity()
    assert page.view.identity is None


def of_papers(desk: RealDesk) -> UUID:
    return desk.opens(
        replace(GUNAY, document_number="AA1234567"), attestation=None, paper=a_paper(), unreachable_at=NOW
    )[0]


def test_a_name_from_papers_is_corrected_and_the_old_one_stays_in_the_history(
    desk: RealDesk, jobs: PersonJobs
) -> None:
    page = Opened(desk, jobs, of_papers(desk))
    page.presenter.correct_identity()
    typed = page.view.identity
    assert typed is not None
    assert (typed.surname, typed.birth_date) == ("Çinarlı", "14.03.1991")

    page.presenter.identity.edited(
        replace(typed, surname="", given_name="", birth_date="31.02.1991", document_number="AA-12")
    )
    page.presenter.identity.record()
    assert page.view.problems == {
        "surname": "name.empty",
        "birth_date": "date.does_not_exist",
        "document_number": "document.number_signs",
    }
    page.presenter.identity.edited(replace(typed, surname="  Çınarlı ", document_number="aa 7654321"))
    page.presenter.save_now()
    page.presenter.back()  # folded, the draft stays
    assert page.page.has_draft
    page.presenter.correct_identity()
    page.presenter.identity.record()

    assert page.page.view.file.identity is not None
    assert page.page.view.file.identity.full_name == "Çınarlı Günay Rəşad qızı"
    newest = page.page.view.history[0]
    assert newest.corrects
    assert [(each.part, each.before, each.after) for each in newest.changes] == [
        (Part.SURNAME, "Çinarlı", "Çınarlı"),
        (Part.DOCUMENT, "AA1234567", "AA7654321"),
    ]
    assert desk.went.words == [Said.CORRECTED]
    assert not page.page.has_draft
    with desk.database.open_reading() as reading:
        assert [row.file_id for row in reading.find_persons("aa7654321")] == [page.presenter.file_id]


def test_what_was_recorded_under_a_mistyped_number_is_said_in_both_files_and_stops_here(
    desk: RealDesk, jobs: PersonJobs
) -> None:
    file_id, application = desk.opens()
    page = Opened(desk, jobs, file_id)
    page.presenter.record_in_wrong_file()
    panel = page.view.misfiling
    assert panel is not None
    opening = next(each for each in panel.choices if each.application == application)
    assert panel.chosen == {opening.event}  # what is open is meant, most likely

    page.presenter.misfiling.record()
    assert page.view.problems == {"number": "pin.empty", "reason": "file.reason_missing"}
    page.presenter.misfiling.number_edited(GUNAY.number)
    page.presenter.misfiling.look_up()
    assert page.view.problems == {"number": "file.same"}
    desk.registers.answer = a_person_answer(TWIN)
    page.presenter.misfiling.number_edited("8ab3c4d")
    page.presenter.misfiling.look_up()
    assert page.view.right == RightPerson(
        NumberKind.PIN, "8AB3C4D", Known.REGISTER, TWIN.full_name, TWIN.birth_date
    )
    page.presenter.misfiling.chosen(opening.event, False)
    page.presenter.misfiling.reason_edited("FİN-in son işarəsi səhv yığılıb.")
    page.presenter.misfiling.record()
    assert page.view.problems == {"events": "file.nothing_chosen"}
    page.presenter.misfiling.chosen(opening.event, True)
    page.presenter.misfiling.record()

    right = desk.desk.file_of(NumberKind.PIN, "8AB3C4D")
    view = page.page.view
    assert [file.id for file in view.belongs_to] == [right]
    assert view.file.applications[0].state is ApplicationState.MISFILED
    assert page.page.open_application is None
    assert [each.is_misfiled for each in view.history if each.event == opening.event] == [True]
    assert view.history[0].note == "FİN-in son işarəsi səhv yığılıb."
    assert desk.went.words == [Said.MISFILED]
    assert desk.drafts.all() == ()
    page.presenter.other_opened(right)  # nobody is recorded there yet: with the number that was looked up
    assert desk.went.to == ["intake"]
    there = Opened(desk, jobs, right).page.view
    assert [file.id for file in there.also_in] == [file_id]
    assert there.history[0].note == view.history[0].note
    with pytest.raises(ActNotAllowed) as refused:
        WithdrawApplication(desk.desk)(file_id, application)
    assert refused.value.reason == "application.in_wrong_file"
    assert desk.opens()[0] == file_id  # the number's own person can apply


@pytest.mark.parametrize(
    ("answer", "known"),
    [
        (Unanswered.OFFLINE, Known.UNREACHABLE),
        (Unanswered.REGISTER, Known.UNREACHABLE),
        ({"found": False}, Known.NOBODY),
        ({"found": True}, Known.UNREACHABLE),  # contradicts itself
    ],
)
def test_a_number_that_the_register_cannot_tell_is_said_so(
    page: Opened, answer: Mapping[str, Any] | Unanswered, known: Known
) -> None:
    page.presenter.record_in_wrong_file()
    page.desk.registers.answer = answer
    page.presenter.misfiling.number_edited("8AB3C4D")
    page.presenter.misfiling.look_up()
    assert page.view.right is not None
    assert page.view.right.known is known
    page.presenter.misfiling.number_edited("8AB3C4")  # not the one that was looked up any more
    assert page.view.right is None


def test_another_centres_file_is_compared_only_for_a_purpose(desk: RealDesk, jobs: PersonJobs) -> None:
    file_id, _ = desk.opens()
    centre = CentreCard(code="C07", category="C", name="7 saylı DOST Mərkəzi", address="", phone="")
    there = replace(desk.desk, centre=centre)
    desk.desk, here = there, desk.desk
    twin, _ = desk.opens(TWIN)
    desk.desk = here
    page = Opened(desk, jobs, file_id)
    page.presenter.compare(twin)
    assert (page.view.purpose, page.view.comparison) == ((("C07",), None), None)
    page.presenter.purpose_given("ad")
    assert page.view.purpose is not None
    assert getattr(page.view.purpose[1], "problem", "") == "register.purpose_missing"
    page.presenter.purpose_given("Eyni şəxs olub-olmadığı yoxlanılır")
    assert page.view.comparison is not None
    with desk.database.open_reading() as reading:
        last = reading.access_log.unsent()[-1]
    assert (last.file_id, last.purpose) == (twin, "Eyni şəxs olub-olmadığı yoxlanılır")
    page.presenter.back()
    page.presenter.compare(twin)  # asked once a session
    assert page.view.comparison is not None


def test_the_sheet_says_how_the_person_was_registered_and_what_was_offered(
    desk: RealDesk, jobs: PersonJobs
) -> None:
    file_id, application = desk.opens()
    desk.checks(file_id, application, NOTHING)
    offer = new_id(desk.clock.now())
    tests = tuple(SuitabilityTest(test.value, "fits") for test in Test)
    with desk.database.open_work() as work:
        for act in (
            acts.OfferWork(application, offer, "V-1", "“Nümunə” MMC", "kassir", tests),
            acts.DeclineOffer(application, offer, "Bu işi istəmir.", "no_wish"),
            acts.JudgeDecline(application, offer, False, "Səbəb əsaslı deyil: iş uyğundur."),
        ):
            desk.desk.act(work, file_id, [act])
        work.commit()
    removed = {
        "status": "temporarily_removed",
        "since": "2026-11-20",
        "ends_on": "2026-11-23",
        "before_removal": "jobseeker",
    }
    desk.registers.answer = removed
    page = Opened(desk, jobs, file_id)

    page.presenter.status_pressed()

    sheet = page.page.sheet
    assert [(each.registration.status.value, each.stands, each.is_over) for each in sheet.stations] == [
        ("temporarily_removed", True, True),
        ("jobseeker", False, False),
    ]
    assert sheet.stations[1].until == sheet.stations[0].since
    assert [(each.outcome, each.application) for each in sheet.offers] == [(Outcome.UNJUSTIFIED, application)]
    assert (sheet.counted, sheet.warns) == (1, False)
    assert page.page.view.next.resumes_on == date(2026, 11, 23)
    assert page.view.asking == [True, False]
    assert desk.went.words == [Said.STATUS_READ]


@pytest.mark.parametrize("silence", [Unanswered.OFFLINE, Unanswered.REGISTER, Unanswered.NOT_SIGNED_IN])
def test_a_silence_of_mas_is_said_and_records_nothing(page: Opened, silence: Unanswered) -> None:
    page.desk.registers.answer = silence
    known = page.page.view.file.head
    page.presenter.status_pressed()
    assert (page.view.no_status, page.view.asking) == (silence, [True, False])
    page.presenter.opened()
    assert page.page.view.file.head == known


def test_each_kind_leads_to_its_open_one_to_a_new_one_or_to_the_intake(page: Opened) -> None:
    kinds = {each.kind: each for each in page.page.view.next.kinds}
    assert kinds[ApplicationKind.JOBSEEKER].why_not is not None
    page.presenter.kind_pressed(ApplicationKind.JOBSEEKER)
    assert page.desk.went.to == []
    page.presenter.kind_pressed(ApplicationKind.UNEMPLOYED)
    assert page.desk.went.to == ["case"]
    page.presenter.kind_pressed(ApplicationKind.REMOVAL)
    assert page.desk.went.to == ["case", "case changed", "case"]
    assert len(page.page.applications) == 2
    page.desk.clock.moment += timedelta(days=1)
    page.presenter.opened()
    page.presenter.kind_pressed(ApplicationKind.CANCELLATION)
    assert page.desk.went.to[-1] == "intake"


def test_the_extract_is_printed_for_a_purpose_at_the_second_press(page: Opened) -> None:
    page.presenter.extract_pressed()
    assert page.view.extract == ExtractFor("şəxsin müraciəti")
    page.presenter.extracting.edited(ExtractFor("  "))
    page.presenter.extract_pressed()
    assert page.view.reason_problem == "extract.purpose_missing"
    page.presenter.extracting.edited(ExtractFor("bank üçün", " Nümunə Bank "))
    page.presenter.extract_pressed()
    assert page.view.extract is None
    assert page.desk.went.to == ["extract bank üçün|Nümunə Bank"]


def test_a_typing_error_in_what_the_person_can_do_is_recorded_as_one_with_both_values(page: Opened) -> None:
    profiling = page.presenter.profiling
    page.presenter.change_profile()
    assert page.view.profile is not None
    assert page.view.is_first
    first = {**page.view.profile, "education": "higher", "specialty": "muhasib", "graduated": "3012"}
    profiling.edited(first)
    profiling.record()
    assert page.view.problems == {"graduated": "profile.year"}
    profiling.edited({**first, "graduated": "2012"})
    page.presenter.back()  # folds, and keeps what was typed
    assert page.page.has_profile_draft
    page.presenter.change_profile()
    profiling.record()
    assert page.page.view.file.profile is not None
    assert not page.page.has_profile_draft

    page.presenter.change_profile()
    assert not page.view.is_first
    profiling.correction_said(True)
    profiling.edited({**first, "graduated": "2012", "specialty": "mühasib"})
    profiling.record()

    assert page.page.view.file.profile.specialty == "mühasib"
    corrected, recorded = page.page.timeline[0].happened, page.page.timeline[1].happened
    assert (corrected.corrects, corrected.changes) == (True, (Changed(Part.SPECIALTY, "muhasib", "mühasib"),))
    assert (recorded.corrects, recorded.changes) == (False, ())
    assert page.desk.went.words == [Said.PROFILE_RECORDED] * 2
    assert page.desk.drafts.all() == ()
    page.presenter.change_profile()
    profiling.record()  # the same again records nothing
    assert page.page.timeline[0].happened == corrected
