"""The window's frame: rail, header, pages, status strip. It goes where it is told and knows no rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.infra.keyboard import on_key
from ui.infra.shortcuts import caps_of, words_of
from ui.shell.header import Header
from ui.shell.parts import next_part
from ui.shell.rail import Rail, RailItem
from ui.shell.status_strip import StatusStrip
from ui.theme.theme import theme
from ui.widgets.focus_ring import FocusRing
from ui.widgets.tab_order import last_inside, tab_after
from ui.widgets.text import Text

_SEARCH_FOLDS: Final = 1300  # widths in text units: pixels divided by the text scale
_RAIL_FOLDS: Final = 1280
_STRIP_FOLDS: Final = 1100
_SMALLEST: Final = QSize(960, 600)


class Shell(QMainWindow):
    """Pages are shown by ``open_page``; the wishes of the agent come out as signals."""

    page_asked = Signal(str)
    search_asked = Signal(str)
    sync_asked = Signal()
    lock_asked = Signal()
    undo_asked = Signal()

    def __init__(
        self, pages: Sequence[RailItem], *, practice: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("DOST Desktop")
        self.setMinimumSize(_SMALLEST)
        self.rail, self.header, self.strip = Rail(pages), Header(), StatusStrip()
        self.absent_keys: frozenset[str] = frozenset()  # what whoever signed in does not have
        self._pages: dict[str, QWidget] = {}
        self._kept: set[QWidget] = set()
        self._stack = QStackedWidget()
        self._stack.setProperty("kind", "canvas")
        self._bar_room = QVBoxLayout()
        self._bar: QWidget | None = None
        self._work = self._frame_of_work()
        self._layers = QStackedWidget()
        self._layers.addWidget(self._work)
        self._cover: QWidget | None = None
        self._before_cover: QWidget | None = None
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if practice:
            column.addWidget(self._practice_band(practice))
        column.addWidget(self._layers, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(whole)
        self.menuBar().hide()
        self.ring = FocusRing(self)
        self._wire()

    # pages
    def open_page(self, page_id: str, page: QWidget) -> None:
        """Show this page and mark it in the rail; a page shown before under the id is kept, not closed."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
            if not any(part.property("part") for part in page.findChildren(QWidget)):
                page.setProperty("part", "middle")  # a page of one part: F6 goes there too
            tab_after(last_inside(page), self.strip.stops())
        self._pages[page_id] = page
        self._stack.setCurrentWidget(page)
        self.rail.select(page_id)

    def keep_page(self, page: QWidget) -> None:
        """A page that is built before it is shown, and stays when it is closed."""
        self._stack.addWidget(page)
        page.ensurePolished()
        self._kept.add(page)

    def close_page(self, page: QWidget) -> None:
        """The page is over: its widgets go, unless it is kept."""
        if page in self._kept:
            return
        self._stack.removeWidget(page)
        self._pages = {id_: kept for id_, kept in self._pages.items() if kept is not page}
        page.deleteLater()

    def current_page(self) -> QWidget | None:
        """The page in sight."""
        return self._stack.currentWidget()

    def show_title(self, title: str, context: str = "") -> None:
        """The header's title, and the window's."""
        self.header.show_title(title, context)
        self.setWindowTitle(self.tr("DOST Desktop – {screen}").format(screen=title))

    def show_bar(self, bar: QWidget | None) -> None:
        """One bar under the header, a found draft for instance; ``None`` takes it away."""
        if self._bar is not None:
            self._bar_room.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = bar
        if bar is not None:
            self._bar_room.addWidget(bar)

    def cover(self, widget: QWidget) -> None:
        """Sign-in or lock over everything but the strip; the case, the caret and the timer go on behind it."""
        self._before_cover = self.focusWidget()
        if self._cover is not None and self._cover is not widget:
            self._layers.removeWidget(self._cover)
            self._cover.deleteLater()
        self._cover = widget
        if self._layers.indexOf(widget) < 0:
            self._layers.addWidget(widget)
        self._layers.setCurrentWidget(widget)
        self.menuBar().hide()

    def uncover(self) -> None:
        """Back to the work, the caret where it was."""
        self._layers.setCurrentWidget(self._work)
        if self._before_cover is not None and isValid(self._before_cover):
            self._before_cover.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before_cover = None

    def _keep_caret_on_cover(self, before: QWidget | None, now: QWidget | None) -> None:
        """A page behind the cover that hears of something may want the caret: it gets it with the work, not before."""
        covered = self._cover is not None and self._layers.currentWidget() is self._cover
        if not covered or now is None or not self._work.isAncestorOf(now):
            return
        self._before_cover = now
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    # menu
    def add_menu(self, title: str) -> QMenu:
        """A menu of the bar that F10 shows."""
        return self.menuBar().addMenu(title)

    @staticmethod
    def add_entry(menu: QMenu, shortcut: str, act: Callable[[], None], words: str = "") -> None:
        """A menu entry; its words and key come from the registry."""
        key = "+".join(caps_of(shortcut)) if shortcut else ""
        entry = menu.addAction(f"{words or words_of(shortcut)}\t{key}" if key else words)
        entry.triggered.connect(lambda _=False: act())

    def toggle_menu(self) -> None:
        """The menu bar into sight and back."""
        bar = self.menuBar()
        bar.setVisible(not bar.isVisible() and bool(bar.actions()))
        if bar.isVisible():
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            bar.setActiveAction(bar.actions()[0])

    def show_keys(self) -> None:
        """The sheet of all keys."""
        from ui.shell.key_sheet import KeySheet  # noqa: PLC0415 - not for the first page

        KeySheet(self, self.absent_keys).open()

    # folding
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "ring"):
            self._fold()

    def _fold(self) -> None:
        units = self.width() / theme().scale
        self.header.fold(units < _SEARCH_FOLDS)
        self.rail.fold(units < _RAIL_FOLDS)
        self.strip.fold(units < _STRIP_FOLDS)

    # building
    def _frame_of_work(self) -> QWidget:
        work = QWidget()
        work.setProperty("kind", "canvas")
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addLayout(self._bar_room)
        right.addWidget(self._stack, 1)
        row.addLayout(right, 1)
        return work

    @staticmethod
    def _practice_band(words: str) -> QWidget:
        band = QFrame()
        band.setProperty("kind", "practice")
        row = QHBoxLayout(band)
        row.setContentsMargins(16, 2, 16, 3)
        label = Text(words, "caption_strong", "warn")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(label)
        return band

    def _wire(self) -> None:
        self.rail.asked.connect(self.page_asked)
        self.rail.lock_asked.connect(self.lock_asked)
        self.header.search_asked.connect(self.search_asked)
        self.strip.sync_asked.connect(self.sync_asked)
        self.strip.undo_asked.connect(self.undo_asked)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_caret_on_cover)
        on_key(self, "part.next", lambda: next_part(self, self.focusWidget()))
        on_key(self, "part.previous", lambda: next_part(self, self.focusWidget(), back=True))
        on_key(self, "menu", self.toggle_menu)
        on_key(self, "help", self.show_keys)
