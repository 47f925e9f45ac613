"""Turns the facts of one refusal into the values and conditions of the letter texts, and remembers every blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.fact_values import one_line, printed, rows
from dost_desktop.catalogue.grounds import Ground
from dost_desktop.catalogue.refusal_facts import CentreDetails, RefusalFacts
from dost_desktop.catalogue.templates import BLANK, fill
from dost_desktop.catalogue.texts import FrameBlock, GroundPart, Line, Phrase
from dost_desktop.domain import dates
from dost_desktop.domain.letter import Block, BlockKind, Part
from dost_desktop.domain.numerals import article_ending
from dost_desktop.domain.vocabulary import ApplicationKind, FormOfApplication, Status


class Wording:
    """The words of one letter; ``blanks`` holds the names of the values that were asked for and not there."""

    def __init__(self, facts: RefusalFacts, catalogue: Catalogue) -> None:
        self.facts = facts
        self.catalogue = catalogue
        self.frame = catalogue.texts.frame
        self.ground = catalogue.grounds.get(facts.ground)
        self.phrase = self.frame.phrase(facts.kind, facts.status) if facts.kind else None
        self.values = self._frame_values() | self._ground_values()
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

    def _ground_values(self) -> dict[str, str]:
        if self.ground is None:
            return {}
        values = {}
        for fact_id in (*self.ground.facts, *self.ground.optional):
            fact = self.catalogue.facts[fact_id]
            values[fact_id] = printed(fact, self.facts.facts.get(fact_id)) or fact.otherwise
        return values

    def _frame_values(self) -> dict[str, str]:
        facts, office = self.facts, self.catalogue.office
        decision = self.frame.not_admitted.decision if self.is_about_representative else ""
        article = self.ground.article if self.ground else ""
        return {
            "ministry_name": office.names.ministry_name,
            "agency_name": office.names.agency_name,
            "full_name": one_line(facts.full_name),
            "pin": facts.pin,
            "document_kind": self._printed_document(facts.document_kind),
            "document_no": facts.document_no,
            "address": one_line(facts.address),
            "application_no": facts.application_no,
            "application_date": dates.short(dates.legal_date(facts.applied_at)) if facts.applied_at else "",
            "application_time": dates.short_time(facts.applied_at) if facts.applied_at else "",
            "channel": self.frame.channels[facts.form] if facts.form else "",
            "documents_shown": self._documents_shown(),
            "reasoning": one_line(facts.reasoning),
            "statement": one_line(facts.statement),
            "service_name": self.catalogue.passport.service_name,
            "service_id": self.catalogue.passport.service_id,
            "article": article,
            "article_ord": article_ending(article) if article else "",
            "language": facts.translation_language,
            "signed_at": _moment(facts),
            "certificate_no": facts.certificate_no,
            "accepted_permit_kinds": self._accepted_kinds(),
            **_phrase_values(self.phrase, decision),
            **self._representative_values(),
            **self._centre_values(facts.centre),
            **self._lookup_values(self.ground),
        }

    def _centre_values(self, centre: CentreDetails) -> dict[str, str]:
        appeal = self.catalogue.office.appeal
        days = centre.complaint_days or appeal.complaint_days
        return {
            "centre_name": one_line(centre.name),
            "centre_address": one_line(centre.address),
            "centre_phone": one_line(centre.phone),
            "appeal_body": centre.appeal_body or appeal.appeal_body,
            "appeal_address": centre.appeal_address or appeal.appeal_address,
            "court_name": centre.court_name or appeal.court_name,
            "complaint_days": str(days) if days else "",
        }

    def _lookup_values(self, ground: Ground | None) -> dict[str, str]:
        lookup = self.facts.lookup
        register = self.catalogue.registers.get(ground.register_id) if ground else None
        owner = (ground.data_owner if ground else "") or (register.data_owner if register else "")
        return {
            "lookup_date": dates.short(dates.legal_date(lookup.at)) if lookup and lookup.at else "",
            "lookup_time": dates.short_time(lookup.at) if lookup and lookup.at else "",
            "lookup_no": lookup.no if lookup else "",
            "lookup_source": (lookup.source if lookup else "")
            or (register.lookup_source if register else ""),
            "data_owner": self.facts.data_owner or owner,
        }

    def _representative_values(self) -> dict[str, str]:
        representative = self.facts.representative
        if representative is None:
            return {}
        return {
            "representative_name": one_line(representative.name),
            "representation_kind": self.frame.representation.get(representative.basis, ""),
            "representation_no": representative.paper_number,
            "representation_date": dates.short(representative.paper_date)
            if representative.paper_date
            else "",
        }

    def _frame_conditions(self) -> Mapping[str, bool]:
        facts, values, ground = self.facts, self.values, self.ground
        tried = facts.lookup is not None and facts.lookup.at is not None
        from_papers = self._is_from_papers()
        dated = bool(values.get("representation_date"))
        return {
            "pin known": bool(facts.pin),
            "pin unknown": not facts.pin,
            "address known": bool(values["address"]),
            "representative": self._speaks_representative(),
            "representation dated": dated or not self.is_about_representative,
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

    def _is_from_papers(self) -> bool:
        """Papers stand in for a register that did not answer; never for the employment check (letters 1.4)."""
        ground, lookup = self.ground, self.facts.lookup
        if ground is None or ground.needs_register or lookup is None or lookup.no:
            return False
        asks_paper = any(self.catalogue.facts[fact_id].ask == "paper" for fact_id in ground.facts)
        return bool(self.facts.documents_shown) and (asks_paper or bool(ground.register_id))

    def _documents_shown(self) -> str:
        forms = self.frame.forms_shown
        shown = self.facts.documents_shown
        return "; ".join(f"{self._printed_document(p.kind)}, № {p.number}, {forms[p.form]}" for p in shown)

    def _printed_document(self, kind: str) -> str:
        entry = self.catalogue.documents.get(kind)
        return entry.printed_name if entry else ""

    def _accepted_kinds(self) -> str:
        entries = self.catalogue.documents.values()
        names = (entry.printed_name for entry in entries if entry.accepted and entry.purpose == "identity")
        return ", ".join(dict.fromkeys(names))


def _phrase_values(phrase: Phrase | None, decision: str) -> dict[str, str]:
    if phrase is None:
        return {"decision": decision}
    return {
        "application_kind_name": phrase.name,
        "request": phrase.request,
        "decision": decision or phrase.decision,
    }


def _moment(facts: RefusalFacts) -> str:
    if facts.signed_at is None:
        return ""
    return f"{dates.short(dates.legal_date(facts.signed_at))}, saat {dates.short_time(facts.signed_at)}"


def _kind(block: FrameBlock) -> BlockKind:
    return BlockKind.HEADING if block.heading else BlockKind.PARAGRAPH


def _line_kind(line: Line) -> BlockKind:
    if line.label:
        return BlockKind.FIELD
    return BlockKind.BULLET if line.bullet else BlockKind.PARAGRAPH
