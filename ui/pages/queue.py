"""The page of the queue: whom to call next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.dates import legal_date
from dost_desktop.services.run_case import Case
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.queue.presenter import KnownCase, QueueActs, QueuePresenter, QueueView
from ui.screens.queue.view import QueuePage

if TYPE_CHECKING:
    from ui.session import Session


def queue_page(session: Session) -> Page:
    """Waiting tickets, half-done cases, today's figures."""
    desk, services = session.desk, session.services
    tasks = TaskScope(session.tasks)
    view = QueuePage(desk.name, now=desk.clock.now)
    acts = QueueActs(
        load=lambda: _queue_view(session),
        call=services.call_ticket,
        redirect=session.signed_in.queue.redirect,
        no_show=session.signed_in.queue.no_show,
        resume=services.cases.resume,
        close_case=services.cases.finish,
    )
    presenter = QueuePresenter(view, tasks, acts, session)
    view.reload_asked.connect(presenter.reload)
    view.filter_chosen.connect(presenter.filter_chosen)
    view.ticket_selected.connect(presenter.ticket_selected)
    view.ticket_opened.connect(presenter.selected_asked)
    view.next_asked.connect(presenter.next_asked)
    view.redirect_asked.connect(presenter.redirect_asked)
    view.no_show_asked.connect(presenter.no_show_asked)
    view.confirmed.connect(presenter.confirmed)
    view.dismissed.connect(presenter.dismissed)
    view.continued.connect(presenter.continue_row)
    view.without_ticket.connect(presenter.without_ticket)
    return Page(
        view,
        tasks,
        rail="queue",
        title=QCoreApplication.translate("Page", "Queue"),
        context=QCoreApplication.translate("Page", "Employment"),
        opened=presenter.opened,
        first=view.take_focus,
        changed=lambda changes: presenter.reload() if changes.queue else None,
        keys={"queue.next": presenter.next_asked, "case.continue": presenter.continue_last},
    )


def _queue_view(session: Session) -> QueueView:
    """Everything the queue page shows; runs on a worker."""
    desk, cases = session.desk, session.services.cases
    told = session.signed_in.queue.queue()
    now = desk.clock.now()
    current = cases.current()
    with desk.open_reading() as reading:
        figures = reading.figures_today(desk.name, legal_date(now))
    return QueueView(
        queue=told,
        open_case=_known(session, current) if current else None,
        paused=tuple(_known(session, each) for each in cases.paused()),
        drafts=tuple(each for each in session.services.drafts.all() if each.key == "intake:free"),
        figures=figures,
        at=now,
    )


def _known(session: Session, case: Case) -> KnownCase:
    """A case with what the desk knows of its person."""
    if case.file_id is None or case.application is None:
        return KnownCase(case)
    with session.desk.open_reading() as reading:
        file = reading.file(case.file_id)
    application = file.application(case.application)
    name = file.identity.full_name if file.identity else ""
    return KnownCase(case, name, application.state if application else None)
