"""Who a person is, in the words of MEİS: the one reading of a register's answer, on desk and server alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.ids import NumberKind


def identity_of(answer: Mapping[str, Any], number_kind: NumberKind, number: str) -> Identity | None:
    """The identity in an answer of MEİS, or None when it knows nobody by this number.

    Raises ValueError when the answer cannot be read: the register contradicts itself (SEED 23.3).
    """
    if not is_readable(Register.PERSON, answer):
        raise ValueError("the register contradicts itself")
    if not answer["found"]:
        return None
    document = answer.get("document") or {}
    return Identity(
        number_kind=number_kind,
        number=number,
        surname=answer["surname"],
        given_name=answer["given_name"],
        patronymic=answer.get("patronymic") or "",
        birth_date=_day(answer.get("birth_date")),
        sex=answer.get("sex") or "",
        citizenship=answer.get("citizenship") or "",
        address=answer.get("address") or "",
        document_kind=document.get("kind") or "",
        document_number=document.get("number") or "",
        document_valid_until=_day(document.get("valid_until")),
    )


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
