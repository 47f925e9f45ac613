"""Everything a refusal notice is worded from, in one frozen value: the window fills it, nobody else adds a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from dost_desktop.domain.evidence import Paper, Representative
from dost_desktop.domain.vocabulary import ApplicationKind, FormOfApplication, Status

FactValue = str | date | Sequence[Mapping[str, str]]
"""Text, a day (also as ISO or ``dd.MM.yyyy`` text), the key of a choice, or rows of a table."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """One question to a register: its moment (any zone), its number, and what the letter calls the register.

    ``source`` empty: the name the catalogue gives the register of the ground. ``no`` empty: there was no answer.
    """

    at: datetime | None = None
    no: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class CentreDetails:
    """The centre on the letterhead; what it has not set itself comes from the office's defaults (D11)."""

    name: str = ""
    address: str = ""
    phone: str = ""
    court_name: str = ""
    appeal_body: str = ""
    appeal_address: str = ""
    complaint_days: int = 0


@dataclass(frozen=True, slots=True)
class RefusalFacts:
    """What is known of one refusal; all may be missing while it is prepared.

    ``status`` is the registration as it stands, for a person temporarily removed the stored one. ``facts`` are
    the register's own words, keyed as in the attested answer. Times are aware, of any zone, printed as in Baku.
    """

    ground: str = ""
    number: str = ""
    notice_date: date | None = None
    full_name: str = field(default="", repr=False)
    pin: str = field(default="", repr=False)
    entity_voen: str = ""  # of a legal entity
    is_person: bool = True  # False: a legal entity or a family household (D17)
    document_kind: str = ""
    document_no: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    representative: Representative | None = field(default=None, repr=False)
    application_no: str = ""
    applied_at: datetime | None = None
    form: FormOfApplication | None = None
    kind: ApplicationKind | None = None
    status: Status = Status.UNKNOWN
    facts: Mapping[str, FactValue] = field(default_factory=dict, repr=False)
    lookup: Lookup | None = None
    data_owner: str = ""
    documents_shown: tuple[Paper, ...] = field(default=(), repr=False)
    reasoning: str = field(default="", repr=False)
    statement: str = field(default="", repr=False)
    signer_name: str = field(default="", repr=False)
    signer_post: str = ""
    centre: CentreDetails = field(default_factory=CentreDetails)
    verify_url: str = field(default="", repr=False)
    verify_code: str = field(default="", repr=False)
    signed_at: datetime | None = None
    certificate_no: str = ""
    by_hand: bool = False
    interpreter_offered: bool = False
    translation_language: str = ""
    practice: bool = False
