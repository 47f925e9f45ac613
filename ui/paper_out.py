"""From a recorded document to paper: the margin notes, the printer or a file, and the print in the person's file.

Write before print (design 8): everything here is committed already. Online, the first print waits up to two seconds for
the central system's receipt; after that the margin says that it is not confirmed yet.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import legal_date, short, short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.ports import Worker
from dost_desktop.services.changes import Changes
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.printable import Printable
from reports.documents import PrintNotes, WaitingReceipt, waiting_receipt
from ui import document_jobs
from ui.infra.paper import PRINT_DPI, Output, print_pages, save_pages

if TYPE_CHECKING:
    from reports.page_images import PageImage
    from ui.session import Session

RECEIPT_SECONDS: Final = 2.0
_LOOK_EVERY: Final = 0.05


@dataclass(frozen=True, slots=True)
class _Ready:
    """A notice to be put on paper."""

    file_id: UUID
    notice: UUID
    number: str
    pdf: bytes
    notes: PrintNotes


class PaperOut:
    """Prints for one session; without a printer the pages are saved in the desk's folder of notices."""

    def __init__(self, session: Session, folder: Path, printer: str) -> None:
        self._session, self._folder, self._printer = session, folder, printer

    def notice(self, file_id: UUID, notice: UUID) -> None:
        """Print a recorded notice; every print after the first is a marked copy."""
        job = partial(self._prepare, file_id, notice)
        self._session.tasks.run(job, done=self._draw, failed=self._failed, on=Worker.NETWORK)

    def waiting_receipt(self, case: CaseView) -> None:
        """Print what the person takes home while the application waits for the register, or for MAS."""
        job = partial(waiting_receipt, self._receipt_of(case))
        done = partial(self._put_out_receipt, case.application.number)
        self._session.tasks.run(job, done=done, failed=self._failed, on=Worker.DOCUMENTS)

    def referral(self, file_id: UUID, application: UUID) -> None:
        """Print the newest referral; every print after the first is a marked copy."""
        services = self._session.services
        self._paper(partial(services.referral_letter, file_id, application), self._with_receipt)

    def recall(self, file_id: UUID, notice: UUID) -> None:
        """Print the letter that a written answer was called back."""
        services = self._session.services
        self._paper(partial(services.recall_letter, file_id, notice), self._with_receipt)

    def file_extract(self, file_id: UUID, purpose: str, given_to: str = "") -> None:
        """Print the extract of a person's file; ``given_to`` is "" for the person."""
        services = self._session.services
        self._paper(partial(services.file_extract, file_id, purpose, given_to), self._draw_paper)

    def confirmation(self, file_id: UUID, application: UUID) -> None:
        """Print what an application led to, while it stands."""
        services = self._session.services
        self._paper(partial(services.confirmation_letter, file_id, application), self._draw_paper)

    def form(self, file_id: UUID, application: UUID) -> None:
        """Print the form as it was filled."""
        services = self._session.services
        self._paper(partial(services.form_letter, file_id, application), self._draw_paper)

    def _paper(self, job: Callable[[], Printable], done: Callable[[Printable], None]) -> None:
        self._session.tasks.run(job, done=done, failed=self._failed)

    def _with_receipt(self, printable: Printable) -> None:
        """What was recorded a moment ago waits for the central system, as a written answer does."""
        job = partial(self._is_confirmed, printable.file_id)
        done = partial(self._draw_paper_with, printable)
        self._session.tasks.run(job, done=done, failed=self._failed, on=Worker.NETWORK)

    def _draw_paper_with(self, printable: Printable, confirmed: bool) -> None:
        self._draw_paper(printable, not_yet_confirmed=not confirmed)

    def _draw_paper(self, printable: Printable, *, not_yet_confirmed: bool = False) -> None:
        now, copies = self._session.desk.clock.now(), printable.copies
        notes = PrintNotes(not_yet_confirmed, copies, short(legal_date(now)) if copies else "")
        dpi = PRINT_DPI if self._printer else 0
        job = partial(document_jobs.office_paper_for_print, printable.paper, notes, dpi)
        self._session.tasks.run(
            job, done=partial(self._put_out_paper, printable), failed=self._failed, on=Worker.DOCUMENTS
        )

    def _put_out_paper(self, printable: Printable, drawn: tuple[bytes, tuple[PageImage, ...]]) -> None:
        job = partial(self._on_paper, drawn, printable.name)
        done = partial(self._remember, printable)
        self._session.tasks.run(job, done=done, failed=self._failed, on=Worker.NETWORK)

    def _remember(self, printable: Printable, output: Output) -> None:
        job = partial(self._session.services.papers.printed, printable)
        self._session.tasks.run(job, done=lambda _: self._tell(output), failed=self._failed)

    def _prepare(self, file_id: UUID, notice: UUID) -> _Ready:
        desk = self._session.desk
        confirmed = self._is_confirmed(file_id)
        with desk.open_reading() as reading:
            found = reading.file(file_id).notice(notice)
            if found is None:
                raise KeyError(notice)
            pdf = reading.blobs.get(found.pdf)
        now, served = desk.clock.now(), found.served_at
        notes = PrintNotes(
            not_yet_confirmed=not confirmed,
            copy_no=found.copies,
            copied_on=short(legal_date(now)) if found.copies else "",
            served_on=short(legal_date(served)) if served else "",
            served_at=short_time(served) if served else "",
        )
        return _Ready(file_id, notice, found.number, pdf, notes)

    def _is_confirmed(self, file_id: UUID) -> bool:
        """Wait a moment for the central system's receipt."""
        until = time.monotonic() + RECEIPT_SECONDS
        while True:
            with self._session.desk.open_reading() as reading:
                if reading.confirmed_seq(file_id) >= reading.file(file_id).head.seq:
                    return True
            if time.monotonic() > until:
                return False
            time.sleep(_LOOK_EVERY)

    def _draw(self, ready: _Ready) -> None:
        job = partial(
            document_jobs.pages_for_print, ready.pdf, ready.notes, PRINT_DPI if self._printer else 0
        )
        self._session.tasks.run(
            job, done=partial(self._put_out, ready), failed=self._failed, on=Worker.DOCUMENTS
        )

    def _put_out(self, ready: _Ready, drawn: tuple[bytes, tuple[PageImage, ...]]) -> None:
        job = partial(self._on_paper, drawn, ready.number)
        done = partial(self._note, ready)
        self._session.tasks.run(job, done=done, failed=self._failed, on=Worker.NETWORK)

    def _put_out_receipt(self, number: str, pdf: bytes) -> None:
        job = partial(document_jobs.pages_for_print, pdf, PrintNotes(), PRINT_DPI if self._printer else 0)
        name = QCoreApplication.translate("Paper", "receipt {number}").format(number=number)
        self._session.tasks.run(
            job,
            done=lambda drawn: self._session.tasks.run(
                partial(self._on_paper, drawn, name), done=self._tell, failed=self._failed, on=Worker.NETWORK
            ),
            failed=self._failed,
            on=Worker.DOCUMENTS,
        )

    def _on_paper(self, drawn: tuple[bytes, tuple[PageImage, ...]], name: str) -> Output:
        pdf, pages = drawn
        if self._printer:
            return print_pages(pages, self._printer)
        return save_pages(pdf, self._folder, name)

    def _note(self, ready: _Ready, output: Output) -> None:
        job = partial(self._session.services.record_print, ready.file_id, ready.notice, output.printer)
        done = partial(self._noted, output)
        self._session.tasks.run(job, done=done, failed=self._failed)

    def _noted(self, output: Output, changes: Changes) -> None:
        self._session.announce(changes)
        self._tell(output)

    def _tell(self, output: Output) -> None:
        if output.file is not None:
            self._session.say_saved(output.file)
            return
        words = QCoreApplication.translate("Paper", "Printed: {printer}").format(printer=output.printer)
        self._session.say(words)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, AgentError):
            self._session.say_problem(error)

    def _receipt_of(self, case: CaseView) -> WaitingReceipt:
        desk, office, application = self._session.desk, self._session.office, case.application
        centre, names = desk.centre, office.catalogue.office.names
        identity = case.file.identity
        to_confirm = application.state is ApplicationState.WAITING_MAS
        waits_for = Register.STATUS if to_confirm else Register.EMPLOYED_PERSONS
        contact = office.catalogue.texts.frame.letterhead[-1]  # letters are Azerbaijani in every window
        return WaitingReceipt(
            letterhead=(
                names.ministry_name,
                names.agency_name,
                centre.name,
                contact.format(centre_address=centre.address, centre_phone=centre.phone),
            ),
            application_no=application.number,
            registered_on=short(legal_date(application.opened_at)),
            registered_at=short_time(application.opened_at),
            centre=centre.name,
            full_name=identity.full_name if identity else "",
            waits_for=office.catalogue.registers[waits_for].lookup_source,
            agent=desk.agent.name,
            practice=office.card.enrolled.practice,
            representative=application.representative.name if application.representative else "",
            to_confirm=to_confirm,
        )
