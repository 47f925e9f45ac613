"""Desk and agent tokens: opaque, stored as hashes; access is short, refresh rotates, reuse ends the family.

A refresh token shown again counts as reuse once a successor was used; before that an answer was simply lost on the
way, and the desk gets another successor. Which of them arrived, its first use says: then the others stop working, and
one of them that is shown for renewal counts as reuse too. After a backup was brought back a desk goes on with the token
it has, though nobody here remembers it (``refresh_marks.py``).
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Row, RowMapping, Select, bindparam, insert, select, update

from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import Deployment
from central_api.prepared import Prepared
from central_api.problems import Problematic
from central_api.refresh_marks import RefreshMarks
from central_api.settings import Settings
from central_api.tables import agents, desks, posts, token_families, tokens
from dost_desktop.contract.messages import Tokens
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.vocabulary import Role

DOUBLED: Final = "token.desk_doubled"
_REVOKED: Final = "token.revoked"
_WHY_NOT: Final = {  # a desk's tokens ended for this: what it is told
    DOUBLED: DOUBLED,
    "reuse": DOUBLED,
    "enrolled again": "token.desk_replaced",
}
AS_IF_TWO: Final = tuple(why for why, code in _WHY_NOT.items() if code == DOUBLED)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: a desk by itself, or an agent signed in at it."""

    desk: str
    centre: str
    agent: str = ""
    role: Role | None = None
    name: str = ""
    post: str = ""
    back_office: str = ""  # an officer's; empty: all of them
    family: str = ""
    by_password: bool = False
    signed_in_at: datetime | None = None


