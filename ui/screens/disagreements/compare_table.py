"""Base, mine and the central system's side by side: what changed is tinted, what broke the rule is red and says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dost_desktop.services.compare_sides import ComparedRow, Side
from dost_desktop.services.disagreements import Compared
from ui.infra.refused_words import cited, refused_words
from ui.screens.disagreements.value_words import cell_words, field_words
from ui.screens.disagreements.words import base_words, ending, side_words
from ui.theme.theme import theme
from ui.widgets.icon import Icon
from ui.widgets.text import Text

_EDGE_X, _EDGE_Y = 12, 5
_STACKS: Final = 540  # below this width, at 100 % text, the three sides stand one under another
_TINTS: Final = {"changed": ("accent.tint", "accent.fill"), "broken": ("bad.tint", "bad.text")}


class _Ground(QWidget):
    """What covers the hairlines; ``ground`` is the colour's role."""

    ground = "bg.surface"


class _Cell(_Ground):
    """One side of one row; ``look`` is plain, changed or broken."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_EDGE_X, _EDGE_Y, _EDGE_X, _EDGE_Y)
        self.column.setSpacing(0)

    def add(self, words: str, kind: str, tone: str) -> None:
        """A line of it."""
        if words:
            self.column.addWidget(Text(words, kind, tone, wrap=True))

    def settle(self) -> None:
        """Everything stands at the top."""
        self.column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look == "plain":
            return
        painter, worn = QPainter(self), theme()
        tint, bar = _TINTS[self.look]
        painter.fillRect(self.rect(), worn.color(tint))
        painter.fillRect(QRect(0, 0, worn.px("line.marker"), self.height()), worn.color(bar))


class CompareTable(QFrame):
    """``paper`` names a kind of document. Where there is no room for three columns they stand under one another."""

    def __init__(self, paper: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._shown: tuple[Compared, datetime] | None = None
        self._is_stacked = False
        self.setProperty("kind", "panel")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(1, 1, 1, 1)
        self._inside: QWidget | None = None

    def show_compared(self, compared: Compared, now: datetime) -> None:
        """These two sides."""
        if self._shown != (compared, now):
            self._shown = (compared, now)
            self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        stacks = self.width() / theme().scale < _STACKS
        if stacks != self._is_stacked:
            self._is_stacked = stacks
            self._build()

    def _build(self) -> None:
        if self._shown is None:
            return
        if self._inside is not None:
            self._room.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._stacked(*self._shown) if self._is_stacked else self._columns(*self._shown)
        self._room.addWidget(self._inside)
        self._inside.show()  # at once: a layout would show it a turn later

    def _heads(self, compared: Compared, now: datetime) -> list[tuple[str, str, str]]:
        """Icon, side, and whose and when it is."""
        return [
            ("clock", self.tr("Before"), base_words(compared.base_at, now)),
            ("desktop", self.tr("Mine"), side_words(compared.mine_by, compared.mine_at, now)),
            ("cloud", self.tr("Central system"), side_words(compared.theirs_by, compared.theirs_at, now)),
        ]

    def _columns(self, compared: Compared, now: datetime) -> QWidget:
        inside = _Lined()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(1)
        for column, stretch in enumerate((5, 9, 11, 11)):
            grid.setColumnStretch(column, stretch)
        grid.addWidget(_Head("", "", ""), 0, 0)
        heads = self._heads(compared, now)
        for column, head in enumerate(heads, start=1):
            grid.addWidget(_Head(*head), 0, column)
        for place, row in enumerate(telling(compared.rows), start=1):
            name = _Cell("plain")
            name.add(self._name(row), "small", "muted")
            name.add(ending(row.about), "caption", "muted")
            name.settle()
            grid.addWidget(name, place, 0)
            for column, (side, head) in enumerate(zip(_sides(row), heads, strict=True), start=1):
                grid.addWidget(self._cell(row, side, head[1], now), place, column)
        return inside

    def _stacked(self, compared: Compared, now: datetime) -> QWidget:
        inside = _Lined()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        heads = self._heads(compared, now)
        for row in telling(compared.rows):
            column.addWidget(_Head("", self._name(row), ending(row.about)))
            for side, (_, head, who) in zip(_sides(row), heads, strict=True):
                column.addWidget(self._cell(row, side, head, now, above=f"{head} · {who}" if who else head))
        return inside

    def _name(self, row: ComparedRow) -> str:
        return field_words(row.what)

    def _cell(self, row: ComparedRow, side: Side, head: str, now: datetime, above: str = "") -> _Cell:
        look = "broken" if side.breaks is not None else "changed" if side.is_changed else "plain"
        cell = _Cell(look)
        words, detail = cell_words(side, now, self._paper)
        cell.add(above, "caption", "muted")
        tone = "muted" if side.value is None else "soft"
        cell.add(words, "small" if look == "plain" else "small_strong", tone if look == "plain" else "")
        if side.breaks is not None:
            cell.add(_rule(refused_words(side.breaks)), "small", "bad")
            cell.add(cited(side.breaks.cites), "caption", "bad")
        else:
            cell.add(detail, "small", "muted" if look == "plain" else "soft")
        cell.settle()
        cell.setAccessibleName(f"{self._name(row)}, {head}: {words}")
        return cell


class _Lined(QWidget):
    """Hairlines show between its cells."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), theme()
        painter.fillRect(self.rect(), worn.color("line.subtle"))
        for cell in self.findChildren(_Ground, options=Qt.FindChildOption.FindDirectChildrenOnly):
            painter.fillRect(cell.geometry(), worn.color(cell.ground))


class _Head(_Ground):
    """The head of a column, or of a row in the narrow form."""

    ground = "bg.sunken"

    def __init__(self, icon: str, words: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE_X, _EDGE_Y, _EDGE_X, _EDGE_Y)
        row.setSpacing(7)
        if icon:
            row.addWidget(Icon(icon, "text.soft", "icon_small"), 0, Qt.AlignmentFlag.AlignTop)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(Text(words, "small_strong", wrap=True))
        if detail:
            both.addWidget(Text(detail, "caption", "muted", wrap=True))
        both.addStretch(1)
        row.addLayout(both, 1)


def _rule(words: str) -> str:
    """What is against it, without what to do next: that is chosen below."""
    return words.partition(". ")[0].removesuffix(".")


def telling(rows: Sequence[ComparedRow]) -> list[ComparedRow]:
    """Of several applications or notices those that somebody changed; of each field one at least."""
    told = [row for row in rows if not row.about or _is_changed(row)]
    found = {row.what for row in told}
    first = {row.what: row for row in reversed(rows)}
    kept = [row for what, row in first.items() if what not in found]
    return [row for row in rows if row in told or row in kept]


def _is_changed(row: ComparedRow) -> bool:
    return any(side.is_changed or side.breaks is not None for side in _sides(row))


def _sides(row: ComparedRow) -> tuple[Side, Side, Side]:
    return row.base, row.mine, row.theirs
