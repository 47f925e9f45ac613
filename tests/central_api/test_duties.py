"""What is owed happens exactly once: MAS takes a form or does not, and an employer's silence counts after its term."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import Connection

from central_api.demo import open_practice_office
from central_api.duties import Duties
from central_api.ledger import holding
from central_api.mas import Confirmed, Form, FormAnswer, FormState, Undecided
from central_api.office import Office
from central_api.register_files import load_register, replace_register
from central_api.registers import RegisterUnreachable
from central_api.simulated_mas import SimulatedMas
from dost_desktop.contract.translation import event_message
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register, Series
from dost_desktop.domain.events import link_run, record
from dost_desktop.domain.evidence import Identity, Paper, SuitabilityTest
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application, Bar
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, FormShown, Source, Status
from tests.central_api.practice_desk import Clockwork, Desk, enrol


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk


def confirms(desk: Desk, number: str, kind: ApplicationKind, **form: object) -> tuple[UUID, UUID]:
    """Identified, opened, and the form confirmed."""
    file = desk.identifies(number)
    opening = replace(desk.opening(), application_kind=kind)
    submitted = acts.SubmitForm(opening.application, **form)  # type: ignore[arg-type]
    [verdict] = desk.pushes(desk.records(file, opening, submitted))
    assert verdict.answer == "accepted", verdict
    return file, opening.application


def pulled(desk: Desk, file: UUID) -> None:
    for item in desk.pulls().items:
        if item.file_id == str(file):
            desk.takes(file, item.events[0].seq, item.events)


def found(office: Office, file: UUID, application: UUID) -> Application:
    there = office.hand.read(file).application(application)
    assert there is not None
    return there


TAKEN = [
    ("not registered", ApplicationKind.JOBSEEKER, {}, Status.JOBSEEKER),
    (
        "not found",
        ApplicationKind.REMOVAL,
        {"ground": "removal.own_request", "starts_on": date(2026, 11, 24), "ends_on": date(2027, 2, 1)},
        Status.TEMPORARILY_REMOVED,
    ),
    ("temporarily removed", ApplicationKind.RESUMPTION, {}, Status.JOBSEEKER),
    ("unemployed", ApplicationKind.CANCELLATION, {"ground": "cancel.own_request"}, Status.CANCELLED),
]


@pytest.mark.parametrize(("case", "kind", "form", "status"), TAKEN, ids=[row[1].value for row in TAKEN])
def test_mas_takes_the_form_and_a_later_question_agrees(
    office: Office,
    desk: Desk,
    people: dict[str, str],
    case: str,
    kind: ApplicationKind,
    form: dict[str, object],
    status: Status,
) -> None:
    file, application = confirms(desk, people[case], kind, **form)
    assert office.duties.work_off() == 1
    assert office.duties.work_off() == 0

    state = office.hand.read(file)
    assert found(office, file, application).state is ApplicationState.DONE
    assert state.registration.status is status
    said = desk.asks("mas_status", people[case]).answer
    assert (said["status"], said["registration_number"]) == (status, state.registration.number)
    if kind is ApplicationKind.JOBSEEKER:
        assert state.registration.number == "05-04-05-00/B03/2026/Q-000001"
    if kind is ApplicationKind.REMOVAL:
        told = (said["before_removal"], said["ends_on"], said["ground"])
        assert told == ("jobseeker", "2027-02-01", "removal.own_request")
    pulled(desk, file)
    verdict = desk.pushes(desk.records(file, acts.ReadStatus(desk.asks("mas_status", people[case]))))[0]
    assert verdict.answer == "accepted"
    assert office.hand.read(file).registration.status is status


def test_it_happens_behind_the_requests_and_the_desk_gets_it_by_the_feed(
    desk: Desk, other_desk: Desk, new_office: Callable[[], Office], people: dict[str, str]
) -> None:
    new_office().background.start()
    file, _ = confirms(desk, people["not registered"], ApplicationKind.JOBSEEKER)
    end = time.monotonic() + 5
    while "accepted_by_mas" not in [e.content["kind"] for i in other_desk.pulls().items for e in i.events]:
        assert time.monotonic() < end
        time.sleep(0.02)
    pulled(other_desk, file)
    assert other_desk.state(file).registration.status is Status.JOBSEEKER


def test_many_processes_hand_each_form_in_once(
    office: Office, new_office: Callable[[], Office], desk: Desk, people: dict[str, str]
) -> None:
    cases = ("not registered", "cancelled", "not found", "expired card", "unemployed")
    own = {"ground": "cancel.own_request"}
    files = [
        confirms(desk, people[each], ApplicationKind.CANCELLATION, **own)
        if each in {"not found", "expired card", "unemployed"}
        else confirms(desk, people[each], ApplicationKind.JOBSEEKER)
        for each in cases
    ]
    others = [new_office().duties for _ in range(3)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(Duties.work_off, [office.duties, *others]))

    assert {found(office, *each).state for each in files} == {ApplicationState.DONE}
    kinds = [e.content["kind"] for item in desk.pulls(limit=500).items for e in item.events]
    assert kinds.count("accepted_by_mas") == len(cases)
    numbers = {office.hand.read(file).registration.number for file, _ in files}
    assert len(numbers) == len(cases)


def test_what_was_answered_but_not_recorded_is_answered_the_same_again(
    office: Office, desk: Desk, people: dict[str, str], monkeypatch: pytest.MonkeyPatch, clock: Clockwork
) -> None:
    """The process dies between MAS's answer and the file: the next one finds the same number."""
    file, application = confirms(desk, people["not registered"], ApplicationKind.JOBSEEKER)

    def killed(*_given: object, **_more: object) -> None:
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(type(office.hand), "record", killed)
        with pytest.raises(SystemExit):
            office.duties.work_off()
    assert office.duties.work_off() == 0  # still held by the dead process
    clock.at += timedelta(seconds=61)
    assert office.duties.work_off() == 1
    assert office.hand.read(file).registration.number.endswith("/Q-000001")
    assert found(office, file, application).state is ApplicationState.DONE


