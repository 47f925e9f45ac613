"""A central API whose systems answer over HTTP: a ministry that speaks the contract, on the loopback."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
import uvicorn
from starlette.types import ASGIApp

from central_api.adapters.setting_names import SETTING_NAMES, System, setting_name
from central_api.office import Office
from tests.central_api.adapters.ministry import TOKEN, Ministry, build_ministry
from tests.central_api.practice_desk import Desk


@contextmanager
def served(app: ASGIApp, **more: object) -> Iterator[int]:
    """Serve ``app`` on a free port of the loopback."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=1,
        **more,  # type: ignore[arg-type]
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        while not server.started:
            time.sleep(0.002)
        yield door.getsockname()[1]
        server.should_exit = True
        thread.join()


def _of_simulators(settings: dict[str, str]) -> dict[str, str]:
    """Those that say nothing of systems."""
    return {key: value for key, value in settings.items() if key not in SETTING_NAMES}


def reaching(port: int) -> dict[str, str]:
    """Every system there, with its token."""
    return {setting_name(each, "URL"): f"http://127.0.0.1:{port}" for each in System} | {
        setting_name(each, "TOKEN"): TOKEN for each in System
    }


@pytest.fixture
def ministry() -> Ministry:
    """What the office under test asks, from the first ``new_office`` on."""
    return Ministry()


@pytest.fixture
def new_office(new_office: Callable[..., Office], ministry: Ministry) -> Iterator[Callable[..., Office]]:
    """As everywhere, but nothing is simulated in it: it asks the ministry.

    The ministry's simulators lie on the same tables as the office under test, which does not look at them itself;
    so every test written for simulators can be read, and run, with a ministry.
    """
    with ExitStack() as stack:

        def build(**settings: str) -> Office:
            if not ministry.is_open:
                ministry.opens(new_office(**_of_simulators(settings)).systems)
                ministry.port = stack.enter_context(served(build_ministry(ministry)))
            return new_office(**(reaching(ministry.port) | settings))

        yield build


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk
