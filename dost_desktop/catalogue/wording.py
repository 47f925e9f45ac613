"""Puts the values of one refusal into the letter texts under their conditions, and remembers every blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.fact_values import printed, rows
from dost_desktop.catalogue.letter_values import letter_values
from dost_desktop.catalogue.refusal_facts import RefusalFacts
from dost_desktop.catalogue.templates import BLANK, fill
from dost_desktop.catalogue.texts import FrameBlock, GroundPart, Line
from dost_desktop.domain.letter import Block, BlockKind, Part
from dost_desktop.domain.vocabulary import ApplicationKind, FormOfApplication, Status


class Wording:
    """The words of one letter; ``blanks`` holds the names of the values that were asked for and not there."""

    def __init__(self, facts: RefusalFacts, catalogue: Catalogue) -> None:
        self.facts = facts
        self.catalogue = catalogue
        self.frame = catalogue.texts.frame
        self.ground = catalogue.grounds.get(facts.ground)
        self.phrase = self.frame.phrase(facts.kind, facts.status) if facts.kind else None
        self.values = letter_values(facts, catalogue, self.ground, self.phrase)
        self.blanks: set[str] = set()
        self._conditions = self._frame_conditions()

    @property
    def title(self) -> str:
        """The act in one line."""
        if self.is_about_representative:
            return self.frame.not_admitted.title
        return self.phrase.title if self.phrase else BLANK

    @property
    def is_about_representative(self) -> bool:
        """Whether the representative is not admitted; the person's own right is then not refused."""
        return self.ground is not None and self.ground.about_representative

    def fill(self, text: str) -> str:
        """A template with its values; what is missing becomes a blank line and is remembered."""
        return fill(text, self.values, self.holds, self.blanks)

    def holds(self, condition: str) -> bool:
        """Whether a condition of the letter texts is met (``""`` always is)."""
        if condition.startswith("fact "):
            return self._has_fact(condition.removeprefix("fact "))
        return not condition or self._conditions[condition]

    def blocks(self) -> Iterator[Block]:
        """The running text of the letter, application to appeal."""
        for block in self.frame.blocks:
            if not self.holds(block.when):
                continue
            if block.insert:
                yield from self._ground_blocks(block.part, block.insert)
            else:
                yield Block(block.part, _kind(block), self.fill(block.text), editable=block.editable)

    def _ground_blocks(self, part: Part, of: GroundPart) -> Iterator[Block]:
        if self.ground is None:
            self.blanks.add("ground")
            yield Block(part, BlockKind.PARAGRAPH, BLANK)
            return
        for line in self.catalogue.texts.grounds[self.ground.id].lines:
            if line.part != of or not self.holds(line.when):
                continue
            if line.rows:
                yield from self._row_blocks(part, line)
            else:
                yield Block(part, _line_kind(line), self.fill(line.text), label=line.label)

    def _row_blocks(self, part: Part, line: Line) -> Iterator[Block]:
        found = rows(self.catalogue.facts[line.rows], self.facts.facts.get(line.rows))
        if not found:
            self.blanks.add(line.rows)
        for row in found or ({},):
            yield Block(part, BlockKind.BULLET, fill(line.text, row, self.holds))

    def _has_fact(self, fact_id: str) -> bool:
        return bool(printed(self.catalogue.facts[fact_id], self.facts.facts.get(fact_id)))

    def _frame_conditions(self) -> Mapping[str, bool]:
        facts, values, ground = self.facts, self.values, self.ground
        tried = facts.lookup is not None and facts.lookup.at is not None
        from_papers = self._is_from_papers()
        return {
            "pin known": bool(facts.pin),
            "pin unknown": not facts.pin and facts.is_person,
            "legal entity": bool(facts.entity_voen),
            "address known": bool(values["address"]),
            "representative": self._speaks_representative(),
            "representative with a paper": self._speaks_representative() and self._has_paper(),
            "representative without a paper": self._speaks_representative() and not self._has_paper(),
            "representation dated": bool(values.get("representation_date")),
            "register answered": ground is not None and bool(ground.register_id) and not from_papers,
            "register tried": tried,
            "register not tried": not tried,
            "from papers": from_papers,
            "statement given": bool(values["statement"]),
            "jobseeker": facts.status is Status.JOBSEEKER,
            "unemployed applied for by a jobseeker": facts.kind is ApplicationKind.UNEMPLOYED
            and facts.status is Status.JOBSEEKER,
            "article set": bool(values["article"]),
            "any centre": self.catalogue.office.letters.any_centre,
            "fee free": self.catalogue.passport.is_free,
            "complaint term set": bool(values["complaint_days"]),
            "complaint term unset": not values["complaint_days"],
            "appeal address set": bool(values["appeal_address"]),
            "interpreter offered": facts.interpreter_offered,
            "translation attached": bool(facts.translation_language),
        }

    def _speaks_representative(self) -> bool:
        return (
            self.facts.representative is not None
            or self.facts.form is FormOfApplication.REPRESENTATIVE
            or self.is_about_representative
        )

    def _has_paper(self) -> bool:
        """Whether the representative has shown a paper; the head of an entity needs none (D17)."""
        speaker = self.facts.representative
        return speaker is None or bool(speaker.paper_number)

    def _is_from_papers(self) -> bool:
        """Papers stand in for a register that did not answer; never for the employment check (letters 1.4)."""
        ground, lookup = self.ground, self.facts.lookup
        if ground is None or ground.needs_register or lookup is None or lookup.no:
            return False
        asks_paper = any(self.catalogue.facts[fact_id].ask == "paper" for fact_id in ground.facts)
        return bool(self.facts.documents_shown) and (asks_paper or bool(ground.register_id))


def _kind(block: FrameBlock) -> BlockKind:
    return BlockKind.HEADING if block.heading else BlockKind.PARAGRAPH


def _line_kind(line: Line) -> BlockKind:
    if line.label:
        return BlockKind.FIELD
    return BlockKind.BULLET if line.bullet else BlockKind.PARAGRAPH
