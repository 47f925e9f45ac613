"""A disagreement between two desks is shown with both sides and settled by an agent, and every desk hears of it."""

from __future__ import annotations

from uuid import UUID

import pytest

from dost_desktop.domain import acts
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.person_file import Application, Notice
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.rows import RunState
from dost_desktop.services.compare_sides import Field, Outcome
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.disagreements import Disagreements
from dost_desktop.services.history import history_of
from dost_desktop.services.settle import OVERTAKEN, ChoiceKind
from dost_desktop.storage.check import check_desk
from dost_desktop.sync.keyring import read_keyring
from tests.sync.desks import PracticeDesk
from tests.sync.test_two_desks import acts_register, desk_kind, outbox, refuses_on_paper

K = ChoiceKind


def both_open(desk: PracticeDesk, other_desk: PracticeDesk, number: str) -> tuple[UUID, UUID, UUID]:
    """Both desks opened an application of the same kind; the other one's waits for its agent."""
    file = desk.identifies(number)
    desk.syncs()
    other_desk.syncs()
    theirs, mine = desk.opens(file), other_desk.opens(file)
    desk.syncs()
    other_desk.syncs()
    return file, mine, theirs


def paper_left_alone(desk: PracticeDesk, other_desk: PracticeDesk, number: str) -> UUID:
    """The other desk refused on paper what this one had withdrawn meanwhile."""
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.registers.ask(acts_register(), desk_kind(), number, "M-1")
    desk.does(file, acts.RecordRegisterAnswer(application, answer))  # type: ignore[arg-type]
    desk.syncs()
    other_desk.syncs()
    desk.does(file, acts.Withdraw(application))
    refuses_on_paper(other_desk, file, application)
    desk.syncs()
    other_desk.syncs()
    return file


def all_agree(*desks: PracticeDesk) -> bool:
    """Every desk is whole, and holds the same."""
    for each in (*desks, *desks):
        assert each.syncs().state.alarms == ()
    held = []
    for each in desks:
        with each.database.open_reading() as reading:
            assert check_desk(reading, read_keyring(reading.meta)).is_whole
            held.append({file: reading.events(file) for file in reading.file_ids()})
    return all(each == held[0] for each in held)


