"""Proves, with a mark that follows the one before, that this desk is the one that spoke last (docs/adr/0020).

A desk whose database was brought back from a backup learns so from the server, also where nothing outside the database
tells: it reads everything from the beginning, its number blocks are put away, and what it recorded meanwhile comes back
with the feed. Where two PCs are one desk neither is let in; both stop giving out numbers, and keep what is not sent.
"""

from __future__ import annotations

from datetime import datetime
from secrets import token_hex
from typing import Any, Final

from dost_desktop.contract.messages import Problem, Standing, StandingHeard
from dost_desktop.domain.dates import instant, instant_text, legal_date
from dost_desktop.ports import Meta
from dost_desktop.sync.heads import want_heads
from dost_desktop.sync.needs import Declined, NoAnswer
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import CURSOR, Round, stops_round

STANDING: Final = "standing"  # kept in meta: the mark heard last, the one being told, and what came of it
RESTORED: Final = "desk.restored"
COPIED: Final = "desk.copied"
#: The server cannot tell which of two PCs this desk is.
DOUBLED: Final = frozenset({"token.desk_doubled", "token.reused"})
#: Or it takes another PC for this desk.
NOT_THE_ONE: Final = DOUBLED | {"token.desk_replaced"}
_ANEW: Final = "begins_anew"


def stand(this: Round) -> Declined | None:
    """Tell the next mark and do as the server says; what ended the round early. Safe to repeat at any point."""
    told = _next_mark(this)
    heard = this.central.standing(told)
    if isinstance(heard, StandingHeard):
        _heed(this, told, heard)
        return None
    if stops_round(heard):
        return heard
    this.alarm(Alarm(heard.kind.value if isinstance(heard, NoAnswer) else heard.code, None, "standing"))
    return None


def heed_refusal(this: Round, stopped: Declined | None) -> None:
    """Where another PC is this desk, or may be: no number of a block is given out here, so that none is doubled."""
    code = stopped.code if isinstance(stopped, Problem) else ""
    with this.memory.open_reading() as reading:
        kept = _kept(reading.meta)
    if code not in NOT_THE_ONE or kept.get("refused") == code:
        return
    with this.memory.open_work() as work:
        work.put_numbers_away()
        work.meta.set(STANDING, _kept(work.meta) | {"refused": code})
        work.commit()


def alarms_of_standing(meta: Meta, now: datetime) -> tuple[Alarm, ...]:
    """That two PCs are this desk, until it is let in again; that its memory was an older one, on the day of it."""
    kept = _kept(meta)
    at = str(kept.get("anew_at", ""))
    is_today = bool(at) and legal_date(instant(at)) == legal_date(now)
    is_copied = kept.get("refused") in DOUBLED
    return (Alarm(COPIED),) * is_copied + (Alarm(RESTORED),) * is_today


def is_refused(meta: Meta) -> bool:
    """Whether another PC was taken for this desk when it was heard last."""
    return bool(_kept(meta).get("refused"))


def _next_mark(this: Round) -> Standing:
    """The mark to tell, kept before it is told; the same again until it was answered."""
    with this.memory.open_work() as work:
        kept = _kept(work.meta)
        mark = str(kept.get("mark", "")) or token_hex(16)
        if kept.get("mark") != mark:
            work.meta.set(STANDING, kept | {"mark": mark})
            work.commit()
        return Standing(last=str(kept.get("last", "")), mark=mark, is_older=work.is_locked)


def _heed(this: Round, told: Standing, heard: StandingHeard) -> None:
    with this.memory.open_work() as work:
        kept = _kept(work.meta)
        if kept.get("mark") != told.mark:  # another program of this desk heard the same answer already
            return
        now = {"last": told.mark, "mark": "", "refused": "", "anew_at": kept.get("anew_at", "")}
        if heard.answer == _ANEW:
            now["anew_at"] = instant_text(this.now)
            work.put_numbers_away()
            work.meta.set(CURSOR, "")
            want_heads(work.meta)
        work.meta.set(STANDING, now)
        work.commit()


def _kept(meta: Meta) -> dict[str, Any]:
    return dict(meta.get(STANDING, {}))
