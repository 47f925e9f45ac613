"""The bare server: FastAPI, the statements that ours executed in their transactions, and an answer of the same JSON.

It looks at nothing: no token, no signature, no rule. Statement and values were recorded from ours on a copy of the
same database, so the same rows are read and written. Connections, pool and settings of the database are ours.
"""

from __future__ import annotations

import os
import pickle
import socket
import sys
from pathlib import Path
from typing import Annotated, Any

import uvicorn
from fastapi import Body, FastAPI, Header
from starlette.responses import JSONResponse

from central_api.database import Database
from tests.benchmarks.recorded import Recorded


def bare_app(database: Database, scripts: dict[str, Recorded]) -> FastAPI:
    """Every request names its recording in ``X-Nth``."""
    app = FastAPI(docs_url=None, redoc_url=None)

    def play(nth: str) -> JSONResponse:
        script = scripts[nth]
        for is_writing, statements in script.transactions:
            with database.writing() if is_writing else database.reading() as connection:
                for statement, values in statements:
                    result = connection.exec_driver_sql(statement, values)
                    if result.returns_rows:
                        result.all()
        return JSONResponse(script.answer)

    @app.post("/v1/push")
    def push(x_nth: Annotated[str, Header()], _runs: Annotated[dict[str, Any], Body()]) -> Any:
        return play(x_nth)

    @app.get("/v1/feed")
    def feed(x_nth: Annotated[str, Header()], cursor: str = "", limit: int = 100) -> Any:
        return play(x_nth)

    @app.get("/v1/files/{file_id}")
    def read_file(x_nth: Annotated[str, Header()], file_id: str, purpose: str) -> Any:
        return play(x_nth)

    return app


def main(data: str, scripts: str, port_file: str) -> None:
    """Serve until the process is ended."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{(Path(data) / 'central.sqlite3').as_posix()}"
    app = bare_app(Database(url), pickle.loads(Path(scripts).read_bytes()))
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as central_api.serving does
        fresh = Path(port_file).with_suffix(".new")
        fresh.write_text(str(door.getsockname()[1]), "ascii")
        fresh.replace(port_file)
        config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[door])


if __name__ == "__main__":
    main(*sys.argv[1:])
