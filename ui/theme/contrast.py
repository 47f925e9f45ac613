"""A contrast theme of Windows is a wish of the person: its system colours stand in for our roles."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPalette

from ui.theme.tokens import load_tokens

_ROLE: Final = QPalette.ColorRole
_FAMILIES: Final = (  # the first fitting beginning decides; the system tells no good from bad, so words and icons do
    ("accent.on", _ROLE.HighlightedText),
    ("accent.text", _ROLE.Link),
    ("accent.", _ROLE.Highlight),
    ("line.focus", _ROLE.Highlight),
    ("line.", _ROLE.WindowText),
    ("chart.main", _ROLE.Highlight),
    ("chart.", _ROLE.WindowText),
    ("bad.on", _ROLE.Window),
    ("bad.fill", _ROLE.WindowText),
    ("bad.hover", _ROLE.WindowText),
    ("bg.", _ROLE.Window),
)


def system_roles(palette: QPalette) -> dict[str, str]:
    """Our roles in the colours of a system palette; paper stays white in every theme."""
    return {role: _colour(role, value, palette) for role, value in load_tokens().roles["contrast"].items()}


def _colour(role: str, value: str, palette: QPalette) -> str:
    if role.startswith("paper."):
        return value
    if role == "text.disabled":
        return palette.color(QPalette.ColorGroup.Disabled, _ROLE.WindowText).name()
    if role.endswith(".tint"):
        return palette.color(_ROLE.Window).name()
    return palette.color(
        next((to for start, to in _FAMILIES if role.startswith(start)), _ROLE.WindowText)
    ).name()
