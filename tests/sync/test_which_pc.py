"""Which PC is this desk: brought back from a backup, copied to a second PC, replaced, enrolled again in its place."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from io import StringIO
from pathlib import Path

import pytest

from central_api import office as central
from dost_desktop.clock import DeskClock
from dost_desktop.commands import checking
from dost_desktop.domain.attestation import Series
from dost_desktop.office import DeskInUse, EnrolmentRefused, Office
from dost_desktop.security.errors import KeysCopied
from dost_desktop.sign_in import FirstSignInOffline
from dost_desktop.sync.needs import NoAnswer, Silence
from dost_desktop.sync.report import Connection
from dost_desktop.sync.standing import COPIED, RESTORED, STANDING
from tests.central_api.practice_desk import PASSWORD, Clockwork
from tests.sync.desks import PracticeDesk
from tests.sync.line import between, instead
from tests.sync.pcs import SitsDown, alarms, is_whole, number, sits_down, unsent, works

__all__ = ["sits_down"]

PHONE = "+994500000001"
DOUBLED = "token.desk_doubled"


@pytest.fixture(autouse=True)
def wall_clock(clock: Clockwork) -> None:
    """Key assertions are judged by the time: the server's is the PC's here."""
    clock.at = DeskClock().now()


@pytest.fixture
def home(tmp_path: Path, office: central.Office, server: tuple[str, ExitStack]) -> Path:
    """A PC that was made a desk."""
    folder = tmp_path / "desk"
    Office(folder).enrol(server[0], office.enrolment.new_code("B03"))
    return folder


@pytest.mark.parametrize("with_marks", [False, True], ids=["database alone", "with what stands outside"])
def test_a_database_brought_back_from_a_backup_is_recognised_and_repaired(
    home: Path, sits_down: SitsDown, people: dict[str, str], *, with_marks: bool
) -> None:
    paths = Office(home).paths
    desk = sits_down(home)
    desk.syncs()
    before = works(desk, people["not found"])
    desk.database.back_up(paths.backups / "old.db")
    marks = paths.markers.read_bytes()
    meanwhile = works(desk, people["found 4.1.1"])
    desk.calls_in(before, PHONE)
    desk.syncs()
    last = number(desk)
    chains = {file: desk.chain(file) for file in (before, meanwhile)}
    desk.close()
    for each in paths.database.parent.glob("desk.db*"):
        each.unlink()
    shutil.copy(paths.backups / "old.db", paths.database)
    if with_marks:
        paths.markers.write_bytes(marks)

    restored = sits_down(home)
    assert restored.database.issuing_locked is not with_marks
    restored.calls_in(before, "+994500000002")  # the person at the desk is not sent away
    first, second = restored.syncs(), restored.syncs()

    assert first.state.connection is Connection.ONLINE
    assert alarms(first.state) == alarms(second.state) == [RESTORED]  # said all day
    assert not restored.database.issuing_locked
    assert number(restored) > max(last, 50)  # of a block that nobody counted in
    assert restored.chain(meanwhile) == chains[meanwhile]
    assert restored.chain(before)[: len(chains[before])] == chains[before]
    assert restored.kinds(before)[-1] == "contact_recorded"
    assert unsent(restored) == 0
    assert is_whole(restored)
    restored.close()
    assert not sits_down(home).database.issuing_locked


def test_an_answer_that_was_lost_is_asked_for_again_and_no_reason_to_begin_anew(
    desk: PracticeDesk,
) -> None:
    desk.syncs()
    between(desk, standing=instead(NoAnswer(Silence.CUT)))
    assert desk.syncs().state.connection is Connection.OFFLINE
    assert desk.syncs().state.connection is Connection.OFFLINE
    between(desk)

    for _ in range(2):
        state = desk.syncs().state
        assert (state.connection, alarms(state)) == (Connection.ONLINE, [])


def test_of_two_pcs_that_are_one_desk_neither_is_let_in_until_one_is_enrolled_again(
    home: Path,
    tmp_path: Path,
    office: central.Office,
    server: tuple[str, ExitStack],
    sits_down: SitsDown,
    people: dict[str, str],
) -> None:
    """The whole disk was copied, with everything that belongs to the device."""
    desk = sits_down(home)
    desk.syncs()
    file = works(desk, people["not found"])
    desk.close()
    second_home = tmp_path / "second"
    shutil.copytree(home, second_home)
    first, second = sits_down(home), sits_down(second_home)
    assert first.syncs().state.connection is Connection.ONLINE
    assert alarms(second.syncs().state) == [RESTORED]  # a backup looks the same
    first.calls_in(file, "+994500000001")
    second.calls_in(file, "+994500000002")

    for pc in (first, second, first, second):
        state = pc.syncs().state
        assert (state.connection, state.refusal) == (Connection.NOT_LET_IN, DOUBLED)
        assert COPIED in alarms(state)

    for pc in (first, second):
        assert "P-B03-01-" in pc.number(Series.NOTICE).text  # no number is given twice
        assert unsent(pc) == 1
        pc.close()
    with pytest.raises(DeskInUse):
        Office(home).enrol(server[0], office.enrolment.new_code("B03"))
    name = desk.name
    Office(home).enrol(server[0], office.enrolment.new_code("B03", name))
    stays, other = sits_down(home), sits_down(second_home)
    assert "P-B03-01-" in other.number(Series.APPLICATION).text
    state = stays.syncs().state
    assert state.connection is Connection.ONLINE
    assert COPIED not in alarms(state)
    state = other.syncs().state
    assert (state.connection, state.refusal) == (Connection.NOT_LET_IN, DOUBLED)
    assert (unsent(stays), unsent(other)) == (0, 1)
    assert number(stays) > 50
    assert stays.kinds(file).count("contact_recorded") == 1
    assert is_whole(stays)


def test_a_folder_copied_to_another_device_opens_nothing(
    home: Path, tmp_path: Path, sits_down: SitsDown
) -> None:
    sits_down(home).close()
    copy = tmp_path / "copy"
    shutil.copytree(home, copy, ignore=shutil.ignore_patterns("device-only"))
    with pytest.raises(KeysCopied):
        Office(copy).sign_in("aysel", PASSWORD)
    assert sits_down(home).syncs().state.connection is Connection.ONLINE


def test_the_disk_of_a_broken_pc_goes_on_in_another_with_what_was_not_sent(
    home: Path,
    tmp_path: Path,
    office: central.Office,
    server: tuple[str, ExitStack],
    sits_down: SitsDown,
    people: dict[str, str],
) -> None:
    desk = sits_down(home)
    desk.syncs()
    file = works(desk, people["not found"])
    desk.calls_in(file, PHONE)
    desk.close()
    moved = tmp_path / "moved"
    shutil.copytree(home, moved, ignore=shutil.ignore_patterns("device-only"))

    enrolled = Office(moved).enrol(server[0], office.enrolment.new_code("B03", desk.name))

    assert enrolled.desk == desk.name
    here = sits_down(moved)
    assert unsent(here) == 1
    assert here.syncs().state.connection is Connection.ONLINE
    assert unsent(here) == 0
    assert here.kinds(file)[-1] == "contact_recorded"
    assert number(here) > 50
    old = sits_down(home).syncs().state
    assert (old.connection, old.refusal) == (Connection.NOT_LET_IN, "token.desk_replaced")


def test_a_new_pc_in_the_place_of_a_broken_one_gets_everything_that_was_sent(
    home: Path,
    tmp_path: Path,
    office: central.Office,
    server: tuple[str, ExitStack],
    sits_down: SitsDown,
    people: dict[str, str],
) -> None:
    desk = sits_down(home)
    desk.syncs()
    file = works(desk, people["not found"])
    chain = desk.chain(file)
    desk.close()
    fresh = tmp_path / "fresh"
    assert Office(fresh).enrol(server[0], office.enrolment.new_code("B03", desk.name)).desk == desk.name

    new = sits_down(fresh)
    state = new.syncs().state

    assert (state.connection, alarms(state)) == (Connection.ONLINE, [])
    assert new.chain(file) == chain
    new.calls_in(file, PHONE)
    new.syncs()
    assert (unsent(new), number(new) > 50, is_whole(new)) == (0, True, True)


def test_a_desk_whose_tokens_were_ended_is_enrolled_again_with_its_data_and_unsent_work(
    home: Path,
    office: central.Office,
    server: tuple[str, ExitStack],
    sits_down: SitsDown,
    people: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = sits_down(home)
    desk.syncs()
    file = works(desk, people["not found"])
    with office.database.writing() as connection:
        office.token_book.revoke(connection, desk=desk.name, why="stolen")
    desk.calls_in(file, PHONE)
    assert desk.syncs().state.connection is Connection.NOT_LET_IN
    desk.close()
    with pytest.raises(EnrolmentRefused):
        Office(home).enrol(server[0], "ABCDE-ABCDE-ABCDE-ABCDE")
    sits_down(home).close()  # nothing has changed yet

    Office(home).enrol(server[0], office.enrolment.new_code("B03", desk.name))

    with monkeypatch.context() as away:
        away.setattr("dost_desktop.api.central.CentralApi.sign_in", lambda *_: NoAnswer(Silence.OFFLINE))
        with pytest.raises(FirstSignInOffline):
            Office(home).sign_in("aysel", PASSWORD)
    here = sits_down(home)
    assert here.syncs().state.connection is Connection.ONLINE
    assert (unsent(here), here.kinds(file)[-1], is_whole(here)) == (0, "contact_recorded", True)


def test_the_check_says_which_pc_this_is(home: Path, sits_down: SitsDown) -> None:
    sits_down(home).close()
    signed_in = Office(home).sign_in("aysel", PASSWORD)
    told = StringIO()
    assert checking.run(signed_in, told, rebuild=False, as_json=False, lang="en") == 0
    signed_in.database.issuing_locked = True
    with signed_in.database.open_work() as work:
        work.meta.set(STANDING, {"refused": DOUBLED})
        work.commit()

    assert checking.run(signed_in, told, rebuild=False, as_json=False, lang="en") == 1

    signed_in.close()
    assert "older copy" in told.getvalue()
    assert "which one stays" in told.getvalue()
