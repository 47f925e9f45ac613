"""The program as its own tests read it: every file once, Python also as a tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = ("dost_desktop", "ui", "reports", "central_api")
PARTS: Final = (*PACKAGES, "resources", "tests", "docs", "installer", "requirements", ".ci")
TEXT: Final = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".csv",
    ".json",
    ".svg",
    ".qss",
    ".ts",
    ".ini",
    ".mako",
    ".yaml",
    ".feature",
    "",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: ``path`` from the top with ``/``, its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    def is_in(self, *folders: str) -> bool:
        return self.path.startswith(tuple(f"{folder}/" for folder in folders))


def read(path: str, text: str) -> Source:
    """``text`` as the Python of our oldest version; raises SyntaxError for what only a newer one knows."""
    return Source(path, text, ast.parse(text, filename=path, feature_version=(3, 11)))


@cache
def python_files() -> tuple[Source, ...]:
    return tuple(
        read(name, (ROOT / name).read_text("utf-8")) for name in text_files() if name.endswith(".py")
    )


@cache
def text_files() -> tuple[str, ...]:
    """Paths from the top, of everything that is ours to write; what tools leave behind is not."""
    own = [path for part in PARTS for path in _walk(ROOT / part)]
    top = [path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".venv")]
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in (*own, *top) if path.suffix in TEXT))


def _walk(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        for path in folder.iterdir():
            if path.is_dir() and path.name != "__pycache__":
                yield from _walk(path)
            elif path.is_file():
                yield path
