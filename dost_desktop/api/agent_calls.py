"""What an agent asks: to be let in, by password or by key, and what only somebody who just signed in may."""

from __future__ import annotations

from datetime import datetime

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import Received, Request
from dost_desktop.contract.messages import (
    AgentKey,
    BoxedKey,
    OpenedKey,
    Problem,
    PublicKey,
    Session,
    SignIn,
    SignInByKey,
)
from dost_desktop.contract.seals import AgentHand, SigningKey, from_text, to_text
from dost_desktop.domain import canonical
from dost_desktop.domain.dates import instant_text
from dost_desktop.sync.needs import Declined, NoAnswer


class AgentCalls(Calls):
    """Asked by, or for, the agent who sits here."""

    def sign_in(self, agent: str, password: str) -> Session | Declined:
        """The first sign-in at this desk, or after the password changed; the tokens live in memory."""
        return self._signed_in(
            self._desk.send(Request("POST", routes.SIGN_IN, SignIn(agent=agent, password=password)))
        )

    def sign_in_by_key(
        self, agent: str, desk: str, key: SigningKey | AgentHand, at: datetime
    ) -> Session | Declined:
        """Prove the agent's key of this desk; no password travels. One moment works once."""
        moment = instant_text(at)
        message = canonical.canonical(canonical.KEY_ASSERTION, {"agent": agent, "at": moment, "desk": desk})
        body = SignInByKey(agent=agent, at=moment, signature=key.sign(message))
        return self._signed_in(self._desk.send(Request("POST", routes.SIGN_IN_BY_KEY, body)))

    def sign_out(self) -> None:
        """Forget the agent's tokens: locked, or another agent's turn."""
        self._agent.sign_out()

    def put_agent_key(self, public: str, since: str = "") -> AgentKey | Declined:
        """Make the agent's public key known, or known again since then; safe to repeat."""
        body = PublicKey(public=public, since=since or None)
        return self._read(AgentKey, self._agent.send(Request("PUT", routes.AGENT_KEY, body)))

    def open_database_key(self, box: bytes) -> OpenedKey | Declined:
        """The desk's database key out of its box, right after a sign-in with the password."""
        body = BoxedKey(box=to_text(box))
        return self._read(OpenedKey, self._agent.send(Request("POST", routes.DATABASE_KEY, body)))

    def _signed_in(self, answer: Received | Problem | NoAnswer) -> Session | Declined:
        session = self._read(Session, answer)
        if isinstance(session, Session):
            self._agent.sign_in(session.tokens)
        return session


def opened_key(opened: OpenedKey) -> bytes:
    """The 32 bytes of the database key."""
    return from_text(opened.key)
