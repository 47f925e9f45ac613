"""The agents' public keys, one at a time per agent and desk: with them every event is checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, insert, or_, select, tuple_, update

from central_api.accounts import Accounts
from central_api.clock import Clock
from central_api.database import Database
from central_api.forgotten import forgotten
from central_api.prepared import Prepared
from central_api.problems import Problematic
from central_api.settings import Settings
from central_api.tables import agent_keys, centre_signers, desks
from central_api.tokens import Caller
from dost_desktop.contract.messages import AgentKey, Roster, Session
from dost_desktop.contract.seals import from_text, is_signed
from dost_desktop.domain import canonical
from dost_desktop.domain.dates import instant, instant_text

_KEYS: Final = Prepared(
    select(agent_keys).where(agent_keys.c.agent == bindparam("agent"), agent_keys.c.desk == bindparam("desk"))
)


class AgentKeys:
    """Registers keys, and answers who had which one when."""

    def __init__(self, database: Database, accounts: Accounts, settings: Settings, clock: Clock) -> None:
        self.database, self.accounts, self.settings, self.clock = database, accounts, settings, clock

    def register(self, caller: Caller, public: str, known_since: str | None = None) -> AgentKey:
        """The caller's key at the caller's desk from now on; safe to repeat. Raises Problematic 422 or 409.

        From ``known_since`` on where that is a time of which a server that was restored knows nothing.
        """
        if not _is_a_key(public):
            raise Problematic(422, "key.malformed")
        now = instant_text(self.clock())
        mine = (agent_keys.c.agent == caller.agent) & (agent_keys.c.desk == caller.desk)
        with self.database.writing() as connection:
            if known_since and any(each.may_be_of(known_since) for each in forgotten(connection)):
                now = known_since
            known = connection.execute(
                select(agent_keys).where(mine, agent_keys.c.public == public)
            ).one_or_none()
            if known is not None and known.until is not None:
                raise Problematic(409, "key.retired")
            if known is None:
                connection.execute(
                    update(agent_keys).where(mine, agent_keys.c.until.is_(None)).values(until=now)
                )
                connection.execute(
                    insert(agent_keys).values(
                        agent=caller.agent, desk=caller.desk, public=public, since=now, last_assertion=""
                    )
                )
        return AgentKey(
            agent=caller.agent, desk=caller.desk, public=public, since=known.since if known else now
        )

    def sign_in(self, caller: Caller, agent: str, at: str, signature: str) -> Session:
        """A session for an agent who proves the key of this desk. Raises Problematic 401 or 403.

        An assertion works once: a later one must bear a later time.
        """
        moment = self.clock()
        said = _moment(at)
        if said is None or abs(said - moment) > self.settings.clock_tolerance:
            raise Problematic(401, "sign_in.clock", time=instant_text(moment))
        message = canonical.canonical(
            canonical.KEY_ASSERTION, {"agent": agent, "at": at, "desk": caller.desk}
        )
        whose = (agent_keys.c.agent == agent, agent_keys.c.desk == caller.desk, agent_keys.c.until.is_(None))
        with self.database.writing() as connection:
            key = connection.execute(select(agent_keys).where(*whose)).one_or_none()
            if key is None or not is_signed(key.public, message, signature):
                raise Problematic(401, "sign_in.wrong")
            fresh = (
                update(agent_keys).where(*whose, agent_keys.c.last_assertion < at).values(last_assertion=at)
            )
            if not connection.execute(fresh).rowcount:
                raise Problematic(401, "sign_in.repeated")
        return self.accounts.open_session(caller, agent, by_password=False)

    def roster(self, centre: str) -> Roster:
        """Who works at ``centre``, and the keys of all whose events its desks may hold."""
        here = select(desks.c.desk).where(desks.c.centre == centre)
        guests = select(centre_signers.c.agent, centre_signers.c.desk).where(
            centre_signers.c.centre == centre
        )
        whose = or_(agent_keys.c.desk.in_(here), tuple_(agent_keys.c.agent, agent_keys.c.desk).in_(guests))
        chosen = (
            select(agent_keys)
            .where(whose)
            .order_by(agent_keys.c.agent, agent_keys.c.desk, agent_keys.c.since)
        )
        with self.database.reading() as connection:
            keys = tuple(
                AgentKey(agent=row.agent, desk=row.desk, public=row.public, since=row.since, until=row.until)
                for row in connection.execute(chosen)
            )
            return Roster(agents=self.accounts.of_centre(connection, centre), keys=keys)

    def of(
        self, connection: Connection, whose: Iterable[tuple[str, str]]
    ) -> dict[tuple[str, str], list[AgentKey]]:
        """All keys, past ones too, of these agents at these desks."""
        found: dict[tuple[str, str], list[AgentKey]] = {each: [] for each in sorted(set(whose))}
        for agent, desk in found:  # mostly one
            found[agent, desk] += [
                AgentKey(agent=agent, desk=desk, public=row.public, since=row.since, until=row.until)
                for row in _KEYS(connection, agent=agent, desk=desk)
            ]
        return found


def was_valid(key: AgentKey, at: datetime, tolerance: timedelta) -> bool:
    """Whether ``key`` was in use at ``at``, give or take what a desk's clock may be off."""
    ended = key.until is not None and instant(key.until) + tolerance < at
    return instant(key.since) - tolerance <= at and not ended


def _moment(text: str) -> datetime | None:
    try:
        return instant(text)
    except ValueError:  # the 31st of February has the right shape
        return None


def _is_a_key(public: str) -> bool:
    try:
        return len(from_text(public)) == 32
    except ValueError:
        return False
