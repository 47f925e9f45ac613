"""What is looked for in the vacancy bank; what is left empty narrows nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dost_desktop.domain.vocabulary import Education
from ui.infra.office_words import education_words
from ui.parts.side_by_side import SideBySide
from ui.screens.work.forms import Form
from ui.widgets.check_box import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

_LIMIT = 100


class SearchForm(Form):
    """The criteria of the search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What work is looked for?"), "heading")
        self.body.addWidget(
            Text(self.tr("What is left empty narrows nothing."), "caption", "muted", wrap=True)
        )
        self._profession, self._district = TextField(limit=_LIMIT), TextField(limit=_LIMIT)
        levels = [Option(each.value, education_words(each)) for each in Education]
        self._education = Combo([Option("", self.tr("any")), *levels])
        self._wage = TextField(limit=6)
        self._transport = CheckBox(self.tr("Only where public transport goes"))
        self.body.addWidget(Field(self.tr("Profession or position"), self._profession))
        learnt = Field(self.tr("Education of the person"), self._education)
        self.body.addWidget(SideBySide((learnt, Field(self.tr("District"), self._district))))
        wage = Field(self.tr("Wage from, AZN"), self._wage)
        self.body.addWidget(SideBySide((wage, self._transport)))
        for editor in (self._profession, self._district, self._wage):
            editor.textEdited.connect(lambda _: self._tell())
        self._education.chosen.connect(lambda _: self._tell())
        self._transport.clicked.connect(lambda _: self._tell())

    def content(self) -> dict[str, Any]:
        return {
            "profession": self._profession.text(),
            "education": self._education.value(),
            "district": self._district.text(),
            "public_transport": self._transport.isChecked(),
            "wage_from": self._wage.text(),
        }

    def fill(self, typed: Mapping[str, Any]) -> None:
        """As it was typed, or as the profile says."""
        self._profession.show_text(str(typed.get("profession", "")))
        self._district.show_text(str(typed.get("district", "")))
        self._wage.show_text(str(typed.get("wage_from", "")))
        self._education.choose(str(typed.get("education", "")))
        self._transport.setChecked(bool(typed.get("public_transport", False)))

    def begin(self) -> None:
        """The focus to the profession."""
        self._profession.setFocus(Qt.FocusReason.OtherFocusReason)
        self._profession.selectAll()
