"""One request to one system and what came back, bounded in time and size, and looked at with suspicion."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

import truststore
from urllib3 import exceptions
from urllib3.response import BaseHTTPResponse
from urllib3.util import Timeout, Url

from central_api.adapters.deadline import Deadline, SecurePool, WatchedPool
from central_api.adapters.failures import Failure, NoAnswer
from central_api.adapters.settings import Reach

JSON: Final = "application/json"
NOT_MODIFIED: Final = 304
LARGEST: Final = 4 * 1024 * 1024  # bytes of one answer
_CONNECT_AT_MOST: Final = 3.0  # seconds
_PIECE: Final = 64 * 1024
_LONGEST_WAIT: Final = 300  # seconds that a Retry-After may ask for
_OVERLOADED: Final = frozenset({429, 502, 503, 504})
_REJECTING: Final = frozenset({400, 409, 422})
_DENYING: Final = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Received:
    """A whole answer of the right type; 304 has no content."""

    status: int
    body: bytes = field(repr=False)
    tag: str = ""


class Wire:
    """Connections to one host; any thread may use it."""

    def __init__(self, url: Url, tls: ssl.SSLContext | None, at_once: int) -> None:
        host, self._prefix = (url.host or "").strip("[]"), url.path or ""
        if url.scheme == "https":
            self._pool: WatchedPool | SecurePool = SecurePool(
                host, url.port, maxsize=at_once, ssl_context=tls, cert_reqs="CERT_REQUIRED"
            )
        else:
            self._pool = WatchedPool(host, url.port, maxsize=at_once)

    def send(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str], deadline: Deadline
    ) -> Received:
        """Ask once. Raises NoAnswer for whatever the network or the other end may do instead of answering."""
        limit = max(deadline.left, 0.001)
        asked = {
            "Accept": JSON,
            "Accept-Encoding": "identity",  # what is packed may unpack to any size
            "User-Agent": "dost-central-api",
            "X-Request-ID": uuid4().hex,
            **headers,
        }
        try:
            response = self._pool.urlopen(
                method,
                self._prefix + path,
                body=body,
                headers=asked,
                retries=False,
                redirect=False,
                timeout=Timeout(connect=min(_CONNECT_AT_MOST, limit), read=limit),
                preload_content=False,
                decode_content=False,
            )
            return _received(response, deadline)
        except (exceptions.HTTPError, OSError) as error:
            raise NoAnswer(_kind_of(error, deadline)) from None  # its text may quote an address

    def close(self) -> None:
        """Hang up."""
        self._pool.close()


def trusting(reach: Reach) -> ssl.SSLContext | None:
    """Whom we believe and how we prove ourselves under TLS: the operating system's store, and our certificate.

    Raises OSError (ssl.SSLError among them) for a file that is none of that.
    """
    if reach.url.scheme != "https" and (reach.credentials is None or reach.credentials.url.scheme != "https"):
        return None
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if reach.authority is not None:
        context.load_verify_locations(reach.authority)
    if reach.certificate is not None:
        context.load_cert_chain(reach.certificate, reach.certificate_key)
    return context


def _received(response: BaseHTTPResponse, deadline: Deadline) -> Received:
    try:
        body = _whole_body(response, deadline)
        answer = _judged(response, body)
    except BaseException:
        response.close()  # what is still on its way is nobody's answer
        raise
    response.release_conn()
    return answer


def _judged(response: BaseHTTPResponse, body: bytes) -> Received:
    status, said = response.status, f"status {response.status}"
    if status == NOT_MODIFIED:
        return Received(status, b"", response.headers.get("ETag", ""))
    if 300 <= status < 400:
        raise NoAnswer(Failure.REDIRECT, said)
    if status in _OVERLOADED:
        raise NoAnswer(Failure.UNWELL, said, _retry_after(response))
    if status >= 500:
        raise NoAnswer(Failure.BROKEN, said)
    if status in _DENYING:
        raise NoAnswer(Failure.DENIED, said)
    if status in _REJECTING:
        raise NoAnswer(Failure.REJECTED, said)
    if status != 200:
        raise NoAnswer(Failure.NOT_THERE, said)
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind != JSON or response.headers.get("Content-Encoding", "identity") != "identity":
        raise NoAnswer(Failure.OTHER_MEDIA, said)
    return Received(status, body, response.headers.get("ETag", ""))


def _whole_body(response: BaseHTTPResponse, deadline: Deadline) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(_PIECE, decode_content=False):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise NoAnswer(Failure.TOO_LARGE)
    if deadline.is_over:  # hung up in the middle of an answer that stated no length
        raise NoAnswer(Failure.TIMEOUT)
    return b"".join(pieces)


def _kind_of(error: Exception, deadline: Deadline) -> Failure:
    if deadline.is_over:
        return Failure.TIMEOUT
    if isinstance(error, exceptions.NewConnectionError | exceptions.ConnectTimeoutError):
        return Failure.NO_CONNECTION  # a name that nobody knows too
    if isinstance(error, exceptions.TimeoutError):
        return Failure.TIMEOUT
    return Failure.CERTIFICATE if isinstance(error, exceptions.SSLError) else Failure.CUT


def _retry_after(response: BaseHTTPResponse) -> float | None:
    """Seconds; the contract knows no other form."""
    text = response.headers.get("Retry-After", "").strip()
    return (
        float(min(int(text), _LONGEST_WAIT)) if text.isascii() and text.isdigit() and len(text) < 8 else None
    )
