"""The rows of the representative's own identity: the number, the name from MEİS, or the card where MEİS cannot say."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.vocabulary import FormShown
from ui.infra.catalogue_words import begun
from ui.infra.moments import moment_words
from ui.infra.office_words import form_shown_words
from ui.infra.wording import words_for
from ui.parts.representative.form import CITIZEN, FOREIGNER, RepresentativeForm
from ui.parts.representative.shown import RepresentativeShown
from ui.parts.side_by_side import SideBySide
from ui.widgets.action_button import ActionButton
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.text_field import TextField
from ui.widgets.waiting import Waiting


class PersonRows(QWidget):
    """``edited`` when a person typed or chose, ``asked`` for MEİS, ``stopped`` when the agent waits no longer."""

    edited = Signal()
    asked = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = Combo(
            [
                Option(CITIZEN, self.tr("Citizen of Azerbaijan")),
                Option(FOREIGNER, self.tr("Foreigner or stateless")),
            ]
        )
        self._number, self._name = TextField(upper=True, limit=24), TextField(limit=160)
        self._ask = ActionButton(self.tr("Check"), shortcut="Alt+N")
        self._kind, self._card_number = Combo(), TextField(limit=24)
        self._until = DateField()
        self._form = Combo([Option(each.value, form_shown_words(each)) for each in FormShown])
        self._waiting = Waiting(self.tr("Asking the register"), stop=self.tr("Stop waiting"))
        self.fields = {
            "who": Field(self.tr("Representative"), self._who),
            "number": Field(self.tr("Representative's PIN (FİN)"), self._number, beside=self._ask),
            "name": Field(self.tr("Surname, given name, patronymic"), self._name),
            "identity_kind": Field(self.tr("Document kind"), self._kind),
            "identity_number": Field(self.tr("Series and number"), self._card_number),
            "identity_until": Field(self.tr("The card is valid until"), self._until),
            "identity_form": Field(self.tr("Form the card was shown in"), self._form),
        }
        self._entries: tuple[DocumentEntry, ...] = ()
        self._build()
        self._wire()

    def show_now(self, shown: RepresentativeShown) -> None:
        """What MEİS said, and whether the card is asked for."""
        for name in ("who", "number"):
            self.fields[name].setVisible(not shown.folded)
        identity = shown.lookup.identity if shown.lookup else None
        self.fields["name"].setVisible(shown.papers_open or not shown.folded)
        if shown.name_is_typed:
            self._name.set_editable()
            self._name.show_text(shown.form.name)
        else:
            self._name.set_fact(identity.full_name if identity else "")
        self.fields["name"].set_note(*self._said_by(shown))
        if shown.identity_kinds != self._entries:
            self._entries = shown.identity_kinds
            self._kind.show_options([Option(each.id, begun(each.name)) for each in self._entries])
        self._kind.choose(shown.identity_kind)
        self._card.setVisible(shown.papers_open)
        if shown.asking and not self._waiting.isVisibleTo(self):
            self._waiting.start()
        if not shown.asking:
            self._waiting.stop()
        self._waiting.setVisible(shown.asking)
        self.fields["number"].set_note(words_for(shown.note) if shown.note else "", "warn")

    def fill(self, form: RepresentativeForm) -> None:
        """Put texts into the fields; the kind of card follows with ``show_now``."""
        self._who.choose(form.who)
        self._number.show_text(form.number)
        self._name.show_text(form.name)
        self._card_number.show_text(form.identity_number)
        self._until.show_text(form.identity_until)
        self._form.choose(form.identity_form)

    def read_into(self, form: RepresentativeForm) -> RepresentativeForm:
        """The form with what stands here; a name that MEİS said is not typed."""
        return replace(
            form,
            who=self._who.value(),
            number=self._number.text(),
            name=form.name if self._name.isReadOnly() else self._name.text(),
            identity_kind=self._kind.value(),
            identity_number=self._card_number.text(),
            identity_until=self._until.text(),
            identity_form=self._form.value(),
        )

    def _entered(self) -> None:
        """Enter asks about a number that is there, and goes on in any case."""
        if self._number.text().strip():
            self.asked.emit()
        if self._ask.hasFocus():
            self.focusNextPrevChild(True)

    def _said_by(self, shown: RepresentativeShown) -> tuple[str, str]:
        """Where the name comes from, and how the note is coloured."""
        lookup = shown.lookup
        if lookup is None:
            words = self.tr("Copy it from the representative's card; MEİS was not waited for.")
            return (words, "info") if shown.silent else ("", "info")
        when = moment_words(lookup.asked_at, shown.now)
        if lookup.identity is not None:
            return self.tr("Population register (MEİS) · {when}").format(when=when), "good"
        if lookup.contradicts:
            said = self.tr("MEİS contradicts itself · {when}. Copy it from the card.")
        elif lookup.nobody:
            said = self.tr("MEİS knows nobody by this number · {when}. Compare it, or copy from the card.")
        else:
            said = self.tr("MEİS did not answer · {when}. Copy it from the card.")
        return said.format(when=when), "warn"

    def _build(self) -> None:
        fields = self.fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._card = QWidget()
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(SideBySide([fields["identity_kind"], fields["identity_number"]]))
        inside.addWidget(SideBySide([fields["identity_until"], fields["identity_form"]]))
        column.addWidget(SideBySide([fields["who"], fields["number"]], shares=(2, 3), least=190))
        column.addWidget(self._waiting)
        column.addWidget(fields["name"])
        column.addWidget(self._card)

    def _wire(self) -> None:
        for text in (self._number, self._name, self._card_number):
            text.textEdited.connect(lambda _: self.edited.emit())
        for combo in (self._who, self._kind, self._form):
            combo.chosen.connect(lambda _: self.edited.emit())
        self._until.date_changed.connect(self.edited)
        self._ask.acted.connect(self.asked)
        self._number.returnPressed.connect(self._entered)
        self._waiting.stopped.connect(self.stopped)
