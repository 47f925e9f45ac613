"""The form page over a real desk: nothing goes to MAS that the law or the form itself stops, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import short
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.evidence import PastJob, WorkProfile
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    ConfirmedBy,
    Education,
    FormOfApplication,
    MessageChannel,
    Status,
)
from dost_desktop.ports import Unanswered, Worker
from dost_desktop.services.withdraw_application import WithdrawApplication
from tests.domain.builders import a_representative
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.form.form_desk import FormDesk, typed
from ui.screens.form.page import FormAct, Stage, Todo
from ui.screens.form.port import Said, Section, Shown, draft_key
from ui.screens.form.presenter import FormPresenter
from ui.screens.form.typed import NO, TypedForm, TypedJob, typed_from

K = ApplicationKind


class View:
    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.filled: TypedForm | None = None
        self.asking = False
        self.no_answer: Unanswered | None = None
        self.problem: AgentError | None = None
        self.section = Section.NONE
        self.saved: datetime | None = None
        self.busy = False
        self.focus = ""

    def show_now(self, shown: Shown) -> None:
        self.shown = shown

    def fill(self, typed: TypedForm) -> None:
        self.filled = typed

    def show_asking(self, asking: bool) -> None:
        self.asking = asking

    def show_no_answer(self, why: Unanswered | None) -> None:
        self.no_answer = why

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def show_section(self, section: Section) -> None:
        self.section = section

    def show_saved(self, at: datetime | None) -> None:
        self.saved = at

    def set_busy(self, busy: bool) -> None:
        self.busy = busy

    def focus_field(self, name: str) -> None:
        self.focus = name

    def focus_main(self) -> None:
        self.focus = "main"

    def said(self, what: Said) -> str:
        return what.value

    # what tests ask
    @property
    def now(self) -> Shown:
        assert self.shown is not None
        return self.shown

    def stage(self) -> Stage:
        return self.now.page.stage

    def off(self, act: FormAct) -> str:
        why = self.now.off(act)
        return why.reason if why else ""

    def problems(self) -> dict[str, str]:
        return {name: why.reason for name, why in self.now.problems.items()}


class Opened:
    """A page of the desk's form."""

    def __init__(self, desk: FormDesk, tasks: InlineTasks | None = None) -> None:
        self.desk, self.view = desk, View()
        self.presenter = FormPresenter(
            self.view, tasks or InlineTasks(), desk.went, desk.form_jobs, desk.file_id, desk.application
        )
        desk.went.heard = self.presenter.changed
        self.presenter.opened()

    def types(self, **changes: Any) -> None:
        self.presenter.edited(replace(self.view.now.typed, **changes))

    def fills(self) -> None:
        self.presenter.edited(typed())

    def sends(self) -> None:
        self.fills()
        self.presenter.send_pressed()


# the jobseeker's form
def test_a_new_persons_form_asks_only_what_no_register_knows(desk: FormDesk) -> None:
    desk.begins()

    at = Opened(desk)

    assert at.view.filled is not None
    assert at.view.filled.address == "Bakı ş., Nümunə r-nu, Sınaq küç. 12, m. 34"
    missing = {todo for todo, state in at.view.now.todo if state == "open"}
    assert missing == {Todo.PHONE, Todo.EDUCATION, Todo.SPECIALTY, Todo.WANTED, Todo.TRANSPORT}
    assert at.view.focus == "phone"
    assert at.view.off(FormAct.SEND) == "form.incomplete"


def test_what_mas_and_the_file_know_is_filled_in_already(desk: FormDesk) -> None:
    profile = {
        "education": "higher",
        "specialty": "proqramçı",
        "wanted": "proqramçı",
        "by_public_transport": False,
        "jobs": [{"position": "proqramçı", "months": 27}],
    }
    desk.begins(answer={"profile": profile}, phone="+994500001234")

    at = Opened(desk)

    assert at.view.now.typed.jobs == (TypedJob("proqramçı", "", "2", "3", ""),)
    assert at.view.now.typed.transport == NO
    assert at.view.now.checked.first_open == ""
    assert at.view.focus == "main"  # one key sends it


