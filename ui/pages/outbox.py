"""The page of what waits to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.page import Page
from ui.screens.outbox.presenter import OutboxPresenter
from ui.screens.outbox.view import OutboxView

if TYPE_CHECKING:
    from ui.session import Session


def outbox_page(session: Session) -> Page:
    """Every unsent item, its state, its age, the last answer in words."""
    view = OutboxView()
    presenter = OutboxPresenter(view, session.tasks, session, session.desk, session.sync_now)
    view.title_changed.connect(session.show_title)
    view.row_selected.connect(presenter.row_selected)
    view.row_opened.connect(presenter.row_opened)
    view.sync_pressed.connect(presenter.sync_pressed)
    view.reload_pressed.connect(presenter.reload)
    view.next_pressed.connect(presenter.next_pressed)
    return Page(view, rail="queue", title="", context="", opened=presenter.opened, changed=presenter.changed)
