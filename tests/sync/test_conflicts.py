"""Two desks, one person, one click each: every pair, in every situation, ends as the tables and the law say.

The expectation (``conflicts.py``, ``conflicts.toml``) never asks the program. All pairs go through the judgement that a
desk makes of its own clicks; some of them (all with ``--long``) through a desk's memory and a real server's push.
"""

from __future__ import annotations

import runpy
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final, cast
from uuid import UUID, uuid4

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Connection

from central_api.app import build_office
from central_api.enrolment import add_centre
from central_api.ledger import holding
from central_api.office import Office
from central_api.settings import read_settings
from central_api.tokens import Caller
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.contract.messages import (
    Accepted,
    CentreCard,
    Conflict,
    Push,
    PushVerdict,
    Rejected,
)
from dost_desktop.contract.seals import to_text
from dost_desktop.contract.translation import run_message
from dost_desktop.domain.acts import BY_KIND
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.events import Actor, ChainedEvent, Event, Head, head_of, link_run, record
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationState, Role
from dost_desktop.rows import RunState, WaitingRun
from dost_desktop.storage.database import Database, DatabasePaths
from dost_desktop.storage.unit_of_work import Work
from dost_desktop.sync.keyring import Keyring
from dost_desktop.sync.merge import Verified, merge, verify
from dost_desktop.sync.report import Tally
from dost_desktop.sync.round import Place, Round
from tests.central_api.practice_desk import Clockwork, hire
from tests.domain.builders import AGENT, CENTRE, DESK, FILE, HEAD, NOW, OFFICER, SECRET, SERVER, a_key
from tests.sync.conflicts import Expected, Outcome, after, expected, rule_for, rules
from tests.sync.situations import (
    HANDS,
    LAW,
    OTHER_AGENT,
    OTHER_DESK,
    Click,
    Situation,
    situations,
)

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
ONE, TWO = timedelta(minutes=1), timedelta(minutes=2)
AGENTS: Final = frozenset({Role.AGENT})
ALL: Final[tuple[Situation, ...]] = tuple(situations())
NAMES: Final = [each.name for each in ALL]
KEYRING: Final = Keyring(
    {key.name: key.public for key in (SERVER, a_key("central_system"))},
    {
        (agent, desk): (a_key(agent).public,)
        for agent in (AGENT, OTHER_AGENT, OFFICER, HEAD)
        for desk in (DESK, OTHER_DESK, "central")
    },
    {},
)
NOBODY: Final = cast("Any", None)
JUDGE: Final = Round(
    NOBODY, NOBODY, lambda _moment: LAW, Place(OTHER_DESK, CENTRE), NOW, KEYRING
).judge  # as every round of the sync makes it


@dataclass(frozen=True)
class Pair:
    """Two clicks on one confirmed file; ``late``: the second was made first."""

    situation: Situation
    first: Click
    second: Click
    late: bool

    @property
    def name(self) -> str:
        return (
            f"{self.situation.name}: {self.first.name} / {self.second.name}{' (late)' if self.late else ''}"
        )

    @property
    def expected(self) -> Expected:
        return expected(
            self.situation.name, self.situation.case.file, self.first, self.second, late=self.late
        )

    def moment(self, *, is_second: bool) -> datetime:
        return self.situation.case.now + (TWO if is_second is not self.late else ONE)

    def events(self) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        """What both clicks record, signed."""
        return (
            _signed(self.first, HANDS[self.first.role], self.moment(is_second=False)),
            _signed(self.second, (OTHER_AGENT, OTHER_DESK), self.moment(is_second=True)),
        )


def pairs(situation: Situation) -> Iterator[Pair]:
    for late in (False, True):
        first, second = (TWO, ONE) if late else (ONE, TWO)
        now = situation.case.now
        rows = situation.clicks(DESK, AGENT, now + first, roles=frozenset(Role))
        columns = situation.clicks(OTHER_DESK, OTHER_AGENT, now + second, roles=AGENTS)
        yield from (Pair(situation, row, column, late) for row in rows for column in columns)


def _signed(click: Click, hand: tuple[str, str], at: datetime) -> tuple[Event, ...]:
    agent, desk = hand
    actor = Actor(agent, desk, a_key(agent).sign)
    return record(click.acts, file_id=FILE, actor=actor, law=LAW.version, at=at)


@pytest.mark.parametrize("situation", ALL, ids=NAMES)
def test_every_second_click_is_judged_as_the_law_says(situation: Situation) -> None:
    """Judged as a desk judges its own clicks on top of what the server has."""
    before, wrong = situation.case.file, []
    files: dict[tuple[str, bool], PersonFile] = {}
    runs: dict[tuple[str, bool], WaitingRun] = {}
    for pair in pairs(situation):
        row, column = (pair.first.name, pair.late), (pair.second.name, pair.late)
        if row not in files or column not in runs:
            first, second = pair.events()
            files[row] = fold_all(FILE, link_run(before.head, first), before)
            runs.setdefault(column, _waiting(link_run(before.head, second)))
        refused = JUDGE.why_not(files[row], runs[column])
        said = _said_otherwise(pair.expected, refused, before, files[row], runs[column])
        if said:
            wrong.append(f"{pair.name}: {said}")
    assert not wrong, "\n".join(wrong)


