"""What a desk exported is taken in as if it had been sent: once, whatever is imported how often and in which order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import get_args
from uuid import UUID

import httpx
import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from central_api.administration import CannotBeDone
from central_api.app import build_office
from central_api.checking.whole import Check
from central_api.cli import app
from central_api.commands import opening
from central_api.desk_list import DeskList
from central_api.importing import Imported, ImportUnsent
from central_api.importing_runs import BEHIND
from central_api.office import Office
from central_api.tables import events, files, readings
from central_api.tokens import Caller
from central_api.unsent_words import KINDS
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.contract.sealed_box import new_box_key
from dost_desktop.contract.seals import AgentHand, SigningKey, from_text
from dost_desktop.domain import acts
from dost_desktop.domain.chain import check_chain
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.run_case import RunCase, draft_key_of
from dost_desktop.services.unsent_export import ExportReport, ExportUnsent
from dost_desktop.sync.keyring import read_keyring
from tests.central_api.practice_desk import Clockwork
from tests.sync.desks import PracticeDesk, new_desk

NewDesk = Callable[[str], PracticeDesk]


@pytest.fixture
def new_pc(
    tmp_path: Path, office: Office, http: httpx.Client, catalogue: Catalogue, clock: Clockwork
) -> Iterator[NewDesk]:
    """PCs of centre B03, each with its own memory and an agent who signed in."""
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
        seals = read_keyring(reading.meta)
        assert check_chain(file, reading.events(file), reading.receipts(file), seals) == ()
    assert [each.link.hash for each in desk.chain(file)] == [each.link.hash for each in held.events]


@pytest.fixture
def two(new_pc: NewDesk, people: dict[str, str]) -> tuple[PracticeDesk, PracticeDesk, UUID]:
    """Two desks that both know one person's file."""
    desk, other = new_pc("aysel"), new_pc("orxan")
    desk.syncs()
    other.syncs()
    file = desk.identifies(people["not found"])
    desk.syncs()
    other.syncs()
    return desk, other, file


def test_what_is_not_legal_any_more_is_handed_up_once_and_the_rest_stands_on_new_ground(
    office: Office, two: tuple[PracticeDesk, PracticeDesk, UUID], tmp_path: Path
) -> None:
    desk, other, file = two
    desk.opens(file)  # not sent
    desk.calls_in(file, "+994501112233")
    early = exports(desk, tmp_path / "early").path
    desk.calls_in(file, "+994502223344")
    late = exports(desk, tmp_path / "late").path
    other.opens(file)
    other.syncs()

    assert became(imports(office, late)) == ["handed_up", "linked_anew", "linked_anew"]
    kinds = at_the_centre(office, file)
    assert kinds[-3:] == ["handed_up", "contact_recorded", "contact_recorded"]
    [run] = [each for each in imports(office, early).runs if each.became.value == "handed_up"]
    assert became(imports(office, late)) == ["handed_up", "known", "known"]
    assert at_the_centre(office, file) == kinds

    mark = f"handed_up:{run.run}"
    state = office.hand.read(file)
    assert state.review == (mark,)
    assert state.phone == "+994502223344"
    words = next(each for each in office.hand.whole(file).events if each.event.content.kind == "handed_up")
    act = words.event.act()
    assert isinstance(act, acts.HandUp)
    number = act.wording.partition("Nömrə: ")[2].partition(".")[0]
    assert number.startswith("05-04-05-00/B03/2026/M-")
    assert act.wording == (
        "B03-01 masasında 24.11.2026 10:00 edilən qeyd mərkəzi sistemə daxil edilmədi: müraciət açılıb."
        f" Nömrə: {number}. Agent: aysel. Səbəb: bu növ üzrə açıq müraciət var (application.already_open)."
    )

    after = desk.syncs()  # the desk comes back
    assert (after.state.waiting, after.state.needs_you, after.state.alarms) == (0, 1, ())
    assert list(Check(office).findings()) == []
    again = exports(desk, tmp_path / "again")
    assert again.runs == 1
    assert became(imports(office, again.path)) == ["handed_up"]
    assert at_the_centre(office, file) == kinds

    desk.does(file, acts.SettleDisagreement(UUID(run.run), desk.watch.now(), ("application_opened",), "x"))
    desk.syncs()
    assert became(imports(office, again.path)) == ["settled"]
    assert became(imports(office, early)) == ["settled", "known"]


