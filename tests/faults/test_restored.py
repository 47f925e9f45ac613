"""The server is brought back as it was an hour ago, and desks are ahead of it: they agree again, and nothing is lost.

No number is given twice, whether it was leased before the backup, in the lost hour, or after it.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from central_api.office import Office
from central_api.tables import events, leases, numbers_used
from central_api.tokens import Caller
from dost_desktop import office as at_desk
from dost_desktop.clock import DeskClock
from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.rows import Draft
from dost_desktop.services.run_case import PauseReason, RunCase, draft_key_of
from dost_desktop.sync.report import Connection
from dost_desktop.sync.verdicts import KEY_UNKNOWN
from tests.central_api.practice_desk import Clockwork, hire
from tests.sync.desks import PracticeDesk
from tests.sync.fixtures import catalogue, clock, office, people, server
from tests.sync.pcs import SitsDown, alarms, is_whole, number, sits_down, unsent, works

__all__ = ["catalogue", "clock", "office", "people", "server", "sits_down"]
PHONE = "+994500000001"
HOUR = timedelta(hours=1)
NewPc = Callable[[str], Path]


@pytest.fixture(autouse=True)
def wall_clock(clock: Clockwork) -> None:
    """Key assertions are judged by the time: the server's is the PC's here."""
    clock.at = DeskClock().now()


@pytest.fixture
def new_pc(tmp_path: Path, office: Office, server: tuple[str, ExitStack]) -> NewPc:
    """A PC that was made a desk; the name is its folder's."""

    def made(name: str) -> Path:
        home = tmp_path / name
        at_desk.Office(home).enrol(server[0], office.enrolment.new_code("B03"))
        return home

    return made


class Backup:
    """The server as it is now, to be brought back while it serves: its database and its documents."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self.folder = office, folder
        self.data = office.settings.data
        with closing(sqlite3.connect(self.data / "central.sqlite3")) as live:
            live.execute("VACUUM INTO ?", (str(folder / "backup.sqlite3"),))
        (self.data / "blobs").mkdir(exist_ok=True)
        shutil.copytree(self.data / "blobs", folder / "blobs")

    def comes_back(self) -> None:
        with (
            closing(sqlite3.connect(self.folder / "backup.sqlite3")) as kept,
            closing(sqlite3.connect(self.data / "central.sqlite3")) as live,
        ):
            kept.backup(live)
        shutil.rmtree(self.data / "blobs")
        shutil.copytree(self.folder / "blobs", self.data / "blobs")
        self.office.restored()


def held(office: Office, file: UUID) -> list[str]:
    """The hashes of a file's events at the server."""
    chosen = select(events.c.hash).where(events.c.file_id == str(file)).order_by(events.c.seq)
    with office.database.reading() as connection:
        return list(connection.execute(chosen).scalars())


def agree(office: Office, desks: Iterable[PracticeDesk], files: Iterable[UUID]) -> bool:
    """Every desk and the server hold the same of each file."""
    return all(
        [each.link.hash for each in desk.chain(file)] == held(office, file)
        for file in files
        for desk in desks
    )


def blocks(office: Office) -> list[tuple[int, int]]:
    """The blocks of this year's application numbers, in order."""
    of_year = leases.c.series == "application", leases.c.year == DeskClock().now().year
    chosen = select(leases.c.first, leases.c.last).where(*of_year)
    with office.database.reading() as connection:
        return sorted((row.first, row.last) for row in connection.execute(chosen))


def rounds(*desks: PracticeDesk, times: int = 3) -> None:
    for _ in range(times):
        for desk in desks:
            desk.syncs()


def test_a_server_of_an_hour_ago_and_three_desks_agree_again_also_one_that_was_away_for_a_week(
    office: Office,
    clock: Clockwork,
    new_pc: NewPc,
    sits_down: SitsDown,
    people: dict[str, str],
    tmp_path: Path,
) -> None:
    hire(office, "kamran")
    names = ("aysel", "orxan", "kamran")
    homes = [new_pc(name) for name in names]
    first, second, third = (sits_down(home, name) for home, name in zip(homes, names, strict=True))
    rounds(first, second, third, times=1)
    early = works(first, people["not found"])
    case = half_done(third)
    rounds(third, second, times=1)
    backup = Backup(office, tmp_path)

    clock.at += HOUR
    rounds(first, second, third, times=1)
    first.calls_in(early, PHONE)
    given = [number(desk) for desk in (first, second, third) for _ in range(30)]  # more blocks are leased
    with first.database.open_work() as work:
        small, large = work.blobs.put(b"%PDF-1.7 small"), work.blobs.put(b"%PDF-1.7" + b"b" * 600_000)
        work.commit()
    late = works(second, people["found 4.1.1"])
    goes_on_elsewhere(office, second, case)
    away = works(third, people["found 4.1.2"])
    third.calls_in(early, "+994500000003")  # not sent before it is offline for a week
    rounds(first, second)
    assert unsent(first) == unsent(second) == 0
    assert first.central.blob(small) == b"%PDF-1.7 small"

    clock.at += timedelta(minutes=5)
    backup.comes_back()
    assert held(office, late) == []
    first.calls_in(early, "+994500000009")
    rounds(first, second)
    after = [number(desk) for desk in (first, second) for _ in range(30)]
    assert agree(office, (first, second), (early, late))
    for mark in (small, large):
        assert isinstance(first.central.blob(mark), bytes)
    assert [each.form for each in case_of(office, second).drafts] == ["intake"]  # what was typed since then

    clock.at += timedelta(days=7)
    rounds(third, first, second)
    after += [number(third) for _ in range(30)]
    assert agree(office, (first, second, third), (early, late, away))
    assert [unsent(desk) for desk in (first, second, third)] == [0, 0, 0]
    assert all(is_whole(desk) for desk in (first, second, third))
    assert third.kinds(early).count("contact_recorded") == 3
    everything = [*given, *after]
    assert len(set(everything)) == len(everything)
    bounds = blocks(office)
    assert all(one[1] < two[0] for one, two in pairwise(bounds))
    with office.database.reading() as connection:
        borne = connection.execute(select(numbers_used.c.number)).scalars().all()
    assert not set(borne) & set(everything)


