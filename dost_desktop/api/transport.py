"""One request and what came of it: whatever a network or a stranger may do ends here as a typed answer."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlsplit
from uuid import uuid4

import requests
import urllib3
from pydantic import BaseModel, ValidationError
from requests.auth import AuthBase
from requests.utils import get_environ_proxies

from dost_desktop.api.deadline import PunctualAdapter, listening_until
from dost_desktop.api.silences import is_hung_up, silence_of
from dost_desktop.api.trust import OsTrust
from dost_desktop.contract.messages import Problem
from dost_desktop.sync.needs import NoAnswer, Silence

M = TypeVar("M", bound=BaseModel)
JSON: Final = "application/json"
BYTES: Final = "application/octet-stream"
NOTHING: Final = ""  # the type of an answer without content
PROBLEM: Final = "application/problem+json"
PART: Final = "application/offset+octet-stream"  # of tus 1.0
_LARGEST: Final = 64 * 1024 * 1024  # bytes of one answer
_PIECE: Final = 64 * 1024
_NO_CONTENT: Final = 204
_NOT_MODIFIED: Final = 304
_TOO_LARGE: Final = 413
_OVERLOADED: Final = {429, 502, 503, 504}
_UNAUTHORIZED: Final = 401


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a request may take, in seconds: to connect, between two pieces, altogether."""

    connect: float = 3.0
    read: float = 10.0
    whole: float = 60.0


