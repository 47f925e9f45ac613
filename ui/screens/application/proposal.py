"""What follows from the register's answer: its entries in words, what the law says, what stays open to the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.fact_values import printed
from dost_desktop.catalogue.grounds import Ground
from dost_desktop.domain.letter import Block, BlockKind, Part
from dost_desktop.domain.refusing import ground_of
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.refuse_application import RefuseApplication, entries


@dataclass(frozen=True, slots=True)
class EntryFact:
    """One fact of an entry; ``value`` is "" where the register holds nothing of the kind."""

    label: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the register of employed persons, with what the law says of it."""

    ground: str
    title: str
    article: str
    facts: tuple[EntryFact, ...]
    law: tuple[str, ...]
    open_to_person: tuple[str, ...]  # what can still be used; only where the letter lists it (land share)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The entries in the register's order; the first one's ground is proposed."""

    entries: tuple[Entry, ...]

    @property
    def article(self) -> str:
        """The sub-article of the proposed ground, "" where none is known."""
        return self.entries[0].article if self.entries else ""


def proposal(case: CaseView, refuse: RefuseApplication) -> Proposal:
    """What the application page shows of a found employment; no entries when none was found."""
    return Proposal(tuple(_entry(case, refuse, each) for each in entries(case.application)))


def _entry(case: CaseView, refuse: RefuseApplication, found: Mapping[str, Any]) -> Entry:
    id_ = ground_of(found)
    ground = refuse.catalogue.grounds.get(id_)
    if ground is None:  # the register knows a sub-article that the catalogue does not: shown as it came
        return Entry(id_, "", str(found.get("article", "")), _as_it_came(found), (), ())
    letter = refuse.preview(case, refuse.with_ground(case, id_), None)
    return Entry(
        ground=id_,
        title=ground.title.az,
        article=ground.article,
        facts=_facts(refuse.catalogue, ground, found),
        law=tuple(_texts(letter.blocks, Part.LEGAL_BASIS, BlockKind.PARAGRAPH)),
        open_to_person=tuple(_texts(letter.blocks, Part.APPLY_AGAIN, BlockKind.BULLET)),
    )


def _facts(catalogue: Catalogue, ground: Ground, found: Mapping[str, Any]) -> tuple[EntryFact, ...]:
    """Facts the ground asks for; optional ones if they are there; those that would speak against it, always."""
    held = found.get("facts", {})
    asked = [id_ for id_ in (*ground.facts, *ground.optional, *ground.absent) if id_ in catalogue.facts]
    rows: list[EntryFact] = []
    for id_ in asked:
        fact = catalogue.facts[id_]
        value = printed(fact, held.get(id_))
        if fact.ask != "register" or (id_ in ground.optional and not value):
            continue
        if fact.shape == "tax_id" and rows and value and id_.endswith("_voen"):
            rows[-1] = EntryFact(rows[-1].label, f"{rows[-1].value}, VÖEN {value}")  # beside whose it is
        else:
            rows.append(EntryFact(fact.az, value))
    return tuple(rows)


def _as_it_came(found: Mapping[str, Any]) -> tuple[EntryFact, ...]:
    return tuple(EntryFact(str(name), str(value)) for name, value in found.get("facts", {}).items())


def _texts(blocks: tuple[Block, ...], part: Part, kind: BlockKind) -> list[str]:
    return [block.text for block in blocks if block.part is part and block.kind is kind]
