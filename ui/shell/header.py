"""The header: where the agent is, whose case it is, what is saved, and the search."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.infra.keyboard import on_key
from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.key_caps import caps_width, draw_caps
from ui.widgets.text import ElidedText, Text
from ui.widgets.text_field import TextField

_SEARCH: Final = (250, 300)  # beside a context, and alone


class SearchField(TextField):
    """The one search, with its glass and its key inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(enter_moves=False, parent=parent)
        self.setProperty("kind", "search")
        self.setProperty("own_enter", True)
        self.setProperty("own_escape", True)
        self.setTextMargins(0, 0, caps_width("search") + 4, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        worn = theme()
        painter = QPainter(self)
        edge = worn.px("control.icon_small")
        draw_icon(painter, square(10, self.height() / 2, edge), "magnifying-glass", worn.color("text.soft"))
        draw_caps(
            painter,
            self.width() - 8,
            self.height() / 2,
            "search",
            worn.color("text.soft"),
            worn.color("line.control"),
        )


class Header(QWidget):
    """``search_asked`` carries what was typed, on Enter."""

    search_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        self._title = ElidedText("", "title")
        self._context = ElidedText("", "body", "muted")
        self._tick = Icon("check", "good.text", "icon_small")
        self._saved = Text("", "small", "muted")
        self.search = SearchField()
        self.search.setAccessibleName(self.tr("Find a person, PIN or notice number"))
        self.search.returnPressed.connect(lambda: self.search_asked.emit(self.search.text().strip()))
        self.search.left.connect(self._search_left)
        self._glass = ActionButton("", "quiet", shortcut="search", icon="magnifying-glass")
        self._glass.setAccessibleName(self.search.accessibleName())
        self._glass.acted.connect(self.open_search)
        self._trailing: QWidget | None = None
        self._folded, self._open, self._offered = False, False, True
        row.addWidget(self._title)
        row.addWidget(self._context, 1)
        row.addWidget(self._tick)
        row.addWidget(self._saved)
        row.addWidget(self.search)
        row.addWidget(self._glass)
        self._row = row
        on_key(self, "search", self.open_search)
        self.show_saved("")
        self.fold(False)

    def show_title(self, title: str, context: str = "") -> None:
        """Page title and what stands behind it: application and ticket number."""
        self._title.setText(title)
        self._context.setText(context)
        self._arrange()

    def show_saved(self, words: str) -> None:
        """``Saved 14:07``, updated in place; ``""`` when there is nothing to save here."""
        self._saved.setText(words)
        self._saved.setVisible(bool(words))
        self._tick.setVisible(bool(words))
        self._arrange()

    def set_trailing(self, widget: QWidget | None) -> None:
        """A control of the page in place of the search, ``Back to the application`` for instance."""
        if self._trailing is not None:
            self._row.removeWidget(self._trailing)
            self._trailing.hide()
            self._trailing.setParent(None)
        self._trailing = widget
        if widget is not None:
            self._row.addWidget(widget)
            widget.show()
        self._arrange()

    def offer_search(self, offered: bool) -> None:
        """Whether this page has the search at all."""
        self._offered = offered
        self._arrange()

    def fold(self, folded: bool) -> None:
        """The search as a field, or as its icon."""
        self._folded = folded
        self.setFixedHeight(theme().px("shell.header"))
        self._arrange()

    def open_search(self) -> None:
        """Into the search field, whether folded or not."""
        if not self._offered:
            return
        self._open = True
        self._arrange()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search_left(self) -> None:
        self._open = False
        self._arrange()

    def _arrange(self) -> None:
        shown = self._offered and (self._trailing is None or self._open)
        as_field = shown and (self._open or not self._folded)
        crowded = bool(self._saved.text())
        width = round(_SEARCH[0 if crowded else 1] * theme().scale)
        self.search.setFixedWidth(width)
        words = self.tr("Find") if crowded else self.tr("Find a person, PIN or notice number")
        self.search.setPlaceholderText(words)
        self.search.setVisible(as_field)
        self._glass.setVisible(shown and not as_field)
