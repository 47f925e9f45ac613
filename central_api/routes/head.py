"""The head of a centre: what needs a look there, and the head's acts, online under their own token (design 1, 4)."""

from __future__ import annotations

from fastapi import APIRouter

from central_api.problems import documented
from central_api.routes.doors import Leading, Services
from central_api.routes.repeats import Once
from central_api.strict_json import StrictRoute
from dost_desktop.contract.messages import Push, PushAnswer
from dost_desktop.contract.needs_look import NeedsLook, NumbersVoided, VoidNumbers

router = APIRouter(route_class=StrictRoute, prefix="/v1/centre", tags=["head of the centre"])


@router.get("/needs-look", responses=documented(401, 403))
def needs_look(office: Services, caller: Leading) -> NeedsLook:
    """What needs a look at the caller's centre; each person named is noted as a reading."""
    return office.needs_look.of_centre(caller)


@router.post("/acts", responses=documented(401, 403, 413, 422))
def act(office: Services, caller: Leading, runs: Push) -> PushAnswer:
    """Reviews closed, applications opened again, registrations ended: each run signed by the head's key; repeatable."""
    return office.figures.judged(office.push.online(caller, runs))


@router.post("/void-numbers", responses=documented(401, 403, 422))
def void_numbers(office: Services, caller: Leading, wish: VoidNumbers, once: Once) -> NumbersVoided:
    """What became of numbers of one block that nothing bears; safe to repeat."""
    return once(NumbersVoided, lambda: office.needs_look.void(caller, wish))
