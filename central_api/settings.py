"""The central API's settings: read once from the data folder and the environment, then handed to constructors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from pathlib import Path
from typing import ClassVar, Final

from central_api.message_texts import load_message_texts
from central_api.sending_hours import SendingHours, read_hours
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import MessageChannel

_SECRET_AT_LEAST: Final = 32
_OFFICE_HOURS: Final = SendingHours(time(9), time(18))
_ONLY_ON_COMMAND: Final = "never"
_ALWAYS: Final = "always"


class BadSetting(AgentError):
    """A setting cannot be used; ``problem`` names the key and the reason, never a secret's content."""

    code: ClassVar[str] = "setting.bad"

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(key=key)
        self.problem = f"{key}: {problem}"

    def __str__(self) -> str:
        return self.problem


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are kept, and how long tokens and answers live."""

    data: Path
    database_url: str = field(repr=False)
    blob_url: str
    public_url: str = ""  # empty: the address a desk used to enrol
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)
    access_life: timedelta = timedelta(minutes=15)
    desk_refresh_life: timedelta = timedelta(days=90)
    agent_refresh_life: timedelta = timedelta(hours=12)
    fresh_sign_in: timedelta = timedelta(minutes=5)
    clock_tolerance: timedelta = timedelta(minutes=5)
    enrol_code_life: timedelta = timedelta(days=7)
    lease_size: int = 50
    body_limit: int = 8 * 1024 * 1024
    blob_limit: int = 25 * 1024 * 1024
    employer_token: str = field(default="", repr=False)  # empty: no employers' adapter is let in
    longest_wait: float = 25.0  # seconds a desk may wait for the feed
    confirms_after: timedelta | None = timedelta(seconds=2)  # simulated people; None: only on command
    own_messages: frozenset[str] = frozenset()  # ``message`` or ``message:channel`` that MAS does not send
    message_tries: int = 3
    sms_hours: SendingHours | None = _OFFICE_HOURS  # of our own gateway; None: at any time
    sms_plain: bool = False  # without the letters that double an SMS's price

    @property
    def keys(self) -> Path:
        """The folder of the server's secrets."""
        return self.data / "keys"

    @property
    def outages(self) -> Path:
        """The folder in which a file named like a register switches that simulator off (practice only)."""
        return self.data / "outage"


def read_settings(data: Path, environ: Mapping[str, str]) -> Settings:
    """The settings of one server. Raises BadSetting with the key and the reason."""
    url = environ.get("DATABASE_URL", "")
    if url and not url.startswith(("postgresql+psycopg://", "sqlite:///")):
        raise BadSetting("DATABASE_URL", "must begin with postgresql+psycopg:// or sqlite:///")
    public = environ.get("DOST_PUBLIC_URL", "").rstrip("/")
    if public and not public.startswith(("https://", "http://")):
        raise BadSetting("DOST_PUBLIC_URL", "must begin with https://")
    employers = environ.get("DOST_EMPLOYER_TOKEN", "")
    if employers and len(employers) < _SECRET_AT_LEAST:
        raise BadSetting("DOST_EMPLOYER_TOKEN", f"must have at least {_SECRET_AT_LEAST} characters")
    folder = data.resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting("--data", error.strerror or "cannot be made") from None
    return Settings(
        data=folder,
        database_url=url or f"sqlite:///{(folder / 'central.sqlite3').as_posix()}",
        blob_url=environ.get("DOST_BLOB_URL", "") or (folder / "blobs").as_posix(),
        public_url=public,
        environ=environ,
        employer_token=employers,
        confirms_after=_confirms_after(environ.get("DOST_SIMULATOR_CONFIRMS_AFTER", "2")),
        own_messages=_own_messages(environ.get("DOST_OWN_MESSAGES", "")),
        message_tries=_whole("DOST_MESSAGE_TRIES", environ.get("DOST_MESSAGE_TRIES", "3"), 1, 20),
        sms_hours=_sms_hours(environ.get("DOST_SMS_HOURS", "09:00-18:00")),
        sms_plain=_sms_plain(environ.get("DOST_SMS_LETTERS", "az")),
    )


def _confirms_after(text: str) -> timedelta | None:
    key = "DOST_SIMULATOR_CONFIRMS_AFTER"
    return None if text == _ONLY_ON_COMMAND else timedelta(seconds=_whole(key, text, 0, 86_400))


def _own_messages(text: str) -> frozenset[str]:
    named = frozenset(filter(None, (each.strip() for each in text.split(","))))
    for each in named:
        name, _, channel = each.partition(":")
        if name not in load_message_texts().by_name:
            raise BadSetting("DOST_OWN_MESSAGES", f"no message is called {name}")
        if channel not in {"", *MessageChannel}:
            raise BadSetting("DOST_OWN_MESSAGES", f"{channel} is not one of {', '.join(MessageChannel)}")
    return named


def _sms_hours(text: str) -> SendingHours | None:
    try:
        return None if text == _ALWAYS else read_hours(text)
    except ValueError:
        raise BadSetting("DOST_SMS_HOURS", f"must look like 09:00-18:00, or be {_ALWAYS}") from None


def _sms_plain(text: str) -> bool:
    if text not in {"az", "plain"}:
        raise BadSetting("DOST_SMS_LETTERS", "must be az or plain")
    return text == "plain"


def _whole(key: str, text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdecimal() and least <= int(text) <= most):
        raise BadSetting(key, f"must be a whole number from {least} to {most}")
    return int(text)
