"""What the refusal page's presenter is given and what it may ask of its view.

The composition root gives ``RefusalJobs``: the use cases, the agent's key (``Signing``), the preview's job, and two
callables that print elsewhere and say their problems through ``Navigation``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.rows import Draft
from dost_desktop.services.hand_over import ServeNotice
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.refuse_application import Issued, RefuseApplication
from dost_desktop.services.run_case import RunCase
from dost_desktop.services.serve_ticket import FinishCase
from ui.screens.refusal.form import CheckLine, Typing
from ui.screens.refusal.preview import Preview, PreviewJob
from ui.screens.refusal.signing_port import CertificateLine, Signing

DRAFT_FORM: Final = "refusal"
PIN_CODES: Final = frozenset({"sign.pin_wrong", "sign.key_not_open"})


class Phase(StrEnum):
    """Where the page stands; the order is fixed."""

    WRITING = "writing"
    CONFIRMING = "confirming"
    ISSUING = "issuing"
    ISSUED = "issued"
    SERVED = "served"


class Said(StrEnum):
    """Quiet words after an act."""

    SIGNED = "signed"
    ISSUED_BY_HAND = "issued_by_hand"
    RECEIPT_RECORDED = "receipt_recorded"


@dataclass(frozen=True, slots=True)
class RefusalJobs:
    """Everything the page can set going."""

    look: LookAtCase
    refuse: RefuseApplication
    drafts: KeepDrafts
    serve: ServeNotice
    runs: RunCase
    finish: FinishCase
    signing: Signing
    preview_job: PreviewJob
    print_notice: Callable[[Issued, bytes], None]
    print_copy: Callable[[UUID, UUID], None]  # file, notice: a marked copy


class RefusalViewPort(Protocol):
    """What the presenter shows."""

    def show_form(self, typing: Typing) -> None: ...

    def show_fact(self, typing: Typing) -> None:
        """What the ground rests on, and what follows from the facts typed so far."""

    def show_checklist(self, lines: tuple[CheckLine, ...]) -> None: ...

    def show_certificate(self, line: CertificateLine | None, *, offer_hand: bool) -> None:
        """None: by hand. ``offer_hand``: signing failed, the way by hand stands open."""

    def show_preview(self, preview: Preview) -> None: ...

    def show_phase(self, phase: Phase, number: str) -> None:
        """``number`` is the one that will be, or was, taken."""

    def show_problem(self, error: AgentError | None) -> None: ...

    def show_gap(self, line: CheckLine) -> None:
        """The letter lacks this: said at its field, the caret there."""

    def show_pin_problem(self, error: AgentError | None) -> None: ...

    def forget_pin(self) -> None: ...

    def show_saved(self, at: datetime) -> None: ...

    def offer_draft(self, draft: Draft) -> None:
        """Another agent's draft of the same application; never restored unasked."""

    def show_finish(self, offered: bool) -> None:
        """Whether this application is the open case of the desk."""

    def begin_writing(self) -> None:
        """The caret into the reasoning."""

    def dpi(self) -> float:
        """How finely the page must be drawn."""

    def said(self, what: Said, number: str) -> str: ...
