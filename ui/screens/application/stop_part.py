"""Middle: why the case stops, with the rule, and the way on; for an applicant who is no person, what is explained."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dost_desktop.services.look_at_file import CaseView
from ui.infra.refused_words import cited, refused_words
from ui.widgets.icon import Icon
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.text import Text


class StopPanel(Panel):
    """Every paper that does not hold, each with its reason and source."""

    def __init__(self, case: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        _begin(self, "prohibit", self.tr("The papers do not hold: the case stops here"))
        reasons = [row.why for row in case.papers if row.why is not None]
        if (
            case.stop is not None and case.stop not in reasons
        ):  # it has no ground of its own, and stops all the same
            reasons.append(case.stop)
        for why in reasons:
            self.body.addWidget(Note("warn", refused_words(why), cited(why.cites)))
        better = self.tr("A better paper may be brought at any time: record it, and the case goes on.")
        asked = self.tr("No register is asked about the person on papers that do not hold.")
        for words in (better, asked):
            self.body.addWidget(Text(words, "body", "soft", wrap=True))


class NotAPersonPanel(Panel):
    """An entity or a household cannot be registered; each person can (D17)."""

    def __init__(self, case: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        _begin(self, "info", self.tr("Registration is personal"))
        name = case.file.identity.full_name if case.file.identity else ""
        words = self.tr("{name}: only a natural person is registered as jobseeker or unemployed.")
        self.body.addWidget(Text(words.format(name=name), "body", wrap=True))
        explained = self.tr("Explain it to whoever speaks for them: each person can apply in their own name.")
        insists = self.tr("If they insist, they get a written answer with reasons.")
        for line in (explained, insists):
            self.body.addWidget(Text(line, "body", "soft", wrap=True))


def _begin(panel: Panel, icon: str, title: str) -> None:
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Icon(icon, "text.soft"))
    head.addWidget(Text(title, "heading", wrap=True), 1)
    panel.body.addLayout(head)
    panel.setAccessibleName(title)
