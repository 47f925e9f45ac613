"""Who a person is, in the words of MEİS: the one reading of a register's answer, on desk and server alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dost_desktop.domain.acts import Identity
from dost_desktop.domain.ids import NumberKind


def identity_of(answer: Mapping[str, Any], number_kind: NumberKind, number: str) -> Identity | None:
    """The identity in an answer of MEİS, or None when it knows nobody by this number.

    Raises ValueError when a date in the answer is not one: the register contradicts itself (SEED 23.3).
    """
    if not answer.get("found"):
        return None
    document = answer.get("document") or {}
    return Identity(
        number_kind=number_kind,
        number=number,
        surname=str(answer["surname"]),
        given_name=str(answer["given_name"]),
        patronymic=str(answer.get("patronymic", "")),
        birth_date=_day(answer.get("birth_date")),
        sex=str(answer.get("sex", "")),
        citizenship=str(answer.get("citizenship", "")),
        address=str(answer.get("address", "")),
        document_kind=str(document.get("kind", "")),
        document_number=str(document.get("number", "")),
        document_valid_until=_day(document.get("valid_until")),
    )


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
