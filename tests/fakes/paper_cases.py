"""Applications with papers that do not hold: one for each ground of the catalogue about papers and representatives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain import acts, evidence
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.ids import NumberKind, file_id, new_id
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Basis,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    FormShown,
    RepresentedAct,
    Source,
    Status,
)
from tests.domain.builders import (
    SECRET,
    SERVER,
    a_guardian,
    a_notary_answer,
    a_paper,
    a_person_answer,
    a_representative,
)
from tests.fakes.real_desk import GUNAY, NOW, RealDesk

YESTERDAY: Final = date(2026, 11, 23)
FOREIGNER: Final = replace(
    GUNAY,
    number_kind=NumberKind.MIGRATION_PIN,
    number="A1B2C",
    surname="Nümunəyev",
    given_name="Orxan",
    patronymic="",
    citizenship="TUR",
)
CHILD: Final = replace(
    GUNAY, number="4TK8R2M", birth_date=date(2012, 3, 14), document_kind="identity_card_new"
)
COMPANY: Final = evidence.Identity(NumberKind.VOEN, "1700000011", "“Nümunə Bağ” MMC", "", "", None)
HOUSEHOLD: Final = replace(
    COMPANY, number_kind=NumberKind.HOUSEHOLD, number="5TK8R2M", surname="Çinarlılar ailə təsərrüfatı"
)
HEAD: Final = evidence.Representative(
    "Sınaqlı Tural Nadir oğlu", Basis.HEAD, "", None, "6TK8R2M", NumberKind.PIN
)


def attested(
    register: Register,
    answer: Mapping[str, Any],
    person: evidence.Identity = GUNAY,
    lookup_no: str = "S-2026-0071",
) -> Attestation:
    """What a register said of this person, under the server's seal."""
    file = file_id(SECRET, person.number_kind, person.number)
    purpose = ApplicationKind.UNEMPLOYED.value
    return SERVER.seal(Attestation(lookup_no, register, file, purpose, "aysel", NOW, answer, ""))


def checked_by_notaries(**says: Any) -> Attestation:
    """The notaries' register answered about the power of attorney N-15."""
    return attested(Register.NOTARY, a_notary_answer(**says), lookup_no="NR-2026-0071")


def checked_by_permits(until: date) -> Attestation:
    """The register of permits says until when the foreigner's card is valid."""
    document = {"kind": "temporary_permit", "number": "MYİ1234567", "valid_until": until.isoformat()}
    answer = {"found": True, "surname": "Nümunəyev", "given_name": "Orxan", "document": document}
    return attested(Register.PERMITS, answer, FOREIGNER, "DMX-2026-0009")


@dataclass(frozen=True)
class PaperCase:
    """Who applies, from which paper, and who speaks; ``ground`` is the one that this must lead to."""

    ground: str
    person: evidence.Identity = GUNAY
    paper: evidence.Paper | None = None
    speaker: evidence.Representative | None = None
    kind: ApplicationKind = ApplicationKind.UNEMPLOYED
    status: Status = Status.JOBSEEKER


def _spoken_for(ground: str, **changes: Any) -> PaperCase:
    return PaperCase(ground, speaker=a_representative(**changes))


def _of_foreigner(ground: str, paper: evidence.Paper) -> PaperCase:
    person = replace(FOREIGNER, document_kind=paper.kind, document_number=paper.number)
    return PaperCase(ground, person, paper)


PERMIT: Final = evidence.Paper(
    "temporary_permit",
    "MYİ1234567",
    FormShown.ORIGINAL,
    valid_until=YESTERDAY,
    issuer="Dövlət Miqrasiya Xidməti",
)
_BY_REGISTER: Final = replace(
    PERMIT, valid_until=date(2027, 5, 1), checked=checked_by_permits(date(2026, 11, 1))
)
_NOT_SHOWN: Final = {"form": None, "paper_number": "", "paper_date": None}
CASES: Final[Mapping[str, PaperCase]] = {
    "card without its term": PaperCase("documents.incomplete", paper=a_paper(valid_until=None)),
    "power of attorney not shown": _spoken_for("documents.incomplete", **_NOT_SHOWN),
    "undated": _spoken_for("poa.void", paper_date=None),
    "expired": _spoken_for("poa.expired", valid_until=YESTERDAY),
    "expired, the notaries asked in vain": _spoken_for(
        "poa.expired", valid_until=YESTERDAY, check_tried_at=NOW
    ),
    "revoked": _spoken_for("poa.revoked", check=checked_by_notaries(revoked_on="2026-11-20")),
    "out of scope": _spoken_for(
        "poa.out_of_scope", scope="Avtomobilin idarə edilməsi", excludes=(RepresentedAct.APPLY,)
    ),
    "for somebody else": _spoken_for("poa.out_of_scope", check=checked_by_notaries(for_this_person=False)),
    "guardian without a document": PaperCase("poa.of_guardian_missing", speaker=a_guardian(**_NOT_SHOWN)),
    "permit expired": _of_foreigner("permit.expired", PERMIT),
    "permit expired by its register": _of_foreigner("permit.expired", _BY_REGISTER),
    "kind not accepted": _of_foreigner(
        "permit.kind_not_accepted", evidence.Paper("stateless_card", "12345678", FormShown.ORIGINAL)
    ),
    "kind of no list": _of_foreigner(
        "permit.kind_not_accepted", evidence.Paper("other", "", FormShown.ORIGINAL)
    ),
    "company": PaperCase("applicant.not_a_person", COMPANY, speaker=HEAD),
    "household": PaperCase("applicant.not_a_person", HOUSEHOLD, speaker=HEAD),
    "child": PaperCase("age.under_15", CHILD),
}


def opens(desk: RealDesk, case: PaperCase) -> tuple[UUID, UUID]:
    """The application of this case, opened at ``desk``; file and application."""
    person, file = case.person, desk.desk.file_of(case.person.number_kind, case.person.number)
    from_register = case.paper is None and person.number_kind.is_person
    identified = acts.IdentifyPerson(
        person,
        Source.REGISTER if from_register else Source.PAPERS,
        attested(Register.PERSON, a_person_answer(person), person) if from_register else None,
        case.paper,
        None if from_register else NOW,
    )
    status = {"status": case.status.value, "since": "2026-11-16", "registration_number": "R-1"}
    if case.status is Status.TEMPORARILY_REMOVED:
        status["before_removal"] = Status.UNEMPLOYED.value
    opening = acts.OpenApplication(
        application=new_id(NOW),
        number="M-B03-2026-004711",
        application_kind=case.kind,
        form=FormOfApplication.REPRESENTATIVE if case.speaker else FormOfApplication.IN_PERSON,
        channel=Channel.DOST_CENTRE,
        answer_form=FormOfAnswer.IN_PERSON,
        centre="B03",
        place="B",
        ticket="A-047",
        representative=case.speaker,
    )
    first: list[acts.Act] = [identified]
    if case.kind is not ApplicationKind.JOBSEEKER and person.number_kind.is_person:
        first.append(acts.ReadStatus(attested(Register.STATUS, status, person)))
    with desk.desk.open_work() as work:
        desk.desk.act(work, file, [*first, opening])
        work.commit()
    return file, opening.application
