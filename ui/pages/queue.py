"""The page of the queue: whom to call next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale

from dost_desktop.catalogue.directions import load_directions
from dost_desktop.catalogue.files import Words
from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.vocabulary import ApplicationState
from ui.infra.task_scope import TaskScope
from ui.pages.page import Page
from ui.screens.queue.port import KnownCase, OthersCase, QueueActs, QueueView
from ui.screens.queue.presenter import QueuePresenter
from ui.screens.queue.view import QueuePage

if TYPE_CHECKING:
    from ui.session import Session


def queue_page(session: Session) -> Page:
    """Waiting tickets, half-done cases, today's figures."""
    desk, services, queue = session.desk, session.services, session.signed_in.queue
    tasks, direction_words = TaskScope(session.tasks), _direction_words()
    view = QueuePage(desk.name, now=desk.clock.now, direction_words=direction_words)
    acts = QueueActs(
        load=lambda: _queue_view(session),
        call=services.call_ticket,
        transfer=lambda number, place: queue.transfer(number, **{place.kind: place.name}),
        no_show=queue.no_show,
        note_needs=services.note_needs,
        resume=lambda case, asks: services.continue_case.own(case, asks=asks),
        resume_last=lambda asks: services.continue_case.last(asks=asks),
        take=services.continue_case.other,
        close_case=services.cases.drop,
    )
    presenter = QueuePresenter(view, tasks, acts, session)
    view.reload_asked.connect(presenter.reload)
    view.filter_chosen.connect(presenter.filter_chosen)
    view.ticket_selected.connect(presenter.ticket_selected)
    view.ticket_opened.connect(presenter.selected_asked)
    view.next_asked.connect(presenter.next_asked)
    view.transfer_asked.connect(presenter.transfer_asked)
    view.transfer_called_asked.connect(presenter.transfer_called)
    view.needs_asked.connect(presenter.needs_asked)
    view.needs_called_asked.connect(presenter.needs_called)
    view.number_asked.connect(presenter.number_asked)
    view.call_again_asked.connect(presenter.call_again_asked)
    view.no_show_asked.connect(presenter.no_show_asked)
    view.confirmed.connect(presenter.confirmed)
    view.dismissed.connect(presenter.dismissed)
    view.continued.connect(presenter.continue_row)
    view.without_ticket.connect(presenter.without_ticket)
    view.reminder_opened.connect(session.show_applications)
    title = QCoreApplication.translate("Page", "Queue")
    page = Page(
        view,
        tasks,
        rail="queue",
        title=title,
        context="",
        opened=presenter.opened,
        first=view.take_focus,
        changed=lambda changes: presenter.reload() if changes.queue else None,
        keys={
            "queue.next": partial(presenter.when_read, presenter.next_asked),
            "case.continue": presenter.continue_last,
            "ticket.transfer": partial(presenter.when_read, presenter.transfer_called),
            "ticket.no_show": partial(presenter.when_read, presenter.no_show_asked),
            "ticket.by_number": partial(presenter.when_read, presenter.number_asked),
        },
    )

    def name_directions(directions: tuple[str, ...]) -> None:
        if session.page is page:
            session.show_title(title, ", ".join(map(direction_words, directions)))

    view.directions_told.connect(name_directions)
    return page


def _direction_words() -> Callable[[str], str]:
    """The names of the directions in the window's language; one this version does not know shows its id."""
    known = load_directions()

    def words(direction: str) -> str:
        entry = known.get(direction)
        return _said(entry.name) if entry else direction

    return words


def _said(words: Words) -> str:
    language = QLocale().language()
    if language is QLocale.Language.Azerbaijani:
        return words.az
    return words.ru if language is QLocale.Language.Russian else words.en


def _queue_view(session: Session) -> QueueView:
    """Everything the queue page shows; runs on a worker."""
    desk, cases = session.desk, session.services.cases
    told = session.signed_in.queue.queue()
    others = session.services.continue_case.others() if told is not None else ()
    now = desk.clock.now()
    current = cases.current()
    with desk.open_reading() as reading:
        figures = reading.figures_today(desk.name, legal_date(now))
        reminders = session.services.reminders.in_reading(reading)
    return QueueView(
        queue=told,
        open_case=KnownCase(current, *_person(session, current.file_id, current.application))
        if current
        else None,
        paused=tuple(
            KnownCase(each, *_person(session, each.file_id, each.application)) for each in cases.paused()
        ),
        drafts=tuple(each for each in session.services.drafts.all() if each.key == "intake:free"),
        figures=figures,
        at=now,
        others=tuple(_others(session, each) for each in others),
        reminders=reminders,
    )


def _others(session: Session, told: HalfDoneCase) -> OthersCase:
    """Another desk's case with what this desk knows of its person."""
    file = UUID(told.file_id) if told.file_id else None
    application = UUID(told.application) if told.application else None
    return OthersCase(told, *_person(session, file, application))


def _person(
    session: Session, file_id: UUID | None, application: UUID | None
) -> tuple[str, ApplicationState | None]:
    """The person's name and where the application stands; "" and None before the person is identified."""
    if file_id is None or application is None:
        return "", None
    with session.desk.open_reading() as reading:
        file = reading.file(file_id)
    found = file.application(application)
    return file.identity.full_name if file.identity else "", found.state if found else None
