"""What a server that was brought back from a backup cannot know: since when, and which desks were enrolled meanwhile.

Kept for ever, a few lines each time: a desk may come back after weeks. What is judged milder because of it is only
what was done in that time, by whoever proves to be who they are now (docs/adr/0021).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import Connection, func, insert, select, update

from central_api.desk_mark_tables import desk_marks
from central_api.tables import agent_keys, deployment, desks, events, leases, token_families, tokens

_NAME: Final = "forgotten"
_DESKS: Final = 50  # of each centre, however old the backup


@dataclass(frozen=True, slots=True)
class Forgotten:
    """From the newest moment that the backup knows until it was brought back; instants as they travel."""

    since: str
    until: str
    highest: Mapping[str, int]  # the last desk of each centre that the backup knows, by its number
    desks: int = _DESKS  # of each centre, that may have been enrolled behind it

    def may_be_of(self, moment: str) -> bool:
        """Whether this happened in that time."""
        return self.since <= moment <= self.until

    def may_have_enrolled(self, desk: str) -> bool:
        """Whether a desk of this name may have been enrolled in that time."""
        centre, number = _parts(desk)
        return 0 < number - self.highest.get(centre, 0) <= self.desks


def forgotten(connection: Connection) -> tuple[Forgotten, ...]:
    """Every time that a backup was brought back, the first one first."""
    chosen = select(deployment.c.value).where(deployment.c.name == _NAME)
    kept = connection.execute(chosen).scalar_one_or_none()
    return tuple(Forgotten(**each) for each in json.loads(kept)) if kept else ()


def note_forgotten(connection: Connection, now: str, before: int) -> None:
    """The database comes from a backup, brought back so many times ``before``, and serves from ``now`` on."""
    known = forgotten(connection)
    highest: dict[str, int] = {}
    for name in connection.execute(select(desks.c.desk)).scalars():
        centre, number = _parts(name)
        highest[centre] = max(highest.get(centre, 0), number)
    this = Forgotten(_newest(connection), now, highest, _DESKS * (before + 1))
    told = json.dumps([asdict(each) for each in (*known, this)])
    changed = update(deployment).where(deployment.c.name == _NAME).values(value=told)
    if not connection.execute(changed).rowcount:
        connection.execute(insert(deployment).values(name=_NAME, value=told))


def _newest(connection: Connection) -> str:
    """The newest moment that anything here is of; empty where nothing happened yet."""
    moments = (
        events.c.received_at,
        leases.c.leased_at,
        desks.c.enrolled_at,
        agent_keys.c.since,
        token_families.c.signed_in_at,
        tokens.c.used_at,
        desk_marks.c.told_at,
    )
    found = (connection.execute(select(func.max(each))).scalar_one_or_none() for each in moments)
    return max((str(each) for each in found if each), default="")


def _parts(desk: str) -> tuple[str, int]:
    """Centre and number of a desk's name; number 0 where it has none."""
    centre, _, number = desk.rpartition("-")
    return centre, int(number) if number.isdecimal() else 0
