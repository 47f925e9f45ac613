"""The head's work as the office's use cases ask for it: an answer, or why there is none."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.registers import why_unanswered
from dost_desktop.contract.messages import FeedItem, Push, PushAnswer
from dost_desktop.contract.needs_look import NeedsLook, NumbersVoided, VoidNumbers
from dost_desktop.ports import Unanswered
from dost_desktop.sync.needs import Declined


class AsksAsHead(Protocol):
    """The part of the central API this needs."""

    def needs_look(self) -> NeedsLook | Declined: ...

    def file(self, file_id: UUID, purpose: str) -> FeedItem | Declined: ...

    def act_as_head(self, runs: Push) -> PushAnswer | Declined: ...

    def void_numbers(self, wish: VoidNumbers) -> NumbersVoided | Declined: ...


class HeadAtDesk:
    """``ports.HeadDesk`` over the central API."""

    def __init__(self, central: AsksAsHead, session: AgentSession) -> None:
        self._central, self._session = central, session

    def needs_look(self) -> NeedsLook | Unanswered:
        """What needs a look, or why it cannot be seen."""
        answer = self._session.ask(self._central.needs_look)
        return answer if isinstance(answer, NeedsLook) else why_unanswered(answer)

    def file(self, file_id: UUID, purpose: str) -> FeedItem | Unanswered:
        """A person's file whole; the reading is noted there."""
        answer = self._session.ask(lambda: self._central.file(file_id, purpose))
        if isinstance(answer, FeedItem):
            return answer if answer.file_id == str(file_id) else Unanswered.CONTRADICTS
        return why_unanswered(answer)

    def decide(self, runs: Push) -> PushAnswer | Unanswered:
        """One verdict for each act, or why nothing is known of them."""
        answer = self._session.ask(lambda: self._central.act_as_head(runs))
        return answer if isinstance(answer, PushAnswer) else why_unanswered(answer)

    def void_numbers(self, wish: VoidNumbers) -> NumbersVoided | Unanswered:
        """How many numbers are accounted for, or why none is."""
        answer = self._session.ask(lambda: self._central.void_numbers(wish))
        return answer if isinstance(answer, NumbersVoided) else why_unanswered(answer)
