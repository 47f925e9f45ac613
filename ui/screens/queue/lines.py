"""The queue page's lines: tickets, half-done cases and figures as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from dost_desktop.contract.messages import Queue, Ticket
from dost_desktop.domain.dates import instant
from dost_desktop.domain.vocabulary import ApplicationKind
from ui.screens.queue.port import Called, CentreFigures, QueueView, TicketRow, WaitingRow

EVERY: Final = "all"
FILTERS: Final = {
    EVERY: frozenset(ApplicationKind),
    "jobseeker": frozenset({ApplicationKind.JOBSEEKER}),
    "unemployed": frozenset({ApplicationKind.UNEMPLOYED}),
    "ending": frozenset({ApplicationKind.REMOVAL, ApplicationKind.CANCELLATION, ApplicationKind.RESUMPTION}),
}


def of_filter(name: str, rows: Sequence[TicketRow]) -> list[TicketRow]:
    """The tickets of one group of purposes; all of them, those of other directions too, for ``EVERY``."""
    return [row for row in rows if name == EVERY or row.purpose in FILTERS[name]]


def waiting_rows(known: QueueView) -> list[WaitingRow]:
    """The open case, the paused ones, a draft without a ticket, then what other desks left."""
    cases = [*([known.open_case] if known.open_case else []), *known.paused]
    rows = [
        WaitingRow(
            str(each.case.id),
            each.case.ticket,
            each.full_name,
            each.state,
            each.case.paused_at or each.case.since,
            each is known.open_case,
            each.case.paused_for,
        )
        for each in cases
    ]
    drafts = [WaitingRow("", "", "", None, draft.saved_at, False) for draft in known.drafts[:1]]
    here = {row.id for row in rows}
    others = [
        WaitingRow(
            each.told.id,
            each.told.ticket,
            each.full_name,
            each.state,
            instant(each.told.paused_at),
            False,
            each.told.reason,
            each.told.desk,
        )
        for each in known.others
        if each.told.id not in here
    ]
    return [*rows, *drafts, *others]


def called_in(known: QueueView) -> Called | None:
    """The open case's ticket; None without one."""
    case = known.open_case.case if known.open_case else None
    if case is None or not case.ticket:
        return None
    tickets = known.queue.tickets if known.queue else ()
    calls = next((each.calls for each in tickets if (each.number, each.state) == (case.ticket, "called")), 0)
    if case.application:
        return Called(case.ticket, calls, "queue.is_served")
    return Called(case.ticket, calls, "" if known.queue else "queue.offline")


def ticket_row(ticket: Ticket, now: datetime) -> TicketRow:
    """One waiting ticket."""
    minutes = max(int((now - instant(ticket.taken_at)).total_seconds()) // 60, 0)
    purpose = ApplicationKind(ticket.purpose) if ticket.purpose else None
    return TicketRow(
        ticket.number, purpose, ticket.detail, ticket.needs, minutes, ticket.direction, ticket.sent_from
    )


def centre_figures(queue: Queue) -> CentreFigures:
    """Who waits in the centre, in minutes."""
    return CentreFigures(queue.waiting, queue.mean_wait_seconds // 60, queue.longest_wait_seconds // 60)
