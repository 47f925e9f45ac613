"""Every setting of the central API that the environment may carry: one table for reading, refusing and the docs.

A new setting is one row here, one field in ``Settings``, and one row in ``docs/administrator.md`` (a test compares).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from difflib import get_close_matches
from typing import Any, Final

import fsspec
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from central_api.adapters.setting_names import SETTING_NAMES
from central_api.message_texts import load_message_texts
from central_api.rate_limits import read_proxies, read_rate
from central_api.sending_hours import SendingHours, read_hours
from central_api.whom_to_trust import read_trust
from dost_desktop.domain.vocabulary import MessageChannel

SECRET_AT_LEAST: Final = 32  # characters
OFFICE_HOURS: Final = SendingHours(time(9), time(18))
_ONLY_ON_COMMAND: Final = "never"
_ALWAYS: Final = "always"
_POSTGRESQL: Final = "postgresql+psycopg://"
_DAY: Final = 86_400  # seconds
_ENCRYPTIONS: Final = {"": "", "AES256": "AES256", "aws:kms": "aws:kms"}
_OURS: Final = "DOST_"
_OF_THE_DESK: Final = frozenset({"DOST_HOME"})
_OF_TESTS: Final = "DOST_TEST"


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable of the environment.

    ``read`` gives the value of ``field`` in ``Settings`` or raises ValueError with the reason, which never quotes a
    secret. An empty variable counts as none, and none as ``default``. Without ``field`` somebody else reads it.
    """

    key: str
    field: str
    read: Callable[[str], Any]
    default: str = ""


def any_text(text: str) -> str:
    """As it stands there."""
    return text


