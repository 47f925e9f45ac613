"""What the machine and the table of pairs found, one test for each, in the office's words."""

from __future__ import annotations

from uuid import UUID

from central_api.office import Office
from dost_desktop.domain import acts
from dost_desktop.domain.vocabulary import ApplicationState, PassportGround
from dost_desktop.sync.round import REOFFER
from tests.central_api.practice_desk import REASONS
from tests.sync.desks import PracticeDesk
from tests.sync.test_races import agree, answers, asks, refuses
from tests.sync.test_two_desks import loses_everything_behind


def test_a_paper_for_an_application_that_was_refused_meanwhile_without_one_is_recorded(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    """It was printed: it must be found under its code, and there is no other paper that it contradicts."""
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = asks(desk, number)
    answers(desk, file, application, answer)
    agree(desk, other_desk, file=file)
    desk.does(file, refusal(application, answer.lookup_no))
    notice = refuses(other_desk, file, application, answer.lookup_no)

    agree(desk, other_desk, file=file)

    state = office.hand.read(file)
    held = state.application(application)
    assert held is not None
    assert held.state is ApplicationState.REFUSED
    assert state.notice(notice.notice) is not None
    assert state.review == ()
    assert office.notices.find(notice.verify_code) is not None


def test_a_paper_printed_while_another_desk_recalled_its_own_is_recorded(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = asks(desk, number)
    answers(desk, file, application, answer)
    agree(desk, other_desk, file=file)
    recalled = refuses(desk, file, application, answer.lookup_no)
    desk.does(file, acts.RecallNotice(recalled.notice, "Ünvan səhvdir"))
    notice = refuses(other_desk, file, application, answer.lookup_no)

    agree(desk, other_desk, file=file)

    assert [each.id for each in office.hand.read(file).notices if each.stands] == [notice.notice]


def test_a_restored_server_that_went_on_before_the_desk_came_back_loses_nothing(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    """Both are kept: the forgotten behind what was recorded since, an unsent click behind both, and the head looks."""
    file = desk.identifies(people["not found"])
    agree(desk, other_desk, file=file)
    for number in ("+994500000001", "+994500000002"):
        desk.calls_in(file, number)
        desk.syncs()
    loses_everything_behind(office, 2)
    other_desk.calls_in(file, "+994500000003")
    other_desk.syncs()
    desk.calls_in(file, "+994500000004")

    agree(desk, other_desk, file=file)

    acts_of = [each.event.act() for each in desk.chain(file)]
    told = [act.phone for act in acts_of if isinstance(act, acts.RecordContact)]
    assert told == [f"+99450000000{nth}" for nth in (3, 1, 2, 4)]
    assert [act.about for act in acts_of if isinstance(act, acts.HandUp)] == [file]


def test_what_two_desks_bring_back_into_a_file_that_went_on_is_there_once(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.syncs()
    other_desk.syncs()
    other_desk.calls_in(file, "+994500000001")
    agree(desk, other_desk, file=file)
    loses_everything_behind(office, 2)
    office.hand.record(file, [acts.HandUp(file, "Baxılsın")])

    agree(desk, other_desk, file=file)

    assert sorted(desk.kinds(file)) == [
        "contact_recorded", "handed_up", "handed_up", "person_identified", "status_read"
    ]  # fmt: skip


def test_a_desk_that_only_read_what_was_forgotten_takes_the_new_order_too(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.calls_in(file, "+994500000001")
    agree(desk, other_desk, file=file)
    loses_everything_behind(office, 2)
    office.hand.record(file, [acts.HandUp(file, "Baxılsın")])

    desk.syncs()
    agree(other_desk, desk, file=file)

    assert [each.event.act().kind for each in desk.chain(file)][2:] == [
        "handed_up", "contact_recorded", "handed_up"
    ]  # fmt: skip


def refusal(application: UUID, lookup_no: str) -> acts.Refuse:
    ground = ("employed.4_1_1", "4.1.1")
    return acts.Refuse(application, PassportGround.NO_LEGAL_BASIS, *ground, lookup_no, REASONS)


def test_a_file_that_is_damaged_here_holds_neither_the_feed_nor_a_restored_server_up(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    damaged, whole = sorted(map(desk.identifies, (people["not found"], people["found 4.1.1"])))
    agree(desk, other_desk, file=whole)
    with desk.database.open_work() as work:
        mine = "file = (SELECT no FROM file WHERE file_id = ?)"
        work.connection.change(f"UPDATE event SET content = '{{}}' WHERE {mine}", (damaged.bytes,))
        work.commit()
    for each in (damaged, whole):
        other_desk.calls_in(each, "+994501112233")
    other_desk.syncs()
    assert {each.code for each in desk.syncs().state.alarms} == {"chain.broken"}
    assert desk.kinds(whole)[-1] == "contact_recorded"

    office.restored()
    desk.calls_in(whole, "+994504445566")
    for _ in range(2):
        assert "chain.broken" in {each.code for each in desk.syncs().state.alarms}

    assert desk.confirmed(whole) == len(desk.chain(whole))
    with desk.database.open_reading() as reading:
        assert reading.meta.get(REOFFER) is None
