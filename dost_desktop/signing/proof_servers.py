"""The way over HTTP to the servers of authorities: time stamps, and words about revoked certificates."""

from __future__ import annotations

import ssl
import threading
import time
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final
from urllib.parse import urlsplit

import requests
import truststore
import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies

from dost_desktop.signing.proof_port import Asked, Silence

_PIECE: Final = 64 * 1024
_OK: Final = 200


_TYPES: Final = {
    Asked.TIME_STAMP: ("application/timestamp-query", "application/timestamp-reply"),
    Asked.REVOCATION_ANSWER: ("application/ocsp-request", "application/ocsp-response"),
    Asked.REVOCATION_LIST: ("", "application/pkix-crl"),
}
_LARGEST: Final = {
    Asked.TIME_STAMP: 256 * 1024,
    Asked.REVOCATION_ANSWER: 256 * 1024,
    Asked.REVOCATION_LIST: 32 * 1024 * 1024,
}


@dataclass(frozen=True, slots=True)
class HttpProofServers:
    """Over HTTP(S). The answers are signed, so plain HTTP, which authorities use, is enough.

    No redirects, cookies or passwords of the environment; ``authority`` is one more certificate file for HTTPS.
    """

    authority: Path | None = None

    def ask(self, address: str, question: bytes, *, asked: Asked, within: float) -> bytes | Silence:
        """See `proof_port.ProofServers`."""
        if not _is_address(address):
            return Silence.NO_ADDRESS
        until = time.monotonic() + within
        answers: SimpleQueue[bytes | Silence] = SimpleQueue()

        def carry() -> None:
            answers.put(self._carried(address, question, asked, until))

        # a thread of its own: a name server or a trickle of headers knows no whole-time limit
        threading.Thread(target=carry, name="proof-server", daemon=True).start()
        try:
            return answers.get(timeout=within)
        except Empty:
            return Silence.TOO_SLOW

    def _carried(self, address: str, question: bytes, asked: Asked, until: float) -> bytes | Silence:
        sent, wanted = _TYPES[asked]
        headers = {"Accept": wanted, "User-Agent": "dost-desktop"} | ({"Content-Type": sent} if sent else {})
        left = max(0.1, until - time.monotonic())
        try:
            with (
                _line(address, self.authority) as line,
                line.request(
                    "POST" if sent else "GET",
                    address,
                    data=question if sent else None,
                    headers=headers,
                    timeout=(left, left),
                    allow_redirects=False,
                    stream=True,
                ) as answer,
            ):
                if answer.status_code != _OK:
                    return Silence.REFUSED
                return _content(answer, _LARGEST[asked], until)
        except requests.Timeout:
            return Silence.TOO_SLOW
        except (OSError, ValueError, urllib3.exceptions.HTTPError):  # ValueError: an address that is none
            return Silence.UNREACHABLE


def _is_address(address: str) -> bool:
    try:
        return urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        return False


def _content(answer: requests.Response, largest: int, until: float) -> bytes | Silence:
    content = bytearray()
    for piece in answer.iter_content(_PIECE):
        content += piece
        if len(content) > largest:
            return Silence.TOO_LARGE
        if time.monotonic() > until:
            return Silence.TOO_SLOW
    return bytes(content)


def _line(address: str, authority: Path | None) -> requests.Session:
    line = requests.Session()
    line.trust_env = False
    if urlsplit(address).hostname not in {"127.0.0.1", "::1", "localhost"}:
        line.proxies.update(get_environ_proxies(address))
    line.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    if address.startswith("https"):
        line.mount("https://", _OsTrust(authority))
    return line


class _OsTrust(HTTPAdapter):
    """HTTPS verified against the operating system's store."""

    def __init__(self, authority: Path | None) -> None:
        self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if authority is not None:
            self._context.load_verify_locations(authority)
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        """Every connection of the pool uses the store."""
        super().init_poolmanager(*args, **(more | {"ssl_context": self._context}))

    def cert_verify(self, conn: Any, *_asked: Any, **_also: Any) -> None:
        """Not the certificates that came with a library: they are not the office's to manage."""
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None