def whole(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number between two limits."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 10 and least <= int(text) <= most):
            raise ValueError(f"must be a whole number from {least} to {most}")
        return int(text)

    return read


def seconds(least: int, most: int) -> Callable[[str], timedelta]:
    """Reads whole seconds between two limits."""
    number = whole(least, most)
    return lambda text: timedelta(seconds=number(text))


def one_of(**values: Any) -> Callable[[str], Any]:
    """Reads one of these words."""

    def read(text: str) -> Any:
        if text not in values:
            raise ValueError(f"must be {' or '.join(filter(None, values))}")
        return values[text]

    return read


def secret(text: str) -> str:
    """A secret that is long enough, or none."""
    if text and len(text) < SECRET_AT_LEAST:
        raise ValueError(f"must have at least {SECRET_AT_LEAST} characters")
    return text


def web_address(text: str) -> str:
    """An address without the slash at its end, or none."""
    if text and not text.startswith(("https://", "http://")):
        raise ValueError("must begin with https://")
    return text.rstrip("/")


def _database(text: str) -> str:
    if text and not text.startswith((_POSTGRESQL, "sqlite:///")):
        raise ValueError(f"must begin with {_POSTGRESQL} or sqlite:///")
    return _readable(text)


def _postgresql(text: str) -> str:
    if text and not text.startswith(_POSTGRESQL):
        raise ValueError(f"must begin with {_POSTGRESQL}")
    return _readable(text)


def _readable(text: str) -> str:
    try:
        if text:
            make_url(text)
    except (ArgumentError, ValueError):  # their words quote the address, and with it the password
        raise ValueError(
            "cannot be read as an address: user:password@host:port/database, % and @ as %25, %40"
        ) from None
    return text


def _store(text: str) -> str:
    protocol, _ = fsspec.core.split_protocol(text)
    try:
        fsspec.get_filesystem_class(protocol)
    except ValueError:
        raise ValueError("begins with a protocol that nobody knows") from None
    except ImportError:
        raise ValueError(
            f"{protocol}: needs a library that is not installed (docs/administrator.md)"
        ) from None
    return text


def _confirms_after(text: str) -> timedelta | None:
    return None if text == _ONLY_ON_COMMAND else seconds(0, _DAY)(text)


def _own_messages(text: str) -> frozenset[str]:
    named = frozenset(filter(None, (each.strip() for each in text.split(","))))
    for each in named:
        name, _, channel = each.partition(":")
        if name not in load_message_texts().by_name:
            raise ValueError(f"no message is called {name}")
        if channel not in {"", *MessageChannel}:
            raise ValueError(f"{channel} is not one of {', '.join(MessageChannel)}")
    return named


def _sms_hours(text: str) -> SendingHours | None:
    try:
        return None if text == _ALWAYS else read_hours(text)
    except ValueError:
        raise ValueError(f"must look like 09:00-18:00, or be {_ALWAYS}") from None


TABLE: Final = (
    Setting("DATABASE_URL", "database_url", _database),
    Setting("DOST_DATABASE_LISTEN_URL", "listen_url", _postgresql),
    Setting("DOST_DATABASE_POOLER", "pooler", one_of(no=False, yes=True), "no"),
    Setting("DOST_DATABASE_POOL", "pool_size", whole(1, 200), "10"),
    Setting("DOST_DATABASE_OVERFLOW", "pool_overflow", whole(0, 200), "20"),
    Setting("DOST_DATABASE_STATEMENT_SECONDS", "statement_life", seconds(1, 3600), "30"),
    Setting("DOST_DATABASE_LOCK_SECONDS", "lock_wait", seconds(1, 600), "10"),
    Setting("DOST_LOOK_EVERY", "look_every", seconds(1, 60), "10"),
    Setting("DOST_BLOB_URL", "blob_url", _store),
    Setting("DOST_BLOB_ENCRYPTION", "blob_encryption", one_of(**_ENCRYPTIONS)),
    Setting("DOST_PUBLIC_URL", "public_url", web_address),
    Setting("DOST_TRUST", "trust", read_trust),
    Setting("DOST_EMPLOYER_TOKEN", "employer_token", secret),
    Setting("DOST_METRICS_TOKEN", "metrics_token", secret),
    Setting("DOST_LIMIT_DESK", "desk_rate", read_rate, "3000+50"),
    Setting("DOST_LIMIT_AGENT", "agent_rate", read_rate, "600+20"),
    Setting("DOST_LIMIT_ADDRESS", "address_rate", read_rate, "2000+20"),
    Setting("DOST_TRUSTED_PROXIES", "trusted_proxies", read_proxies, "127.0.0.1,::1"),
    Setting("DOST_OWN_MESSAGES", "own_messages", _own_messages),
    Setting("DOST_MESSAGE_TRIES", "message_tries", whole(1, 20), "3"),
    Setting("DOST_HOLD_SECONDS", "held_for", seconds(1, 3600), "60"),
    Setting("DOST_SMS_HOURS", "sms_hours", _sms_hours, "09:00-18:00"),
    Setting("DOST_SMS_LETTERS", "sms_plain", one_of(az=False, plain=True), "az"),
    Setting("DOST_SIMULATOR_CONFIRMS_AFTER", "confirms_after", _confirms_after, "2"),
    Setting("DOST_SIGNING_KEY", "", any_text),  # these four: keys.py
    Setting("DOST_RECOVERY_KEY", "", any_text),
    Setting("DOST_DEPLOYMENT_KEY", "", any_text),
    Setting("DOST_CURSOR_KEY", "", any_text),
)


def unknown_setting(environ: Mapping[str, str]) -> tuple[str, str] | None:
    """The first variable that looks like one of ours and is none, and what it may have been meant to be."""
    known = {each.key for each in TABLE} | SETTING_NAMES  # of the systems behind us: adapters/settings.py
    for key in sorted(environ):
        if key.startswith(_OURS) and key not in known | _OF_THE_DESK and not key.startswith(_OF_TESTS):
            near = get_close_matches(key, known, n=1, cutoff=0.6)
            return key, f"nobody knows this setting; {near[0]}?" if near else "nobody knows this setting"
    return None