def test_one_click_records_contact_profile_and_form(desk: FormDesk) -> None:
    desk.begins()
    at = Opened(desk)
    jobs = (TypedJob("mühasib", "“Nümunə” MMC", "4", "3", "ixtisar"), TypedJob())

    at.presenter.edited(typed(jobs=jobs, health="ağır qaldırmaq;\n toz ", graduated="2012"))
    at.presenter.save_now()
    at.presenter.send_pressed()

    with desk.desk.open_reading() as reading:
        file, events = reading.file(desk.file_id), reading.events(desk.file_id)
        assert reading.drafts.load(draft_key(desk.application)) is None
    assert [each.event.content.kind for each in events[-3:]] == [
        "contact_recorded",
        "work_profile_recorded",
        "form_submitted",
    ]
    assert len({each.event.content.run for each in events[-3:]}) == 1
    assert file.phone == "+994500001234"
    assert file.profile == WorkProfile(
        education=Education.SECONDARY_SPECIAL,
        graduated=2012,
        specialty="mühasib",
        jobs=(PastJob("mühasib", "“Nümunə” MMC", 51, "ixtisar"),),
        health_limits=("ağır qaldırmaq", "toz"),
        wanted="mühasib köməkçisi",
        district="Bakı şəhəri",
        by_public_transport=True,
    )
    assert desk.state() is ApplicationState.WAITING_MAS


def test_the_form_goes_once_however_often_the_key_is_pressed(desk: FormDesk) -> None:
    class Late(InlineTasks):
        def __init__(self) -> None:
            super().__init__()
            self.held: list[Callable[[], None]] = []
            self.holds = False

        def run(
            self,
            job: Callable[[], Any],
            *,
            done: Callable[[Any], None],
            failed: Callable[[Exception], None],
            on: Worker = Worker.DATABASE,
        ) -> None:
            if self.holds:
                self.held.append(lambda: super(Late, self).run(job, done=done, failed=failed, on=on))
            else:
                super().run(job, done=done, failed=failed, on=on)

    tasks = Late()
    desk.begins()
    at = Opened(desk, tasks)
    at.fills()
    at.presenter.save_now()
    tasks.holds = True

    at.presenter.send_pressed()
    at.presenter.send_pressed()

    assert at.view.busy
    tasks.holds = False
    for each in tasks.held:
        each()
    with desk.desk.open_reading() as reading:
        kinds = [each.event.content.kind for each in reading.events(desk.file_id)]
    assert kinds.count("form_submitted") == 1
    assert not at.view.busy


@pytest.mark.parametrize(
    ("wrong", "where", "why"),
    [
        ({"phone": "0501"}, "phone", "mobile.shape"),
        ({"phone": "+994125550000"}, "phone", "mobile.landline"),
        ({"email": "günay"}, "email", "email.shape"),
        ({"graduated": "12"}, "graduated", "form.year_shape"),
        ({"graduated": "2031"}, "graduated", "form.year_shape"),
        ({"jobs": (TypedJob(employer="Nümunə"),)}, "job.0.position", "form.job_position_missing"),
        ({"jobs": (TypedJob("satıcı", years="bir"),)}, "job.0.years", "form.number_shape"),
        ({"jobs": (TypedJob("satıcı", months="999"),)}, "job.0.months", "form.number_shape"),
        ({"phone": " "}, "phone", "form.phone_missing"),
        ({"transport": ""}, "transport", "form.transport_missing"),
        ({"education": ""}, "education", "form.education_missing"),
    ],
)
def test_a_mistake_is_said_at_its_field_and_stops_the_form(
    desk: FormDesk, wrong: dict[str, Any], where: str, why: str
) -> None:
    desk.begins()
    at = Opened(desk)
    at.fills()
    at.types(**wrong)
    assert at.view.problems() == {}  # nobody is disturbed while typing
    assert "bad" not in dict(at.view.now.todo).values()

    at.presenter.send_pressed()

    assert at.view.problems() == {where: why}
    assert at.view.focus == where
    assert desk.state() is ApplicationState.OPEN
    at.fills()
    assert at.view.problems() == {}
    assert at.view.off(FormAct.SEND) == ""


def test_what_was_typed_is_kept_and_comes_back(desk: FormDesk) -> None:
    desk.begins()
    at = Opened(desk)
    at.types(specialty="dülgər")
    at.presenter.job_added()
    at.presenter.save_now()
    assert at.view.saved is not None

    again = Opened(desk)

    assert again.view.now.typed.specialty == "dülgər"
    assert again.view.now.typed.jobs == (TypedJob(),)
    again.presenter.job_removed(0)
    assert not again.view.now.typed.jobs
    assert typed_from({"education": "none", "jobs": ["x"], "unknown": 1}) == TypedForm()


