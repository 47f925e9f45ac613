"""A request that meets a database in trouble ends with a documented 503, never with 500; nothing is half done."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from central_api.database_trouble import trouble_of
from central_api.problems import answer

_log = logging.getLogger(__name__)


def install(app: FastAPI) -> None:
    """Answer for the database: ``database.away``, ``database.busy`` or ``database.full``."""

    async def troubled(request: Request, error: Exception) -> JSONResponse:
        trouble = trouble_of(error)
        if trouble is None:  # a mistake of ours
            raise error
        _log.warning("database in trouble", extra={"trouble": trouble.code})
        return answer(request, 503, trouble.code, headers={"Retry-After": str(trouble.retry_after)})

    app.add_exception_handler(DBAPIError, troubled)
    app.add_exception_handler(PoolTimeout, troubled)
