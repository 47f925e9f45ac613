"""The grounds of refusal, removal and cancellation as the catalogue holds them, each with its mark of certainty.

Most are known from the press only (D5, D19): they are printed, and the administrator sees them listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field, StrictBool, StrictInt

from dost_desktop.catalogue.files import CatalogueFile, Data, Place, Words
from dost_desktop.domain.law import EndingRule, GroundRule
from dost_desktop.domain.vocabulary import ApplicationKind, PassportGround, Status

Mark = Literal["VS", "NEWS", "INF", "NF"]
"""VS seen in the official text, NEWS from the press, INF concluded, NF not found."""

FRAME_FACTS: Final = frozenset({"representation_date"})
"""What the frame of a letter knows and a ground may want to be absent (a void power of attorney has no date)."""


SOURCE_FACTS: Final = frozenset({"told_by", "fact_time"})
"""What a ground whose facts are typed says besides them: on what they rest, and since when (letters 1.4)."""


class Fact(Data):
    """What a ground may ask for: its shape, who knows it, and its name in the window."""

    shape: Literal["text", "date", "tax_id", "choice", "long_text", "rows"]
    ask: Literal["register", "paper", "agent", "file"]  # file: what was recorded in the person's own file
    az: str = Field(min_length=1)
    en: str = Field(min_length=1)
    ru: str = Field(min_length=1)
    otherwise: str = ""  # printed where an optional fact is not there
    choices: Mapping[str, str] = Field(default_factory=dict)
    columns: tuple[str, ...] = ()

    @property
    def name(self) -> Words:
        """Its name in the window's three languages."""
        return Words(az=self.az, en=self.en, ru=self.ru)


class Ground(Data):
    """One ground of refusal (letters part 2)."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")
    passport_ground: PassportGround
    kinds: frozenset[ApplicationKind] = Field(min_length=1)
    title: Words
    article: str = Field(pattern=r"^([0-9]+(\.[0-9]+)*)?$")
    in_force_from: date
    in_force_until: date | None = None
    mark: Mark
    confirmed: StrictBool
    source: str = Field(min_length=1)
    register_id: str = Field("", alias="register")
    needs_register: StrictBool = False
    data_owner: str = ""
    typed: StrictBool = False  # no register gives its facts: the agent types what was shown or said
    about_representative: StrictBool = False
    facts: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def rule(self) -> GroundRule:
        """What the domain needs of it."""
        return GroundRule(
            id=self.id,
            passport_ground=self.passport_ground,
            kinds=self.kinds,
            article=self.article,
            in_force_from=self.in_force_from,
            in_force_until=self.in_force_until,
            needs_register=self.needs_register,
        )


class Ending(Data):
    """One ground of temporary removal or cancellation (facts 1.14-1.18, letters 5.2 and 6)."""

    id: str = Field(pattern=r"^(removal|cancel)\.[a-z_]+$")
    target: Literal["temporarily_removed", "cancelled"]
    statuses: frozenset[Status] = Field(min_length=1)
    title: Words
    term: Literal["while_cause_lasts", "months", "set_by_owner", "as_asked", "for_good"]
    months: StrictInt | None = Field(None, ge=1)
    bar_months: StrictInt | None = Field(None, ge=1)
    by_office: StrictBool
    by_person: StrictBool = True
    needs_evidence: StrictBool = False
    sensitive: StrictBool = False
    article: str = Field("", pattern=r"^([0-9]+(\.[0-9]+)*)?$")
    in_force_from: date
    in_force_until: date | None = None
    mark: Mark
    confirmed: StrictBool
    source: str = Field(min_length=1)

    def rule(self) -> EndingRule:
        """What the domain needs of it."""
        return EndingRule(
            id=self.id,
            target=Status(self.target),
            statuses=self.statuses,
            months=self.months,
            bar_months=self.bar_months,
            in_force_from=self.in_force_from,
            in_force_until=self.in_force_until,
            by_person=self.by_person,
            needs_evidence=self.needs_evidence,
            by_office=self.by_office,
        )


class _Facts(Data):
    facts: dict[str, Fact]


class _Grounds(Data):
    ground: tuple[Ground, ...]


class _Endings(Data):
    ending: tuple[Ending, ...]


def load_facts(file: CatalogueFile) -> Mapping[str, Fact]:
    """Every fact by its id; raises CatalogueBroken."""
    facts = file.build(_Facts).facts
    for fact_id, fact in facts.items():
        if (fact.shape == "choice") != bool(fact.choices) or (fact.shape == "rows") != bool(fact.columns):
            raise file.broken(("facts", fact_id), f"{fact_id}: choices and columns do not fit its shape")
    return MappingProxyType(facts)


def load_grounds(
    file: CatalogueFile, facts: Mapping[str, Fact], registers: frozenset[str]
) -> Mapping[str, Ground]:
    """The grounds of refusal by id, in the order of the file; raises CatalogueBroken."""
    grounds: dict[str, Ground] = {}
    for position, ground in enumerate(file.build(_Grounds).ground):
        place: Place = ("ground", position)
        if ground.id in grounds:
            raise file.broken((*place, "id"), f"ground {ground.id} stands twice")
        _check_days(file, place, ground.in_force_from, ground.in_force_until)
        for key in ("facts", "optional", "absent"):
            unknown = set(getattr(ground, key)) - set(facts) - (FRAME_FACTS if key == "absent" else set())
            if unknown:
                raise file.broken((*place, key), f"no such fact: {', '.join(sorted(unknown))}")
        if ground.register_id and ground.register_id not in registers:
            raise file.broken((*place, "register"), f"no such register: {ground.register_id}")
        if ground.needs_register and not (ground.register_id and ground.data_owner):
            raise file.broken(place, "a ground that rests on a register names it and the owner of its data")
        if ground.typed and (ground.register_id or not set(ground.facts) >= SOURCE_FACTS):
            raise file.broken(place, "a ground with typed facts names no register, but their source and time")
        grounds[ground.id] = ground
    return MappingProxyType(grounds)


def load_endings(file: CatalogueFile) -> Mapping[str, Ending]:
    """The grounds of removal and cancellation by id; raises CatalogueBroken."""
    endings: dict[str, Ending] = {}
    for position, ending in enumerate(file.build(_Endings).ending):
        place: Place = ("ending", position)
        if ending.id in endings:
            raise file.broken((*place, "id"), f"ground {ending.id} stands twice")
        _check_days(file, place, ending.in_force_from, ending.in_force_until)
        if (ending.term == "months") != (ending.months is not None):
            raise file.broken((*place, "months"), "months belong to term = “months” and only there")
        if ending.id.startswith("removal.") != (ending.target == "temporarily_removed"):
            raise file.broken((*place, "target"), "the id and what the ground leads to do not agree")
        endings[ending.id] = ending
    return MappingProxyType(endings)


def _check_days(file: CatalogueFile, place: Place, start: date, end: date | None) -> None:
    if end is not None and end < start:
        raise file.broken((*place, "in_force_until"), "the last day in force lies before the first")