@pytest.mark.parametrize("seed", [0, *(pytest.param(each, marks=pytest.mark.long) for each in range(1, 8))])
def test_in_any_order_any_number_of_times_beside_the_desk_itself(
    office: Office, two: tuple[PracticeDesk, PracticeDesk, UUID], tmp_path: Path, seed: int
) -> None:
    desk, other, file = two
    random = Random(seed)
    written: list[Path] = []
    for step in range(12):
        did = random.choice(("click", "click", "export", "import", "other", "sync"))
        if did == "click":
            desk.calls_in(file, f"+99450{random.randrange(10**7):07}")
        elif did == "other":
            other.calls_in(file, f"+99455{random.randrange(10**7):07}")
            other.syncs()
        elif did == "export":
            written.append(exports(desk, tmp_path / f"{step}").path)
        elif did == "import" and written:
            imports(office, random.choice(written))
        elif did == "sync":
            desk.syncs()
    written.append(exports(desk, tmp_path / "last").path)
    for path in random.sample(written, len(written)):
        imports(office, path)
    assert all(
        became(imports(office, each)) == ["known"] * len(imports(office, each).runs) for each in written
    )
    for each in (desk, other, desk):
        assert each.syncs().state.waiting == 0
    assert [e.link.hash for e in desk.chain(file)] == [e.link.hash for e in other.chain(file)]
    assert desk.kinds(file) == at_the_centre(office, file)
    clicks = [each.event.content.id for each in desk.chain(file)]
    assert len(clicks) == len(set(clicks))


def test_a_retired_desk_brings_its_work_and_its_case_goes_on_elsewhere(
    office: Office, two: tuple[PracticeDesk, PracticeDesk, UUID], tmp_path: Path, clock: Clockwork
) -> None:
    desk, other, file = two
    desk.calls_in(file, "+994501112233")
    case = RunCase(desk.desk).begin("A001", "unemployed_registration")
    KeepDrafts(desk.desk).save(draft_key_of(case.id), "intake", {"surname": "Sınaqova"}, ticket="A001")
    older = exports(desk, tmp_path / "older").path
    clock.at += timedelta(hours=1)
    DeskList(office.database, office.token_book, clock).retire(desk.name)
    clock.at += timedelta(days=1)
    KeepDrafts(desk.desk).save(draft_key_of(case.id), "intake", {"surname": "Dəyişmiş"}, ticket="A001")
    newer = exports(desk, tmp_path / "newer").path

    for path in (newer, older, newer):
        imports(office, path)

    assert at_the_centre(office, file)[-1] == "contact_recorded"
    [kept] = office.half_done.of_centre(caller_at(other)).cases
    assert (kept.id, kept.state, kept.desk) == (str(case.id), "paused", desk.name)
    taken = office.half_done.take(caller_at(other), kept.id)
    assert json.loads(taken.drafts[0].content) == {"surname": "Dəyişmiş"}
    imports(office, newer)
    [still] = office.half_done.of_centre(caller_at(other)).cases
    assert (still.desk, still.state) == (other.name, "open")


def caller_at(desk: PracticeDesk) -> Caller:
    return Caller(desk.name, "B03", desk.desk.agent.agent)


def test_a_case_that_was_finished_stays_so_whichever_file_comes_last(
    office: Office, two: tuple[PracticeDesk, PracticeDesk, UUID], tmp_path: Path
) -> None:
    desk, other, _file = two
    cases = RunCase(desk.desk)
    cases.begin("A001", "unemployed_registration")
    cases.pause("person")
    open_ = exports(desk, tmp_path / "open").path
    cases.resume(cases.paused()[0].id)
    cases.finish()
    over = exports(desk, tmp_path / "over")
    assert over.cases == 1
    imports(office, over.path)
    assert imports(office, open_).cases == 0
    assert office.half_done.of_centre(caller_at(other)).cases == ()


def test_looks_are_noted_once(
    office: Office, two: tuple[PracticeDesk, PracticeDesk, UUID], tmp_path: Path
) -> None:
    desk, _other, file = two
    with desk.database.open_work() as work:
        work.access_log.add(at=desk.watch.now(), agent="aysel", what="file", purpose="sınaq", file_id=file)
        work.commit()
    path = exports(desk, tmp_path / "looks").path
    for _ in range(2):
        assert imports(office, path).looks == 1
    desk.syncs()
    with office.database.reading() as connection:
        mine = select(func.count()).where(readings.c.desk == desk.name, readings.c.what == "desk.file")
        assert connection.execute(mine).scalar_one() == 1


