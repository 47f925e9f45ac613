"""What a refusal for want of papers says: every row that is open, and the paper that does not hold (SEED 9, 21)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.grounds import Ground
from dost_desktop.catalogue.refusal_facts import Lookup
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import short
from dost_desktop.domain.evidence import Paper, Representative
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.representation import document_kind, revoked_on
from dost_desktop.domain.required_papers import NeededPaper, PaperState, valid_until
from dost_desktop.domain.vocabulary import FormShown, PassportGround, Source
from dost_desktop.services.look_at_file import CaseView

_KIND_OF_PERMIT: Final = {"temporary_permit": "temporary", "permanent_permit": "permanent"}
_SERIES: Final = re.compile(r"[^\W\d_]*")  # the letters before the number of a permit: MYİ, DYİ
_NOT_LISTED: Final = "siyahıda olmayan sənəd"
_PERMITS: Final = "meis_permits"  # registers of the catalogue
_EMPLOYED: Final = "mas_employed_persons"

# printed in the letter, so Azerbaijani like everything in it
_REASONS: Final = {
    PaperState.MISSING: "tam təqdim edilməmişdir",
    PaperState.EXPIRED: "müddəti bitmişdir",
    PaperState.NOT_ACCEPTED: "bu növdə və ya formada qəbul edilmir",
    PaperState.NOT_VALID: "etibarlı deyil",
}
_EXACTLY: Final = {  # why the row is open -> the reason, where one more word helps the person
    "document.kind_not_accepted": "bu sənəd növü qəbul edilmir",
    "document.form_not_accepted": "bu formada qəbul edilmir",
    "document.number_empty": "nömrəsi göstərilməmişdir",
    "document.no_expiry": "etibarlılıq müddəti göstərilməmişdir",
    "document.expired": "müddəti {date} tarixində bitmişdir",
    "representative.identity_missing": "nümayəndənin şəxsiyyəti təsdiq edilməmişdir",
    "representative.proof_missing": "təqdim edilməmişdir",
    "representative.number_missing": "nömrəsi göstərilməmişdir",
    "representative.paper_in_future": "tarixi hələ gəlməmişdir",
    "poa.no_date": "verildiyi tarix göstərilməmişdir",
    "poa.expired": "müddəti {date} tarixində bitmişdir",
    "poa.certifier_missing": "kim tərəfindən təsdiq edildiyi göstərilməmişdir",
    "poa.scope_missing": "səlahiyyətlər göstərilməmişdir",
    "guardianship.issuer_missing": "kim tərəfindən verildiyi göstərilməmişdir",
    "guardianship.no_date": "verildiyi tarix göstərilməmişdir",
    "guardianship.expired": "müddəti {date} tarixində bitmişdir",
}
_FORMS: Final = {
    FormShown.ORIGINAL: "əsli",
    FormShown.COPY: "surəti",
    FormShown.NOTARISED_COPY: "notarial təsdiq edilmiş surəti",
    FormShown.ELECTRONIC_COPY: "elektron surəti",
}


def paper_facts(case: CaseView, catalogue: Catalogue) -> Mapping[str, Any]:
    """Everything the grounds about papers, permits and representatives ask for, as far as the file knows it."""
    file, application = case.file, case.application
    facts: dict[str, Any] = {}
    rows = [row for row in case.papers if row.is_open]
    if rows:
        facts["missing_documents"] = [_row(row, catalogue) for row in rows]
    if application.representative is not None:
        facts |= _of_speaker(application.representative)
    return facts | _of_permit(file, application, catalogue) | _of_applicant(file)


def shown_for(case: CaseView, ground: Ground | None) -> tuple[Paper, ...]:
    """The papers a letter on this ground names: the representative's where it is about that one, else the person's."""
    speaker = case.application.representative
    if ground is not None and ground.about_representative:
        if speaker is None or speaker.form is None:
            return ()
        return (Paper(document_kind(speaker.basis), speaker.paper_number, speaker.form),)
    return _papers_shown(case.file, case.application)


def asked_for(case: CaseView, ground: Ground | None, catalogue: Catalogue) -> Lookup | None:
    """Which question to a register a letter on this ground tells of: its answer, or when it was asked in vain."""
    if ground is None:
        return None
    if ground.register_id == _EMPLOYED:
        return _answered(case.application.answer)
    if ground.about_representative:
        speaker = case.application.representative
        if speaker is None:
            return None
        return _answered(speaker.check) or _in_vain(speaker.check_tried_at)
    if ground.id.startswith("permit."):
        shown = _papers_shown(case.file, case.application)
        checked = shown[-1].checked if shown else None
        return _answered(checked, catalogue.registers[_PERMITS].lookup_source)
    if case.file.identity_source is not Source.PAPERS:
        return None
    tried_for = ground.passport_ground is PassportGround.INCOMPLETE_DOCUMENTS or "birth_date" in ground.facts
    return _in_vain(case.unreachable_at) if tried_for else None


def _answered(said: Attestation | None, source: str = "") -> Lookup | None:
    return Lookup(at=said.at, no=said.lookup_no, source=source) if said else None


def _in_vain(tried_at: datetime | None) -> Lookup | None:
    return Lookup(at=tried_at) if tried_at else None


def _papers_shown(file: PersonFile, application: Application) -> tuple[Paper, ...]:
    """Every paper of the person that was shown, the one of the identification first."""
    first = () if file.identity_paper is None else (file.identity_paper,)
    return (*first, *application.papers)


def _row(row: NeededPaper, catalogue: Catalogue) -> dict[str, str]:
    entry = catalogue.documents.get(row.kind)
    takes = entry.accepted if entry else False
    kinds = [entry] if entry and takes else [each for each in catalogue.documents.values() if each.accepted]
    forms = [words for form, words in _FORMS.items() if any(form in each.forms for each in kinds)]
    return {
        "document": entry.printed_name if entry else "şəxsiyyəti təsdiq edən sənəd",
        "form": ", ".join(forms),
        "reason": _reason(row),
    }


def _reason(row: NeededPaper) -> str:
    exactly = _EXACTLY.get(row.why.reason) if row.why else None
    if row.why is None or exactly is None:
        return _REASONS[row.state]
    return exactly.format_map(row.why.facts)


def _of_speaker(speaker: Representative) -> dict[str, Any]:
    said = speaker.check.answer if speaker.check else {}
    return {
        "other_person": "" if said.get("for_this_person", True) else "yes",
        "certifier_name": speaker.certifier_name,
        "valid_until": speaker.valid_until.isoformat() if speaker.valid_until else "",
        "revoked_on": revoked_on(speaker),
        "scope_quote": speaker.scope,
    }


def _of_permit(file: PersonFile, application: Application, catalogue: Catalogue) -> dict[str, Any]:
    shown = _papers_shown(file, application)
    identity = file.identity
    checked = None
    if shown:
        kind, number, checked = shown[-1].kind, shown[-1].number, shown[-1].checked
        until = valid_until(shown[-1])
    elif identity is not None:
        kind, number, until = identity.document_kind, identity.document_number, identity.document_valid_until
    else:
        return {}
    entry, letters = catalogue.documents.get(kind), _SERIES.match(number)
    series = letters.group() if letters else ""
    return {
        "permit_kind": _KIND_OF_PERMIT.get(kind, ""),
        "permit_series": series,
        "permit_no": number[len(series) :],
        "permit_until": until.isoformat() if until else "",
        "permit_state": _permit_state(checked),
        "shown_document": entry.printed_name if entry else _NOT_LISTED,
    }


def _permit_state(checked: Attestation | None) -> str:
    """What the register of permits said of the card, as the letter prints it."""
    if checked is None:
        return ""
    document = checked.answer.get("document") if checked.answer.get("found") else None
    if not document:
        return "vəsiqə tapılmadı"
    ends = document.get("valid_until")
    return (
        f"etibarlılıq müddəti {short(date.fromisoformat(ends))} tarixinədəkdir"
        if ends
        else "müddət göstərilməmişdir"
    )


def _of_applicant(file: PersonFile) -> dict[str, Any]:
    identity = file.identity
    if identity is None or identity.number_kind.is_person:
        return {}
    return {"applicant_kind": identity.number_kind.value, "applicant_name": identity.full_name}
