"""What the person can do and looks for, typed while they tell it (Law, Art. 6; letters 7.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.vocabulary import Education
from ui.infra.office_words import education_words
from ui.parts.side_by_side import SideBySide, left_of
from ui.widgets.action_button import ActionButton
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.tab_order import tab_after
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_LINE: Final = 120
_JOBS_MOST: Final = 10


class _Job(QWidget):
    """One job the person had."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors = {
            "position": TextField(limit=_LINE),
            "employer": TextField(limit=_LINE),
            "years": TextField(limit=2),
            "months": TextField(limit=2),
            "left_for": TextField(limit=_LINE),
        }
        words = {
            "position": self.tr("Position"),
            "employer": self.tr("Employer"),
            "years": self.tr("Years"),
            "months": self.tr("Months"),
            "left_for": self.tr("Why it ended"),
        }
        self.fields = {name: Field(words[name], editor) for name, editor in self.editors.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SideBySide((self.fields["position"], self.fields["employer"])))
        last = (self.fields["years"], self.fields["months"], self.fields["left_for"])
        column.addWidget(SideBySide(last, shares=(1, 1, 3), least=70))
        for editor in self.editors.values():
            editor.textEdited.connect(lambda _: self.edited.emit())

    def content(self) -> dict[str, str]:
        """What is typed now."""
        return {name: editor.text() for name, editor in self.editors.items()}

    def fill(self, typed: Mapping[str, Any]) -> None:
        """As it was typed."""
        for name, editor in self.editors.items():
            editor.show_text(str(typed.get(name, "")))


class ProfileForm(Panel):
    """All of a profile; jobs can be added, empty ones are left out. ``edited`` carries everything that is typed."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What can the person do?"), "heading")
        levels = [Option(each.value, education_words(each)) for each in Education]
        self._education = Combo([Option("", self.tr("not said")), *levels])
        self._transport = Combo(
            [
                Option("", self.tr("was not asked")),
                Option("yes", self.tr("public transport only")),
                Option("no", self.tr("reaches it by own means")),
            ]
        )
        self._lines = {
            name: TextField(limit=_LINE)
            for name in ("institution", "specialty", "skills", "wanted", "regime", "district")
        }
        self._graduated, self._health = TextField(limit=4), TextArea(400, lines=2)
        self._graduated_field = Field(self.tr("Year of graduation"), self._graduated, optional=True)
        self._jobs = QVBoxLayout()
        self._jobs.setSpacing(10)
        self._add = ActionButton(self.tr("Add a job"), "link", icon="plus")
        self._jobs_title = Text(self.tr("Experience, the latest job first"), "label", "soft", wrap=True)
        self._build()
        self._education.chosen.connect(lambda _: self._tell())
        self._transport.chosen.connect(lambda _: self._tell())
        self._health.edited.connect(self._tell)
        for editor in (*self._lines.values(), self._graduated):
            editor.textEdited.connect(lambda _: self._tell())
        self._add.acted.connect(self._add_job)

    def _build(self) -> None:
        line = self._lines
        specialty = Field(self.tr("Specialty (profession)"), line["specialty"])
        self.body.addWidget(SideBySide((Field(self.tr("Education"), self._education), specialty)))
        institution = Field(self.tr("Institution"), line["institution"], optional=True)
        self.body.addWidget(SideBySide((institution, self._graduated_field), shares=(3, 2)))
        self.body.addWidget(self._jobs_title)
        self.body.addLayout(self._jobs)
        self.body.addWidget(left_of(self._add))
        hint = self.tr("Only what matters for work, one a line, no diagnosis.")
        health = Field(self.tr("Health limits"), self._health, hint=hint, optional=True, wraps=True)
        self.body.addWidget(health)
        wanted = Field(self.tr("Work looked for"), line["wanted"], optional=True)
        self.body.addWidget(SideBySide((wanted, Field(self.tr("District"), line["district"], optional=True))))
        regime = Field(self.tr("Working hours"), line["regime"], optional=True)
        self.body.addWidget(SideBySide((Field(self.tr("Way to work"), self._transport), regime)))
        skills = Field(self.tr("Other skills, languages"), line["skills"], optional=True, wraps=True)
        self.body.addWidget(skills)

    @property
    def first_editor(self) -> QWidget:
        """Where the caret stands first."""
        return self._education

    def content(self) -> dict[str, Any]:
        """What is typed now."""
        return {
            **{name: editor.text() for name, editor in self._lines.items()},
            "education": self._education.value(),
            "graduated": self._graduated.text(),
            "jobs": [job.content() for job in self._all()],
            "health": self._health.text(),
            "transport": self._transport.value(),
        }

    def fill(self, typed: Mapping[str, Any]) -> None:
        """As it was typed, or as the file has it."""
        for name, editor in self._lines.items():
            editor.show_text(str(typed.get(name, "")))
        self._education.choose(str(typed.get("education", "")))
        self._transport.choose(str(typed.get("transport", "")))
        self._graduated.show_text(str(typed.get("graduated", "")))
        self._health.show_text(str(typed.get("health", "")))
        self._show_jobs(list(typed.get("jobs", ())) or [{}])

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """What is wrong, in words, by field; the focus goes to the first."""
        self._graduated_field.set_problem(problems.get("graduated", ""))
        wrong = [self._graduated_field] if problems.get("graduated") else []
        for place, job in enumerate(self._all()):
            for name, field in job.fields.items():
                problem = problems.get(f"job.{place}.{name}", "")
                field.set_problem(problem)
                wrong += [field] if problem else []
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """The focus to the education."""
        self._education.setFocus(Qt.FocusReason.OtherFocusReason)

    def _all(self) -> list[_Job]:
        items = (self._jobs.itemAt(place) for place in range(self._jobs.count()))
        return [job for item in items if item is not None and isinstance(job := item.widget(), _Job)]

    def _show_jobs(self, typed: Sequence[Mapping[str, Any]]) -> None:
        while len(self._all()) > len(typed):
            last = self._all()[-1]
            self._jobs.removeWidget(last)
            last.hide()
            last.deleteLater()
        while len(self._all()) < len(typed):
            self._one_more()
        for job, each in zip(self._all(), typed, strict=True):
            job.fill(each)

    def _one_more(self) -> _Job:
        job = _Job()
        job.edited.connect(self._tell)
        self._jobs.addWidget(job)
        job.show()  # the layout would show it later: Tab would pass it by
        fields = [field for each in self._all() for field in each.fields.values()]
        tab_after(self._graduated, fields)
        self._add.setVisible(len(self._all()) < _JOBS_MOST)
        return job

    def _add_job(self) -> None:
        job = self._one_more()
        job.editors["position"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _tell(self) -> None:
        self.edited.emit(self.content())
