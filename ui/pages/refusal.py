"""The page of one refusal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.pages.representing import hand_over_wires
from ui.parts.wires import Wires
from ui.screens.refusal.drawing import draw_preview
from ui.screens.refusal.port import RefusalJobs
from ui.screens.refusal.presenter import RefusalPresenter
from ui.screens.refusal.view import connect

if TYPE_CHECKING:
    from ui.session import Session


def refusal_page(session: Session, file_id: UUID, application: UUID) -> Page:
    """Ground, fact, reasoning, and the letter beside them."""
    services = session.services
    tasks = TaskScope(session.tasks)
    built = session.window.built.refusal
    view = built.take(tasks)
    view.set_zoom(session.window.preview_zoom())
    jobs = RefusalJobs(
        look=services.look_at_case,
        refuse=services.refuse,
        drafts=services.drafts,
        serve=services.serve,
        runs=services.cases,
        finish=services.finish_case,
        signing=session.key,
        preview_job=lambda letter, dpi: partial(draw_preview, letter, dpi),
        print_notice=lambda issued, _pdf: session.paper.notice(issued.file_id, issued.notice),
        print_copy=session.paper.notice,
    )
    presenter = RefusalPresenter(view, tasks, session, jobs, file_id, application)
    window = session.window
    built.tie(
        connect(view, presenter),
        hand_over_wires(session, tasks, view.hand_over),
        Wires(
            (
                (view.title_changed, session.show_title),
                (view.saved, window.header.show_saved),
                (view.zoom_changed, window.keep_preview_zoom),
            )
        ),
    )
    return Page(
        view,
        tasks,
        rail="applications",
        title="",
        context="",
        opened=presenter.opened,
        changed=presenter.changed,
        trailing=view.back_link,
    )