def half_done(desk: PracticeDesk) -> UUID:
    """A case that was begun and put aside."""
    cases = RunCase(desk.desk)
    case = cases.begin("A001", "unemployed_registration")
    cases.pause(PauseReason.PERSON)
    return case.id


def goes_on_elsewhere(office: Office, desk: PracticeDesk, case_id: UUID) -> None:
    """Another desk takes it, types something, and puts it aside in its turn."""
    cases = RunCase(desk.desk)
    case = cases.take_in(office.half_done.take(as_agent_at(desk), str(case_id)), ())
    with desk.database.open_work() as work:
        work.drafts.save(
            Draft(draft_key_of(case.id), "intake", {"surname": "Sınaq"}, desk.watch.now(), "A001", None)
        )
        work.commit()
    cases.pause(PauseReason.PERSON)


def case_of(office: Office, desk: PracticeDesk) -> HalfDoneCase:
    """The one case of the centre, which this desk has."""
    [told] = office.half_done.of_centre(as_agent_at(desk)).cases
    assert told.desk == desk.name
    return office.half_done.take(as_agent_at(desk), told.id)


def as_agent_at(desk: PracticeDesk) -> Caller:
    """Whoever sits there."""
    return Caller(desk=desk.name, centre="B03", agent="aysel")


def test_an_agents_key_of_the_lost_hour_counts_again_from_then_on(
    office: Office,
    clock: Clockwork,
    new_pc: NewPc,
    sits_down: SitsDown,
    people: dict[str, str],
    tmp_path: Path,
) -> None:
    hire(office, "kamran")
    home = new_pc("kamran")
    other = sits_down(new_pc("aysel"))
    rounds(other, times=1)
    backup = Backup(office, tmp_path)
    clock.at += timedelta(minutes=4)
    desk = sits_down(home, "kamran")
    file = works(desk, people["not found"])
    desk.calls_in(file, PHONE)  # signed with a key that the restored server does not know
    clock.at += HOUR
    backup.comes_back()

    rounds(desk, times=2)

    assert unsent(desk) == 1
    with desk.database.open_reading() as reading:
        assert [row.last_answer for row in reading.outbox_rows()] == [KEY_UNKNOWN]
    desk.close()
    again = sits_down(home, "kamran")
    rounds(again, other, times=2)
    assert again.kinds(file)[-1] == "contact_recorded"
    assert agree(office, (again, other), (file,))
    assert is_whole(other)


def test_a_desk_enrolled_in_the_lost_hour_keeps_its_name_and_its_work(
    office: Office,
    clock: Clockwork,
    new_pc: NewPc,
    server: tuple[str, ExitStack],
    sits_down: SitsDown,
    people: dict[str, str],
    tmp_path: Path,
) -> None:
    first = sits_down(new_pc("first"))
    rounds(first, times=1)
    backup = Backup(office, tmp_path)
    clock.at += timedelta(minutes=4)
    home = new_pc("late")
    late = sits_down(home)
    file = works(late, people["not found"])
    late.calls_in(file, PHONE)
    taken = number(late)
    backup.comes_back()

    state = late.syncs().state
    assert (state.connection, state.refusal) == (Connection.NOT_LET_IN, "token.unknown")
    assert unsent(late) == 1
    late.close()
    meanwhile = at_desk.Office(new_pc("meanwhile")).card.enrolled.desk
    assert meanwhile not in {first.name, late.name}  # its name is not given a second time
    with pytest.raises(at_desk.DeskInUse):
        at_desk.Office(home).enrol(server[0], office.enrolment.new_code("B03"))

    at_desk.Office(home).enrol(server[0], office.enrolment.new_code("B03", late.name))

    again = sits_down(home)
    rounds(again, first)
    assert (unsent(again), agree(office, (again, first), (file,))) == (0, True)
    assert number(again) > taken


def test_a_file_of_which_the_server_lost_more_than_one_message_holds_comes_back_whole(
    office: Office, new_pc: NewPc, sits_down: SitsDown, people: dict[str, str], tmp_path: Path
) -> None:
    desk = sits_down(new_pc("aysel"))
    rounds(desk, times=1)
    backup = Backup(office, tmp_path)
    file = works(desk, people["not found"])
    for count in range(230):
        desk.does(file, acts.RecordContact(phone=f"+994500000{count:03}"))
    rounds(desk, times=1)
    chain = held(office, file)
    assert len(chain) == 233
    backup.comes_back()

    rounds(desk, times=2)

    assert held(office, file) == chain
    assert alarms(desk.syncs().state) == []
    assert desk.number(Series.NOTICE).provisional is False
