"""The check finds each kind of planted damage and nothing else, and makes anew what only follows from events."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import Connection, Table, delete, func, insert, select, update

from central_api.checking.findings import MEANINGS, Kind
from central_api.checking.mending import Mending
from central_api.checking.whole import Check
from central_api.office import Office
from central_api.owed_tables import duties, messages, register_questions
from central_api.self_service import ElectronicApplication, receive
from central_api.tables import (
    agent_keys,
    back_office_drafts,
    blobs,
    centre_signers,
    events,
    feed,
    feed_heads,
    file_centres,
    files,
    leases,
    metadata,
    notices,
    numbers_used,
    posts,
    readings,
    referrals,
    removals,
    review_marks,
    self_service,
    server_keys,
    simulated_rows,
)
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire
from tests.central_api.test_back_office import decides, reads, sends
from tests.central_api.test_duties import confirms, pulled, refers

PDF = b"%PDF-1.7 a notice"
NOWHERE = "00000000-0000-8000-8000-000000000000"


def refuses(desk: Desk, pin: str, article: str, **notice: str) -> tuple[UUID, UUID]:
    """A refusal with its paper."""
    file = desk.identifies(pin)
    application = desk.opens(file)
    said = desk.checks(file, application, pin)
    ground = f"employed.{article.replace('.', '_')}"
    refusal = desk.refusal(application, said, ground=ground, article=article)
    [verdict] = desk.pushes(desk.records(file, refusal, desk.notice(application, PDF, **notice)))
    assert verdict.answer == "accepted", verdict
    return file, application


@pytest.fixture
def busy(office: Office, desk: Desk, http: httpx.Client, people: dict[str, str], clock: Clockwork) -> Office:
    """A server with something in every table: the background waits, so that something is owed."""
    office.background.stop()
    file, application = refuses(desk, people["found 4.1.1"], "4.1.1")
    body = {"content": PDF, "headers": desk.as_desk}
    assert http.put(f"/v1/blobs/{hashlib.sha256(PDF).hexdigest()}", **body).is_success  # type: ignore[arg-type]
    desk.pushes(desk.records(file, acts.HandUp(application, "Baxın")))
    enrol(office, http, clock, "A01").signs_in("fidan").identifies(people["cancelled"])
    hire(office, "nərgiz", "back_office", "A01")
    officer = enrol(office, http, clock, "A01").signs_in("nərgiz")
    confirmed = sends(desk, people["not found"])
    reads(officer, confirmed.file)
    decides(officer, officer.records(confirmed.file, acts.ConfirmDecision(confirmed.application)))
    sends(desk, people["expired card"])
    away = {
        "ground": "removal.own_request",
        "starts_on": date(2026, 11, 24),
        "ends_on": date(2027, 2, 1),
    }
    confirms(desk, people["unemployed"], ApplicationKind.REMOVAL, **away)
    office.duties.work_off()
    waiting = desk.identifies(people["represented"])
    silent = desk.opens(waiting)
    desk.pushes(desk.records(waiting, acts.RecordRegisterSilence(silent, clock())))
    refers(desk, people["guardian"])
    wish = ElectronicApplication(
        "M-1",
        NumberKind.PIN,
        people["not registered"],
        "",
        ApplicationKind.JOBSEEKER,
        "B03",
        "2026-11-24T05:00:00.000Z",
    )
    receive(office.database, [wish])
    office.self_service.work_off()
    return office


@dataclass(frozen=True)
class Damage:
    """What is planted, what the check then says, and nothing else."""

    name: str
    plant: Callable[[Connection], object]
    says: set[Kind]


def first(connection: Connection, table: Table) -> Any:
    return connection.execute(select(table).order_by(*table.primary_key.columns).limit(1)).one()


def of(table: Table, row: Any) -> list[Any]:
    return [column == row._mapping[column.name] for column in table.primary_key.columns]


def gone(table: Table) -> Callable[[Connection], object]:
    """The first row of a table is lost."""
    return lambda connection: connection.execute(delete(table).where(*of(table, first(connection, table))))


def changed(table: Table, **values: Any) -> Callable[[Connection], object]:
    """The first row of a table is another."""
    return lambda connection: connection.execute(
        update(table).where(*of(table, first(connection, table))).values(**values)
    )


def all_gone(table: Table) -> Callable[[Connection], object]:
    return lambda connection: connection.execute(delete(table))


def added(table: Table, **values: Any) -> Callable[[Connection], object]:
    return lambda connection: connection.execute(insert(table).values(**values))


def _data_changed(connection: Connection) -> None:
    row = connection.execute(select(events).where(events.c.data.like('%"reasoning"%'))).one()
    data = json.loads(row.data) | {"reasoning": "başqa əsaslandırma"}
    connection.execute(update(events).where(*of(events, row)).values(data=json.dumps(data)))


def _last_cut(connection: Connection) -> None:
    row = first(connection, files)
    last = events.c.file_id == row.file_id, events.c.seq == row.seq
    connection.execute(delete(events).where(*last))


def _middle_out(connection: Connection) -> None:
    connection.execute(
        delete(events).where(events.c.file_id == first(connection, files).file_id, events.c.seq == 2)
    )


def _post_later(connection: Connection) -> None:
    connection.execute(update(posts).where(posts.c.agent == "aysel").values(since="2027-01-01T00:00:00.000Z"))


def _head_behind(connection: Connection) -> None:
    row = first(connection, events)
    moved = update(files).where(files.c.file_id == row.file_id)
    connection.execute(moved.values(seq=1, hash=row.hash))


def _first_entry_lost(connection: Connection) -> None:
    connection.execute(delete(feed).where(feed.c.centre == "B03", feed.c.position == 1))


def _last_entry_lost(connection: Connection) -> None:
    last = select(func.max(feed.c.position)).where(feed.c.centre == "B03").scalar_subquery()
    connection.execute(delete(feed).where(feed.c.centre == "B03", feed.c.position == last))


def _told_too_much(connection: Connection) -> None:
    row = connection.execute(select(feed).where(feed.c.centre == "B03").limit(1)).one()
    connection.execute(update(feed).where(*of(feed, row)).values(to_seq=row.to_seq + 500))


def _told_to_others(connection: Connection) -> None:
    row = connection.execute(select(feed).where(feed.c.centre == "B03").limit(1)).one()
    moved = update(feed_heads).where(feed_heads.c.centre == "A01").values(position=feed_heads.c.position + 1)
    last = connection.execute(moved.returning(feed_heads.c.position)).scalar_one()
    connection.execute(insert(feed).values(row._asdict() | {"centre": "A01", "position": last}))


def _foreign_key(connection: Connection) -> None:
    connection.execute(update(agent_keys).values(public="A" * 43))


def _block_twice(connection: Connection) -> None:
    row = first(connection, leases)
    again = row._asdict() | {"lease_id": NOWHERE, "first": row.first + 1}
    connection.execute(insert(leases).values(again))


def _no_blocks(connection: Connection) -> None:
    connection.execute(delete(leases))


DAMAGE = [
    Damage("nothing", lambda _: None, set()),
    Damage("an event that cannot be read", changed(events, content="{"), {Kind.EVENT}),
    Damage("an event under another id", changed(events, event_id=NOWHERE), {Kind.EVENT}),
    Damage("data changed", _data_changed, {Kind.CHAIN}),
    Damage("data erased without an act", changed(events, data=None, salt=None), {Kind.CHAIN}),
    Damage("another head", changed(files, hash="0" * 64), {Kind.CHAIN}),
    Damage("a hash changed", changed(events, hash="0" * 64), {Kind.CHAIN}),
    Damage("an event left out", _middle_out, {Kind.CHAIN}),
    Damage("a tail cut", _last_cut, {Kind.CHAIN}),
    Damage("a signature changed", changed(events, signature="A" * 86), {Kind.CHAIN, Kind.SIGNATURE}),
    Damage("keys that are not theirs", _foreign_key, {Kind.SIGNATURE}),
    Damage(
        "a post nobody held",
        _post_later,
        {Kind.POST},
    ),
    Damage("another key published", changed(server_keys, public="A" * 43), {Kind.SEAL, Kind.SIGNATURE}),
    Damage("a head behind", _head_behind, {Kind.HEAD}),
    Damage("no head", gone(files), {Kind.HEAD}),
    Damage("a file of nobody", added(files, file_id=NOWHERE, seq=1, hash="0" * 64), {Kind.FILE}),
    Damage("a hole in the feed", _first_entry_lost, {Kind.FEED_GAP, Kind.FEED_ENTRY}),
    Damage("the last entry lost", _last_entry_lost, {Kind.FEED_HEAD, Kind.FEED_ENTRY}),
    Damage("a feed's head behind", changed(feed_heads, position=0), {Kind.FEED_HEAD}),
    Damage("told more than there is", _told_too_much, {Kind.CHAIN}),
    Damage("told to another centre", _told_to_others, {Kind.FEED_ENTRY}),
    Damage("a centre lost", gone(file_centres), {Kind.CENTRE}),
    Damage("a signer lost", all_gone(centre_signers), {Kind.SIGNER}),
    Damage("a notice lost", gone(notices), {Kind.NOTICE}),
    Damage("a notice recalled by nobody", changed(notices, state="recalled"), {Kind.NOTICE}),
    Damage("a notice's hash changed", changed(notices, pdf="0" * 64), {Kind.NOTICE}),
    Damage("a referral lost", gone(referrals), {Kind.REFERRAL}),
    Damage("a draft lost", gone(back_office_drafts), {Kind.DRAFT}),
    Damage("a draft at another office", changed(back_office_drafts, back_office="01"), {Kind.DRAFT}),
    Damage("a mark lost", gone(review_marks), {Kind.MARK}),
    Damage("a removal lost", gone(removals), {Kind.REMOVAL}),
    Damage("a removal until another day", changed(removals, ends_on="2030-01-01"), {Kind.REMOVAL}),
    Damage("a question lost", all_gone(register_questions), {Kind.QUESTION}),
    Damage("duties lost", all_gone(duties), {Kind.DUTY}),
    Damage("a duty to nobody", changed(duties, application=NOWHERE), {Kind.DUTY}),
    Damage("a message lost", gone(messages), {Kind.MESSAGE}),
    Damage("a number not listed", gone(numbers_used), {Kind.NUMBER}),
    Damage(
        "a number nobody bears",
        added(numbers_used, centre="B03", year=2026, series="notice", number=49, finding=""),
        {Kind.NUMBER},
    ),
    Damage("blocks that overlap", _block_twice, {Kind.LEASE}),
    Damage("numbers of no block", _no_blocks, {Kind.NUMBER_UNLEASED}),
    Damage(
        "an application from e-sosial in no file",
        changed(self_service, mas_number="M-2"),
        {Kind.SELF_SERVICE},
    ),
    Damage("a document of another size", changed(blobs, size=1), {Kind.BLOB}),
    Damage("a document that is not there", changed(blobs, sha256="0" * 64), {Kind.BLOB}),
]


class Moment:
    """Every row as it was, to be put back."""

    def __init__(self, office: Office) -> None:
        self.office = office
        with office.database.reading() as connection:
            self.rows = {
                table: [dict(row) for row in connection.execute(select(table)).mappings()]
                for table in metadata.sorted_tables
                if table not in {simulated_rows, readings}
            }

    def put_back(self) -> None:
        with self.office.database.writing() as connection:
            for table, rows in self.rows.items():
                connection.execute(delete(table))
                if rows:
                    connection.execute(insert(table), rows)


def test_each_kind_of_damage_is_found_and_nothing_else_and_what_follows_from_events_is_made_anew(
    busy: Office,
) -> None:
    moment = Moment(busy)
    wrong = []
    for damage in DAMAGE:
        with busy.database.writing() as connection:
            damage.plant(connection)
        found = list(Check(busy).findings(with_blobs=True))
        if {each.kind for each in found} != damage.says:
            wrong.append((damage.name, found))
        mended = {kind for kind in damage.says if MEANINGS[kind].is_derived}
        if mended:
            Mending(busy).mend(found)
            left = {each.kind for each in Check(busy).findings(with_blobs=True)}
            if left != damage.says - mended:
                wrong.append((f"{damage.name}, mended", left))
        moment.put_back()
    assert not wrong, wrong
    assert {kind for damage in DAMAGE for kind in damage.says} == set(Kind) - {Kind.NUMBER_TWICE}


def test_a_number_on_two_papers_is_said_and_is_no_damage(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    """Both papers left the desk, so both are recorded (design 4)."""
    office.background.stop()
    number = desk.next_number(Series.NOTICE)
    refuses(desk, people["found 4.1.1"], "4.1.1", number=number)
    refuses(desk, people["found 4.1.2"], "4.1.2", number=number)
    [found] = Check(office).findings()
    assert (found.kind, found.detail) == (Kind.NUMBER_TWICE, number)
    assert not found.meaning.is_damage


def test_a_server_that_serves_is_whole_at_every_moment(
    busy: Office, desk: Desk, people: dict[str, str]
) -> None:
    """The check reads one moment, whoever writes meanwhile."""
    file, stop = desk.identifies(people["found 4.1.2"]), threading.Event()

    def work() -> None:
        for _ in range(8):
            if stop.is_set():
                return
            desk.pushes(desk.records(file, acts.RecordContact("+994501112233", "", "")))
            desk.pushes(desk.records(file, acts.Withdraw(desk.opens(file))))
            busy.duties.work_off()
            busy.messages.work_off()
            pulled(desk, file)

    with ThreadPoolExecutor(1) as desks:
        working = desks.submit(work)
        found = [each for _ in range(3) for each in Check(busy).findings()]
        stop.set()
        working.result()
    assert found == []
    assert list(Check(busy).findings()) == []
