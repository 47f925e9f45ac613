"""The page of what waits to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dost_desktop.services.hand_up import HandUp
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.outbox.presenter import OutboxPresenter
from ui.screens.outbox.view import OutboxView, connect

if TYPE_CHECKING:
    from ui.session import Session


def outbox_page(session: Session) -> Page:
    """Every unsent item, its state, its age, the last answer in words."""
    tasks = TaskScope(session.tasks)
    view = OutboxView()
    presenter = OutboxPresenter(
        view,
        tasks,
        session,
        session.desk,
        session.sync_now,
        HandUp(session.desk),
        session.services.drafts,
    )
    view.title_changed.connect(session.show_title)
    view.saved.connect(session.window.header.show_saved)
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
    )
