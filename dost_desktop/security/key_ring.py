"""Signing in at this desk: a password opens the database and the agent's own signing key, also without connection.

Wrong tries are counted in the file before a password is tried, so neither a restart nor a kill gives more of them.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from dost_desktop.contract.sealed_box import close_box
from dost_desktop.contract.seals import SigningKey
from dost_desktop.security.device_secrets import DeviceSecrets
from dost_desktop.security.errors import KeysCopied, KeysDamaged, SignInWrong, SlowDown
from dost_desktop.security.key_wrapping import Hardness, WrappingKey, new_salt
from dost_desktop.security.wrapped_keys import (
    KnownAgent,
    WrappedAgent,
    WrappedKeys,
    read_agents,
    read_keys,
    write_keys,
)

FREE_TRIES: Final = 5
_FIRST_PAUSE: Final = 30
_LONGEST_PAUSE: Final = 15 * 60
_DATABASE: Final = "database-key"
_SIGNING: Final = "agent-key"


class Card(Protocol):
    """What the central API says of an agent (``contract.messages.AgentCard``)."""

    @property
    def agent(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def post(self) -> str: ...
    @property
    def centre(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a right password opens."""

    agent: KnownAgent
    database_key: bytes = field(repr=False)
    signing_key: SigningKey = field(repr=False)