def test_both_sides_are_shown_and_the_other_one_may_stand(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file, mine, theirs = both_open(desk, other_desk, people["not found"])
    page = Disagreements(other_desk.desk)
    [row] = page()
    kinds = (acts.OpenApplication.kind,)
    assert (row.file_id, row.mine, row.theirs, row.is_paper) == (file, kinds, kinds, False)

    shown = page.compare(row.id)

    assert shown is not None
    assert (shown.mine_by, shown.theirs_by) == (other_desk.name, desk.name)
    assert shown.reason.reason == "application.already_open"
    assert [each.what for each in shown.rows] == list(Field)[:4]
    opened = next(each for each in shown.rows if each.what is Field.APPLICATION)
    assert opened.base.value is None
    assert isinstance(opened.mine.value, Application)
    assert isinstance(opened.theirs.value, Application)
    assert (opened.mine.value.id, opened.theirs.value.id) == (mine, theirs)
    assert opened.mine.breaks == shown.reason
    choices = {each.kind: each.why_not.reason if each.why_not else "" for each in shown.choices}
    assert choices == {K.KEEP_THEIRS: "", K.RECORD_MINE_NOW: "application.already_open", K.HAND_UP: ""}
    with pytest.raises(ActNotAllowed):
        page.settle(row.id, K.RECORD_MINE_NOW)

    assert page.settle(row.id, K.KEEP_THEIRS, "Masa 1 tez açıb").files == {file}
    assert page.settle(row.id, K.KEEP_THEIRS).files == frozenset()  # a second press

    assert (page(), page.compare(row.id)) == ((), None)
    assert outbox(other_desk) == {RunState.SET_ASIDE: 1, RunState.QUEUED: 1}
    assert all_agree(desk, other_desk)
    assert outbox(other_desk) == {RunState.SET_ASIDE: 1}
    with desk.database.open_reading() as reading:  # at the desk whose side stands
        lines = history_of(reading.events(file), reading.file(file), 9, desk.desk.agent)
    settled = lines[0].settled
    assert settled is not None
    assert (settled.kinds, settled.reason) == (kinds, "application.already_open")
    assert (settled.made_at, lines[0].note) == (row.at, "Masa 1 tez açıb")


def test_mine_is_recorded_anew_once_nothing_speaks_against_it(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file, mine, theirs = both_open(desk, other_desk, people["not found"])
    desk.does(file, acts.Withdraw(theirs))
    desk.syncs()
    other_desk.syncs()
    page = Disagreements(other_desk.desk)
    [row] = page()

    page.settle(row.id, K.RECORD_MINE_NOW)

    assert all_agree(desk, other_desk)
    found = desk.application(file, mine)
    assert found is not None
    assert found.state is ApplicationState.OPEN
    assert outbox(other_desk) == {RunState.SET_ASIDE: 1}


def test_what_is_handed_up_waits_for_the_head_and_comes_back_with_the_finding(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file, _, _ = both_open(desk, other_desk, people["not found"])
    page = Disagreements(other_desk.desk)
    [row] = page()
    with pytest.raises(ActNotAllowed) as silent:
        page.settle(row.id, K.HAND_UP)
    assert silent.value.reason == "hand_up.words_missing"

    page.settle(row.id, K.HAND_UP, "Hansı qalsın?")

    assert page() == ()
    assert outbox(other_desk)[RunState.SET_ASIDE] == 1
    other_desk.syncs()
    desk.syncs()
    desk.does(file, acts.CloseReview("Birincisi qalsın", (f"handed_up:{row.id}",)))
    desk.syncs()
    report = other_desk.syncs()

    assert (report.needs_you, report.state.needs_you) == ((row.id,), 1)
    [back] = page()
    assert back.id == row.id
    assert back.handed_up is not None
    assert back.handed_up.finding == "Birincisi qalsın"
    shown = page.compare(row.id)
    assert shown is not None
    assert shown.reason.reason == "application.already_open"
    page.settle(row.id, K.KEEP_THEIRS)
    assert page() == ()
    assert all_agree(desk, other_desk)


def test_a_paper_without_its_refusal_is_called_back(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = paper_left_alone(desk, other_desk, people["found 4.1.1"])
    page = Disagreements(other_desk.desk)
    [row] = page()
    assert (row.is_paper, row.mine) == (True, (acts.Refuse.kind, acts.IssueNotice.kind))
    assert acts.Withdraw.kind in row.theirs
    assert Disagreements(desk.desk)() == ()  # whose paper it is

    shown = page.compare(row.id)

    assert shown is not None
    [number] = shown.notices
    outcome = next(each for each in shown.rows if each.what is Field.OUTCOME)
    assert [
        each.value.state if isinstance(each.value, Outcome) else None
        for each in (outcome.base, outcome.mine, outcome.theirs)
    ] == [
        None,
        ApplicationState.REFUSED,
        ApplicationState.WITHDRAWN,
    ]
    assert outcome.mine.breaks is not None
    assert outcome.mine.breaks.reason == shown.reason.reason == "act.not_now"
    notice = next(each for each in shown.rows if each.what is Field.NOTICE)
    assert isinstance(notice.mine.value, Notice)
    assert notice.theirs.value is None
    assert [each.why_not is None for each in shown.choices] == [True, False, True]
    assert shown.choices[0].facts.recalled == (number,)

    changes = page.settle(row.id, K.KEEP_THEIRS)

    assert (changes.files, changes.notices, page()) == ({file}, True, ())
    assert all_agree(desk, other_desk)
    with desk.database.open_reading() as reading:
        held = reading.file(file)
        assert held.review == ()
        assert [each.recalled_for for each in held.notices] == [OVERTAKEN]


def test_what_settled_itself_is_counted_by_the_day(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    other_desk.identifies(people["not found"])
    other_desk.calls_in(file, "+994500000001")
    desk.syncs()
    other_desk.syncs()
    today = legal_date(desk.watch.now())
    assert Disagreements(other_desk.desk).settled_since(today) == 2
    assert Disagreements(desk.desk).settled_since(today) == 0
