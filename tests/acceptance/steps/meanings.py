"""What the words in the places of a sentence mean: statuses, kinds of applications, states, registers, people."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from parse import with_pattern

from dost_desktop.domain.attestation import Register
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Status

T = TypeVar("T")
STATUSES: Final = {
    "not registered": Status.NOT_REGISTERED,
    "a jobseeker": Status.JOBSEEKER,
    "unemployed": Status.UNEMPLOYED,
    "temporarily removed": Status.TEMPORARILY_REMOVED,
    "cancelled": Status.CANCELLED,
}
KINDS: Final = {
    "registration as a jobseeker": ApplicationKind.JOBSEEKER,
    "registration as unemployed": ApplicationKind.UNEMPLOYED,
    "temporary removal": ApplicationKind.REMOVAL,
    "resumption": ApplicationKind.RESUMPTION,
    "cancellation": ApplicationKind.CANCELLATION,
}
STATES: Final = {
    "in progress": ApplicationState.OPEN,
    "waiting for MAS": ApplicationState.WAITING_MAS,
    "waiting for the register": ApplicationState.WAITING_REGISTER,
    "found employed": ApplicationState.FOUND_EMPLOYED,
    "at suitable work": ApplicationState.OFFERING_WORK,
    "waiting for the person": ApplicationState.WAITING_PERSON,
    "declined": ApplicationState.DECLINED,
    "declined without good reason": ApplicationState.DECLINED_UNJUSTIFIED,
    "right explained": ApplicationState.RIGHT_EXPLAINED,
    "accepted by the person": ApplicationState.OFFER_ACCEPTED,
    "waiting for the employer": ApplicationState.WAITING_EMPLOYER,
    "placed as no suitable work": ApplicationState.NO_WORK_PLACED,
    "at the back office": ApplicationState.AT_BACK_OFFICE,
    "returned by the back office": ApplicationState.RETURNED,
    "completed": ApplicationState.DONE,
    "refused": ApplicationState.REFUSED,
    "withdrawn": ApplicationState.WITHDRAWN,
    "in the wrong file": ApplicationState.MISFILED,
}
REGISTERS: Final = {
    "MEİS": Register.PERSON,
    "MEİS of permits": Register.PERMITS,
    "MAS": Register.STATUS,
    "the register of employed persons": Register.EMPLOYED_PERSONS,
    "the vacancy bank": Register.VACANCIES,
    "the notaries": Register.NOTARY,
    "MAS for forms": Register.FORM,
    "MAS for “no suitable work”": Register.NO_SUITABLE_WORK,
    "e-sosial": "e_sosial",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One kind of words for the page: its name in a place, and what may stand there."""

    name: str
    words: tuple[str, ...]


def _one_of(meanings: Mapping[str, T]) -> Callable[[str], T]:
    longest_first = sorted(meanings, key=len, reverse=True)

    @with_pattern("|".join(re.escape(each) for each in longest_first))
    def read(text: str) -> T:
        return meanings[text]

    return read  # type: ignore[no-any-return]


@with_pattern(r"[^“”]*")
def _words(text: str) -> str:
    """Anything between quotation marks."""
    return text


MEANINGS: Final = {
    "Status": STATUSES,
    "Kind": KINDS,
    "State": STATES,
    "Register": REGISTERS,
}
TYPES: Final[dict[str, Callable[[str], object]]] = {
    **{name: _one_of(words) for name, words in MEANINGS.items()},
    "Words": _words,
}
