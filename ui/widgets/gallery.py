"""A developer's tool: ``python -m ui.widgets.gallery OUT_DIR`` draws every control in every state as pictures."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import apply_theme, theme
from ui.widgets.gallery_controls import CONTROLS
from ui.widgets.gallery_pages import PAGES
from ui.widgets.text import Rule, Text

_VARIANTS: Final = (("light", 1.0), ("dark", 1.0), ("contrast", 1.0), ("light", 1.5))
_SETTLE_MS: Final = 400  # the busy arc appears after 300


def build() -> QWidget:
    """One page with a section for each kind of control."""
    page = QWidget()
    page.setProperty("kind", "surface")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(32, 24, 32, 32)
    column.setSpacing(10)
    head = QHBoxLayout()
    head.addWidget(Text("Komponentlər", "title"))
    head.addWidget(Text(f"tema: {theme().name} · {round(theme().scale * 100)} %", "small", "muted"))
    head.addStretch(1)
    column.addLayout(head)
    for title, make in CONTROLS + PAGES:
        column.addSpacing(6)
        column.addWidget(Text(title, "label", "soft"))
        column.addWidget(Rule())
        column.addLayout(_rows(make()))
    return page


def _rows(rows: list[list[QWidget]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(14)
    most = max(len(row) for row in rows)
    for y, row in enumerate(rows):
        if len(row) == 1:
            grid.addWidget(row[0], y, 0, 1, most)
            continue
        for x, widget in enumerate(row):
            grid.addWidget(widget, y, x, Qt.AlignmentFlag.AlignTop)
    return grid


def main(out: Path) -> int:
    """Draw all variants into ``out``; 0 when all are written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 2
    for name, scale in _VARIANTS:
        apply_theme(app, name, scale)
        page = build()
        page.resize(round(1366 * scale), page.sizeHint().height())
        page.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        page.show()
        QTimer.singleShot(_SETTLE_MS, app.quit)
        app.exec()
        page.resize(page.width(), page.heightForWidth(page.width()))
        page.grab().save(str(out / f"components-{name}-{round(scale * 100)}.png"))
        page.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
