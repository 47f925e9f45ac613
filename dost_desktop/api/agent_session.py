"""The agent's session with the central API: opened by the agent's key when it is needed, and anew when it ran out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol, TypeVar

from dost_desktop.contract.messages import Problem, Session
from dost_desktop.contract.seals import AgentHand, SigningKey
from dost_desktop.ports import Clock
from dost_desktop.sync.needs import Declined

A = TypeVar("A")
_UNAUTHORIZED: Final = 401


class SignsInByKey(Protocol):
    """The part of the central API this needs."""

    def sign_in_by_key(
        self, agent: str, desk: str, key: SigningKey | AgentHand, at: datetime
    ) -> Session | Declined: ...


class AgentSession:
    """One agent at one desk. Any thread may ask."""

    def __init__(
        self, central: SignsInByKey, agent: str, desk: str, key: SigningKey | AgentHand, clock: Clock
    ) -> None:
        self._central, self._agent, self._desk, self._key, self._clock = central, agent, desk, key, clock
        self._signing_in = threading.Lock()

    def ask(self, question: Callable[[], A | Declined]) -> A | Declined:
        """The answer; when the session has run out, it is opened anew and asked once more.

        Raises HandLocked while the desk is locked.
        """
        answer = question()
        if not (isinstance(answer, Problem) and answer.status == _UNAUTHORIZED):
            return answer
        with self._signing_in:
            session = self._central.sign_in_by_key(self._agent, self._desk, self._key, self._clock.now())
        return question() if isinstance(session, Session) else session
