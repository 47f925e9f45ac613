"""Who we are to a system, and it to us: certificates of both sides, given tokens, and tokens that are fetched."""

from __future__ import annotations

import base64
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qs
from uuid import uuid4

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from central_api.adapters.contract import AboutPerson, EmployedSaid
from central_api.adapters.failures import Failure
from central_api.adapters.line import Line
from central_api.adapters.operations import FIND_EMPLOYED
from central_api.adapters.setting_names import System
from central_api.adapters.settings import read_system_settings
from central_api.adapters.systems import Simulators, connected
from central_api.clock import now
from central_api.mas import Mas
from central_api.registers import RegisterUnreachable
from tests.central_api.adapters.conftest import served

HERE = "127.0.0.1"


class _Authority:
    """Signs certificates for a folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, name
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = self._signed(name, self.key, is_authority=True)
        self.path = folder / f"{name}.pem"
        self.path.write_bytes(self.certificate.public_bytes(Encoding.PEM))

    def gives(self, name: str, address: str = HERE) -> tuple[Path, Path]:
        """A certificate for this address, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._signed(name, key, address=address)
        paths = self.folder / f"{name}.pem", self.folder / f"{name}.key"
        paths[0].write_bytes(certificate.public_bytes(Encoding.PEM))
        paths[1].write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return paths

    def _signed(
        self, name: str, key: ec.EllipticCurvePrivateKey, *, is_authority: bool = False, address: str = HERE
    ) -> x509.Certificate:
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])
        start = datetime.now(UTC) - timedelta(days=1)
        authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        return (
            x509.CertificateBuilder(issuer, subject, key.public_key(), x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(start + timedelta(days=30))
            .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(authority, critical=False)
            .sign(self.key, hashes.SHA256())
        )


class Bridge:
    """MAS says that nobody is employed, to whoever proves who they are."""

    def __init__(self) -> None:
        self.good, self.given, self.life = "", 0, 3600
        self.authorized: list[str] = []
        self.token_answer: Response | None = None
        self.app = FastAPI()
        self.app.post(FIND_EMPLOYED.path)(self._employed)
        self.app.post("/token")(self._token)

    async def _employed(self, request: Request) -> Response:
        asked = AboutPerson.model_validate_json(await request.body())
        shown = request.headers.get("authorization", "")
        self.authorized.append(shown)
        if self.good and shown != f"Bearer {self.good}":
            return Response(status_code=401)
        return JSONResponse(EmployedSaid(version=1, asked=asked.asked, entries=()).model_dump(mode="json"))

    async def _token(self, request: Request) -> Response:
        if self.token_answer is not None:
            return self.token_answer
        pair = base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()
        assert pair == "dost%40desk:a%3Asecret+of+ours"  # form-encoded before it is put together
        asked = parse_qs((await request.body()).decode())
        assert asked == {"grant_type": ["client_credentials"], "scope": ["mas.read mas.write"]}
        self.given += 1
        self.good = f"token-{self.given}"
        return JSONResponse({"access_token": self.good, "token_type": "Bearer", "expires_in": self.life})


@pytest.fixture
def bridge() -> Bridge:
    return Bridge()


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    """Ends whatever was opened, lines before the servers that they lead to."""
    with ExitStack() as opened:
        yield opened


@pytest.fixture
def serve(stack: ExitStack) -> Callable[..., int]:
    """Serves something until the end of the test; where."""
    return lambda app, **more: stack.enter_context(served(app, **more))


@pytest.fixture
def line(stack: ExitStack) -> Callable[..., Line]:
    """A line to MAS alone, with these settings."""

    def build(url: str, **settings: str) -> Line:
        environ = {"DOST_MAS_URL": url, "DOST_SIMULATED": "meis,notary,sms,cabinet"}
        environ |= {f"DOST_MAS_{name}": value for name, value in settings.items()}
        environ |= {"DOST_SYSTEMS_SECONDS": "2", "DOST_SYSTEMS_TRIES": "2"}
        nobody: Mas = None  # type: ignore[assignment] # only the line is looked at
        simulated = Simulators(None, nobody, None, None)  # type: ignore[arg-type]
        systems = connected(read_system_settings(environ, practice=False), simulated, now)
        stack.callback(systems.close)
        return systems.lines[System.MAS]

    return build


def answers(line: Line) -> bool:
    question = AboutPerson.model_validate({"asked": str(uuid4()), "number_kind": "pin", "number": "5ABCDE7"})
    try:
        return line.ask(FIND_EMPLOYED, question).entries == ()
    except RegisterUnreachable:
        return False


def test_only_whom_the_authority_signed_for_this_address_is_believed(
    bridge: Bridge, line: Callable[..., Line], serve: Callable[..., int], tmp_path: Path
) -> None:
    ours, stranger = _Authority(tmp_path, "ours"), _Authority(tmp_path, "stranger")
    certificate, key = ours.gives("bridge")
    other, other_key = ours.gives("elsewhere", "127.0.0.2")
    port = serve(bridge.app, ssl_certfile=certificate, ssl_keyfile=key)
    url = f"https://{HERE}:{port}"
    right = line(url, AUTHORITY=str(ours.path))
    assert answers(right)
    for wrong in (line(url), line(url, AUTHORITY=str(stranger.path))):
        assert not answers(wrong)
        assert wrong.standing().last_failure == Failure.CERTIFICATE
    port = serve(bridge.app, ssl_certfile=other, ssl_keyfile=other_key)
    elsewhere = line(f"https://{HERE}:{port}", AUTHORITY=str(ours.path))
    assert not answers(elsewhere)
    assert elsewhere.standing().last_failure == Failure.CERTIFICATE
    assert len(bridge.authorized) == 1


def test_our_certificate_is_shown_to_who_asks_for_it(
    bridge: Bridge, line: Callable[..., Line], serve: Callable[..., int], tmp_path: Path
) -> None:
    ours = _Authority(tmp_path, "ours")
    certificate, key = ours.gives("bridge")
    mine, my_key = ours.gives("central-api")
    asked = {"ssl_ca_certs": ours.path, "ssl_cert_reqs": ssl.CERT_REQUIRED}
    port = serve(bridge.app, ssl_certfile=certificate, ssl_keyfile=key, **asked)
    url = f"https://{HERE}:{port}"
    known = {"CERTIFICATE": str(mine), "CERTIFICATE_KEY": str(my_key)}
    assert answers(line(url, AUTHORITY=str(ours.path), **known))
    assert not answers(line(url, AUTHORITY=str(ours.path)))


def fetching(port: int) -> dict[str, str]:
    return {
        "TOKEN_URL": f"http://{HERE}:{port}/token",
        "CLIENT_ID": "dost@desk",
        "CLIENT_SECRET": "a:secret of ours",
        "SCOPE": "mas.read mas.write",
    }


def test_a_given_token_is_shown_and_a_wrong_one_is_said(
    bridge: Bridge, line: Callable[..., Line], serve: Callable[..., int]
) -> None:
    bridge.good = "given"
    port = serve(bridge.app)
    assert answers(line(f"http://{HERE}:{port}", TOKEN="given"))
    wrong = line(f"http://{HERE}:{port}", TOKEN="taken-away")
    assert not answers(wrong)
    assert wrong.standing().last_failure == Failure.DENIED
    assert bridge.authorized == ["Bearer given", "Bearer taken-away"]


def test_a_token_is_fetched_once_again_before_it_ends_and_when_it_is_not_taken(
    bridge: Bridge, line: Callable[..., Line], serve: Callable[..., int]
) -> None:
    port = serve(bridge.app)
    mas = line(f"http://{HERE}:{port}", **fetching(port))
    assert answers(mas)
    assert answers(mas)
    assert (bridge.given, bridge.authorized) == (1, ["Bearer token-1"] * 2)
    bridge.good = "taken away over there"
    bridge.life = 1
    assert answers(mas)
    assert (bridge.given, mas.standing().failed) == (2, 0)
    time.sleep(0.6)  # half of its second
    assert answers(mas)
    assert bridge.given == 3


NO_TOKEN = [
    (Response(status_code=400), Failure.DENIED),
    (Response(status_code=401), Failure.DENIED),
    (Response(status_code=503, headers={"Retry-After": "60"}), Failure.UNWELL),
    (Response("<html>", media_type="text/html"), Failure.OTHER_MEDIA),
    (JSONResponse({"access_token": "x", "token_type": "mac", "expires_in": 60}), Failure.OTHER_SCHEMA),
    (
        JSONResponse({"access_token": "x\r\nEvil: 1", "token_type": "Bearer", "expires_in": 60}),
        Failure.OTHER_SCHEMA,
    ),
    (JSONResponse({"access_token": "x", "token_type": "Bearer", "expires_in": 0}), Failure.OTHER_SCHEMA),
]


@pytest.mark.parametrize(("answer", "failure"), NO_TOKEN)
def test_without_a_token_nothing_is_asked(
    bridge: Bridge, line: Callable[..., Line], serve: Callable[..., int], answer: Response, failure: Failure
) -> None:
    bridge.token_answer = answer
    port = serve(bridge.app)
    mas = line(f"http://{HERE}:{port}", **fetching(port))
    assert not answers(mas)
    assert mas.standing().last_failure == failure
    assert bridge.authorized == []
