"""The design tokens as typed data, so that code and style sheets name roles and never a colour."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

THEME_NAMES: Final = ("light", "dark", "contrast")
_GROWS: Final = frozenset({"control", "list", "shell"})  # with the text; edges, hairlines and radii stay


@dataclass(frozen=True, slots=True)
class TypeStep:
    """One step of the type scale at 100 % text, in device-independent pixels."""

    size: int
    line: int
    weight: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """What ``resources/theme/tokens.toml`` says: role -> ``#RRGGBB`` by theme, sizes in pixels, times in ms."""

    roles: Mapping[str, Mapping[str, str]]
    types: Mapping[str, TypeStep]
    numbers: Mapping[str, int]
    family: str
    fallback: tuple[str, ...]

    def px(self, name: str, scale: float = 1.0) -> int:
        """The size ``name`` (``control.height``) at this text scale."""
        number = self.numbers[name]
        return round(number * scale) if name.partition(".")[0] in _GROWS else number


@cache
def load_tokens() -> Tokens:
    """The tokens of this program; a role that names no base colour is refused with ``KeyError``."""
    table = tomllib.loads(files("resources").joinpath("theme", "tokens.toml").read_text("utf-8"))
    roles = {
        name: {role: part["base"][base] for role, base in part["role"].items()}
        for name, part in table["theme"].items()
    }
    numbers = {
        f"{section}.{name}": value
        for section in ("space", "radius", "line", "control", "list", "shell", "motion", "timer")
        for name, value in table[section].items()
    }
    types = {name: TypeStep(**step) for name, step in table["type"].items()}
    # the words of chips and column heads: caption size, the label's weight
    types["caption_strong"] = TypeStep(types["caption"].size, types["caption"].line, types["label"].weight)
    types["small_strong"] = TypeStep(types["small"].size, types["small"].line, types["label"].weight)
    font = table["font"]
    return Tokens(roles, types, numbers, font["family"], tuple(font["fallback"]))


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 black to 1 white (WCAG 2.2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
