"""The server's own secrets: made once at ``init``, kept in files only the server reads, or given by the environment.

All processes of a deployment have the same: with another deployment secret every person would get a second file.
The database remembers by fingerprints which ones it was begun with, and which public keys ever signed.
"""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, select

from central_api.bell import KEYS, tell
from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.settings import BadSetting, Settings
from central_api.tables import deployment as deployment_facts
from central_api.tables import server_keys
from dost_desktop.contract.sealed_box import new_box_key, open_box
from dost_desktop.contract.seals import SigningKey, from_text, to_text
from dost_desktop.domain.dates import instant_text

_LENGTH: Final = 32
_SIGNING: Final = "signing"
_FOR_EVER: Final = ("deployment", "cursor", "recovery")
_FINGERPRINT: Final = "fingerprint."
_OTHERS: Final = 0o077  # rights of anybody but the owner
_ASK_AGAIN: Final = 1.0  # seconds between two looks for a key that nobody knows
_log = logging.getLogger(__name__)


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

    def fingerprints(self) -> dict[str, str]:
        """Of the secrets that never change, by name: enough to compare, nothing to compute a secret from."""
        of_each = zip(_FOR_EVER, (self.deployment, self.cursor, self.recovery), strict=True)
        return {name: hashlib.sha256(f"dost/{name}/1\n".encode() + raw).hexdigest() for name, raw in of_each}


class PublishedKeys:
    """All public keys that ever signed for this deployment; another process may announce a new one."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.known: dict[str, str] = {}  # name to key
        self._asked = 0.0
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        with self.database.reading() as connection:
            self.known = _known(connection)

    def with_key(self, name: str) -> dict[str, str]:
        """The keys, read again when ``name`` is not among them: another process may have begun to sign."""
        if name not in self.known and time.monotonic() - self._asked >= _ASK_AGAIN:
            self._asked = time.monotonic()
            self.refresh()
        return self.known


def load_keys(settings: Settings) -> ServerKeys:
    """The keys of this deployment; those that do not exist yet are made. Raises BadSetting on a damaged one."""
    signing, recovery, deployment, cursor = (
        _secret(settings, name) for name in (_SIGNING, "recovery", "deployment", "cursor")
    )
    return ServerKeys(SigningKey(signing), recovery, deployment, cursor)


def publish(
    database: Database, keys: ServerKeys, settings: Settings, clock: Clock, *, announce: bool = False
) -> PublishedKeys:
    """The deployment's public keys, this one included. The first process that comes writes down what it has.

    Raises BadSetting when these are not the secrets that the database was begun with, or when the signing key is a
    new one: it is announced first (``announce``), so that nobody begins to sign with a wrong one by mistake.
    """
    with database.writing() as connection:
        mine = keys.fingerprints()
        rows = ({"name": _FINGERPRINT + name, "value": value} for name, value in mine.items())
        insert_missing(connection, deployment_facts, *rows)  # waits for whoever is just doing the same
        begun_with = {
            row.name: row.value
            for row in connection.execute(select(deployment_facts.c.name, deployment_facts.c.value))
        }
        for name, value in mine.items():
            if begun_with[_FINGERPRINT + name] != value:
                raise BadSetting(
                    _where(settings, name),
                    "is not the one that this database was begun with: take the keys of the first server",
                )
        known = _known(connection)
        if keys.signing.name not in known:
            if known and not announce:
                raise BadSetting(
                    _where(settings, _SIGNING),
                    "has never signed for this database; a new key is announced first: central-api keys announce",
                )
            row = {"name": keys.signing.name, "public": keys.signing.public, "since": instant_text(clock())}
            connection.execute(insert(server_keys).values(row))
            tell(connection, KEYS)
    return PublishedKeys(database)


def _known(connection: Connection) -> dict[str, str]:
    return {row.name: row.public for row in connection.execute(select(server_keys))}


def _variable(name: str) -> str:
    return f"DOST_{name.upper()}_KEY"


def _where(settings: Settings, name: str) -> str:
    """Where this secret was read, as an administrator calls it."""
    return _variable(name) if settings.environ.get(_variable(name)) else f"keys/{name}.key"


def _secret(settings: Settings, name: str) -> bytes:
    given = settings.environ.get(_variable(name), "")
    if given:
        return _read(_variable(name), given)
    path, where = settings.keys / f"{name}.key", _where(settings, name)
    try:
        if not path.exists():
            raw = new_box_key()[0] if name == "recovery" else secrets.token_bytes(_LENGTH)
            _make_once(path, to_text(raw) + "\n")
        if os.name == "posix" and path.stat().st_mode & _OTHERS:
            _log.warning("key file is open to others", extra={"file": where})
        return _read(where, path.read_bytes().decode("ascii").strip())
    except UnicodeDecodeError:
        raise BadSetting(where, "is not base64url") from None
    except OSError as error:
        raise BadSetting(where, error.strerror or "cannot be read") from None


def _make_once(path: Path, text: str) -> None:
    """Write a key file whole; when another process was quicker, its key stands."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if os.name == "posix":
            path.hardlink_to(beside)  # unlike a rename, refused where a file stands
        else:
            beside.rename(path)  # Windows refuses it there
    except FileExistsError:
        return
    finally:
        beside.unlink(missing_ok=True)


def _read(where: str, text: str) -> bytes:
    try:
        raw = from_text(text)
    except ValueError:
        raise BadSetting(where, "is not base64url") from None
    if len(raw) != _LENGTH:
        raise BadSetting(where, f"must hold {_LENGTH} bytes")
    return raw
