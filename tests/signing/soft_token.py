"""A real PKCS#11 driver (SoftHSM2) with tokens, keys and certificates, and the driver made to lose its token.

The driver's table of functions lies in writable memory and is the very one that our code calls through, so an
entry replaced here answers what a pulled-out or locked token answers.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pkcs11
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from pkcs11 import Attribute, CertificateType, ObjectClass
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key

from dost_desktop.signing.token_libraries import libraries_here

SO_PIN = "87654321"

# CKR_ values and the places of functions in PKCS#11's table (pkcs11f.h, version 2.40)
DEVICE_REMOVED, PIN_INCORRECT, PIN_LOCKED, TOKEN_NOT_PRESENT = 0x32, 0xA0, 0xA4, 0xE0
GET_TOKEN_INFO, CLOSE_ALL_SESSIONS, LOGIN, LOGOUT, SIGN = 6, 14, 18, 19, 43


def softhsm() -> Path | None:
    """The driver where this machine has it."""
    places = {"libsofthsm2.so", "softhsm2-x64.dll"}
    return next((path for path in libraries_here() if path.name in places), None)


@dataclass
class SoftTokens:
    """Tokens in a folder of their own."""

    library: Path
    folder: Path

    def make(self, label: str, pin: str) -> None:
        """A new empty token."""
        subprocess.run(
            ["softhsm2-util", "--init-token", "--free", "--label", label, "--pin", pin, "--so-pin", SO_PIN],
            check=True,
            capture_output=True,
            env={**os.environ, "SOFTHSM2_CONF": str(self.folder / "softhsm2.conf")},
        )
        self.lib.reinitialize()

    def put(
        self, label: str, pin: str, p12: Path, password: str, *, key_id: bytes, asks_each_time: bool = False
    ) -> None:
        """The key and the certificate of a PKCS#12 file onto the token."""
        key, certificate, _ = pkcs12.load_key_and_certificates(p12.read_bytes(), password.encode())
        assert key
        assert certificate
        if isinstance(key, EllipticCurvePrivateKey):
            der = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
            described = decode_ec_private_key(der)
        else:
            der = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
            described = decode_rsa_private_key(der)
        own = {Attribute.ID: key_id, Attribute.TOKEN: True, Attribute.LABEL: "imza"}
        if asks_each_time:
            own[Attribute.ALWAYS_AUTHENTICATE] = True
        with self.lib.get_token(token_label=label).open(rw=True, user_pin=pin) as session:
            session.create_object({**described, **own, Attribute.PRIVATE: True, Attribute.SENSITIVE: True})
        self.put_certificate(label, pin, certificate.public_bytes(Encoding.DER), key_id=key_id)

    def put_certificate(self, label: str, pin: str, der: bytes, *, key_id: bytes) -> None:
        """A certificate alone."""
        with self.lib.get_token(token_label=label).open(rw=True, user_pin=pin) as session:
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.ID: key_id,
                    Attribute.TOKEN: True,
                    Attribute.PRIVATE: False,
                    Attribute.SUBJECT: b"",
                    Attribute.VALUE: der,
                }
            )

    @property
    def lib(self) -> pkcs11.lib:
        """The driver as our code has it open."""
        return pkcs11.lib(str(self.library))

    @contextmanager
    def answering(self, place: int, answer: int | Callable[..., int]) -> Iterator[None]:
        """The function at ``place`` answers so; a callable gets the function itself and its arguments."""
        table = self._table()
        original = table[place]
        kind = ctypes.CFUNCTYPE(ctypes.c_ulong, *[ctypes.c_void_p] * _ARGUMENTS[place])
        real = kind(original)
        told = answer if callable(answer) else lambda _real, *_args: answer
        stand_in = kind(lambda *arguments: told(real, *arguments))
        table[place] = ctypes.cast(stand_in, ctypes.c_void_p).value
        try:
            yield
        finally:
            table[place] = original

    def call(self, place: int, *arguments: int) -> int:
        """The driver's own function, past our code."""
        kind = ctypes.CFUNCTYPE(ctypes.c_ulong, *[ctypes.c_void_p] * _ARGUMENTS[place])
        return int(kind(self._table()[place])(*arguments))

    def _table(self) -> ctypes.Array[ctypes.c_void_p]:
        functions = ctypes.c_void_p()
        assert ctypes.CDLL(str(self.library)).C_GetFunctionList(ctypes.byref(functions)) == 0
        assert functions.value
        # behind the version (two bytes, padded to a pointer's size)
        step = ctypes.sizeof(ctypes.c_void_p)
        return (ctypes.c_void_p * 68).from_address(functions.value + step)


_ARGUMENTS = {GET_TOKEN_INFO: 2, CLOSE_ALL_SESSIONS: 1, LOGIN: 4, LOGOUT: 1, SIGN: 5}


def with_flags(flags: int) -> Callable[..., int]:
    """C_GetTokenInfo that adds ``flags`` to the token's own."""

    def told(real: Callable[..., int], slot: int, info: int) -> int:
        answer = real(slot, info)
        # label, maker, model, serial: 32 + 32 + 16 + 16 bytes before the flags
        ctypes.c_ulong.from_address(info + 96).value |= flags
        return answer

    return told
