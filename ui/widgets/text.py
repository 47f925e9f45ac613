"""Words on the page: a label in a step of the type scale and a tone, or one line that elides."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.theme.theme import set_property, theme


class Text(QLabel):
    """A label. ``kind`` is a step of the type scale, ``tone`` its colour; plain text only, never rich text."""

    def __init__(
        self,
        words: str = "",
        kind: str = "body",
        tone: str = "",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(words)

    def set_tone(self, tone: str) -> None:
        """Change the colour: main, soft, muted, good, warn, bad, accent, off."""
        set_property(self, "tone", tone)

    def set_kind(self, kind: str) -> None:
        """Change the step of the type scale."""
        set_property(self, "kind", kind)

    def sizeHint(self) -> QSize:
        # a wrapping label without a width asks for a square; ask for the natural line, up to the longest text
        hint = super().sizeHint()
        if not self.wordWrap():
            return hint
        natural = self.fontMetrics().horizontalAdvance(self.text()) + 4
        width = min(natural, theme().px("shell.text_max"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height()) if self.wordWrap() else super().minimumSizeHint()


class ElidedText(Text):
    """One line that elides right where it does not fit; the whole words are in the tool-tip then."""

    def __init__(
        self, words: str = "", kind: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, kind, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, super().sizeHint().width()), super().minimumSizeHint().height())

    def shown_words(self) -> str:
        """What is left of the words at the present width."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.shown_words() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), self.shown_words()
        )


class Rule(QFrame):
    """A hairline between two parts of a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rule")
        self.setFixedHeight(1)
