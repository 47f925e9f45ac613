"""What the paper of a representative is worth: what stops the act, and what only warns (SEED 6, 8; facts 5; D7, D13).

The same table is asked by ``decide``, by the intake while it is filled, and when a written answer is handed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.dates import legal_date, short
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.refusing import Refused, is_fresh
from dost_desktop.domain.vocabulary import Basis, Certifier, FormShown, RepresentedAct

POWER_OF_ATTORNEY: Final = "power_of_attorney"  # kinds of documents of the catalogue
GUARDIANSHIP: Final = "guardianship_proof"
JUDGEMENT_AT_LEAST: Final = 10  # characters: a reason, not a tick

#: On receiving the answer the document itself is shown again (SEED 8); on applying a copy is enough (SEED 6).
_THE_DOCUMENT_ITSELF: Final = frozenset({FormShown.ORIGINAL, FormShown.NOTARISED_COPY})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about the paper: ``why`` names it; ``ground`` is the catalogue's ground of a refusal, or ""."""

    why: Refused
    stops: bool
    ground: str = ""


def findings(
    speaker: Representative, act: RepresentedAct, person_number: str, law: LawInForce, now: datetime
) -> tuple[Finding, ...]:
    """Everything to be said of ``speaker`` doing ``act`` now, what stops first; nothing means all is well."""
    found = [*_who(speaker, person_number), *_paper(speaker, act, law, legal_date(now))]
    if speaker.basis is Basis.POWER_OF_ATTORNEY:
        found += [*_scope(speaker, act, law), *_revocation(speaker, law, now)]
    return tuple(sorted(found, key=lambda each: not each.stops))


def stopped(
    speaker: Representative, act: RepresentedAct, person_number: str, law: LawInForce, now: datetime
) -> Refused | None:
    """The first reason why ``speaker`` cannot do this for the applicant."""
    return next((each.why for each in findings(speaker, act, person_number, law, now) if each.stops), None)


def document_kind(basis: Basis) -> str:
    """Which kind of document of the catalogue proves this basis; "" where none is asked."""
    if basis is Basis.HEAD:
        return ""
    return POWER_OF_ATTORNEY if basis is Basis.POWER_OF_ATTORNEY else GUARDIANSHIP


def revoked_on(speaker: Representative) -> str:
    """The day (ISO) on which the notaries' register says the power of attorney ended; "" when it says nothing."""
    return str(speaker.check.answer.get("revoked_on") or "") if speaker.check else ""


def _who(speaker: Representative, person_number: str) -> Iterator[Finding]:
    if not speaker.name.strip():
        yield _stop("representative.name_missing", "SEED 6")
    if not speaker.identity_number.strip():
        yield _stop("representative.identity_missing", "SEED 6", "documents.incomplete")
    elif speaker.identity_number == person_number and speaker.basis is not Basis.HEAD:
        yield _stop("representative.same_person", "SEED 6")


def _paper(speaker: Representative, act: RepresentedAct, law: LawInForce, today: date) -> Iterator[Finding]:
    kind = document_kind(speaker.basis)
    if not kind:
        return
    by_attorney = kind == POWER_OF_ATTORNEY
    missing = "documents.incomplete" if by_attorney else "poa.of_guardian_missing"
    if speaker.form is None:
        yield _stop("representative.proof_missing", "SEED 6", missing)
        return
    rule = law.documents.get(kind)
    if rule is not None and speaker.form not in rule.forms:
        yield _stop("document.form_not_accepted", "SEED 22", missing)
    if act is RepresentedAct.RECEIVE_ANSWER and speaker.form not in _THE_DOCUMENT_ITSELF:
        yield _stop("representative.document_itself", "SEED 8; facts 5.10")
    if not speaker.paper_number.strip():
        yield _stop("representative.number_missing", "SEED 6", missing)
    yield from _dates(speaker, by_attorney=by_attorney, missing=missing, today=today)
    if by_attorney and (speaker.certifier is None or not speaker.certifier_name.strip()):
        yield _stop("poa.certifier_missing", "facts 5.4-5.6", missing)
    if not by_attorney and not speaker.issuer.strip():
        yield _stop("guardianship.issuer_missing", "facts 5.9", missing)


