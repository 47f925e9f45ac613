"""What can be set at this desk, as typed facts; the file is for people, so a mistake in it is named by line."""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, Final, TypeAlias, TypeVar, get_type_hints

from dost_desktop.domain.errors import AgentError
from dost_desktop.whole_file import read_whole, write_whole

T = TypeVar("T")
_LINE: Final = re.compile(r"at line (\d+)")


class SettingsDamaged(AgentError):
    """The settings file cannot be used. ``facts``: ``file``, ``line`` (0: the file as a whole) and ``reason``."""

    code: ClassVar[str] = "settings.damaged"


class SettingsNotWritten(AgentError):
    """The settings could not be saved; the old ones stand. ``facts``: ``file``."""

    code = "settings.not_written"


class Theme(StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Language(StrEnum):
    """In which language the window speaks; letters are Azerbaijani always."""

    AZ = "az"
    RU = "ru"
    EN = "en"


class SignWith(StrEnum):
    """What notices are signed with."""

    PKCS12 = "pkcs12"
    PKCS11 = "pkcs11"
    HAND = "hand"  # no certificate: the same numbered notice is signed on paper


@dataclass(frozen=True, slots=True)
class Appearance:
    """How one agent wants the window: theme, text size (1.0 to 2.0), language, zoom of the notice's preview."""

    theme: Theme = Theme.SYSTEM
    text_scale: float = 1.0
    language: Language = Language.AZ
    preview_zoom: float = 0.95

    def __post_init__(self) -> None:
        if not (0.8 <= self.text_scale <= 2.0 and 0.25 <= self.preview_zoom <= 4.0):
            raise ValueError("text_scale is 0.8 to 2.0, preview_zoom 0.25 to 4.0")


@dataclass(frozen=True, slots=True)
class Signing:
    """Where the agent's certificate is; PIN and passwords are never kept."""

    use: SignWith = SignWith.HAND
    pkcs12: str = ""
    pkcs11_module: str = ""


@dataclass(frozen=True, slots=True)
class Printing:
    """The printer and tray that were used last; empty: the system's."""

    printer: str = ""
    tray: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """What a network that is dead for days means here; the owner's wish, in whole days without a contact.

    ``no_new_cases_after_days`` 0: never. Open cases and written answers go on always.
    """

    warn_after_days: int = 2
    no_new_cases_after_days: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.warn_after_days <= 60:
            raise ValueError("warn_after_days is 1 to 60")
        if not 0 <= self.no_new_cases_after_days <= 365:
            raise ValueError("no_new_cases_after_days is 0 to 365; 0: never")


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Everything that can be set at this desk."""

    server_url: str = ""
    lock_after_minutes: int = 10
    last_agent: str = ""
    signing: Signing = field(default_factory=Signing)
    printing: Printing = field(default_factory=Printing)
    network: Network = field(default_factory=Network)
    agents: Mapping[str, Appearance] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if not 1 <= self.lock_after_minutes <= 120:
            raise ValueError("lock_after_minutes is 1 to 120")

    def appearance_of(self, agent: str) -> Appearance:
        """How this agent wants the window."""
        return self.agents.get(agent, Appearance())

    def with_appearance(self, agent: str, appearance: Appearance) -> DeskSettings:
        """With this agent's wish."""
        return replace(self, agents=MappingProxyType({**self.agents, agent: appearance}))


Section: TypeAlias = Signing | Printing | Network | Appearance


def load_settings(path: Path) -> DeskSettings:
    """The settings; the defaults when there is no file. Raises SettingsDamaged with file, line and reason."""
    try:
        text = read_whole(path).decode("utf-8-sig")  # Notepad may put a mark before it
    except FileNotFoundError:
        return DeskSettings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsDamaged(file=path.name, line=0, reason="unreadable") from error
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise SettingsDamaged(file=path.name, line=line, reason="not TOML") from error
    return _Reader(path.name, text).settings(given)


def save_settings(path: Path, settings: DeskSettings) -> None:
    """Write the settings whole. Raises SettingsNotWritten."""
    lines = _lines(
        {name: getattr(settings, name) for name in ("server_url", "lock_after_minutes", "last_agent")}
    )
    sections: tuple[tuple[str, Section], ...] = (
        ("signing", settings.signing),
        ("printing", settings.printing),
        ("network", settings.network),
    )
    for name, section in sections:
        lines += ["", f"[{name}]", *_lines(_fields(section))]
    for agent, appearance in sorted(settings.agents.items()):
        lines += ["", f"[agents.{_written(agent)}]", *_lines(_fields(appearance))]
    try:
        write_whole(path, ("\n".join(lines) + "\n").encode())
    except OSError as error:
        raise SettingsNotWritten(file=path.name) from error


class _Reader:
    """Reads one file's tables into facts, remembering the text to name lines."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text

    def settings(self, given: dict[str, Any]) -> DeskSettings:
        agents = self._table(given.pop("agents", {}), "agents")
        signing = self._read(Signing, given.pop("signing", {}), "signing")
        printing = self._read(Printing, given.pop("printing", {}), "printing")
        network = self._read(Network, given.pop("network", {}), "network")
        wishes = {agent: self._read(Appearance, wish, agent) for agent, wish in agents.items()}
        whole = self._read(DeskSettings, given, "")
        return replace(
            whole, signing=signing, printing=printing, network=network, agents=MappingProxyType(wishes)
        )

    def _read(self, kind: type[T], given: Any, section: str) -> T:
        hints = get_type_hints(kind)
        values: dict[str, Any] = {}
        for name, value in self._table(given, section).items():
            if name not in hints:
                raise self._damaged(section, name, "unknown name")
            values[name] = self._value(hints[name], value, section, name)
        try:
            return kind(**values)
        except ValueError as error:
            reason = str(error)
            name = next((each for each in values if each in reason), "")
            raise self._damaged(section, name, reason) from error

    def _value(self, kind: Any, value: Any, section: str, name: str) -> Any:
        if issubclass(kind, StrEnum):
            if value not in list(kind):
                raise self._damaged(section, name, f"one of: {', '.join(kind)}")
            return kind(value)
        wanted = (int, float) if kind is float else (kind,)
        if type(value) not in wanted:
            raise self._damaged(section, name, f"not a {kind.__name__}")
        return kind(value)

    def _table(self, value: Any, section: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._damaged("", section, "not a section")
        return value

    def _damaged(self, section: str, name: str, reason: str) -> SettingsDamaged:
        return SettingsDamaged(file=self._file, line=self._line_of(section, name), reason=reason)

    def _line_of(self, section: str, name: str) -> int:
        """The line where ``name`` is set in ``section``; 0 when it cannot be told."""
        here = ""
        for number, line in enumerate(self._text.splitlines(), 1):
            stripped = line.strip()
            if stripped.startswith("["):
                here = stripped.strip("[] ")
            is_section = not section or here.split(".", 1)[-1].strip('"') == section
            if is_section and (stripped.split("=", 1)[0].strip() == name or here == name):
                return number
        return 0


def _fields(section: Section) -> dict[str, Any]:
    return {each.name: getattr(section, each.name) for each in dataclasses.fields(section)}


def _lines(values: dict[str, Any]) -> list[str]:
    return [f"{name} = {_written(value)}" for name, value in values.items()]


def _written(value: Any) -> str:
    # JSON texts and numbers are TOML ones too, but for DEL, which TOML wants escaped
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
