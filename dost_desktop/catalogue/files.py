"""Reads the catalogue's TOML files and says where one is broken, so that a wrong line never reaches a letter."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, ClassVar, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dost_desktop.domain.errors import AgentError

Place = tuple[str | int, ...]
"""Where in a file: keys and positions from 0, ``("section", 11, "options", 2, "ticked")``."""


class CatalogueBroken(AgentError):
    """A catalogue file cannot be used; facts ``file``, ``line`` (from 1) and ``reason`` (English)."""

    code = "catalogue.broken"

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(file=file, line=line, reason=reason)

    def __str__(self) -> str:
        return "{file}:{line}: {reason}".format(**self.facts)


class Data(BaseModel):
    """One table of a catalogue file: frozen, and no key that nobody reads."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Words(Data):
    """One term in the three languages of the window."""

    az: str = Field(min_length=1)
    en: str = Field(min_length=1)
    ru: str = Field(min_length=1)


DataT = TypeVar("DataT", bound=Data)


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A TOML file as it was read; line ends are those of Unix, so that its hash is the same on every desk."""

    name: str
    text: str
    data: Mapping[str, Any]

    def build(self, model: type[DataT]) -> DataT:
        """The file as typed data; raises CatalogueBroken at the first key that does not fit."""
        try:
            return model.model_validate(self.data)
        except ValidationError as error:
            found = error.errors(include_url=False, include_input=False, include_context=False)
            first = min(found, key=lambda each: each["type"] == "missing")  # a misspelt key stands on a line
            where = ".".join(str(part) for part in first["loc"])
            raise self.broken(first["loc"], f"{where}: {first['msg']}") from None

    def broken(self, place: Place, reason: str) -> CatalogueBroken:
        """The error to raise for what stands at ``place``."""
        return CatalogueBroken(self.name, line_of(self.text, place), reason)


def read(folder: Traversable, name: str) -> CatalogueFile:
    """Read ``name`` in ``folder``; raises CatalogueBroken if it is missing, not UTF-8 or not TOML."""
    try:
        text = folder.joinpath(name).read_bytes().decode("utf-8").replace("\r\n", "\n")
    except OSError:
        raise CatalogueBroken(name, 1, "the file is missing or cannot be read") from None
    except UnicodeDecodeError:
        raise CatalogueBroken(name, 1, "the file is not UTF-8 text") from None
    try:
        return CatalogueFile(name, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueBroken(name, _line_said(str(error), text), f"not TOML: {error}") from None


def line_of(text: str, place: Place) -> int:
    """The line, counted from 1, where ``place`` stands; of a key that is missing, the line of its table."""
    lines = _lines_by_place(text)
    return next(
        (lines[place[:length]] for length in range(len(place), 0, -1) if place[:length] in lines),
        1,
    )


_LINE_SAID: Final = re.compile(r"at line (\d+)")
_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?")
_KEY: Final = re.compile(r"\s*(\"[^\"]*\"|[A-Za-z0-9_-]+)\s*=\s*(.*)")
_HEADER_PART: Final = re.compile(r"\"[^\"]*\"|[A-Za-z0-9_-]+")


def _line_said(message: str, text: str) -> int:
    found = _LINE_SAID.search(message)
    return int(found[1]) if found else max(1, len(text.splitlines()))


def _lines_by_place(text: str) -> dict[Place, int]:
    """Line of every table, key and list element that starts a line of its own."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    listed: Place | None = None  # the list whose elements stand on the following lines
    for number, line in enumerate(text.splitlines(), start=1):
        plain = line.strip()
        if listed is not None:
            if plain.startswith("]"):
                listed = None
            elif plain and not plain.startswith("#"):
                lines[*listed, counts.setdefault(listed, 0)] = number
                counts[listed] += 1
        elif header := _HEADER.match(line):
            table = _table(header[2], counts, is_list=header[1] == "[[")
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            place = (*table, key[1].strip('"'))
            lines[place] = number
            listed = place if key[2].split("#")[0].strip() == "[" else None
    return lines


def _table(header: str, counts: dict[Place, int], *, is_list: bool) -> Place:
    """The place of ``[a.b]`` or ``[[a.b]]``, with the position of every list on the way."""
    place: Place = ()
    parts = [part.strip('"') for part in _HEADER_PART.findall(header)]
    for part in parts[:-1]:
        place = (*place, part)
        if place in counts:
            place = (*place, counts[place] - 1)
    place = (*place, parts[-1])
    if is_list:
        counts[place] = counts.get(place, 0) + 1
        place = (*place, counts[place] - 1)
    return place
