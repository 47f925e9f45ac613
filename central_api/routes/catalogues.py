"""The catalogues that desks decide by and word letters with; one never changes, so it may be kept for ever."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Final

from fastapi import APIRouter, Header, Path, Response

from central_api.problems import documented
from central_api.routes.doors import ADesk, Services
from dost_desktop.contract.catalogues import CatalogueContent, Catalogues

router = APIRouter(prefix="/v1/catalogues", tags=["catalogues"])
Version = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
KnownTag = Annotated[str, Header(alias="if-none-match", max_length=200)]
_SAME: Final[dict[int | str, dict[str, Any]]] = {304: {"description": "Not Modified"}}


@router.get("", response_model=Catalogues, responses=documented(401, 403, 422) | _SAME)
def catalogues(
    office: Services, _desk: ADesk, response: Response, known: KnownTag = ""
) -> Catalogues | Response:
    """Every catalogue, the one in force first, and which laws are still accepted."""
    listed = office.catalogues.listed()
    tag = f'"{hashlib.sha256(listed.model_dump_json().encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if known == tag:
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return listed


@router.get("/{version}", response_model=CatalogueContent, responses=documented(401, 403, 404, 422) | _SAME)
def catalogue(
    office: Services, _desk: ADesk, version: Version, response: Response, known: KnownTag = ""
) -> CatalogueContent | Response:
    """One catalogue with its files."""
    tag = f'"{version}"'
    headers = {"ETag": tag, "Cache-Control": "private, max-age=31536000, immutable"}
    found = office.catalogues.read(version)
    if known == tag:
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return found
