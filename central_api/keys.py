"""The server's own secrets: made once at ``init``, kept in files only the server reads, or given by the environment."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import insert, select

from central_api.clock import Clock
from central_api.database import Database
from central_api.settings import BadSetting, Settings
from central_api.tables import server_keys
from dost_desktop.contract.sealed_box import new_box_key, open_box
from dost_desktop.contract.seals import SigningKey, from_text, to_text
from dost_desktop.domain.dates import instant_text

_LENGTH: Final = 32
_NAMES: Final = ("signing", "recovery", "deployment", "cursor")


@dataclass(frozen=True, slots=True)
class ServerKeys:
    """Signing (Ed25519), recovery (X25519), the deployment's secret and the one that seals feed cursors."""

    signing: SigningKey = field(repr=False)
    recovery: bytes = field(repr=False)
    deployment: bytes = field(repr=False)
    cursor: bytes = field(repr=False)

    @property
    def recovery_public(self) -> str:
        """What desks box their database key to."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415

        return to_text(X25519PrivateKey.from_private_bytes(self.recovery).public_key().public_bytes_raw())

    def open(self, box: str) -> bytes:
        """What was boxed to the recovery key. Raises ValueError when it was not."""
        return open_box(self.recovery, from_text(box))


def load_keys(settings: Settings) -> ServerKeys:
    """The keys of this deployment; those that do not exist yet are made. Raises BadSetting on a damaged one."""
    signing, recovery, deployment, cursor = (_secret(settings, name) for name in _NAMES)
    return ServerKeys(SigningKey(signing), recovery, deployment, cursor)


def published(database: Database, keys: ServerKeys, clock: Clock) -> dict[str, str]:
    """All public keys that ever signed for this deployment, this one included: name to key."""
    mine = keys.signing
    with database.writing() as connection:
        known = {row.name: row.public for row in connection.execute(select(server_keys))}
        if mine.name not in known:
            row = {"name": mine.name, "public": mine.public, "since": instant_text(clock())}
            connection.execute(insert(server_keys).values(row))
    return known | {mine.name: mine.public}


def _secret(settings: Settings, name: str) -> bytes:
    variable = f"DOST_{name.upper()}_KEY"
    given = settings.environ.get(variable, "")
    path = settings.keys / f"{name}.key"
    if given:
        return _read(variable, given)
    if path.exists():
        return _read(path.name, path.read_text("ascii").strip())
    raw = new_box_key()[0] if name == "recovery" else secrets.token_bytes(_LENGTH)
    settings.keys.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(to_text(raw) + "\n")
    return raw


def _read(where: str, text: str) -> bytes:
    try:
        raw = from_text(text)
    except ValueError:
        raise BadSetting(where, "is not base64url") from None
    if len(raw) != _LENGTH:
        raise BadSetting(where, f"must hold {_LENGTH} bytes")
    return raw
