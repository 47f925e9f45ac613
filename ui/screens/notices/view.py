"""The journal page: filter row, table, footer with the numbers left; the chosen one's details right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.domain.dates import legal_date, short, short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.rows import NoticeRow
from dost_desktop.services.look_at_notice import NoticeView
from ui.infra.keyboard import on_key
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.office_words import kind_words
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.parts.giving_way import GivingWay
from ui.parts.side_panel import SidePanel
from ui.parts.wires import Wires
from ui.screens.notices.details_part import DetailsPart, short_number
from ui.screens.notices.presenter import (
    Journal,
    NoticesPresenter,
    Period,
    Standing,
    Wanted,
    standing_of,
)
from ui.screens.notices.verification import Verdict
from ui.widgets.combo import Combo
from ui.widgets.empty_state import EmptyState
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

STANDINGS: Final = {  # words, icon, tone
    Standing.CONFIRMED: (QT_TRANSLATE_NOOP("Standing", "Confirmed"), "check-circle", ""),
    Standing.UNCONFIRMED: (QT_TRANSLATE_NOOP("Standing", "Unconfirmed"), "cloud-arrow-up", "warn"),
    Standing.NOT_SERVED: (QT_TRANSLATE_NOOP("Standing", "Receipt missing"), "warning", "warn"),
    Standing.SUPERSEDED: (QT_TRANSLATE_NOOP("Standing", "Superseded"), "arrows-clockwise", "muted"),
    Standing.RECALLED: (QT_TRANSLATE_NOOP("Standing", "Recalled"), "prohibit", "muted"),
}


_LEAST_NEEDED: Final = (2, 1, 4)  # kind, time, state give way in this order


class NoticesView(QWidget):
    """``title_changed`` for the header."""

    title_changed = Signal(str, str)
    filter_chosen = Signal(object)  # Wanted
    row_selected = Signal(object)  # UUID
    open_pressed = Signal()
    case_pressed = Signal()
    print_pressed = Signal()
    verify_pressed = Signal()
    receipt_pressed = Signal()
    served = Signal(object)  # Handing
    purpose_given = Signal(str)
    reload_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._model = RowsModel(self._columns(), lambda row: row.id)
        self._table = RowsView(self._model, name=self.tr("Written answers"), sortable=True)
        GivingWay(self._table, _LEAST_NEEDED)
        self._details = DetailsPart()
        self.hand_over = self._details.hand_over
        self._period = Segmented(
            [Option(Period.TODAY, self.tr("Today")), Option(Period.ALL, self.tr("All"))],
            name=self.tr("Period"),
        )
        every_kind, every_state = Option("", self.tr("All kinds")), Option("", self.tr("All states"))
        self._kind = Combo([every_kind, *(Option(kind, kind_words(kind)) for kind in ApplicationKind)])
        self._standing = Combo([every_state, *(Option(each, _standing_words(each)) for each in STANDINGS)])
        self._kind.setAccessibleName(self.tr("Kind"))
        self._standing.setAccessibleName(self.tr("State"))
        self._count, self._foot = Text("", "small", "muted"), Text("", "caption", "muted", wrap=True)
        self._problem = Note("bad")
        self._empty = EmptyState("file-text", self.tr("No written answers today."))
        self._stack = QStackedWidget()
        self._build()
        self._wire()

    # what the presenter shows
    def show_journal(self, journal: Journal, wanted: Wanted) -> None:
        self._today = legal_date(journal.now)
        self._period.choose(wanted.period)
        self._kind.choose(wanted.kind or "")
        self._standing.choose(wanted.standing or "")
        self._model.show_rows(journal.rows)
        self._stack.setCurrentIndex(0 if journal.rows else 1)
        if wanted == Wanted():
            self._empty.say(self.tr("No written answers today."))
        else:
            self._empty.say(
                self.tr("Nothing fits this filter"), self.tr("Choose another period, kind or state.")
            )
        self._count.setText(self.tr("%n written answer(s)", "", len(journal.rows)))
        self._foot.setText(self._foot_words(journal))
        self.title_changed.emit(self.tr("Written answers"), short(legal_date(journal.now)))

    def show_details(self, details: NoticeView | None) -> None:
        self._details.show_details(details)

    def show_purpose(self, row: NoticeRow, centres: tuple[str, ...], problem: AgentError | None) -> None:
        self._details.show_purpose(row, centres, problem)
        if problem is not None:
            self.focus_purpose()

    def focus_purpose(self) -> None:
        self._details.focus_purpose()

    def show_verifying(self) -> None:
        self._details.show_verifying()

    def show_verdict(self, verdict: Verdict) -> None:
        self._details.show_verdict(verdict)

    def show_problem(self, error: AgentError | None) -> None:
        self._problem.setVisible(error is not None)
        if error is not None:
            self._problem.say("bad", words_for(error))

    def show_hand_over(self, shown: bool) -> None:
        self._details.show_hand_over(shown)

    def select(self, notice: UUID) -> None:
        self._table.blockSignals(True)
        self._table.select_id(notice)
        self._table.blockSignals(False)

    def receipt_words(self) -> str:
        return self.tr("Receipt recorded")

    def focus_list(self) -> None:
        """The focus on the table, as the page opens."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # cells
    def _columns(self) -> list[Column[NoticeRow]]:
        return [
            Column("№", lambda row: Cell(short_number(row.number), strong=True), lambda row: row.number, 98),
            Column(self.tr("Time"), self._time_cell, lambda row: row.issued_at, 100),
            Column(self.tr("Kind"), self._kind_cell, width=152),
            Column(self.tr("To whom"), lambda row: Cell(row.full_name)),
            Column(self.tr("State"), self._state_cell, width=154),
            Column(self.tr("Handed over"), self._served_cell, lambda row: row.served_at is None, 124),
        ]

    def _time_cell(self, row: NoticeRow) -> Cell:
        return Cell(self._short_moment(row.issued_at), muted=True)

    def _short_moment(self, moment: datetime) -> str:
        """The time alone today, with day and month before."""
        is_today = legal_date(moment) == self._today
        return short_time(moment) if is_today else f"{short(legal_date(moment))[:5]} {short_time(moment)}"

    @staticmethod
    def _kind_cell(row: NoticeRow) -> Cell:
        return Cell(kind_words(row.application_kind) if row.application_kind else "–")

    @staticmethod
    def _state_cell(row: NoticeRow) -> Cell:
        standing = standing_of(row)
        _, icon, tone = STANDINGS[standing]
        return Cell(
            _standing_words(standing), icon=icon, tone=tone or ("good" if icon == "check-circle" else "")
        )

    def _served_cell(self, row: NoticeRow) -> Cell:
        if row.served_at is None:
            return Cell(self.tr("not recorded"), tone="warn", strong=True)
        return Cell(self._short_moment(row.served_at))

    def _foot_words(self, journal: Journal) -> str:
        taken = journal.next_number
        if taken is None:
            return self.tr("No numbers left at this desk: the next written answer gets a provisional number.")
        lease = taken.lease
        series = f"05-04-05-00/{lease.centre}/{lease.year}"
        return self.tr(
            "Series {series} · next number {no} · %n number(s) left at this desk", "", taken.left
        ).format(series=series, no=f"{taken.number:06}")

    # building
    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        middle = QWidget()
        middle.setProperty("part", "middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 16, 16, 16)
        column.setSpacing(12)
        combos = QWidget()
        beside = QHBoxLayout(combos)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self._kind)
        beside.addWidget(self._standing)
        head = QHBoxLayout()
        head.addWidget(BreakingRow((self._period, combos)), 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column.addLayout(head)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self._problem.hide()
        row.addWidget(middle, 1)
        row.addWidget(SidePanel(self._details))

    def _wire(self) -> None:
        for chosen in (self._period.chosen, self._kind.chosen, self._standing.chosen):
            chosen.connect(lambda _: self._filtered())
        self._table.selected.connect(self.row_selected)
        self._table.opened.connect(lambda _: self.open_pressed.emit())
        acts: dict[str, Callable[[], None]] = {
            "open": self.open_pressed.emit,
            "case": self.case_pressed.emit,
            "copy": self.print_pressed.emit,
            "verify": self.verify_pressed.emit,
            "receipt": self.receipt_pressed.emit,
        }
        self._details.acted.connect(lambda act: acts[act]())
        self._details.served.connect(self.served)
        self._details.purpose_given.connect(self.purpose_given)
        on_key(self, "list.reload", self.reload_pressed.emit)
        on_key(self, "list.next_open", self.next_pressed.emit)
        on_key(self, "back", self._back)

    def _filtered(self) -> None:
        kind, standing = self._kind.value(), self._standing.value()
        wanted = Wanted(
            Period(self._period.value()),
            ApplicationKind(kind) if kind else None,
            Standing(standing) if standing else None,
        )
        self.filter_chosen.emit(wanted)

    def _back(self) -> None:
        if self._details.is_handing_over():
            self._details.show_hand_over(False)
        self.focus_list()


def _standing_words(standing: Standing) -> str:
    return QCoreApplication.translate("Standing", STANDINGS[standing][0])


def connect(view: NoticesView, presenter: NoticesPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.filter_chosen, presenter.filter_chosen),
            (view.row_selected, presenter.row_selected),
            (view.open_pressed, presenter.open_pressed),
            (view.case_pressed, presenter.case_pressed),
            (view.print_pressed, presenter.print_pressed),
            (view.verify_pressed, presenter.verify_pressed),
            (view.receipt_pressed, presenter.receipt_pressed),
            (view.served, presenter.served),
            (view.purpose_given, presenter.purpose_given),
            (view.reload_pressed, presenter.reload),
            (view.next_pressed, presenter.next_pressed),
        )
    )
