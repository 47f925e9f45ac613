"""The desks as an administrator sees them: when each was last heard of, what it has left; and one that is retired."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select, update

from central_api.administration import CannotBeDone
from central_api.clock import Clock
from central_api.database import Database
from central_api.tables import agent_keys, desk_clocks, desks, leases, numbers_used, token_families, tokens
from central_api.tokens import AS_IF_TWO, TokenBook
from dost_desktop.domain.dates import instant_text


@dataclass(frozen=True, slots=True)
class DeskStanding:
    """One desk. ``last_seen``: when one of its access tokens was first used, each lives for minutes."""

    desk: str
    centre: str
    enrolled_at: str
    retired_at: str | None
    last_seen: str | None
    seconds_off: int  # of its clock; 0 while it is right
    directions: str
    numbers_left: dict[str, int]  # by series: of its blocks of this year, nothing bears them yet
    doubled_at: str | None = None  # since when two PCs bear its name, and neither is let in


class DeskList:
    """Lists and retires desks."""

    def __init__(self, database: Database, token_book: TokenBook, clock: Clock) -> None:
        self.database, self.token_book, self.clock = database, token_book, clock

    def all(self, centre: str = "") -> tuple[DeskStanding, ...]:
        """Every desk, or those of a centre, by name."""
        seen = (
            select(token_families.c.desk, func.max(tokens.c.used_at).label("at"))
            .join(tokens, tokens.c.family == token_families.c.family)
            .group_by(token_families.c.desk)
            .subquery()
        )
        doubled = (
            select(token_families.c.desk, func.max(token_families.c.revoked_at).label("at"))
            .join(desks, desks.c.desk == token_families.c.desk)
            .where(
                token_families.c.agent.is_(None),
                token_families.c.revoked_for.in_(AS_IF_TWO),
                token_families.c.revoked_at >= desks.c.enrolled_at,
            )
            .group_by(token_families.c.desk)
            .subquery()
        )
        off = desk_clocks.c.seconds_off
        chosen = (
            select(desks, seen.c.at.label("last_seen"), off, doubled.c.at.label("doubled_at"))
            .outerjoin(doubled, doubled.c.desk == desks.c.desk)
            .outerjoin(seen, seen.c.desk == desks.c.desk)
            .outerjoin(desk_clocks, desk_clocks.c.desk == desks.c.desk)
            .order_by(desks.c.centre, desks.c.desk)
        )
        with self.database.reading() as connection:
            left = _numbers_left(connection, self.clock().year)
            rows = connection.execute(chosen.where(desks.c.centre == centre) if centre else chosen)
            return tuple(
                DeskStanding(
                    desk=row.desk,
                    centre=row.centre,
                    enrolled_at=row.enrolled_at,
                    retired_at=row.retired_at,
                    last_seen=row.last_seen,
                    seconds_off=row.seconds_off or 0,
                    directions=row.directions,
                    numbers_left=left.get(row.desk, {}),
                    doubled_at=row.doubled_at,
                )
                for row in rows
            )

    def retire(self, desk: str) -> bool:
        """It is no desk any more: its sessions end, its agents' keys too; False when it was retired before.

        Nobody counts on in its blocks, so the head of its centre sees their unused numbers. Raises CannotBeDone.
        """
        now = instant_text(self.clock())
        with self.database.writing() as connection:
            mine = select(desks.c.retired_at).where(desks.c.desk == desk).with_for_update()
            row = connection.execute(mine).one_or_none()
            if row is None:
                raise CannotBeDone(f"no desk is called {desk}")
            if row.retired_at is not None:
                return False
            connection.execute(update(desks).where(desks.c.desk == desk).values(retired_at=now))
            keys = update(agent_keys).where(agent_keys.c.desk == desk, agent_keys.c.until.is_(None))
            connection.execute(keys.values(until=now))
            self.token_book.revoke(connection, desk=desk, why="desk retired")
        return True


def _numbers_left(connection: Connection, year: int) -> dict[str, dict[str, int]]:
    """For each desk and series, how many numbers of its blocks from ``year`` on nothing bears."""
    used = and_(
        numbers_used.c.centre == leases.c.centre,
        numbers_used.c.year == leases.c.year,
        numbers_used.c.series == leases.c.series,
        numbers_used.c.number.between(leases.c.first, leases.c.last),
    )
    size = leases.c.last - leases.c.first + 1
    counted = (
        select(leases.c.desk, leases.c.series, (size - func.count(numbers_used.c.number)).label("left"))
        .outerjoin(numbers_used, used)
        .where(leases.c.year >= year, leases.c.is_used_up.is_(False), leases.c.closed_at.is_(None))
        .group_by(leases.c.lease_id, leases.c.desk, leases.c.series, size)
    )
    left: dict[str, dict[str, int]] = {}
    for row in connection.execute(counted):
        of_desk = left.setdefault(row.desk, {})
        of_desk[row.series] = of_desk.get(row.series, 0) + row.left
    return left
