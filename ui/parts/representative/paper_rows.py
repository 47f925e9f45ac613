"""The rows of the representative's paper: number, dates, who certified or issued it, its form, its scope."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.vocabulary import Basis, Certifier, FormShown, RepresentedAct
from ui.infra.office_words import certifier_words, form_shown_words, represented_act_words
from ui.parts.representative.form import NAMED, NOT_NAMED, NOT_SHOWN, RepresentativeForm
from ui.parts.representative.shown import RepresentativeShown
from ui.parts.side_by_side import SideBySide
from ui.widgets.check_box import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_SCOPE_LIMIT, _JUDGEMENT_LIMIT = 1000, 400


class LeftOut(QWidget):
    """What the scope clearly leaves out: one box, and under it each act it may name."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._any = CheckBox(self.tr("The paper clearly leaves something out"))
        self._acts = {act: CheckBox(represented_act_words(act)) for act in RepresentedAct}
        self._list = QWidget()
        inside = QVBoxLayout(self._list)
        inside.setContentsMargins(26, 0, 0, 0)
        inside.setSpacing(0)
        for box in self._acts.values():
            inside.addWidget(box)
            box.clicked.connect(lambda _: self.changed.emit())
        column.addWidget(self._any)
        column.addWidget(self._list)
        self._list.hide()
        self._any.clicked.connect(self._opened)
        self.setFocusProxy(self._any)

    def show_acts(self, acts: Iterable[str]) -> None:
        """Tick these, without a signal."""
        ticked = set(acts)
        for act, box in self._acts.items():
            box.setChecked(act.value in ticked)
        self._any.setChecked(bool(ticked))
        self._list.setVisible(bool(ticked))

    def acts(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(act.value for act, box in self._acts.items() if box.isChecked())

    def _opened(self, opened: bool) -> None:
        if not opened:
            for box in self._acts.values():
                box.setChecked(False)
        self._list.setVisible(opened)
        self.changed.emit()


class PaperRows(QWidget):
    """``edited`` when a person typed or chose. ``fields`` by the names of the form."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._date, self._until = TextField(limit=40), DateField(), DateField()
        self._certifier = Combo([Option(each.value, certifier_words(each)) for each in Certifier])
        self._certifier_name, self._place = TextField(limit=160), TextField(limit=80)
        self._issuer, self._form = TextField(limit=160), Combo()
        self._scope = TextArea(_SCOPE_LIMIT, lines=3)
        self._judgement = TextArea(_JUDGEMENT_LIMIT, lines=2)
        self._names, self._left_out = Combo(), LeftOut()
        self._names.show_options(
            [
                Option("", self.tr("Not read yet")),
                Option(NAMED, self.tr("Yes, by its name")),
                Option(NOT_NAMED, self.tr("No")),
            ]
        )
        no_term = self.tr("Without a term: empty")
        self.fields = {
            "paper_number": Field(self.tr("Number of the paper"), self._number),
            "form_shown": Field(self.tr("Form shown"), self._form),
            "paper_date": Field(self.tr("Date of the paper"), self._date),
            "valid_until": Field(self.tr("Valid until"), self._until, hint=no_term),
            "certifier": Field(self.tr("Certified by"), self._certifier),
            "certifier_name": Field(self.tr("Who certified it"), self._certifier_name),
            "issuer": Field(self.tr("Authority that appointed"), self._issuer),
            "place": Field(self.tr("Place"), self._place, optional=True),
            "scope": Field(self.tr("Scope"), self._scope, hint=self.tr("As written in the paper")),
            "names_service": Field(self.tr("Does the scope name this service?"), self._names),
            "excludes": Field(self.tr("Left out of the scope"), self._left_out),
            "judgement": Field(self.tr("Why you accept it"), self._judgement),
        }
        self._offered: list[Option] = []
        self._build()
        self._wire()

    def show_now(self, shown: RepresentativeShown) -> None:
        """Which fields are asked for this basis, and in which form the paper may be shown."""
        self._show_forms(shown)
        by_attorney, here = shown.basis is Basis.POWER_OF_ATTORNEY, shown.form.form_shown != NOT_SHOWN
        whole = here and not shown.folded
        asked = dict.fromkeys(self.fields, whole)
        asked["form_shown"] = True
        asked["issuer"] = whole and not by_attorney
        for name in ("certifier", "certifier_name", "scope", "names_service", "excludes"):
            asked[name] = whole and by_attorney
        unnamed = shown.form.names_service == NOT_NAMED and shown.judging_allowed
        asked["judgement"] = whole and by_attorney and unnamed
        for name, field in self.fields.items():
            field.setVisible(asked[name])
        for row in self._rows:
            row.setVisible(any(not field.isHidden() for field in row.findChildren(Field)))
        self.fields["paper_date"].set_hint(
            self.tr("Without a date it is void") if by_attorney else self.tr("As written in the paper")
        )

    def fill(self, form: RepresentativeForm) -> None:
        """Put texts into the fields; the form shown follows with ``show_now``."""
        self._number.show_text(form.paper_number)
        self._date.show_text(form.paper_date)
        self._until.show_text(form.valid_until)
        self._certifier.choose(form.certifier)
        self._certifier_name.show_text(form.certifier_name)
        self._place.show_text(form.place)
        self._issuer.show_text(form.issuer)
        self._scope.show_text(form.scope)
        self._names.choose(form.names_service)
        self._left_out.show_acts(form.excludes)
        self._judgement.show_text(form.judgement)

    def read_into(self, form: RepresentativeForm) -> RepresentativeForm:
        """The form with what stands here."""
        return replace(
            form,
            paper_number=self._number.text(),
            paper_date=self._date.text(),
            valid_until=self._until.text(),
            certifier=self._certifier.value(),
            certifier_name=self._certifier_name.text(),
            place=self._place.text(),
            issuer=self._issuer.text(),
            form_shown=self._form.value(),
            scope=self._scope.text(),
            names_service=self._names.value(),
            excludes=self._left_out.acts(),
            judgement=self._judgement.text(),
        )

    def _show_forms(self, shown: RepresentativeShown) -> None:
        options = [Option("", self.tr("Choose"))]
        options += [Option(each.value, form_shown_words(each)) for each in shown.forms]
        chosen = shown.form.form_shown
        if chosen not in {"", NOT_SHOWN} and chosen not in shown.forms:  # a draft of older rules
            options.append(Option(chosen, form_shown_words(FormShown(chosen))))
        options.append(Option(NOT_SHOWN, self.tr("It was not shown")))
        if options != self._offered:
            self._offered = options
            self._form.show_options(options)
        self._form.choose(chosen)

    def _build(self) -> None:
        fields = self.fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._rows = [
            SideBySide([fields["paper_number"], fields["form_shown"]]),
            SideBySide([fields["paper_date"], fields["valid_until"]]),
            SideBySide([fields["certifier"], fields["place"]]),
            SideBySide([fields["certifier_name"]]),
            SideBySide([fields["issuer"]]),
            SideBySide([fields["scope"]]),
            SideBySide([fields["names_service"]]),
            SideBySide([fields["excludes"]]),
            SideBySide([fields["judgement"]]),
        ]
        for row in self._rows:
            column.addWidget(row)

    def _wire(self) -> None:
        for text in (self._number, self._certifier_name, self._place, self._issuer):
            text.textEdited.connect(lambda _: self.edited.emit())
        for area in (self._scope, self._judgement):
            area.edited.connect(self.edited)
        for day in (self._date, self._until):
            day.date_changed.connect(self.edited)
        for combo in (self._certifier, self._form, self._names):
            combo.chosen.connect(lambda _: self.edited.emit())
        self._left_out.changed.connect(self.edited)
