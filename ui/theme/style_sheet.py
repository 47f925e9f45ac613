"""The window's one style sheet, rendered from the tokens: ``@bg.canvas`` a role, ``@control.height`` a size."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from ui.theme.tokens import Tokens

_NAME: Final = re.compile(r"@([a-z_]+(?:\.[a-z_0-9]+)+)")


@cache
def _template() -> str:
    return files("resources").joinpath("theme", "window.qss").read_text("utf-8")


def render_style_sheet(tokens: Tokens, roles: Mapping[str, str], scale: float, outline: int = 1) -> str:
    """The style sheet of one theme at one text scale. An unknown name is refused with ``KeyError``.

    ``roles`` give ``#RRGGBB`` by role, ``outline`` the width of a control's outline in pixels.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name in roles:
            return roles[name]
        if name == "line.outline":
            return f"{outline}px"
        section, _, rest = name.partition(".")
        if section == "type":
            step = tokens.types[rest.partition(".")[0]]
            part = rest.partition(".")[2]
            return str(step.weight) if part == "weight" else f"{round(getattr(step, part) * scale)}px"
        return f"{tokens.px(name, scale)}px"

    return _NAME.sub(value, _template())