PATIENT: Final = Patience()


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked. ``query`` and ``path`` never hold personal data: addresses end up in logs."""

    method: str
    path: str
    body: BaseModel | bytes | None = field(default=None, repr=False)
    query: Mapping[str, str | int | float] = field(default_factory=dict)
    patience: Patience = PATIENT
    key: str = ""  # of a request that is carried out once, however often it arrives (Idempotency-Key)
    answer: str = JSON  # the type of a positive answer; NOTHING: it has no content
    known_tag: str = ""  # the ETag of the answer that is held already: it need not come again
    offset: int | None = None  # of a part of a document: where it begins (Upload-Offset)
    length: int = 0  # of the whole document (Upload-Length)


@dataclass(frozen=True, slots=True)
class Received:
    """A positive answer of the type asked for, or one without content."""

    body: bytes = field(repr=False)
    tag: str = ""  # its ETag
    is_unchanged: bool = False  # the answer held under ``known_tag`` still stands; nothing came
    offset: int | None = None  # how many bytes of a document the server has, where it says so
    is_whole: bool = False  # and that these are all of them


@dataclass(frozen=True, slots=True)
class _Stale:
    """Nothing came back because the other end had hung up; all our questions are safe to repeat."""

    silence: NoAnswer


class Transport:
    """The line to one central API; any thread may use it."""

    def __init__(
        self, base_url: str, *, program: str = "dost-desktop", authority: Path | None = None
    ) -> None:
        self._base = base_url.rstrip("/")
        address = urlsplit(self._base)
        self._session = requests.Session()
        # the environment may not change whom we trust, nor put a .netrc password in place of our token
        self._session.trust_env = False
        if address.hostname not in {"127.0.0.1", "::1", "localhost"}:
            self._session.proxies.update(get_environ_proxies(self._base))
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.update({"Accept": f"{JSON}, {BYTES};q=0.5", "User-Agent": program})
        self._session.mount("https://", OsTrust(authority))
        self._session.mount("http://", PunctualAdapter())

    def send(self, request: Request, token: str = "") -> Received | Problem | NoAnswer:
        """Ask. Never raises for what the network or the server does."""
        headers = {"X-Request-ID": str(uuid4())}
        if request.key:
            headers["Idempotency-Key"] = f'"{request.key}"'
        if request.known_tag:
            headers["If-None-Match"] = request.known_tag
        content = request.body
        if isinstance(content, BaseModel):
            headers["Content-Type"] = JSON
            content = content.model_dump_json().encode()
        elif request.offset is not None:
            headers |= {"Upload-Offset": str(request.offset), "Upload-Length": str(request.length)}
            headers["Content-Type"] = PART
        elif content is not None:
            headers["Content-Type"] = BYTES
        until = time.monotonic() + request.patience.whole
        with listening_until(until):
            answer = self._send_once(request, content, headers, token, until)
            if isinstance(
                answer, _Stale
            ):  # the server had hung up on this connection while nothing was asked
                answer = self._send_once(request, content, headers, token, until)
        return answer.silence if isinstance(answer, _Stale) else answer

    def _send_once(
        self, request: Request, content: bytes | None, headers: Mapping[str, str], token: str, until: float
    ) -> Received | Problem | NoAnswer | _Stale:
        try:
            with self._session.request(
                request.method,
                self._base + request.path,
                params=dict(request.query),
                data=content,
                headers=headers,
                auth=_Bearer(token),
                timeout=(request.patience.connect, request.patience.read),
                allow_redirects=False,
                stream=True,
            ) as response:
                return _judged(response, request, until)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            silence = silence_of(error)
            return _Stale(silence) if is_hung_up(error) else silence

    def close(self) -> None:
        """Hang up."""
        self._session.close()


def read_message(kind: type[M], received: Received) -> M | NoAnswer:
    """The message of this kind, or that it is none."""
    try:
        return kind.model_validate_json(received.body)
    except ValidationError as error:
        places = [
            ".".join(str(part) for part in each["loc"]) for each in error.errors(include_input=False)[:3]
        ]
        return NoAnswer(Silence.OTHER_SCHEMA, f"{kind.__name__}: {', '.join(places)}")


class _Bearer(AuthBase):
    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _judged(response: requests.Response, request: Request, until: float) -> Received | Problem | NoAnswer:
    status, tag = response.status_code, response.headers.get("ETag", "")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if status == _NOT_MODIFIED and request.known_tag and tag == request.known_tag:
        return Received(b"", tag, is_unchanged=True)
    if 300 <= status < 400:
        return NoAnswer(Silence.CAPTIVE_PORTAL, f"status {status}")
    if request.method == "HEAD":
        return _judged_head(response, kind)
    body = _whole_body(response, until)
    if isinstance(body, NoAnswer):
        return body
    if kind == PROBLEM:
        return _problem(response, body)
    if status >= 400:
        if status == _TOO_LARGE:  # said by whoever stands before the central API: this request, not the line
            return Problem(title="", status=status, code="request.too_large")
        if status >= 500 or status == 429:
            return NoAnswer(Silence.UNWELL, f"status {status}", _retry_after(response))
        return NoAnswer(
            Silence.CAPTIVE_PORTAL if "html" in kind else Silence.OTHER_SCHEMA, f"status {status}"
        )
    if (status == _NO_CONTENT) != (request.answer == NOTHING):
        return NoAnswer(
            Silence.CAPTIVE_PORTAL if "html" in kind else Silence.OTHER_SCHEMA, f"status {status}"
        )
    if not body and status != _NO_CONTENT and "Content-Length" not in response.headers:
        return NoAnswer(Silence.CUT, "cut in the headers")
    if kind != request.answer and (body or "html" in kind):
        return NoAnswer(
            Silence.CAPTIVE_PORTAL if "html" in kind else Silence.OTHER_SCHEMA, f"type {kind[:40]}"
        )
    return Received(body, tag, offset=_offset(response))


def _judged_head(response: requests.Response, kind: str) -> Received | Problem | NoAnswer:
    """An answer that has no body: of a problem only the status came, and whether it was about the token."""
    status = response.status_code
    if "html" in kind:
        return NoAnswer(Silence.CAPTIVE_PORTAL, f"status {status}")
    if status < 300:
        return Received(b"", offset=_offset(response), is_whole=status != _NO_CONTENT)
    if status >= 500 or status == 429:
        return NoAnswer(Silence.UNWELL, f"status {status}", _retry_after(response))
    if kind != PROBLEM:
        return NoAnswer(Silence.OTHER_SCHEMA, f"status {status}")
    is_token = status == _UNAUTHORIZED and response.headers.get("WWW-Authenticate") == "Bearer"
    return Problem(title="", status=status, code="token.unknown" if is_token else "")


def _offset(response: requests.Response) -> int | None:
    text = response.headers.get("Upload-Offset", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


def _whole_body(response: requests.Response, until: float) -> bytes | NoAnswer:
    pieces: list[bytes] = []
    size = 0
    while piece := response.raw.read1(_PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > _LARGEST:
            return NoAnswer(Silence.OTHER_SCHEMA, "too large")
        if time.monotonic() > until:  # a server that sends byte by byte never runs into the read timeout
            return NoAnswer(Silence.TIMEOUT, "too slow")
    promised = response.headers.get("Content-Length", "")
    if promised.isdigit() and "Content-Encoding" not in response.headers and int(promised) != size:
        return NoAnswer(Silence.CUT, "shorter than promised")
    return b"".join(pieces)


def _problem(response: requests.Response, body: bytes) -> Problem | NoAnswer:
    after = _retry_after(response)
    try:
        stated = json.loads(body)
        problem = Problem.model_validate({**stated, **({} if after is None else {"retry_after": after})})
    except (ValueError, TypeError, RecursionError):
        return NoAnswer(Silence.OTHER_SCHEMA, f"status {response.status_code}", after)
    if problem.status != response.status_code or not isinstance(stated.get("facts", {}), dict):
        return NoAnswer(Silence.OTHER_SCHEMA, "status or facts", after)
    if problem.status in _OVERLOADED and not problem.code:
        return NoAnswer(Silence.UNWELL, f"status {problem.status}", after)
    return problem


def _retry_after(response: requests.Response) -> float | None:
    """Seconds; the form with a date is not used between the two programs and counts as unstated."""
    text = response.headers.get("Retry-After", "").strip()
    return float(min(int(text), 3600)) if text.isascii() and text.isdigit() and len(text) < 8 else None
