"""The file of agents known at this desk, beside the database: what the sign-in page shows before anything is open.

Imports no cryptography: the first window waits for it.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.security.errors import KeysDamaged, not_written
from dost_desktop.whole_file import read_whole, write_whole

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class KnownAgent:
    """Somebody who can sign in at this desk, also offline."""

    agent: str
    name: str
    role: str
    post: str
    centre: str
    last_sign_in: datetime | None


@dataclass(frozen=True, slots=True)
class WrappedAgent:
    """An agent with the wrapped keys and the wrong tries since the last right one."""

    known: KnownAgent
    salt: bytes = field(repr=False)
    hardness: dict[str, int]
    database_key: bytes = field(repr=False)
    signing_key: bytes = field(repr=False)
    wrong_tries: int = 0
    wrong_at: datetime | None = None
    is_announced: bool = True  # the central API has the signing key
    known_since: str = ""  # since when, as it said; empty where an earlier program did not note it


@dataclass(frozen=True, slots=True)
class WrappedKeys:
    """The whole file. ``device`` names the device secret the keys were wrapped with; says nothing about it."""

    device: str = ""
    recovery_box: bytes = field(repr=False, default=b"")
    agents: tuple[WrappedAgent, ...] = ()
    is_moved: bool = False  # the database came from another device; its box opens it here

    def get(self, agent: str) -> WrappedAgent | None:
        """The agent with this sign-in name."""
        return next((each for each in self.agents if each.known.agent == agent), None)

    def put(self, agent: WrappedAgent) -> WrappedKeys:
        """With this agent in place of the one with the same name."""
        others = tuple(each for each in self.agents if each.known.agent != agent.known.agent)
        return replace(self, agents=(*others, agent))

    def without(self, agent: str) -> WrappedKeys:
        """Without this agent."""
        return replace(self, agents=tuple(each for each in self.agents if each.known.agent != agent))


def read_keys(path: Path) -> WrappedKeys:
    """The file; an empty one when there is none. Raises KeysDamaged."""
    try:
        whole = json.loads(read_whole(path))
        body = whole["body"]
        if whole["sha256"] != _checksum(body) or body["format"] != _FORMAT:
            raise KeysDamaged
        return WrappedKeys(
            body["device"],
            _bytes(body["recovery_box"]),
            tuple(_agent(each) for each in body["agents"]),
            bool(body.get("is_moved", False)),
        )
    except FileNotFoundError:
        return WrappedKeys()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KeysDamaged from error


def write_keys(path: Path, keys: WrappedKeys) -> None:
    """Write the file whole. Raises KeysNotWritten, NoRoomForKeys; the old one then stands."""
    body = {
        "format": _FORMAT,
        "device": keys.device,
        "recovery_box": _text(keys.recovery_box),
        "agents": [_json(each) for each in keys.agents],
        "is_moved": keys.is_moved,
    }
    content = json.dumps({"body": body, "sha256": _checksum(body)}, ensure_ascii=False, indent=1)
    try:
        write_whole(path, content.encode())
    except OSError as error:
        raise not_written(error) from error


def read_agents(path: Path) -> tuple[KnownAgent, ...]:
    """Who can sign in here, the last one first. Raises KeysDamaged."""
    known = [each.known for each in read_keys(path).agents]
    return tuple(sorted(known, key=lambda each: _moment_text(each.last_sign_in), reverse=True))


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _json(agent: WrappedAgent) -> dict[str, Any]:
    known = asdict(agent.known) | {"last_sign_in": _moment_text(agent.known.last_sign_in)}
    return known | {
        "salt": _text(agent.salt),
        "hardness": agent.hardness,
        "database_key": _text(agent.database_key),
        "signing_key": _text(agent.signing_key),
        "wrong_tries": agent.wrong_tries,
        "wrong_at": _moment_text(agent.wrong_at),
        "is_announced": agent.is_announced,
        "known_since": agent.known_since,
    }


def _agent(given: dict[str, Any]) -> WrappedAgent:
    known = KnownAgent(
        agent=given["agent"],
        name=given["name"],
        role=given["role"],
        post=given["post"],
        centre=given["centre"],
        last_sign_in=_moment(given["last_sign_in"]),
    )
    return WrappedAgent(
        known=known,
        salt=_bytes(given["salt"]),
        hardness=dict(given["hardness"]),
        database_key=_bytes(given["database_key"]),
        signing_key=_bytes(given["signing_key"]),
        wrong_tries=int(given["wrong_tries"]),
        wrong_at=_moment(given["wrong_at"]),
        is_announced=bool(given.get("is_announced", True)),
        known_since=str(given.get("known_since", "")),
    )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _moment_text(at: datetime | None) -> str:
    return instant_text(at) if at else ""


def _moment(text: str) -> datetime | None:
    return instant(text) if text else None