def _dates(speaker: Representative, *, by_attorney: bool, missing: str, today: date) -> Iterator[Finding]:
    begins, ends = speaker.paper_date, speaker.valid_until
    if begins is None:
        if by_attorney:  # without its date it is void, whatever else it says
            yield _stop("poa.no_date", "facts 5.1; D7", "poa.void")
        else:
            yield _stop("guardianship.no_date", "facts 5.9", missing)
    elif begins > today:
        yield _stop("representative.paper_in_future", "facts 5.1", missing)
    if ends is None:
        return
    if begins is not None and ends < begins:
        yield _stop("date.ends_before_start", "facts 5.1", missing)
    elif ends < today:
        ground = "poa.expired" if by_attorney else "documents.incomplete"
        yield _stop("poa.expired" if by_attorney else "guardianship.expired", "facts 5.3", ground, ends)


def _scope(speaker: Representative, act: RepresentedAct, law: LawInForce) -> Iterator[Finding]:
    if act in speaker.excludes:
        yield _stop("poa.out_of_scope", "facts 5.7; SEED 6; D13", "poa.out_of_scope")
    if not speaker.scope.strip():
        yield _stop("poa.scope_missing", "facts 5.7", "documents.incomplete")
    elif speaker.names_service is None:
        yield _stop("poa.scope_not_judged", "D13")
    elif not speaker.names_service:
        if law.poa_must_name_service:
            yield _stop("poa.service_not_named", "facts 5.7; D13", "poa.out_of_scope")
        elif len(speaker.judgement.strip()) < JUDGEMENT_AT_LEAST:
            yield _stop("poa.judgement_missing", "D13")
        else:
            yield _warn("poa.service_not_named", "facts 5.7; D13")


def _revocation(speaker: Representative, law: LawInForce, now: datetime) -> Iterator[Finding]:
    """What the notaries' register says: a paper alone does not prove that it still holds (facts 5.3, 5.4)."""
    check = speaker.check
    if check is None:
        if speaker.certifier is not Certifier.NOTARY and speaker.check_tried_at is None:
            return  # a consul's or an equated official's paper need not stand there
        yield _warn("poa.unchecked", "facts 5.3, 5.4")
        return
    wrong = why_no_check(check, speaker.paper_number)
    if wrong is not None:
        yield Finding(wrong, stops=False)
        return
    answer = check.answer
    if not answer["found"]:
        yield _warn("poa.not_in_register", "facts 5.4")
        return
    day = str(answer.get("revoked_on") or "")
    if day and date.fromisoformat(day) <= legal_date(now):
        yield _stop("poa.revoked", "facts 5.3, 5.4", "poa.revoked", date.fromisoformat(day))
    if not answer.get("for_this_person", True):
        yield _stop("poa.other_person", "facts 5.4", "poa.out_of_scope")
    if is_fresh(check, now, law) is not None:
        yield _warn("poa.check_old", "facts 5.3")


def why_no_check(check: Attestation, paper_number: str) -> Refused | None:
    """Why an answer says nothing about this power of attorney."""
    if check.register is not Register.NOTARY:
        return Refused("lookup.other_register", "design 3")
    if not is_readable(Register.NOTARY, check.answer):
        return Refused("register.contradicts", "SEED 23.3")
    if check.answer["paper_number"] != paper_number:
        return Refused("poa.other_paper_checked", "facts 5.4")
    return None


def _stop(reason: str, cites: str, ground: str = "", day: date | None = None) -> Finding:
    return Finding(_refused(reason, cites, day), stops=True, ground=ground)


def _warn(reason: str, cites: str) -> Finding:
    return Finding(_refused(reason, cites, None), stops=False)


def _refused(reason: str, cites: str, day: date | None) -> Refused:
    return Refused(reason, cites, MappingProxyType({"date": short(day)} if day else {}))
