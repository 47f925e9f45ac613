"""The twenty minutes of the passport: blue to 15:00, amber after, never red and never in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.infra.speech import announce
from ui.theme.theme import theme
from ui.widgets.icon import Icon
from ui.widgets.progress import Progress
from ui.widgets.text import Text


def clock_words(seconds: int, limit: int) -> str:
    """``06:12 / 20:00``, and ``+02:10 / 20:00`` past the limit."""
    over = seconds > limit
    shown = seconds - limit if over else seconds
    sign = "+" if over else ""
    return f"{sign}{shown // 60:02}:{shown % 60:02} / {limit // 60:02}:{limit % 60:02}"


class CaseTimer(QWidget):
    """Counts by asking ``elapsed`` once a second; without a case it says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._icon = Icon("timer", "text.soft", "icon_small")
        self._ticket, self._clock = Text("", "small_strong"), Text("", "small_strong")
        self._none = Text(self.tr("No open case"), "small", "muted")
        self._bar = Progress()
        for widget in (self._icon, self._ticket, self._bar, self._clock, self._none):
            row.addWidget(widget)
        self._elapsed: Callable[[], int] | None = None
        self._last, self._reason, self._is_folded = 0, "", False
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.update_now)
        self.show_none()

    def show_case(self, ticket: str, elapsed: Callable[[], int]) -> None:
        """Count this ticket's time; ``elapsed`` gives whole seconds."""
        self._elapsed, self._last = elapsed, elapsed()
        self.setToolTip("")
        self._ticket.setText(ticket)
        self._show(counting=True)
        self._tick.start()
        self.update_now()

    def show_none(self) -> None:
        """No case is open."""
        self._tick.stop()
        self._elapsed, self._reason = None, ""
        self.setToolTip("")
        self._show(counting=False)
        self._none.setText(self.tr("No open case"))
        self.setAccessibleName(self._none.text())

    def show_paused(self, ticket: str, seconds: int, reason: str) -> None:
        """The clock stands, and says why."""
        self._tick.stop()
        self._elapsed, self._reason = None, reason
        self._ticket.setText(ticket)
        self._clock.setText(clock_words(seconds, theme().px("timer.limit_s")))
        self._clock.set_tone("muted")
        self._icon.set_icon("pause-circle", "text.soft")
        self._none.setText(self._paused_words())
        for widget in (self._ticket, self._clock, self._none):
            widget.show()
        self._bar.hide()
        self.setAccessibleName(f"{ticket}: {self._clock.text()}. {self._words_with_reason()}")
        self.setToolTip(self._words_with_reason())

    def fold(self, folded: bool) -> None:
        """Where room is scarce, the reason is in the tool-tip."""
        self._is_folded = folded
        if self._elapsed is None and not self._ticket.isHidden():
            self._none.setText(self._paused_words())

    def _paused_words(self) -> str:
        return self.tr("Paused") if self._is_folded else self._words_with_reason()

    def _words_with_reason(self) -> str:
        if not self._reason:
            return self.tr("Paused")
        return self.tr("Paused: {reason}").format(reason=self._reason)

    def update_now(self) -> None:
        """Ask the time and show it."""
        if self._elapsed is None:
            return
        limit, warn = theme().px("timer.limit_s"), theme().px("timer.warn_at_s")
        seconds = self._elapsed()
        late = seconds >= warn
        self._clock.setText(clock_words(seconds, limit))
        self._clock.set_tone("warn" if late else "")
        self._icon.set_icon("timer", "warn.text" if late else "text.soft")
        self._bar.set_part(seconds / limit, "warn" if late else "accent")
        self.setAccessibleName(f"{self._ticket.text()}: {self._clock.text()}")
        for moment in (warn, limit):
            if self._last < moment <= seconds:
                announce(self, self.tr("{n} minutes").format(n=moment // 60))
        self._last = seconds

    def _show(self, *, counting: bool) -> None:
        for widget in (self._ticket, self._bar, self._clock):
            widget.setVisible(counting)
        self._none.setVisible(not counting)
        if not counting:
            self._icon.set_icon("timer", "text.muted")
