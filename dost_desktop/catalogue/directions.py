"""The directions of a DOST centre (istiqamətlər): what a queue ticket and a desk are for; data, not law."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pydantic import Field

from dost_desktop.catalogue.files import Data, Words, read

_FILE: Final = "directions.toml"


class Direction(Data):
    """One direction with its names."""

    id: str = Field(pattern=r"^[a-z][a-z_]{0,39}$")
    name: Words


class _Directions(Data):
    direction: tuple[Direction, ...] = Field(min_length=1)


def load_directions(directory: Path | None = None) -> Mapping[str, Direction]:
    """The directions by id, in the order of the file; raises CatalogueBroken."""
    root: Traversable = files("resources") if directory is None else directory
    file = read(root.joinpath("catalogue"), _FILE)
    found: dict[str, Direction] = {}
    for position, entry in enumerate(file.build(_Directions).direction):
        if entry.id in found:
            raise file.broken(("direction", position, "id"), f"direction {entry.id} stands twice")
        found[entry.id] = entry
    return MappingProxyType(found)
