"""The page of what waits to be sent."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from dost_desktop.domain.dates import legal_date
from dost_desktop.sync.report import Connection, SyncState
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.outbox.presenter import OutboxJobs, OutboxPresenter
from ui.screens.outbox.view import OutboxView, connect

if TYPE_CHECKING:
    from ui.session import Session


def outbox_page(session: Session) -> Page:
    """Every unsent item, its state, its age, the last answer in words; and where the desk stands."""
    tasks = TaskScope(session.tasks)
    now, decides = session.office.clock.now, session.pages.decides
    file_name = f"{session.desk.name}-{legal_date(now()):%Y-%m-%d}"
    view = OutboxView(file_name, decides=decides)
    jobs = OutboxJobs(
        sync_now=session.sync_now,
        online_since=lambda: _online_since(session.sync_state),
        export=session.office.export_unsent(session.signed_in),
        decides=decides,
    )
    presenter = OutboxPresenter(view, tasks, session, session.desk, jobs)

    def heard(state: SyncState) -> None:
        """A round goes on, or is over: then what was answered stands in the items."""
        view.show_state(state, now(), session.answers.disagreements.known)
        if not state.total and view.isVisible():
            presenter.reload()

    heard(session.sync_state)
    view.title_changed.connect(session.show_title)
    session.sync_told.connect(heard)
    return Page(
        view,
        tasks,
        rail="queue",
        title="",
        context="",
        opened=presenter.opened,
        first=view.focus_list,
        changed=presenter.changed,
        wires=connect(view, presenter),
        over=lambda: _forget(session, heard),
    )


def _online_since(state: SyncState) -> datetime | None:
    return state.since if state.connection is Connection.ONLINE else None


def _forget(session: Session, heard: object) -> None:
    session.sync_told.disconnect(heard)
