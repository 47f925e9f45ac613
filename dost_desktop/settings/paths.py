"""Where every file of the desk stands; the marks and the device secret apart from what a copy would take along."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_NAME: Final = "DOST Desktop"
HOME_VARIABLE: Final = "DOST_HOME"


@dataclass(frozen=True, slots=True)
class HomePaths:
    """The folders of one desk: ``home`` is what a backup takes, ``apart`` what belongs to this device."""

    home: Path
    apart: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.home / "settings.toml"

    @property
    def card(self) -> Path:
        """Which desk this is; no secret in it."""
        return self.home / "desk.json"

    @property
    def half_done(self) -> Path:
        """How many cases each agent left half-done; no more than the numbers."""
        return self.home / "half-done.json"

    @property
    def secrets(self) -> Path:
        """Closed by the device: the deployment's secret and the desk's own tokens."""
        return self.apart / "desk.secrets"

    @property
    def certificates(self) -> Path:
        """Agents' PKCS#12 files, ``<agent>.p12``."""
        return self.home / "certificates"

    @property
    def trust(self) -> Path:
        """Root certificates this desk trusts."""
        return self.home / "trust"

    @property
    def catalogues(self) -> Path:
        """Catalogues that came after the program did."""
        return self.home / "catalogues"

    @property
    def notices(self) -> Path:
        """Notices saved as files, where there is no printer; not encrypted, this user's alone."""
        return self.home / "notices"

    @property
    def keys(self) -> Path:
        """The agents known at this desk and their wrapped keys, beside the database."""
        return self.home / "data" / "keys.json"

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.home / "data" / "desk.db"

    @property
    def backups(self) -> Path:
        """Dated encrypted copies of the database."""
        return self.home / "backups"

    @property
    def exports(self) -> Path:
        """Unsent work and tables that were written to files."""
        return self.home / "exports"

    @property
    def logs(self) -> Path:
        """The program's log."""
        return self.home / "logs"

    @property
    def crashes(self) -> Path:
        """Reports of crashes."""
        return self.home / "logs" / "crashes"

    @property
    def markers(self) -> Path:
        """How far this installation's database has come (design 5)."""
        return self.apart / "marks"

    @property
    def device(self) -> Path:
        """The device secret, where the system has no store for it."""
        return self.apart / "device"


def home_paths(override: Path | None = None) -> HomePaths:
    """The desk's folders: ``override``, else the variable ``DOST_HOME``, else the user's own data folder."""
    named = override or (Path(os.environ[HOME_VARIABLE]) if os.environ.get(HOME_VARIABLE) else None)
    if named is not None:
        home = named.expanduser().absolute()
        return HomePaths(home, home / "device-only")
    import platformdirs  # noqa: PLC0415 - only where nothing is named

    data = Path(platformdirs.user_data_dir(_NAME, appauthor=False))
    state = Path(platformdirs.user_state_dir(f"{_NAME} device", appauthor=False))
    return HomePaths(data, state)
