"""What a refusal for want of papers says: every row that is open, and the paper that does not hold (SEED 9, 21)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.domain.evidence import Paper, Representative
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.representation import revoked_on
from dost_desktop.domain.required_papers import NeededPaper, PaperState, needed_papers
from dost_desktop.domain.vocabulary import FormShown
from dost_desktop.services.look_at_file import CaseView

_KIND_OF_PERMIT: Final = {"temporary_permit": "temporary", "permanent_permit": "permanent"}
_SERIES: Final = 3  # letters before the number of a permit: MYİ, DYİ

# printed in the letter, so Azerbaijani like everything in it
_REASONS: Final = {
    PaperState.MISSING: "təqdim edilməmişdir",
    PaperState.EXPIRED: "müddəti bitmişdir",
    PaperState.NOT_ACCEPTED: "bu növdə və ya formada qəbul edilmir",
    PaperState.NOT_VALID: "etibarlı deyil",
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
    rows = [row for row in needed_papers(file, application, case.law, case.now) if row.is_open]
    if rows:
        facts["missing_documents"] = [_row(row, catalogue) for row in rows]
    if application.representative is not None:
        facts |= _of_speaker(application.representative)
    return facts | _of_permit(file, application, catalogue) | _of_applicant(file)


def papers_shown(file: PersonFile, application: Application) -> tuple[Paper, ...]:
    """Every paper that was shown for the application, the person's own first."""
    first = () if file.identity_paper is None else (file.identity_paper,)
    return (*first, *application.papers)


def _row(row: NeededPaper, catalogue: Catalogue) -> dict[str, str]:
    entry = catalogue.documents.get(row.kind)
    accepted = (
        [entry.forms] if entry else [each.forms for each in catalogue.documents.values() if each.accepted]
    )
    forms = [words for form, words in _FORMS.items() if any(form in each for each in accepted)]
    return {
        "document": entry.printed_name if entry else "şəxsiyyəti təsdiq edən sənəd",
        "form": ", ".join(forms),
        "reason": _REASONS[row.state],
    }


def _of_speaker(speaker: Representative) -> dict[str, Any]:
    return {
        "certifier_name": speaker.certifier_name,
        "valid_until": speaker.valid_until.isoformat() if speaker.valid_until else "",
        "revoked_on": revoked_on(speaker),
        "scope_quote": speaker.scope,
    }


def _of_permit(file: PersonFile, application: Application, catalogue: Catalogue) -> dict[str, Any]:
    shown = papers_shown(file, application)
    identity = file.identity
    if shown:
        kind, number, until = shown[-1].kind, shown[-1].number, shown[-1].valid_until
    elif identity is not None:
        kind, number, until = identity.document_kind, identity.document_number, identity.document_valid_until
    else:
        return {}
    entry = catalogue.documents.get(kind)
    return {
        "permit_kind": _KIND_OF_PERMIT.get(kind, ""),
        "permit_series": number[:_SERIES] if not number[:_SERIES].isdigit() else "",
        "permit_no": number[_SERIES:],
        "permit_until": until.isoformat() if until else "",
        "shown_document": entry.printed_name if entry else "",
    }


def _of_applicant(file: PersonFile) -> dict[str, Any]:
    identity = file.identity
    if identity is None or identity.number_kind.is_person:
        return {}
    return {"applicant_kind": identity.number_kind.value, "applicant_name": identity.full_name}
