"""What happens to a written answer: issued, printed, handed over, superseded, recalled (design 4, 8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.vocabulary import FormOfAnswer, Receiving, Recipient


@dataclass(frozen=True, slots=True)
class IssueNotice:
    """A written answer with its number exists: a fact that is always recorded (design 4)."""

    kind: ClassVar[str] = "notice_issued"
    application: UUID
    notice: UUID
    number: str
    provisional: bool  # no lease was left: the number says so itself
    pdf: str  # SHA-256 of the signed bytes
    size: int  # bytes
    certificate: str  # serial of the certificate; "" when signed by hand
    verify_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintNotice:
    """The notice was printed or saved; every copy after the first is a marked one."""

    kind: ClassVar[str] = "notice_printed"
    notice: UUID
    copy: int
    printer: str  # "" when saved to a file


@dataclass(frozen=True, slots=True)
class ServeNotice:
    """The notice was handed over and the receipt recorded (letters 1.11)."""

    kind: ClassVar[str] = "notice_served"
    notice: UUID
    form: FormOfAnswer
    recipient: Recipient
    receiving: Receiving
    served_at: datetime
    representative: Representative | None = None


@dataclass(frozen=True, slots=True)
class SupersedeNotice:
    """A newer notice takes the place of this one (design 4)."""

    kind: ClassVar[str] = "notice_superseded"
    notice: UUID
    by: UUID
    what_changed: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecallNotice:
    """The notice is called back; not a decision on the application (letters 3.2)."""

    kind: ClassVar[str] = "notice_recalled"
    notice: UUID
    reason: str = field(repr=False)
