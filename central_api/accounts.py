"""Who works at which centre: accounts, posts, and sign-in that slows down and locks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.passwords import Passwords
from central_api.prepared import Prepared
from central_api.problems import Problematic
from central_api.tables import agents, posts, sign_in_failures
from central_api.tokens import Caller, TokenBook
from dost_desktop.contract.messages import AgentCard, Session
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.vocabulary import Role

_FREE_TRIES: Final = 5
_DESK_FREE_TRIES: Final = 20
_LONGEST_LOCK: Final = 60  # minutes


_AT_CENTRE: Final = Prepared(
    select(agents.c.person, posts.c.since, posts.c.until, posts.c.role)
    .outerjoin(posts, (posts.c.agent == agents.c.agent) & (posts.c.centre == bindparam("centre")))
    .where(agents.c.agent == bindparam("agent"))
)


@dataclass(frozen=True, slots=True)
class AtCentre:
    """An agent as a centre knows them: their own file, and the posts they ever held there (since, until, role)."""

    own_file: UUID | None = None  # as a person; None where nobody said it (design 1)
    posts: tuple[tuple[str, str | None, Role], ...] = ()

    def role_at(self, at: datetime) -> Role | None:
        """The role they had at that moment."""
        moment = instant_text(at)
        held = (
            role for since, until, role in self.posts if since <= moment and (until is None or until > moment)
        )
        return next(held, None)


class Accounts:
    """Agents and their posts; a post that ended is kept, because events are judged by the post held then."""

    def __init__(self, database: Database, passwords: Passwords, token_book: TokenBook, clock: Clock) -> None:
        self.database, self.passwords, self.token_book, self.clock = database, passwords, token_book, clock

    def add(self, card: AgentCard, password: str, back_office: str = "") -> None:
        """A new agent with a post, or a new post and password for a known one whose own file stays known.

        ``back_office`` is an officer's; empty: all of them.
        """
        now, hashed = instant_text(self.clock()), self.passwords.hashed(password)
        with self.database.writing() as connection:
            known = connection.execute(
                select(agents.c.agent).where(agents.c.agent == card.agent)
            ).one_or_none()
            if known is None:
                new = {"agent": card.agent, "name": card.name, "password": hashed, "person": card.person}
                connection.execute(insert(agents).values(new))
            else:
                change = update(agents).where(agents.c.agent == card.agent)
                own = {"person": card.person} if card.person else {}
                connection.execute(change.values(name=card.name, password=hashed, **own))
            connection.execute(delete(posts).where(posts.c.agent == card.agent, posts.c.since == now))
            ended = update(posts).where(posts.c.agent == card.agent, posts.c.until.is_(None))
            connection.execute(ended.values(until=now))
            connection.execute(
                insert(posts).values(
                    agent=card.agent,
                    since=now,
                    role=card.role,
                    post=card.post,
                    centre=card.centre,
                    back_office=back_office or card.back_office,
                )
            )

    def of_centre(self, connection: Connection, centre: str) -> tuple[AgentCard, ...]:
        """Who works there now, by name."""
        return _cards(connection, centre)

    def all(self) -> tuple[AgentCard, ...]:
        """Everybody who holds a post now."""
        with self.database.reading() as connection:
            return _cards(connection, None)

    def at_centre(self, connection: Connection, agent: str, centre: str) -> AtCentre:
        """What ``centre`` knows of ``agent``; nothing of somebody unknown."""
        rows = _AT_CENTRE(connection, agent=agent, centre=centre).all()
        held = tuple((row.since, row.until, Role(row.role)) for row in rows if row.since is not None)
        return AtCentre(UUID(rows[0].person) if rows and rows[0].person else None, held)

    def sign_in(self, caller: Caller, agent: str, password: str) -> Session:
        """An agent's session at the caller's desk. Raises Problematic 401, 403, or 429 while locked."""
        self._count_try(caller.desk, agent)
        with self.database.reading() as connection:
            stored = connection.execute(
                select(agents.c.password).where(agents.c.agent == agent)
            ).scalar_one_or_none()
        if not self.passwords.is_right(stored, password):
            raise Problematic(401, "sign_in.wrong")
        return self.open_session(caller, agent, by_password=True)

    def open_session(self, caller: Caller, agent: str, *, by_password: bool) -> Session:
        """The session of somebody who proved to be ``agent``. Raises Problematic 403 without a post here."""

        def open_one(connection: Connection) -> Session | None:
            _forget_failures(connection, caller.desk, agent)
            card = next((each for each in _cards(connection, caller.centre) if each.agent == agent), None)
            if card is None:
                return None
            tokens = self.token_book.issue(connection, caller.desk, agent, by_password=by_password)
            return Session(agent=card, tokens=tokens)

        session = self.database.write(open_one)
        if session is None:
            raise Problematic(403, "agent.other_centre")
        return session

    def _count_try(self, desk: str, agent: str) -> None:
        """Count before the password is looked at: many tries at once are counted all the same."""
        now = self.clock()

        def count(connection: Connection) -> int:
            of_agent = _counted(connection, f"agent:{agent}", _FREE_TRIES, now)
            return max(of_agent, _counted(connection, f"desk:{desk}", _DESK_FREE_TRIES, now))

        seconds = self.database.write(count)
        if seconds:
            raise Problematic(429, "sign_in.locked", retry_after=seconds, seconds=seconds)


def _counted(connection: Connection, who: str, free_tries: int, now: datetime) -> int:
    """One more try of ``who``; the seconds still to wait, 0 when the try may go on."""
    insert_missing(connection, sign_in_failures, {"who": who, "failures": 0})
    row = connection.execute(
        select(sign_in_failures).where(sign_in_failures.c.who == who).with_for_update()
    ).one()
    if row.locked_until and instant(row.locked_until) > now:
        return int((instant(row.locked_until) - now).total_seconds()) + 1
    failures = row.failures + 1
    minutes = min(2 ** min(failures - free_tries, 10), _LONGEST_LOCK) if failures >= free_tries else 0
    locked = instant_text(now + timedelta(minutes=minutes))  # without a lock: when it was tried (upkeep)
    change = update(sign_in_failures).where(sign_in_failures.c.who == who)
    connection.execute(change.values(failures=failures, locked_until=locked))
    return 0


def _forget_failures(connection: Connection, desk: str, agent: str) -> None:
    whose = sign_in_failures.c.who.in_((f"agent:{agent}", f"desk:{desk}"))
    connection.execute(delete(sign_in_failures).where(whose))


def unlock(connection: Connection, agent: str) -> bool:
    """Let ``agent`` try at once again, from any desk; whether failures were counted."""
    mine = delete(sign_in_failures).where(sign_in_failures.c.who == f"agent:{agent}")
    return bool(connection.execute(mine).rowcount)


def locked_until(connection: Connection, agent: str, now: datetime) -> str | None:
    """Until when ``agent`` is locked out, as a moment; None when nobody is."""
    table = sign_in_failures.c
    mine = table.who == f"agent:{agent}", table.locked_until > instant_text(now)
    return connection.execute(select(table.locked_until).where(*mine)).scalar_one_or_none()


def _cards(connection: Connection, centre: str | None) -> tuple[AgentCard, ...]:
    chosen = (
        select(
            agents.c.agent,
            agents.c.name,
            agents.c.person,
            posts.c.role,
            posts.c.post,
            posts.c.centre,
            posts.c.back_office,
        )
        .join(posts, posts.c.agent == agents.c.agent)
        .where(posts.c.until.is_(None))
        .order_by(agents.c.agent)
    )
    rows: Sequence[dict[str, str]] = [
        dict(row)
        for row in connection.execute(
            chosen if centre is None else chosen.where(posts.c.centre == centre)
        ).mappings()
    ]
    return tuple(AgentCard.model_validate(row) for row in rows)
