"""The central API as one object: everything the desk may ask it, by subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from dost_desktop.api import routes
from dost_desktop.api.agent_calls import AgentCalls
from dost_desktop.api.agreeing_calls import AgreeingCalls
from dost_desktop.api.back_office_calls import BackOfficeCalls
from dost_desktop.api.case_calls import CaseCalls
from dost_desktop.api.desk_calls import DeskCalls
from dost_desktop.api.head_calls import HeadCalls
from dost_desktop.api.lookup_calls import LookupCalls
from dost_desktop.api.queue_calls import QueueCalls
from dost_desktop.api.suitable_work_calls import SuitableWorkCalls
from dost_desktop.api.sync_calls import SyncCalls
from dost_desktop.api.tokens import SignedLine, TokensInMemory, TokenStore
from dost_desktop.api.transport import Patience, Transport

QUICK: Final = Patience(connect=2.0, read=5.0, whole=8.0)  # a person sits there and waits


class CentralApi(
    DeskCalls,
    AgentCalls,
    QueueCalls,
    CaseCalls,
    LookupCalls,
    SuitableWorkCalls,
    BackOfficeCalls,
    HeadCalls,
    SyncCalls,
    AgreeingCalls,
):
    """One deployment's central API, seen from one desk. Any thread may ask; nothing raises for the network."""

    def __init__(
        self,
        base_url: str,
        *,
        desk_tokens: TokenStore,
        server_keys: Callable[[], Mapping[str, str]],
        quick: Patience = QUICK,
        authority: Path | None = None,
    ) -> None:
        """``server_keys`` gives the public keys this desk believes (name to key); ``authority`` is an extra CA file."""
        transport = Transport(base_url, authority=authority)
        desk = SignedLine(transport, desk_tokens, routes.REFRESH)
        agent = SignedLine(transport, TokensInMemory(), routes.REFRESH)
        super().__init__(transport, desk, agent, server_keys, quick)

    def close(self) -> None:
        """Hang up."""
        self._plain.close()
