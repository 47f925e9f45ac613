"""The page of a back-office officer: the drafts that wait for a decision."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dost_desktop.services.changes import Changes
from dost_desktop.services.decide_drafts import DecideDrafts
from dost_desktop.services.look_at_draft import LookAtDraft
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.back_office.port import OfficerActs
from ui.screens.back_office.presenter import BackOfficePresenter
from ui.screens.back_office.view import BackOfficeView, connect

if TYPE_CHECKING:
    from ui.session import Session

_LIST = 11  # the passport's section with the six back offices


def back_office_page(session: Session) -> Page:
    """Drafts by deadline; decisions are made online only."""
    tasks, desk, line = TaskScope(session.tasks), session.desk, session.signed_in.back_office
    own = desk.agent.back_office  # the server keeps the others' drafts from who serves one
    offices = session.office.catalogue.passport.section(_LIST).options
    view = BackOfficeView([each for each in offices if own in {"", each.code}])
    acts = OfficerActs(
        line.drafts,
        LookAtDraft(desk, line),
        DecideDrafts(desk, line),
        session.services.drafts,
        desk.clock.now,
        partial(_count, session),
    )
    presenter = BackOfficePresenter(view, tasks, acts, session)
    view.title_changed.connect(session.show_title)
    view.saved.connect(session.window.header.show_saved)
    return Page(
        view,
        tasks,
        rail="back_office",
        title="",
        context="",
        opened=presenter.opened,
        first=view.focus_list,
        changed=_unmoved,
        searched=presenter.searched,
        wires=connect(view, presenter),
    )


def _count(session: Session, waiting: int, urgent: bool) -> None:
    session.window.rail.set_count("back_office", waiting, blocks=urgent)


def _unmoved(_: Changes) -> None:
    """The list is the central system's; nothing recorded at this desk changes it."""
