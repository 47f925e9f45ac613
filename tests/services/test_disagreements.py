"""No click of an agent is ever stuck: whatever others did to the file, something can be chosen, and it is settled."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import get_args
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dost_desktop.contract.messages import AgentCard, CentreCard
from dost_desktop.contract.seals import AgentHand
from dost_desktop.domain import acts
from dost_desktop.domain.acts import BY_KIND, Act
from dost_desktop.domain.chain import Flaw
from dost_desktop.domain.decide import decide
from dost_desktop.domain.events import Actor, ChainedEvent, Event, link_run, record
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import Role
from dost_desktop.rows import RunState
from dost_desktop.services.compare_sides import FIELD_OF, Field
from dost_desktop.services.desk import Desk
from dost_desktop.services.disagreements import Compared, Disagreements
from dost_desktop.services.settle import ChoiceKind, Matter, plan
from dost_desktop.storage.check import check_desk
from dost_desktop.storage.database import Database
from dost_desktop.sync.for_the_page import look_for_the_page
from dost_desktop.sync.keyring import Keyring
from dost_desktop.sync.rebase import REJECTED, Judge, before_a_person, rebase
from dost_desktop.sync.report import Tally
from tests.domain.builders import (
    AGENT,
    CENTRE,
    DESK,
    NOW,
    REAL_SEALS,
    SECRET,
    Case,
    a_command,
    a_key,
    a_receipt,
)
from tests.storage.desk import paths_in
from tests.sync.situations import HANDS, LAW, OTHER_AGENT, OTHER_DESK, Click, Situation, situations

K = ChoiceKind
_KEY = b"k" * 32
_LATER = NOW + timedelta(hours=2)
_AGENTS_ONLY = frozenset({Role.AGENT})


@dataclass
class At:
    """A clock that stands."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


