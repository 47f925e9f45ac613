"""Signing in at a desk, keeping signed in, and the agent's key there."""

from __future__ import annotations

from fastapi import APIRouter

from central_api.problems import documented
from central_api.routes.doors import OPEN, ADesk, Anybody, Services
from central_api.strict_json import StrictRoute
from dost_desktop.contract.messages import AgentKey, PublicKey, Refresh, Session, SignIn, SignInByKey, Tokens

router = APIRouter(route_class=StrictRoute, prefix="/v1", tags=["sessions"])


@router.post("/sessions", status_code=201, responses=documented(401, 403, 422, 429))
def sign_in(office: Services, desk: ADesk, wish: SignIn) -> Session:
    """An agent signs in with the password."""
    return office.accounts.sign_in(desk, wish.agent, wish.password)


@router.post("/sessions/by-key", status_code=201, responses=documented(401, 403, 422))
def sign_in_by_key(office: Services, desk: ADesk, wish: SignInByKey) -> Session:
    """An agent whom the desk let in proves it by the key; no password travels."""
    return office.agent_keys.sign_in(desk, wish.agent, wish.at, wish.signature)


@router.post("/sessions/refresh", dependencies=OPEN, responses=documented(401, 422))
def refresh(office: Services, wish: Refresh) -> Tokens:
    """New tokens for a refresh token, a desk's or an agent's."""
    return office.token_book.refresh(wish.refresh)


@router.put("/agents/me/key", responses=documented(401, 403, 409, 422))
def register_key(office: Services, caller: Anybody, key: PublicKey) -> AgentKey:
    """The agent's public key at this desk from now on."""
    return office.agent_keys.register(caller, key.public, key.since)
