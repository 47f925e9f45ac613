"""What the central API has to hear of this desk's half-done cases, and what the desk heard of them.

Written in the transaction that changes the case, told by the sync: offline nothing waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from dost_desktop.domain.codec import from_json, to_json
from dost_desktop.domain.dates import instant_text
from dost_desktop.ports import Reading, Work

STANDS: Final = "stands"
FINISHED: Final = "finished"
_TO_TELL: Final = "case.to_tell"
_WENT: Final = "case.went"


@dataclass(frozen=True, slots=True)
class Went:
    """A case of this desk that goes on at ``desk``; ``was_open``: it was open here as well when that was heard."""

    ticket: str
    desk: str
    was_open: bool


def note_to_tell(work: Work, case: UUID, what: str, now: datetime) -> None:
    """How the case stands, or that it is finished, is told in the next round of the sync."""
    work.meta.set(_TO_TELL, {**work.meta.get(_TO_TELL, {}), str(case): [what, instant_text(now)]})


def to_tell(reading: Reading) -> Mapping[UUID, tuple[str, str]]:
    """What is still to be told: ``STANDS`` or ``FINISHED``, and since when."""
    return {UUID(case): (what, since) for case, (what, since) in reading.meta.get(_TO_TELL, {}).items()}


def note_told(work: Work, case: UUID, told: tuple[str, str]) -> None:
    """This was told; what changed in between stays to be told."""
    waiting = work.meta.get(_TO_TELL, {})
    if waiting.get(str(case)) == list(told):
        work.meta.set(_TO_TELL, {each: what for each, what in waiting.items() if each != str(case)})


def note_went(work: Work, went: Went) -> None:
    """The agent has to hear that another desk has a case of this one."""
    work.meta.set(_WENT, [*work.meta.get(_WENT, []), to_json(went)])


def anybody_went(reading: Reading) -> bool:
    """Whether there is something that the agent has to hear."""
    return bool(reading.meta.get(_WENT, []))


def take_went(work: Work) -> tuple[Went, ...]:
    """What the agent has to hear, once."""
    told = tuple(from_json(Went, each) for each in work.meta.get(_WENT, []))
    work.meta.set(_WENT, [])
    return told
