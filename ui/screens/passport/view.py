"""The passport page: one field, the sections, and the chosen one to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.infra.keyboard import on_key
from ui.parts.wires import Wires
from ui.screens.passport.presenter import Found, Hit, PassportPresenter
from ui.screens.passport.sheet_part import PassportSheet, tick_words
from ui.screens.passport.sheets import HEAD
from ui.theme.theme import theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.key_caps import KeyCaps
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

_SIDE: Final = 404
_WAIT_MS: Final = 120
_ROUND_A_HIT: Final = 64


class FindField(TextField):
    """Arrow down leads to the sections."""

    down = Signal()

    def __init__(self) -> None:
        super().__init__(enter_moves=False, limit=80)
        self.setProperty("own_enter", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return
        super().keyPressEvent(event)


class PassportView(QWidget):
    """``searched`` shortly after the last key, ``selected`` with the number of a section, 0 for the head."""

    searched = Signal(str)
    selected = Signal(object)
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._field = FindField()
        self._find = Field(
            self.tr("Find in the passport"),
            self._field,
            hint=self.tr("Words, or the number of a section"),
        )
        self._model = RowsModel(
            [Column("№", self._number_cell, width=44), Column(self.tr("Section"), self._section_cell)],
            lambda found: found.number,
        )
        self._list = RowsView(self._model, two_lines=True, name=self.tr("Sections of the passport"))
        self._empty = EmptyState("magnifying-glass", "", " ")
        self._foot, self._caps = Text("", "small", "muted", wrap=True), KeyCaps("list.next_open")
        self._area, self._sheet = QScrollArea(), QWidget()
        self._hit: Hit | None = None
        self._wait = QTimer(self)
        self._build()
        self._wire()

    # what the presenter shows
    def show_contents(self, found: Sequence[Found], query: str) -> None:
        self._model.show_rows(list(found))
        if not found:
            self._empty.say(
                self.tr("Nothing for “{query}”").format(query=query),
                self.tr("Fewer words or another spelling find more. Esc shows the whole passport."),
            )

    def show_sheet(self, found: Found | None) -> None:
        self._stack.setCurrentIndex(0 if found is not None else 1)
        self._sheet = QWidget() if found is None else PassportSheet(found)
        self._area.setWidget(self._sheet)  # the one before is deleted
        if found is not None:
            quoted = found.sheet.quotes
            self._area.setAccessibleName(quoted[0])
            self._area.setAccessibleDescription("\n".join(quoted[1:]))

    def show_hit(self, hit: Hit | None, place: int, every: int) -> None:
        self._hit = hit
        self._caps.setVisible(every > 1)
        sections = self._model.rowCount()
        if every:
            self._foot.setText(
                self.tr("Hit {place} of {every} · sections: {sections}").format(
                    place=place or "–", every=every, sections=sections
                )
            )
        else:
            self._foot.setText("")
        if isinstance(self._sheet, PassportSheet):
            self._sheet.show_current(hit)
            QTimer.singleShot(0, self, self._bring)  # once the sheet has its size

    def select(self, number: int) -> None:
        self._list.blockSignals(True)
        self._list.select_id(number)
        self._list.blockSignals(False)

    def focus_field(self) -> None:
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.end(False)

    # building
    def _build(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(24)
        self._left = QWidget()
        self._left.setProperty("part", "left")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._caps)
        left.addWidget(self._find)
        left.addWidget(self._list, 1)
        left.addLayout(foot)
        whole.addWidget(self._left)
        middle = QWidget()
        middle.setProperty("part", "middle")
        room = QVBoxLayout(middle)
        room.setContentsMargins(0, 0, 0, 0)
        self._area.setProperty("kind", "canvas")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget()
        self._stack.setProperty("kind", "canvas")
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        room.addWidget(self._stack)
        whole.addWidget(middle, 1)
        self._fit()

    def _wire(self) -> None:
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._search)
        self._field.textEdited.connect(lambda _: self._wait.start())
        self._field.returnPressed.connect(self._enter)
        self._field.down.connect(self._into_list)
        self._list.selected.connect(self.selected)
        self._list.opened.connect(lambda _: self._area.setFocus(Qt.FocusReason.OtherFocusReason))
        on_key(self, "list.next_open", self._next)
        on_key(self, "back", self._back)

    def _search(self) -> None:
        self._wait.stop()
        self.searched.emit(self._field.text())

    def _next(self) -> None:
        if self._wait.isActive():  # the words are newer than the hits: search first
            self._search()
        else:
            self.next_asked.emit()

    def _enter(self) -> None:
        if self._field.text().strip():
            self._next()
        else:
            self._into_list()

    def _into_list(self) -> None:
        if self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        """Esc: to the field; in the field, the whole passport again."""
        if self._field.hasFocus() and self._field.text():
            self._field.clear()
            self._search()
        self.focus_field()

    def _bring(self) -> None:
        """The hit into sight."""
        if self._hit is not None and isinstance(self._sheet, PassportSheet):
            box = self._sheet.hit_box(self._hit)
            self._area.ensureVisible(0, box.center().y(), 0, _ROUND_A_HIT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_left"):
            self._fit()

    def _fit(self) -> None:
        self._left.setFixedWidth(round(_SIDE * min(theme().scale, 1.05)))

    # cells
    @staticmethod
    def _number_cell(found: Found) -> Cell:
        return Cell("" if found.number == HEAD else str(found.number), muted=True)

    def _section_cell(self, found: Found) -> Cell:
        sheet = found.sheet
        brief = self.tr("%n step(s)", "", sheet.steps) if sheet.steps else sheet.brief
        chip = str(found.hits) if found.hits else ""
        return Cell(sheet.heading, brief or tick_words("unknown"), chip=chip)


def connect(view: PassportView, presenter: PassportPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.searched, presenter.searched),
            (view.selected, presenter.selected),
            (view.next_asked, presenter.next_hit),
        )
    )
