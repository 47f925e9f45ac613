"""Whose signatures this desk believes: the central API's keys and those of the agents on the roster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from dost_desktop.contract.messages import AgentCard, Roster
from dost_desktop.contract.seals import is_sealed, is_signed, key_name
from dost_desktop.domain.attestation import NumberLease, Receipt
from dost_desktop.domain.events import CENTRAL_AGENT, CENTRAL_DESK, ChainedEvent
from dost_desktop.domain.vocabulary import Role
from dost_desktop.ports import Meta

SERVER_KEYS: Final = "server_keys"  # kept in meta: key name to public key
ROSTER: Final = "roster"


@dataclass(frozen=True, slots=True)
class Keyring:
    """Says which events, receipts and number blocks are genuine; the domain's ``Seals``."""

    server_keys: Mapping[str, str]
    agent_keys: Mapping[tuple[str, str], tuple[str, ...]]  # by agent and desk, past ones too
    agents: Mapping[str, AgentCard]

    def event_is_signed(self, chained: ChainedEvent) -> bool:
        """True when the agent it names (or a central system) signed it."""
        content = chained.event.content
        by_central = (content.agent, content.desk) == (CENTRAL_AGENT, CENTRAL_DESK)
        keys = (
            self.server_keys.values()
            if by_central
            else self.agent_keys.get((content.agent, content.desk), ())
        )
        message = content.signed_bytes()
        return any(is_signed(each, message, chained.event.signature) for each in keys)

    def receipt_is_signed(self, receipt: Receipt) -> bool:
        """True when the central API sealed it."""
        return is_sealed(receipt, dict(self.server_keys))

    def lease_is_sealed(self, lease: NumberLease) -> bool:
        """True when the central API sealed it."""
        return is_sealed(lease, dict(self.server_keys))

    def role_of(self, agent: str) -> Role:
        """The role the roster gives; somebody who has left was an agent when the click was made."""
        card = self.agents.get(agent)
        return Role(card.role) if card else Role.AGENT


def read_keyring(meta: Meta) -> Keyring:
    """The keyring as the desk has kept it."""
    kept: Any = meta.get(ROSTER)
    roster = Roster.model_validate(kept) if kept else Roster(agents=(), keys=())
    keys: dict[tuple[str, str], tuple[str, ...]] = {}
    for each in roster.keys:
        whose = (each.agent, each.desk)
        keys[whose] = (*keys.get(whose, ()), each.public)
    return Keyring(server_keys_of(meta), keys, {each.agent: each for each in roster.agents})


def server_keys_of(meta: Meta) -> dict[str, str]:
    """The central API's public keys this desk believes."""
    return dict(meta.get(SERVER_KEYS, {}))


def keep_server_keys(meta: Meta, told: Mapping[str, str]) -> None:
    """New keys of the central API join the known ones; none is ever replaced or dropped."""
    known = server_keys_of(meta)
    new = {name: public for name, public in told.items() if name not in known and _is_named(name, public)}
    if new:
        meta.set(SERVER_KEYS, known | new)


def is_key_forgotten(agent: str, desk: str, public: str, meta: Meta) -> bool:
    """True when the roster does not name this key of an agent at this desk: a server that was restored forgot it."""
    kept: Any = meta.get(ROSTER)
    keys = Roster.model_validate(kept).keys if kept else ()
    return bool(kept) and not any(
        (each.agent, each.desk, each.public) == (agent, desk, public) for each in keys
    )


def own_person(agent: str, meta: Meta) -> str:
    """The file of this agent as a person, as the roster says; "" where nobody said it (design 1)."""
    kept: Any = meta.get(ROSTER)
    cards = Roster.model_validate(kept).agents if kept else ()
    return next((str(each.person) for each in cards if each.agent == agent and each.person), "")


def keep_roster(meta: Meta, roster: Roster) -> None:
    """The roster as it is now."""
    told = roster.model_dump(mode="json")
    if meta.get(ROSTER) != told:
        meta.set(ROSTER, told)


def _is_named(name: str, public: str) -> bool:
    try:
        return key_name(public) == name
    except ValueError:
        return False
