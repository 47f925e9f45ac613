"""The central API's settings: read once from the data folder and the environment, then handed to constructors."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar, Final

from central_api.rate_limits import ADDRESS, AGENT, DESK, Rate
from central_api.sending_hours import SendingHours
from central_api.settings_table import OFFICE_HOURS, TABLE, Setting, unknown_setting
from dost_desktop.domain.errors import AgentError

HELD_FOR: Final = timedelta(seconds=60)  # what one process has taken up, the others leave alone so long


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
    blob_encryption: str = ""  # of an S3 store; empty: as the bucket says
    listen_url: str = field(default="", repr=False)  # PostgreSQL itself, where DATABASE_URL is a pooler's
    pooler: bool = False  # in transaction mode: nothing of a connection outlives its transaction
    pool_size: int = 10
    pool_overflow: int = 20
    statement_life: timedelta = timedelta(seconds=30)
    lock_wait: timedelta = timedelta(seconds=10)
    look_every: timedelta = timedelta(seconds=10)  # of whoever waits for news, though no bell rang
    public_url: str = ""  # empty: the address a desk used to enrol
    trust: Path | None = None  # whose signatures count on the public page; None: see ``trust_folder``
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
    longest_pause: float = 20.0  # seconds between two pieces of a body
    longest_body: float = 200.0  # seconds a body may take altogether
    desk_rate: Rate | None = DESK  # None: as often as it likes
    agent_rate: Rate | None = AGENT
    address_rate: Rate | None = ADDRESS  # of those without a token
    trusted_proxies: str = "127.0.0.1,::1"  # whose word counts for where a request came from
    metrics_token: str = field(default="", repr=False)  # empty: nobody reads the figures
    confirms_after: timedelta | None = timedelta(seconds=2)  # simulated people; None: only on command
    own_messages: frozenset[str] = frozenset()  # ``message`` or ``message:channel`` that MAS does not send
    message_tries: int = 3
    held_for: timedelta = HELD_FOR
    sms_hours: SendingHours | None = OFFICE_HOURS  # of our own gateway; None: at any time
    sms_plain: bool = False  # without the letters that double an SMS's price

    @property
    def heard_at(self) -> str:
        """PostgreSQL itself, where other processes are heard; empty where they are not."""
        is_direct = self.database_url.startswith("postgresql") and not self.pooler
        return self.listen_url or (self.database_url if is_direct else "")

    @property
    def keys(self) -> Path:
        """The folder of the server's secrets."""
        return self.data / "keys"

    @property
    def trust_folder(self) -> Path | None:
        """The folder of trusted roots: the one given, else ``trust`` in the data folder; None: the program's own."""
        own = self.data / "trust"
        return self.trust or (own if own.is_dir() else None)

    @property
    def outages(self) -> Path:
        """The folder in which a file named like a register switches that simulator off (practice only)."""
        return self.data / "outage"


def read_settings(data: Path, environ: Mapping[str, str]) -> Settings:
    """The settings of one server. Raises BadSetting with the key and the reason."""
    unknown = unknown_setting(environ)
    if unknown:
        raise BadSetting(*unknown)
    given: dict[str, Any] = {each.field: _read(each, environ) for each in TABLE if each.field}
    folder = _writable(data)
    given["database_url"] = given["database_url"] or f"sqlite:///{(folder / 'central.sqlite3').as_posix()}"
    given["blob_url"] = given["blob_url"] or (folder / "blobs").as_posix()
    return Settings(data=folder, environ=environ, **given)


def _read(setting: Setting, environ: Mapping[str, str]) -> Any:
    try:
        return setting.read(environ.get(setting.key, "") or setting.default)
    except ValueError as wrong:
        raise BadSetting(setting.key, str(wrong)) from None


def _writable(data: Path) -> Path:
    """The data folder, made if need be. Raises BadSetting when it is a file or closed to us."""
    folder = data.resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # the database in it is not encrypted
        with tempfile.TemporaryFile(dir=folder):
            pass
    except FileExistsError:
        raise BadSetting("--data", "is a file, not a folder") from None
    except OSError as error:
        raise BadSetting("--data", error.strerror or "cannot be made") from None
    return folder
