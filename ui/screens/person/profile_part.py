"""Middle: the fields of what the person can do, in place of what is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.infra.problem_words import WORDS
from ui.parts.breaking_row import BreakingRow
from ui.parts.profile.form import ProfileForm
from ui.widgets.action_button import ActionButton
from ui.widgets.check_box import CheckBox


class ProfileFields(QWidget):
    """``edited`` carries the fields as typed, ``corrected`` whether what is recorded holds a typing error."""

    edited = Signal(object)
    corrected = Signal(bool)
    record_pressed = Signal()
    keep_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ProfileForm()
        self._corrects = CheckBox(self.tr("What is recorded holds a typing error"))
        self._record = ActionButton(self.tr("Record"), shortcut="save")
        self._keep = ActionButton(self.tr("Keep as is"), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.body.addWidget(self._corrects)
        self.form.body.addWidget(BreakingRow((self._record, self._keep)))
        self.form.edited.connect(self.edited)
        self._corrects.toggled.connect(self.corrected)
        self._record.acted.connect(self.record_pressed)
        self._keep.acted.connect(self.keep_pressed)
        self.hide()

    def show_profile(self, typed: Mapping[str, Any] | None, *, corrects: bool, is_first: bool) -> None:
        """The fields open with what was typed, the focus in the first; or fold."""
        self.setVisible(typed is not None)
        if typed is None:
            return
        self.form.fill(typed)
        self.form.show_problems({})
        self._corrects.blockSignals(True)
        self._corrects.setChecked(corrects)
        self._corrects.blockSignals(False)
        self._corrects.setVisible(not is_first)
        self.form.begin()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Words at each wrong field, the focus in the first."""
        said = {
            name: QCoreApplication.translate("Problem", WORDS[problem]) for name, problem in problems.items()
        }
        self.form.show_problems(said)

    def set_busy(self, busy: bool) -> None:
        """It is being recorded."""
        self._record.set_busy(busy)
