"""Becoming a desk, proving to be the same one still, and opening its database for a new agent."""

from __future__ import annotations

from fastapi import APIRouter, Request

from central_api.problems import documented
from central_api.routes.doors import OPEN, ADesk, Anybody, Services
from central_api.strict_json import StrictRoute
from dost_desktop.contract.messages import (
    BoxedKey,
    DeskEnrolled,
    EnrolDesk,
    OpenedKey,
    Standing,
    StandingHeard,
)

router = APIRouter(route_class=StrictRoute, prefix="/v1/desks", tags=["desks"])


@router.post("/enrol", status_code=201, dependencies=OPEN, responses=documented(403, 422))
def enrol(office: Services, wish: EnrolDesk, request: Request) -> DeskEnrolled:
    """A PC becomes a desk with the administrator's one-time code."""
    return office.enrolment.enrol(wish, str(request.base_url))


@router.put("/standing", responses=documented(401, 403, 422))
def standing(office: Services, desk: ADesk, told: Standing) -> StandingHeard:
    """Whether the desk is the one that spoke last; safe to repeat."""
    return office.desk_marks.hear(desk, told)


@router.post("/database-key", responses=documented(401, 403, 422))
def database_key(office: Services, caller: Anybody, box: BoxedKey) -> OpenedKey:
    """The desk's database key, for an agent who has just typed the password at that desk."""
    return office.enrolment.open_database_key(caller, box.box)
