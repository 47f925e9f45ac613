"""What an error of the network means to the office: one of a few silences, each with words of its own."""

from __future__ import annotations

import socket
import ssl
from typing import Final

import requests
import urllib3

from dost_desktop.sync.needs import NoAnswer, Silence

_NOT_VALID_NOW: Final = {9, 10}  # OpenSSL: not yet valid, expired


def silence_of(error: BaseException) -> NoAnswer:
    """What an error of the network means; only its kind is told on, its text may hold an address."""
    chain = _causes(error)
    for each in chain:
        if isinstance(each, ssl.SSLCertVerificationError):
            kind = Silence.CLOCK if each.verify_code in _NOT_VALID_NOW else Silence.TLS
            return NoAnswer(kind, f"certificate: {each.verify_code}")
    names = " < ".join(dict.fromkeys(type(each).__name__ for each in chain))
    for kinds, silence in _SILENCES:
        if any(isinstance(each, kinds) for each in chain):
            return NoAnswer(silence, names)
    return NoAnswer(Silence.OFFLINE, names)


# in this order: urllib3 counts every connection that could not be made among the time-outs
_SILENCES: Final[tuple[tuple[tuple[type[BaseException], ...], Silence], ...]] = (
    ((ssl.SSLError, requests.exceptions.SSLError, urllib3.exceptions.SSLError), Silence.TLS),
    ((ConnectionRefusedError,), Silence.REFUSED),
    ((socket.gaierror, urllib3.exceptions.NewConnectionError), Silence.OFFLINE),
    ((requests.Timeout, urllib3.exceptions.TimeoutError, TimeoutError), Silence.TIMEOUT),
    ((ConnectionError, urllib3.exceptions.ProtocolError, urllib3.exceptions.DecodeError), Silence.CUT),
)


def is_hung_up(error: BaseException) -> bool:
    """True when the line was closed before a single byte of an answer."""
    return any(isinstance(each, (ConnectionResetError, BrokenPipeError)) for each in _causes(error))


def _causes(error: BaseException) -> list[BaseException]:
    """The error and everything it came from; requests and urllib3 hide causes in ``args`` and ``reason``."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting and len(found) < 20:
        each = waiting.pop(0)
        if not isinstance(each, BaseException) or each in found:
            continue
        found.append(each)
        waiting += [*each.args, getattr(each, "reason", None), each.__cause__, each.__context__]
    return found