@dataclass
class Office:
    """Desk B03-07 with its memory, and what the server tells it."""

    database: Database
    file_id: UUID
    clock: At = field(default_factory=lambda: At(_LATER))
    tally: Tally = field(default_factory=Tally)
    page: Disagreements = field(init=False)

    def __post_init__(self) -> None:
        desk = Desk(
            name=DESK,
            centre=CentreCard(code=CENTRE, category="B", name="Nümunə", address="Sınaq küç. 1", phone="1"),
            agent=AgentCard(agent=AGENT, name="Leyla Hüseynova", role="agent", post="", centre=CENTRE),
            hand=AgentHand(a_key(AGENT)),
            secret=SECRET,
            open_work=self.database.open_work,
            open_reading=self.database.open_reading,
            law=self.law,
            clock=self.clock,
        )
        self.page = Disagreements(desk)

    def law(self, _: datetime) -> LawInForce:
        return LAW

    @property
    def judge(self) -> Judge:
        return Judge(self.law, Keyring({}, {}, {}), CENTRE, self.clock.now())

    def hears(self, chained: Sequence[ChainedEvent]) -> None:
        """What the server has of the file, as the sync takes it."""
        with self.database.open_work() as work:
            loose = work.import_events(self.file_id, chained, a_receipt(chained[-1]))
            rebase(work, loose, self.judge, self.tally)
            look_for_the_page(work, self.file_id, chained, self.tally)
            work.commit()

    def does(self, *runs: Sequence[Event]) -> None:
        """Clicks that are not sent yet."""
        with self.database.open_work() as work:
            for run in runs:
                work.append(run, self.file_id)
            work.commit()

    def is_told_no(self, run: UUID, reason: str) -> None:
        """The server rejects a click."""
        with self.database.open_work() as work:
            waiting = work.outbox.run(run)
            assert waiting is not None
            rejected, *others = work.replace_tail(self.file_id, waiting.events[0].link.seq, (), None)
            before_a_person(work, rejected, REJECTED, Refused(reason, "design 4"), self.tally)
            rebase(work, others, self.judge, self.tally, [rejected])
            look_for_the_page(work, self.file_id, (), self.tally)
            work.commit()

    def head_finds(self, about: UUID) -> None:
        """The head's finding on what was handed up."""
        with self.database.open_work() as work:
            self.page.desk.act(
                work, self.file_id, [acts.CloseReview("Birincisi qalsın", (f"handed_up:{about}",))]
            )
            look_for_the_page(work, self.file_id, work.events(self.file_id), self.tally)
            work.commit()

    @property
    def file(self) -> PersonFile:
        with self.database.open_reading() as reading:
            return reading.file(self.file_id)

    def counts(self) -> dict[RunState, int]:
        with self.database.open_reading() as reading:
            report = check_desk(reading, REAL_SEALS)
            assert {each.flaw for each in report.findings} <= {
                Flaw.SIGNATURE
            }  # the other desk's keys are not here
            assert report.troubles == ()
            return dict(reading.outbox.counts())

    def shown(self, item: UUID) -> Compared:
        compared = self.page.compare(item)
        assert compared is not None
        return compared


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with nothing in it, to be copied: it takes long to make."""
    folder = tmp_path_factory.mktemp("empty")
    Database.create(paths_in(folder), _KEY, "install-1").close()
    return folder


@contextmanager
def an_office(empty: Path, case: Case) -> Iterator[Office]:
    """A desk that holds this file, confirmed."""
    with TemporaryDirectory() as folder:
        shutil.copytree(empty, folder, dirs_exist_ok=True)
        database = Database.open(paths_in(Path(folder)), _KEY)
        try:
            office = Office(database, case.file.id)
            if case.events:
                office.hears(case.events)
            yield office
        finally:
            database.close()


def clicks(case: Case, agent: str, desk: str, at: datetime, roles: frozenset[Role]) -> tuple[Click, ...]:
    return Situation("", case).clicks(desk, agent, at, roles=roles)


def recorded(case: Case, click: Click, agent: str, desk: str, at: datetime) -> tuple[Event, ...]:
    who, where = (agent, desk) if click.role is Role.AGENT else HANDS[click.role]
    actor = Actor(who, where, a_key(who).sign)
    return record(click.acts, file_id=case.file.id, actor=actor, law=LAW.version, at=at)


def after(case: Case, run: Sequence[Event]) -> Case:
    """The same life, one click later."""
    chained = link_run(case.file.head, run)
    file = fold_all(case.file.id, chained, case.file)
    return replace(case, events=[*case.events, *chained], file=file)


# -- the whole table ------------------------------------------------------------------------------------------------


def test_every_kind_of_act_has_its_row_and_every_click_can_be_set_aside_or_handed_up_on_every_file() -> None:
    """Each situation, after each click of somebody else × each click an agent made there before."""
    assert set(FIELD_OF) == set(BY_KIND)
    assert set(FIELD_OF.values()) == set(Field)
    seen: set[str] = set()
    parked = 0
    for situation in situations():
        mine = clicks(situation.case, AGENT, DESK, NOW, _AGENTS_ONLY)
        seen |= {act.kind for click in mine for act in click.acts}
        for theirs in clicks(situation.case, OTHER_AGENT, OTHER_DESK, NOW, frozenset(Role)):
            file = after(situation.case, recorded(situation.case, theirs, OTHER_AGENT, OTHER_DESK, NOW)).file

            def why_not(wanted: Sequence[Act], file: PersonFile = file) -> Refused | None:
                decided = decide(file, a_command(*wanted), LAW, _LATER)
                return decided if isinstance(decided, Refused) else None

            for click in mine:
                reason = why_not(click.acts)
                if reason is None:
                    continue
                parked += 1
                kinds = tuple(act.kind for act in click.acts)
                matter = Matter(file.id, file.id, NOW, kinds, click.acts, reason)
                aside = plan(K.KEEP_THEIRS, matter, file, why_not, "")
                assert aside.choice.why_not is None, (situation.name, click.name, theirs.name)
                issued = [act.number for act in click.acts if isinstance(act, acts.IssueNotice)]
                assert list(aside.choice.facts.recalled) == issued
                assert plan(K.RECORD_MINE_NOW, matter, file, why_not, "").choice.why_not is not None
                assert plan(K.HAND_UP, matter, file, why_not, "").choice.why_not is None
    assert seen == {act.kind for act in _acts_of_agents()}
    assert parked > 1000


def _acts_of_agents() -> set[type[Act]]:
    """What an agent does, and nobody else alone."""
    online = {acts.ConfirmDecision, acts.ReturnDecision, acts.Reopen, acts.EndByOffice, acts.EraseData}
    told = {acts.ConfirmForm, acts.AcceptByMas, acts.NotAcceptByMas, acts.RecordDelivery}
    return set(get_args(Act)) - online - told


# -- one of each kind, to the end -----------------------------------------------------------------------------------


def _one_of_each() -> dict[str, tuple[Case, Click]]:
    """For each kind of act: a situation and a click with it, the longest there is."""
    found: dict[str, tuple[Case, Click]] = {}
    for situation in situations():
        for click in clicks(situation.case, AGENT, DESK, NOW, _AGENTS_ONLY):
            for act in click.acts:
                known = found.get(act.kind)
                if known is None or len(known[1].acts) < len(click.acts):
                    found[act.kind] = situation.case, click
    return found


def test_a_click_of_each_kind_that_the_server_rejects_is_shown_and_settled(empty: Path) -> None:
    for kind, (case, click) in _one_of_each().items():
        run = recorded(case, click, AGENT, DESK, NOW)
        item = run[0].content.run
        with an_office(empty, case) as office:
            office.does(run)
            office.is_told_no(item, "event.signature")
            [row] = [each for each in office.page() if not each.is_paper]
            assert (row.id, row.at, kind in row.mine, row.theirs) == (item, NOW, True, ())

            shown = office.shown(item)

            assert [each.what for each in shown.rows][:1] == [Field.REGISTRATION]
            assert {*list(Field)[:4]} <= {each.what for each in shown.rows}
            assert any(each.mine.is_changed for each in shown.rows), kind
            assert not any(each.theirs.is_changed for each in shown.rows)
            [cell] = [each.mine for each in shown.rows if each.mine.breaks]
            assert cell.breaks == shown.reason == Refused("event.signature", "design 4")
            assert (shown.is_rejected, shown.theirs_by) == (True, "")
            possible = {each.kind for each in shown.choices if each.why_not is None}
            assert {K.KEEP_THEIRS, K.HAND_UP} <= possible

            chosen = K.RECORD_MINE_NOW if K.RECORD_MINE_NOW in possible else K.KEEP_THEIRS
            assert office.page.settle(item, chosen).files == {case.file.id}

            assert office.page.settle(item, chosen).files == frozenset()
            assert item not in {each.id for each in office.page()}
            assert office.page.compare(item) is None
            counts = office.counts()
            assert (counts[RunState.NEEDS_YOU], counts[RunState.SET_ASIDE], counts[RunState.QUEUED]) == (
                0,
                1,
                1,
            )
            if kind == acts.IssueNotice.kind:
                assert chosen is K.KEEP_THEIRS  # no number is ever printed on two papers
                assert office.file.notices[-1].recalled_for
                assert office.file.review == case.file.review


# -- lives ----------------------------------------------------------------------------------------------------------


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_whatever_two_desks_did_apart_everything_is_settled_and_nothing_is_dropped(
    empty: Path, seed: int
) -> None:
    settles_everything(empty, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100))
def test_the_same_in_many_lives(empty: Path, seed: int) -> None:
    settles_everything(empty, seed)


def settles_everything(empty: Path, seed: int) -> None:
    """A life that went on at two desks at once, put together and settled by an agent who chooses by chance."""
    walk = Random(seed)
    begin = walk.choice(list(situations())).case
    mine, theirs = begin, begin
    own: list[tuple[Event, ...]] = []
    for step in range(walk.randint(1, 4)):
        at = NOW + timedelta(minutes=step)
        possible = clicks(mine, AGENT, DESK, at, _AGENTS_ONLY)
        on_paper = [click for click in possible if "on paper" in click.name and walk.random() < 0.5]
        own.append(recorded(mine, walk.choice(on_paper or possible), AGENT, DESK, at))
        mine = after(mine, own[-1])
    for step in range(walk.randint(1, 4)):
        at = NOW + timedelta(minutes=step, seconds=30)
        click = walk.choice(clicks(theirs, OTHER_AGENT, OTHER_DESK, at, frozenset(Role)))
        theirs = after(theirs, recorded(theirs, click, OTHER_AGENT, OTHER_DESK, at))
    with an_office(empty, begin) as office:
        office.does(*own)
        is_told_no = walk.random() < 0.3
        if is_told_no:
            office.is_told_no(own[0][0].content.run, "agent.no_post")
        office.hears(theirs.events)
        parked = {row.id for row in office.page() if not row.is_paper}
        for turn in range(40):
            rows = office.page()
            if not rows:
                break
            row = walk.choice(rows)
            _is_as_it_was(office.shown(row.id), begin, () if is_told_no else own)
            choices = {each.kind for each in office.shown(row.id).choices if each.why_not is None}
            assert choices, row
            kind = walk.choice(sorted(choices - {K.HAND_UP} if turn > 20 else choices))
            office.page.settle(row.id, kind, "Baxılsın")
            assert row.id not in {each.id for each in office.page()}
            if kind is K.HAND_UP:
                office.head_finds(row.id)
                parked |= {each.id for each in office.page() if not each.is_paper}
        counts, file = office.counts(), office.file
        assert (office.page(), counts[RunState.NEEDS_YOU]) == ((), 0)
        assert not [each for each in file.unfounded if each.desk == DESK]
        with office.database.open_reading() as reading:
            held = reading.events(begin.file.id)
            assert {each.event.content.id for each in theirs.events} <= {
                each.event.content.id for each in held
            }
            said = {act.run for each in held if isinstance(act := each.event.act(), acts.SettleDisagreement)}
            for (
                run
            ) in own:  # in the file, or set aside with a word in the file, or recorded anew by a later click
                item = run[0].content.run
                aside = reading.outbox.run(item)
                is_there = any(each.event.content.run == item for each in held)
                assert is_there != (item in parked)
                if aside is not None and not is_there:
                    assert aside.state is RunState.SET_ASIDE
                    assert (aside.last_answer == K.KEEP_THEIRS) == (item in said)
        printed = [act for run in own for each in run if isinstance(act := each.act(), acts.IssueNotice)]
        assert {act.notice for act in printed if file.application(act.application)} <= {
            each.id for each in file.notices
        }


def _is_as_it_was(shown: Compared, begin: Case, own: Sequence[Sequence[Event]]) -> None:
    """The base of a parked click is the file it was made on, own clicks before it and all."""
    file = begin.file
    for run in own:
        if run[0].content.run == shown.id:
            registration = next(each for each in shown.rows if each.what is Field.REGISTRATION)
            assert registration.base.value == file.registration
            break
        file = fold_all(file.id, link_run(file.head, run), file)
    [_] = [each for each in shown.rows if each.mine.breaks]
