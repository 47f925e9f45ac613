"""Middle: the whole sheet: applications, registrations, suitable work, written answers, every event of the file."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from dost_desktop.domain.person_file import Application
from dost_desktop.rows import NoticeRow, NoticeState
from ui.infra.event_words import event_words
from ui.infra.moments import day_words, moment_words
from ui.infra.office_words import kind_words, state_words
from ui.screens.person.full_list import FullList
from ui.screens.person.page import PersonPage, TimelineRow
from ui.screens.person.sheet_part import GroundWords, OffersPart, ProfilePart, RegistrationPart, ToldPart
from ui.screens.person.written import changed_words, settled_words, short_number
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.text import Text


class HistoryPart(QWidget):
    """``application_opened`` and ``notice_opened`` carry an id; ``in_sight`` a rectangle of this widget."""

    application_opened = Signal(object)
    notice_opened = Signal(object)
    in_sight = Signal(QRect)

    def __init__(self, grounds: GroundWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._no_applications = Text(self.tr("No applications at this centre."), "body", "muted", wrap=True)
        self._applications = FullList(
            RowsModel(
                [
                    Column(self.tr("Applications"), self._application_cell),
                    Column(self.tr("State"), self._state_cell, width=176),
                ],
                lambda row: row.id,
            ),
            self.tr("Applications of the person"),
        )
        self._notices = FullList(
            RowsModel(
                [
                    Column(self.tr("Written answers"), self._notice_cell),
                    Column(self.tr("State"), self._notice_state_cell, width=176),
                ],
                lambda row: row.id,
            ),
            self.tr("Written answers to the person"),
        )
        self._timeline = FullList(
            RowsModel(
                [
                    Column(self.tr("History"), self._day_cell, width=104),
                    Column("", self._event_cell),
                    Column(self.tr("Central system"), self._confirmed_cell, width=136),
                ],
                lambda row: row.happened.event,
            ),
            self.tr("History of the file"),
        )
        self._registration, self.profile = RegistrationPart(grounds), ProfilePart()
        self._offers, self._told = OffersPart(grounds), ToldPart()
        for widget in (
            self._no_applications,
            self._applications,
            self._registration,
            self.profile,
            self._offers,
            self._notices,
            self._told,
            self._timeline,
        ):
            column.addWidget(widget)
        lists = (self._applications, self._registration.list, self._offers.list, self._notices, self._told)
        for listing in (*lists, self._timeline):
            listing.row_in_sight.connect(lambda row, listing=listing: self._into_sight(listing, row))
        self._applications.opened.connect(self.application_opened)
        self._offers.application_opened.connect(self.application_opened)
        self._notices.opened.connect(self.notice_opened)

    def show_page(self, page: PersonPage) -> None:
        """Everything that happened, as it stands now."""
        self._at = page.view.now
        self._no_applications.setVisible(not page.applications)
        self._applications.show_rows(page.applications)
        for part in (self._registration, self.profile, self._offers, self._told):
            part.show_page(page)
        self._notices.show_rows(page.view.notices)
        self._timeline.show_rows(page.timeline)

    def _into_sight(self, listing: FullList, row: QRect) -> None:
        top = listing.viewport().mapTo(self, QPoint(0, row.top()))
        self.in_sight.emit(QRect(top, row.size()))

    # cells
    def _application_cell(self, row: Application) -> Cell:
        when = moment_words(row.opened_at, self._at)
        return Cell(kind_words(row.kind), f"{short_number(row.number)} · {when} · {self._desk(row.desk)}")

    @staticmethod
    def _state_cell(row: Application) -> Cell:
        words, kind = state_words(row.state)
        return Cell(chip=words, chip_kind=kind)

    def _notice_cell(self, row: NoticeRow) -> Cell:
        kind = kind_words(row.application_kind) if row.application_kind else short_number(row.number)
        when = moment_words(row.issued_at, self._at)
        return Cell(kind, f"{short_number(row.number)} · {when} · {self._desk(row.desk)}")

    def _notice_state_cell(self, row: NoticeRow) -> Cell:
        if row.state is NoticeState.SUPERSEDED:
            return Cell(chip=self.tr("Superseded"))
        if row.state is NoticeState.RECALLED:
            return Cell(chip=self.tr("Recalled"))
        if row.served_at is None:
            return Cell(chip=self.tr("Receipt missing"), chip_kind="warn")
        return Cell(chip=self.tr("Handed over"))

    def _day_cell(self, row: TimelineRow) -> Cell:
        day = day_words(row.day, self._at) if row.day else " "
        return Cell(day, short_time(row.happened.at), strong=True)

    def _event_cell(self, row: TimelineRow) -> Cell:
        each = row.happened
        changes = "; ".join(changed_words(change) for change in each.changes)
        parts = (
            changes,
            settled_words(each.settled) if each.settled else "",
            each.note,
            self.tr("sent after the step of desk {desk}").format(desk=each.behind) if each.behind else "",
            short_number(each.number),
            self._desk(each.desk),
            each.agent,
        )
        words = event_words(each.kind)
        if each.corrects:
            words = self.tr("Correction: {what}").format(what=words)
        chip = self.tr("wrong file") if each.is_misfiled else ""
        return Cell(words, " · ".join(part for part in parts if part), chip=chip, chip_kind="warn")

    def _confirmed_cell(self, row: TimelineRow) -> Cell:
        if row.happened.confirmed:
            return Cell(self.tr("confirmed"), icon="check", muted=True)
        return Cell(self.tr("not sent yet"), icon="cloud-arrow-up", muted=True)

    def _desk(self, desk: str) -> str:
        return self.tr("desk {desk}").format(desk=desk)
