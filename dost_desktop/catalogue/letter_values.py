"""The values that every letter can name, from what is known of one refusal: ``""`` where something is not there."""

from __future__ import annotations

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.fact_values import one_line, printed
from dost_desktop.catalogue.grounds import Ground
from dost_desktop.catalogue.refusal_facts import CentreDetails, RefusalFacts
from dost_desktop.catalogue.texts import Frame, Phrase
from dost_desktop.domain import dates
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.numerals import article_ending


def letter_values(
    facts: RefusalFacts, catalogue: Catalogue, ground: Ground | None, phrase: Phrase | None
) -> dict[str, str]:
    """Every value of the frame and of the ground, by placeholder (letters 0.5)."""
    frame, names = catalogue.texts.frame, catalogue.office.names
    article = ground.article if ground else ""
    return {
        "ministry_name": names.ministry_name,
        "agency_name": names.agency_name,
        "full_name": one_line(facts.full_name),
        "pin": facts.pin,
        "document_kind": _printed_kind(facts.document_kind, catalogue),
        "document_no": facts.document_no,
        "entity_voen": facts.entity_voen,
        "address": one_line(facts.address),
        "application_no": facts.application_no,
        "application_date": dates.short(dates.legal_date(facts.applied_at)) if facts.applied_at else "",
        "application_time": dates.short_time(facts.applied_at) if facts.applied_at else "",
        "channel": frame.channels[facts.form] if facts.form else "",
        "documents_shown": _documents_shown(facts, catalogue),
        "reasoning": one_line(facts.reasoning),
        "statement": one_line(facts.statement),
        "service_name": catalogue.passport.service_name,
        "service_id": catalogue.passport.service_id,
        "article": article,
        "article_ord": article_ending(article) if article else "",
        "language": facts.translation_language,
        "signed_at": _signed_at(facts),
        "certificate_no": facts.certificate_no,
        "accepted_permit_kinds": _accepted_kinds(catalogue),
        **_phrases(phrase, ground, frame),
        **_representation(facts.representative, frame),
        **_centre(facts.centre, catalogue),
        **_lookup(facts, catalogue, ground),
        **_of_ground(facts, catalogue, ground),
    }


def _of_ground(facts: RefusalFacts, catalogue: Catalogue, ground: Ground | None) -> dict[str, str]:
    if ground is None:
        return {}
    asked = {fact_id: catalogue.facts[fact_id] for fact_id in (*ground.facts, *ground.optional)}
    return {
        fact_id: printed(fact, facts.facts.get(fact_id)) or fact.otherwise for fact_id, fact in asked.items()
    }


def _phrases(phrase: Phrase | None, ground: Ground | None, frame: Frame) -> dict[str, str]:
    if phrase is None:
        return {}
    about_representative = ground is not None and ground.about_representative
    return {
        "application_kind_name": phrase.name,
        "request": phrase.request,
        "decision": frame.not_admitted.decision if about_representative else phrase.decision,
    }


def _representation(representative: Representative | None, frame: Frame) -> dict[str, str]:
    if representative is None:
        return {}
    return {
        "representative_name": one_line(representative.name),
        "representation_kind": frame.representation.get(representative.basis, ""),
        "representation_no": representative.paper_number,
        "representation_date": dates.short(representative.paper_date) if representative.paper_date else "",
    }


def _centre(centre: CentreDetails, catalogue: Catalogue) -> dict[str, str]:
    appeal = catalogue.office.appeal
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


def _lookup(facts: RefusalFacts, catalogue: Catalogue, ground: Ground | None) -> dict[str, str]:
    lookup = facts.lookup
    register = catalogue.registers.get(ground.register_id) if ground else None
    owner = (ground.data_owner if ground else "") or (register.data_owner if register else "")
    return {
        "lookup_date": dates.short(dates.legal_date(lookup.at)) if lookup and lookup.at else "",
        "lookup_time": dates.short_time(lookup.at) if lookup and lookup.at else "",
        "lookup_no": lookup.no if lookup else "",
        "lookup_source": (lookup.source if lookup else "") or (register.lookup_source if register else ""),
        "data_owner": facts.data_owner or owner,
    }


def _documents_shown(facts: RefusalFacts, catalogue: Catalogue) -> str:
    forms = catalogue.texts.frame.forms_shown
    return "; ".join(
        f"{_printed_kind(paper.kind, catalogue)}, № {paper.number}, {forms[paper.form]}"
        for paper in facts.documents_shown
    )


def _printed_kind(kind: str, catalogue: Catalogue) -> str:
    entry = catalogue.documents.get(kind)
    return entry.printed_name if entry else ""


def _accepted_kinds(catalogue: Catalogue) -> str:
    entries = catalogue.documents.values()
    names = (entry.printed_name for entry in entries if entry.accepted and entry.purpose == "identity")
    return ", ".join(dict.fromkeys(names))


def _signed_at(facts: RefusalFacts) -> str:
    if facts.signed_at is None:
        return ""
    return f"{dates.short(dates.legal_date(facts.signed_at))}, saat {dates.short_time(facts.signed_at)}"