class TokenBook:
    """Gives out, checks, rotates and revokes tokens."""

    def __init__(
        self, database: Database, settings: Settings, deployment: Deployment, secret: bytes, clock: Clock
    ) -> None:
        self.database, self.settings, self.clock = database, settings, clock
        self.deployment, self.marks = deployment, RefreshMarks(secret)

    def issue(
        self, connection: Connection, desk: str, agent: str | None = None, *, by_password: bool = False
    ) -> Tokens:
        """The first pair of a new family."""
        family = str(uuid4())
        connection.execute(
            insert(token_families).values(
                family=family,
                desk=desk,
                agent=agent,
                by_password=by_password,
                signed_in_at=instant_text(self.clock()),
                revoked_for="",
            )
        )
        return self._pair(connection, family, self._refresh_until(agent, self.clock()))

    def caller(self, access: str | None) -> Caller:
        """Whose token it is. Raises Problematic 401 for none, and for one that is unknown, expired or revoked."""
        if access is None:
            raise Problematic(401, "token.missing")
        with self.database.glancing() as connection:
            row = _WHO(connection, access=_hash(access)).mappings().one_or_none()
        if row is None:
            raise Problematic(401, "token.unknown")
        self._still_good(row, row["access_until"])
        if row["used_at"] is None:
            self._use_first(row)
        return _caller(row)

    def refresh(self, token: str) -> Tokens:
        """A new pair for a refresh token. Raises Problematic 401; reuse revokes the family."""
        with self.database.writing() as connection:
            _hold_family(connection, token)
            row = connection.execute(_who(tokens.c.refresh_hash == _hash(token))).mappings().one_or_none()
            pair = self._take_up(connection, token) if row is None else self._next(connection, row)
        if pair is None:
            raise Problematic(401, "token.reused")
        return pair

    def _next(self, connection: Connection, row: RowMapping) -> Tokens | None:
        """The pair after this one; None when it was used already, and its family ended."""
        self._still_good(row, row["refresh_until"])
        given = _given_after(connection, row["replaced_by"])
        if any(each.used_at is not None for each in given):
            self._revoke(connection, row["family"], "reuse")
            return None
        if row["used_at"] is None:
            self._arrived(connection, row["access_hash"])
            given = []
        until = self._refresh_until(row["agent"], instant(row["signed_in_at"]))
        pair = self._pair(connection, row["family"], until)
        last = given[-1].access_hash if given else row["access_hash"]
        replaced = update(tokens).where(tokens.c.access_hash == last)
        connection.execute(replaced.values(replaced_by=_hash(pair.access)))
        return pair

    def _take_up(self, connection: Connection, token: str) -> Tokens | None:
        """A desk's family goes on, whose last token was given after the backup that this database comes from.

        Once in each epoch: another forgotten token of the family is a stolen one, and the family ends (None).
        """
        mark, epoch = self.marks.read(token), self.deployment.epoch_in(connection)
        if mark is None or self.marks.is_of(mark, epoch):
            raise Problematic(401, "token.unknown")
        row = connection.execute(_desk_family(mark.family)).mappings().one_or_none()
        if row is None:
            raise Problematic(401, "token.unknown")
        self._still_good(row, instant_text(mark.at + self.settings.desk_refresh_life))
        noted = self.marks.taken_up(mark.family, epoch)
        known = select(tokens.c.access_hash).where(tokens.c.access_hash == noted)
        if connection.execute(known).one_or_none() is not None:
            self._revoke(connection, mark.family, "reuse")
            return None
        pair, now = self._pair(connection, mark.family, self._refresh_until(None, mark.at)), self.clock()
        older = update(tokens).where(tokens.c.family == mark.family, tokens.c.replaced_by.is_(None))
        connection.execute(
            older.where(tokens.c.access_hash != _hash(pair.access)).values(replaced_by=_hash(pair.access))
        )
        unused = update(tokens).where(tokens.c.family == mark.family, tokens.c.used_at.is_(None))
        connection.execute(
            unused.where(tokens.c.access_hash != _hash(pair.access)).values(access_until=self._past())
        )
        forgotten = {
            "access_hash": noted,
            "refresh_hash": _hash(token),
            "family": mark.family,
            "access_until": instant_text(mark.at),
            "refresh_until": instant_text(self._refresh_until(None, now)),
            "used_at": instant_text(now),
            "replaced_by": _hash(pair.access),
        }
        connection.execute(insert(tokens).values(forgotten))
        return pair

    def revoke(self, connection: Connection, *, why: str, desk: str = "", agent: str = "") -> int:
        """End every family of a desk, or of an agent at whichever desk; how many ended."""
        families = token_families.c
        ended = (
            update(token_families)
            .where(families.desk == desk if desk else families.agent == agent, families.revoked_at.is_(None))
            .values(revoked_at=instant_text(self.clock()), revoked_for=why)
        )
        return connection.execute(ended).rowcount

    def _refresh_until(self, agent: str | None, signed_in_at: datetime) -> datetime:
        if agent is None:
            return self.clock() + self.settings.desk_refresh_life
        return signed_in_at + self.settings.agent_refresh_life  # a working day, however often refreshed

    def _pair(self, connection: Connection, family: str, refresh_until: datetime) -> Tokens:
        now, epoch = self.clock(), self.deployment.epoch_in(connection)
        access, refresh = secrets.token_urlsafe(32), self.marks.new(family, epoch, now)
        until = min(now + self.settings.access_life, refresh_until)
        connection.execute(
            insert(tokens).values(
                access_hash=_hash(access),
                refresh_hash=_hash(refresh),
                family=family,
                access_until=instant_text(until),
                refresh_until=instant_text(refresh_until),
            )
        )
        return Tokens(access=access, refresh=refresh, expires_at=instant_text(until))

    def _still_good(self, row: RowMapping, until: str) -> None:
        if row["retired_at"] is not None:
            raise Problematic(401, "token.desk_retired")
        if row["revoked_at"] is not None:
            is_desk = row["agent"] is None
            raise Problematic(401, _WHY_NOT.get(row["revoked_for"], _REVOKED) if is_desk else _REVOKED)
        if until <= instant_text(self.clock()):
            raise Problematic(401, "token.expired")
        if row["agent"] is not None and row["role"] is None:
            raise Problematic(401, "agent.no_post")

    def _use_first(self, row: RowMapping) -> None:
        """The first use of a pair. Raises Problematic 401 when another one of its answer arrived just before."""
        with self.database.writing() as connection:
            held = select(token_families.c.family).where(token_families.c.family == row["family"])
            connection.execute(held.with_for_update())
            now = connection.execute(_who(tokens.c.access_hash == row["access_hash"])).mappings().one()
            self._still_good(now, now["access_until"])
            if now["used_at"] is None:
                self._arrived(connection, now["access_hash"])

    def _arrived(self, connection: Connection, access_hash: str) -> None:
        """Of the pairs given for one refresh token this is the one that arrived: the others stop.

        They hang one behind the other by ``replaced_by``; from now on this one alone follows the token, and the others
        too: whoever renews one of them is somebody else.
        """
        arrived, *later = _given_after(connection, access_hash)
        twins = {each.access_hash for each in later}
        first = access_hash
        while (before := _given_before(connection, first)) is not None and before.used_at is None:
            twins.add(before.access_hash)
            first = before.access_hash
        root = update(tokens).where(_replaced_by(first))
        connection.execute(root.values(replaced_by=access_hash))
        stopped = update(tokens).where(tokens.c.access_hash.in_(twins))
        connection.execute(
            stopped.values(
                access_until=self._past(), refresh_until=arrived.refresh_until, replaced_by=access_hash
            )
        )
        this = update(tokens).where(tokens.c.access_hash == access_hash)
        connection.execute(this.values(used_at=instant_text(self.clock()), replaced_by=None))

    def _past(self) -> str:
        return instant_text(self.clock() - timedelta(days=1))

    def _revoke(self, connection: Connection, family: str, why: str) -> None:
        revoked = update(token_families).where(token_families.c.family == family)
        connection.execute(revoked.values(revoked_at=instant_text(self.clock()), revoked_for=why))


