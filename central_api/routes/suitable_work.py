"""Suitable work: the vacancy bank, “no suitable work” in MAS, and what employers say of referrals (SEED 23.6)."""

from __future__ import annotations

import hashlib
from typing import Annotated, Final

from fastapi import APIRouter, Header, Response

from central_api.problems import Problematic, documented
from central_api.registers import RegisterUnreachable
from central_api.routes.doors import ForEmployers, Services, ServingPeople
from central_api.strict_json import StrictRoute
from dost_desktop.contract.messages import Attested
from dost_desktop.contract.suitable_work import (
    EmployerSays,
    PlaceNoWork,
    Vacancies,
    WantVacancies,
)
from dost_desktop.contract.translation import sealed_json
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.vocabulary import EmployerAnswer

router = APIRouter(route_class=StrictRoute, prefix="/v1", tags=["suitable work"])
_ASK_AGAIN: Final = 5  # seconds
KnownTag = Annotated[str, Header(alias="if-none-match", max_length=200)]


@router.post(
    "/vacancies",
    response_model=Vacancies,
    responses=documented(401, 403, 422, 503) | {304: {"description": "Not Modified"}},
)
def search(
    office: Services, caller: ServingPeople, wanted: WantVacancies, response: Response, known: KnownTag = ""
) -> Vacancies | Response:
    """Open vacancies that fit one person's criteria; the search is noted with its purpose."""
    try:
        found = office.vacancies(caller, wanted)
    except RegisterUnreachable:
        raise _silent(Register.VACANCIES) from None
    tag = f'"{hashlib.sha256(found.model_dump_json().encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if known == tag:
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return found


@router.post("/no-suitable-work", responses=documented(401, 403, 409, 422, 503))
def place(office: Services, caller: ServingPeople, wish: PlaceNoWork) -> Attested:
    """“No suitable work” is placed in MAS for this application, after a search of today; safe to repeat."""
    try:
        return Attested(attestation=sealed_json(office.no_suitable_work(caller, wish)))
    except RegisterUnreachable:
        raise _silent(Register.NO_SUITABLE_WORK) from None


@router.post("/employer-answers", status_code=204, responses=documented(401, 403, 404, 409, 422))
def hear(office: Services, _adapter: ForEmployers, said: EmployerSays) -> Response:
    """What an employer decided on a referral; safe to repeat."""
    office.employers.hear(said.referral, EmployerAnswer(said.answer))
    return Response(status_code=204)


def _silent(register: Register) -> Problematic:
    return Problematic(503, "register.unreachable", retry_after=_ASK_AGAIN, register=register.value)
