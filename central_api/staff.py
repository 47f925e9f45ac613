"""Posts that move and end, passwords given anew, sessions that stop: what an administrator does about an agent.

A post that ended and a key that is retired are kept: what was done until then stays valid (design 4).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from central_api.accounts import Accounts, locked_until, unlock
from central_api.administration import CannotBeDone
from central_api.tables import agent_keys, agents, posts, token_families, tokens
from dost_desktop.domain.dates import instant_text


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody was, where, and from when until when (None: now); an empty ``back_office`` is all of them."""

    since: str
    until: str | None
    role: str
    post: str
    centre: str
    back_office: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session that goes on: at which desk, since when, and how long it may be refreshed."""

    desk: str
    signed_in_at: str
    by_password: bool
    until: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An agent as the server knows them."""

    agent: str
    name: str
    own_file_known: bool
    locked_until: str | None
    posts: tuple[Post, ...]  # the newest first
    keys: tuple[str, ...]  # the desks at which a key of theirs is in use
    sessions: tuple[SignedIn, ...]


class Staff:
    """Changes what an agent may do from now on; each change may be repeated."""

    def __init__(self, accounts: Accounts) -> None:
        self.accounts, self.database = accounts, accounts.database

    def of(self, agent: str) -> Standing:
        """Everything but the password. Raises CannotBeDone for a name that nobody has."""
        with self.database.reading() as connection:
            name, person = _known(connection, agent)
            keys = select(agent_keys.c.desk).where(agent_keys.c.agent == agent, agent_keys.c.until.is_(None))
            return Standing(
                agent=agent,
                name=name,
                own_file_known=bool(person),
                locked_until=locked_until(connection, agent, self.accounts.clock()),
                posts=_posts(connection, agent),
                keys=tuple(connection.execute(keys.order_by(agent_keys.c.desk)).scalars()),
                sessions=self._sessions(connection, agent),
            )

    def sessions(self, agent: str) -> tuple[SignedIn, ...]:
        """Where the agent is signed in. Raises CannotBeDone."""
        with self.database.reading() as connection:
            _known(connection, agent)
            return self._sessions(connection, agent)

    def move(
        self,
        agent: str,
        *,
        centre: str | None = None,
        role: str | None = None,
        post: str | None = None,
        back_office: str | None = None,
    ) -> bool:
        """Give another post from now on, what is None stays; False when it is the post held. Raises CannotBeDone."""
        now = instant_text(self.accounts.clock())
        with self.database.writing() as connection:
            _known(connection, agent, locked=True)
            held = _post_held(connection, agent)
            if held is None:
                raise CannotBeDone(f"{agent} holds no post: agents add gives one")
            wanted = Post(
                since=now,
                until=None,
                role=role or held.role,
                post=held.post if post is None else post,
                centre=centre or held.centre,
                back_office=held.back_office if back_office is None else back_office,
            )
            if wanted.role != "back_office" and wanted.back_office and back_office is None:
                wanted = Post(now, None, wanted.role, wanted.post, wanted.centre)
            if _same(held, wanted):
                return False
            self._end_post(connection, agent, now)
            connection.execute(
                insert(posts).values(
                    agent=agent,
                    since=now,
                    role=wanted.role,
                    post=wanted.post,
                    centre=wanted.centre,
                    back_office=wanted.back_office,
                )
            )
            if (held.centre, held.role) != (wanted.centre, wanted.role):
                self.accounts.token_book.revoke(connection, agent=agent, why="moved")
        return True

    def renew_password(self, agent: str, password: str) -> int:
        """A new first password; every session ends, a lock too. How many sessions ended. Raises CannotBeDone."""
        hashed = self.accounts.passwords.hashed(password)
        with self.database.writing() as connection:
            _known(connection, agent)
            connection.execute(update(agents).where(agents.c.agent == agent).values(password=hashed))
            unlock(connection, agent)
            return self.accounts.token_book.revoke(connection, agent=agent, why="new password")

    def unlock(self, agent: str) -> bool:
        """Forget the wrong tries; False when there were none. Raises CannotBeDone."""
        with self.database.writing() as connection:
            _known(connection, agent)
            return unlock(connection, agent)

    def end(self, agent: str) -> bool:
        """The post ends now, with every session and key; False when none was held. Raises CannotBeDone.

        What the agent did before stays valid and is still taken from desks that come back later.
        """
        now = instant_text(self.accounts.clock())
        with self.database.writing() as connection:
            _known(connection, agent, locked=True)
            had_one = _post_held(connection, agent) is not None
            self._end_post(connection, agent, now)
            keys = update(agent_keys).where(agent_keys.c.agent == agent, agent_keys.c.until.is_(None))
            connection.execute(keys.values(until=now))
            self.accounts.token_book.revoke(connection, agent=agent, why="post ended")
        return had_one

    def _end_post(self, connection: Connection, agent: str, now: str) -> None:
        connection.execute(delete(posts).where(posts.c.agent == agent, posts.c.since == now))
        held = update(posts).where(posts.c.agent == agent, posts.c.until.is_(None))
        connection.execute(held.values(until=now))

    def _sessions(self, connection: Connection, agent: str) -> tuple[SignedIn, ...]:
        until = func.max(tokens.c.refresh_until)
        families = token_families.c
        chosen = (
            select(families.desk, families.signed_in_at, families.by_password, until.label("until"))
            .join(tokens, tokens.c.family == families.family)
            .where(families.agent == agent, families.revoked_at.is_(None))
            .group_by(families.family, families.desk, families.signed_in_at, families.by_password)
            .having(until > instant_text(self.accounts.clock()))
            .order_by(families.signed_in_at)
        )
        return tuple(SignedIn(*row) for row in connection.execute(chosen))


def _known(connection: Connection, agent: str, *, locked: bool = False) -> tuple[str, str]:
    """Name and own file of the agent; ``locked``: nobody else changes the post until the transaction ends."""
    chosen = select(agents.c.name, agents.c.person).where(agents.c.agent == agent)
    row = connection.execute(chosen.with_for_update() if locked else chosen).one_or_none()
    if row is None:
        raise CannotBeDone(f"no agent is called {agent}")
    return row.name, row.person


def _posts(connection: Connection, agent: str) -> tuple[Post, ...]:
    columns = (posts.c.since, posts.c.until, posts.c.role, posts.c.post, posts.c.centre, posts.c.back_office)
    chosen = select(*columns).where(posts.c.agent == agent).order_by(posts.c.since.desc())
    return tuple(Post(*row) for row in connection.execute(chosen))


def _post_held(connection: Connection, agent: str) -> Post | None:
    return next((each for each in _posts(connection, agent) if each.until is None), None)


def _same(held: Post, wanted: Post) -> bool:
    def what(each: Post) -> tuple[str, ...]:
        return each.role, each.post, each.centre, each.back_office

    return what(held) == what(wanted)
