"""A newer law comes by itself: proven, kept for the next sign-in, said until then; what is wrong changes nothing."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

import pytest

from central_api.office import Office
from dost_desktop import office as program
from dost_desktop.catalogue.bundle import bundle_of
from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from dost_desktop.catalogue.kept import KeptCatalogues
from dost_desktop.contract.messages import Problem, Push, PushAnswer, Rejected
from dost_desktop.domain.dates import instant_text
from dost_desktop.ports import Law
from dost_desktop.sync.catalogues import UNREADABLE
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.needs import Memory, NoAnswer, Silence
from dost_desktop.sync.report import Connection, SyncState
from dost_desktop.sync.verdicts import LAW_OVER
from tests.central_api.practice_desk import PASSWORD, Clockwork
from tests.sync.desks import PracticeDesk, law_at
from tests.sync.line import Tamper, TamperedLine, instead


@dataclass
class Lawgiver:
    """Puts catalogues in force at the server, and lets a desk with a shelf hear of them."""

    folder: Path
    office: Office
    desk: PracticeDesk
    shelf: KeptCatalogues
    catalogue: Catalogue
    laws: tuple[str, ...]

    def bring(self, line: str, *, name: str = "") -> str:
        """A catalogue with one more line, in force; its law."""
        folder = self.folder / f"law {len(self.laws)}"
        for each in ("catalogue", "letters", "trust"):
            shutil.copytree(Path(str(files("resources"))) / each, folder / each)
        path = folder / "catalogue" / "office.toml"
        path.write_text(f"{line}\n{path.read_text('utf-8')}", encoding="utf-8")
        law = name or load_catalogue(folder).version
        self.office.catalogues.bring(bundle_of(law, folder))
        self.laws = (law, *self.laws)
        return law

    def line(self, law: Law | None = None, **tampers: Tamper) -> TamperedLine:
        """A line on which the server names the laws it would after its next start, and ``law`` at the desk."""

        def named(hello: Any) -> Any:
            told = hello.law.model_copy(update={"versions": self.laws[:2]})
            return hello.model_copy(update={"law": told})

        line, desk = TamperedLine(self.desk.central, hello=named, **tampers), self.desk
        memory = Memory(desk.database.open_reading, desk.database.open_work)
        ways = Ways(line, memory, desk.watch, law or desk.desk.law, desk.place, self.shelf)  # type: ignore[arg-type]
        desk.sync = Sync(ways, Random(7))
        return line

    def in_force(self) -> str:
        """The law of the next sign-in."""
        return KeptCatalogues(self.folder / "kept").in_force(self.catalogue).version


@pytest.fixture
def lawgiver(tmp_path: Path, office: Office, desk: PracticeDesk, catalogue: Catalogue) -> Lawgiver:
    shelf = KeptCatalogues(tmp_path / "kept")
    return Lawgiver(tmp_path, office, desk, shelf, catalogue, (catalogue.version,))


def _told(state: SyncState) -> tuple[bool, bool, list[str]]:
    return state.newer_law, state.too_old, [each.code for each in state.alarms]


def test_a_newer_law_is_fetched_once_said_and_used_from_the_next_sign_in_on(
    lawgiver: Lawgiver, catalogue: Catalogue
) -> None:
    line = lawgiver.line()
    assert _told(lawgiver.desk.syncs().state) == (False, False, [])
    assert "catalogues" not in line.asked
    law = lawgiver.bring("# of tomorrow")

    told = [_told(lawgiver.desk.syncs().state) for _ in range(3)]

    assert told == [(True, False, [])] * 3
    assert (line.asked.count("catalogues"), line.asked.count("catalogue")) == (1, 1)
    assert (lawgiver.in_force(), law != catalogue.version) == (law, True)
    newest = lawgiver.bring("# of the day after")
    newer = lawgiver.bring("# of the day after that")
    lawgiver.desk.syncs()
    assert lawgiver.in_force() == newer
    assert [each for _version, each in lawgiver.shelf.accepted()] == [newer, newest]
    assert len([each for each in (lawgiver.folder / "kept").iterdir() if each.is_dir()]) == 1


def test_a_list_that_is_known_does_not_come_again(lawgiver: Lawgiver) -> None:
    lawgiver.bring("# of tomorrow")
    line = lawgiver.line(catalogue=instead(NoAnswer(Silence.CUT)))
    assert lawgiver.desk.syncs().state.connection is Connection.OFFLINE
    heard: list[Any] = []

    def listening(answer: Any) -> Any:
        heard.append(answer)
        return answer

    line = lawgiver.line(catalogues=listening)
    with lawgiver.desk.database.open_work() as work:  # as it was asked for an hour ago
        version, law = lawgiver.shelf.accepted()[0]
        tag = line.catalogues("").tag
        work.meta.set("catalogues", {"tag": tag, "law": "", "at": "2026-11-24T05:00:00.000Z", "code": ""})
        work.commit()
    assert _told(lawgiver.desk.syncs().state) == (True, False, [])
    assert [each.listed is None for each in heard] == [False, True]
    assert (lawgiver.shelf.has(version), lawgiver.in_force()) == (True, law)


def _changed(**what: Any) -> Tamper:
    return lambda answer: answer.model_copy(update=what)


def _first_file(**what: Any) -> Tamper:
    return lambda answer: answer.model_copy(
        update={"files": (answer.files[0].model_copy(update=what), *answer.files[1:])}
    )


@pytest.mark.parametrize(
    ("tamper", "code"),
    [
        (_first_file(text="# other words\n"), "catalogue.damaged"),
        (_first_file(name="letters/.."), "catalogue.damaged"),
        (lambda answer: answer.model_copy(update={"files": answer.files[1:]}), "catalogue.damaged"),
        (_changed(files=()), "catalogue.damaged"),
        (instead(Problem(title="", status=404, code="catalogue.unknown")), "catalogue.unknown"),
    ],
    ids=["a changed word", "a name that leads elsewhere", "a file is missing", "no files", "it is not there"],
)
def test_a_damaged_catalogue_changes_nothing_is_said_and_comes_again_later(
    lawgiver: Lawgiver, catalogue: Catalogue, clock: Clockwork, tamper: Tamper, code: str
) -> None:
    law = lawgiver.bring("# of tomorrow")
    line = lawgiver.line(catalogue=tamper)

    told = [_told(lawgiver.desk.syncs().state) for _ in range(3)]

    assert [each[2] for each in told] == [[code]] * 3
    assert (line.asked.count("catalogue"), lawgiver.in_force()) == (1, catalogue.version)
    clock.at += timedelta(hours=1)
    lawgiver.line()
    assert _told(lawgiver.desk.syncs().state) == (True, False, [])
    assert lawgiver.in_force() == law


def test_a_law_of_a_later_program_is_an_alarm_and_the_law_before_it_goes_on(
    lawgiver: Lawgiver, catalogue: Catalogue, people: dict[str, str]
) -> None:
    lawgiver.bring("nobody_knows = 1", name="f" * 64)
    lawgiver.line()
    file = lawgiver.desk.identifies(people["not found"])

    state = lawgiver.desk.syncs().state

    assert (_told(state), lawgiver.in_force()) == ((False, False, [UNREADABLE]), catalogue.version)
    assert lawgiver.desk.confirmed(file) == 2
    lawgiver.bring("nobody_knows_either = 1", name="e" * 64)  # now this program has no accepted law at all
    assert lawgiver.desk.syncs().state.too_old


@pytest.mark.parametrize("harm", ["a byte changed", "a file lost", "the list lost", "the list damaged"])
def test_what_was_harmed_on_the_disk_is_as_if_it_were_not_there_and_comes_again(
    lawgiver: Lawgiver, catalogue: Catalogue, harm: str
) -> None:
    law = lawgiver.bring("# of tomorrow")
    lawgiver.line()
    lawgiver.desk.syncs()
    assert lawgiver.in_force() == law
    kept = lawgiver.folder / "kept"
    rules = next(kept.glob("*/catalogue/office.toml"))
    match harm:
        case "a byte changed":
            rules.write_text(rules.read_text("utf-8") + "#", encoding="utf-8")
        case "a file lost":
            rules.unlink()
        case "the list lost":
            (kept / "accepted.json").unlink()
        case _:
            (kept / "accepted.json").write_text("[{]", encoding="utf-8")

    assert lawgiver.in_force() == catalogue.version
    lawgiver.desk.syncs()
    assert lawgiver.in_force() == law


def test_the_program_works_by_the_kept_law_after_the_next_sign_in(
    tmp_path: Path, office: Office, server: tuple[str, ExitStack], lawgiver: Lawgiver, catalogue: Catalogue
) -> None:
    law = lawgiver.bring("# of tomorrow")
    lawgiver.line()
    lawgiver.desk.syncs()
    here = program.Office(tmp_path / "home")
    here.enrol(server[0], office.enrolment.new_code("B03"))
    shutil.copytree(tmp_path / "kept", here.paths.catalogues)
    before = here.law(here.clock.now()).version

    signed_in = here.sign_in("aysel", PASSWORD)

    now = here.clock.now()
    assert (before, here.law(now).version, signed_in.desk.law(now).version) == (catalogue.version, law, law)
    assert here.catalogue.version == law
    signed_in.close()


def test_a_click_under_a_law_that_is_over_waits_for_an_agent_and_not_for_ever(
    lawgiver: Lawgiver, people: dict[str, str]
) -> None:
    """Two laws later nobody takes it any more, and the desk works by the newest one."""
    desk = lawgiver.desk
    file = desk.identifies(people["not found"])

    def over(push: Push) -> PushAnswer:
        said = Rejected(reason="law_outdated", cites="design 4")
        epoch, at = lawgiver.office.deployment.epoch, instant_text(desk.watch.now())
        return PushAnswer(answers=(said,) * len(push.runs), epoch=epoch, time=at)

    vars(lawgiver.line())["push"] = over
    waits = desk.syncs().state
    law = lawgiver.bring("# of tomorrow")
    newest = load_catalogue(lawgiver.folder / "law 1")
    vars(lawgiver.line(law=partial(law_at, newest)))["push"] = over
    parked = desk.syncs()

    assert (waits.waiting, waits.needs_you) == (1, 0)
    assert (newest.version, parked.state.waiting, parked.state.needs_you) == (law, 0, 1)
    with desk.database.open_reading() as reading:
        [row] = reading.outbox_rows()
    assert (row.file_id, row.last_answer) == (file, LAW_OVER)