def test_a_representative_confirms_unless_the_person_does(desk: FormDesk) -> None:
    speaker = a_representative(identity_number="7XH3Q9B", name="Püstəzadə Kamran Elxan oğlu")
    desk.begins(form=FormOfApplication.REPRESENTATIVE, representative=speaker)
    at = Opened(desk)
    assert at.view.now.typed.confirmed_by == ConfirmedBy.REPRESENTATIVE

    at.presenter.edited(typed(confirmed_by=ConfirmedBy.PERSON.value))
    at.presenter.send_pressed()

    form = desk.now.form_data
    assert form is not None
    assert form.confirmed_by is ConfirmedBy.PERSON


# on its way
def test_the_page_says_where_the_form_is_and_changes_by_itself(desk: FormDesk) -> None:
    desk.begins()
    at = Opened(desk)
    at.sends()
    stages = [at.view.stage()]
    for came in (desk.server_has_it, desk.confirmed, desk.accepted):
        at.presenter.changed(came())
        stages.append(at.view.stage())

    assert stages == [Stage.TO_SEND, Stage.TO_CONFIRM, Stage.MAS_DECIDES, Stage.DONE]
    assert desk.went.words == ["sent", "confirmed", "accepted"]
    assert at.view.focus == "main"
    assert dict(at.view.now.todo)[Todo.TOLD] == "warn"
    for channel in MessageChannel:
        at.presenter.changed(desk.told(channel))
    assert dict(at.view.now.todo)[Todo.TOLD] == "done"


@pytest.mark.parametrize(("after_ms", "opened"), [(0, []), (699, []), (700, ["case changed", "case"])])
def test_the_key_for_the_receipt_opens_no_application_when_the_answer_comes_in_that_moment(
    desk: FormDesk, after_ms: int, opened: list[str]
) -> None:
    desk.begins()
    at = Opened(desk)
    at.sends()
    for came in (desk.server_has_it, desk.confirmed):
        at.presenter.changed(came())
    at.presenter.act_chosen(FormAct.RECEIPT)  # on its way from stage to stage it stays the same button
    assert desk.receipts == [desk.application]

    at.presenter.changed(desk.accepted())
    desk.clock.moment += timedelta(milliseconds=after_ms)
    at.presenter.act_chosen(FormAct.NEXT)

    assert desk.went.to == opened


def test_nothing_blocks_while_it_waits(desk: FormDesk) -> None:
    desk.begins()
    at = Opened(desk)
    at.sends()

    at.presenter.print_pressed()
    at.presenter.act_chosen(FormAct.PRINT_FORM)
    at.presenter.act_chosen(FormAct.PAUSE)
    at.presenter.act_chosen(FormAct.PAPERS)
    at.presenter.act_chosen(FormAct.FINISH)

    assert (desk.receipts, desk.forms) == ([desk.application], [desk.application])
    assert desk.went.to == ["pause", "papers", "case changed", "queue"]
    assert desk.queue.finished == ["A-047"]


def test_a_form_that_mas_did_not_accept_is_open_again_with_what_was_typed(desk: FormDesk) -> None:
    desk.begins()
    at = Opened(desk)
    at.sends()
    at.presenter.changed(desk.server_has_it())

    at.presenter.changed(desk.not_accepted("Mobil nömrə başqa şəxsin adınadır."))

    assert at.view.stage() is Stage.FILL
    assert at.view.now.page.case.application.returned_for == "Mobil nömrə başqa şəxsin adınadır."
    assert desk.went.words[-1] == "not_accepted"
    for name in ("specialty", "wanted", "district", "transport", "education"):
        assert getattr(at.view.now.typed, name) == getattr(typed(), name)
    at.types(phone="+994500009999")
    at.presenter.send_pressed()
    assert at.view.stage() is Stage.TO_SEND


def test_the_application_can_be_taken_back_in_place(desk: FormDesk) -> None:
    desk.begins()
    at = Opened(desk)
    at.sends()
    at.presenter.act_chosen(FormAct.WITHDRAW)
    assert at.view.section is Section.WITHDRAW
    at.presenter.back()
    assert desk.state() is ApplicationState.WAITING_MAS

    at.presenter.act_chosen(FormAct.WITHDRAW)
    at.presenter.withdraw_confirmed("Fikrini dəyişib.")

    assert desk.state() is ApplicationState.WITHDRAWN
    assert desk.went.to == ["case"]  # it is on the application's first page now


