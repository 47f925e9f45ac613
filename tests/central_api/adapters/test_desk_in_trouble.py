"""What a desk and a file see of a ministry in trouble: a named silence, nothing lost, nothing twice, and it goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from central_api.adapters import operations
from central_api.adapters.setting_names import System
from central_api.office import Office
from dost_desktop.domain import acts
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, MessageChannel, Status
from tests.central_api.adapters import trouble as t
from tests.central_api.adapters.conftest import reaching
from tests.central_api.adapters.ministry import PAGE, Ministry
from tests.central_api.adapters.trouble import Trouble, troubled
from tests.central_api.practice_desk import Clockwork, Desk
from tests.central_api.test_duties import confirms, found, kinds
from tests.central_api.test_messages import by_mas, told
from tests.central_api.test_suitable_work import asked, numbers

QUICK = {
    "DOST_SYSTEMS_SECONDS": "0.5",
    "DOST_SYSTEMS_SECONDS_BEHIND": "0.5",
    "DOST_SYSTEMS_BREAK_AFTER": "13",
}
QUICK |= {"DOST_SYSTEMS_BREAK_FOR": "1", "DOST_SYSTEMS_TRIES": "2"}
PORTAL = t.says(200, b"<html>", "text/html")
LOSING = [t.done_and_silent, t.cut, t.reset, t.truncated, t.says(503, Retry_After="0"), PORTAL]


@pytest.fixture
def trouble(ministry: Ministry) -> Iterator[Trouble]:
    """The door before the ministry, open before the office is built."""
    with troubled(lambda: ministry.port) as door:
        yield door


@pytest.fixture
def new_office(new_office: Callable[..., Office], trouble: Trouble) -> Callable[..., Office]:
    """Every question goes through that door."""
    return lambda **settings: new_office(**QUICK, **reaching(trouble.port), **settings)


def circuit(office: Office, system: System) -> str:
    return next(each.circuit for each in office.systems.standing() if each.system is system)


@pytest.mark.parametrize(
    "behaviour", [t.silent, t.dripping, PORTAL, t.says(404)], ids=["silent", "dripping", "portal", "404"]
)
def test_the_desk_is_told_in_time_that_the_register_is_silent(
    desk: Desk, trouble: Trouble, people: dict[str, str], behaviour: t.Behaviour
) -> None:
    trouble.behaves = behaviour
    started = time.monotonic()
    answer = desk.lookup("mas_employed_persons", people["found 4.1.1"])
    assert time.monotonic() - started < 3
    assert (answer.status_code, answer.json()["code"]) == (503, "register.unreachable")
    assert answer.json()["facts"] == {"register": "mas_employed_persons"}
    assert int(answer.headers["retry-after"]) >= 1
    trouble.behaves = None
    assert desk.asks("mas_employed_persons", people["found 4.1.1"]).answer["entries"]


def test_one_registration_from_the_form_to_the_register_through_all_troubles(
    office: Office, desk: Desk, trouble: Trouble, ministry: Ministry, people: dict[str, str], clock: Clockwork
) -> None:
    """Each answer is lost in another way the first time; the ministry did everything once, the file says it once."""
    number = people["not registered"]
    file, application = confirms(desk, number, ApplicationKind.JOBSEEKER)

    def until_done(work_off: Callable[[], int], done: Callable[[], bool]) -> None:
        for behaviour in LOSING:
            trouble.behaves = behaviour
            assert work_off() == 0
            assert not done()
            clock.at += timedelta(minutes=1)
            office.systems.lines[
                System.MAS
            ]._breaker._counts.close()  # only the ways of losing are looked at here
        trouble.behaves = None
        work_off()
        assert done()

    until_done(
        office.duties.work_off, lambda: found(office, file, application).state is ApplicationState.DONE
    )
    state = office.hand.read(file)
    assert (state.registration.status, state.registration.number) == (
        Status.JOBSEEKER,
        "05-04-05-00/B03/2026/Q-000001",
    )
    until_done(office.messages.work_off, lambda: len(told(office, file, application)) == 2)
    assert told(office, file, application) == by_mas("jobseeker.registered")
    assert kinds(office, file).count("accepted_by_mas") == 1
    assert kinds(office, file).count("message_delivered") == 2
    assert len(ministry.keys[operations.HAND_IN_FORM.path]) == 1
    assert len(ministry.keys[operations.TELL.path]) == len(MessageChannel)
    assert ministry.questions[operations.HAND_IN_FORM.path] > 1
    desk.takes(
        file, 1, tuple(m for item in desk.pulls().items if item.file_id == str(file) for m in item.events)
    )
    said = desk.asks("mas_status", number).answer
    assert (said["status"], said["registration_number"]) == ("jobseeker", state.registration.number)


def test_a_waiting_application_goes_on_by_itself_and_a_dead_register_is_left_alone(
    office: Office, desk: Desk, trouble: Trouble, people: dict[str, str], clock: Clockwork
) -> None:
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    [verdict] = desk.pushes(desk.records(file, acts.RecordRegisterSilence(application, clock.at)))
    assert verdict.answer == "accepted"
    trouble.behaves = t.says(500)
    came = len(trouble.came)
    for _ in range(16):
        assert office.jobs.work_off() == 0
        clock.at += timedelta(seconds=31)
    assert (len(trouble.came) - came, circuit(office, System.MAS)) == (13, "open")
    assert circuit(office, System.MEIS) == "closed"
    ready = desk.http.get("/health/ready")
    assert (ready.status_code, ready.json()["systems"]["mas"], ready.json()["systems"]["sms"]) == (
        200,
        "open",
        "closed",
    )
    assert desk.lookup("mas_status", number).status_code == 503  # without asking: nobody waits for it
    assert desk.lookup("meis_person", number).status_code == 503  # MEİS breaks by itself
    assert found(office, file, application).state is ApplicationState.WAITING_REGISTER
    trouble.behaves = None
    time.sleep(1.05)
    clock.at += timedelta(minutes=1)
    assert office.jobs.work_off() == 1
    assert found(office, file, application).state is not ApplicationState.WAITING_REGISTER
    assert circuit(office, System.MAS) == "closed"


def test_vacancies_are_one_state_of_the_bank_or_none(
    office: Office, desk: Desk, trouble: Trouble, ministry: Ministry, people: dict[str, str]
) -> None:
    number, bank = people["not found"], office.systems.bank
    wanted = {each.number for each in ministry.simulated.bank.all()}

    def pages(n: int) -> t.Behaviour:
        """The bank answers this many questions more."""
        left = [n]

        def answer(trouble: Trouble, line: t.socket.socket, question: t.Asked) -> None:
            left[0] -= 1
            (t.truthful if left[0] >= 0 else t.says(500))(trouble, line, question)

        return answer

    trouble.behaves = pages(2)
    assert asked(desk, number).json()["code"] == "register.unreachable"
    assert ministry.questions[operations.VACANCIES] == 2
    trouble.behaves = None
    assert len(numbers(asked(desk, number))) == 20
    assert (
        ministry.questions[operations.VACANCIES] == -(-len(wanted) // PAGE) + 1
    )  # went on behind what it had
    assert ministry.not_modified == 1
    assert {each.number for each in bank.all()} == wanted
    assert ministry.questions[operations.VACANCIES] == -(-len(wanted) // PAGE) + 1  # and is fresh for a while
