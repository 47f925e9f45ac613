"""Who the applicant is, and how registered: when such a record stands, and when a register's answer is evidence.

``decide`` asks this; an answer of None means that nothing stands in the way (SEED 23.3, design 3).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dost_desktop.domain import acts
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.evidence import Paper
from dost_desktop.domain.fold import registration_of
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused, is_fresh
from dost_desktop.domain.vocabulary import Source


def identification_stands(
    file: PersonFile, act: acts.IdentifyPerson, now: datetime, law: LawInForce
) -> Refused | None:
    """Why the person cannot be recorded as this one."""
    identity = act.identity
    if identity.birth_date and identity.birth_date > legal_date(now):
        return Refused("date.in_future")
    if not identity.number_kind.is_person:  # no register of ours holds it, and no card is asked of it (D17)
        return None if identity.surname.strip() else Refused("applicant.name_missing", "D17")
    if act.corrects and (act.source is not Source.PAPERS or file.identity_source is not Source.PAPERS):
        return Refused("name.from_register_only", "facts 2.11")
    if act.source is Source.PAPERS:
        return _by_papers(file, act, now, law)
    if act.attestation is None:
        return Refused("lookup.unattested", "design 3")
    refused = evidence_stands(file, act.attestation, Register.PERSON, now, law)
    if refused:
        return refused
    if not is_readable(Register.PERSON, act.attestation.answer):
        return Refused("register.contradicts", "SEED 23.3")
    attested = identity_of(act.attestation.answer, identity.number_kind, identity.number)
    return None if attested == identity else Refused("identity.not_as_attested", "facts 2.11")


def _by_papers(file: PersonFile, act: acts.IdentifyPerson, now: datetime, law: LawInForce) -> Refused | None:
    """Papers count when MEİS could not be reached, has no record, or contradicts itself (SEED 23.3, design 3)."""
    if act.paper is None:
        return Refused("identity.papers_missing", "SEED 23.3")
    recorded = file.identity_paper.checked if file.identity_paper else None
    is_recorded = act.corrects and act.paper.checked == recorded  # it was fresh when it was recorded
    refused = None if is_recorded else paper_check_stands(file, act.paper, now, law)
    if refused:
        return refused
    if act.unreachable_at is not None or act.corrects:  # a correction: MEİS was tried when it was recorded
        return None
    if act.attestation is None:
        return Refused("identity.register_not_asked", "SEED 23.3")
    refused = evidence_stands(file, act.attestation, Register.PERSON, now, law)
    if refused:
        return refused
    answer = act.attestation.answer
    known = is_readable(Register.PERSON, answer) and answer["found"]
    return Refused("identity.papers_not_needed", "SEED 23.3") if known else None


def evidence_stands(
    file: PersonFile,
    attestation: Attestation,
    register: Register,
    now: datetime,
    law: LawInForce,
    since: datetime | None = None,
) -> Refused | None:
    """An answer counts for the person it is about, from the register asked, while it is fresh (design 3).

    It is never older than what is recorded already (``since``) and contradicts it: two desks, or a desk and the
    central system, may ask at the same time. Whoever holds the server's keys checks the seal.
    """
    if not attestation.signature:
        return Refused("lookup.unattested", "design 3")
    if attestation.register is not register:
        return Refused("lookup.other_register", "design 3")
    if attestation.file_id != file.id:
        return Refused("lookup.other_person", "design 3")
    if since is not None and attestation.at < since:
        return Refused("lookup.newer_recorded", "design 3")
    if register is not Register.PERSON and not is_readable(register, attestation.answer):
        return Refused("register.contradicts", "SEED 23.3")
    return is_fresh(attestation, now, law)


def paper_check_stands(file: PersonFile, paper: Paper, now: datetime, law: LawInForce) -> Refused | None:
    """Why the answer of the register of permits that a paper carries is no evidence; None also without one."""
    if paper.checked is None:
        return None
    return evidence_stands(file, paper.checked, Register.PERMITS, now, law)


def status_stands(file: PersonFile, act: acts.ReadStatus, now: datetime, law: LawInForce) -> Refused | None:
    """Why what MAS said of the registration cannot be recorded."""
    known = file.registration
    refused = evidence_stands(file, act.attestation, Register.STATUS, now, law)
    if refused or known.known_at is None or act.attestation.at >= known.known_at:
        return refused
    says_the_same = replace(registration_of(act.attestation), known_at=known.known_at) == known
    return None if says_the_same else Refused("lookup.newer_recorded", "design 3")