def _said_otherwise(
    wanted: Expected, refused: Refused | None, before: PersonFile, between: PersonFile, run: WaitingRun
) -> str:
    reason = refused.reason if refused else ""
    if reason != wanted.reason:
        return f"{reason or 'recorded'}, not {wanted}"
    if refused is not None:
        return ""
    then = fold_all(FILE, link_run(between.head, tuple(each.event for each in run.events)), between)
    if wanted.outcome is Outcome.PAPER and bool(set(then.review) - set(between.review)) is _lacks_paper(
        between
    ):
        return "a paper that nobody looks at"
    if wanted.outcome is Outcome.JOINED and (lost := set(_undone(before, between, then))):
        return f"joined, and {', '.join(sorted(lost))} of the first one is gone"
    return ""


def _lacks_paper(file: PersonFile) -> bool:
    """Whether somebody refused without a paper: then the second click brings it, and nothing contradicts."""
    with_paper = {each.application for each in file.notices if each.stands}
    return any(
        each.state is ApplicationState.REFUSED and each.id not in with_paper for each in file.applications
    )


def _undone(before: PersonFile, between: PersonFile, then: PersonFile) -> Iterator[str]:
    """What the first click changed and the second one changed again: never lost where both are simply joined.

    An application's state may go on from row to row of its table, and lists may grow.
    """
    known, first, both = _facts(before), _facts(between), _facts(then)
    for name, value in first.items():
        last = both[name]
        grew = isinstance(value, (tuple, frozenset)) and all(each in last for each in value)
        if value != known.get(name) and value != last and not grew:
            yield name.rpartition(".")[2]


_MOVES_ON: Final = {"head", "applications", "notices", "changed_at", "state", "review", "registrations"}
_WHEN: Final = {"identified_at", "profile_at"}


def _facts(file: PersonFile) -> dict[str, Any]:
    """Everything the file says, fact by fact."""
    parts: list[tuple[str, Any]] = [("", file)]
    parts += [(f"{each.id}.", each) for each in file.applications]
    parts += [(f"{each.id}.", each) for each in file.notices]
    return {
        f"{start}{each.name}": getattr(part, each.name)
        for start, part in parts
        for each in fields(part)
        if each.name not in _MOVES_ON | _WHEN
    }


def _waiting(events: tuple[ChainedEvent, ...]) -> WaitingRun:
    first = events[0]
    base = Head(first.link.seq - 1, first.link.prev)
    run, at = first.event.content.run, first.event.content.at
    return WaitingRun(run, FILE, base, events, RunState.QUEUED, 0, at, "", {})


def test_every_rule_that_is_written_down_is_needed() -> None:
    met = Counter(
        rule
        for situation in ALL
        for pair in pairs(situation)
        if after(situation.case.file, pair.first).takes(pair.second) is None
        and (rule := rule_for(situation.name, pair.first, pair.second, late=pair.late))
    )
    assert set(met) == set(rules())


def test_every_kind_of_click_is_in_the_table() -> None:
    """The acts that only others can do, online, come first and never second."""
    firsts = {act.kind for each in ALL for pair in pairs(each) for act in pair.first.acts}
    seconds = {act.kind for each in ALL for pair in pairs(each) for act in pair.second.acts}
    assert set(BY_KIND) - firsts == {"data_erased", "ended_by_office"}  # not of desks; off (D20)
    assert firsts - seconds == {
        "form_confirmed",
        "accepted_by_mas",
        "not_accepted_by_mas",
        "message_delivered",
        "decision_confirmed",
        "decision_returned",
        "application_reopened",
    }


def test_the_page_says_what_the_tables_and_rules_say() -> None:
    made: Callable[[], str] = runpy.run_path(str(DOCS / "generate_conflicts.py"))["page"]
    assert (DOCS / "conflicts.md").read_text(encoding="utf-8") == made()


# -- a desk's memory and a real server ------------------------------------------------------------------------------


