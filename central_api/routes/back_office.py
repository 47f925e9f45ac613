"""The back office: what waits for it, and its decisions, online under the officer's own token (SEED 11; design 4)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from central_api.problems import documented
from central_api.routes.doors import Deciding, Services
from central_api.strict_json import StrictRoute
from dost_desktop.contract.back_office import BackOfficeDrafts
from dost_desktop.contract.messages import Push, PushAnswer

router = APIRouter(route_class=StrictRoute, prefix="/v1/back-office", tags=["back office"])


@router.get("/drafts", responses=documented(401, 403, 422))
def drafts(
    office: Services, caller: Deciding, back_office: Annotated[str, Query(max_length=100)] = ""
) -> BackOfficeDrafts:
    """The drafts that wait, the earliest deadline first; of one back office when it is named."""
    return office.back_office.drafts(caller, back_office)


@router.post("/decisions", responses=documented(401, 403, 413, 422))
def decide(office: Services, caller: Deciding, runs: Push) -> PushAnswer:
    """Drafts confirmed or returned, each run signed by the officer's key at this desk; safe to repeat."""
    return office.figures.judged(office.push.online(caller, runs))
