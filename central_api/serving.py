"""Serving until told to stop, in this process or in several behind one door.

The port file says where, and exists only while somebody listens there.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import uvicorn

from central_api.app import build_app, build_office
from central_api.ending import ended_by
from central_api.keys import load_keys
from central_api.office import Office
from central_api.request_log import log_as_json
from central_api.settings import BadSetting, Settings, read_settings
from central_api.starting import Starting
from central_api.workers import Workers
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.domain.errors import AgentError
from dost_desktop.whole_file import put_in_place

_PATIENCE: Final = 5  # seconds for requests in progress
_NOT_TAKEN: Final = 2048  # connections that may wait at the door
_REFUSED_DOORS: Final = {
    errno.EADDRINUSE: ("--port", "is in use"),
    errno.EACCES: ("--port", "is not allowed to this user"),
    errno.EADDRNOTAVAIL: ("--host", "is not an address of this machine"),
}


class _Server(uvicorn.Server):
    """Uvicorn behind a door that is open already; ``settled`` hears how the start went."""

    def __init__(
        self, settings: Settings, settled: Callable[[Starting], None], *, is_worker: bool = False
    ) -> None:
        self.starting = Starting(
            lambda: _opened(settings), build_app, self._start_settled, settings.public_url
        )
        self._tell, self._is_worker = settled, is_worker
        super().__init__(
            uvicorn.Config(
                self.starting,
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=_PATIENCE,
                server_header=False,
                proxy_headers=False,  # app.py believes the proxies that the settings name
            )
        )

    def _start_settled(self) -> None:
        self._tell(self.starting)
        if self.starting.refused:
            self.end()

    def end(self) -> None:
        """Serve what was begun, then return from ``run``."""
        self.should_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ours: Uvicorn's raises what it caught once more when it is done, and dies of it."""
        with ended_by(self.end, also_keyboard=not self._is_worker):
            yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let nobody wait for the feed any more: they get their empty page now."""
        self.starting.stop_waiting()
        await super().shutdown(sockets)


def serve(data: Path, host: str, port: int, port_file: Path | None, workers: int) -> None:
    """Serve until SIGTERM or Ctrl+C; both end it cleanly. ``port`` 0 takes a free one.

    Raises BadSetting, or Refused by a process, for what an administrator has to mend. A database that is away is
    waited for.
    """
    settings = read_settings(data, os.environ)
    if workers > 1 and settings.database_url.startswith("sqlite"):
        raise BadSetting(
            "--workers", "several processes need PostgreSQL (DATABASE_URL): SQLite has one writer"
        )
    load_keys(settings)  # a damaged one is said before anybody listens; the first start makes them for all
    with _door(host, port) as door, contextlib.ExitStack() as told:

        def write_port_file() -> None:
            if port_file and not port_file.exists():
                fresh = port_file.with_suffix(".new")
                fresh.write_text(f"{door.getsockname()[1]}\n", encoding="ascii")
                put_in_place(fresh, port_file)  # a reader never sees half a number

        if port_file:
            port_file.unlink(missing_ok=True)  # of a server that was killed
            told.callback(port_file.unlink, missing_ok=True)
        if workers > 1:
            Workers(_work, data, door, workers, write_port_file).run()
            return
        server = _Server(settings, lambda starting: None if starting.refused else write_port_file())
        server.run(sockets=[door])
        if server.starting.refused:
            raise server.starting.refused


def _work(data: Path, door: socket.socket, parent: Connection) -> None:
    """One of several processes: serves until its parent says so, or is gone."""
    log_as_json()

    def tell(starting: Starting) -> None:
        refused = starting.refused
        said = str(refused) if isinstance(refused, AgentError) else "a fault of the program: see the log"
        with contextlib.suppress(OSError):  # the parent is gone: then we end too
            parent.send(said if refused else "")

    server = _Server(read_settings(data, os.environ), tell, is_worker=True)

    def obey() -> None:
        with contextlib.suppress(EOFError, OSError):
            parent.recv()
        server.end()

    threading.Thread(target=obey, name="parent", daemon=True).start()
    server.run(sockets=[door])


def _opened(settings: Settings) -> Office:
    """The office for serving. Raises BadSetting when its documents cannot be kept where they should."""
    office = build_office(settings, [load_catalogue()])
    is_folder = "://" not in settings.blob_url  # another store may be away for a moment: readiness tells
    if is_folder and not office.blobs.is_writable():
        office.stop()
        raise BadSetting("DOST_BLOB_URL", "cannot be written to")
    return office


@contextlib.contextmanager
def _door(host: str, port: int) -> Iterator[socket.socket]:
    """The listening socket. Raises BadSetting when it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.getaddrinfo(host, port, family)
        door = socket.create_server((host, port), family=family, backlog=_NOT_TAKEN)
    except OverflowError:
        raise BadSetting("--port", "is a number from 0 to 65535") from None
    except socket.gaierror:
        raise BadSetting("--host", "is not an address") from None
    except OSError as error:
        raise BadSetting(
            *_REFUSED_DOORS.get(error.errno or 0, ("--host", error.strerror or "cannot be used"))
        ) from None
    with door:
        # asyncio does this only for sockets it opened itself; without it every answer waits 40 ms for an ACK
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield door
