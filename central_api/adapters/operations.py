"""Every question of the contract: to which system, by which path, what travels there and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from central_api.adapters import contract as c
from central_api.adapters.setting_names import System
from dost_desktop.domain.attestation import Register

Q = TypeVar("Q", bound=c.Asked)
S = TypeVar("S", bound=c.Said)


@dataclass(frozen=True, slots=True)
class Operation(Generic[Q, S]):
    """One question. ``changes``: it does something, exactly once by its ``Idempotency-Key``."""

    system: System
    path: str
    question: type[Q]
    answer: type[S]
    about: str  # what counts as unreachable when nobody answers
    changes: bool = False
    behind: bool = False  # nobody sits at a desk and waits for it


FIND_PERSON: Final = Operation(
    System.MEIS, "/v1/persons/find", c.AboutPerson, c.PersonSaid, Register.PERSON.value
)
FIND_PERMIT: Final = Operation(
    System.MEIS, "/v1/permits/find", c.AboutPerson, c.PersonSaid, Register.PERMITS.value
)
FIND_PAPER: Final = Operation(
    System.NOTARY, "/v1/powers-of-attorney/find", c.PaperAsked, c.PaperSaid, Register.NOTARY.value
)
FIND_STATUS: Final = Operation(
    System.MAS, "/v1/registrations/find", c.AboutPerson, c.StatusSaid, Register.STATUS.value
)
FIND_EMPLOYED: Final = Operation(
    System.MAS, "/v1/employed-persons/find", c.AboutPerson, c.EmployedSaid, Register.EMPLOYED_PERSONS.value
)
HAND_IN_FORM: Final = Operation(
    System.MAS, "/v1/forms", c.FormHandedIn, c.FormSaid, Register.FORM.value, changes=True, behind=True
)
TAKE_BACK_FORM: Final = Operation(
    System.MAS,
    "/v1/forms/take-back",
    c.FormTakenBack,
    c.FormSaid,
    Register.FORM.value,
    changes=True,
    behind=True,
)
PLACE_NO_WORK: Final = Operation(
    System.MAS,
    "/v1/no-suitable-work",
    c.NoWorkAsked,
    c.NoWorkSaid,
    Register.NO_SUITABLE_WORK.value,
    changes=True,
)
NOTE_UNEMPLOYED: Final = Operation(
    System.MAS,
    "/v1/registrations/unemployed",
    c.UnemployedNoted,
    c.NotedSaid,
    Register.FORM.value,
    changes=True,
    behind=True,
)
NOTE_END: Final = Operation(
    System.MAS, "/v1/registrations/end", c.EndNoted, c.NotedSaid, "mas_ends", changes=True, behind=True
)
TELL: Final = Operation(
    System.MAS, "/v1/messages", c.MessageAsked, c.MessageSaid, "mas_messages", changes=True, behind=True
)
SEND_SMS: Final = Operation(
    System.SMS, "/v1/sms", c.SmsAsked, c.SentSaid, "own_gateway", changes=True, behind=True
)
SEND_TO_CABINET: Final = Operation(
    System.CABINET,
    "/v1/cabinet-messages",
    c.CabinetAsked,
    c.SentSaid,
    "own_gateway",
    changes=True,
    behind=True,
)
OPERATIONS: Final[tuple[Operation[c.Asked, c.Said], ...]] = (  # type: ignore[assignment]
    FIND_PERSON, FIND_PERMIT, FIND_PAPER, FIND_STATUS, FIND_EMPLOYED, HAND_IN_FORM, TAKE_BACK_FORM,
    PLACE_NO_WORK, NOTE_UNEMPLOYED, NOTE_END, TELL, SEND_SMS, SEND_TO_CABINET,
)  # fmt: skip
VACANCIES: Final = "/v1/vacancies"  # of MAS; the one question without a body
