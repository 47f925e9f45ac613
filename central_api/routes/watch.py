"""For whoever watches the server."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, Response

from central_api.health import what_is_missing
from central_api.metrics import MEDIA_TYPE
from central_api.problems import Problematic, documented
from central_api.routes.doors import ForWatchers, Services

router = APIRouter(tags=["health"])
_FIGURES: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"text/plain": {"schema": {"type": "string"}}}}
}


@router.get("/health/live")
def live() -> dict[str, str]:
    """The process answers."""
    return {"status": "live"}


@router.get("/health/ready", responses=documented(503))
def ready(office: Services) -> dict[str, str | dict[str, str]]:
    """Database, tables and blob store can be worked with; beside it how each real system behind us stands.

    One that is away makes nobody unready: desks are served without it.
    """
    missing = what_is_missing(office)
    if missing:
        raise Problematic(503, "server.not_ready", retry_after=5, missing=list(missing))
    systems = office.systems.circuits()
    return {"status": "ready", **({"systems": systems} if systems else {})}


@router.get("/metrics", response_class=Response, responses=documented(401, 403) | _FIGURES)
def metrics(office: Services, _watcher: ForWatchers) -> Response:
    """The figures of this process and how the office stands, for Prometheus; without a single name."""
    return Response(office.figures.text(), media_type=MEDIA_TYPE)
