"""The whole catalogue, loaded once at start: what the domain may decide by and what letters may say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Final

from dost_desktop.catalogue.decline_reasons import DeclineReason, load_decline_reasons
from dost_desktop.catalogue.elements import Element, load_elements
from dost_desktop.catalogue.files import CatalogueFile, read
from dost_desktop.catalogue.grounds import (
    Ending,
    Fact,
    Ground,
    load_endings,
    load_facts,
    load_grounds,
)
from dost_desktop.catalogue.office import (
    DocumentEntry,
    Office,
    RegisterEntry,
    load_calendar,
    load_documents,
    load_office,
    load_registers,
)
from dost_desktop.catalogue.paper_texts import PaperTexts, load_paper_texts
from dost_desktop.catalogue.passport import Passport
from dost_desktop.catalogue.passport_rules import load_passport
from dost_desktop.catalogue.text_rules import load_texts
from dost_desktop.catalogue.texts import Texts
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.domain.working_days import WorkingCalendar

PASSPORT_FILE: Final = "passport-05-04-05-00.toml"
_CATALOGUE: Final = (
    PASSPORT_FILE,
    "facts.toml",
    "grounds.toml",
    "removal_grounds.toml",
    "document_kinds.toml",
    "registers.toml",
    "office.toml",
    "calendar.toml",
    "elements.toml",
    "decline_reasons.toml",
)
_PAPERS: Final = ("referral.toml", "recall.toml", "confirmations.toml", "forms.toml", "file_extract.toml")
_LETTERS: Final = ("frame.toml", "employed.toml", "other.toml", *_PAPERS)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Passport, grounds, document kinds, registers, settings and words of letters, under one hash."""

    version: str  # SHA-256 over all files, 64 hexadecimal digits
    passport: Passport
    facts: Mapping[str, Fact]
    grounds: Mapping[str, Ground]
    endings: Mapping[str, Ending]
    documents: Mapping[str, DocumentEntry]
    registers: Mapping[str, RegisterEntry]
    office: Office
    calendar: WorkingCalendar
    elements: tuple[Element, ...]
    decline_reasons: Mapping[str, DeclineReason]
    texts: Texts
    papers: PaperTexts

    @property
    def law_hash(self) -> str:
        """The name that events give the law they were decided under."""
        return self.version

    def law_in_force(self, on: date) -> LawInForce:
        """What ``decide`` may ask about the law on the day ``on`` (Asia/Baku).

        Grounds that have ended stay in, so that ``decide`` can say so; those still to come are left out.
        """
        grounds = (ground.rule() for ground in self.grounds.values())
        endings = (ending.rule() for ending in self.endings.values())
        return LawInForce(
            version=self.version,
            grounds=MappingProxyType({rule.id: rule for rule in grounds if rule.in_force_from <= on}),
            endings=MappingProxyType({rule.id: rule for rule in endings if rule.in_force_from <= on}),
            documents=MappingProxyType({entry.id: entry.rule() for entry in self.documents.values()}),
            calendar=self.calendar,
            answer_max_age_hours=self.office.terms.answer_max_age_hours,
            employer_days=self.office.terms.employer_days,
            back_office_days=self.office.terms.back_office_days,
            back_offices=frozenset(each.code for each in self.passport.section(11).options),
            minimum_age=self.office.terms.minimum_age,
            early_leave_bar_months=self.office.terms.early_leave_bar_months,
            own_initiative=self.office.switches.own_initiative_removal,
            poa_must_name_service=self.office.switches.poa_must_name_service,
            declines_warn=self.office.terms.declines_warn,
            caller_answers_at_least=self.office.terms.caller_answers_at_least,
        )

    def grounds_for(self, kind: ApplicationKind, on: date) -> tuple[Ground, ...]:
        """The grounds of refusal that may be used for an application on a day, in the order of the file."""
        return tuple(
            ground
            for ground in self.grounds.values()
            if kind in ground.kinds and ground.rule().is_in_force(on)
        )

    def unconfirmed(self) -> tuple[Ground | Ending, ...]:
        """Every ground the owner has not confirmed yet: the administrator's list (D19)."""
        entries: list[Ground | Ending] = [*self.grounds.values(), *self.endings.values()]
        return tuple(entry for entry in entries if not entry.confirmed)


def load_catalogue(directory: Path | None = None) -> Catalogue:
    """The catalogue of ``directory`` (with ``catalogue/`` and ``letters/`` in it), or the one that ships.

    Raises CatalogueBroken with file, line and reason at the first thing that cannot be.
    """
    root: Traversable = files("resources") if directory is None else directory
    data = {name: read(root.joinpath("catalogue"), name) for name in _CATALOGUE}
    letters = {name: read(root.joinpath("letters"), name) for name in _LETTERS}
    registers = load_registers(data["registers.toml"])
    facts = load_facts(data["facts.toml"])
    grounds = load_grounds(data["grounds.toml"], facts, frozenset(registers))
    endings = load_endings(data["removal_grounds.toml"])
    return Catalogue(
        version=_hash([*data.values(), *letters.values()]),
        passport=load_passport(data[PASSPORT_FILE]),
        facts=facts,
        grounds=grounds,
        endings=endings,
        documents=load_documents(data["document_kinds.toml"]),
        registers=registers,
        office=load_office(data["office.toml"]),
        calendar=load_calendar(data["calendar.toml"]),
        elements=load_elements(data["elements.toml"]),
        decline_reasons=load_decline_reasons(data["decline_reasons.toml"]),
        texts=load_texts(
            letters["frame.toml"], [letters["employed.toml"], letters["other.toml"]], grounds, facts
        ),
        papers=load_paper_texts([letters[name] for name in _PAPERS], frozenset(endings)),
    )


def _hash(catalogue_files: Iterable[CatalogueFile]) -> str:
    """SHA-256 over names and contents, each with its length, so that no two catalogues share a hash."""
    digest = hashlib.sha256()
    for file in sorted(catalogue_files, key=lambda file: file.name):
        for part in (file.name.encode(), file.text.encode()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
