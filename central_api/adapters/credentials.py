"""What we show a system with each question: a token that the ministry gave us, or one fetched for some minutes."""

from __future__ import annotations

import threading
import time
from base64 import b64encode
from typing import Final, Literal, Protocol
from urllib.parse import quote_plus, urlencode

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from central_api.adapters.deadline import Deadline
from central_api.adapters.failures import Failure, NoAnswer
from central_api.adapters.settings import ClientCredentials
from central_api.adapters.wire import Wire

_FORM: Final = "application/x-www-form-urlencoded"
_RENEWED_BEFORE: Final = 30.0  # seconds before a token ends


class Proof(Protocol):
    """Who we are, as a header."""

    def headers(self, deadline: Deadline) -> dict[str, str]:
        """The header of the next question. Raises NoAnswer where it cannot be had."""
        ...

    def refused(self) -> bool:
        """It was not taken; whether a new one may be."""
        ...

    def close(self) -> None: ...


class GivenToken:
    """A bearer token by setting, or none where a certificate or the network proves us."""

    def __init__(self, token: str) -> None:
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def headers(self, _deadline: Deadline) -> dict[str, str]:
        """Always the same."""
        return self._headers

    def refused(self) -> bool:
        """Nobody but the administrator can change it."""
        return False

    def close(self) -> None:
        """Nothing is held."""


class _TokenSaid(BaseModel):
    """An access token response (RFC 6749 section 5.1)."""

    model_config = ConfigDict(extra="ignore", strict=True)

    access_token: str = Field(min_length=1, max_length=8192, pattern=r"^[\x21-\x7e]+$", repr=False)
    token_type: Literal["Bearer", "bearer", "BEARER"]
    expires_in: int = Field(ge=1)


class FetchedToken:
    """OAuth 2 client credentials: fetched once for all questions, again shortly before it ends."""

    def __init__(self, known_as: ClientCredentials, wire: Wire) -> None:
        self._wire = wire
        pair = f"{quote_plus(known_as.client)}:{quote_plus(known_as.secret)}"  # RFC 6749 section 2.3.1
        self._headers = {"Authorization": f"Basic {b64encode(pair.encode()).decode()}", "Content-Type": _FORM}
        scope = {"scope": known_as.scope} if known_as.scope else {}
        self._body = urlencode({"grant_type": "client_credentials"} | scope).encode()
        self._lock = threading.Lock()
        self._token, self._until = "", 0.0

    def headers(self, deadline: Deadline) -> dict[str, str]:
        """The token that holds now. Raises NoAnswer when it cannot be fetched in time."""
        if not self._lock.acquire(timeout=deadline.left):
            raise NoAnswer(Failure.TIMEOUT, "token")
        try:
            if not self._token or time.monotonic() >= self._until:
                self._fetch(deadline)
            return {"Authorization": f"Bearer {self._token}"}
        finally:
            self._lock.release()

    def refused(self) -> bool:
        """A new one is fetched with the next question."""
        with self._lock:
            had, self._token = bool(self._token), ""
        return had

    def close(self) -> None:
        """Hang up."""
        self._wire.close()

    def _fetch(self, deadline: Deadline) -> None:
        try:
            received = self._wire.send("POST", "", self._body, self._headers, deadline)
            said = _TokenSaid.model_validate_json(received.body)
        except ValidationError:
            raise NoAnswer(Failure.OTHER_SCHEMA, "token") from None
        except NoAnswer as silent:
            failure = Failure.DENIED if silent.failure is Failure.REJECTED else silent.failure
            raise NoAnswer(failure, f"token {silent.detail}".strip(), silent.retry_after) from None
        self._token = said.access_token
        self._until = time.monotonic() + max(said.expires_in - _RENEWED_BEFORE, said.expires_in / 2)
