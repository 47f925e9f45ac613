"""A disagreement taken apart: what was known to both, what mine recorded, and what the others did meanwhile.

The server's chain says what stands; what mine was made on is found again from where it last stood (design 6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import ChainedEvent, Content
from dost_desktop.domain.fold import By, apply_act, fold, fold_all
from dost_desktop.domain.person_file import NO_REFUSAL, Notice, PersonFile, empty_file
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import Role
from dost_desktop.ports import Reading
from dost_desktop.rows import WaitingRun
from dost_desktop.services.compare_sides import Sides
from dost_desktop.services.desk import Desk
from dost_desktop.services.hand_up import HandedUp, handed_up
from dost_desktop.services.settle import Matter

_REJECTED: Final = "rejected"
_ABOUT_PAPER: Final = {acts.IssueNotice.kind, acts.PrintNotice.kind, acts.ServeNotice.kind}
_REOPENED: Final = Refused("notice.reopened", "design 4")
_SECOND: Final = Refused("notice.second", "design 4")


@dataclass(frozen=True, slots=True)
class TwoSides:
    """One disagreement; ``theirs`` is the file as it stands without mine."""

    matter: Matter
    base: tuple[ChainedEvent, ...] = field(repr=False)
    mine: tuple[ChainedEvent, ...] = field(repr=False)
    theirs: tuple[ChainedEvent, ...] = field(repr=False)
    broken: str  # the kind of mine that the rule speaks against
    handed_up: HandedUp | None

    @property
    def desk(self) -> str:
        """Where mine was made."""
        return self.mine[0].event.content.desk

    @property
    def base_at(self) -> datetime | None:
        """Since when what both knew stood so."""
        return self.base[-1].event.content.at if self.base else None

    @property
    def _news(self) -> tuple[Content, ...]:
        """What came meanwhile: by others, or if nobody else did anything, of this desk."""
        known = {each.event.content.id for each in self.base}
        news = [each.event.content for each in self.theirs if each.event.content.id not in known]
        own = self.mine[0].event.content
        others = [each for each in news if (each.desk, each.agent) != (own.desk, own.agent)]
        return tuple(others or news)

    @property
    def theirs_kinds(self) -> tuple[str, ...]:
        """What was recorded meanwhile, each kind once."""
        return tuple(dict.fromkeys(each.kind for each in self._news))

    @property
    def last_of_theirs(self) -> Content | None:
        """The newest of it; None where a rule alone speaks against mine."""
        return max(self._news, key=lambda each: each.at, default=None)

    def sides(self) -> Sides:
        """Three files, to be compared."""
        file_id = self.matter.file_id
        base = fold_all(file_id, self.base)
        return Sides(
            base=base,
            mine=fold_all(file_id, self.mine, base),
            theirs=fold_all(file_id, self.theirs),
            mine_kinds=self.matter.kinds,
            theirs_kinds=self.theirs_kinds,
            broken=self.broken,
            reason=self.matter.reason,
        )


def of_run(reading: Reading, run: WaitingRun, desk: Desk) -> TwoSides:
    """A click that was taken out of its file: it was made on the file up to ``fork``, with own clicks behind it."""
    events, confirmed = reading.events(run.file_id), reading.confirmed_seq(run.file_id)
    fork = int(run.facts.get("fork", run.base.seq))
    earlier = [UUID(each) for each in run.facts.get("earlier", ())]
    base = [each for each in events if each.link.seq <= fork]
    for own in earlier:
        stands = [each for each in events if each.event.content.run == own and each.link.seq > fork]
        waiting = reading.unsent_run(own) if not stands else None
        base += stands or (waiting.events if waiting else ())
    theirs = [each for each in events if each.link.seq <= confirmed or each.event.content.run in earlier]
    said = handed_up(events).get(run.run)
    known = Refused(run.last_answer, str(run.facts.get("cites", "")), run.facts.get("facts", {}))
    broken, refused = _judged(fold_all(run.file_id, theirs), run.events, desk)
    matter = Matter(
        id=run.run,
        file_id=run.file_id,
        made_at=run.events[0].event.content.at,
        kinds=_kinds(run.events),
        acts=_acts(run.events),
        reason=refused if refused is not None and refused.reason == known.reason else known,
        is_rejected=run.facts.get("why") == _REJECTED,
        is_with_the_head=said is not None and said.closed_at is None,
    )
    return TwoSides(matter, tuple(base), run.events, tuple(theirs), broken, said)


def of_paper(reading: Reading, notice: Notice, file_id: UUID, desk: Desk) -> TwoSides:
    """A paper in the file without its refusal: it was made on the last state on which it would have followed."""
    events = reading.events(file_id)
    issued = next(each for each in events if _is_about(each, notice.id)).event.content
    run = tuple(each for each in events if each.event.content.run == issued.run)
    about = (each for each in events if _is_about(each, notice.id) and each.event.content.desk == issued.desk)
    mine = tuple({each.link.seq: each for each in (*run, *about)}.values())
    before = events[: run[0].link.seq - 1]
    by = By(issued.agent, issued.desk, issued.at)
    longest, last = _followed_on(file_id, before, notice.id, _acts(run), by)
    said = handed_up(events).get(notice.id)
    broken, refused = _judged(last, run, desk)
    matter = Matter(
        id=notice.id,
        file_id=file_id,
        made_at=issued.at,
        kinds=_kinds(run),
        acts=_acts(run),
        reason=refused or (_SECOND if _has_paper(last, notice) else _REOPENED),
        is_with_the_head=said is not None and said.closed_at is None,
        notice=notice,
    )
    theirs = tuple(each for each in events if each not in mine)
    return TwoSides(matter, before[:longest], mine, theirs, broken, said)


def _followed_on(
    file_id: UUID, before: Sequence[ChainedEvent], notice: UUID, run: Sequence[acts.Act], by: By
) -> tuple[int, PersonFile]:
    """How much of the file there was when the paper followed from its refusal last, and the file after all of it.

    Click by click; all of it where the paper never followed by itself.
    """
    state, longest = empty_file(file_id), None
    for place, each in enumerate((None, *before)):
        state = state if each is None else fold(state, each)
        if (
            place < len(before)
            and each is not None
            and each.event.content.run == before[place].event.content.run
        ):
            continue  # in the middle of a click
        after = state
        for act in run:
            after = apply_act(after, act, by)
        if f"{NO_REFUSAL}{notice}" not in after.review:
            longest = place
    return len(before) if longest is None else longest, state


def _judged(file: PersonFile, run: Sequence[ChainedEvent], desk: Desk) -> tuple[str, Refused | None]:
    """Which kind of the run the law refuses on this file, and why; the first one when it refuses none."""
    content = run[0].event.content
    by, law = By(content.agent, content.desk, content.at), desk.law(content.at)
    for act in _acts(run):
        command = Command((act,), Role.AGENT, content.agent, content.desk, desk.centre.code)
        refused = decide(file, command, law, content.at)
        if isinstance(refused, Refused):
            return act.kind, refused
        file = apply_act(file, act, by)
    return content.kind, None


def _acts(run: Sequence[ChainedEvent]) -> tuple[acts.Act, ...]:
    """What was recorded; nothing of a click that was erased by law."""
    try:
        return tuple(each.event.act() for each in run)
    except Malformed:
        return ()


def _kinds(run: Sequence[ChainedEvent]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.event.content.kind for each in run))


def _has_paper(file: PersonFile, notice: Notice) -> bool:
    """Whether another written answer to the same application stood already."""
    return any(each.application == notice.application and each.stands for each in file.notices)


def _is_about(chained: ChainedEvent, notice: UUID) -> bool:
    kind = chained.event.content.kind
    return (
        kind in _ABOUT_PAPER
        and chained.event.data is not None
        and chained.event.data["notice"] == str(notice)
    )
