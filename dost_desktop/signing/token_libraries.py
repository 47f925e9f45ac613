"""Where the drivers of tokens usually are, so that most desks need no setting for it."""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KnownLibrary:
    """A driver by its maker's name and its usual places; ``mark``: VS seen, INF a guess (facts 7.12)."""

    name: str
    mark: str
    windows: tuple[str, ...]
    linux: tuple[str, ...]


def known_libraries() -> tuple[KnownLibrary, ...]:
    """The drivers we know of, in the order in which they are asked."""
    data = tomllib.loads((files("resources") / "signing" / "pkcs11_libraries.toml").read_text("utf-8"))
    return tuple(
        KnownLibrary(each["name"], each["mark"], tuple(each["windows"]), tuple(each["linux"]))
        for each in data["library"]
    )


def libraries_here() -> tuple[Path, ...]:
    """The known drivers that this machine has, each once."""
    return tuple(dict.fromkeys(path for known in known_libraries() for path in _found(known)))


def _found(known: KnownLibrary) -> Iterator[Path]:
    for place in known.windows if sys.platform == "win32" else known.linux:
        path = Path(os.path.expandvars(place))
        if path.is_absolute():
            # resolved: one driver under two names is asked once
            yield from (
                each.resolve() for each in sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
            )
