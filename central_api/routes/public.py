"""The page behind the QR code, open to everybody."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, File, Header, Query, UploadFile
from fastapi.responses import HTMLResponse

from central_api.notices import is_exactly
from central_api.problems import documented
from central_api.routes.doors import OPEN, Services
from central_api.verify_page import POLICY, Comparison, language_of, page

router = APIRouter(prefix="/v", tags=["public"], dependencies=OPEN)
_HEADERS: Final = {"Content-Security-Policy": POLICY, "Referrer-Policy": "no-referrer"}
Language = Annotated[str, Query(alias="lang", max_length=10)]
Accepted = Annotated[str, Header(alias="accept-language", max_length=1000)]


@router.get("/{code}", response_class=HTMLResponse, responses=documented(422))
def show(office: Services, code: str, lang: Language = "", accepted: Accepted = "") -> HTMLResponse:
    """Whether the notice with this code is genuine; no personal data beyond the paper."""
    notice = office.notices.find(code)
    text = page(code, notice, language_of(lang, accepted), practice=office.deployment.is_practice)
    return HTMLResponse(text, headers=_HEADERS)


@router.post("/{code}", response_class=HTMLResponse, responses=documented(400, 413, 422))
def compare(
    office: Services,
    code: str,
    pdf: Annotated[UploadFile | None, File()] = None,
    lang: Language = "",
    accepted: Accepted = "",
) -> HTMLResponse:
    """Whether an uploaded file is exactly the signed one; it is not kept."""
    notice = office.notices.find(code)
    content = pdf.file.read() if pdf else b""
    comparison: Comparison = ""
    if notice:
        comparison = ("exact" if is_exactly(notice, content) else "differs") if content else "none"
    text = page(
        code,
        notice,
        language_of(lang, accepted),
        practice=office.deployment.is_practice,
        comparison=comparison,
    )
    return HTMLResponse(text, headers=_HEADERS)
