"""The page of written answers: the journal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from dost_desktop.office import certificates_in
from dost_desktop.rows import NoticeRow
from ui import document_jobs
from ui.infra.paper import save_pages
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.pages.representing import hand_over_wires
from ui.screens.notices.presenter import NoticeJobs, NoticesPresenter
from ui.screens.notices.view import NoticesView, connect

if TYPE_CHECKING:
    from ui.session import Session


def notices_page(session: Session, notice: UUID | None) -> Page:
    """Every written answer of this desk; ``notice`` is chosen at once."""
    roots = tuple(certificates_in(session.office.paths.trust))

    def open_document(row: NoticeRow, pdf: bytes) -> None:
        """Show the signed file in the PC's own reader."""
        saved = save_pages(pdf, session.office.paths.notices, row.number)
        if saved.file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(saved.file)))

    tasks = TaskScope(session.tasks)
    view = NoticesView()
    jobs = NoticeJobs(
        desk=session.desk,
        look=session.services.look_at_notice,
        serve=session.services.serve,
        verify_job=lambda pdf: partial(document_jobs.verdict_on, pdf, roots),
        open_document=open_document,
        print_copy=session.paper.notice,
    )
    presenter = NoticesPresenter(view, tasks, session, jobs)
    handing = hand_over_wires(session, tasks, view.hand_over)
    view.title_changed.connect(session.show_title)
    return Page(
        view,
        tasks,
        rail="notices",
        title="",
        context="",
        opened=partial(presenter.opened, notice),
        first=view.focus_list,
        changed=presenter.changed,
        wires=connect(view, presenter),
        over=handing.cut,
    )