def test_who_was_quicker_elsewhere_is_heard(desk: FormDesk) -> None:
    desk.begins()
    at = Opened(desk)
    at.fills()
    WithdrawApplication(desk.desk)(desk.file_id, desk.application)

    at.presenter.send_pressed()

    assert at.view.problem is not None
    assert desk.went.to == ["case"]
    with desk.desk.open_reading() as reading:
        assert reading.drafts.load(draft_key(desk.application)) is not None  # nothing typed is lost


# afterwards
def test_registration_as_unemployed_follows_in_the_same_case(desk: FormDesk) -> None:
    desk.begins()
    at = Opened(desk)
    at.sends()
    for came in (desk.server_has_it, desk.confirmed, desk.accepted):
        at.presenter.changed(came())
    desk.clock.moment += timedelta(seconds=1)

    at.presenter.act_chosen(FormAct.NEXT)

    with desk.desk.open_reading() as reading:
        following = reading.file(desk.file_id).open_application(K.UNEMPLOYED)
    assert following is not None
    assert following.ticket == "A-047"
    current = desk.runs.current()
    assert current is not None
    assert current.application == following.id
    assert desk.went.to == ["case changed", "case"]
    at.presenter.changed(desk.server_has_it())
    at.presenter.act_chosen(FormAct.NEXT)  # a second time it only leads there
    assert desk.went.to == ["case changed", "case", "case"]


def test_at_the_end_the_confirmation_is_printed(desk: FormDesk) -> None:
    desk.begins(K.CANCELLATION)
    at = Opened(desk)
    at.presenter.send_pressed()
    for came in (desk.server_has_it, desk.confirmed, desk.accepted):
        at.presenter.changed(came())

    at.presenter.print_pressed()

    assert desk.confirmations == [desk.application]
    assert FormAct.NEXT not in dict(at.view.now.acts)


# ending and taking up again
@pytest.mark.parametrize(
    ("said", "where", "why"),
    [
        ({"ground": ""}, "ground", "ending.ground_missing"),
        ({"starts_on": ""}, "starts_on", "ending.start_missing"),
        ({"starts_on": "31.02.2026"}, "starts_on", "date.does_not_exist"),
        ({"ends_on": ""}, "ends_on", "form.until_missing"),
        ({"ends_on": "24.10.2026", "starts_on": "01.10.2026"}, "ends_on", "ending.term_is_over"),
        ({"ends_on": "23.11.2026"}, "ends_on", "date.ends_before_start"),
        ({"ground": "removal.service", "ends_on": ""}, "evidence", "ending.evidence_missing"),
        ({"ground": "removal.offers_jobseeker"}, "ground", "ground.not_for_status"),
    ],
)
def test_a_removal_that_the_law_stops_is_said_at_the_field(
    desk: FormDesk, said: dict[str, str], where: str, why: str
) -> None:
    desk.begins(K.REMOVAL)
    at = Opened(desk)
    whole = {"ground": "removal.own_request", "starts_on": "24.11.2026", "ends_on": "20.03.2027"}
    at.types(**{**whole, **said})

    at.presenter.send_pressed()

    assert at.view.problems().get(where) == why
    assert desk.state() is ApplicationState.OPEN


@pytest.mark.parametrize(
    ("said", "ends_on"),
    [
        ({"ground": "removal.own_request", "ends_on": "20.03.2027"}, "20.03.2027"),
        ({"ground": "removal.declined_unemployed", "ends_on": "01.01.2030"}, "24.11.2027"),  # set by law
        ({"ground": "removal.service", "evidence": "Çağırış vərəqəsi № 12"}, None),  # while it lasts
        ({"ground": "removal.programme"}, None),
    ],
)
def test_a_removal_says_its_term(desk: FormDesk, said: dict[str, str], ends_on: str | None) -> None:
    desk.begins(K.REMOVAL)
    at = Opened(desk)
    assert at.view.now.typed.starts_on == "24.11.2026"  # today
    at.types(**said)

    at.presenter.send_pressed()

    form = desk.now.form_data
    assert form is not None
    assert form.ground == said["ground"]
    assert (short(form.ends_on) if form.ends_on else None) == ends_on
    assert form.evidence == said.get("evidence", "")


