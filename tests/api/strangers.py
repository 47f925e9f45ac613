"""Whoever else may answer in the central API's place: a socket that sends exactly the bytes a test gives it."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@contextmanager
def answering(
    pieces: Sequence[bytes], *, pause: float = 0.0, hold: float = 0.0, tls: ssl.SSLContext | None = None
) -> Iterator[str]:
    """Every question gets these pieces, ``pause`` seconds apart; then the line is cut, or held open silently."""
    ending = threading.Event()

    def serve(door: socket.socket) -> None:
        while not ending.is_set():
            with suppress(OSError):
                line, _ = door.accept()
                line.settimeout(2)
                with line if tls is None else tls.wrap_socket(line, server_side=True) as talk:
                    talk.recv(65536)
                    for piece in pieces:
                        talk.sendall(piece)
                        time.sleep(pause)
                    ending.wait(hold)

    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.05)
        thread = threading.Thread(target=serve, args=(door,))
        thread.start()
        scheme = "http" if tls is None else "https"
        yield f"{scheme}://127.0.0.1:{door.getsockname()[1]}"
        ending.set()
        thread.join()


def nobody() -> str:
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        return f"http://127.0.0.1:{door.getsockname()[1]}"


def response(body: bytes, *, status: str = "200 OK", kind: str = "application/json", more: str = "") -> bytes:
    """One whole HTTP answer."""
    lines = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    return f"{lines}{more}Connection: close\r\n\r\n".encode() + body


def certificate(
    folder: Path, name: str, *, until: dt.datetime, address: str = "127.0.0.1"
) -> tuple[ssl.SSLContext, Path]:
    """A server that shows a certificate of its own making, and that certificate as a file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signed = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(until - dt.timedelta(days=30))
        .not_valid_after(until)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path, key_path = folder / f"{name}.pem", folder / f"{name}.key"
    path.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    key_path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path, key_path)
    return context, path
