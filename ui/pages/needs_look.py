"""The page of what needs the head's look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dost_desktop.services.act_online import ActOnline
from dost_desktop.services.end_by_office import EndByOffice
from dost_desktop.services.needs_look import LookAround
from dost_desktop.services.reopen_application import ReopenApplication
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.needs_look.port import HeadJobs
from ui.screens.needs_look.presenter import NeedsLookPresenter
from ui.screens.needs_look.view import NeedsLookView, connect

if TYPE_CHECKING:
    from ui.session import Session


def needs_look_page(session: Session) -> Page:
    """Everything of the centre that somebody must look at, and the head's acts."""
    tasks = TaskScope(session.tasks)
    head, endings = session.signed_in.head, session.office.catalogue.endings
    act = ActOnline(session.desk, head)
    view = NeedsLookView(endings)
    jobs = HeadJobs(
        look=LookAround(act, head),
        reopen=ReopenApplication(act),
        end=EndByOffice(act),
        endings=endings,
        drafts=session.services.drafts,
        state_purpose=session.services.purposes.state,
        told=partial(session.window.rail.set_count, "needs_look"),
        now=session.office.clock.now,
    )
    presenter = NeedsLookPresenter(view, tasks, session, jobs)
    view.title_changed.connect(session.show_title)
    view.saved.connect(session.window.header.show_saved)
    return Page(
        view,
        tasks,
        rail="needs_look",
        title="",
        context="",
        opened=presenter.opened,
        first=view.focus_list,
        changed=presenter.changed,
        wires=connect(view, presenter),
    )
