"""The central API's settings: read once from the data folder and the environment, then handed to constructors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import ClassVar, Final

from dost_desktop.domain.errors import AgentError

_SECRET_AT_LEAST: Final = 32


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
    )
