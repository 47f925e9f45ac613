"""The jobseeker's form (letters 7.1): what must be said at once, what may be said folded, register facts to be read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.vocabulary import ConfirmedBy, Education, Source
from ui.infra.moments import moment_words
from ui.infra.office_words import education_words
from ui.parts.section import FoldedRows, Section
from ui.parts.side_by_side import SideBySide
from ui.screens.form.fields import chosen, field, listen, show_problems
from ui.screens.form.jobs_part import JobsPart
from ui.screens.form.page import Page
from ui.screens.form.port import Shown
from ui.screens.form.typed import NO, YES, TypedForm
from ui.widgets.combo import Combo
from ui.widgets.option import Option
from ui.widgets.panel import FoldedRow, Panel
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField


class JobseekerPart(QWidget):
    """``edited`` when a person typed or chose; ``left`` carries the field that the caret left."""

    edited = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phone, self._address = TextField(placeholder="+994", limit=24), TextField(limit=200)
        self._education, self._transport, self._confirmed_by = Combo(), Combo(), Combo()
        self._specialty, self._wanted = TextField(limit=80), TextField(limit=80)
        self._district, self._regime = TextField(limit=60), TextField(limit=60)
        self._institution, self._graduated = TextField(limit=120), TextField(limit=4)
        self._skills, self._email = TextField(limit=200), TextField(limit=120)
        self._health = TextArea(400, lines=2)
        self._must = {
            "phone": field(self.tr("Mobile number"), self._phone),
            "address": field(self.tr("Where the person lives"), self._address),
            "education": field(self.tr("Level of education"), self._education),
            "specialty": field(self.tr("Specialty or profession"), self._specialty),
            "wanted": field(self.tr("Work looked for"), self._wanted),
            "district": field(self.tr("In which district or town"), self._district, optional=True),
            "transport": field(self.tr("How the person gets to work"), self._transport),
            "confirmed_by": field(self.tr("Who confirms it in e-sosial"), self._confirmed_by),
        }
        self._may = {
            "institution": field(self.tr("Where studied"), self._institution, optional=True),
            "graduated": field(self.tr("Year of graduation"), self._graduated, optional=True),
            "skills": field(self.tr("Languages and other skills"), self._skills, optional=True),
            "health": field(
                self.tr("Limits that count for the choice of work"),
                self._health,
                hint=self.tr("Only what the person wishes to say; one a line."),
                optional=True,
            ),
            "regime": field(self.tr("Working hours"), self._regime, optional=True),
            "email": field(self.tr("E-mail"), self._email, optional=True),
        }
        self._studies = Section(QCoreApplication.translate("FormSection", "Studies"), "Alt+U", self)
        self._limits = Section(QCoreApplication.translate("FormSection", "Health"), "Alt+L", self)
        self._wishes = Section(QCoreApplication.translate("FormSection", "Wishes, e-mail"), "Alt+M", self)
        self.jobs = JobsPart(self)
        self._known = FoldedRow("check-circle", self.tr("From the register"), "")
        self._known.setMinimumHeight(36)
        self._folding = (self._studies, self.jobs, self._limits, self._wishes)
        self._rows = FoldedRows([self._known, *(each.row for each in self._folding)])
        self._build()

    def begin(self) -> None:
        """Another case: everything optional is one line."""
        for section in self._folding:
            section.begin()
        self._rows.settle()

    # what is shown
    def show_page(self, page: Page) -> None:
        """What the register knows, and whether somebody speaks for the person."""
        file, identity = page.case.file, page.case.file.identity
        self._must["confirmed_by"].setVisible(page.case.application.representative is not None)
        if identity is None:
            return
        born = short(identity.birth_date) if identity.birth_date else ""
        parts = (identity.full_name, born, identity.document_number, identity.citizenship)
        self._known.set_detail(" · ".join(part for part in parts if part))
        by_register = file.identity_source is Source.REGISTER
        is_registered_at = not file.address and bool(identity.address) and by_register
        note = self.tr("The registered address, from MEİS: ask whether the person lives there.")
        self._must["address"].set_note(note if is_registered_at else "", "info")
        told = file.profile_at if file.profile else None
        when = moment_words(told, page.case.now) if told else ""
        self._must["specialty"].set_note(
            self.tr("Known from {when}: ask whether it still holds.").format(when=when) if told else ""
        )

    def show_now(self, shown: Shown) -> None:
        """Problems at their fields, and what the folded lines say."""
        show_problems({**self._must, **self._may}, shown.problems)
        self.jobs.show_problems(shown.problems)
        typed, nothing = shown.typed, self.tr("nothing said")
        studies = (typed.institution, typed.graduated, typed.skills)
        said = " · ".join(each.strip() for each in studies if each.strip())
        self._studies.row.set_detail(said or nothing)
        self.jobs.say_detail(self._jobs_words(typed) or nothing)
        limits = " · ".join(each.strip() for each in typed.health.splitlines() if each.strip())
        self._limits.row.set_detail(limits or self.tr("nothing said; asked only if the person wishes"))
        wishes = " · ".join(each.strip() for each in (typed.regime, typed.email) if each.strip())
        self._wishes.row.set_detail(wishes or nothing)
        self._rows.settle()

    def fill(self, typed: TypedForm) -> None:
        """Put texts into the fields."""
        for editor, words in (
            (self._phone, typed.phone),
            (self._address, typed.address),
            (self._specialty, typed.specialty),
            (self._wanted, typed.wanted),
            (self._district, typed.district),
            (self._regime, typed.regime),
            (self._institution, typed.institution),
            (self._graduated, typed.graduated),
            (self._skills, typed.skills),
            (self._email, typed.email),
        ):
            editor.show_text(words)
        self._health.show_text(typed.health)
        self._education.choose(typed.education)
        self._transport.choose(typed.transport)
        self._confirmed_by.choose(typed.confirmed_by)
        self.jobs.fill(typed.jobs)

    def read_into(self, typed: TypedForm) -> TypedForm:
        """The form with what stands here."""
        return replace(
            typed,
            phone=self._phone.text(),
            email=self._email.text(),
            address=self._address.text(),
            education=chosen(self._education),
            institution=self._institution.text(),
            graduated=self._graduated.text(),
            specialty=self._specialty.text(),
            skills=self._skills.text(),
            jobs=self.jobs.jobs(),
            health=self._health.text(),
            wanted=self._wanted.text(),
            regime=self._regime.text(),
            district=self._district.text(),
            transport=chosen(self._transport),
            confirmed_by=chosen(self._confirmed_by),
        )

    def place_of(self, name: str) -> QWidget | None:
        """Where the caret goes for this field, unfolded; None when it is not here."""
        if name in self._must:
            return self._must[name]
        for section, names in (
            (self._studies, ("institution", "graduated", "skills")),
            (self._limits, ("health",)),
            (self._wishes, ("regime", "email")),
        ):
            if name in names:
                section.unfold()
                return self._may[name]
        return self.jobs.place_of(name)

    # building
    def _build(self) -> None:
        self._choices()
        main = Panel(self.tr("What only the person knows"), title_kind="heading")
        main.body.setSpacing(12)
        must, may = self._must, self._may
        main.body.addWidget(SideBySide((must["phone"], must["address"]), shares=(2, 3)))
        main.body.addWidget(SideBySide((must["education"], must["specialty"])))
        main.body.addWidget(SideBySide((must["wanted"], must["district"])))
        main.body.addWidget(SideBySide((must["transport"], must["confirmed_by"])))
        self._studies.panel.body.addWidget(SideBySide((may["institution"], may["graduated"]), shares=(3, 1)))
        self._studies.panel.body.addWidget(may["skills"])
        self._studies.first = self._institution
        self._limits.panel.body.addWidget(may["health"])
        self._limits.first = self._health
        self._wishes.panel.body.addWidget(SideBySide((may["regime"], may["email"])))
        self._wishes.first = self._regime
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(main)
        column.addWidget(self._rows)
        for section in self._folding:
            column.addWidget(section.panel)
            section.folded.connect(lambda _: self._rows.settle())
        listen({**must, **may}, self.edited.emit, self.left.emit)
        self.jobs.edited.connect(self.edited)
        self.jobs.left.connect(self.left)

    def _choices(self) -> None:
        choose = Option("", self.tr("Choose"))
        self._education.show_options(
            [choose, *(Option(each.value, education_words(each)) for each in Education)]
        )
        self._transport.show_options(
            [
                choose,
                Option(YES, self.tr("Only by public transport")),
                Option(NO, self.tr("In another way too")),
            ]
        )
        self._confirmed_by.show_options(
            [
                Option(ConfirmedBy.PERSON.value, self.tr("The person")),
                Option(ConfirmedBy.REPRESENTATIVE.value, self.tr("The representative")),
            ]
        )

    def _jobs_words(self, typed: TypedForm) -> str:
        said = [job.position.strip() for job in typed.jobs if not job.is_blank]
        return self.tr("%n job(s): {jobs}", "", len(said)).format(jobs=", ".join(said)) if said else ""
