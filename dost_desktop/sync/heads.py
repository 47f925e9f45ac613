"""Whether desk and central API hold the same files, gone through in slices; what differs is put right file by file.

The feed brings what is new. This finds what should have come and did not, what the server has lost without saying so,
and what stands otherwise: each such file is fetched, offered or told as an alarm, and no other is touched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from dost_desktop.contract.heads import (
    FIRST,
    LAST,
    MOST_HELD,
    CompareHeads,
    FileHead,
    HeadsCompared,
    HeadsRange,
    heads_digest,
)
from dost_desktop.domain.chain import Flaw
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.events import Head
from dost_desktop.ports import Meta
from dost_desktop.sync.merge import BEHIND, CHAIN_BROKEN, GAP
from dost_desktop.sync.needs import Declined, NoAnswer, Silence, SyncReading
from dost_desktop.sync.pull import REPAIRS, pull, repair
from dost_desktop.sync.reoffer import offer
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import EPOCH, REOFFER, Round, stops_round

_HEADS: Final = "heads"  # kept in meta: ``HeadsStanding``
_EVERY: Final = timedelta(days=1)
_AFTER_ALARM: Final = timedelta(hours=1)  # an alarm that stays does not make every round a long one
_FILES_A_DIGEST: Final = 64
_DIGESTS: Final = 64  # in one question
_SLICES: Final = 4  # in one round that nobody asked for


@dataclass(frozen=True, slots=True)
class HeadsStanding:
    """How far the comparison has come: behind which file it goes on (None: it does not run), and when it was done."""

    after: str | None = None
    epoch: str = ""  # of the server at the last one, or at this one
    done_at: datetime | None = None
    wanted: bool = False
    differing: int = 0  # files that did not agree, in this one or the last one
    wrong: Mapping[str, str] = field(default_factory=dict)  # those that stay so, with the alarm's code


def heads_standing(meta: Meta) -> HeadsStanding:
    """How the comparison stands."""
    kept: dict[str, Any] = dict(meta.get(_HEADS) or {})
    done_at = kept.pop("done_at", "")
    return HeadsStanding(**kept, done_at=instant(done_at) if done_at else None)


def want_heads(meta: Meta) -> None:
    """Compare all files with the next round, whenever that was done last."""
    _keep(meta, replace(heads_standing(meta), wanted=True))


def reconcile(this: Round) -> Declined | None:
    """Compare the next slices when they are due, all of them when an agent asks; what stopped it, if something did.

    Files that were found wrong are told in every round until a comparison finds them right.
    """
    with this.memory.open_reading() as reading:
        kept, epoch = heads_standing(reading.meta), str(reading.meta.get(EPOCH, ""))
        is_offering = reading.meta.get(REOFFER) is not None  # the server is behind for a good reason
    standing = None if is_offering else _due(this, kept, epoch)
    for file_id, code in (kept if standing is None else standing).wrong.items():
        this.alarm(Alarm(code, UUID(file_id)))
    if standing is None:
        return None
    after, slices = standing.after or FIRST, 0
    while after != LAST and (slices < _SLICES or this.is_forced):
        outcome = _compare_slice(this, after)
        if not isinstance(outcome, _Compared):
            return outcome
        standing = _gone_on(standing, after, outcome, this.now)
        after, slices = outcome.through, slices + 1
        with this.memory.open_work() as work:
            _keep(work.meta, standing)
            is_repairing = bool(work.meta.get(REPAIRS))
            work.commit()
        if is_repairing:  # the next round fetches more of them before it compares on
            break
    return None


@dataclass(frozen=True, slots=True)
class _Compared:
    """One slice: up to which file, how many did not agree, and those that could not be put right, with the code."""

    through: str
    differing: int
    wrong: Mapping[str, str]


def _due(this: Round, kept: HeadsStanding, epoch: str) -> HeadsStanding | None:
    """Where to go on, or a new beginning; None when there is nothing to compare now."""
    fresh = replace(kept, after=None, epoch=epoch, wanted=False, differing=0)
    if kept.epoch != epoch or kept.wanted:
        return fresh
    if kept.after is not None:
        return kept
    rested = abs(this.now - kept.done_at) if kept.done_at else _EVERY
    has_alarm = any(each.file_id for each in this.tally.alarms) or bool(kept.wrong)
    if rested >= _EVERY or this.tally.repaired or (has_alarm and rested >= _AFTER_ALARM):
        return fresh
    return None


def _gone_on(standing: HeadsStanding, after: str, outcome: _Compared, now: datetime) -> HeadsStanding:
    is_done = outcome.through == LAST
    still = {each: code for each, code in standing.wrong.items() if not after < each <= outcome.through}
    return replace(
        standing,
        after=None if is_done else outcome.through,
        done_at=now if is_done else standing.done_at,
        differing=standing.differing + outcome.differing,
        wrong=still | dict(outcome.wrong),
    )


def _keep(meta: Meta, standing: HeadsStanding) -> None:
    told = asdict(standing)
    meta.set(_HEADS, told | {"done_at": instant_text(standing.done_at) if standing.done_at else ""})


def _compare_slice(this: Round, after: str) -> _Compared | Declined | None:
    """One question, and what follows from its answer; None when the server was restored meanwhile."""
    with this.memory.open_reading() as reading:
        held, ranges = _slice(reading, after)
    answer = this.central.compare_heads(CompareHeads(after=after, ranges=ranges))
    if not isinstance(answer, HeadsCompared):
        return _without(this, answer)
    if this.is_new_epoch(answer.epoch):
        return None
    if not after < answer.through <= ranges[-1].until:
        return _ended(this, Silence.OTHER_SCHEMA.value)
    ahead, behind, wrong, differing = _sorted_out(held, answer)
    stopped = _fetch(this, ahead)
    if stopped is None:
        stopped = _bring_back(this, behind, wrong)
    for file_id, code in wrong.items():
        this.alarm(Alarm(code, UUID(file_id)))
    return stopped or _Compared(answer.through, differing, wrong)


def _slice(reading: SyncReading, after: str) -> tuple[dict[str, Head], tuple[HeadsRange, ...]]:
    """The next files the desk holds confirmed, and a digest for every few; the last range ends with the last file."""
    most = _FILES_A_DIGEST * _DIGESTS
    heads = [(str(file_id), head) for file_id, head in reading.confirmed_heads(UUID(after), most)]
    groups = [heads[start : start + _FILES_A_DIGEST] for start in range(0, len(heads), _FILES_A_DIGEST)]
    ranges = [HeadsRange(until=each[-1][0], digest=heads_digest(each)) for each in groups]
    if len(heads) < most:
        last = HeadsRange(until=LAST, digest=heads_digest(groups[-1] if groups else ()))
        ranges = [*ranges[:-1], last]
    return dict(heads), tuple(ranges)


def _sorted_out(
    held: Mapping[str, Head], answer: HeadsCompared
) -> tuple[dict[str, Head], dict[str, Head], dict[str, str], int]:
    """Where the server is ahead (its head), where it is not (ours), what stands otherwise, and how many in all."""
    ahead: dict[str, Head] = {}
    behind: dict[str, Head] = {}
    wrong: dict[str, str] = {}
    for each in answer.differing:
        theirs = {told.file_id: Head(told.seq, told.hash) for told in each.heads}
        here = {file_id for file_id in held if each.after < file_id <= each.until}
        for file_id in sorted(here | theirs.keys()):
            my, their = held.get(file_id, Head()), theirs.get(file_id, Head())
            if their.seq > my.seq:
                ahead[file_id] = their
            elif their.seq < my.seq:
                behind[file_id] = my
            elif their.hash != my.hash:
                wrong[file_id] = Flaw.CONFIRMED.value
    return ahead, behind, wrong, len(ahead) + len(behind) + len(wrong)


def _fetch(this: Round, ahead: Mapping[str, Head]) -> Declined | None:
    """What the feed has not brought by now is fetched whole."""
    if not ahead:
        return None
    stopped = pull(this)
    if stopped is not None:
        return stopped
    with this.memory.open_work() as work:
        missing = {each: GAP for each, head in ahead.items() if _confirmed(work, each) < head.seq}
        if missing:
            work.meta.set(REPAIRS, missing | dict(work.meta.get(REPAIRS, {})))
            work.commit()
    return repair(this) if missing else None


def _confirmed(reading: SyncReading, file_id: str) -> int:
    """Up to where the server holds it; 0 for one that is damaged here: fetching it says so."""
    try:
        return reading.confirmed_seq(UUID(file_id))
    except AgentError as error:
        if error.code != CHAIN_BROKEN:
            raise
        return 0


def _bring_back(this: Round, behind: Mapping[str, Head], wrong: dict[str, str]) -> Declined | None:
    """Offer what the server lacks; what it does not take is ``wrong``."""
    told = [FileHead(file_id=each, seq=head.seq, hash=head.hash) for each, head in behind.items()]
    for start in range(0, len(told), MOST_HELD):
        answer = this.central.compare_heads(CompareHeads(held=tuple(told[start : start + MOST_HELD])))
        if not isinstance(answer, HeadsCompared):
            return answer
        for file_id in answer.unknown:
            if file_id not in behind:
                continue
            taken = offer(this, UUID(file_id), whoever=True)
            if not isinstance(taken, int) and stops_round(taken):
                return taken
            if not isinstance(taken, int) or taken < behind[file_id].seq:
                wrong[file_id] = BEHIND
    return None


def _without(this: Round, answer: Declined) -> Declined | _Compared:
    """No comparison now: later, or when it was refused, tomorrow."""
    if isinstance(answer, NoAnswer) or stops_round(answer):
        return answer
    return _ended(this, answer.code)


def _ended(this: Round, code: str) -> _Compared:
    this.alarm(Alarm(code, None, _HEADS))
    return _Compared(LAST, 0, {})
