"""The search page: one field, the persons found, and what the selected one has here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import Status
from dost_desktop.rows import ApplicationRow, PersonRow
from ui.infra.moments import day_words, moment_words
from ui.infra.number_words import number_label
from ui.infra.office_words import kind_words, state_words, status_words
from ui.infra.phones import written_phone
from ui.parts.breaking_row import BreakingRow
from ui.parts.tall_enough import TallEnough
from ui.screens.persons.presenter import Found
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import Fact, FactRows
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

_SIDE: Final = 404
_WAIT_MS: Final = 200


class FindField(TextField):
    """Arrow down leads to the results, Esc empties the field."""

    down = Signal()

    def __init__(self) -> None:
        super().__init__(enter_moves=False, limit=80)
        self.setProperty("own_enter", True)
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return
        super().keyPressEvent(event)


class PersonsView(QWidget):
    """``searched`` 200 ms after the last key, ``entered`` with the row's id or None for the selected one."""

    searched = Signal(str)
    selected = Signal(object)
    entered = Signal(object)
    application_opened = Signal(object)
    new_application = Signal()
    file_pressed = Signal()

    def __init__(
        self, *, now: Callable[[], datetime], serves: bool = True, parent: QWidget | None = None
    ) -> None:
        """``serves``: whoever looks opens applications too."""
        super().__init__(parent)
        self._serves = serves
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._now = now
        self._field = FindField()
        self._find = Field(
            self.tr("Find a person"),
            self._field,
            hint=self.tr("PIN (FİN), name, phone, document or application number"),
        )
        self._model = RowsModel(
            [
                Column(self.tr("Person"), self._person_cell),
                Column(self.tr("Registration"), self._status_cell, width=150),
                Column(self.tr("Last activity"), self._activity_cell, width=124),
            ],
            lambda row: row.file_id,
        )
        self._list = RowsView(self._model, two_lines=True, name=self.tr("Persons found"))
        self._near = Note("info")
        self._empty_new = ActionButton(self.tr("New application"), shortcut="application.new")
        self._empty = EmptyState("magnifying-glass", "", " ", self._empty_new)
        self._foot = Text("", "small", "muted")
        self._name, self._chip, self._facts = Text("", "heading", wrap=True), Chip(""), FactRows(small=True)
        self._applications = RowsModel(
            [
                Column(self.tr("Applications"), self._application_cell),
                Column("", self._state_cell, width=150),
            ],
            lambda row: row.id,
        )
        self._application_list = RowsView(
            self._applications, two_lines=True, name=self.tr("Applications of the person")
        )
        self._no_applications = Text(self.tr("No applications at this centre."), "small", "muted", wrap=True)
        self._open = ActionButton(self.tr("Open"), "primary", shortcut="primary")
        self._new = ActionButton(self.tr("New application"))
        if not serves:  # shown with the page, a widget without a parent would be a window
            self._new.hide()
        self._file = ActionButton(self.tr("Whole file"), shortcut="file.open")
        self._wait = QTimer(self)
        self._build()
        self._wire()

    # what the presenter shows
    def show_text(self, text: str) -> None:
        self._field.show_text(text)

    def show_results(self, found: Found, rows: Sequence[PersonRow], text: str) -> None:
        self._model.show_rows(list(rows))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._near.setVisible(found is Found.NEAR)
        self._foot.setText(self.tr("%n person(s) found", "", len(rows)) if rows else "")
        if found is Found.NEAR:
            words = self.tr("Nobody is written like “{query}”. These are written nearly so.")
            self._near.say("info", words.format(query=text))
        self._empty_new.setVisible(found is Found.NOTHING and self._serves)
        if found is Found.NOTHING:
            title = self.tr("Nothing for “{query}”").format(query=text)
            self._empty.say(title, self.tr("Check the spelling or open a new file."))
        elif found is Found.TOO_SHORT:
            self._empty.say(
                self.tr("Type at least 3 letters or digits"), self.tr("Fewer would find too many.")
            )
        else:
            self._empty.say(
                self.tr("Whom are you looking for?"), self.tr("Type a PIN (FİN), name or document number.")
            )
        if rows and self._list.selected_id() is None:
            self._list.select_first()

    def show_person(self, row: PersonRow | None, applications: Sequence[ApplicationRow] | None) -> None:
        self._area.setVisible(row is not None)
        if row is None:
            return
        self._name.setText(row.full_name)
        self._chip.show_as(*status_words(row.status))
        self._chip.setVisible(row.status is not Status.UNKNOWN)
        pairs = [
            (number_label(row.number_kind or NumberKind.PIN), row.number),
            (self.tr("Born"), short(row.birth_date) if row.birth_date else ""),
            (self.tr("Document"), row.document_number),
            (self.tr("Mobile number"), written_phone(row.phone)),
        ]
        self._facts.show_facts([Fact(label, value) for label, value in pairs if value])
        known = row.status_known_at
        when = moment_words(known, self._now()) if known else ""
        self._facts.set_source(self.tr("MAS · {when}").format(when=when) if known else "")
        self._applications.show_rows(list(applications or ()))
        self._application_list.setVisible(bool(applications))
        self._no_applications.setVisible(applications is not None and not applications)
        self._fit()

    def focus_field(self) -> None:
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.end(False)

    # building
    def _build(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 20, 0, 16)
        whole.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(12)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._find)
        left.addWidget(self._near)
        left.addWidget(self._stack, 1)
        left.addWidget(self._foot)
        whole.addLayout(left, 1)
        self._near.hide()
        self._side = TallEnough()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 24, 0)
        side.setSpacing(16)
        panel = Panel()
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        panel.body.addLayout(head)
        panel.body.addWidget(self._facts)
        panel.body.addSpacing(4)
        panel.body.addWidget(BreakingRow((self._open, self._file, self._new)))
        side.addWidget(panel)
        side.addWidget(self._application_list)
        side.addWidget(self._no_applications)
        side.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self._area, self._side):
            widget.setProperty("kind", "canvas")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area.setWidget(self._side)
        whole.addWidget(self._area)
        self._area.hide()
        self._fit()

    def _wire(self) -> None:
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(lambda: self.searched.emit(self._field.text()))
        self._field.textEdited.connect(lambda _: self._wait.start())
        self._field.returnPressed.connect(self._enter)
        self._field.down.connect(self._into_list)
        self._list.selected.connect(self.selected)
        self._list.opened.connect(self.entered)
        self._application_list.opened.connect(self.application_opened)
        self._open.acted.connect(lambda: self.entered.emit(None))
        self._new.acted.connect(self.new_application)
        self._file.acted.connect(self.file_pressed)
        self._empty_new.acted.connect(self.new_application)

    def _enter(self) -> None:
        if self._wait.isActive():  # the text is newer than the results: search first
            self._wait.stop()
            self.searched.emit(self._field.text())
            return
        if self._model.rowCount():
            self.entered.emit(self._list.selected_id())

    def _into_list(self) -> None:
        if self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_area"):
            self._fit()

    def _fit(self) -> None:
        self._area.setFixedWidth(round(_SIDE * min(theme().scale, 1.05)) + 24)
        rows = min(max(self._applications.rowCount(), 1), 6)
        height = rows * theme().px("list.row_two_line") + theme().px("list.head") + 2 * theme().outline + 2
        self._application_list.setFixedHeight(height)

    # cells
    def _person_cell(self, row: PersonRow) -> Cell:
        born = short(row.birth_date) if row.birth_date else ""
        detail = " · ".join(part for part in (row.number, born, row.document_number) if part)
        chip = self.tr("similar") if row.is_near else self.tr("to be reviewed") if row.needs_review else ""
        return Cell(row.full_name, detail or " ", chip=chip, chip_kind="neutral" if row.is_near else "warn")

    def _status_cell(self, row: PersonRow) -> Cell:
        words, kind = status_words(row.status)
        return (
            Cell(muted=True, text="–") if row.status is Status.UNKNOWN else Cell(chip=words, chip_kind=kind)
        )

    def _activity_cell(self, row: PersonRow) -> Cell:
        return Cell(day_words(row.last_active_on, self._now()) if row.last_active_on else "", muted=True)

    def _application_cell(self, row: ApplicationRow) -> Cell:
        when = moment_words(row.opened_at, self._now(), with_time=False)
        return Cell(kind_words(row.kind), f"…/{row.number.rpartition('/')[2]} · {when}")

    def _state_cell(self, row: ApplicationRow) -> Cell:
        words, kind = state_words(row.state)
        return Cell(chip=words, chip_kind=kind)