@dataclass
class Sides:
    """A server that knows both desks, and the second desk's memory; nothing of a pair stays in either."""

    office: Office
    memory: Database
    clock: Clockwork

    def server(self, situation: Situation, work: Callable[[Connection], None]) -> None:
        """Play on a server that holds the situation's file."""
        self.clock.at = situation.case.now + TWO + ONE

        def play(connection: Connection) -> None:
            with connection.begin_nested() as nothing_stays:
                self.append(connection, situation.case.events)
                work(connection)
                nothing_stays.rollback()

        self.office.database.together(play)

    def append(self, connection: Connection, run: list[ChainedEvent] | tuple[ChainedEvent, ...]) -> None:
        """Recorded by other hands than this desk's."""
        if run:
            with holding(connection, [FILE], self.clock()) as held:
                held.append(FILE, run, CENTRE)
                held.publish()

    def sends(self, desk: str, run: tuple[ChainedEvent, ...]) -> PushVerdict:
        base = Head(run[0].link.seq - 1, run[0].link.prev)
        return self.office.push(Caller(desk, CENTRE), Push(runs=(run_message(base, run),))).answers[0]

    def receipt(self, head: Head) -> Receipt:
        sealed = self.office.seals.receipt(FILE, head, self.clock(), self.office.deployment.epoch)
        receipt: Receipt = from_json(Receipt, sealed)
        return receipt


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sides]:
    folder, clock = tmp_path_factory.mktemp("conflicts"), Clockwork(NOW)
    keys = {"DOST_SIGNING_KEY": to_text(b"server".ljust(32, b".")), "DOST_DEPLOYMENT_KEY": to_text(SECRET)}
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    office = build_office(
        read_settings(folder, keys), [load_catalogue()], clock=clock, hasher=hasher, practice=True
    )
    card = {"code": CENTRE, "category": "B", "name": "Nümunə B03", "address": "Sınaq küç. 1", "phone": "1"}
    add_centre(office.database, CentreCard.model_validate(card))
    for agent, desk in ((AGENT, DESK), (OTHER_AGENT, OTHER_DESK)):
        hire(office, agent)
        office.agent_keys.register(Caller(desk, CENTRE, agent, Role.AGENT), a_key(agent).public)
    paths = DatabasePaths(folder / "desk.db", folder / "marks", folder / "backups")
    memory = Database.create(paths, secrets.token_bytes(32), str(uuid4()))
    try:
        yield Sides(office, memory, clock)
    finally:
        memory.close()
        office.stop()


SEED: Final = 8
ONE_OF: Final = {Outcome.JOINED: 80, Outcome.SAME: 40, Outcome.PERSON: 12, Outcome.PAPER: 6}


@pytest.mark.parametrize("situation", ALL, ids=NAMES)
def test_desk_and_server_do_with_both_clicks_what_was_judged(sides: Sides, situation: Situation) -> None:
    """Some of the pairs; those that are not simply joined more often."""
    dice = Random(f"{SEED} {situation.name}")
    plays(
        sides,
        situation,
        [each for each in pairs(situation) if not dice.randrange(ONE_OF[each.expected.outcome])],
    )


@pytest.mark.long
@pytest.mark.parametrize("situation", ALL, ids=NAMES)
def test_desk_and_server_do_with_all_pairs_what_was_judged(sides: Sides, situation: Situation) -> None:
    plays(sides, situation, list(pairs(situation)))


def plays(sides: Sides, situation: Situation, chosen: list[Pair]) -> None:
    wrong: list[str] = []

    def play(connection: Connection) -> None:
        for pair in chosen:
            with connection.begin_nested() as nothing_stays:
                said = _plays(sides, connection, pair)
                if said:
                    wrong.append(f"{pair.name}: {said}")
                nothing_stays.rollback()

    sides.server(situation, play)
    assert not wrong, "\n".join(wrong)


def _plays(sides: Sides, connection: Connection, pair: Pair) -> str:
    """What went another way than expected; "" when nothing did."""
    case, (first, second) = pair.situation.case, pair.events()
    arrived = link_run(case.file.head, first)
    if pair.first.role is Role.AGENT:
        verdict = sides.sends(DESK, arrived)
        if not isinstance(verdict, Accepted):
            return f"the first click is {verdict.answer}"
    else:
        sides.append(connection, arrived)
    conflict = sides.sends(OTHER_DESK, link_run(case.file.head, second))
    if not isinstance(conflict, Conflict):
        return f"the second click is {conflict.answer}"
    with sides.memory.open_work() as work:  # never committed
        tally, mine = Tally(), _holds(sides, work, case.events, second)
        verified = verify(work, FILE, conflict.events, conflict.receipt, KEYRING)
        if not isinstance(verified, Verified):
            return f"the server's word is not believed: {verified}"
        merge(work, verified, JUDGE, tally)
        waiting = work.outbox.run(mine)
        assert waiting is not None
        chain = work.events(FILE)
    is_kept = tuple(each.event for each in waiting.events) == second  # to the letter, wherever it stands
    if not is_kept or chain[: len(case.events) + len(arrived)] != (*case.events, *arrived):
        return "something is not as it was recorded"
    wanted = pair.expected
    stands = wanted.outcome is not Outcome.PERSON
    if (waiting.state is RunState.QUEUED) is not stands or waiting.last_answer != wanted.reason:
        return f"{waiting.state} {waiting.last_answer}"
    again = sides.sends(OTHER_DESK, link_run(head_of(arrived[-1]), second))
    return "" if _agrees(again, wanted) else f"the server says {again.answer} {getattr(again, 'reason', '')}"


def _agrees(verdict: PushVerdict, wanted: Expected) -> bool:
    if wanted.outcome is Outcome.PERSON:
        return isinstance(verdict, Rejected) and verdict.reason == wanted.reason
    return isinstance(verdict, Accepted)


def _holds(sides: Sides, work: Work, confirmed: list[ChainedEvent], own: tuple[Event, ...]) -> UUID:
    """The desk has the confirmed file and a click of its own on it; the name of that click."""
    if confirmed:
        work.import_events(FILE, confirmed, sides.receipt(head_of(confirmed[-1])))
    work.append(own, FILE)
    return own[0].content.run
