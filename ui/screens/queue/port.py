"""What the queue page's presenter is given, what it shows, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.messages import EMPLOYMENT, Need, Queue, Ticket
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState
from dost_desktop.ports import NoTicket
from dost_desktop.rows import Draft, TodaysFigures
from dost_desktop.services.changes import Changes
from dost_desktop.services.reminders import Reminders
from dost_desktop.services.run_case import Case
from ui.screens.queue.places import Place


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case with what the desk knows of its person; "" and None before the person is identified."""

    case: Case
    full_name: str = ""
    state: ApplicationState | None = None


@dataclass(frozen=True, slots=True)
class OthersCase:
    """A half-done case of another desk, with what this desk knows of its person."""

    told: HalfDoneCase
    full_name: str = ""
    state: ApplicationState | None = None


@dataclass(frozen=True, slots=True)
class QueueView:
    """Everything the queue page shows at one moment. ``queue`` is None when it cannot be reached."""

    queue: Queue | None
    open_case: KnownCase | None
    paused: tuple[KnownCase, ...]  # last paused first
    drafts: tuple[Draft, ...]  # of intakes without a ticket, newest first
    figures: TodaysFigures
    at: datetime
    others: tuple[OthersCase, ...] = ()  # of other desks, last paused first
    reminders: Reminders | None = None


@dataclass(frozen=True, slots=True)
class QueueActs:
    """What can be done from the queue page. Queue acts give NoTicket with the reason why not."""

    load: Callable[[], QueueView]
    call: Callable[[str | None, str], Case | NoTicket]  # ticket, and the reason for which an open case waits
    transfer: Callable[[str, Place], Ticket | NoTicket]
    no_show: Callable[[str], Ticket | NoTicket]
    note_needs: Callable[[str, Sequence[Need]], Ticket | NoTicket]
    resume: Callable[[UUID, bool], Case]  # True: the central API can be asked first
    resume_last: Callable[[bool], Case | None]
    take: Callable[[HalfDoneCase], Case]
    close_case: Callable[[], object]  # the open case ends here, without touching the queue

    def did_not_come(self, ticket: str) -> Ticket | NoTicket:
        """The called person did not come: the case ends as soon as the queue took note."""
        return self._close_after(self.no_show(ticket))

    def sent_on(self, ticket: str, place: Place) -> Ticket | NoTicket:
        """The called ticket waits elsewhere: the case ends as soon as the queue took note."""
        return self._close_after(self.transfer(ticket, place))

    def _close_after(self, answer: Ticket | NoTicket) -> Ticket | NoTicket:
        if isinstance(answer, Ticket):
            self.close_case()
        return answer


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One waiting ticket as the list shows it."""

    number: str
    purpose: ApplicationKind | None  # None: of another direction
    detail: str
    needs: tuple[Need, ...]
    minutes: int
    direction: str = EMPLOYMENT
    sent_from: str = ""  # the desk that sent it on


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A case or draft that can be continued. ``since``: when it was opened, paused or last saved."""

    id: str  # of the case; "" for a draft without a ticket
    ticket: str
    full_name: str
    state: ApplicationState | None
    since: datetime
    is_open: bool
    reason: str = ""  # a PauseReason, own words, or ""
    desk: str = ""  # another desk that left it


class Question(StrEnum):
    """What the page asks before it acts."""

    PAUSE_FIRST = "pause_first"
    TRANSFER = "transfer"
    NEEDS = "needs"
    NUMBER = "number"
    NO_SHOW = "no_show"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what can be answered. ``absent``: the tickets whose people did not come today."""

    question: Question
    ticket: str = ""
    places: tuple[Place, ...] = ()
    needs: tuple[Need, ...] = ()
    absent: tuple[str, ...] = ()
    calls: int = 0


@dataclass(frozen=True, slots=True)
class TicketActs:
    """Problem keys why an act on the selected ticket is off now; "" when it is on."""

    call: str
    transfer: str
    needs: str
    no_show: str


@dataclass(frozen=True, slots=True)
class Called:
    """The ticket of the open case, whose person may not have come yet; ``off``: why nothing can be done with it."""

    ticket: str
    calls: int
    off: str = ""


@dataclass(frozen=True, slots=True)
class CentreFigures:
    """Who waits in the whole centre; times in minutes."""

    waiting: int
    mean_wait: int
    longest_wait: int


class QueueNavigation(Protocol):
    """Where the queue page can send the agent."""

    def start_intake(self, case: Case | None) -> None: ...

    def open_case(self, file_id: UUID, application: UUID) -> None: ...

    def case_changed(self, case: Case | None) -> None: ...

    def call_again(self) -> None: ...

    def announce(self, changes: Changes) -> None: ...

    def say_problem(self, error: AgentError) -> None: ...


class QueueViewPort(Protocol):
    """What the presenter shows."""

    def show_tickets(self, rows: Sequence[TicketRow]) -> None: ...

    def show_counts(self, counts: dict[str, int]) -> None: ...

    def show_next(self, row: TicketRow | None, off: str) -> None:
        """The next ticket; ``off`` is the key of the reason why nobody can be called."""

    def show_reached(self, reached: bool) -> None:
        """False: the queue cannot be reached, what stands there is the last that was known."""

    def show_acts(self, acts: TicketActs) -> None: ...

    def show_called(self, called: Called | None) -> None: ...

    def show_centre(self, figures: CentreFigures | None, directions: Sequence[str]) -> None: ...

    def show_waiting(self, rows: Sequence[WaitingRow]) -> None: ...

    def show_reminders(self, reminders: Reminders | None) -> None: ...

    def show_figures(self, figures: TodaysFigures) -> None: ...

    def ask(self, asked: Asked) -> None: ...

    def ask_nothing(self) -> None: ...

    def set_busy(self, busy: bool) -> None: ...
