"""What can go wrong between a password and an open desk; the window owns the words."""

from __future__ import annotations

import errno
from typing import ClassVar

from dost_desktop.domain.errors import AgentError


class SignInWrong(AgentError):
    """Name and password do not fit. ``facts``: ``tries_left`` until a pause."""

    code: ClassVar[str] = "signin.wrong"


class SlowDown(AgentError):
    """Too many wrong tries. ``facts``: ``seconds`` to wait."""

    code = "signin.slow_down"


class KeysDamaged(AgentError):
    """The file with the wrapped keys cannot be read; the recovery key opens the database."""

    code = "storage.damaged"


class KeysCopied(AgentError):
    """The keys were wrapped on another device: this folder was copied here."""

    code = "signin.copied"


class KeysNotWritten(AgentError):
    """The folder with the keys cannot be written."""

    code = "storage.read_only"


class NoRoomForKeys(AgentError):
    """The disk is full."""

    code = "storage.full"


class DeviceSecretClosed(AgentError):
    """The operating system does not hand out this device's secret."""

    code = "signin.device_secret"


def not_written(error: OSError) -> AgentError:
    """Why a file could not be written."""
    return NoRoomForKeys() if error.errno in {errno.ENOSPC, errno.EDQUOT} else KeysNotWritten()
