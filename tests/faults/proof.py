"""What must hold at a desk and its central system, whatever was killed in between."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import ApplicationState, FormOfApplication
from dost_desktop.office import Office, SignedIn
from dost_desktop.security.wrapped_keys import read_agents
from dost_desktop.services.run_case import Case, RunCase
from dost_desktop.storage.check import check_desk
from dost_desktop.storage.unit_of_work import Reading
from dost_desktop.sync.keyring import read_keyring


@dataclass(frozen=True, slots=True)
class DeskState:
    """What the desk holds at one moment."""

    events: dict[UUID, tuple[ChainedEvent, ...]]
    files: dict[UUID, PersonFile]
    case: Case | None
    unsent_runs: frozenset[UUID]
    drafts: frozenset[str]

    @property
    def contents(self) -> set[tuple[UUID, str]]:
        """Every event, by its person's file and its salted digest: an envelope may change, this never."""
        return {
            (file_id, f"{each.event.content.id} {each.event.content.digest}")
            for file_id, chained in self.events.items()
            for each in chained
        }


def sits_down_again(practice: Path) -> SignedIn | None:
    """The practice desk's last agent, without a connection if need be; None before anybody signed in."""
    office = Office(practice / "desk")
    known = read_agents(office.paths.keys)
    if not known or not office.paths.database.exists():
        return None
    told = json.loads((practice / "practice.json").read_text("utf-8"))
    password = next(each["password"] for each in told["agents"] if each["agent"] == known[0].agent)
    return office.sign_in(known[0].agent, password)


def state_of(practice: Path) -> DeskState | None:
    """Open the desk as it was left, prove it whole, and say what it holds."""
    signed_in = sits_down_again(practice)
    if signed_in is None:
        return None
    try:
        assert not signed_in.database.issuing_locked, "the marks lock the desk falsely"
        with signed_in.database.open_reading() as reading:
            report = check_desk(reading, read_keyring(reading.meta))
            assert report.is_whole, report
            _numbers_hold(reading)
            _notices_hold(reading)
            ids = reading.file_ids()
            return DeskState(
                events={each: reading.events(each) for each in ids},
                files={each: reading.file(each) for each in ids},
                case=RunCase(signed_in.desk).current(),
                unsent_runs=frozenset(each.run for each in reading.outbox_rows()),
                drafts=frozenset(each.key for each in reading.drafts.all()),
            )
    finally:
        signed_in.close()


def nothing_lost(before: DeskState | None, after: DeskState | None) -> None:
    """Everything the desk held before, it still holds."""
    if before is None:
        return
    assert after is not None
    assert before.contents <= after.contents


def everything_is_done(practice: Path) -> DeskState:
    """After a tour that came to its end: no case half-done, every notice with the person and with the server."""
    after = state_of(practice)
    assert after is not None
    assert after.case is None
    assert not after.unsent_runs
    for file in after.files.values():
        for application in file.applications:
            if (
                application.form is FormOfApplication.SELF_SERVICE
            ):  # it came by itself, and nobody sat here for it
                assert application.state is ApplicationState.OPEN
                continue
            assert application.state in {ApplicationState.REFUSED, ApplicationState.OFFERING_WORK}
        for notice in file.notices:
            assert notice.served_at, notice.number
            assert notice.copies, notice.number
    same_at_the_centre(practice, after)
    _papers_hold(practice, after)
    return after


def _acts(reading: Reading) -> list[tuple[ChainedEvent, acts.Act]]:
    return [(each, each.event.act()) for file_id in reading.file_ids() for each in reading.events(file_id)]


def _numbers_hold(reading: Reading) -> None:
    """Every number once, one after the other in each leased block, and no block ahead of its papers.

    Of what was done here: an application that came from MAS has a number of its own.
    """
    here = {lease.desk for lease in reading.leases.all()}
    done = [act for each, act in _acts(reading) if each.event.content.desk in here]
    given = {
        Series.APPLICATION: [act.number for act in done if isinstance(act, acts.OpenApplication)],
        Series.NOTICE: [act.number for act in done if isinstance(act, acts.IssueNotice)],
    }
    used = reading.leases.next_numbers()
    for series, texts in given.items():
        assert len(set(texts)) == len(texts), texts
        numbers = sorted(int(text[-6:]) for text in texts if re.search(r"/(M-)?\d{6}$", text))
        taken = sorted(
            number
            for lease in reading.leases.all()
            if lease.series is series
            for number in range(lease.first, used[str(lease.lease_id)])
        )
        assert numbers == taken, series


def _notices_hold(reading: Reading) -> None:
    """Each notice has its refusal, in the same click, and its bytes."""
    done = _acts(reading)
    refusals = {
        (each.event.content.run, act.application) for each, act in done if isinstance(act, acts.Refuse)
    }
    issued = [(each, act) for each, act in done if isinstance(act, acts.IssueNotice)]
    for each, act in issued:
        assert (each.event.content.run, act.application) in refusals, act.number
        assert len(reading.blobs.get(act.pdf)) == act.size
    assert len(issued) == len(refusals)
    assert {act.pdf for _, act in issued} == {each.sha256 for each in reading.blobs.all()}


def same_at_the_centre(practice: Path, desk: DeskState) -> None:
    """The server holds the same chains, notices and documents."""
    central = practice / "central"
    uri = f"file:{central / 'central.sqlite3'}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as database:
        heads = dict(database.execute("SELECT file_id, hash FROM files").fetchall())
        notices = dict(database.execute("SELECT number, pdf FROM notices").fetchall())
        (count,) = database.execute("SELECT count(*) FROM events").fetchone()
    assert {str(each.id): each.head.hash for each in desk.files.values()} == heads
    assert count == sum(len(each) for each in desk.events.values())
    assert notices == {each.number: each.pdf for file in desk.files.values() for each in file.notices}
    kept = {each.name: each for each in (central / "blobs").rglob("*") if each.is_file()}
    for pdf in notices.values():
        assert hashlib.sha256(kept[pdf].read_bytes()).hexdigest() == pdf


def _papers_hold(practice: Path, desk: DeskState) -> None:
    """Each saved paper is whole, and of a recorded notice or application."""
    files = desk.files.values()
    numbers = {each.number for file in files for each in file.notices}
    numbers |= {each.number for file in files for each in file.applications}
    known = {number.replace("/", "-") for number in numbers}
    papers = list((practice / "desk" / "notices").iterdir())
    for paper in papers:
        assert any(number in paper.name for number in known), paper.name
        subprocess.run(["qpdf", "--check", str(paper)], check=True, capture_output=True)
    for notice in (each for file in files for each in file.notices):
        assert any(notice.number.replace("/", "-") in paper.name for paper in papers), notice.number
