"""A request that may come twice: with an ``Idempotency-Key`` it is carried out once (IETF httpapi draft 07)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Header, Request
from pydantic import BaseModel

from central_api.office import Office
from central_api.routes.doors import Services, caller_of
from central_api.tokens import Caller

M = TypeVar("M", bound=BaseModel)
_KEY = r'^("[A-Za-z0-9._:-]{8,100}"|[A-Za-z0-9._:-]{8,100})?$'


@dataclass(frozen=True, slots=True)
class _Once:
    office: Office
    caller: Caller
    key: str
    asked: str

    def __call__(self, kind: type[M], do: Callable[[], M]) -> M:
        """What ``do`` gives; when this request bears a key that was answered, that answer."""
        if not self.key:
            return do()
        return self.office.answered.once(self.caller, self.key, self.asked, kind, do)


async def _once(
    request: Request,
    office: Services,
    caller: Annotated[Caller, Depends(caller_of)],
    key: Annotated[str, Header(alias="idempotency-key", pattern=_KEY)] = "",
) -> _Once:
    head = f"{request.method} {request.url.path}\n".encode()
    asked = hashlib.sha256(head + await request.body()).hexdigest()
    return _Once(office, caller, key.strip('"'), asked)


Once = Annotated[_Once, Depends(_once)]
