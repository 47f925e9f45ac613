"""The back office decides online, under its own token and key; nobody decides their own draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select, update

from central_api.office import Office
from central_api.tables import back_office_drafts, readings
from dost_desktop.contract.back_office import BackOfficeDraft, BackOfficeDrafts
from dost_desktop.contract.messages import FeedItem, PushAnswer, PushVerdict, RunMessage
from dost_desktop.domain import acts
from dost_desktop.domain.vocabulary import ApplicationState, Status
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire
from tests.central_api.test_duties import found, pulled


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk


@pytest.fixture
def officer(office: Office, http: httpx.Client, clock: Clockwork, desk: Desk) -> Desk:
    """Leyla of the back office, in another centre than the agents whose drafts she reads."""
    hire(office, "nərgiz", "back_office", "A01")
    return enrol(office, http, clock, "A01").signs_in("nərgiz")


@dataclass
class Sent:
    file: UUID
    application: UUID


def sends(desk: Desk, number: str, back_office: str = "05", seen: int = 14) -> Sent:
    """Checked, no suitable work, and the draft sent."""
    file = desk.identifies(number)
    application = desk.opens(file)
    desk.checks(file, application, number)
    [verdict] = desk.pushes(
        desk.records(
            file,
            desk.no_work(application, number, seen),
            acts.SendToBackOffice(application, back_office),
        )
    )
    assert verdict.answer == "accepted", verdict
    return Sent(file, application)


def drafts(officer: Desk, back_office: str = "") -> tuple[BackOfficeDraft, ...]:
    answer = officer.http.get(
        "/v1/back-office/drafts", params={"back_office": back_office}, headers=officer.as_agent
    )
    assert answer.status_code == 200, answer.text
    listed = BackOfficeDrafts.model_validate(answer.json())
    assert listed.total == len(listed.drafts)
    return listed.drafts


def reads(officer: Desk, file: UUID) -> None:
    answer = officer.http.get(f"/v1/files/{file}", params={"purpose": "decision"}, headers=officer.as_agent)
    officer.takes(file, 1, FeedItem.model_validate(answer.json()).events)


def decides(officer: Desk, *runs: RunMessage) -> list[PushVerdict]:
    body = {"runs": [run.model_dump(mode="json") for run in runs]}
    answer = officer.http.post("/v1/back-office/decisions", json=body, headers=officer.as_agent)
    assert answer.status_code == 200, answer.text
    return list(PushAnswer.model_validate(answer.json()).answers)


def test_drafts_come_by_deadline_and_say_about_whom_and_on_what_they_rest(
    office: Office, desk: Desk, officer: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    first = sends(desk, people["not found"])
    clock.at += timedelta(days=3)
    desk.signs_in("orxan")
    second = sends(desk, people["expired card"], "06")
    clock.at += timedelta(days=6)  # Thursday, 3 December
    officer.signs_in("nərgiz")

    listed = drafts(officer)
    assert [each.application for each in listed] == [str(first.application), str(second.application)]
    assert [(each.due_on, each.days_left, each.sent_by, each.centre) for each in listed] == [
        ("2026-12-01", -2, "aysel", "B03"),
        ("2026-12-04", 1, "orxan", "B03"),
    ]
    assert [each.application for each in drafts(officer, "06")] == [str(second.application)]

    said = listed[0]
    identity = office.hand.read(first.file).identity
    assert identity is not None
    assert (said.full_name, said.centre_name, said.sent_by_name) == (
        identity.full_name,
        "Nümunə B03",
        "Nümunə aysel",
    )
    assert identity.full_name not in repr(said)
    assert (said.basis, said.vacancies_seen, said.returned, said.term) == ("none", 14, 0, 5)
    assert (said.register_at[:10], said.service_due_on) == ("2026-11-24", "2026-12-01")
    with office.database.reading() as connection:
        seen = connection.execute(
            select(readings.c.file_id, readings.c.purpose).where(readings.c.what == "back_office.list")
        ).all()
    assert sorted(row.file_id for row in seen) == sorted(
        [str(first.file), str(second.file)]
    )  # once, though the list was read twice


def test_drafts_that_waited_before_the_list_held_names_are_looked_up(
    office: Office, desk: Desk, officer: Desk, people: dict[str, str]
) -> None:
    sends(desk, people["not found"])
    [whole] = drafts(officer)
    with office.database.writing() as connection:
        connection.execute(
            update(back_office_drafts).values(
                full_name="", opened_at="", basis="none", vacancies_seen=0, register_at="", returned=0
            )
        )
    assert drafts(officer) == (whole,)


def test_several_at_once_are_confirmed_and_returned_and_every_desk_hears_of_it(
    office: Office, desk: Desk, officer: Desk, people: dict[str, str]
) -> None:
    yes, no = sends(desk, people["not found"]), sends(desk, people["expired card"])
    for each in (yes, no):
        reads(officer, each.file)
    runs = (
        officer.records(yes.file, acts.ConfirmDecision(yes.application)),
        officer.records(no.file, acts.ReturnDecision(no.application, "Sənəd çatışmır")),
    )
    assert [each.answer for each in decides(officer, *runs)] == ["accepted", "accepted"]
    assert [each.answer for each in decides(officer, *runs)] == ["known", "known"]  # the answer was lost
    assert drafts(officer) == ()

    pulled(desk, yes.file)
    pulled(desk, no.file)
    assert desk.state(yes.file).registration.status is Status.UNEMPLOYED
    returned = desk.state(no.file).application(no.application)
    assert returned is not None
    assert (returned.state, returned.returned_for) == (ApplicationState.RETURNED, "Sənəd çatışmır")
    content = desk.chains[yes.file][-1].event.content
    assert (content.agent, content.desk) == ("nərgiz", officer.enrolled.desk)
    keys = desk.http.get("/v1/roster", headers=desk.as_desk).json()["keys"]
    assert officer.key.public in {
        each["public"] for each in keys
    }  # the centre's desks can check the signature
    assert officer.pulls().items == ()  # and the officer's own centre does not get the file

    assert office.duties.work_off() == 1  # MAS is told
    assert desk.asks("mas_status", people["not found"]).answer["status"] == "unemployed"
    assert found(office, yes.file, yes.application).state is ApplicationState.DONE
    with office.database.reading() as connection:
        noted = connection.execute(select(readings.c.purpose).where(readings.c.agent == "nərgiz")).scalars()
        assert "decision" in set(noted)


def test_a_returned_draft_comes_back_when_it_is_sent_again(
    desk: Desk, officer: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    sent = sends(desk, people["not found"])
    reads(officer, sent.file)
    [verdict] = decides(officer, officer.records(sent.file, acts.ReturnDecision(sent.application, "Yenidən")))
    assert verdict.answer == "accepted"
    pulled(desk, sent.file)
    clock.at += timedelta(minutes=1)
    again = desk.records(sent.file, acts.SendToBackOffice(sent.application, "05"))
    assert desk.pushes(again)[0].answer == "accepted"
    assert [(each.application, each.returned) for each in drafts(officer)] == [(str(sent.application), 1)]
    assert desk.pushes(desk.records(sent.file, acts.Withdraw(sent.application)))[0].answer == "accepted"
    assert drafts(officer) == ()


def test_nobody_decides_their_own_draft(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    sent = sends(desk, people["not found"])
    clock.at += timedelta(days=1)
    hire(office, "aysel", "back_office")  # a new post for the agent who prepared it
    desk.signs_in("aysel")
    assert [each.is_own for each in drafts(desk)] == [True]
    [verdict] = decides(desk, desk.records(sent.file, acts.ConfirmDecision(sent.application)))
    assert (verdict.answer, getattr(verdict, "reason", "")) == ("rejected", "back_office.own_decision")


def test_decisions_count_online_now_and_by_the_officer_alone(
    office: Office, desk: Desk, officer: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    sent = sends(desk, people["not found"])
    reads(officer, sent.file)
    confirmed = acts.ConfirmDecision(sent.application)

    def reason(verdicts: list[PushVerdict]) -> str:
        return str(getattr(verdicts[0], "reason", verdicts[0].answer))

    run = officer.records(sent.file, confirmed)
    assert reason(officer.pushes(run)) == "act.only_online"  # by the desk's own token
    clock.at += timedelta(minutes=6)
    assert reason(decides(officer, run)) == "act.only_online"  # made before
    officer.forgets(sent.file, run)

    hire(office, "zaur", "back_office", "A01")
    officer.signs_in("zaur")
    officer.agent = "nərgiz"
    run = officer.records(sent.file, confirmed)
    assert reason(decides(officer, run)) in {"event.other_agent", "event.signature"}  # another's name
    officer.forgets(sent.file, run)
    officer.agent = "zaur"
    wrong = officer.records(sent.file, acts.Withdraw(sent.application))
    assert reason(decides(officer, wrong)) == "act.not_your_role"
    officer.forgets(sent.file, wrong)

    run = officer.records(sent.file, confirmed)
    assert desk.pushes(desk.records(sent.file, acts.Withdraw(sent.application)))[0].answer == "accepted"
    assert (
        reason(decides(officer, run)) == "conflict"
    )  # withdrawn meanwhile: the officer sees the file as it is
    assert found(office, sent.file, sent.application).state is ApplicationState.WITHDRAWN


def test_an_officer_of_one_back_office_sees_and_decides_its_drafts_alone(
    office: Office, desk: Desk, officer: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    theirs, others = sends(desk, people["not found"], "05"), sends(desk, people["expired card"], "03")
    hire(office, "günay", "back_office", "A01", back_office="05")
    one = enrol(office, desk.http, clock, "A01").signs_in("günay")
    assert one.session is not None
    assert one.session.agent.back_office == "05"

    def listed(who: Desk, named: str = "") -> list[str]:
        return [each.application for each in drafts(who, named)]

    assert listed(one) == listed(one, "05") == [str(theirs.application)]
    assert listed(one, "03") == []
    assert sorted(listed(officer)) == sorted(str(each.application) for each in (theirs, others))
    assert listed(officer, "03") == [str(others.application)]

    said = []
    for sent in (others, theirs):
        reads(one, sent.file)
        for act in (acts.ReturnDecision(sent.application, "Yenidən"), acts.ConfirmDecision(sent.application)):
            run = one.records(sent.file, act)
            [verdict] = decides(one, run)
            said.append(getattr(verdict, "reason", verdict.answer))
            if verdict.answer == "rejected":
                one.forgets(sent.file, run)
    assert said == ["back_office.other", "back_office.other", "accepted", "act.not_now"]

    clock.at += timedelta(minutes=1)
    hire(office, "günay", "back_office", "A01", back_office="03")  # from now on; the session goes on
    assert listed(one) == [str(others.application)]
