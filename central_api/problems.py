"""Problem answers (RFC 9457): one shape for every "no" of the server, with a stable code and no personal data."""

from __future__ import annotations

import http
import logging
from collections.abc import Mapping
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi import HTTPException as FromFastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException

from dost_desktop.contract.messages import Problem
from dost_desktop.domain.errors import InvalidValue

_log = logging.getLogger(__name__)
MEDIA_TYPE: Final = "application/problem+json"
ANYWHERE: Final = (414, 429, 431, 500, 503)  # what any route may answer
WITH_BODY: Final = (400, 408, 413, 415)  # what any route with a body may answer, besides
_OF_STATUS: Final = {  # what Starlette and FastAPI refuse by themselves
    400: "request.not_read",
    404: "route.unknown",
    405: "route.method",
    413: "request.too_large",
}
_RENAMED: Final = {  # RFC 9110's names; Python before 3.13 has older ones, and the contract must not know Python
    413: "Content Too Large",
    414: "URI Too Long",
    416: "Range Not Satisfiable",
    422: "Unprocessable Content",
}


class Problematic(Exception):
    """Ends a request with a problem answer."""

    def __init__(
        self, status: int, code: str, *, detail: str = "", retry_after: int | None = None, **facts: object
    ) -> None:
        super().__init__(code)
        self.status, self.code, self.detail, self.facts = status, code, detail, facts
        self.headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        if status == http.HTTPStatus.UNAUTHORIZED:
            self.headers["WWW-Authenticate"] = "Bearer"


class Unreadable(FromFastAPI):
    """Ends a request whose body cannot be taken: FastAPI lets only its own exceptions out of the reading."""

    def __init__(self, status: int, code: str) -> None:
        # who drips is not listened to any longer; whoever sent too much still is, or would not hear the answer
        is_slow = status == http.HTTPStatus.REQUEST_TIMEOUT
        super().__init__(status, headers={"Connection": "close"} if is_slow else None)
        self.code = code


def answer(
    request: Request,
    status: int,
    code: str,
    *,
    detail: str = "",
    facts: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The answer to ``request``."""
    problem = Problem(
        title=_phrase(status),
        status=status,
        code=code,
        detail=detail,
        request_id=request.scope.get("request_id", ""),
        **({"facts": dict(facts)} if facts else {}),
    )
    return JSONResponse(problem.model_dump(), status, dict(headers or {}), media_type=MEDIA_TYPE)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of these answers; ``ANYWHERE`` and ``WITH_BODY`` need not be named."""
    return {
        status: {
            "model": Problem,
            "description": _phrase(status),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in statuses
    }


def document_bodies(app: FastAPI) -> None:
    """Say of each route that takes a body what comes of one that cannot be read."""
    for path in app.openapi()["paths"].values():
        for route in path.values():
            if "requestBody" in route:
                said = {str(status): each for status, each in documented(*WITH_BODY).items()}
                route["responses"] = {**_as_openapi(said), **route["responses"]}


def _as_openapi(responses: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        status: {name: said for name, said in each.items() if name != "model"}
        for status, each in responses.items()
    }


def _phrase(status: int) -> str:
    """The status in words, the same under every Python."""
    return _RENAMED.get(status) or http.HTTPStatus(status).phrase


def install(app: FastAPI) -> None:
    """Every way a request can end without an answer of its own becomes a problem."""

    async def problematic(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, Problematic)  # noqa: S101 - FastAPI calls it for this type
        return answer(
            request, error.status, error.code, detail=error.detail, facts=error.facts, headers=error.headers
        )

    async def malformed(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)  # noqa: S101
        places = [
            ".".join(str(part) for part in each["loc"]) for each in error.errors()
        ]  # never the input itself
        return answer(request, 422, "request.malformed", facts={"places": places[:20]})

    async def invalid(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, InvalidValue)  # noqa: S101
        return answer(request, 422, error.problem, facts=error.facts)

    async def not_storable(request: Request, _error: Exception) -> JSONResponse:
        """PostgreSQL keeps no zero bytes in a text: whoever sends one is told so, like every other wrong value."""
        _log.warning("value not storable")
        return answer(request, 422, "request.malformed")

    async def standard(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)  # noqa: S101
        code = error.code if isinstance(error, Unreadable) else _OF_STATUS[error.status_code]
        return answer(request, error.status_code, code, headers=error.headers)

    app.add_exception_handler(Problematic, problematic)
    app.add_exception_handler(RequestValidationError, malformed)
    app.add_exception_handler(InvalidValue, invalid)
    app.add_exception_handler(DataError, not_storable)
    app.add_exception_handler(HTTPException, standard)