class KeyRing:
    """The agents of this desk and their keys."""

    def __init__(self, path: Path, secrets: DeviceSecrets, hardness: Hardness | None = None) -> None:
        self._path = path
        self._secrets = secrets
        self._hardness = hardness or Hardness()

    def agents(self) -> tuple[KnownAgent, ...]:
        """Who can sign in here, the last one first. Raises KeysDamaged."""
        return read_agents(self._path)

    def open(self, agent: str, password: str, now: datetime) -> Unlocked:
        """The keys behind a password. Takes some 0.2 s, never on the window's thread.

        Raises SignInWrong, SlowDown (also for the right password, while the pause lasts), KeysCopied on another
        device, KeysDamaged, KeysNotWritten (a try that cannot be counted is not made).
        """
        keys = read_keys(self._path)
        wrapped = keys.get(agent)
        if wrapped is None:
            raise SignInWrong(tries_left=FREE_TRIES)
        device_secret = self._device_secret(keys)
        wrapped = self._mind_the_pause(keys, wrapped, now)
        counted = replace(wrapped, wrong_tries=wrapped.wrong_tries + 1, wrong_at=now)
        write_keys(self._path, keys.put(counted))
        unlocked = _unlocked(wrapped, password, device_secret)
        if unlocked is None:
            raise SignInWrong(tries_left=max(0, FREE_TRIES - counted.wrong_tries))
        known = replace(wrapped.known, last_sign_in=now)
        write_keys(self._path, keys.put(replace(wrapped, known=known, wrong_tries=0, wrong_at=None)))
        return replace(unlocked, agent=known)

    def add_agent(
        self,
        card: Card,
        password: str,
        database_key: bytes,
        signing_key: SigningKey,
        now: datetime | None = None,
    ) -> None:
        """Let an agent in who has just signed in online, or whose password has changed there.

        The signing key counts as unknown to the central API until ``note_announced``.
        """
        keys = read_keys(self._path)
        device_secret = self._secrets.make()
        if keys.agents and keys.device != _device_name(device_secret):
            raise KeysCopied
        salt = new_salt()
        key = WrappingKey.derive(
            agent=card.agent,
            password=password,
            device_secret=device_secret,
            salt=salt,
            hardness=self._hardness,
        )
        known = KnownAgent(card.agent, card.name, card.role, card.post, card.centre, now)
        wrapped = WrappedAgent(
            known,
            salt,
            self._hardness.as_json(),
            key.close(_DATABASE, database_key),
            key.close(_SIGNING, signing_key.raw()),
            is_announced=False,
        )
        device = _device_name(device_secret)
        write_keys(self._path, replace(keys.put(wrapped), device=device, is_moved=False))

    def is_key_announced(self, agent: str) -> bool:
        """True when the central API has said that it knows the agent's signing key."""
        wrapped = read_keys(self._path).get(agent)
        return wrapped is not None and wrapped.is_announced

    def known_since(self, agent: str) -> str:
        """Since when the central API knows the agent's signing key, as it said; empty when that was not noted."""
        wrapped = read_keys(self._path).get(agent)
        return wrapped.known_since if wrapped else ""

    def note_announced(self, agent: str, since: str) -> None:
        """The central API knows the agent's signing key, since then."""
        keys = read_keys(self._path)
        wrapped = keys.get(agent)
        if wrapped is None:
            raise KeyError(agent)
        write_keys(self._path, keys.put(replace(wrapped, is_announced=True, known_since=since)))

    def enrolled_again(self) -> None:
        """The desk was enrolled again: each agent's next sign-in is online, and says which key counts.

        On another device than before nobody's password opens anything: the database is opened once more from its
        box, by the first agent who signs in online.
        """
        keys = read_keys(self._path)
        secret = self._secrets.read()
        if secret is not None and _device_name(secret) == keys.device:
            agents = tuple(replace(each, is_announced=False) for each in keys.agents)
            write_keys(self._path, replace(keys, agents=agents))
        else:
            write_keys(self._path, replace(keys, agents=(), is_moved=True))

    def is_moved(self) -> bool:
        """True when the database came from another device and nobody has opened it here yet."""
        return read_keys(self._path).is_moved

    def remove(self, agent: str) -> None:
        """This agent can no longer sign in here; the database is rekeyed at the next sync."""
        write_keys(self._path, read_keys(self._path).without(agent))

    def keep_recovery_box(self, database_key: bytes, recovery_key: bytes) -> bytes:
        """The database key boxed to the deployment's recovery key, kept here and returned for the central API."""
        box = close_box(recovery_key, database_key)
        write_keys(self._path, replace(read_keys(self._path), recovery_box=box))
        return box

    def recovery_box(self) -> bytes:
        """The database key, boxed to the deployment's recovery key; empty before the enrolment."""
        return read_keys(self._path).recovery_box

    def _mind_the_pause(self, keys: WrappedKeys, wrapped: WrappedAgent, now: datetime) -> WrappedAgent:
        """Raise SlowDown while a pause lasts: 30 s after the fifth wrong try, doubling to a quarter of an hour.

        Where the clock was set back the pause begins anew: it neither vanishes nor lasts for years.
        """
        if wrapped.wrong_at is None or wrapped.wrong_tries < FREE_TRIES:
            return wrapped
        if now < wrapped.wrong_at:
            wrapped = replace(wrapped, wrong_at=now)
            write_keys(self._path, keys.put(wrapped))
        pause = min(_FIRST_PAUSE * 2 ** (wrapped.wrong_tries - FREE_TRIES), _LONGEST_PAUSE)
        left = pause - (now - (wrapped.wrong_at or now)).total_seconds()
        if left > 0:
            raise SlowDown(seconds=math.ceil(left))
        return wrapped

    def _device_secret(self, keys: WrappedKeys) -> bytes:
        secret = self._secrets.read()
        if secret is None or _device_name(secret) != keys.device:
            raise KeysCopied
        return secret


def _unlocked(wrapped: WrappedAgent, password: str, device_secret: bytes) -> Unlocked | None:
    try:
        hardness = Hardness.from_json(wrapped.hardness)
    except (KeyError, ValueError) as error:
        raise KeysDamaged from error
    key = WrappingKey.derive(
        agent=wrapped.known.agent,
        password=password,
        device_secret=device_secret,
        salt=wrapped.salt,
        hardness=hardness,
    )
    database_key = key.open(_DATABASE, wrapped.database_key)
    if database_key is None:
        return None
    signing_key = key.open(_SIGNING, wrapped.signing_key)
    if signing_key is None:
        raise KeysDamaged
    return Unlocked(wrapped.known, database_key, SigningKey(signing_key))


def _device_name(secret: bytes) -> str:
    return hashlib.sha256(b"dost/device-name/1\n" + secret).hexdigest()[:16]
