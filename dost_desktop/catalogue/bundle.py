"""A catalogue as it travels: its files under one hash, so that server and desks call the same thing the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files as packaged
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Final

#: What desks decide by, word letters with and trust. The words of messages are the server's own, those of the window
#: and its colours the program's.
FOLDERS: Final = ("catalogue", "letters", "trust")
_TRAVELS: Final = (".toml", ".pem")
_PARTS_A_PATH: Final = "/\\:"  # on one system or another


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of one catalogue by name (``letters/frame.toml``), under one hash."""

    version: str
    law: str
    files: Mapping[str, str]

    @property
    def is_sound(self) -> bool:
        """True when the version is the hash of these files, and each has a name that a catalogue's file may have."""
        return all(map(_may_travel, self.files)) and bundle_version(self.files) == self.version


def bundle_of(law: str, directory: Path | None = None) -> Bundle:
    """The files of ``directory``, or those that ship, whose law is called ``law``."""
    root: Traversable = packaged("resources") if directory is None else directory
    texts = {
        f"{folder}/{each.name}": each.read_bytes().decode("utf-8").replace("\r\n", "\n")
        for folder in FOLDERS
        if root.joinpath(folder).is_dir()
        for each in sorted(root.joinpath(folder).iterdir(), key=lambda each: each.name)
        if each.name.endswith(_TRAVELS)
    }
    return Bundle(bundle_version(texts), law, MappingProxyType(texts))


def write_files(texts: Mapping[str, str], folder: Path) -> None:
    """Put the files of a bundle into ``folder``. Raises OSError."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def bundle_version(texts: Mapping[str, str]) -> str:
    """SHA-256 over names and contents, each with its length."""
    digest = hashlib.sha256()
    for name, text in sorted(texts.items()):
        for part in (name.encode(), text.encode()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _may_travel(name: str) -> bool:
    """False for a name that would leave its folder, or that nobody reads."""
    folder, _, file = name.partition("/")
    is_plain = (
        file.isprintable() and not file.startswith(".") and not any(each in file for each in _PARTS_A_PATH)
    )
    return folder in FOLDERS and file.endswith(_TRAVELS) and is_plain
