"""The sign-in page: agents left, password right, nothing else (ui README, screen 01)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from ui.infra.keyboard import on_key
from ui.infra.moments import moment_words
from ui.infra.wording import words_for
from ui.parts.tall_enough import TallEnough
from ui.screens.sign_in.keyboard_state import caps_lock_is_on, layout_words
from ui.screens.sign_in.presenter import KnownAgent
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

_WIDTH: Final = 818  # of the whole, in pixels at 100 % text
_RIGHT: Final = 340
_MOST_ROWS: Final = 6
_LOOK_EVERY_MS: Final = 400


class _Line(QWidget):
    """Icon and words under the password."""

    def __init__(self, icon: str, role: str, kind: str, tone: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.words = Text("", kind, tone)
        row.addWidget(Icon(icon, role, "icon_small"))
        row.addWidget(self.words, 1)


class SignInView(QWidget):
    """``sign_in_asked`` carries the typed sign-in name ("" for a row of the list) and the password."""

    agent_chosen = Signal(str)
    other_asked = Signal()
    sign_in_asked = Signal(str, str)
    typed = Signal()
    second_passed = Signal()

    def __init__(
        self,
        place: str,
        *,
        now: Callable[[], datetime],
        keyboard_layout: Callable[[], str] = layout_words,
        caps_lock: Callable[[], bool | None] = caps_lock_is_on,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._now, self._keyboard_layout, self._caps_lock = now, keyboard_layout, caps_lock
        self._agents = RowsModel([Column("", self._agent_cell)], lambda agent: agent.agent)
        self._list = RowsView(
            self._agents,
            two_lines=True,
            header=False,
            chooses_on_focus=False,  # Tab passes by: what was typed for another agent stays
            name=self.tr("Agents of this desk"),
        )
        self._other = ActionButton(
            self.tr("Another agent"), "quiet", shortcut="sign_in.other", icon="user-plus"
        )
        self._name = TextField(enter_moves=False, limit=100)
        self._name_field = Field(self.tr("Sign-in name"), self._name)
        self._password = TextField(secret=True, enter_moves=False, limit=200)
        self._password_field = Field(self.tr("Password"), self._password)
        self._layout_line = _Line("keyboard", "text.muted", "small", "muted")
        self._caps_line = _Line("arrow-fat-up", "warn.text", "small_strong", "warn")
        self._caps_line.words.setText(self.tr("Caps Lock is on"))
        self._enter = ActionButton(self.tr("Sign in"), "primary", shortcut="sign_in.enter", big=True)
        self._half_done = Note("info")
        self._person = Text("", "heading")
        self._wait_words = ""
        self._build(place)
        self._wire()

    # what the presenter shows
    def show_agents(self, agents: Sequence[KnownAgent], chosen: str) -> None:
        self._agents.show_rows(list(agents))
        self._list.blockSignals(True)
        if chosen:
            self._list.select_id(chosen)
        else:
            self._list.clearSelection()
            self._list.setCurrentIndex(self._agents.index(-1, -1))
        self._list.blockSignals(False)
        self._fit()

    def show_person(self, agent: KnownAgent | None) -> None:
        self._person.setText(agent.name if agent else self.tr("Another agent"))
        self._name_field.setVisible(agent is None)
        self._name_field.set_problem("")
        self._password.clear()
        half_done = agent.half_done if agent else 0
        self._half_done.setVisible(bool(half_done))
        if half_done:
            title = self.tr("%n half-done case(s) saved", "", half_done)
            self._half_done.say("info", title, self.tr("After signing in you can continue."))

    def show_problem(self, error: AgentError | None) -> None:
        words = words_for(error) if error else ""
        tries = error.facts.get("tries_left") if error else None
        if isinstance(tries, int):
            left = self.tr("%n try/tries left.", "", tries)
            words = f"{words} {left}"
        self._password_field.set_problem(words)

    def show_name_problem(self, error: AgentError | None) -> None:
        self._name_field.set_problem(words_for(error) if error else "")

    def show_wait(self, seconds: int) -> None:
        if not seconds:
            self._seconds.stop()
            self._enter.set_on()
            return
        self._seconds.start()
        self._enter.set_off(self.tr("{n} s left").format(n=seconds))
        words = self.tr("Too many tries. You can try again in {n} s.").format(n=seconds)
        self._password_field.set_problem(words)

    def set_busy(self, busy: bool) -> None:
        self._enter.set_busy(busy)
        self._password.setReadOnly(busy)

    def ask_name(self) -> None:
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_password(self, *, again: bool) -> None:
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)
        if again:
            self._password.selectAll()

    def forget_password(self) -> None:
        """The page goes out of sight: what was typed is not kept."""
        self._password.clear()

    # keyboard
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_keyboard()
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    def _look_at_keyboard(self) -> None:
        words = self.tr("Keyboard: {layout}").format(layout=self._keyboard_layout())
        self._layout_line.words.setText(words)
        self._caps_line.setVisible(self._caps_lock() is True)

    # building
    def _build(self, place: str) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setProperty("kind", "canvas")
        whole.addWidget(area)
        page = TallEnough()
        page.setProperty("kind", "canvas")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area.setWidget(page)
        room = QVBoxLayout(page)
        room.setContentsMargins(24, 16, 24, 16)
        self._column = QWidget()
        room.addStretch(2)
        middle = QHBoxLayout()  # not an alignment: the height of words follows from the column's own width
        middle.addStretch(1)
        middle.addWidget(self._column)
        middle.addStretch(1)
        room.addLayout(middle)
        room.addStretch(3)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._brand(place))
        frame = Panel()
        self._sides = QHBoxLayout()
        self._sides.setContentsMargins(16, 12, 16, 12)
        self._sides.setSpacing(32)
        self._sides.addWidget(self._left_side(), 1)
        self._sides.addWidget(self._right_side())
        frame.body.addLayout(self._sides)
        column.addWidget(frame)
        foot = self.tr("The password is checked on this computer: you can sign in without network too.")
        column.addWidget(Text(foot, "small", "muted", wrap=True))

    @staticmethod
    def _brand(place: str) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        row.addWidget(Icon("mark", "accent.fill", "height"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text("DOST Desktop", "title"))
        words.addWidget(Text(place, "body", "muted", wrap=True))
        row.addLayout(words, 1)
        return head

    def _left_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(self.tr("Agents of this desk"), "label", "soft"))
        column.addWidget(self._list)
        column.addSpacing(4)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return side

    def _right_side(self) -> QWidget:
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Icon("user-circle", "text.soft", "icon_rail"))
        head.addWidget(self._person, 1)
        column.addLayout(head)
        column.addSpacing(4)
        for widget in (self._name_field, self._password_field, self._layout_line, self._caps_line):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._enter)
        column.addSpacing(4)
        column.addWidget(self._half_done)
        column.addStretch(1)
        return self._right

    def _wire(self) -> None:
        self._list.selected.connect(self.agent_chosen.emit)
        self._list.clicked.connect(lambda _: self.ask_password(again=True))
        self._other.acted.connect(self.other_asked)
        self._enter.acted.connect(lambda: self.sign_in_asked.emit(self._name.text(), self._password.text()))
        self._password.textEdited.connect(lambda _: self.typed.emit())
        self._name.textEdited.connect(lambda _: self._name_field.set_problem(""))
        self._list.opened.connect(lambda _: self.ask_password(again=True))
        on_key(self._right, "sign_in.enter", self._enter_pressed)
        self._seconds, self._look = QTimer(self), QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self.second_passed)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_at_keyboard)
        self.setTabOrder(self._list, self._other)
        self.setTabOrder(self._other, self._name)
        self.setTabOrder(self._name, self._password)
        self.setTabOrder(self._password, self._enter)
        self._fit()

    def _enter_pressed(self) -> None:
        if self._name.hasFocus() and self._name.text().strip() and not self._password.text():
            self.ask_password(again=True)
        else:
            self._enter.act()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_column"):
            self._fit()

    def _fit(self) -> None:
        scale = theme().scale
        self._column.setFixedWidth(round(_WIDTH * min(scale, 1.5)))
        self._right.setFixedWidth(round(_RIGHT * min(scale, 1.5)))
        rows = min(max(self._agents.rowCount(), 1), _MOST_ROWS)
        self._list.setFixedHeight(rows * theme().px("list.row_two_line") + 2 * theme().outline + 2)
        self._list.setVisible(self._agents.rowCount() > 0)

    def _agent_cell(self, agent: KnownAgent) -> Cell:
        detail = agent.post
        if agent.last_sign_in:
            when = moment_words(agent.last_sign_in, self._now())
            detail = self.tr("{post} · last sign-in {when}").format(post=agent.post, when=when)
        chip = self.tr("Half-done cases {n}").format(n=agent.half_done) if agent.half_done else ""
        return Cell(text=agent.name, detail=detail, chip=chip, chip_kind="warn")
