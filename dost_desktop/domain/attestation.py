"""What the central API vouches for: register answers, receipts and number leases, each signed by its key.

The domain knows the shapes and the bytes; ``contract.seals`` signs and verifies them (Ed25519).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from dost_desktop.domain import canonical
from dost_desktop.domain.codec import to_json


class Register(StrEnum):
    """The registers that can be asked through the central API (design 3)."""

    PERSON = "meis_person"
    PERMITS = "meis_permits"
    STATUS = "mas_status"
    EMPLOYED_PERSONS = "mas_employed_persons"
    VACANCIES = "mas_vacancies"
    FORM = "mas_form"
    NO_SUITABLE_WORK = "mas_no_suitable_work"
    NOTARY = "notary"


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A record with the server's key id and signature over everything else in it."""

    tag: ClassVar[str]

    def signed_bytes(self) -> bytes:
        """The bytes under the signature: every field but ``signature``."""
        whole = to_json(self)
        del whole["signature"]
        return canonical.canonical(self.tag, whole)


@dataclass(frozen=True, slots=True)
class Attestation(_Sealed):
    """One register's answer about one person, as evidence (design 3).

    ``answer`` keeps the register's own words: for the register of employed persons
    ``{"found": bool, "entries": [{"article": "4.1.1", "variant": "", "facts": {placeholder: text}}]}``.
    An event that rests on an answer older than the law in force allows (24 hours) is refused, and one that rests
    on an answer nobody can read (``answers``).
    """

    tag: ClassVar[str] = canonical.ATTESTATION

    lookup_no: str
    register: Register
    file_id: UUID
    purpose: str  # why it was asked: the application number, or the kind of application to be opened
    asked_by: str  # agent, or "central" when the server asked by itself
    at: datetime
    answer: Mapping[str, Any] = field(repr=False)
    key: str  # the first 16 hexadecimal digits of SHA-256 of the server's public key
    signature: str = ""  # base64url without padding


def attestations_in(value: object) -> Iterator[Attestation]:
    """Every answer that an act, or a part of one, rests on."""
    if isinstance(value, Attestation):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from attestations_in(each)
    elif is_dataclass(value):
        for part in fields(value):
            yield from attestations_in(getattr(value, part.name))


@dataclass(frozen=True, slots=True)
class Receipt(_Sealed):
    """The server's word that it holds a file up to this link: no tail behind it can be cut unseen."""

    tag: ClassVar[str] = canonical.RECEIPT

    file_id: UUID
    seq: int
    hash: str
    received_at: datetime
    epoch: str
    key: str
    signature: str = ""


class Series(StrEnum):
    """What is numbered, each in its own row per centre and year (design 6)."""

    APPLICATION = "application"
    NOTICE = "notice"
    REFERRAL = "referral"
    REGISTRATION = "registration"


@dataclass(frozen=True, slots=True)
class NumberLease(_Sealed):
    """A block of numbers that only this desk may give out: ``first`` to ``last``, both included."""

    tag: ClassVar[str] = canonical.NUMBER_LEASE

    lease_id: UUID
    series: Series
    centre: str
    year: int
    first: int
    last: int
    desk: str
    epoch: str
    key: str
    signature: str = ""
