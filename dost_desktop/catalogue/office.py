"""What the owner of the service sets: names, terms, switches, kinds of documents, registers, the working calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from pydantic import Field, StrictBool, StrictInt

from dost_desktop.catalogue.files import CatalogueFile, Data, Place, Words
from dost_desktop.catalogue.grounds import Mark
from dost_desktop.domain.law import DocumentRule
from dost_desktop.domain.vocabulary import FormShown
from dost_desktop.domain.working_days import WorkingCalendar, YearDecision


class DocumentEntry(Data):
    """A kind of document of the passport's sections 6 and 21 (facts part 4; D1, D18)."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    purpose: Literal["identity", "representation"]
    holders: frozenset[Literal["citizen", "foreigner", "stateless"]]
    name: Words
    printed_name: str = Field(min_length=1)
    shape: str  # regular expression of the normalised number; "" where none is known
    example: str
    mrz: Literal["TD1", "TD2", ""]
    person_number: Literal["pin", "migration_pin", ""]
    issuer: str
    validity: Literal[
        "date_on_document", "date_on_document_or_none", "issue_date_required", "judged_by_agent"
    ]
    forms: frozenset[FormShown] = Field(min_length=1)
    accepted: StrictBool
    mark: Mark
    source: str = Field(min_length=1)

    def rule(self) -> DocumentRule:
        """What ``decide`` needs of it."""
        return DocumentRule(self.id, self.purpose, self.holders, self.validity, self.forms, self.accepted)


class RegisterEntry(Data):
    """A register that is asked: what a letter calls it and who put the data in (letters 1.8)."""

    id: str
    lookup_source: str = Field(min_length=1)
    via: str
    data_owner: str = Field(min_length=1)
    mark: Mark
    source: str


class Names(Data):
    """Names on the letterhead and under the letter."""

    ministry_name: str = Field(min_length=1)
    agency_name: str = Field(min_length=1)
    signer_post: str = Field(min_length=1)


class Appeal(Data):
    """Where to appeal when the centre has set nothing of its own (D11)."""

    appeal_body: str = Field(min_length=1)
    appeal_address: str
    court_name: str = Field(min_length=1)
    complaint_days: StrictInt = Field(ge=0)  # 0: not set


class LetterSettings(Data):
    """Choices of wording (letters 1.7)."""

    any_centre: StrictBool


class Terms(Data):
    """Terms and limits; days are working days (SEED 13-17, facts 1.11, 1.18, 2.2, 2.8; D2)."""

    answer_max_age_hours: StrictInt = Field(ge=1)
    employer_days: StrictInt = Field(ge=1)
    offer_days: StrictInt = Field(ge=1)  # within which suitable work is looked for
    referral_present_days: StrictInt = Field(ge=0)  # 0: not set, the referral names no day
    back_office_days: StrictInt = Field(ge=1)
    minimum_age: StrictInt = Field(ge=0)
    early_leave_bar_months: StrictInt = Field(ge=0)
    declines_warn: StrictInt = Field(ge=1)  # only warns (D3)
    caller_answers_at_least: StrictInt = Field(ge=1, le=5)
    one_representative_applicants: StrictInt = Field(ge=1)  # more than so many applicants of one speaker warn
    one_representative_days: StrictInt = Field(ge=1)  # within so many calendar days


class Switches(Data):
    """What is off until the owner says otherwise (D20)."""

    own_initiative_removal: StrictBool
    poa_must_name_service: StrictBool


class Office(Data):
    """Everything the owner decides for all centres."""

    names: Names
    appeal: Appeal
    letters: LetterSettings
    terms: Terms
    switches: Switches


class _Documents(Data):
    kind: tuple[DocumentEntry, ...]


class _Registers(Data):
    register_list: tuple[RegisterEntry, ...] = Field(alias="register")


class _Year(Data):
    year: StrictInt = Field(ge=2021, le=2100)
    ramazan: tuple[date, ...] = Field(min_length=1, max_length=3)
    qurban: tuple[date, ...] = Field(min_length=1, max_length=3)
    novruz: tuple[date, ...] = ()
    days_off: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()
    source: str = Field(min_length=1)


class _Calendar(Data):
    year: tuple[_Year, ...]


def load_office(file: CatalogueFile) -> Office:
    """The owner's settings; raises CatalogueBroken."""
    return file.build(Office)


def load_documents(file: CatalogueFile) -> Mapping[str, DocumentEntry]:
    """The kinds of documents by id; raises CatalogueBroken, also where an example is not of its own shape."""
    entries: dict[str, DocumentEntry] = {}
    for position, entry in enumerate(file.build(_Documents).kind):
        place: Place = ("kind", position)
        if entry.id in entries:
            raise file.broken((*place, "id"), f"kind {entry.id} stands twice")
        try:
            fits = bool(re.fullmatch(entry.shape, entry.example))
        except re.error as error:
            raise file.broken((*place, "shape"), f"not a regular expression: {error}") from None
        if not fits:
            raise file.broken((*place, "example"), "the example is not of the shape")
        if entry.accepted and entry.purpose == "identity" and not entry.shape:
            raise file.broken(
                (*place, "accepted"), "a kind whose number has no known shape stays switched off"
            )
        entries[entry.id] = entry
    return MappingProxyType(entries)


def load_registers(file: CatalogueFile) -> Mapping[str, RegisterEntry]:
    """The registers by id; raises CatalogueBroken."""
    entries: dict[str, RegisterEntry] = {}
    for position, entry in enumerate(file.build(_Registers).register_list):
        if entry.id in entries:
            raise file.broken(("register", position, "id"), f"register {entry.id} stands twice")
        entries[entry.id] = entry
    return MappingProxyType(entries)


def load_calendar(file: CatalogueFile) -> WorkingCalendar:
    """The working calendar; raises CatalogueBroken, also for a day that lies in another year."""
    decisions: list[YearDecision] = []
    for position, year in enumerate(file.build(_Calendar).year):
        place: Place = ("year", position)
        if year.year in {decision.year for decision in decisions}:
            raise file.broken((*place, "year"), f"{year.year} stands twice")
        for key in ("ramazan", "qurban", "novruz", "days_off"):
            if any(day.year != year.year for day in getattr(year, key)):
                raise file.broken((*place, key), f"a day outside {year.year}")
        decisions.append(YearDecision(**year.model_dump()))
    return WorkingCalendar(tuple(decisions))
