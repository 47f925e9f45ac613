"""Two hands on one person at the same time: nothing legal is questioned, and no paper is left unrecorded."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from central_api.office import Office
from central_api.register_jobs import RegisterJobs
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationState, PassportGround
from dost_desktop.storage.check import check_desk
from dost_desktop.sync.keyring import read_keyring
from tests.central_api.practice_desk import REASONS, Clockwork
from tests.sync.desks import PracticeDesk


def asks(desk: PracticeDesk, number: str) -> Attestation:
    answer = desk.registers.ask(Register.EMPLOYED_PERSONS, NumberKind.PIN, number, "M-1")
    assert isinstance(answer, Attestation)
    return answer


def answers(desk: PracticeDesk, file: UUID, application: UUID, answer: Attestation) -> None:
    desk.does(file, acts.RecordRegisterAnswer(application, answer))


def waits(desk: PracticeDesk, file: UUID, application: UUID) -> None:
    desk.does(file, acts.RecordRegisterSilence(application, desk.watch.now()))


def refuses(desk: PracticeDesk, file: UUID, application: UUID, lookup_no: str) -> acts.IssueNotice:
    """On paper, with its own number, printed."""
    ground = ("employed.4_1_1", "4.1.1")
    number = f"05-04-05-00/B03/2026/P-{desk.name}-{uuid4().hex[:8].upper()}"
    notice = acts.IssueNotice(application, uuid4(), number, True, uuid4().hex * 2, 10, "01", uuid4().hex)
    refuse = acts.Refuse(application, PassportGround.NO_LEGAL_BASIS, *ground, lookup_no, REASONS)
    desk.does(file, refuse, notice)
    desk.does(file, acts.PrintNotice(notice.notice, 1, ""))
    return notice


def agree(*desks: PracticeDesk, file: UUID) -> None:
    """Everybody holds the same, nothing waits for anybody."""
    for desk in (*desks, *desks):
        state = desk.syncs().state
        assert (state.needs_you, state.waiting, state.alarms) == (0, 0, ())
    for desk in desks:
        assert desk.chain(file) == desks[0].chain(file)
        with desk.database.open_reading() as reading:
            assert check_desk(reading, read_keyring(reading.meta)).is_whole


def reviewed(desk: PracticeDesk, file: UUID) -> tuple[str, ...]:
    with desk.database.open_reading() as reading:
        return reading.file(file).review


@pytest.fixture
def jobs(office: Office, clock: Clockwork) -> RegisterJobs:
    """The server's own questions, asked when a test says so."""
    office.background.stop()
    return RegisterJobs(office.database, office.lookups, office.hand, clock)


@pytest.mark.parametrize("who_is_first", ["agent", "server"])
def test_agent_and_server_that_ask_at_the_same_time_do_not_disagree(
    desk: PracticeDesk, people: dict[str, str], clock: Clockwork, jobs: RegisterJobs, who_is_first: str
) -> None:
    """The register is back: the server asks by itself, the agent by hand, and refuses on the own answer."""
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    waits(desk, file, application)
    desk.syncs()
    mine = asks(desk, number)
    clock.at += timedelta(seconds=1)
    assert jobs.work_off() == 1
    clock.at += timedelta(seconds=1)
    if who_is_first == "server":
        mine = asks(desk, number)
    answers(desk, file, application, mine)
    notice = refuses(desk, file, application, mine.lookup_no)

    agree(desk, file=file)

    held = desk.application(file, application)
    assert held is not None
    assert held.state is ApplicationState.REFUSED
    assert desk.kinds(file).count("register_answered") == 2
    assert reviewed(desk, file) == ()
    assert jobs.hand.read(file).notice(notice.notice) is not None


def test_a_silence_that_an_answer_overtook_is_no_disagreement(
    desk: PracticeDesk, people: dict[str, str], jobs: RegisterJobs
) -> None:
    file = desk.identifies(people["found 4.1.1"])
    application = desk.opens(file)
    waits(desk, file, application)
    desk.syncs()
    jobs.work_off()
    waits(desk, file, application)  # asked again in vain, before the answer came down

    agree(desk, file=file)

    held = desk.application(file, application)
    assert held is not None
    assert held.state is ApplicationState.FOUND_EMPLOYED


def test_a_paper_on_an_answer_that_no_longer_holds_is_recorded_and_marked(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str], clock: Clockwork
) -> None:
    """Since the agent asked, the contract ended: the other desk knows, the paper is printed all the same."""
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    agree(desk, other_desk, file=file)
    mine = asks(desk, number)
    answers(desk, file, application, mine)
    notice = refuses(desk, file, application, mine.lookup_no)
    clock.at += timedelta(minutes=1)
    clears(office, number)
    answers(other_desk, file, application, asks(other_desk, number))
    other_desk.syncs()

    desk.syncs()
    other_desk.syncs()

    state = office.hand.read(file)
    assert state.notice(notice.notice) is not None
    assert state.review == (f"notice_without_refusal:{notice.notice}",)
    held = state.application(application)
    assert held is not None
    assert held.state is ApplicationState.OFFERING_WORK
    assert office.notices.find(notice.verify_code) is not None
    assert desk.syncs().state.needs_you == 1  # the older answer itself: somebody may want to know


def test_two_desks_that_both_refused_on_paper_have_both_papers_recorded(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = asks(desk, number)
    answers(desk, file, application, answer)
    agree(desk, other_desk, file=file)
    first = refuses(desk, file, application, answer.lookup_no)
    second = refuses(other_desk, file, application, answer.lookup_no)

    agree(desk, other_desk, file=file)

    state = office.hand.read(file)
    assert {each.id for each in state.notices} == {first.notice, second.notice}
    assert state.review == (f"notice_without_refusal:{second.notice}",)
    desk.does(file, acts.SupersedeNotice(second.notice, first.notice, "eyni cavab iki dəfə çap olunub"))


def test_papers_of_an_application_that_another_desk_had_opened_already_can_be_verified(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    other_desk.identifies(number)
    theirs, mine = desk.opens(file), other_desk.opens(file)
    answer = asks(other_desk, number)
    answers(other_desk, file, mine, answer)
    notice = refuses(other_desk, file, mine, answer.lookup_no)

    desk.syncs()
    other_desk.syncs()

    state = office.hand.read(file)
    assert [each.id for each in state.applications] == [theirs]
    assert state.notice(notice.notice) is not None
    found = office.notices.find(notice.verify_code)
    assert found is not None
    assert (found.number, found.centre) == (notice.number, "B03")


def test_two_desks_that_read_the_same_status_do_not_disagree(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str], clock: Clockwork
) -> None:
    number = people["not found"]
    file = desk.identifies(number)
    clock.at += timedelta(seconds=30)
    other_desk.identifies(number)
    other_desk.syncs()

    agree(desk, other_desk, file=file)


def clears(office: Office, number: str) -> None:
    """The register of employed persons knows this person no more."""
    from sqlalchemy import text

    with office.database.writing() as connection:
        sql = text("DELETE FROM simulated_rows WHERE register = :register AND number = :number")
        connection.execute(sql, {"register": Register.EMPLOYED_PERSONS.value, "number": number})
