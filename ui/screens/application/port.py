"""What the case page's presenter is given and what it may ask of its view.

Run by the composition root: ``CaseJobs`` holds the use cases, and two callables of its own: printing the receipt of a
waiting application, and printing a marked copy of a recorded notice. Both do their work elsewhere and say problems
through ``Navigation``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.ids import NumberKind
from dost_desktop.ports import Unanswered
from dost_desktop.services.attach_scan import Scan
from dost_desktop.services.check_employment import AskEmployment, RecordEmploymentCheck
from dost_desktop.services.give_explanation import GiveExplanation
from dost_desktop.services.hand_over import ServeNotice
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.look_at_file import CaseView, LookAtCase
from dost_desktop.services.refuse_application import RefuseApplication
from dost_desktop.services.run_case import RunCase
from dost_desktop.services.scan_reading import ReadScan
from dost_desktop.services.serve_ticket import FinishCase
from dost_desktop.services.show_paper import ShowPaper
from dost_desktop.services.show_representation import ShowRepresentation
from dost_desktop.services.withdraw_application import WithdrawApplication
from ui.parts.representative.anew import AnewViewPort
from ui.parts.representative.presenter import RepresentativeActs
from ui.screens.application.page import Page
from ui.screens.application.paper_section import PaperActs, PaperViewPort

DRAFT_FORM: Final = "refusal"
PAGE_FORM: Final = "case"  # what is typed on the page itself


class Section(StrEnum):
    """What is open in the place of the action bar."""

    NONE = ""
    STATEMENT = "statement"
    PAUSE = "pause"
    WITHDRAW = "withdraw"
    PAPER = "paper"
    SPEAKS = "speaks"
    EXPLAIN = "explain"


class Said(StrEnum):
    """Quiet words after an act."""

    RECEIPT_RECORDED = "receipt_recorded"
    WITHDRAWN = "withdrawn"
    PAUSED = "paused"
    PAPER_RECORDED = "paper_recorded"
    SPEAKER_RECORDED = "speaker_recorded"
    EXPLAINED = "explained"
    POWER_CHECKED = "power_checked"  # the notaries answered while the page was open
    PAPERS_STOP = "papers_stop"
    GOES_ON = "goes_on"


@dataclass(frozen=True, slots=True)
class CaseJobs:
    """Everything the page can set going."""

    look: LookAtCase
    ask: AskEmployment
    record: RecordEmploymentCheck
    refuse: RefuseApplication
    withdraw: WithdrawApplication
    serve: ServeNotice
    drafts: KeepDrafts
    runs: RunCase
    finish: FinishCase
    show_paper: ShowPaper
    show_representation: ShowRepresentation
    representative: RepresentativeActs
    explain: GiveExplanation
    attach_scan: Callable[[ReadScan], Scan]
    check_permit: Callable[[NumberKind, str], Attestation | Unanswered]
    print_waiting_receipt: Callable[[CaseView], None]
    print_copy: Callable[[UUID, UUID], None]  # file, notice

    @property
    def paper_acts(self) -> PaperActs:
        """What the section of a better paper does."""
        documents = tuple(self.refuse.catalogue.documents.values())
        return PaperActs(documents, self.attach_scan, self.check_permit, self.refuse.desk.clock.now)


class ApplicationViewPort(PaperViewPort, Protocol):
    """What the presenter shows."""

    @property
    def anew(self) -> AnewViewPort:
        """The section where somebody else speaks from now on."""

    def show_page(self, page: Page) -> None: ...

    def show_asking(self, asking: bool) -> None:
        """The register is being asked: seconds, grey bars, and after 3 s a way to stop waiting."""

    def show_no_answer(self, why: Unanswered | None) -> None:
        """The register was asked again in vain; what was known before still stands."""

    def show_problem(self, error: AgentError | None) -> None: ...

    def show_section(self, section: Section) -> None: ...

    def show_statement(self, words: str) -> None: ...

    def show_explanation(self, words: str, problem: AgentError | None) -> None:
        """What is explained, and what is wrong with it."""

    def explanation_words(self) -> str:
        """What is usually explained to an entity or a household, to begin with."""

    def show_saved(self, at: datetime) -> None: ...

    def set_busy(self, busy: bool) -> None: ...

    def focus_main(self) -> None:
        """The focus on the primary button, or on the first field the stage asks for."""

    def said(self, what: Said) -> str:
        """The words of a quiet line."""
