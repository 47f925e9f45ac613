"""What desks send and fetch: runs, the change feed, files, numbers, blobs."""

from __future__ import annotations

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Path, Query, Request, Response

from central_api.partial_blobs import Part
from central_api.problems import Problematic, documented
from central_api.routes.at_once import AtOnceRoute
from central_api.routes.doors import ADesk, ReadingFiles, Services
from central_api.routes.repeats import Once
from central_api.strict_json import StrictRoute
from dost_desktop.contract.heads import CompareHeads, HeadsCompared
from dost_desktop.contract.looks import Looks, LooksTaken
from dost_desktop.contract.messages import FeedItem, FeedPage, Leased, Push, PushAnswer, WantLease
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import instant

router = APIRouter(route_class=StrictRoute, prefix="/v1", tags=["sync"])
pushes = APIRouter(route_class=AtOnceRoute, prefix="/v1", tags=["sync"])
Sha256 = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
_MOST_BYTES: Final = 2**40  # a number that is no mistake; how large a document may be is a setting
_PART: Final = "application/offset+octet-stream"  # of tus 1.0
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


@router.get("/feed/{file_id}", response_model=FeedItem, responses=documented(401, 403, 404, 422))
def file_of_centre(office: Services, desk: ADesk, file_id: UUID) -> Response:
    """One file of the own centre whole, for a desk whose copy of it does not agree."""
    return _written(office.files.of_centre(desk, file_id))


@router.post("/heads", responses=documented(401, 403, 413, 422))
def compare_heads(office: Services, desk: ADesk, heads: CompareHeads) -> HeadsCompared:
    """Where the centre's files end, here and at the desk; what differs is told file by file."""
    return office.heads.compare(desk.centre, heads)


@router.post("/looks", responses=documented(401, 403, 413, 422))
def take_looks(office: Services, desk: ADesk, looks: Looks) -> LooksTaken:
    """Who looked at whose data at the desk, also without a connection; safe to repeat."""
    return office.looks.take(desk, looks)


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


@router.patch(
    "/blobs/{sha256}",
    status_code=204,
    responses=documented(401, 403, 409, 413, 415, 422, 503),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {_PART: {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def keep_part(
    office: Services,
    desk: ADesk,
    sha256: Sha256,
    request: Request,
    upload_offset: Annotated[int, Header(ge=0, le=_MOST_BYTES)],
    upload_length: Annotated[int, Header(ge=1, le=_MOST_BYTES)],
) -> Response:
    """One part, 16 KiB (but for the last) to 1 MiB; safe to repeat. ``Upload-Offset``: how many bytes there are now."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _PART:
        raise Problematic(415, "request.media_type")
    part = Part(upload_offset, upload_length)
    offset = await office.partial_blobs.take(desk, sha256, part, request.stream())
    return Response(status_code=204, headers={"Upload-Offset": str(offset)})


@router.head(
    "/blobs/{sha256}",
    status_code=200,
    response_class=Response,
    responses=documented(401, 403, 404, 422, 503) | {204: {"description": "Only a part of it came so far"}},
)
def has_blob(office: Services, desk: ADesk, sha256: Sha256) -> Response:
    """Whether the bytes are there, and how many; 204 with how many of them this desk sent, until all have come."""
    size = office.blobs.size(desk, sha256)
    if size is not None:
        return Response(headers={"Content-Length": str(size), "Upload-Offset": str(size)})
    offset = office.partial_blobs.offset(desk, sha256)
    return Response(status_code=204, headers={"Upload-Offset": str(offset), "Cache-Control": "no-store"})


@router.get(
    "/blobs/{sha256}", response_class=Response, responses=documented(401, 403, 404, 422, 503) | {200: _BYTES}
)
def read_blob(office: Services, desk: ADesk, sha256: Sha256) -> Response:
    """The bytes; they never change, so they may be kept for ever."""
    content = office.blobs.read(desk, sha256)
    headers = {"Cache-Control": "private, max-age=31536000, immutable", "ETag": f'"{sha256}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)
