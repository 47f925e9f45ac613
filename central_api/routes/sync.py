"""What desks send and fetch: runs, the change feed, files, numbers, blobs."""

from __future__ import annotations

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request, Response

from central_api.problems import documented
from central_api.routes.at_once import AtOnceRoute
from central_api.routes.doors import ADesk, ReadingFiles, Services
from central_api.routes.repeats import Once
from central_api.strict_json import StrictRoute
from dost_desktop.contract.messages import FeedItem, FeedPage, Leased, Push, PushAnswer, WantLease
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import instant

router = APIRouter(route_class=StrictRoute, prefix="/v1", tags=["sync"])
pushes = APIRouter(route_class=AtOnceRoute, prefix="/v1", tags=["sync"])
Sha256 = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
_BYTES: Final[dict[str, Any]] = {
    "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
}


def _written(text: str) -> Response:
    """The answer as it goes out: FastAPI would wake a thread to look at our own message once more."""
    return Response(text, media_type="application/json")


@pushes.post("/push", response_model=PushAnswer, responses=documented(401, 403, 413, 422))
def push(office: Services, desk: ADesk, runs: Push) -> Response:
    """Runs of this desk, in the order they were made, or what a restored server forgot; safe to repeat."""
    answer = office.push(desk, runs) if runs.proof is None else office.brought_back(desk, runs, runs.proof)
    return _written(office.figures.judged(answer).model_dump_json())


@router.get("/feed", response_model=FeedPage, responses=documented(401, 403, 422))
async def feed(
    office: Services,
    desk: ADesk,
    cursor: Annotated[str, Query(max_length=400)] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    wait: Annotated[float, Query(ge=0, le=60, allow_inf_nan=False)] = 0,
) -> Response:
    """What happened in the centre's files since the cursor; waits for something so many seconds."""
    since, longest = office.clock(), min(wait, office.settings.longest_wait)
    with office.figures.waiting():
        page = await office.feed.following(desk.centre, cursor, limit, longest)
    if page.newest:
        received = instant(page.newest)
        if received >= since:  # it came while the desk waited
            office.figures.told((office.clock() - received).total_seconds())
    return _written(page.text)


@router.get("/files/{file_id}", response_model=FeedItem, responses=documented(401, 403, 404, 422))
def read_file(
    office: Services,
    caller: ReadingFiles,
    file_id: UUID,
    purpose: Annotated[str, Query(min_length=1, max_length=100)],
) -> Response:
    """One file whole, also another centre's; the reading is noted with its purpose."""
    return _written(office.files.read(caller, file_id, purpose))


@router.post("/leases", status_code=201, responses=documented(401, 403, 422))
def lease(office: Services, desk: ADesk, wish: WantLease, once: Once) -> Leased:
    """The next block of numbers for this desk."""
    series = Series(wish.series)
    return once(Leased, lambda: Leased(lease=office.leases.lease(desk, series, wish.year)))


@router.put(
    "/blobs/{sha256}",
    status_code=204,
    responses=documented(401, 403, 413, 422, 503),
    openapi_extra={"requestBody": {"required": True, **_BYTES}},
)
async def keep_blob(office: Services, desk: ADesk, sha256: Sha256, request: Request) -> None:
    """Bytes under their own hash; safe to repeat."""
    await office.blobs.keep(desk, sha256, request.stream())


@router.head(
    "/blobs/{sha256}", status_code=200, response_class=Response, responses=documented(401, 403, 404, 422)
)
def has_blob(office: Services, desk: ADesk, sha256: Sha256) -> Response:
    """Whether the bytes are there, and how many."""
    return Response(headers={"Content-Length": str(office.blobs.size(desk, sha256))})


@router.get(
    "/blobs/{sha256}", response_class=Response, responses=documented(401, 403, 404, 422, 503) | {200: _BYTES}
)
def read_blob(office: Services, desk: ADesk, sha256: Sha256) -> Response:
    """The bytes; they never change, so they may be kept for ever."""
    content = office.blobs.read(desk, sha256)
    headers = {"Cache-Control": "private, max-age=31536000, immutable", "ETag": f'"{sha256}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)
