"""The refusal page of one application at a real desk, with a played key and a fake view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, ClassVar, TypeVar

from dost_desktop.domain.attestation import Series
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.letter import Letter
from dost_desktop.domain.person_file import Notice
from dost_desktop.ports import Worker
from dost_desktop.rows import Draft
from dost_desktop.services.refuse_application import Issued, Reserved
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.paper_cases import PaperCase, opens
from tests.fakes.real_desk import WORKS, RealDesk
from ui.screens.refusal.fact_line import fact_line
from ui.screens.refusal.form import CheckLine, Typing
from ui.screens.refusal.port import Phase, RefusalJobs, Said
from ui.screens.refusal.presenter import RefusalPresenter
from ui.screens.refusal.preview import Preview
from ui.screens.refusal.signing_port import CertificateLine

T = TypeVar("T")
PIN = "123456"


class PinWrong(AgentError):
    code: ClassVar[str] = "sign.pin_wrong"


class KeyNotOpen(AgentError):
    code: ClassVar[str] = "sign.key_not_open"


class CertificateExpired(AgentError):
    code: ClassVar[str] = "sign.cert_expired"


class PlayedKey:
    """A key file that opens with its PIN; ``breaks`` is raised by the next signature."""

    def __init__(self, *, configured: bool = True) -> None:
        self.line = CertificateLine("Aysel Söyüdlü", "Sınaq MSXM") if configured else None
        self.breaks: AgentError | None = None
        self.opens, self.signed = 0, list[Reserved]()

    def certificate(self) -> CertificateLine | None:
        return self.line

    def open_job(self, pin: str) -> Callable[[], Any]:
        return partial(self._open, pin)

    def opened(self, facts: Any) -> None:
        assert self.line is not None
        self.line = replace(self.line, number=facts, opened=True)

    def dropped(self) -> None:
        assert self.line is not None
        self.line = replace(self.line, opened=False)

    def sign_job(self, reserved: Reserved) -> Callable[[], bytes]:
        return partial(self._sign, reserved)

    def _open(self, pin: str) -> str:
        self.opens += 1
        if pin != PIN:
            raise PinWrong
        return "4F1A 09C2"

    def _sign(self, reserved: Reserved) -> bytes:
        if self.breaks is not None:
            error, self.breaks = self.breaks, None
            raise error
        self.signed.append(reserved)
        return b"%PDF " + reserved.number.text.encode()


class View:
    def __init__(self) -> None:
        self.typing: Typing | None = None
        self.checklist: tuple[CheckLine, ...] = ()
        self.certificate: CertificateLine | None = None
        self.offers_hand, self.finish, self.writing = False, False, 0
        self.phases: list[Phase] = []
        self.number, self.fact = "", ""
        self.problem: AgentError | None = None
        self.pin_problem: AgentError | None = None
        self.gap: CheckLine | None = None
        self.drawn = 0
        self.saved: datetime | None = None
        self.offered: Draft | None = None
        self.pin_forgotten = False

    def show_form(self, typing: Typing) -> None:
        self.typing = typing

    def show_fact(self, typing: Typing) -> None:
        self.fact = fact_line(typing).words

    def show_checklist(self, lines: tuple[CheckLine, ...]) -> None:
        self.checklist = lines

    def show_certificate(self, line: CertificateLine | None, *, offer_hand: bool) -> None:
        self.certificate, self.offers_hand = line, offer_hand

    def show_preview(self, preview: Preview) -> None:
        self.drawn += 1

    def show_phase(self, phase: Phase, number: str) -> None:
        self.phases.append(phase)
        self.number = number

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def show_gap(self, line: CheckLine) -> None:
        self.gap = line

    def show_pin_problem(self, error: AgentError | None) -> None:
        self.pin_problem = error

    def forget_pin(self) -> None:
        self.pin_forgotten = True

    def show_saved(self, at: datetime) -> None:
        self.saved = at

    def offer_draft(self, draft: Draft) -> None:
        self.offered = draft

    def show_finish(self, offered: bool) -> None:
        self.finish = offered

    def begin_writing(self) -> None:
        self.writing += 1

    def dpi(self) -> float:
        return 72.0

    def said(self, what: Said, number: str) -> str:
        return what


class HeldDocuments(InlineTasks):
    """The documents process is slow: its jobs run when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Callable[[], None]] = []

    def run(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        on: Worker = Worker.DATABASE,
    ) -> None:
        if on is Worker.DOCUMENTS:
            self.held.append(lambda: super(HeldDocuments, self).run(job, done=done, failed=failed, on=on))
        else:
            super().run(job, done=done, failed=failed, on=on)


class Page:
    """The refusal page of one application at a real desk."""

    def __init__(
        self,
        desk: RealDesk,
        answer: Any = WORKS,
        *,
        key: PlayedKey | None = None,
        tasks: InlineTasks | None = None,
        papers: PaperCase | None = None,
    ) -> None:
        self.desk, self.key, self.view = desk, key or PlayedKey(), View()
        self.file_id, self.application = opens(desk, papers) if papers else desk.opens()
        desk.serves(self.file_id, self.application)
        if papers is None:
            desk.checks(self.file_id, self.application, answer)
        self.printed: list[tuple[Issued, bytes]] = []
        self.letters: list[Letter] = []
        self.open(tasks or InlineTasks())

    def open(self, tasks: InlineTasks) -> None:
        desk, jobs = self.desk, self.desk.jobs
        whole = RefusalJobs(
            look=jobs.look,
            refuse=desk.refuse,
            drafts=desk.drafts,
            serve=jobs.serve,
            runs=desk.runs,
            finish=jobs.finish,
            signing=self.key,
            preview_job=self._preview,
            print_notice=lambda issued, pdf: self.printed.append((issued, pdf)),
            print_copy=jobs.print_copy,
        )
        self.presenter = RefusalPresenter(self.view, tasks, desk.went, whole, self.file_id, self.application)
        desk.went.heard = self.presenter.changed
        self.presenter.opened()

    def _preview(self, letter: Letter, dpi: float) -> Callable[[], Preview]:
        self.letters.append(letter)
        return lambda: Preview((), ())

    @property
    def typing(self) -> Typing:
        assert self.view.typing is not None
        return self.view.typing

    def notices(self) -> tuple[Notice, ...]:
        with self.desk.desk.open_reading() as reading:
            return reading.file(self.file_id).notices

    def next_number(self) -> int:
        with self.desk.desk.open_reading() as reading:
            taken = reading.peek_number(Series.NOTICE, 2026)
        assert taken is not None
        return taken.number

    def signs(self, pin: str = PIN) -> None:
        self.presenter.primary_pressed(pin)
        self.presenter.primary_pressed(pin)
