"""The page behind the QR code, open to everybody."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, File, Header, Query, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from central_api.file_answers import judge
from central_api.problems import documented
from central_api.routes.doors import OPEN, Services
from central_api.typed_codes import read_code
from central_api.verify_page import (
    Reader,
    file_page,
    language_of,
    malformed_page,
    no_file_page,
    notice_page,
    start_page,
)
from central_api.verify_style import HEADERS

_MALFORMED: Final[dict[int | str, dict[str, Any]]] = {
    404: {"description": "No paper can have this code", "content": {"text/html": {}}},
    **documented(422),
}
_LED_ON: Final[dict[int | str, dict[str, Any]]] = {
    303: {"description": "To the page of the code"},
    **_MALFORMED,
}

router = APIRouter(prefix="/v", tags=["public"], dependencies=OPEN)


def _reader(
    office: Services,
    lang: Annotated[str, Query(max_length=10)] = "",
    accepted: Annotated[str, Header(alias="accept-language", max_length=1000)] = "",
) -> Reader:
    return Reader(language_of(lang, accepted), office.deployment.is_practice, office.clock())


AReader = Annotated[Reader, Depends(_reader)]


def _answer(text: str, reader: Reader, status: int = 200) -> HTMLResponse:
    return HTMLResponse(text, status, HEADERS | {"Content-Language": reader.language})


def _malformed(typed: str, reader: Reader) -> HTMLResponse:
    return _answer(malformed_page(typed, reader), reader, 404)


@router.get(
    "",
    response_class=HTMLResponse,
    responses=_LED_ON,
)
def start(reader: AReader, code: Annotated[str, Query(max_length=300)] = "") -> Response:
    """Where the code is typed; a typed one leads to its page."""
    if not code.strip():
        return _answer(start_page(reader), reader)
    meant = read_code(code)
    if meant is None:
        return _malformed(code, reader)
    return RedirectResponse(f"/v/{meant}?lang={reader.language}", 303, HEADERS)


@router.get("/{code}", response_class=HTMLResponse, responses=_MALFORMED)
def show(office: Services, reader: AReader, code: str) -> HTMLResponse:
    """Whether the notice with this code is genuine; no personal data beyond the paper."""
    meant = read_code(code)
    if meant is None:
        return _malformed(code, reader)
    return _answer(notice_page(meant, office.notices.find(meant), reader), reader)


@router.post("/{code}", response_class=HTMLResponse, responses=_MALFORMED)
def compare(
    office: Services, reader: AReader, code: str, pdf: Annotated[UploadFile | None, File()] = None
) -> HTMLResponse:
    """Whether an uploaded file is the signed one, by its bytes and by its signatures; it is not kept."""
    meant = read_code(code)
    if meant is None:
        return _malformed(code, reader)
    notice = office.notices.find(meant)
    content = pdf.file.read() if pdf else b""
    if not content:
        return _answer(no_file_page(meant, notice, reader), reader)
    checked = office.file_checks.check(content, office.clock())
    answer = judge(content, checked, notice, office.notices)
    return _answer(file_page(meant, notice, answer, reader), reader)
