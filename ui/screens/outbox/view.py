"""The outbox page: where the desk stands, what waits, in words, and the one button that sends it now."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from dost_desktop.rows import OutboxRow
from dost_desktop.services.unsent_export import ExportReport
from ui.infra.event_words import event_words
from ui.infra.keyboard import on_key
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.parts.giving_way import GivingWay
from ui.parts.side_panel import SidePanel
from ui.parts.wires import Wires
from ui.screens.outbox.answers import NEEDS, age_words, need_words, what_words
from ui.screens.outbox.item import Item, ItemId, Need, id_of, name_of, recorded_at
from ui.screens.outbox.item_part import ItemPart
from ui.screens.outbox.presenter import OutboxPresenter
from ui.screens.outbox.standing_part import StandingPart
from ui.screens.outbox.unsent import Unsent
from ui.sync_details import Known
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.note import Note
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.text import Text

if TYPE_CHECKING:  # heavy, and only the session knows it
    from dost_desktop.sync.report import SyncState

_LEAST_NEEDED: Final = (2,)  # the age gives way
_LOUD: Final = frozenset({Need.YOU, Need.SOMEBODY, Need.STUCK})
_ENDING: Final = ".dost-unsent"


class OutboxView(QWidget):
    """``title_changed`` for the header."""

    title_changed = Signal(str, str)
    row_selected = Signal(object)  # ItemId
    row_opened = Signal(object)  # ItemId
    sync_pressed = Signal()
    export_to = Signal(object)  # Path
    reload_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, file_name: str, *, decides: bool, parent: QWidget | None = None) -> None:
        """``file_name`` is proposed for an export; ``decides``: whoever is signed in settles disagreements."""
        super().__init__(parent)
        self._file_name = file_name
        self._unsent: Unsent | None = None
        self._waits_for_rows = False
        self._model = RowsModel(self._columns(), id_of)
        self._table = RowsView(self._model, two_lines=True, name=self.tr("Unsent work"))
        GivingWay(self._table, _LEAST_NEEDED)
        self._standing = StandingPart()
        self._count = Text("", "small", "muted", wrap=True)
        self._problem, self._exported = Note("bad"), Note("good")
        self._sync = ActionButton(self.tr("Sync now"), "primary", shortcut="primary", icon="arrows-clockwise")
        self._export = ActionButton(self.tr("Export to a file"), shortcut="Alt+F", icon="export")
        self.item = ItemPart(decides=decides)
        self._empty = EmptyState(
            "check-circle", self.tr("Everything is sent"), self.tr("Nothing waits at this desk.")
        )
        self._stack = QStackedWidget()
        self._build()
        self._wire()

    # what the presenter shows
    def show_unsent(self, unsent: Unsent) -> None:
        self._unsent = unsent
        self._model.show_rows(unsent.rows)
        self._stack.setCurrentIndex(0 if unsent.rows else 1)
        self._side.setVisible(bool(unsent.rows))
        needs_you, stuck = unsent.count(Need.YOU, Need.SOMEBODY), unsent.count(Need.STUCK)
        words = [self.tr("%n item(s) not sent", "", len(unsent.rows))] if unsent.rows else []
        if needs_you:
            words.append(self.tr("%n need(s) you", "", needs_you))
        if stuck:
            words.append(self.tr("%n not taken for long", "", stuck))
        self._count.setText(" · ".join(words))
        if unsent.rows:
            self._export.set_on()
        else:
            self._export.set_off(self.tr("Everything is sent: there is nothing to export."))
        self.title_changed.emit(self.tr("Unsent work"), "")
        if self._waits_for_rows and unsent.rows and self._sync.hasFocus():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._waits_for_rows = False

    def show_item(self, row: Item | None, unsent: Unsent) -> None:
        if row is not None:
            self.item.show_item(row, unsent)

    def show_state(self, state: SyncState, now: datetime, known: Known) -> None:
        """Where the desk stands now."""
        self._standing.show_state(state, now, known)

    def show_problem(self, error: AgentError | None) -> None:
        self._problem.setVisible(error is not None)
        if error is not None:
            self._exported.hide()
            self._problem.say("bad", words_for(error))

    def show_exported(self, report: ExportReport) -> None:
        words = [
            self.tr("%n record(s)", "", report.runs),
            self.tr("%n document(s)", "", report.documents),
            self.tr("%n half-done case(s)", "", report.cases),
        ]
        title = self.tr("Exported: {name}").format(name=report.path.name)
        detail = self.tr(
            "{what}. Give the file to the administrator; only the central system opens it. This desk goes on sending."
        ).format(what=", ".join(words))
        if report.left_out:
            left = self.tr(
                "%n damaged item(s) are not in it: tell the administrator.", "", len(report.left_out)
            )
            detail = f"{left} {detail}"
        self._exported.setVisible(True)
        self._exported.say("warn" if report.left_out else "good", title, detail)

    def set_exporting(self, busy: bool) -> None:
        self._export.set_busy(busy)

    def select(self, item: ItemId) -> None:
        self._table.blockSignals(True)
        self._table.select_id(item)
        self._table.blockSignals(False)

    def focus_list(self) -> None:
        """The focus on the list, or on the button when nothing waits."""
        self._waits_for_rows = self._unsent is None  # then they are on their way
        first = self._table if self._model.rowCount() else self._sync
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # cells
    def _columns(self) -> list[Column[Item]]:
        return [
            Column(self.tr("What"), self._what_cell),
            Column(self.tr("State"), self._state_cell, width=210),
            Column(self.tr("Age"), self._age_cell, width=90, align="right"),
        ]

    def _need(self, row: Item) -> Need:
        return self._unsent.need(row) if self._unsent else Need.WAITING

    def _what_cell(self, row: Item) -> Cell:
        words = event_words(row.kinds[-1]) if isinstance(row, OutboxRow) else what_words(row)
        return Cell(words, detail=name_of(row), strong=self._need(row) in _LOUD)

    def _state_cell(self, row: Item) -> Cell:
        need = self._need(row)
        _, icon, tone = NEEDS[need]
        return Cell(need_words(need), icon=icon, tone=tone, strong=need in _LOUD)

    def _age_cell(self, row: Item) -> Cell:
        return Cell(age_words(recorded_at(row), self._unsent.now) if self._unsent else "", muted=True)

    # exporting
    def _ask_path(self) -> None:
        dialog = QFileDialog(self, self.tr("Export unsent work"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Unsent work (*{ending})").format(ending=_ENDING)])
        dialog.setDefaultSuffix(_ENDING.removeprefix("."))
        dialog.selectFile(self._file_name + _ENDING)
        without_display = QGuiApplication.platformName() == "offscreen"
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, without_display)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export_to.emit(Path(name)))
        dialog.open()  # no event loop of its own

    # building
    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        middle = QWidget()
        middle.setProperty("part", "middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        head = BreakingRow((self._sync, self._export), spacing=12)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        for widget in (self._standing, head, self._count, self._problem, self._exported):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._problem.hide()
        self._exported.hide()
        row.addWidget(middle, 1)
        self._side = SidePanel(self.item)
        self._side.hide()  # until there is something
        row.addWidget(self._side)

    def _wire(self) -> None:
        self._table.selected.connect(self.row_selected)
        self._table.opened.connect(self.row_opened)
        self._sync.acted.connect(self.sync_pressed)
        self._export.acted.connect(self._ask_path)
        on_key(self, "list.reload", self.reload_pressed.emit)
        on_key(self, "list.next_open", self.next_pressed.emit)


def connect(view: OutboxView, presenter: OutboxPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.row_selected, presenter.row_selected),
            (view.row_opened, presenter.row_opened),
            (view.sync_pressed, presenter.sync_pressed),
            (view.export_to, presenter.export_to),
            (view.reload_pressed, presenter.reload),
            (view.next_pressed, presenter.next_pressed),
            (view.item.decide_pressed, presenter.decide_pressed),
            (view.item.file_pressed, presenter.file_pressed),
            (view.item.try_pressed, presenter.try_pressed),
        )
    )
