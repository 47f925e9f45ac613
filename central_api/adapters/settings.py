"""How the ministry's systems are reached: addresses, proofs of who we are, patience; a mistake stops the start."""

from __future__ import annotations

import ipaddress
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from central_api.adapters.setting_names import (
    BREAK_AFTER,
    BREAK_FOR,
    PARTS,
    SECONDS,
    SECONDS_BEHIND,
    SIMULATED,
    TRIES,
    System,
    setting_name,
)
from central_api.settings import BadSetting

SENDS_FOR_US: Final = frozenset({System.SMS, System.CABINET})  # may be ``none``: MAS alone tells people
NOBODY: Final = "none"


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """Who we are at the server that gives out tokens (OAuth 2, RFC 6749 section 4.4)."""

    url: Url
    client: str
    secret: str = field(repr=False)
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """One system's address, and what proves us to it and it to us."""

    url: Url
    token: str = field(default="", repr=False)
    credentials: ClientCredentials | None = None
    certificate: Path | None = None
    certificate_key: Path | None = None
    authority: Path | None = None  # one more besides those of the operating system
    at_once: int = 8  # questions under way


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds for one question with all its repeats, and when a system counts as away."""

    seconds: float = 4.0  # somebody sits at a desk, whose own patience ends after 5
    seconds_behind: float = 20.0  # nobody waits; well below the 60 for which a duty is held
    tries: int = 3
    break_after: int = 5  # failures one after the other
    break_for: float = 15.0


@dataclass(frozen=True, slots=True)
class SystemSettings:
    """``reached``: the real ones; ``mute``: nobody sends for us; every other system is simulated."""

    reached: Mapping[System, Reach] = field(default_factory=dict)
    mute: frozenset[System] = frozenset()
    patience: Patience = Patience()


def read_system_settings(environ: Mapping[str, str], *, practice: bool) -> SystemSettings:
    """What the environment says of the systems. Raises BadSetting with the key and the reason.

    A practice office may reach nobody but this computer. In earnest, real systems beside simulated ones are refused
    unless ``DOST_SIMULATED`` names each simulated one: a simulator's answer must not get into a file by forgetting.
    """
    reached, mute = {}, set()
    for system in System:
        if environ.get(setting_name(system, "URL"), "") == NOBODY and system in SENDS_FOR_US:
            mute.add(system)
        elif reach := _reach(environ, system):
            reached[system] = reach
    if practice:
        for system, reach in reached.items():
            if not _is_loopback(reach.url):
                raise BadSetting(
                    setting_name(system, "URL"), "a practice office reaches nobody but this computer"
                )
    else:
        _refuse_forgotten(environ, frozenset(reached), mute)
    return SystemSettings(reached, frozenset(mute), _patience(environ))


def _refuse_forgotten(environ: Mapping[str, str], reached: frozenset[System], mute: set[System]) -> None:
    named = frozenset(filter(None, (each.strip() for each in environ.get(SIMULATED, "").split(","))))
    for each in named:
        if each not in set(System):
            raise BadSetting(SIMULATED, f"{each} is not one of {', '.join(System)}")
        if each in reached or each in mute:
            raise BadSetting(SIMULATED, f"{each} has an address")
    for system in System:
        if reached and system not in reached | mute | named:
            raise BadSetting(
                setting_name(system, "URL"),
                f"is missing beside real systems; name {system} in {SIMULATED} if that is meant",
            )


def _reach(environ: Mapping[str, str], system: System) -> Reach | None:
    def said(part: str) -> str:
        return environ.get(setting_name(system, part), "").strip()

    if not said("URL"):
        for part in PARTS:
            if said(part):
                raise BadSetting(
                    setting_name(system, part), f"means nothing without {setting_name(system, 'URL')}"
                )
        return None
    credentials = None
    if said("TOKEN_URL"):
        for part in ("CLIENT_ID", "CLIENT_SECRET"):
            if not said(part):
                raise BadSetting(setting_name(system, part), "is missing")
        if said("TOKEN"):
            raise BadSetting(
                setting_name(system, "TOKEN"), f"is one too many beside {setting_name(system, 'TOKEN_URL')}"
            )
        url = _address(setting_name(system, "TOKEN_URL"), said("TOKEN_URL"))
        credentials = ClientCredentials(url, said("CLIENT_ID"), said("CLIENT_SECRET"), said("SCOPE"))
    elif alone := [part for part in ("CLIENT_ID", "CLIENT_SECRET", "SCOPE") if said(part)]:
        raise BadSetting(
            setting_name(system, alone[0]), f"means nothing without {setting_name(system, 'TOKEN_URL')}"
        )
    if not said("TOKEN").isascii() or not said("TOKEN").isprintable():
        raise BadSetting(setting_name(system, "TOKEN"), "has a character that no header can carry")
    if said("CERTIFICATE_KEY") and not said("CERTIFICATE"):
        raise BadSetting(setting_name(system, "CERTIFICATE"), "is missing")
    files = {
        part: _file(setting_name(system, part), said(part))
        for part in ("CERTIFICATE", "CERTIFICATE_KEY", "AUTHORITY")
    }
    return Reach(
        url=_address(setting_name(system, "URL"), said("URL")),
        token=said("TOKEN"),
        credentials=credentials,
        certificate=files["CERTIFICATE"],
        certificate_key=files["CERTIFICATE_KEY"],
        authority=files["AUTHORITY"],
        at_once=int(_number(setting_name(system, "AT_ONCE"), said("AT_ONCE") or "8", 1, 200, whole=True)),
    )


def _address(key: str, text: str) -> Url:
    """An address without secrets in it; http:// only on this computer."""
    try:
        url = parse_url(text.rstrip("/"))
    except LocationParseError:
        raise BadSetting(key, "is not an address") from None
    if url.scheme not in {"https", "http"} or not url.host:
        raise BadSetting(key, "must begin with https://")
    if url.auth or url.query is not None or url.fragment is not None:
        raise BadSetting(key, "must be an address alone, without password, ? and #")
    if url.scheme == "http" and not _is_loopback(url):
        raise BadSetting(key, "must begin with https://: the answers are about people")
    return url


def _is_loopback(url: Url) -> bool:
    host = (url.host or "").strip("[]")
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _file(key: str, text: str) -> Path | None:
    if not text:
        return None
    path = Path(text)
    if not path.is_file():
        raise BadSetting(key, "there is no such file")
    return path


def _patience(environ: Mapping[str, str]) -> Patience:
    usual = Patience()

    def said(key: str, otherwise: float, least: float, most: float, *, whole: bool = False) -> float:
        return _number(key, environ.get(key, "").strip() or f"{otherwise:g}", least, most, whole=whole)

    return Patience(
        seconds=said(SECONDS, usual.seconds, 0.1, 30),
        seconds_behind=said(SECONDS_BEHIND, usual.seconds_behind, 0.1, 30),
        tries=int(said(TRIES, usual.tries, 1, 10, whole=True)),
        break_after=int(said(BREAK_AFTER, usual.break_after, 1, 1000, whole=True)),
        break_for=said(BREAK_FOR, usual.break_for, 0.1, 600),
    )


def _number(key: str, text: str, least: float, most: float, *, whole: bool) -> float:
    try:
        number = float(int(text) if whole else float(text))
    except ValueError:
        number = math.nan
    if not least <= number <= most:
        raise BadSetting(key, f"must be a {'whole ' if whole else ''}number from {least:g} to {most:g}")
    return number
