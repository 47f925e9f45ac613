"""Contrast floors are computed, never believed; every name of the style sheet exists."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QLabel

from ui.theme.contrast import system_roles
from ui.theme.icons import is_icon
from ui.theme.style_sheet import render_style_sheet
from ui.theme.theme import Theme, apply_theme, theme
from ui.theme.tokens import THEME_NAMES, contrast, load_tokens

ROOT = Path(__file__).parents[3]
TEXT_ON = {
    "text.main": ("bg.canvas", "bg.surface", "bg.rail", "bg.hover", "bg.pressed", "bg.selected", "bg.field",
                  "bg.sunken", "good.tint", "warn.tint", "bad.tint", "accent.tint"),
    "text.soft": ("bg.canvas", "bg.surface", "bg.rail", "bg.selected", "bg.hover", "bg.sunken", "warn.tint",
                  "bad.tint", "accent.tint"),
    "text.muted": ("bg.canvas", "bg.surface", "bg.rail", "bg.selected", "bg.hover", "bg.field", "bg.sunken",
                   "accent.tint", "good.tint"),
    "text.disabled": ("bg.sunken", "bg.surface"),
    "accent.on": ("accent.fill", "accent.hover", "accent.pressed"),
    "accent.text": ("bg.surface", "bg.canvas", "bg.rail", "accent.tint", "bg.selected"),
    "good.text": ("bg.surface", "good.tint", "bg.rail", "bg.selected"),
    "warn.text": ("bg.surface", "warn.tint", "bg.rail", "bg.selected"),
    "bad.text": ("bg.surface", "bad.tint", "bg.rail", "bg.selected", "bg.canvas"),
    "bad.on": ("bad.fill", "bad.hover"),
    "paper.text": ("paper.bg",),
}  # fmt: skip
OUTLINE_ON = {
    "line.control": ("bg.surface", "bg.canvas", "bg.field"),
    "line.focus": ("bg.surface", "bg.canvas", "bg.rail", "bg.selected"),
    "chart.main": ("bg.surface",),
    "chart.second": ("bg.surface",),
}


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_text_and_outline_reaches_its_contrast_floor(name):
    roles = load_tokens().roles[name]
    floor = 7.0 if name == "contrast" else 4.5
    low = [
        (ink, ground, round(contrast(roles[ink], roles[ground]), 2))
        for table, least in ((TEXT_ON, floor), (OUTLINE_ON, 3.0))
        for ink, grounds in table.items()
        for ground in grounds
        if contrast(roles[ink], roles[ground]) < least
    ]
    assert not low


def test_the_three_themes_name_the_same_roles():
    roles = load_tokens().roles
    assert roles["light"].keys() == roles["dark"].keys() == roles["contrast"].keys()


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_style_sheet_has_no_name_left_unfilled(name, scale):
    assert "@" not in render_style_sheet(load_tokens(), load_tokens().roles[name], scale)


def test_text_and_controls_grow_but_page_edges_and_radii_stay():
    plain, large = Theme("light", 1.0), Theme("light", 1.5)
    assert large.px("control.height") == 48
    assert large.font("body").pixelSize() == round(plain.font("body").pixelSize() * 1.5)
    assert large.px("space.6") == plain.px("space.6")
    assert large.px("radius.panel") == plain.px("radius.panel")


def test_the_window_wears_source_sans_and_changes_its_theme_while_it_runs(qapp, qtbot):
    label = QLabel("Ə")
    qtbot.addWidget(label)
    label.show()
    assert QFontInfo(theme().font("strong")).family() == "Source Sans Pro"
    before = label.palette().color(label.foregroundRole())
    apply_theme(qapp, "dark", 1.5)
    assert label.palette().color(label.foregroundRole()) != before
    assert theme().name == "dark"


def test_a_contrast_theme_of_windows_gives_its_own_colours_to_every_role(qapp):
    palette = QPalette(QColor("#202020"), QColor("#202020"))
    for role, value in {"WindowText": "#FFFFFF", "Highlight": "#8EE3F0", "Link": "#75E9FC"}.items():
        palette.setColor(QPalette.ColorRole[role], QColor(value))
    roles = system_roles(palette)
    assert roles.keys() == load_tokens().roles["contrast"].keys()
    assert (roles["text.main"], roles["accent.fill"], roles["accent.text"]) == (
        "#ffffff",
        "#8ee3f0",
        "#75e9fc",
    )
    assert (roles["paper.bg"], roles["paper.text"]) == ("#FFFFFF", "#000000")
    assert apply_theme(qapp, "contrast", 1.0, roles).color("accent.fill").name() == "#8ee3f0"


def test_colours_are_named_only_in_the_tokens_and_set_style_sheet_appears_once():
    sources = {path: path.read_text("utf-8") for path in (ROOT / "ui").rglob("*.py")}
    assert not [path.name for path, text in sources.items() if re.search(r"#[0-9A-Fa-f]{6}\b", text)]
    calls = [path.name for path, text in sources.items() for _ in re.findall(r"\.setStyleSheet\(", text)]
    assert calls == ["theme.py"]
    sheet = files("resources").joinpath("theme", "window.qss").read_text("utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,6}\b(?!_)", sheet.replace("#qt_calendar", ""))


def test_every_icon_named_in_the_window_exists(qapp):
    named = set()
    for path in (ROOT / "ui").rglob("*.py"):
        text = path.read_text("utf-8")
        named |= set(re.findall(r'(?:\bicon=|\bIcon\()"([a-z-]+)"', text))
    assert not sorted(name for name in named if not is_icon(name))
