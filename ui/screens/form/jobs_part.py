"""The jobs the person had: one line while folded, else a row for each, with how long and why it ended."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.refusing import Refused
from ui.parts.section import Section
from ui.parts.side_by_side import SideBySide, left_of
from ui.screens.form.fields import field, listen, show_problems
from ui.screens.form.typed import MOST_JOBS, TypedJob
from ui.widgets.action_button import ActionButton
from ui.widgets.tab_order import last_inside, tab_after
from ui.widgets.text import Rule, Text
from ui.widgets.text_field import TextField


class _Row(QWidget):
    edited = Signal()
    left = Signal(str)
    removed = Signal()

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position, self._employer = TextField(limit=80), TextField(limit=120)
        self._years, self._months = TextField(limit=2), TextField(limit=3)
        self._left_for = TextField(limit=120)
        self.fields = {
            f"job.{place}.position": field(self.tr("Position"), self._position),
            f"job.{place}.employer": field(self.tr("Employer"), self._employer, optional=True),
            f"job.{place}.years": field(self.tr("Years"), self._years),
            f"job.{place}.months": field(self.tr("Months"), self._months),
            f"job.{place}.left_for": field(self.tr("Why it ended"), self._left_for, optional=True),
        }
        position, employer, years, months, left_for = self.fields.values()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        remove = self.remove = ActionButton(self.tr("Remove"), "link")
        remove.setAccessibleDescription(self.tr("Job {n}").format(n=place + 1))
        remove.acted.connect(self.removed)
        head.addWidget(Text(self.tr("Job {n}").format(n=place + 1), "label", "soft"), 1)
        head.addWidget(remove)
        if place:
            column.addWidget(Rule())
        column.addLayout(head)
        column.addWidget(SideBySide((position, employer)))
        column.addWidget(SideBySide((years, months, left_for), shares=(1, 1, 4), least=70))
        listen(self.fields, self.edited.emit, self.left.emit)

    def fill(self, job: TypedJob) -> None:
        self._position.show_text(job.position)
        self._employer.show_text(job.employer)
        self._years.show_text(job.years)
        self._months.show_text(job.months)
        self._left_for.show_text(job.left_for)

    def job(self) -> TypedJob:
        return TypedJob(
            position=self._position.text(),
            employer=self._employer.text(),
            years=self._years.text(),
            months=self._months.text(),
            left_for=self._left_for.text(),
        )


class JobsPart(Section):
    """``added`` and ``removed`` ask for one row more or less; the presenter answers with ``fill``."""

    edited = Signal()
    left = Signal(str)
    added = Signal()
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("FormSection", "Work so far"), "Alt+Y", parent)
        self._rows: list[_Row] = []
        self._used = 0
        self._room = QVBoxLayout()
        self._room.setSpacing(12)
        self._add = ActionButton(self.tr("Add a job"), shortcut="Alt+N")
        self._add.acted.connect(self.added)
        self.panel.body.addLayout(self._room)
        self.panel.body.addWidget(left_of(self._add))
        self.first = self._add

    def show_problems(self, problems: Mapping[str, Refused]) -> None:
        """What is wrong in the rows."""
        for row in self._rows[: self._used]:
            show_problems(row.fields, problems)

    def fill(self, jobs: tuple[TypedJob, ...]) -> None:
        """As many rows as there are jobs."""
        while len(self._rows) < len(jobs):
            self._make()
        self._used = len(jobs)
        for place, row in enumerate(self._rows):
            row.fill(jobs[place] if place < len(jobs) else TypedJob())
            row.setVisible(place < len(jobs))
        self._add.setVisible(len(jobs) < MOST_JOBS)
        self.first = next(iter(self._rows[0].fields.values())).editor if jobs else self._add

    def jobs(self) -> tuple[TypedJob, ...]:
        """What stands in the rows."""
        return tuple(row.job() for row in self._rows[: self._used])

    def say_detail(self, words: str) -> None:
        """What the folded line says."""
        self.row.set_detail(words)

    def place_of(self, name: str) -> QWidget | None:
        """Where the caret goes for this field, unfolded; None when it is not here."""
        for row in self._rows[: self._used]:
            if name in row.fields:
                self.unfold()
                return row.fields[name]
        return None

    def _make(self) -> None:
        place = len(self._rows)
        row = _Row(place)
        row.edited.connect(self.edited)
        row.left.connect(self.left)
        row.removed.connect(partial(self.removed.emit, place))
        before = last_inside(self._rows[-1]) if self._rows else self._add
        self._rows.append(row)
        self._room.addWidget(row)
        tab_after(before, [row.remove, *row.fields.values()])
        tab_after(last_inside(row), [self._add])
