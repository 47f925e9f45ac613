"""The page of one refusal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from ui import document_jobs
from ui.pages.page import Page
from ui.screens.refusal.port import RefusalJobs
from ui.screens.refusal.presenter import RefusalPresenter
from ui.screens.refusal.view import RefusalView

if TYPE_CHECKING:
    from ui.session import Session


def refusal_page(session: Session, file_id: UUID, application: UUID) -> Page:
    """Ground, fact, reasoning, and the letter beside them."""
    services = session.services
    view = RefusalView(session.window.preview_zoom())
    jobs = RefusalJobs(
        look=services.look_at_case,
        refuse=services.refuse,
        drafts=services.drafts,
        serve=services.serve,
        runs=services.cases,
        finish=services.finish_case,
        signing=session.key,
        preview_job=lambda letter, dpi: partial(document_jobs.preview, letter, dpi),
        print_notice=lambda issued, _pdf: session.paper.notice(issued.file_id, issued.notice),
        print_copy=session.paper.notice,
    )
    presenter = RefusalPresenter(view, session.tasks, session, jobs, file_id, application)
    view.title_changed.connect(session.show_title)
    view.saved.connect(session.window.header.show_saved)
    view.passport_ground_chosen.connect(presenter.passport_ground_chosen)
    view.ground_chosen.connect(presenter.ground_chosen)
    view.reasoning_edited.connect(presenter.reasoning_edited)
    view.statement_edited.connect(presenter.statement_edited)
    view.draft_restored.connect(presenter.draft_restored)
    view.draft_discarded.connect(presenter.draft_discarded)
    view.save_asked.connect(presenter.save_now)
    view.redraw_asked.connect(presenter.redraw)
    view.primary_pressed.connect(presenter.primary_pressed)
    view.pin_edited.connect(presenter.pin_edited)
    view.by_hand_pressed.connect(presenter.by_hand_pressed)
    view.print_pressed.connect(presenter.print_pressed)
    view.served.connect(presenter.served)
    view.finish_pressed.connect(presenter.finish_pressed)
    view.back_pressed.connect(presenter.back)
    view.zoom_changed.connect(session.window.keep_preview_zoom)
    return Page(
        view,
        rail="applications",
        title="",
        context="",
        opened=presenter.opened,
        changed=presenter.changed,
        trailing=view.back_link,
    )