def _hold_family(connection: Connection, refresh: str) -> None:
    """Two who refresh at once come one after the other, whichever processes they met."""
    family = select(tokens.c.family).where(tokens.c.refresh_hash == _hash(refresh)).scalar_subquery()
    held = select(token_families.c.family).where(token_families.c.family == family)
    connection.execute(held.with_for_update())


def _given_after(connection: Connection, access_hash: str | None) -> list[Row[Any]]:
    """This pair and those that were given after it for the same refresh token, in their order."""
    found = []
    while access_hash is not None:
        chosen = select(tokens).where(tokens.c.access_hash == access_hash)
        row = connection.execute(chosen).one()
        found.append(row)
        access_hash = row.replaced_by if row.used_at is None else None
    return found


def _given_before(connection: Connection, access_hash: str) -> Row[Any] | None:
    """What this pair followed: another one of the same refresh token, unused, or the token's own pair."""
    chosen = select(tokens).where(_replaced_by(access_hash))
    return connection.execute(chosen.order_by(tokens.c.used_at.is_(None))).first()


def _replaced_by(access_hash: str) -> ColumnElement[bool]:
    """Replaced by this pair: of the same family, so that no more than that is looked through."""
    pair = tokens.alias("pair")
    family = select(pair.c.family).where(pair.c.access_hash == access_hash).scalar_subquery()
    return (tokens.c.family == family) & (tokens.c.replaced_by == access_hash)


def _desk_family(family: str) -> Select[Any]:
    """A desk's own family, held until the transaction ends, as ``_still_good`` looks at it."""
    families = token_families.c
    columns = (families.revoked_at, families.revoked_for, families.agent, desks.c.retired_at)
    chosen = select(*columns).join(desks, desks.c.desk == token_families.c.desk)
    mine = token_families.c.family == family, token_families.c.agent.is_(None)
    return chosen.where(*mine).with_for_update(of=token_families)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _who(condition: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            tokens,
            token_families.c.desk,
            token_families.c.agent,
            token_families.c.by_password,
            token_families.c.signed_in_at,
            token_families.c.revoked_at,
            token_families.c.revoked_for,
            desks.c.centre,
            desks.c.retired_at,
            agents.c.name,
            posts.c.role,
            posts.c.post,
            posts.c.back_office,
            posts.c.centre.label("post_centre"),
        )
        .join(token_families, token_families.c.family == tokens.c.family)
        .join(desks, desks.c.desk == token_families.c.desk)
        .outerjoin(agents, agents.c.agent == token_families.c.agent)
        .outerjoin(
            posts,
            (posts.c.agent == token_families.c.agent)
            & posts.c.until.is_(None)
            & (posts.c.centre == desks.c.centre),
        )
        .where(condition)
    )


_WHO: Final = Prepared(_who(tokens.c.access_hash == bindparam("access")))


def _caller(row: RowMapping) -> Caller:
    if row["agent"] is None:
        return Caller(desk=row["desk"], centre=row["centre"], family=row["family"])
    return Caller(
        desk=row["desk"],
        centre=row["centre"],
        agent=row["agent"],
        role=Role(row["role"]),
        name=row["name"],
        post=row["post"],
        back_office=row["back_office"],
        family=row["family"],
        by_password=bool(row["by_password"]),
        signed_in_at=instant(row["signed_in_at"]),
    )