def test_while_mas_is_away_the_form_waits(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    office.settings.outages.mkdir()
    outage = office.settings.outages / "mas_form"
    outage.touch()
    file, application = confirms(desk, people["not registered"], ApplicationKind.JOBSEEKER)
    assert office.duties.work_off() == 0
    assert found(office, file, application).state is ApplicationState.WAITING_MAS
    outage.unlink()
    assert office.duties.work_off() == 0  # not yet due again
    clock.at += timedelta(seconds=2)
    assert office.duties.work_off() == 1
    assert found(office, file, application).state is ApplicationState.DONE


def test_a_form_on_the_list_of_refusals_is_mended_and_taken(
    office: Office, desk: Desk, people: dict[str, str], tmp_path: Path
) -> None:
    number, csv = people["not registered"], tmp_path / "refusals.csv"
    csv.write_text(
        f"number,application_kind,reason\n{number},jobseeker_registration,Təhsil göstərilməyib\n",
        encoding="utf-8",
    )
    assert load_register(office.database, "mas_form_refusals", csv, only_good=False).bad == []
    file, application = confirms(desk, number, ApplicationKind.JOBSEEKER)
    assert office.duties.work_off() == 1
    stopped = found(office, file, application)
    assert (stopped.state, stopped.returned_for) == (ApplicationState.OPEN, "Təhsil göstərilməyib")

    pulled(desk, file)
    assert desk.pushes(desk.records(file, acts.SubmitForm(application)))[0].answer == "accepted"
    assert office.duties.work_off() == 1
    assert found(office, file, application).state is ApplicationState.DONE


def test_a_bar_that_mas_learnt_of_meanwhile_holds_until_its_day(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    """A bar known before stops the form at the desk; one that began since, MAS says; that of a referral it does not."""
    number = people["cancelled"]
    file = desk.identifies(number)
    bars = ["cancel.false_data:2026-12-24", "referral.left_early:2027-05-24"]
    profile = {"education": None, "specialty": "dərzi"}
    said = {**desk.asks("mas_status", number).answer, "bars": bars, "profile": profile}
    replace_register(office.database, Register.STATUS, [(number, said)])
    opening = replace(desk.opening(), application_kind=ApplicationKind.JOBSEEKER)
    desk.pushes(desk.records(file, opening, acts.SubmitForm(opening.application)))
    office.duties.work_off()
    assert "24.12.2026" in found(office, file, opening.application).returned_for

    clock.at += timedelta(days=30)
    pulled(desk, file)
    again = desk.pushes(desk.records(file, acts.SubmitForm(opening.application)))[0]
    assert again.answer == "accepted"
    office.duties.work_off()
    assert found(office, file, opening.application).state is ApplicationState.DONE
    now = office.lookups.ask(Register.STATUS, NumberKind.PIN, number, "sınaq").answer
    assert (now["bars"], now["profile"]) == (bars[1:], profile)


def test_with_a_status_nobody_asked_for_the_answer_brings_it_along(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    number = people["not found"]
    file, done = desk.identification(number)
    opening = replace(desk.opening(), application_kind=ApplicationKind.REMOVAL)
    form = acts.SubmitForm(opening.application, ground="removal.own_request", starts_on=date(2026, 11, 24))
    [verdict] = desk.pushes(desk.records(file, done[0], opening, form))
    assert verdict.answer == "accepted"
    assert office.duties.work_off() == 1
    assert office.hand.read(file).registration.status is Status.TEMPORARILY_REMOVED


def test_a_number_that_mas_cannot_know_is_handed_in_once_and_stops_nothing(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    paper = Paper("identity_card_old", "AZE12345678", FormShown.ORIGINAL)
    typed = Identity(NumberKind.PIN, "123", "Əliyev", "Araz", "", date(1990, 1, 1))
    identified = acts.IdentifyPerson(typed, Source.PAPERS, paper=paper, unreachable_at=desk.clock())
    file = desk.file_of("123")
    opening = replace(desk.opening(), application_kind=ApplicationKind.JOBSEEKER)
    [verdict] = desk.pushes(desk.records(file, identified, opening, acts.SubmitForm(opening.application)))
    assert verdict.answer == "accepted", verdict
    other, theirs = confirms(desk, people["not registered"], ApplicationKind.JOBSEEKER)
    assert office.duties.work_off() == 2
    assert office.duties.work_off() == 0
    assert found(office, file, opening.application).state is ApplicationState.WAITING_MAS
    assert found(office, other, theirs).state is ApplicationState.DONE


def test_the_form_of_a_withdrawn_application_is_never_judged(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    file, application = confirms(desk, people["not registered"], ApplicationKind.JOBSEEKER)
    desk.pushes(desk.records(file, acts.Withdraw(application)))
    assert office.duties.work_off() == 1
    clock.at += timedelta(days=1)
    assert office.duties.work_off() == 0
    said = office.lookups.ask(Register.STATUS, NumberKind.PIN, people["not registered"], "sınaq")
    assert said.answer["status"] == "not_registered"


def kinds(office: Office, file: UUID) -> list[str]:
    return [each.event.content.kind for each in office.hand.whole(file).events]


def test_a_form_lies_in_mas_until_the_person_has_confirmed_it(
    office: Office,
    new_office: Callable[..., Office],
    desk: Desk,
    people: dict[str, str],
    clock: Clockwork,
) -> None:
    """After a moment by itself; what came of it is one run, however many processes ask, and whoever asks last."""
    first, second = (new_office(DOST_SIMULATOR_CONFIRMS_AFTER="2").duties for _ in range(2))
    file, application = confirms(desk, people["not registered"], ApplicationKind.JOBSEEKER)
    assert first.work_off() == 0
    clock.at += timedelta(seconds=1)
    assert second.work_off() == 0
    assert found(office, file, application).state is ApplicationState.WAITING_MAS
    clock.at += timedelta(seconds=1)
    with ThreadPoolExecutor(2) as threads:
        assert sum(threads.map(Duties.work_off, [first, second])) == 1
    done = found(office, file, application)
    assert (done.state, done.confirmed_at) == (ApplicationState.DONE, clock.at)
    assert kinds(office, file)[-3:] == ["form_submitted", "form_confirmed", "accepted_by_mas"]


def test_people_confirm_on_command_and_not_while_e_sosial_is_away(
    office: Office,
    new_office: Callable[..., Office],
    desk: Desk,
    people: dict[str, str],
    clock: Clockwork,
) -> None:
    waits = new_office(DOST_SIMULATOR_CONFIRMS_AFTER="never")
    forms = [
        confirms(desk, people[each], ApplicationKind.JOBSEEKER) for each in ("not registered", "cancelled")
    ]
    assert waits.duties.work_off() == 0
    assert {each.application for each in waits.mas.unconfirmed()} == {str(each) for _, each in forms}
    office.settings.outages.mkdir(exist_ok=True)
    (office.settings.outages / "e_sosial").touch()
    with pytest.raises(RegisterUnreachable):
        waits.mas.confirm()
    clock.at += timedelta(days=2)
    assert office.duties.work_off() == 0  # nor by themselves
    (office.settings.outages / "e_sosial").unlink()
    assert waits.mas.confirm("nobody's") == 0
    assert waits.mas.confirm(str(forms[1][1])) == 1
    confirmed_at = clock.at
    clock.at += timedelta(hours=1)
    assert waits.duties.work_off() == 1
    assert found(office, *forms[0]).state is ApplicationState.WAITING_MAS
    assert found(office, *forms[1]).confirmed_at == confirmed_at
    assert waits.mas.confirm() == 1
    clock.at += timedelta(minutes=2)
    assert waits.duties.work_off() == 1
    assert waits.mas.unconfirmed() == ()


def test_a_form_that_was_taken_back_is_judged_nowhere_and_the_next_one_is(
    office: Office, new_office: Callable[..., Office], people: dict[str, str]
) -> None:
    """Also when the handing in was on its way, comes later, or twice, or after a restart."""
    application, first, second = uuid4(), uuid4(), uuid4()

    def form(submission: UUID) -> Form:
        number = people["not registered"]
        kind = ApplicationKind.JOBSEEKER
        return Form(submission, application, "M-1", kind, NumberKind.PIN, number, "B03")

    other = new_office(DOST_SIMULATOR_CONFIRMS_AFTER="never").mas
    assert other.submit(form(first)) is Undecided.UNCONFIRMED
    assert other.take_back(first) is None
    assert other.unconfirmed() == ()
    for mas in (office.mas, other, new_office().mas):
        assert mas.submit(form(first)) is Undecided.TAKEN_BACK
        assert mas.take_back(first) is None
    taken = office.mas.submit(form(second))
    assert isinstance(taken, FormAnswer)
    assert taken.accepted
    assert other.submit(form(second)) == taken == other.take_back(second)


def test_where_mas_was_quicker_than_the_withdrawal_the_file_hears_of_it(
    office: Office, desk: Desk, people: dict[str, str], monkeypatch: pytest.MonkeyPatch, clock: Clockwork
) -> None:
    number = people["not registered"]
    file, application = confirms(desk, number, ApplicationKind.JOBSEEKER)

    def killed(*_given: object, **_more: object) -> None:
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(type(office.hand), "record", killed)
        with pytest.raises(SystemExit):
            office.duties.work_off()
    desk.pushes(desk.records(file, acts.Withdraw(application)))
    assert office.duties.work_off() == 1
    state = office.hand.read(file)
    assert found(office, file, application).state is ApplicationState.WITHDRAWN
    assert state.registration.status is Status.JOBSEEKER
    assert state.registration.number.endswith("/Q-000001")
    clock.at += timedelta(hours=1)
    assert office.duties.work_off() == 0


def test_what_was_recorded_while_mas_answered_only_delays_it(
    office: Office, desk: Desk, people: dict[str, str], monkeypatch: pytest.MonkeyPatch, clock: Clockwork
) -> None:
    file, application = confirms(desk, people["not registered"], ApplicationKind.JOBSEEKER)
    submit = type(office.mas).submit

    def slow(mas: SimulatedMas, form: Form) -> FormState:
        said = submit(mas, form)
        desk.pushes(desk.records(file, acts.RecordContact("+994501112233", "", "")))
        return said

    with monkeypatch.context() as late:
        late.setattr(type(office.mas), "submit", slow)
        assert office.duties.work_off() == 0
    clock.at += timedelta(seconds=2)
    assert office.duties.work_off() == 1
    assert office.hand.read(file).registration.number.endswith("/Q-000001")
    assert kinds(office, file).count("accepted_by_mas") == 1
    assert found(office, file, application).state is ApplicationState.DONE


def test_an_application_that_the_head_opens_again_brings_a_form_of_its_own(
    office: Office, http: httpx.Client, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    """Also where the first form's taking back comes late, after the second one went to MAS."""
    head = enrol(office, http, clock).signs_in("ramin")
    file, application = confirms(desk, people["not registered"], ApplicationKind.JOBSEEKER)
    desk.pushes(desk.records(file, acts.Withdraw(application)))
    head.takes(file, 1, tuple(event_message(each) for each in office.hand.whole(file).events))
    body = {"runs": [head.records(file, acts.Reopen(application, "Səhv")).model_dump(mode="json")]}
    answer = head.http.post("/v1/centre/acts", json=body, headers=head.as_agent)
    assert answer.json()["answers"][0]["answer"] == "accepted", answer.text
    pulled(desk, file)
    desk.pushes(desk.records(file, acts.SubmitForm(application)))
    assert office.duties.work_off() == 2
    assert found(office, file, application).state is ApplicationState.DONE
    assert office.hand.read(file).registration.status is Status.JOBSEEKER
    clock.at += timedelta(hours=1)
    assert office.duties.work_off() == 0


ENDS = [
    ("unemployed", Status.CANCELLED, "cancel.false_data", None),
    ("not found", Status.TEMPORARILY_REMOVED, "removal.offers_jobseeker", date(2027, 11, 20)),
]


@pytest.mark.parametrize(("case", "target", "ground", "ends_on"), ENDS)
def test_mas_hears_of_what_the_office_ended_by_itself(
    office: Office,
    desk: Desk,
    people: dict[str, str],
    case: str,
    target: Status,
    ground: str,
    ends_on: date | None,
) -> None:
    """Switched off until the owner enables it (D20); then a later question to MAS agrees with the file, bars too."""
    file, starts_on = desk.identifies(people[case]), date(2026, 11, 20)
    act = acts.EndByOffice(target, ground, starts_on, ends_on, "Akt № 1")

    def end(connection: Connection) -> None:
        with holding(connection, [file], office.clock()) as held:
            actor, law = office.seals.central_actor(), desk.law
            events = record((act,), file_id=file, actor=actor, law=law, at=office.clock())
            held.append(file, link_run(held.held[file].head, events), "")
            held.publish()

    office.database.write(end)
    assert office.duties.work_off() == 1
    assert office.duties.work_off() == 0
    before = office.hand.read(file).registration
    pulled(desk, file)
    desk.pushes(desk.records(file, acts.ReadStatus(desk.asks("mas_status", people[case]))))
    after = office.hand.read(file).registration
    assert (after.status, after.since, after.ground, after.ends_on) == (target, starts_on, ground, ends_on)
    assert replace(after, known_at=before.known_at, bars=()) == replace(before, bars=())
    wanted = {Bar("cancel.false_data", date(2026, 12, 20))} if ground == "cancel.false_data" else set()
    assert set(after.bars) == wanted


def refers(desk: Desk, number: str, referral: str = "", employer: str = "Nümunə MMC") -> tuple[UUID, UUID]:
    """Checked, offered, accepted, referred on that day."""
    referral = referral or desk.next_number(Series.REFERRAL)
    file = desk.identifies(number)
    application = desk.opens(file)
    desk.checks(file, application, number)
    offer = uuid4()
    tests = tuple(
        SuitabilityTest(each, "fits")
        for each in ("education", "specialty", "experience", "health", "transport")
    )
    [verdict] = desk.pushes(
        desk.records(
            file,
            acts.OfferWork(application, offer, "V00001", employer, "operator", tests),
            acts.AcceptOffer(application, offer),
            acts.IssueReferral(application, offer, referral, date(2026, 11, 24)),
        )
    )
    assert verdict.answer == "accepted", verdict
    return file, application


def test_silence_counts_on_the_day_after_the_term_and_once_among_many_processes(
    office: Office,
    new_office: Callable[[], Office],
    desk: Desk,
    people: dict[str, str],
    clock: Clockwork,
) -> None:
    file, application = refers(desk, people["not found"])
    assert office.duties.work_off() == 0
    clock.at = clock.at.replace(day=1, month=12, hour=19, minute=59)  # 23:59 in Baku on the last day
    assert office.duties.work_off() == 0
    assert found(office, file, application).state is ApplicationState.WAITING_EMPLOYER
    clock.at += timedelta(minutes=1)
    others = [new_office().duties for _ in range(3)]
    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(Duties.work_off, [office.duties, *others])) == 1
    assert found(office, file, application).state is ApplicationState.OFFERING_WORK
    assert office.hand.read(file).head.seq == desk.head(file).seq + 1


def test_a_practice_office_that_goes_on_keeps_what_mas_has_changed(new_office: Callable[[], Office]) -> None:
    office = new_office()
    people = {each["case"]: each["number"] for each in open_practice_office(office)["persons"]}
    office.mas.note_unemployed(Confirmed(uuid4(), NumberKind.PIN, people["not found"]))
    open_practice_office(office)
    said = office.lookups.ask(Register.STATUS, NumberKind.PIN, people["not found"], "sınaq")
    assert said.answer["status"] == "unemployed"
