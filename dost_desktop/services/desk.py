"""Who acts from where: the signed-in agent at this desk, with the agent's key and the law in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from dost_desktop.contract.messages import AgentCard, CentreCard
from dost_desktop.contract.seals import AgentHand
from dost_desktop.domain import ids
from dost_desktop.domain.acts import Act
from dost_desktop.domain.attestation import attestations_in
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.events import Actor, record
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.own_cases import own_case
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import Role
from dost_desktop.domain.whose_answers import are_about_others
from dost_desktop.ports import Clock, Law, Meta, OpenReading, OpenWork, Reading, Work


class ApplicationGone(AgentError):
    """The application is not in the file any more: the central system did not take what opened it."""

    code: ClassVar[str] = "application.gone"


class ActNotAllowed(AgentError):
    """The law or the file's state says no; ``reason`` is a key of the window's words."""

    code = "act.not_allowed"

    def __init__(self, refused: Refused) -> None:
        super().__init__(**refused.facts)
        self.refused = refused
        self.reason = refused.reason


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk of a centre with the agent who is signed in."""

    name: str
    centre: CentreCard
    agent: AgentCard
    hand: AgentHand = field(repr=False)
    secret: bytes = field(repr=False)  # the deployment's: a person's number becomes the file's id
    open_work: OpenWork
    open_reading: OpenReading
    law: Law
    clock: Clock
    own_person: Callable[[Meta], str] = lambda _: ""  # the agent's own file, by the roster
    no_new_cases_after_days: int = 0  # without the central API; 0: they are always opened (``alone.py``)

    @property
    def role(self) -> Role:
        """The agent's role in the lifecycle tables."""
        return Role(self.agent.role)

    def file_of(self, kind: NumberKind, number: str) -> UUID:
        """The id of the file of the person with this number."""
        return ids.file_id(self.secret, kind, number)

    def own_file(self, meta: Meta) -> UUID | None:
        """The agent's own file, which somebody else serves; None where nobody said which it is."""
        person = self.agent.person or self.own_person(meta)
        return UUID(person) if person else None

    def look_up_own_file(self) -> UUID | None:
        """``own_file`` as this desk knows it now."""
        with self.open_reading() as reading:
            return self.own_file(reading.meta)

    def act(self, work: Work, file_id: UUID, acts: Sequence[Act]) -> PersonFile:
        """Decide these acts together and record them in ``work``; the caller commits.

        Raises ActNotAllowed when the law or the file's state says no; then nothing was recorded. A click is never
        earlier than what it rests on: a PC's clock may be behind, and not put right yet (design 4).
        """
        now = self._moment_of(acts)
        refused = self._why_not(work, file_id, acts, now)
        if refused is not None:
            raise ActNotAllowed(refused)
        actor = Actor(self.agent.agent, self.name, self.hand.sign)
        law = self.law(now).version
        work.append(record(tuple(acts), file_id=file_id, actor=actor, law=law, at=now), file_id)
        return work.file(file_id)

    def why_not(self, reading: Reading, file_id: UUID, acts: Sequence[Act]) -> Refused | None:
        """Why the signed-in agent may not do this now, all of it together; None when nothing speaks against it."""
        return self._why_not(reading, file_id, acts, self._moment_of(acts))

    def _why_not(self, reading: Reading, file_id: UUID, acts: Sequence[Act], now: datetime) -> Refused | None:
        file = reading.file(file_id)
        command = Command(tuple(acts), self.role, self.agent.agent, self.name, self.centre.code)
        own = own_case(file, acts, self.own_file(reading.meta), self.secret)
        decided = own or decide(file, command, self.law(now), now)
        if isinstance(decided, Refused):
            return decided
        if are_about_others(decided, file_id, self.secret):  # as the server would say
            return Refused("lookup.other_person", "design 3")
        if self.role is not Role.AGENT:  # the server takes what others do online alone, never from a desk
            return Refused("act.only_online", "design 4")
        return None

    def _moment_of(self, acts: Sequence[Act]) -> datetime:
        """Now, and never before what the acts rest on."""
        return max((self.clock.now(), *(each.at for act in acts for each in attestations_in(act))))
