"""The look of the running window: one ``Theme`` gives every colour, size and font by its role."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from ui.theme.contrast import system_roles
from ui.theme.fonts import load_text_font
from ui.theme.style_sheet import render_style_sheet
from ui.theme.tokens import THEME_NAMES, Tokens, load_tokens

_KEPT_AS: Final = "dost_theme"
_SCALES: Final = (1.0, 2.0)


class Theme:
    """One of light, dark, contrast at one text scale (1.0 to 2.0). Immutable; made anew on a change."""

    def __init__(
        self, name: str = "light", scale: float = 1.0, roles: Mapping[str, str] | None = None
    ) -> None:
        if name not in THEME_NAMES:
            raise ValueError(name)
        self.name = name
        self.scale = min(max(scale, _SCALES[0]), _SCALES[1])
        self.tokens: Tokens = load_tokens()
        self.roles = self.tokens.roles[name] if roles is None else roles
        self._colours = {role: QColor(value) for role, value in self.roles.items()}
        self._fonts = {kind: self._font(kind) for kind in self.tokens.types}

    def color(self, role: str) -> QColor:
        """The colour of a role, ``text.main``."""
        return self._colours[role]

    def px(self, name: str) -> int:
        """A size in device-independent pixels at this text scale, ``control.height``."""
        return self.tokens.px(name, self.scale)

    def font(self, kind: str) -> QFont:
        """The font of a step of the type scale, ``body``."""
        return self._fonts[kind]

    def line_height(self, kind: str) -> int:
        """Height of one line of this step."""
        return round(self.tokens.types[kind].line * self.scale)

    @property
    def outline(self) -> int:
        """Width of a control's outline; twice as wide in the contrast theme."""
        return self.tokens.px("line.control_contrast" if self.name == "contrast" else "line.control")

    def _font(self, kind: str) -> QFont:
        step = self.tokens.types[kind]
        font = QFont([self.tokens.family, *self.tokens.fallback])
        font.setPixelSize(round(step.size * self.scale))
        font.setWeight(QFont.Weight(step.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def palette(self) -> QPalette:
        """Every role of ``QPalette``, so that what no style sheet reaches still wears the theme."""
        palette = QPalette()
        role = QPalette.ColorRole
        table = {
            role.Window: "bg.canvas", role.WindowText: "text.main", role.Base: "bg.field",
            role.AlternateBase: "bg.sunken", role.Text: "text.main", role.Button: "bg.surface",
            role.ButtonText: "text.main", role.BrightText: "bad.text", role.Highlight: "accent.fill",
            role.HighlightedText: "accent.on", role.Link: "accent.text", role.LinkVisited: "accent.text",
            role.ToolTipBase: "bg.surface", role.ToolTipText: "text.main", role.PlaceholderText: "text.muted",
            role.Light: "bg.surface", role.Midlight: "bg.hover", role.Mid: "line.subtle",
            role.Dark: "line.control", role.Shadow: "line.control", role.Accent: "accent.fill",
        }  # fmt: skip
        for where, name in table.items():
            palette.setColor(where, self.color(name))
        off = QPalette.ColorGroup.Disabled
        for where in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
            palette.setColor(off, where, self.color("text.disabled"))
        for where in (role.Base, role.Button):
            palette.setColor(off, where, self.color("bg.sunken"))
        palette.setColor(off, role.Highlight, self.color("bg.pressed"))
        palette.setColor(off, role.HighlightedText, self.color("text.main"))
        return palette


@cache
def _unapplied() -> Theme:
    return Theme()


def theme() -> Theme:
    """The theme the running application wears; the plain light one before any was put on."""
    app = QGuiApplication.instance()
    worn = app.property(_KEPT_AS) if app is not None else None
    return worn if isinstance(worn, Theme) else _unapplied()


def apply_theme(
    app: QApplication,
    name: str = "light",
    scale: float = 1.0,
    roles: Mapping[str, str] | None = None,
    *,
    window: QWidget | None = None,
) -> Theme:
    """Put a theme on the whole application, now or while it runs; every open widget follows at once.

    ``roles`` stand in for the theme's own colours: those of a contrast theme of Windows. ``window``
    wears the style sheet in place of the application: then a page that is built outside of it is styled once, when it
    comes in; under the application's sheet Qt styles it again at every step, which takes five times as long.
    """
    worn = wear(app, Theme(name, scale, roles))
    sheet = render_style_sheet(worn.tokens, worn.roles, worn.scale, worn.outline)
    (window or app).setStyleSheet(sheet)
    return worn


def wear(app: QApplication, worn: Theme) -> Theme:
    """Fonts, colours and style of the application, before its first window; the style sheet is not among them."""
    load_text_font()
    app.setProperty(_KEPT_AS, worn)
    if app.style().objectName().casefold() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(worn.font("body"))
    app.setPalette(worn.palette())
    return worn


def system_theme_name(app: QGuiApplication) -> str:
    """What Windows asks for: ``contrast``, ``dark`` or ``light``."""
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def follow_system(app: QApplication) -> None:
    """Wear what Windows asks for, now and at every change, at the text scale worn."""

    def wear() -> None:
        name = system_theme_name(app)
        app.setPalette(QPalette())  # what we put on before hides the system's colours
        apply_theme(app, name, theme().scale, system_roles(app.palette()) if name == "contrast" else None)

    hints = app.styleHints()
    hints.colorSchemeChanged.connect(wear)
    hints.accessibility().contrastPreferenceChanged.connect(wear)
    wear()


def reduced_motion() -> bool:
    """Whether the desk asks for no animation; then every movement takes 0 ms."""
    return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Give a widget its ``kind`` or ``state``; the one style sheet knows what that looks like."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
