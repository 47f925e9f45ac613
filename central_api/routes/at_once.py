"""A route whose request is served in one thread, from the token to the answer: each further thread costs time.

For what desks do most. FastAPI would wake one thread for the token and another for the work, and take
the body apart before it asks who sends it; here a stranger's body is not even looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool

from central_api.routes.doors import AgentDoor, DeskDoor, token_of
from central_api.strict_json import StrictRoute, read_json


class AtOnceRoute(StrictRoute):
    """For an endpoint that is no coroutine and takes the office, one door's caller and one message, in this order."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler."""
        _office, door = (each.call for each in self.dependant.dependencies)
        [message] = self.dependant.body_params
        assert isinstance(door, DeskDoor | AgentDoor)  # noqa: S101 - a route of ours is written wrongly

        def serve(request: Request, body: bytes) -> Response:
            caller = door.let_in(request, token_of(request))
            read, wrong = message.validate(read_json(body) if body else None, {}, loc=("body",))
            if wrong:
                raise RequestValidationError(wrong)
            answer: Response = self.endpoint(request.app.state.office, caller, read)
            return answer

        async def handle(request: Request) -> Response:
            return await run_in_threadpool(serve, request, await request.body())

        return handle
