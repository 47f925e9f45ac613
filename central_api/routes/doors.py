"""Who may come in: every protected route names one of these doors, and a test reads them all."""

from __future__ import annotations

import hmac
from typing import Annotated, Final

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from central_api.office import Office
from central_api.problems import Problematic
from central_api.tokens import Caller
from dost_desktop.domain.vocabulary import Role

_bearer = HTTPBearer(auto_error=False, description="A desk's or an agent's access token")


def office_of(request: Request) -> Office:
    """What the routes work with."""
    office: Office = request.app.state.office
    return office


def caller_of(
    request: Request,
    office: Annotated[Office, Depends(office_of)],
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Caller:
    """Whose token it is. Raises Problematic 401."""
    if given is None:
        raise Problematic(401, "token.missing")
    caller = office.token_book.caller(given.credentials)
    request.scope["caller"] = caller  # for the log line of this request
    return caller


class DeskDoor:
    """For a desk by itself."""

    def __call__(self, caller: Annotated[Caller, Depends(caller_of)]) -> Caller:
        """The desk. Raises Problematic 403 for an agent's token."""
        if caller.role is not None:
            raise Problematic(403, "token.desk_needed")
        return caller


class AgentDoor:
    """For an agent signed in at a desk, in one of these roles."""

    def __init__(self, *roles: Role) -> None:
        self.roles = frozenset(roles)

    def __call__(self, caller: Annotated[Caller, Depends(caller_of)]) -> Caller:
        """The agent. Raises Problematic 403 for a desk's token or another role."""
        if caller.role is None:
            raise Problematic(403, "token.agent_needed")
        if caller.role not in self.roles:
            raise Problematic(403, "act.not_your_role")
        return caller


class EmployerDoor:
    """For the adapter that brings employers' answers: by a secret of its own, not by a desk's or an agent's token."""

    def __call__(
        self,
        request: Request,
        office: Annotated[Office, Depends(office_of)],
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> None:
        """Let the adapter in. Raises Problematic 403 for anybody else whom we know, 401 for a stranger."""
        wanted = office.settings.employer_token.encode()
        if given is not None and wanted and hmac.compare_digest(given.credentials.encode(), wanted):
            return
        caller_of(request, office, given)
        raise Problematic(403, "token.employer_needed")


OFFICE_ROLES: Final = (Role.AGENT, Role.BACK_OFFICE, Role.HEAD, Role.ADMINISTRATOR)
Services = Annotated[Office, Depends(office_of)]
ADesk = Annotated[Caller, Depends(DeskDoor())]
Anybody = Annotated[Caller, Depends(AgentDoor(*OFFICE_ROLES))]
AtTheQueue = Annotated[Caller, Depends(AgentDoor(Role.AGENT, Role.HEAD))]
AskingRegisters = Annotated[Caller, Depends(AgentDoor(Role.AGENT, Role.BACK_OFFICE))]
ServingPeople = Annotated[Caller, Depends(AgentDoor(Role.AGENT))]
Deciding = Annotated[Caller, Depends(AgentDoor(Role.BACK_OFFICE))]
Leading = Annotated[Caller, Depends(AgentDoor(Role.HEAD))]
ForEmployers = Annotated[None, Depends(EmployerDoor())]
ReadingFiles = Annotated[Caller, Depends(AgentDoor(Role.AGENT, Role.BACK_OFFICE, Role.HEAD))]
