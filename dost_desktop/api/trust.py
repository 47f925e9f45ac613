"""Whom the desk believes on the other end of the line: the certificates of the operating system, nobody else's."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import truststore

from dost_desktop.api.deadline import PunctualAdapter


class OsTrust(PunctualAdapter):
    """Connections verified against the operating system's store (and one more authority, if the office has its own)."""

    def __init__(self, authority: Path | None = None) -> None:
        self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if authority is not None:
            self._context.load_verify_locations(authority)
        super().__init__()

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        """Every connection of the pool uses the store."""
        more["ssl_context"] = self._context
        super().init_poolmanager(*args, **more)

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
        """The same behind the office's proxy."""
        more["ssl_context"] = self._context
        return super().proxy_manager_for(proxy, **more)

    def cert_verify(self, conn: Any, *_asked: Any, **_also: Any) -> None:
        """Not the certificates that came with a library: they are not the office's to manage."""
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None
