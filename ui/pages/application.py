"""The page of one application."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.pages.representing import hand_over_wires, representative_acts
from ui.parts.representative.anew_part import connect as connect_anew
from ui.parts.wires import Wires
from ui.screens.application.port import CaseJobs
from ui.screens.application.presenter import ApplicationPresenter
from ui.screens.application.view import connect

if TYPE_CHECKING:
    from ui.session import Session


def application_page(session: Session, file_id: UUID, application: UUID) -> Page:
    """One case: what the register said, what may be done."""
    services = session.services
    tasks = TaskScope(session.tasks)
    built = session.window.built.application
    view = built.take(tasks)
    jobs = CaseJobs(
        look=services.look_at_case,
        ask=services.ask_employment,
        record=services.record_check,
        refuse=services.refuse,
        withdraw=services.withdraw,
        serve=services.serve,
        drafts=services.drafts,
        runs=services.cases,
        finish=services.finish_case,
        show_paper=services.show_paper,
        show_representation=services.show_representation,
        representative=representative_acts(session),
        explain=services.explain,
        attach_scan=services.attach_scan,
        check_permit=services.check_permit,
        print_waiting_receipt=session.paper.waiting_receipt,
        print_copy=session.paper.notice,
    )
    presenter = ApplicationPresenter(view, tasks, session, jobs, file_id, application)
    header = session.window.header
    built.tie(
        connect(view, presenter),
        hand_over_wires(session, tasks, view.hand_over),
        connect_anew(view.anew, presenter.anew, session.window.built.lender),
        Wires(((view.title_changed, session.show_title), (view.saved, header.show_saved))),
    )
    return Page(
        view,
        tasks,
        rail="applications",
        title="",
        context="",
        opened=presenter.opened,
        changed=presenter.changed,
    )
