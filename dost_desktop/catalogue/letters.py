"""Words the refusal notice, and says what still keeps it from being issued: an incomplete one cannot be.

Source: letters parts 0-2, design §8. What is signed holds neither confirmation state, copy mark nor service date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.elements import FACTS, Element
from dost_desktop.catalogue.fact_values import is_ready
from dost_desktop.catalogue.files import Words
from dost_desktop.catalogue.refusal_facts import RefusalFacts
from dost_desktop.catalogue.templates import BLANK, fill
from dost_desktop.catalogue.wording import Wording
from dost_desktop.domain import dates
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.letter import Letter
from dost_desktop.domain.refusing import REASONING_AT_LEAST


@dataclass(frozen=True, slots=True)
class MissingElement:
    """One thing a notice still lacks: which, what the window calls it, and the field that leads to it.

    ``element`` is an id of the catalogue's list; ``value`` names the placeholder or fact within it.
    """

    element: str
    value: str
    label_key: str  # "element.reasoning"; "fact.employer_name" for a fact of the ground
    name: Words
    field: str


@dataclass(frozen=True, slots=True)
class NoticeElement:
    """One line of the checklist beside the refusal: ticked as it is ready."""

    element: Element
    ready: bool


class ElementsMissing(AgentError):
    """The notice lacks what it must have; fact ``elements`` are their ids, ``missing`` the elements themselves."""

    code: ClassVar[str] = "notice.elements_missing"

    def __init__(self, missing: tuple[MissingElement, ...]) -> None:
        super().__init__(elements=", ".join(dict.fromkeys(element.element for element in missing)))
        self.missing = missing


def compose_refusal(facts: RefusalFacts, catalogue: Catalogue, *, issuing: bool = False) -> Letter:
    """The refusal notice in words; in a preview what is missing is a blank line to write on.

    ``issuing``: raises ElementsMissing if anything the notice must have is not there.
    """
    if issuing and (missing := missing_elements(facts, catalogue, issuing=True)):
        raise ElementsMissing(missing)
    return _letter(Wording(facts, catalogue))


def missing_elements(
    facts: RefusalFacts, catalogue: Catalogue, *, issuing: bool = False
) -> tuple[MissingElement, ...]:
    """What this ground's notice asks for and is not there, in the order of the paper.

    Without ``issuing`` what the program gives only in the commit (number, date, check code, signature) is left out.
    """
    wording = Wording(facts, catalogue)
    _letter(wording)
    names = dict.fromkeys((*sorted(wording.blanks), *_other_gaps(wording)))
    owners = {value: element for element in catalogue.elements for value in element.values}
    facts_element = next(element for element in catalogue.elements if element.id == FACTS)
    missing = []
    for name in names:
        element = owners.get(name, facts_element)
        if issuing or not element.at_issue:
            missing.append(_missing(name, element, catalogue))
    order = [element.id for element in catalogue.elements]
    return tuple(sorted(missing, key=lambda gap: order.index(gap.element)))


def notice_elements(facts: RefusalFacts, catalogue: Catalogue) -> tuple[NoticeElement, ...]:
    """The checklist of this notice with what is ready; a representative only where one speaks.

    Elements ``at_issue`` are given by the program in the commit: a preview shows them as still to come.
    """
    gaps = {gap.element for gap in missing_elements(facts, catalogue, issuing=True)}
    wording = Wording(facts, catalogue)
    left_out = set()
    if not wording.holds("representative"):
        left_out.add("representative")
    if not wording.holds("register answered"):
        left_out.add("lookup")
    return tuple(
        NoticeElement(element, element.id not in gaps)
        for element in catalogue.elements
        if element.id not in left_out - gaps
    )


def prefilled_reasoning(ground: str, facts: RefusalFacts, catalogue: Catalogue) -> str:
    """One to three sentences to the person that a ground starts with; the agent edits them.

    ``""`` for a ground that is not in the catalogue (none is chosen yet).
    """
    text = catalogue.texts.grounds.get(ground)
    return Wording(facts, catalogue).fill(text.reasoning) if text else ""


def _letter(wording: Wording) -> Letter:
    facts, frame = wording.facts, wording.frame
    note = "" if facts.by_hand or not facts.signed_at else wording.fill(frame.signature_note)
    return Letter(
        title=wording.title,
        subtitle=frame.subtitle,
        letterhead=tuple(wording.fill(line) for line in frame.letterhead),
        number=facts.number or BLANK,
        date=dates.long_date(facts.notice_date) if facts.notice_date else BLANK,
        addressee=tuple(
            (line.label, wording.fill(line.text)) for line in frame.addressee if wording.holds(line.when)
        ),
        blocks=tuple(wording.blocks()),
        signer_post=facts.signer_post or wording.catalogue.office.names.signer_post,
        signer_name=facts.signer_name or BLANK,
        signature_note=note,
        by_hand=facts.by_hand,
        verify_url=facts.verify_url or BLANK,
        verify_code=facts.verify_code or BLANK,
        receipt_title=frame.receipt_title,
        receipt_lines=tuple(fill(line, wording.values, wording.holds) for line in frame.receipt),
        practice=facts.practice,
    )


def _other_gaps(wording: Wording) -> Iterator[str]:
    """What a notice needs beside the values printed in its text."""
    facts = wording.facts
    for name, given in (
        ("number", facts.number and BLANK not in facts.number),
        ("notice_date", facts.notice_date),
        ("signer_name", facts.signer_name),
        ("verify_url", facts.verify_url),
        ("verify_code", facts.verify_code),
        ("signature", facts.by_hand or (facts.signed_at and facts.certificate_no)),
        ("kind", facts.kind),
        ("reasoning", len(wording.values["reasoning"]) >= REASONING_AT_LEAST),
    ):
        if not given:
            yield name
    yield from _ground_gaps(wording)


def _ground_gaps(wording: Wording) -> Iterator[str]:
    facts, ground = wording.facts, wording.ground
    if ground is None:
        yield "ground"
        return
    if facts.kind is not None and facts.kind not in ground.kinds:
        yield "ground"
    applied = facts.applied_at  # the law of the day of the application (D5)
    if applied is not None and not ground.rule().is_in_force(dates.legal_date(applied)):
        yield "ground"
    for fact_id in ground.facts:
        if not is_ready(wording.catalogue.facts[fact_id], facts.facts.get(fact_id)):
            yield fact_id
    for fact_id in ground.absent:
        in_frame = bool(wording.values.get(fact_id))
        if in_frame or facts.facts.get(fact_id):
            yield fact_id


def _missing(name: str, element: Element, catalogue: Catalogue) -> MissingElement:
    fact = catalogue.facts.get(name)
    if fact is None:
        return MissingElement(element.id, name, f"element.{element.id}", element.name, element.field)
    return MissingElement(element.id, name, f"fact.{name}", fact.name, f"facts.{name}")
