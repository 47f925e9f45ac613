"""Files that may be the same person's: shown side by side with the reason, never merged by themselves (design 4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from dost_desktop.domain.alphabet import fold, names_alike
from dost_desktop.ports import Reading
from dost_desktop.rows import PersonRow
from dost_desktop.services.desk import Desk

_AT_MOST: Final = 5


class Same(StrEnum):
    """What two files have in common."""

    NAME_AND_BIRTH = "name_and_birth"
    NEAR_NAME_AND_BIRTH = "near_name_and_birth"  # one typing error apart
    DOCUMENT = "document"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Alike:
    """Another file that may be this person's, and why."""

    row: PersonRow
    same: frozenset[Same]


@dataclass(frozen=True, slots=True)
class Features:
    """What a person may be recognised by, as far as it is known; "" and None for what is not."""

    names: str = field(repr=False)  # in any order
    birth_date: date | None = field(repr=False)
    document_number: str = field(repr=False, default="")
    phone: str = field(repr=False, default="")  # as recorded, +994…


@dataclass(frozen=True, slots=True)
class FindAlike:
    """Look for files of a person whose papers are being typed. Runs on the database worker."""

    desk: Desk

    def __call__(
        self,
        names: str,
        birth_date: date | None,
        document_number: str = "",
        phone: str = "",
        *,
        own: UUID | None = None,
    ) -> tuple[Alike, ...]:
        """At most five, the most in common first; ``own`` is the file of the number that is typed: never among them."""
        features = Features(names, birth_date, document_number, phone)
        with self.desk.open_reading() as reading:
            found = alike_in(reading, features, frozenset({own} if own else ()))
        return found[:_AT_MOST]


def alike_in(reading: Reading, features: Features, known: frozenset[UUID]) -> tuple[Alike, ...]:
    """Every file but the ``known`` ones that has something in common, the most first, then by alphabet."""
    rows = reading.persons_alike(
        full_name=features.names,
        birth_date=features.birth_date,
        document_number=features.document_number,
        phone=features.phone,
    )
    found = [Alike(row, same_of(features, row)) for row in rows if row.file_id not in known]
    return tuple(sorted((each for each in found if each.same), key=_strength))


def same_of(features: Features, row: PersonRow) -> frozenset[Same]:
    """What a person and a row have in common."""
    is_born_then = features.birth_date is not None and features.birth_date == row.birth_date
    errors = names_alike(fold(features.names).split(), fold(row.full_name).split()) if is_born_then else None
    reasons = {
        Same.NAME_AND_BIRTH: errors == 0,
        Same.NEAR_NAME_AND_BIRTH: errors == 1,
        Same.DOCUMENT: bool(row.document_number) and features.document_number == row.document_number,
        Same.PHONE: bool(row.phone) and features.phone == row.phone,
    }
    return frozenset(same for same, holds in reasons.items() if holds)


def _strength(alike: Alike) -> tuple[int, bool]:
    return -len(alike.same), Same.NEAR_NAME_AND_BIRTH in alike.same
