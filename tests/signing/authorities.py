"""Certificate, revocation and time-stamping authorities that answer over HTTP (certomancer), at any moment."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto.x509 import Certificate
from certomancer.integrations.animator import Animator, AnimatorArchStore
from certomancer.registry import ArchLabel, CertLabel, CertomancerConfig
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from werkzeug.serving import make_server

from tests.signing.conftest import AGENT, PIN

RSA_KEYS = ("root", "interm", "agent", "tsa")
P256_KEYS = (
    "lists",
    "ocsp",
    "lists-agent",
    "revoked",
    "young",
    "tsa-late",
    "tsa-lost",
    "stranger",
    "stranger-tsa",
)


def _ca(issuer: str, key: str, **repos: str) -> dict[str, Any]:
    return {
        "subject": key,
        "subject-key": key,
        "issuer": issuer,
        "authority-key": issuer,
        "validity": {"valid-from": "2020-01-01T00:00:00+0000", "valid-to": "2050-01-01T00:00:00+0000"},
        "profiles": [
            {"id": "simple-ca", "params": {each.replace("_", "-"): to for each, to in repos.items()}}
        ],
    }


def _leaf(issuer: str, key: str, *, until: str = "2028-01-01", **more: Any) -> dict[str, Any]:
    usage = {"schema": "key-usage", "params": ["digital_signature", "non_repudiation"]}
    return {
        "subject": key,
        "subject-key": key,
        "issuer": issuer,
        "authority-key": issuer,
        "validity": {"valid-from": "2026-01-01T00:00:00+0000", "valid-to": f"{until}T00:00:00+0000"},
        "extensions": [{"id": "key_usage", "critical": True, "smart-value": usage}],
        **more,
    }


def _stamper(issuer: str, key: str, **more: Any) -> dict[str, Any]:
    leaf = _leaf(issuer, key, **more)
    leaf["extensions"].append({"id": "extended_key_usage", "critical": True, "value": ["time_stamping"]})
    return leaf


def _revoked(reason: str, since: str) -> dict[str, Any]:
    return {"revocation": {"revoked-since": since, "reason": reason}}


CERTIFICATES = {
    "root": _ca("root", "root", crl_repo="root"),
    "stranger": _ca("stranger", "stranger"),
    "interm": _ca("root", "interm", crl_repo="interm", ocsp_service="interm"),
    "lists": _ca("root", "lists", crl_repo="lists"),
    "ocsp": _leaf("interm", "ocsp", profiles=["ocsp-responder"]),
    "agent": _leaf("interm", "agent"),
    "revoked": _leaf("interm", "revoked", **_revoked("key_compromise", "2026-11-24T12:00:00+0000")),
    "young": _leaf("interm", "young", until="2026-12-01"),
    "lists-agent": _leaf("lists", "lists-agent"),
    "tsa": _stamper("root", "tsa"),
    "tsa-late": _stamper("root", "tsa-late", until="2040-01-01"),
    "tsa-lost": _stamper("root", "tsa-lost", **_revoked("key_compromise", "2026-11-26T00:00:00+0000")),
    "stranger-tsa": _stamper("stranger", "stranger-tsa"),
}
SERVICES = {
    "ocsp": {"interm": {"for-issuer": "interm", "responder-cert": "ocsp", "signing-key": "ocsp"}},
    "crl-repo": {
        each: {"for-issuer": each, "signing-key": each, "simulated-update-schedule": "P1D"}
        for each in ("root", "interm", "lists")
    },
    "time-stamping": {
        each: {"signing-key": each, "signing-cert": each}
        for each in ("tsa", "tsa-late", "tsa-lost", "stranger-tsa")
    },
}


class Authorities:
    """The authorities on a port of this machine; ``at`` is the moment in which they live."""

    def __init__(self, folder: Path, port: int, at: datetime) -> None:
        for name in (*RSA_KEYS, *P256_KEYS):
            key = (
                rsa.generate_private_key(public_exponent=65537, key_size=2048)
                if name in RSA_KEYS
                else ec.generate_private_key(ec.SECP256R1())
            )
            pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            (folder / f"{name}.pem").write_bytes(pem)
        names = (*RSA_KEYS, *P256_KEYS)
        called = {name: {"common-name": f"Sınaq mərkəzi {name}"} for name in names}
        called |= {name: {"common-name": AGENT} for name in ("agent", "lists-agent", "revoked", "young")}
        self.folder, self.address = folder, f"http://127.0.0.1:{port}"
        config = CertomancerConfig(
            {
                "external-url-prefix": self.address,
                "keysets": {"keys": {"keys": {name: {"path": f"{name}.pem"} for name in names}}},
                "pki-architectures": {
                    "dost": {
                        "keyset": "keys",
                        "entity-defaults": {"country-name": "AZ", "organization-name": "Sınaq"},
                        "entities": called,
                        "certs": CERTIFICATES,
                        "services": SERVICES,
                    }
                },
            },
            key_search_dir=str(folder),
        )
        self._pki = config.get_pki_arch(ArchLabel("dost"))
        store = AnimatorArchStore({ArchLabel("dost"): self._pki})
        self._animator = Animator(store, at_time=at, with_web_ui=False)
        self.asked: list[str] = []

    @property
    def at(self) -> datetime:
        return self._animator.fixed_time

    @at.setter
    def at(self, moment: datetime) -> None:
        self._animator.fixed_time = moment

    def __call__(self, environ: Any, start: Any) -> Any:
        self.asked.append(environ["PATH_INFO"])
        return self._animator(environ, start)

    def certificate(self, name: str) -> Certificate:
        return self._pki.get_cert(CertLabel(name))

    def pem(self, name: str) -> bytes:
        der = self.certificate(name).dump()
        return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)

    def stamping(self, name: str = "tsa") -> str:
        """The address of a time-stamping authority."""
        return f"{self.address}/dost/tsa/{name}"

    def key_file(self, name: str = "agent") -> Path:
        """The agent's key with its certificate and the authority between it and the root."""
        file = self.folder / f"{name}.p12"
        if not file.exists():
            key: Any = load_pem_private_key((self.folder / f"{name}.pem").read_bytes(), None)
            own = self.certificate(name)
            above = "lists" if name.startswith("lists") else "interm"
            chain = [x509.load_der_x509_certificate(self.certificate(above).dump())]
            mine = x509.load_der_x509_certificate(own.dump())
            locked = BestAvailableEncryption(PIN.encode())
            file.write_bytes(pkcs12.serialize_key_and_certificates(b"imza", key, mine, chain, locked))
        return file


@contextmanager
def answering(folder: Path, at: datetime) -> Iterator[Authorities]:
    """The authorities, answering until the block ends."""
    handler: list[Authorities] = []

    def handle(environ: Any, start: Any) -> Any:
        return handler[0](environ, start)  # the port is known before the authorities, which name it

    server = make_server("127.0.0.1", 0, handle, threaded=True)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    handler.append(Authorities(folder, server.port, at))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield handler[0]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
