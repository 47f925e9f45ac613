"""JSON as it is taken from strangers: UTF-8, no key twice, no number that is none, not too deep and not too much."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Coroutine
from typing import Any, Final

from fastapi import Request, Response
from fastapi.routing import APIRoute

from central_api.problems import Unreadable

DEEPEST: Final = 32
MOST_ITEMS: Final = 400_000  # commas and brackets: a full push has a tenth of it
_LARGEST_WHOLE: Final = 2**53  # beyond it programs read different numbers (RFC 7493)
_OPENING: Final = b"[", b"{"


class StrictRoute(APIRoute):
    """A route that reads its JSON with ``read_json``."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, given a request of ours."""
        handle = super().get_route_handler()

        async def strictly(request: Request) -> Response:
            return await handle(_StrictRequest(request.scope, request.receive))

        return strictly


class _StrictRequest(Request):
    async def json(self) -> Any:
        return read_json(await self.body())


def read_json(body: bytes) -> Any:
    """What ``body`` says. Raises Unreadable 400 ``request.not_json``, 422 ``request.too_complex``."""
    openings = sum(body.count(each) for each in _OPENING)
    if openings + body.count(b",") > MOST_ITEMS:
        raise Unreadable(422, "request.too_complex")
    try:
        read = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_refused,
            parse_float=_number,
            parse_int=_whole,
        )
        if b"\\u" in body:  # half of a surrogate pair is no text
            json.dumps(read, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise Unreadable(422, "request.too_complex") from None
    except ValueError:
        raise Unreadable(400, "request.not_json") from None
    if openings > DEEPEST and _is_too_deep(read):
        raise Unreadable(422, "request.too_complex")
    return read


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a key twice")
    return read


def _refused(_name: str) -> Any:
    raise ValueError("NaN or Infinity")


def _number(text: str) -> float:
    read = float(text)
    if not math.isfinite(read):
        raise ValueError("not a number of ours")
    return read


def _whole(text: str) -> int:
    read = int(text)
    if abs(read) > _LARGEST_WHOLE:
        raise ValueError("not a number of ours")
    return read


def _is_too_deep(read: Any) -> bool:
    level = [read]
    for _ in range(DEEPEST):
        level = [
            each
            for holder in level
            for each in (holder.values() if isinstance(holder, dict) else holder)
            if isinstance(each, dict | list)
        ]
        if not level:
            return False
    return True
