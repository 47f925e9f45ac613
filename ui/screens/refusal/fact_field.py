"""One fact that the agent types: a line, an area, a day, a tick or a choice, each as its shape in the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.infra.catalogue_words import begun, with_capital
from ui.screens.refusal.form import TypedFact
from ui.widgets.check_box import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_LONG_MOST: Final = 400
_SHORT_MOST: Final = 120


def fact_field(fact: TypedFact, edited: Callable[[str], None]) -> Field:
    """The field of a fact; ``edited`` hears what stands there after every change by a person."""
    name = begun(fact.name)
    if fact.shape == "long_text":
        area = TextArea(_LONG_MOST, lines=2)
        area.edited.connect(lambda: edited(area.text()))
        words = QCoreApplication.translate(
            "TypedFactsPart", "At least {n} characters; it is printed in the letter."
        )
        return Field(name, area, hint=words.format(n=fact.least))
    editor = _editor(fact, edited)
    return Field(name, editor, optional=fact.optional, wraps=True)


def show_value(editor: QWidget, value: str) -> None:
    """What was typed or is known, without a signal of editing."""
    if isinstance(editor, DateField):
        _show_day(editor, value)
    elif isinstance(editor, TextArea | TextField):
        editor.show_text(value)
    elif isinstance(editor, CheckBox):
        editor.setChecked(bool(value))
    elif isinstance(editor, Combo):
        editor.choose(value)


def lock_value(editor: QWidget, locked: bool) -> None:
    """Read-only, or to be changed again."""
    if isinstance(editor, TextArea | TextField):
        editor.setReadOnly(locked)
    else:
        editor.setEnabled(not locked)


def _editor(fact: TypedFact, edited: Callable[[str], None]) -> QWidget:
    if fact.shape == "date":
        day = DateField()
        day.date_changed.connect(lambda: edited(_day_text(day)))
        return day
    if fact.shape == "choice" and len(fact.choices) == 1:
        (key, printed) = fact.choices[0]
        tick = CheckBox(with_capital(printed))
        tick.clicked.connect(lambda: edited(key if tick.isChecked() else ""))
        return tick
    if fact.shape == "choice":
        none = Option("", QCoreApplication.translate("TypedFactsPart", "Choose"))
        combo = Combo([none, *(Option(key, with_capital(printed)) for key, printed in fact.choices)])
        combo.chosen.connect(edited)
        return combo
    line = TextField(limit=_SHORT_MOST)
    line.textEdited.connect(edited)
    return line


def _day_text(field: DateField) -> str:
    """The day as ISO text, or what stands there while it is none."""
    day = field.value()
    return day.isoformat() if day else field.text()


def _show_day(field: DateField, value: str) -> None:
    if value == _day_text(field):  # it stands there, perhaps half typed
        return
    try:
        field.set_value(date.fromisoformat(value))
    except ValueError:
        field.show_text(value)
