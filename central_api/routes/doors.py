"""Who may come in: every protected route names one of these doors, and a test reads them all.

Doors are asynchronous: only the question to the database needs a thread, and each thread that is woken costs time.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Annotated, Final

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from fastapi.security.utils import get_authorization_scheme_param
from starlette.concurrency import run_in_threadpool

from central_api.office import Office
from central_api.problems import Problematic
from central_api.rate_limits import network_of
from central_api.settings import Settings
from central_api.tokens import Caller
from dost_desktop.domain.vocabulary import Role

_bearer = HTTPBearer(auto_error=False, description="A desk's or an agent's access token")


async def office_of(request: Request) -> Office:
    """What the routes work with."""
    office: Office = request.app.state.office
    return office


async def at_an_open_door(request: Request) -> None:
    """Counts those whom no token names by their address. Raises Problematic 429."""
    _count_stranger(request)


def _count_stranger(request: Request) -> None:
    office: Office = request.app.state.office
    office.rate_limits.addresses.take(network_of(request.client.host if request.client else ""))


def token_of(request: Request) -> str | None:
    """The token it bears; None for none."""
    scheme, token = get_authorization_scheme_param(request.headers.get("authorization"))
    return token if token and scheme.lower() == "bearer" else None


def named(request: Request, token: str | None) -> Caller:
    """Whose token it is; asks the database, so for a thread. Raises Problematic 401, 429."""
    office: Office = request.app.state.office
    try:
        caller = office.token_book.caller(token)
    except Problematic:
        _count_stranger(request)
        raise
    request.scope["caller"] = caller  # for the log line of this request
    if caller.role is None:
        office.rate_limits.desks.take(caller.desk)
    else:
        office.rate_limits.agents.take(caller.agent)
    return caller


async def caller_of(
    request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> Caller:
    """Whose token it is. Raises Problematic 401, 429."""
    return await run_in_threadpool(named, request, given.credentials if given else None)


class DeskDoor:
    """For a desk by itself."""

    async def __call__(self, caller: Annotated[Caller, Depends(caller_of)]) -> Caller:
        """The desk. Raises Problematic 403 for an agent's token."""
        return self._admitted(caller)

    def let_in(self, request: Request, token: str | None) -> Caller:
        """The same, in the thread that serves the request. Raises Problematic 401, 403, 429."""
        return self._admitted(named(request, token))

    def _admitted(self, caller: Caller) -> Caller:
        if caller.role is not None:
            raise Problematic(403, "token.desk_needed")
        return caller


class AgentDoor:
    """For an agent signed in at a desk, in one of these roles."""

    def __init__(self, *roles: Role) -> None:
        self.roles = frozenset(roles)

    async def __call__(self, caller: Annotated[Caller, Depends(caller_of)]) -> Caller:
        """The agent. Raises Problematic 403 for a desk's token or another role."""
        return self._admitted(caller)

    def let_in(self, request: Request, token: str | None) -> Caller:
        """The same, in the thread that serves the request. Raises Problematic 401, 403, 429."""
        return self._admitted(named(request, token))

    def _admitted(self, caller: Caller) -> Caller:
        if caller.role is None:
            raise Problematic(403, "token.agent_needed")
        if caller.role not in self.roles:
            raise Problematic(403, "act.not_your_role")
        return caller


class SecretDoor:
    """For a program that is no desk: by a secret of its own, not by a desk's or an agent's token."""

    def __init__(self, secret: Callable[[Settings], str], code: str) -> None:
        self.secret, self.code = secret, code

    async def __call__(
        self,
        request: Request,
        office: Annotated[Office, Depends(office_of)],
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> None:
        """Let the program in. Raises Problematic 403 for anybody else whom we know, 401 for a stranger."""
        wanted = self.secret(office.settings).encode()
        if given is not None and wanted and hmac.compare_digest(given.credentials.encode(), wanted):
            return
        await caller_of(request, given)
        raise Problematic(403, self.code)


OFFICE_ROLES: Final = (Role.AGENT, Role.BACK_OFFICE, Role.HEAD, Role.ADMINISTRATOR)
Services = Annotated[Office, Depends(office_of)]
ADesk = Annotated[Caller, Depends(DeskDoor())]
Anybody = Annotated[Caller, Depends(AgentDoor(*OFFICE_ROLES))]
AtTheQueue = Annotated[Caller, Depends(AgentDoor(Role.AGENT, Role.HEAD))]
AskingRegisters = Annotated[Caller, Depends(AgentDoor(Role.AGENT, Role.BACK_OFFICE))]
ServingPeople = Annotated[Caller, Depends(AgentDoor(Role.AGENT))]
Deciding = Annotated[Caller, Depends(AgentDoor(Role.BACK_OFFICE))]
Leading = Annotated[Caller, Depends(AgentDoor(Role.HEAD))]
ForEmployers = Annotated[
    None, Depends(SecretDoor(lambda settings: settings.employer_token, "token.employer_needed"))
]
ForWatchers = Annotated[
    None, Depends(SecretDoor(lambda settings: settings.metrics_token, "token.metrics_needed"))
]
OPEN: Final = (Depends(at_an_open_door),)
ReadingFiles = Annotated[Caller, Depends(AgentDoor(Role.AGENT, Role.BACK_OFFICE, Role.HEAD))]
