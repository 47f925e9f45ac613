"""The closed sets of the service, in the office's words; their values are written into events for ever."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who acts (design 1)."""

    AGENT = "agent"
    BACK_OFFICE = "back_office"
    HEAD = "head"
    ADMINISTRATOR = "administrator"
    CENTRAL_SYSTEM = "central_system"


class Status(StrEnum):
    """A person's registration. Unknown is not ``not_registered``: MAS was simply not asked yet."""

    UNKNOWN = "unknown"
    NOT_REGISTERED = "not_registered"
    JOBSEEKER = "jobseeker"
    UNEMPLOYED = "unemployed"
    TEMPORARILY_REMOVED = "temporarily_removed"
    CANCELLED = "cancelled"


class ApplicationKind(StrEnum):
    """What is applied for (SEED 23, design 4)."""

    JOBSEEKER = "jobseeker_registration"
    UNEMPLOYED = "unemployed_registration"
    REMOVAL = "temporary_removal"
    RESUMPTION = "resumption"
    CANCELLATION = "cancellation"


class ApplicationState(StrEnum):
    """Where an application stands (words/ui 7)."""

    OPEN = "open"
    WAITING_MAS = "waiting_mas"
    WAITING_REGISTER = "waiting_register"
    FOUND_EMPLOYED = "found_employed"
    OFFERING_WORK = "offering_work"
    WAITING_PERSON = "waiting_person"
    DECLINED = "declined"  # the agent judges the reason
    DECLINED_UNJUSTIFIED = "declined_unjustified"  # the right to apply again is explained first
    RIGHT_EXPLAINED = "right_explained"
    OFFER_ACCEPTED = "offer_accepted"
    WAITING_EMPLOYER = "waiting_employer"
    NO_WORK_PLACED = "no_work_placed"
    AT_BACK_OFFICE = "at_back_office"
    RETURNED = "returned"
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    MISFILED = "misfiled"  # opened in another person's file: it goes on nowhere (design 4)


CLOSED = frozenset(
    {
        ApplicationState.DONE,
        ApplicationState.REFUSED,
        ApplicationState.WITHDRAWN,
        ApplicationState.MISFILED,
    }
)


class FormOfApplication(StrEnum):
    """How the application came in (SEED 6)."""

    IN_PERSON = "in_person"
    REPRESENTATIVE = "representative"
    CALL_CENTRE = "call_centre"
    SELF_SERVICE = "self_service"


class Channel(StrEnum):
    """Over which channel (SEED 7)."""

    DOST_CENTRE = "dost_centre"
    CALL_CENTRE = "call_centre"
    ELECTRONIC = "electronic_system"


class FormOfAnswer(StrEnum):
    """How the answer is given (SEED 8)."""

    IN_PERSON = "in_person"
    REPRESENTATIVE = "representative"
    CALL_CENTRE = "call_centre"
    PROACTIVE = "proactive"
    SELF_SERVICE = "self_service"


class FormShown(StrEnum):
    """In which form a paper was shown (SEED 22)."""

    ORIGINAL = "original"
    COPY = "copy"
    NOTARISED_COPY = "notarised_copy"
    ELECTRONIC_COPY = "electronic_copy"


class Source(StrEnum):
    """Where a fact comes from (SEED 23.3)."""

    REGISTER = "register"
    PAPERS = "papers"


class PassportGround(StrEnum):
    """The two grounds of refusal of the passport (SEED 9)."""

    INCOMPLETE_DOCUMENTS = "incomplete_documents"
    NO_LEGAL_BASIS = "no_legal_basis"


class EmployerAnswer(StrEnum):
    """What the employer said of a referral; silence after 5 working days counts as no (facts 2.5, 2.8)."""

    HIRED = "hired"
    NOT_HIRED = "not_hired"
    SILENT = "silent"


class Recipient(StrEnum):
    """Who took the notice (SEED 8)."""

    PERSON = "person"
    REPRESENTATIVE = "representative"


class Receiving(StrEnum):
    """How the recipient acknowledged it (letters 1.11)."""

    SIGNED = "signed"
    WOULD_NOT_SIGN = "would_not_sign"
    WOULD_NOT_TAKE = "would_not_take"


class Basis(StrEnum):
    """By what somebody speaks for the applicant (SEED 6; D17)."""

    POWER_OF_ATTORNEY = "poa"
    GUARDIAN = "guardian"  # qəyyum
    CURATOR = "curator"  # himayəçi
    HEAD = "head"  # of a legal entity or a family household, which cannot speak for itself


class Certifier(StrEnum):
    """Who certified a power of attorney: not notaries alone (facts 5.5, 5.6)."""

    NOTARY = "notary"
    CONSUL = "consul"
    EQUATED_OFFICIAL = "equated_official"


class RepresentedAct(StrEnum):
    """What a representative does in the applicant's place; a paper may exclude some of it (facts 5.7)."""

    APPLY = "apply"
    CONFIRM_FORM = "confirm_form"
    ANSWER_OFFER = "answer_offer"
    WITHDRAW = "withdraw"
    RECEIVE_ANSWER = "receive_answer"


class Capacity(StrEnum):
    """As whom a natural person applies: an entrepreneur applies as a natural person (SEED 10; D17)."""

    PERSON = "person"
    ENTREPRENEUR = "entrepreneur"


class CallerAnswer(StrEnum):
    """What a caller named correctly, so that the call centre knows who calls (SEED 6, 7)."""

    BIRTH_DATE = "birth_date"
    DOCUMENT_NUMBER = "document_number"
    ADDRESS = "address"
    PHONE = "phone"
    APPLICATION_NUMBER = "application_number"


class Relation(StrEnum):
    """Who consents for a person of 15 to 17 years (D10; facts 5.8)."""

    PARENT = "parent"
    ADOPTER = "adopter"
    CURATOR = "curator"


class ConfirmedBy(StrEnum):
    """Who confirms a form in e-sosial: never the agent (SEED 23.4; design 3)."""

    PERSON = "person"
    REPRESENTATIVE = "representative"


class MessageChannel(StrEnum):
    """How the person is told: both, always (SEED 23.5)."""

    E_CABINET = "e_cabinet"
    MOBILE = "mobile"


class MessageSender(StrEnum):
    """Who sent a message: MAS by default, our own gateway only where MAS does not (design 3)."""

    MAS = "mas"
    OWN_GATEWAY = "own_gateway"


class Education(StrEnum):
    """The level of education; each holds those before it (facts 1.6)."""

    GENERAL = "general"
    VOCATIONAL = "vocational"
    SECONDARY_SPECIAL = "secondary_special"
    HIGHER = "higher"
