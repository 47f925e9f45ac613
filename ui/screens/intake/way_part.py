"""How the application comes in and is answered (SEED 6, 7, 8), the call it came by, and the interpreter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.vocabulary import CallerAnswer, FormOfAnswer, FormOfApplication
from ui.infra.office_words import answer_form_words, caller_answer_words, channel_words, form_words
from ui.infra.wording import words_for
from ui.parts.section import Section
from ui.parts.side_by_side import SideBySide
from ui.screens.intake.form import Way
from ui.screens.intake.shown import Shown
from ui.screens.intake.ways import FORMS, channels_for, chosen
from ui.widgets.check_box import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.text import Text
from ui.widgets.text_field import TextField


def _begun(words: str) -> str:
    """A line of a list begins with a capital; the Azerbaijani one of i has a dot."""
    dotted = words[0] == "i" and QLocale().language() == QLocale.Language.Azerbaijani
    return ("İ" if dotted else words[0].upper()) + words[1:]


class WayPart(Section):
    """``edited`` when a person typed or chose; ``left`` carries the field that the focus left."""

    edited = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("IntakeSection", "Way of applying"), "Alt+U", parent)
        self._way = Way()
        self._form = Combo([Option(each.value, _begun(form_words(each))) for each in FORMS])
        self._channel = Combo()
        self._answer = Combo([Option(each.value, _begun(answer_form_words(each))) for each in FormOfAnswer])
        self._interpreter = TextField(limit=40)
        self._reference = TextField(limit=40)
        self._ticks = QWidget()
        self.fields = {
            "call_reference": Field(self.tr("Reference of the call"), self._reference),
            "caller": Field(self.tr("What the caller named correctly"), self._ticks),
            "interpreter": Field(
                self.tr("Interpreter: into which language"),
                self._interpreter,
                hint=self.tr("The proceeding is in Azerbaijani; the right to an interpreter is explained."),
                optional=True,
            ),
        }
        self._boxes = {each: CheckBox(caller_answer_words(each)) for each in CallerAnswer}
        self.first = self._form
        self._build()
        self._wire()

    def show_now(self, shown: Shown) -> None:
        """What holds, what can be chosen with it, and what a caller can be asked."""
        self._way = shown.form.way
        now = chosen(self._way)
        parts = [
            form_words(now.form),
            channel_words(now.channel),
            self.tr("answer: {form}").format(form=answer_form_words(now.answer)),
        ]
        if self._way.interpreter.strip():
            parts.append(self.tr("interpreter: {language}").format(language=self._way.interpreter.strip()))
        self.row.set_detail(" · ".join(parts))
        channels = [Option(each.value, _begun(channel_words(each))) for each in channels_for(now.form)]
        if [self._channel.itemData(place) for place in range(self._channel.count())] != [
            each.id for each in channels
        ]:
            self._channel.show_options(channels)
        for combo, value in (
            (self._form, now.form),
            (self._channel, now.channel),
            (self._answer, now.answer),
        ):
            combo.choose(value.value)
        calls = now.form is FormOfApplication.CALL_CENTRE
        for name in ("call_reference", "caller"):
            self.fields[name].setVisible(calls)
        for name, field in self.fields.items():
            problem = shown.problems.get(name)
            field.set_problem(words_for(problem) if problem else "")
        self._show_questions(shown)

    def fill(self, way: Way) -> None:
        """Put texts into the fields; choices follow with ``show_now``."""
        self._way = way
        self._interpreter.show_text(way.interpreter)
        self._reference.show_text(way.call_reference)
        for answer, box in self._boxes.items():
            box.setChecked(answer.value in way.named)

    def way(self) -> Way:
        """What stands here."""
        return replace(
            self._way,
            call_reference=self._reference.text(),
            interpreter=self._interpreter.text(),
            named=tuple(each.value for each, box in self._boxes.items() if box.isChecked()),
        )

    def focus(self, name: str) -> None:
        """Unfold, with the caret in this field."""
        self.open()
        askable = [box for box in self._boxes.values() if box.isEnabled()]
        target: QWidget = self.fields[name].editor if name != "caller" or not askable else askable[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_questions(self, shown: Shown) -> None:
        for asked in shown.known.asked:
            box, words = self._boxes[asked.id], _begun(caller_answer_words(asked.id))
            box.setText(f"{words}: {asked.known}" if asked.known else words)
            box.setAccessibleName(box.text())
            if asked.known:
                box.set_on()
            else:
                box.set_off(self.tr("not known here"))

    def _build(self) -> None:
        lists = [
            Field(self.tr("Form of application"), self._form),
            Field(self.tr("Channel"), self._channel),
            Field(self.tr("Form of the answer"), self._answer),
        ]
        why = self.tr("Self-service applications come from MAS by themselves.")
        ticks = QVBoxLayout(self._ticks)
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.setSpacing(0)
        for box in self._boxes.values():
            ticks.addWidget(box)
        self.panel.body.addWidget(SideBySide(lists))
        self.panel.body.addWidget(Text(why, "small", "muted", wrap=True))
        for name in ("call_reference", "caller", "interpreter"):
            self.panel.body.addWidget(self.fields[name])

    def _wire(self) -> None:
        changes: tuple[tuple[Combo, Callable[[str], Way]], ...] = (
            (self._form, lambda id_: replace(self.way(), form=id_, channel="", answer="")),
            (self._channel, lambda id_: replace(self.way(), channel=id_)),
            (self._answer, lambda id_: replace(self.way(), answer=id_)),
        )
        for combo, change in changes:
            combo.chosen.connect(partial(self._chosen, change))
        for editor in (self._reference, self._interpreter):
            editor.textEdited.connect(lambda _: self.edited.emit())
        for box in self._boxes.values():
            box.clicked.connect(lambda _: self.edited.emit())
        for name in ("call_reference", "interpreter"):
            self.fields[name].left.connect(partial(self.left.emit, name))

    def _chosen(self, change: Callable[[str], Way], id_: str) -> None:
        self._way = change(id_)
        self.edited.emit()