def test_only_what_its_agents_signed_at_that_desk_is_believed(
    office: Office, two: tuple[PracticeDesk, PracticeDesk, UUID], tmp_path: Path
) -> None:
    desk, other, file = two
    forger = AgentHand(SigningKey.new())
    good, desk_hand = desk.desk.hand, desk.desk
    desk.calls_in(file, "+994501112233")
    path = exports(desk, tmp_path / "good").path

    object.__setattr__(desk_hand, "hand", forger)  # the click is forged, then the whole file
    desk.calls_in(file, "+994509999999")
    forged = tmp_path / "forged"
    exports(desk, forged)
    with pytest.raises(CannotBeDone, match="no signature"):
        imports(office, forged)
    object.__setattr__(desk_hand, "hand", good)
    mixed = exports(desk, tmp_path / "mixed").path
    kinds = at_the_centre(office, file)
    done = imports(office, mixed)
    assert [(each.became.value, each.reason) for each in done.runs] == [
        ("taken", ""),
        ("refused", "event.signature"),
    ]
    assert at_the_centre(office, file) == [*kinds, "contact_recorded"]  # and nothing to the head
    assert became(imports(office, path)) == ["known"]
    stranger = exports(other, tmp_path / "other")
    with stranger.path.open("rb") as it, pytest.raises(CannotBeDone, match="another deployment"):
        ImportUnsent(office, new_box_key()[0]).prove(it)


def test_a_restored_server_is_mended_by_the_desks_before_anything_is_put_on_top(
    office: Office, two: tuple[PracticeDesk, PracticeDesk, UUID], tmp_path: Path
) -> None:
    desk, _other, file = two
    desk.calls_in(file, "+994501112233")
    desk.syncs()
    desk.calls_in(file, "+994502223344")
    desk.calls_in(file, "+994503334455")
    path = exports(desk, tmp_path / "unsent").path
    _forget_last(office, file)
    office.restored()

    done = imports(office, path)
    assert [(each.became.value, each.reason) for each in done.runs] == [("later", BEHIND)] * 2
    desk.syncs()
    desk.syncs()
    assert became(imports(office, path)) == ["known"] * 2
    assert desk.kinds(file) == at_the_centre(office, file)


def _forget_last(office: Office, file: UUID) -> None:
    """As in a backup of an hour ago."""
    last = office.hand.whole(file).events[-1].link
    with office.database.writing() as connection:
        connection.execute(events.delete().where(events.c.file_id == str(file), events.c.seq == last.seq))
        before = files.update().where(files.c.file_id == str(file))
        connection.execute(before.values(seq=last.seq - 1, hash=last.prev))


def test_the_command_says_what_became_of_each_click_and_uses_nothing_of_a_damaged_file(
    office: Office,
    two: tuple[PracticeDesk, PracticeDesk, UUID],
    tmp_path: Path,
    clock: Clockwork,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "build_office", partial(build_office, clock=clock))  # the test's day
    desk, other, file = two
    if office.database.is_sqlite is False:
        monkeypatch.setenv("DATABASE_URL", office.settings.database_url)
    desk.opens(file)
    desk.calls_in(file, "+994501112233")
    path = exports(desk, tmp_path / "b03-01.dost-unsent").path
    other.opens(file)
    other.syncs()
    whole = path.read_bytes()
    damaged = tmp_path / "damaged.dost-unsent"
    damaged.write_bytes(whole[:-1])

    def says(*typed: str) -> tuple[int, str]:
        said = CliRunner().invoke(app, ["import-unsent", *typed, "--data", str(office.settings.data)])
        assert "+994" not in said.output
        return said.exit_code, said.output

    kinds = at_the_centre(office, file)
    assert says(str(path), str(damaged)) == (
        2,
        "damaged.dost-unsent is damaged or cut: nothing of it is used, copy or export it again\n",
    )
    assert at_the_centre(office, file) == kinds
    code, said = says(str(path), "--dry-run")
    assert (code, at_the_centre(office, file)) == (1, kinds)
    assert "handed_up (application.already_open" in said
    code, said = says(str(path), "--json")
    assert code == 1
    told = json.loads(said)
    assert [each["became"] for each in told["files"][0]["runs"]] == ["handed_up", "linked_anew"]
    log = (office.settings.data / "administration.log").read_text("utf-8")
    assert log.count("unsent work imported") == 1


def test_what_an_agent_can_click_has_words_for_the_head() -> None:
    others = {
        "form_confirmed",
        "accepted_by_mas",
        "not_accepted_by_mas",
        "message_delivered",
        "ended_by_office",
    }
    others |= {"decision_confirmed", "decision_returned", "application_reopened", "data_erased"}
    assert {each.kind for each in get_args(acts.Act)} - others == KINDS.keys()
