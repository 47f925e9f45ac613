"""What an administrator did, kept as lines of JSON: who, what, and about whom by sign-in name (design 10)."""

from __future__ import annotations

import getpass
import logging
import os
from pathlib import Path
from typing import ClassVar, Final

from central_api.request_log import JsonLines
from dost_desktop.domain.errors import AgentError

LOG: Final = "administration.log"  # in the data folder
ADMINISTRATION: Final = "administration"  # the desk of whoever reads a file by a command
_log = logging.getLogger(__name__)


class CannotBeDone(AgentError):
    """What was asked for is not possible; ``problem`` is one line for whoever typed it, without personal data."""

    code: ClassVar[str] = "administration.cannot"

    def __init__(self, problem: str) -> None:
        super().__init__()
        self.problem = problem

    def __str__(self) -> str:
        return self.problem


def administrator() -> str:
    """Who types: the user of the operating system, also behind ``sudo``."""
    try:
        return os.environ.get("SUDO_USER") or getpass.getuser()
    except (KeyError, ImportError, OSError):  # a container without a list of users
        return "unknown"


def note(data: Path, what: str, **facts: str | int) -> None:
    """Add one line to the log in ``data`` and to what this process logs; ``facts`` name nobody but by sign-in."""
    said = {"by": administrator(), **facts}
    record = _log.makeRecord(_log.name, logging.INFO, __name__, 0, what, (), None, extra=said)
    _log.handle(record)
    with (data / LOG).open("a", encoding="utf-8", newline="\n") as file:
        file.write(JsonLines().format(record) + "\n")
