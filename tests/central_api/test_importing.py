"""What a desk exported is taken in as if it had been sent: once, whatever is imported how often and in which order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from uuid import UUID

import httpx
import pytest
from typer.testing import CliRunner

from central_api.administration import CannotBeDone
from central_api.cli import app
from central_api.desk_list import DeskList
from central_api.importing import Imported, ImportUnsent
from central_api.importing_runs import BEHIND, Became
from central_api.office import Office
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.contract.seals import from_text
from dost_desktop.domain import acts
from dost_desktop.domain.chain import check_chain
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.run_case import RunCase, draft_key_of
from dost_desktop.services.unsent_export import ExportReport, ExportUnsent
from tests.central_api.practice_desk import Clockwork
from tests.sync.desks import PracticeDesk, new_desk

NewDesk = Callable[[str], PracticeDesk]


@pytest.fixture
def new_pc(
    tmp_path: Path, office: Office, http: httpx.Client, catalogue: Catalogue, clock: Clockwork
) -> Iterator[NewDesk]:
    """PCs of centre B03, each with its own memory and an agent who signed in."""
    from contextlib import ExitStack  # noqa: PLC0415

    with ExitStack() as running:
        yield lambda agent: running.enter_context(
            new_desk(tmp_path / "desks", office, str(http.base_url).rstrip("/"), catalogue, clock, agent)
        )


def exports(desk: PracticeDesk, path: Path) -> ExportReport:
    return exporting(desk)(path)


def exporting(desk: PracticeDesk) -> ExportUnsent:
    key = from_text(desk.enrolled.recovery_key)
    return ExportUnsent(desk.desk, desk.database.open_reading, UUID(int=7), key)


def imports(office: Office, path: Path, *, dry_run: bool = False) -> Imported:
    importing = ImportUnsent(office, office.enrolment.keys.recovery, dry_run=dry_run)
    with path.open("rb") as file:
        importing.prove(file)
        return importing(file)


def became(done: Imported) -> list[str]:
    return [each.became.value for each in done.runs]


def at_the_centre(office: Office, file: UUID) -> list[str]:
    return [each.event.content.kind for each in office.hand.whole(file).events]


def test_everything_a_silent_desk_did_is_at_the_centre_once_and_the_desk_finds_it_there(
    office: Office, new_pc: NewDesk, people: dict[str, str], tmp_path: Path
) -> None:
    """Clicks on top of one another, a scan, a half-done case with what was typed; then the network comes back."""
    desk = new_pc("aysel")
    desk.syncs()
    file = desk.identifies(people["not found"])
    desk.opens(file)
    desk.calls_in(file, "+994501112233")
    scan = bytes(Random(3).randbytes(700_000))
    with desk.database.open_work() as work:
        mark = work.blobs.put(scan)
        work.commit()
    case = RunCase(desk.desk).begin("A007", "unemployed_registration")
    KeepDrafts(desk.desk).save(draft_key_of(case.id), "intake", {"surname": "Sınaqova"}, ticket="A007")

    report = exports(desk, tmp_path / "b03-01.dost-unsent")
    assert (report.runs, report.documents, report.cases, report.left_out) == (3, 1, 1, ())
    content = report.path.read_bytes()
    assert b"Nurlana" not in content
    assert b"+99450" not in content

    tried = imports(office, report.path, dry_run=True)
    assert became(tried) == ["taken"] * 3
    assert at_the_centre(office, file) == []  # nothing of a trial stays

    first = imports(office, report.path)
    assert became(first) == ["taken"] * 3
    assert first.is_settled
    again = imports(office, report.path)
    assert became(again) == ["known"] * 3
    assert (again.cases, again.cases_left) == (0, 1)
    assert b"".join(office.blobs.pieces(mark)) == scan

    after = desk.syncs()
    assert (after.state.waiting, after.state.needs_you, after.state.alarms) == (0, 0, ())
    assert desk.kinds(file) == at_the_centre(office, file)
    held = office.hand.whole(file)
    with desk.database.open_reading() as reading:
        assert check_chain(file, reading.events(file), reading.receipts(file), desk_seals(desk)) == ()
    assert [each.link.hash for each in desk.chain(file)] == [each.link.hash for each in held.events]


def desk_seals(desk: PracticeDesk):
    from dost_desktop.sync.keyring import read_keyring  # noqa: PLC0415

    with desk.database.open_reading() as reading:
        return read_keyring(reading.meta)
