"""Serving until told to stop: the port file says where, and exists only while somebody listens there."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Final

import uvicorn
from fastapi import FastAPI

from central_api.bell import Bell
from dost_desktop.whole_file import put_in_place

_PATIENCE: Final = 5  # seconds for requests in progress


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, port_file: Path | None, bell: Bell) -> None:
        super().__init__(config)
        self.port_file, self.bell = port_file, bell

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and self.port_file and sockets:
            fresh = self.port_file.with_suffix(".new")
            fresh.write_text(f"{sockets[0].getsockname()[1]}\n", encoding="ascii")
            put_in_place(fresh, self.port_file)  # a reader never sees half a number

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.bell.close()  # desks that wait for the feed get their empty page now
        if self.port_file:
            self.port_file.unlink(missing_ok=True)
        await super().shutdown(sockets)


def serve(app: FastAPI, bell: Bell, host: str, port: int, port_file: Path | None) -> None:
    """Serve until SIGTERM or Ctrl+C; both end it cleanly. ``port`` 0 takes a free one."""
    config = uvicorn.Config(
        app, log_config=None, access_log=False, timeout_graceful_shutdown=_PATIENCE, server_header=False
    )
    with _quiet_signals(), socket.create_server((host, port), backlog=2048) as listening:
        # asyncio does this only for sockets it opened itself; without it every answer waits 40 ms for an ACK
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _Server(config, port_file, bell).run(sockets=[listening])


@contextlib.contextmanager
def _quiet_signals() -> Iterator[None]:
    """Uvicorn raises the signals it got again when it is done: here that is no reason to die of them."""

    def nothing(_signal: int, _frame: FrameType | None) -> None:
        return

    names = ("SIGINT", "SIGTERM", "SIGBREAK")  # the last is Windows' way to end one's own child
    ends = [signal.Signals[name] for name in names if hasattr(signal, name)]
    before = {each: signal.signal(each, nothing) for each in ends}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
