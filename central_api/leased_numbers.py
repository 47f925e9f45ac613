"""Whether the numbers of a run are its desk's own: each is of a block leased to it, and borne by one event only.

What a server that was restored no longer knows it leased, and what became of a paper: docs/adr/0018.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, TypeAlias

from sqlalchemy import Connection, bindparam, literal_column, select, update

from central_api.prepared import Prepared, insert_rows
from central_api.tables import leases, numbers_used
from central_api.tokens import Caller
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.numbering import number_parts, number_stem
from dost_desktop.domain.refusing import Refused

Numbered: TypeAlias = acts.OpenApplication | acts.IssueNotice | acts.IssueReferral
_SERIES: Final = {
    acts.OpenApplication: Series.APPLICATION,
    acts.IssueNotice: Series.NOTICE,
    acts.IssueReferral: Series.REFERRAL,
}
_NUMBERED = (acts.OpenApplication, acts.IssueNotice, acts.IssueReferral)
#: The desk of what may have been leased between a backup and the day it was needed: any desk of the centre's.
LOST: Final = "lost"
NOT_LEASED: Final = "number.not_leased"
USED: Final = "number.used"
_MARK: Final = re.compile(r"[0-9A-F]{8}")  # the end of a provisional number
_WORDING: Final = {
    NOT_LEASED: "Sənədin nömrəsi onu verən masaya ayrılmış nömrələrdən deyil: {number}",
    USED: "Sənədin nömrəsi başqa sənəddə artıq işlənib: {number}",
}
_log = logging.getLogger(__name__)
_BLOCK: Final = Prepared(
    select(leases.c.last, leases.c.desk)
    .where(
        leases.c.centre == bindparam("centre"),
        leases.c.year == bindparam("year"),
        leases.c.series == bindparam("series"),
        leases.c.first <= bindparam("number"),
    )
    .order_by(leases.c.first.desc())
    .limit(literal_column("1"))
)
_FINDING: Final = Prepared(
    select(numbers_used.c.finding).where(
        *(numbers_used.c[name] == bindparam(name) for name in ("centre", "year", "series", "number"))
    )
)


def take_numbers(
    connection: Connection, caller: Caller, run: Sequence[acts.Act], at: datetime
) -> Refused | tuple[acts.HandUp, ...]:
    """Take every number of a run that is right otherwise, made at ``at``, for the event that bears it.

    Refused for an application's number that is not the desk's own. A paper left the desk already: it is recorded,
    and what is wrong with its number is handed up to the head of the centre (design 4).
    """
    numbered = [each for each in run if isinstance(each, _NUMBERED)]
    keys: list[dict[str, object]] = []
    doubts: list[acts.HandUp] = []
    for each in numbered:
        key, reason = _looked_up(connection, caller, each, at)
        if key is not None and key in keys:
            reason = USED
        if not reason:
            keys += [key] if key is not None else []
        elif isinstance(each, acts.OpenApplication):
            return Refused(reason, "design 6", {"number": each.number})
        else:
            doubts.append(_handed_up(each, reason))
    if keys:
        # Plain: if a second process took one of them just now, the database says so and the push is judged anew.
        insert_rows(connection, numbers_used, [key | {"finding": ""} for key in keys])
    return tuple(doubts)


def _looked_up(
    connection: Connection, caller: Caller, act: Numbered, at: datetime
) -> tuple[dict[str, object] | None, str]:
    """The number's row still to be written, if any, and what is wrong with it."""
    series, centre, year = _SERIES[type(act)], caller.centre, legal_date(at).year
    parts = number_parts(act.number)
    if parts is None:
        return None, "" if _is_provisional(
            act, number_stem(series, centre, year), caller.desk
        ) else NOT_LEASED
    if parts[:3] != (series, centre, year):
        return None, NOT_LEASED
    key: dict[str, object] = {"centre": centre, "year": year, "series": series.value, "number": parts[3]}
    block = _BLOCK(connection, **key).one_or_none()
    if block is None or block.last < parts[3] or block.desk not in {caller.desk, LOST}:
        return None, NOT_LEASED
    finding = _FINDING(connection, **key).scalar_one_or_none()
    if finding is None:
        return key, ""
    if not finding:
        return None, USED
    # A head had accounted for it; the desk that was thought lost came back with the event that bears it.
    _log.warning("number accounted for turned up", extra={"desk": caller.desk})
    mine = [numbers_used.c[name] == value for name, value in key.items()]
    connection.execute(update(numbers_used).where(*mine).values(finding=""))
    return None, ""


def _is_provisional(act: Numbered, stem: str, desk: str) -> bool:
    """Whether it says itself that no number was left (``services/numbers.py``)."""
    if isinstance(act, acts.IssueNotice) and not act.provisional:
        return False
    start = f"{stem}P-{desk}-"
    return act.number.startswith(start) and _MARK.fullmatch(act.number, len(start)) is not None


def _handed_up(act: acts.IssueNotice | acts.IssueReferral, reason: str) -> acts.HandUp:
    about = act.notice if isinstance(act, acts.IssueNotice) else act.application
    return acts.HandUp(about, _WORDING[reason].format(number=act.number))
