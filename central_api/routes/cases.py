"""Half-done cases: a desk says how its own stand, an agent takes one of the centre's and goes on with it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from central_api.problems import Problematic, documented
from central_api.routes.doors import ADesk, Services, ServingPeople
from central_api.strict_json import StrictRoute
from dost_desktop.contract.half_done import HalfDoneCase, HalfDoneCases

router = APIRouter(route_class=StrictRoute, prefix="/v1/cases", tags=["cases"])
CaseId = Annotated[str, Path(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]


@router.get("", responses=documented(401, 403))
def half_done(office: Services, caller: ServingPeople) -> HalfDoneCases:
    """The half-done cases of the centre, without their drafts."""
    return office.half_done.of_centre(caller)


@router.put("/{case_id}", responses=documented(401, 403, 404, 409, 410, 422))
def put(office: Services, desk: ADesk, case_id: CaseId, case: HalfDoneCase) -> HalfDoneCase:
    """How a case of this desk stands."""
    if case.id != case_id:
        raise Problematic(422, "case.other_id")
    return office.half_done.put(desk, case)


@router.post("/{case_id}/take", responses=documented(401, 403, 404, 409, 410, 422))
def take(office: Services, caller: ServingPeople, case_id: CaseId) -> HalfDoneCase:
    """The case goes on at the caller's desk, drafts and all."""
    return office.half_done.take(caller, case_id)


@router.delete("/{case_id}", status_code=204, responses=documented(401, 403, 404, 409, 422))
def finish(office: Services, desk: ADesk, case_id: CaseId) -> Response:
    """The case is over."""
    office.half_done.finish(desk, case_id)
    return Response(status_code=204)
