"""The list of rows: the keyboard first, the selection kept by id, nothing moved under the hand."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Final

from PySide6.QtCore import QEvent, QItemSelection, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.painted import LEFT, RIGHT, draw_box, draw_words, width_of
from ui.widgets.row_delegate import PAD, RowDelegate
from ui.widgets.rows_model import RowsModel

_LEAST_STRETCH: Final = 96
_ARROW_ROOM: Final = 18  # of the sorting arrow beside a head
_ARROWS: Final = frozenset(
    {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space}
)


class _Header(QHeaderView):
    """Column heads: small, quiet, with the arrow beside the words that sort."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(100, theme().px("list.head"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        worn = theme()
        painter.save()
        painter.fillRect(rect, worn.color("bg.sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), worn.color("line.subtle"))
        column = self._view.rows.columns[section]
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        ink = worn.color("text.soft")
        right = column.align == "right"
        draw_words(painter, inner, column.title, "caption_strong", ink, RIGHT if right else LEFT)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section and not right:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            left = inner.left() + width_of(column.title, "caption_strong") + 6
            icon = "arrow-up" if up else "arrow-down"
            draw_icon(painter, square(left, rect.center().y() + 0.5, round(12 * worn.scale)), icon, ink)
        painter.restore()


def _viewport() -> QWidget:
    """As Qt makes one itself; but to wrap Qt's own PySide6 first looks at every widget class there is (15 ms)."""
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    return viewport


class RowsView(QTableView):
    """``opened`` carries the id of the row on Enter or a double click, ``selected`` on every change by hand or key."""

    opened = Signal(object)
    selected = Signal(object)

    def __init__(
        self,
        model: RowsModel[Any],
        *,
        two_lines: bool = False,
        name: str = "",
        header: bool = True,
        sortable: bool = False,
        chooses_on_focus: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``chooses_on_focus``: the focus takes the first row when none is chosen; else an arrow key does."""
        super().__init__(parent)
        self.setViewport(_viewport())
        self.rows = model
        self._kept: tuple[Hashable, int] | None = None
        self._chooses_on_focus = chooses_on_focus
        self.setModel(model)
        self._delegate = RowDelegate(self, two_lines=two_lines)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ring", "none")
        self.verticalHeader().hide()
        self.setHorizontalHeader(_Header(self))
        self.horizontalHeader().setVisible(header)
        self.setSortingEnabled(False)
        if sortable:
            self.horizontalHeader().setSortIndicatorShown(True)
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.horizontalHeader().sortIndicatorChanged.connect(model.sort)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.id_at(index.row())))
        self._fit()

    # which row
    def selected_id(self) -> Any:
        """The id of the selected row, or ``None``."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else None

    def selected_row(self) -> Any:
        """The selected row itself, or ``None``."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def select_id(self, row_id: Hashable) -> bool:
        """Select a row and bring it into sight; ``False`` if it is not there."""
        place = self.rows.place_of(row_id)
        if place < 0:
            return False
        self.selectRow(place)
        self.scrollTo(self.rows.index(place, 0))
        return True

    def select_first(self) -> None:
        """Select the first row, if there is one."""
        if self.rows.rowCount():
            self.selectRow(0)

    def selectionChanged(self, chosen: QItemSelection, before: QItemSelection) -> None:
        super().selectionChanged(chosen, before)
        if self._kept is None and chosen.indexes():
            self.selected.emit(self.selected_id())
        self.viewport().update()

    def _remember(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self._kept = (self.rows.id_at(index.row()), self.visualRect(index).top())

    def _restore(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        place = self.rows.place_of(kept[0])
        if place < 0:
            return
        self._kept = kept  # restoring is not a choice of the person: no signal
        self.selectRow(place)
        moved = self.visualRect(self.rows.index(place, 0)).top() - kept[1]
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + moved)
        self._kept = None

    # keys and mouse
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self._is_chosen():
                self.opened.emit(self.selected_id())
            return
        if event.key() in _ARROWS and not self._is_chosen():
            self.select_first()
            return
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and not event.modifiers():
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else self.rows.rowCount() - 1)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._chooses_on_focus and not self._is_chosen():
            self.select_first()

    def _is_chosen(self) -> bool:
        return self.currentIndex().isValid() and self.selectionModel().hasSelection()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    # how it looks
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Column widths and row height at this text size; columns without a width share what is left."""
        worn = theme()
        heads = self.verticalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(1)
        heads.setDefaultSectionSize(self._delegate.row_height())
        widths = [self.fixed_width(number) for number in range(len(self.rows.columns))]
        shown = [width for number, width in enumerate(widths) if not self.isColumnHidden(number)]
        sharing = shown.count(0)
        rest = (self.viewport().width() - sum(shown)) // sharing if sharing else 0
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width or max(rest, round(_LEAST_STRETCH * worn.scale)))

    def fixed_width(self, number: int) -> int:
        """How wide a column with a width is at this text size, and never narrower than its head; 0: it shares."""
        column = self.rows.columns[number]
        if not column.width:
            return 0
        head = 0
        if not self.horizontalHeader().isHidden():
            arrow = (
                round(_ARROW_ROOM * theme().scale) if self.horizontalHeader().isSortIndicatorShown() else 0
            )
            head = width_of(column.title, "caption_strong") + 2 * PAD + arrow if column.title else 0
        return max(round(column.width * theme().scale), head)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        is_chosen, index = self._is_chosen(), self.currentIndex()
        if not is_chosen:
            index = self.rows.index(0, 0)  # where an arrow key begins
        if not index.isValid() or not (is_chosen or self.hasFocus()):
            return
        worn = theme()
        top = self.visualRect(index)
        row = QRect(0, top.top(), self.viewport().width(), top.height())
        painter = QPainter(self.viewport())
        if is_chosen:
            marker = QRect(0, row.top(), worn.px("line.marker"), row.height())
            painter.fillRect(marker, worn.color("accent.fill"))
        if self.hasFocus():
            draw_box(
                painter,
                row,
                line=worn.color("line.focus"),
                width=worn.px("line.focus"),
                radius=worn.px("radius.control"),
            )
