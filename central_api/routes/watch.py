"""For whoever watches the server."""

from __future__ import annotations

from fastapi import APIRouter

from central_api.health import what_is_missing
from central_api.problems import Problematic, documented
from central_api.routes.doors import Services

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live")
def live() -> dict[str, str]:
    """The process answers."""
    return {"status": "live"}


@router.get("/ready", responses=documented(503))
def ready(office: Services) -> dict[str, str]:
    """Database, tables and blob store can be worked with."""
    missing = what_is_missing(office)
    if missing:
        raise Problematic(503, "server.not_ready", retry_after=5, missing=list(missing))
    return {"status": "ready"}
