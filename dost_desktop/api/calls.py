"""What all calls share: three lines (nobody's, the desk's, the agent's) and reading what came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from pydantic import BaseModel

from dost_desktop.api.kept_answers import KeptAnswers
from dost_desktop.api.tokens import SignedLine
from dost_desktop.api.transport import Patience, Received, Transport, read_message
from dost_desktop.contract.messages import Problem
from dost_desktop.contract.suitable_work import Vacancies
from dost_desktop.sync.needs import Declined, NoAnswer

M = TypeVar("M", bound=BaseModel)


class Calls:
    """Base of the calls on one subject."""

    def __init__(
        self,
        plain: Transport,
        desk: SignedLine,
        agent: SignedLine,
        server_keys: Callable[[], Mapping[str, str]],
        quick: Patience,
    ) -> None:
        self._plain, self._desk, self._agent = plain, desk, agent
        self._server_keys, self._quick = server_keys, quick
        self._unanswered: dict[str, str] = {}  # what was asked, and the key under which it may be asked again
        self._vacancies: KeptAnswers[Vacancies] = KeptAnswers()

    def _read(self, kind: type[M], answer: Received | Problem | NoAnswer) -> M | Declined:
        return read_message(kind, answer) if isinstance(answer, Received) else answer
