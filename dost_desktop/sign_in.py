"""How a password opens this desk: by the desk's own keys, or the first time with the central API's consent.

Every step is kept before the next one begins, in an order in which a kill, or an answer lost on the way, costs another
try and nothing else: the database's key is boxed before there is a database, the agent's key is wrapped before the
central API hears of it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import ClassVar, Final

from dost_desktop.api.agent_calls import opened_key
from dost_desktop.api.central import CentralApi
from dost_desktop.contract.messages import AgentKey, OpenedKey, Problem, Session
from dost_desktop.contract.seals import SigningKey
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Clock
from dost_desktop.security.errors import KeysDamaged, SignInWrong, SlowDown
from dost_desktop.security.key_ring import KeyRing, Unlocked
from dost_desktop.storage.database import Database, DatabasePaths
from dost_desktop.sync.needs import Declined

_UNAUTHORIZED: Final = 401
_TOO_MANY: Final = 429
_RETIRED: Final = "key.retired"
_DATABASE_KEY_BYTES: Final = 32


class FirstSignInOffline(AgentError):
    """An agent's first sign-in at a desk needs the central API, which cannot be reached."""

    code: ClassVar[str] = "signin.offline_first"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Lets agents in at one desk."""

    central: CentralApi
    ring: KeyRing
    paths: DatabasePaths
    clock: Clock
    install_id: str
    recovery_key: bytes = field(repr=False)  # the deployment's, to box the database's key

    def __call__(self, agent: str, password: str) -> Unlocked:
        """The keys behind a password. Raises SignInWrong, SlowDown, FirstSignInOffline, KeysDamaged, KeysCopied."""
        if not any(each.agent == agent for each in self.ring.agents()):
            return self._let_in(self._session(agent, password), password)
        try:
            unlocked = self.ring.open(agent, password, self.clock.now())
        except SignInWrong as wrong:
            session = self.central.sign_in(agent, password)
            if not isinstance(session, Session):
                raise wrong from None
            return self._let_in(session, password)  # the password was changed centrally
        if not self.ring.is_key_announced(agent):
            session = self._session(agent, password)
            if not self._announce(agent, unlocked.signing_key):
                return self._let_in(session, password, unlocked.database_key)
        if not self.ring.recovery_box():
            self.ring.keep_recovery_box(unlocked.database_key, self.recovery_key)
        return unlocked

    def _let_in(self, session: Session, password: str, database_key: bytes = b"") -> Unlocked:
        """Somebody whom the central API knows by this password: with a new key of their own at this desk."""
        database_key, signing_key = database_key or self._database_key(), SigningKey.new()
        agent = session.agent.agent
        self.ring.add_agent(session.agent, password, database_key, signing_key, self.clock.now())
        self._announce(agent, signing_key)
        known = next(each for each in self.ring.agents() if each.agent == agent)
        return Unlocked(known, database_key, signing_key)

    def _announce(self, agent: str, key: SigningKey) -> bool:
        """What the key signs counts from now on; until then nobody works with it. Safe to repeat.

        False when its time is over: the desk was enrolled again, as another PC's place or after one.
        """
        answer = self.central.put_agent_key(key.public, self.ring.known_since(agent))
        if isinstance(answer, Problem) and answer.code == _RETIRED:
            return False
        if not isinstance(answer, AgentKey):
            raise FirstSignInOffline
        self.ring.note_announced(agent, answer.since)
        return True

    def announce_again(self, unlocked: Unlocked, password: str) -> bool:
        """A server that was restored does not know the agent's key: it hears of it, if it can be asked now."""
        agent = unlocked.agent.agent
        is_let_in = isinstance(self.central.sign_in(agent, password), Session)
        return is_let_in and self._announce(agent, unlocked.signing_key)

    def _database_key(self) -> bytes:
        """The key of this desk's database: from its box through the central API, or new with a new database."""
        if not self.ring.agents() and not self.ring.is_moved():
            return self._new_database()
        box = self.ring.recovery_box()
        if not box:
            raise KeysDamaged
        opened = self.central.open_database_key(box)
        if not isinstance(opened, OpenedKey):
            raise FirstSignInOffline
        return opened_key(opened)

    def _new_database(self) -> bytes:
        """Nobody was ever let in here: a database that is there is half made, and is put aside all the same."""
        key = secrets.token_bytes(_DATABASE_KEY_BYTES)
        self.ring.keep_recovery_box(key, self.recovery_key)
        Database.put_aside(self.paths, self.clock.now())
        Database.create(self.paths, key, self.install_id).close()
        return key

    def _session(self, agent: str, password: str) -> Session:
        session = self.central.sign_in(agent, password)
        if not isinstance(session, Session):
            raise _why_not_signed_in(session)
        return session


def _why_not_signed_in(answer: Declined) -> AgentError:
    if isinstance(answer, Problem):
        if answer.status == _UNAUTHORIZED:
            return SignInWrong()
        if answer.status == _TOO_MANY:
            return SlowDown(seconds=int((answer.model_extra or {}).get("retry_after", 30)))
    return FirstSignInOffline()