def test_a_registration_is_taken_up_again_when_its_term_is_over(desk: FormDesk) -> None:
    desk.begins(K.REMOVAL)
    at = Opened(desk)
    at.types(ground="removal.declined_unemployed")
    at.presenter.send_pressed()
    for came in (desk.server_has_it, desk.confirmed, desk.accepted):
        at.presenter.changed(came())
    desk.runs.finish()
    desk.begins(K.RESUMPTION, status_attestation=None)

    early = Opened(desk)
    stands = early.view.now.checked.stands
    assert stands is not None
    assert stands.reason == early.view.off(FormAct.SEND) == "resumption.term_runs"
    assert early.view.now.typed.evidence == ""
    early.presenter.send_pressed()
    assert desk.state() is ApplicationState.OPEN

    desk.clock.moment += timedelta(days=365)
    late = Opened(desk)
    late.presenter.send_pressed()
    assert desk.state() is ApplicationState.WAITING_MAS


def test_a_removal_that_lasted_with_its_cause_needs_the_paper_that_it_ended(desk: FormDesk) -> None:
    desk.begins(K.RESUMPTION, answer={"ground": "removal.service", "ends_on": ""})
    at = Opened(desk)
    assert at.view.focus == "evidence"

    at.presenter.send_pressed()
    assert at.view.problems() == {"evidence": "form.end_missing"}
    at.types(evidence="Hərbi bilet № 0012, 20.11.2026")
    at.presenter.send_pressed()

    assert desk.state() is ApplicationState.WAITING_MAS


def test_the_only_ground_of_a_jobseekers_cancellation_is_chosen_already(desk: FormDesk) -> None:
    desk.begins(K.CANCELLATION)

    at = Opened(desk)

    assert at.view.now.typed.ground == "cancel.own_request"
    assert at.view.focus == "main"


# bars and the unknown
def test_who_is_barred_gets_the_date_and_a_written_answer(desk: FormDesk) -> None:
    desk.begins(status=Status.CANCELLED, answer={"bars": ["cancel.false_data:2026-12-24"]})
    at = Opened(desk)
    at.fills()

    assert at.view.now.page.barred is not None
    assert at.view.off(FormAct.SEND) == "application.barred"
    at.presenter.send_pressed()
    assert desk.state() is ApplicationState.OPEN
    at.presenter.act_chosen(FormAct.REFUSE)
    assert desk.went.to == ["refusal"]


@pytest.mark.parametrize("kind", [K.REMOVAL, K.CANCELLATION, K.RESUMPTION, K.JOBSEEKER])
def test_an_unknown_registration_is_asked_for_by_itself(desk: FormDesk, kind: K) -> None:
    desk.begins(kind, Status.UNKNOWN)
    answer, desk.registers.answer = desk.registers.answer, Unanswered.OFFLINE
    at = Opened(desk)
    assert at.view.no_answer is Unanswered.OFFLINE
    assert at.view.now.page.not_asked

    assert not isinstance(answer, Unanswered)
    known = {K.REMOVAL: "unemployed", K.CANCELLATION: "jobseeker", K.RESUMPTION: "temporarily_removed"}
    desk.registers.answer = {**answer, "status": known.get(kind, "not_registered")}
    at.presenter.ask_pressed()

    assert not at.view.asking
    assert not at.view.now.page.not_asked
    assert desk.went.words == ["status_read"]
    assert Todo.STATUS not in dict(at.view.now.todo)


def test_an_answer_that_comes_while_somebody_types_takes_nothing_away(desk: FormDesk) -> None:
    desk.begins(status=Status.UNKNOWN)
    answer, desk.registers.answer = desk.registers.answer, Unanswered.REGISTER
    at = Opened(desk)
    at.types(specialty="dülgər")
    assert not isinstance(answer, (Unanswered, Attestation))
    desk.registers.answer = {
        **answer,
        "status": "not_registered",
        "profile": {"specialty": "proqramçı", "education": "higher"},
    }

    at.presenter.ask_pressed()

    assert at.view.now.typed.specialty == "dülgər"
    with desk.desk.open_reading() as reading:
        assert reading.file(desk.file_id).profile is not None


def test_a_missing_line_leads_to_its_field(desk: FormDesk) -> None:
    desk.begins()
    at = Opened(desk)

    at.presenter.todo_chosen(Todo.WANTED)
    assert at.view.focus == "wanted"
    at.presenter.todo_chosen(Todo.IDENTITY)
    at.presenter.file_pressed()
    at.presenter.back()
    assert desk.went.to == ["papers", "person", "applications"]
