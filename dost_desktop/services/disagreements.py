"""The disagreements of this desk: what waits for an agent, both sides of it, and what may be chosen (design 6).

``Disagreements(desk)()`` lists them, ``.settled_since(day)`` counts what settled itself, ``.compare(id)`` shows both
sides, ``.settle(id, kind, wording)`` does what was chosen; all on the database worker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Reading, Work
from dost_desktop.rows import RunState
from dost_desktop.services.changes import Changes
from dost_desktop.services.compare_sides import ComparedRow, compare_sides
from dost_desktop.services.desk import ActNotAllowed, Desk
from dost_desktop.services.hand_up import HandedUp
from dost_desktop.services.noted_by_sync import note_unfounded, settled_since, unfounded_files
from dost_desktop.services.settle import Choice, ChoiceKind, Plan, plan
from dost_desktop.services.two_sides import TwoSides, of_paper, of_run

PURPOSE: Final = "disagreement"  # why a file is looked at


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """One that waits; ``id`` is the run's, or the notice's that is on paper and does not follow (``is_paper``)."""

    id: UUID
    file_id: UUID
    full_name: str = field(repr=False)
    mine: tuple[str, ...]  # kinds of events
    theirs: tuple[str, ...]
    at: datetime  # when mine was made
    is_paper: bool = False
    handed_up: HandedUp | None = None  # to the head; with ``closed_at`` the head has decided


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides of one; ``reason`` is the rule that speaks against mine, ``is_rejected``: the server found it."""

    id: UUID
    file_id: UUID
    full_name: str = field(repr=False)
    mine: tuple[str, ...]
    theirs: tuple[str, ...]  # () when nobody else recorded anything: a rule alone speaks against mine
    base_at: datetime | None  # None: the file was empty
    mine_by: str  # desk
    mine_at: datetime
    theirs_by: str  # desk, "" for nobody
    theirs_at: datetime | None
    reason: Refused
    is_rejected: bool
    is_paper: bool
    notices: tuple[str, ...]  # numbers of mine that are on paper
    handed_up: HandedUp | None
    rows: tuple[ComparedRow, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Disagreements:
    """What waits for an agent of this desk, and settling it. Runs on the database worker."""

    desk: Desk

    def __call__(self) -> tuple[DisagreementRow, ...]:
        """Everything that waits, the oldest first; what is with the head comes back with the finding."""
        with self.desk.open_reading() as reading:
            rows = [_row(each, reading) for each in self._all(reading)]
        return tuple(sorted(rows, key=lambda row: (row.at, row.id)))

    def settled_since(self, day: date) -> int:
        """How many clicks of this desk were put behind others' without asking anybody, on ``day`` (Baku) or later."""
        with self.desk.open_reading() as reading:
            return settled_since(reading.meta, day)

    def compare(self, id_: UUID) -> Compared | None:
        """Both sides and what may be chosen now; None when it was settled meanwhile. The look is logged."""
        desk = self.desk
        with desk.open_work() as work:
            found = self._one(work, id_)
            if found is None:
                return None
            file_id = found.matter.file_id
            plans = [self._plan(work, found, kind, "") for kind in ChoiceKind]
            work.access_log.add(
                at=desk.clock.now(), agent=desk.agent.agent, what="file", purpose=PURPOSE, file_id=file_id
            )
            compared = _compared(work, found, plans)
            work.commit()
        return compared

    def settle(self, id_: UUID, kind: ChoiceKind, wording: str = "", draft_key: str = "") -> Changes:
        """Do what was chosen, in one transaction; what was settled already changes nothing.

        The draft under ``draft_key`` is discarded with it. Raises ActNotAllowed with the rule that speaks against
        the choice now (``hand_up.words_missing`` without words for the head).
        """
        with self.desk.open_work() as work:
            found = self._one(work, id_)
            if found is None or (found.matter.is_with_the_head and kind is ChoiceKind.HAND_UP):
                return Changes()
            matter, chosen = found.matter, self._plan(work, found, kind, wording.strip())
            if chosen.choice.why_not is not None:
                raise ActNotAllowed(chosen.choice.why_not)
            file = self.desk.act(work, matter.file_id, chosen.acts)
            if matter.notice is None:
                _put_away(work, id_, kind, self.desk.agent.agent)
                if kind is ChoiceKind.KEEP_THEIRS:
                    _take_back(work, matter.acts)
            else:
                note_unfounded(work.meta, matter.file_id, is_unfounded=bool(file.unfounded))
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Changes(frozenset({matter.file_id}), notices=True, outbox=True)

    def _plan(self, work: Work, found: TwoSides, kind: ChoiceKind, wording: str) -> Plan:
        file_id = found.matter.file_id
        why_not = partial(self.desk.why_not, work, file_id)
        return plan(kind, found.matter, work.file(file_id), why_not, wording)

    def _all(self, reading: Reading) -> Iterator[TwoSides]:
        for row in reading.parked_rows():
            run = reading.unsent_run(row.run)
            if run is not None:
                yield of_run(reading, run, self.desk)
        for file_id in unfounded_files(reading.meta):
            yield from (each for each in self._papers(reading, file_id) if not each.matter.is_with_the_head)

    def _one(self, reading: Reading, id_: UUID) -> TwoSides | None:
        run = reading.unsent_run(id_)
        if run is not None:
            return of_run(reading, run, self.desk) if run.state is RunState.NEEDS_YOU else None
        papers = (each for file in unfounded_files(reading.meta) for each in self._papers(reading, file))
        return next((each for each in papers if each.matter.id == id_), None)

    def _papers(self, reading: Reading, file_id: UUID) -> Iterator[TwoSides]:
        desk = self.desk
        for notice in reading.file(file_id).unfounded:
            if notice.desk == desk.name or notice.issued_by == desk.agent.agent:
                yield of_paper(reading, notice, file_id, desk)


def _row(found: TwoSides, reading: Reading) -> DisagreementRow:
    matter = found.matter
    return DisagreementRow(
        id=matter.id,
        file_id=matter.file_id,
        full_name=_name(reading, matter.file_id),
        mine=matter.kinds,
        theirs=found.theirs_kinds,
        at=matter.made_at,
        is_paper=matter.notice is not None,
        handed_up=found.handed_up,
    )


def _compared(work: Work, found: TwoSides, plans: Sequence[Plan]) -> Compared:
    matter, last = found.matter, found.last_of_theirs
    issued = (each.number for each in matter.acts if isinstance(each, acts.IssueNotice))
    return Compared(
        id=matter.id,
        file_id=matter.file_id,
        full_name=_name(work, matter.file_id),
        mine=matter.kinds,
        theirs=found.theirs_kinds,
        base_at=found.base_at,
        mine_by=found.desk,
        mine_at=matter.made_at,
        theirs_by=last.desk if last else "",
        theirs_at=last.at if last else None,
        reason=matter.reason,
        is_rejected=matter.is_rejected,
        is_paper=matter.notice is not None,
        notices=tuple(issued),
        handed_up=found.handed_up,
        rows=compare_sides(found.sides()),
        choices=tuple(each.choice for each in plans),
    )


def _name(reading: Reading, file_id: UUID) -> str:
    identity = reading.file(file_id).identity
    return identity.full_name if identity else ""


def _put_away(work: Work, run: UUID, kind: ChoiceKind, agent: str) -> None:
    """The run waits no longer; why it did is kept with it, for the history and for the day it comes back."""
    waiting = work.unsent_run(run)
    if waiting is not None:
        facts = {**waiting.facts, "reason": waiting.last_answer, "chosen_by": agent}
        work.set_aside(run, kind.value, facts)


def _take_back(work: Work, set_aside: Sequence[acts.Act]) -> None:
    """What was handed up by a click that is set aside now waits for an agent again."""
    for act in set_aside:
        run = work.unsent_run(act.about) if isinstance(act, acts.HandUp) else None
        if run is not None and (run.state, run.last_answer) == (RunState.SET_ASIDE, ChoiceKind.HAND_UP):
            work.ask_again(run.run, str(run.facts.get("reason", "")), run.facts)
