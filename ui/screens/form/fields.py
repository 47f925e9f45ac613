"""What the form's parts share: fields that say when they change and when the caret leaves them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from dost_desktop.domain.refusing import Refused
from ui.infra.refused_words import refused_words
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field

field = partial(Field, wraps=True)  # its label takes a second line rather than widen the form


def listen(fields: Mapping[str, Field], edited: Callable[[], None], left: Callable[[str], None]) -> None:
    """``edited`` at every change a person made, ``left`` with the name of the field that the caret left."""
    for name, each in fields.items():
        editor = each.editor
        if isinstance(editor, Combo):
            editor.chosen.connect(lambda _: edited())
        elif isinstance(editor, DateField):
            editor.date_changed.connect(edited)
        elif isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda _: edited())
        elif isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(edited)
        each.left.connect(partial(left, name))


def show_problems(fields: Mapping[str, Field], problems: Mapping[str, Refused]) -> None:
    """What is wrong in each of these fields, and in the others nothing."""
    for name, each in fields.items():
        why = problems.get(name)
        each.set_problem(refused_words(why) if why else "")


def chosen(combo: QComboBox) -> str:
    """The id of what was chosen, "" for nothing."""
    data = combo.currentData()
    return data if isinstance(data, str) else ""
