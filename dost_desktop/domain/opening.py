"""When an application can be opened: by whom, over which way, and with whose word for the applicant (SEED 6, 7, 10).

``decide`` asks this; an answer of None means that nothing stands in the way. Papers that do not hold are no hindrance
as long as a refusal can rest on them: nobody is turned away unrecorded.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.identifying import evidence_stands
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.lifecycle import OPENABLE
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused, is_fresh
from dost_desktop.domain.representation import findings, why_no_check
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Basis,
    Channel,
    FormOfApplication,
    RepresentedAct,
    Role,
    Status,
)

#: Over which channels (SEED 7) an application of each form (SEED 6) can come in.
CHANNELS: Final[Mapping[FormOfApplication, frozenset[Channel]]] = MappingProxyType(
    {
        FormOfApplication.IN_PERSON: frozenset({Channel.DOST_CENTRE, Channel.ELECTRONIC}),
        FormOfApplication.REPRESENTATIVE: frozenset(Channel),
        FormOfApplication.CALL_CENTRE: frozenset({Channel.CALL_CENTRE}),
        FormOfApplication.SELF_SERVICE: frozenset({Channel.ELECTRONIC}),
    }
)


def opening_stands(
    file: PersonFile, act: acts.OpenApplication, role: Role, centre: str, law: LawInForce, now: datetime
) -> Refused | None:
    """Why this application cannot be opened now."""
    if file.identity is None:
        return Refused("person.not_identified", "SEED 23.3")
    if file.application(act.application) is not None:
        return Refused("application.already_open")
    same = file.open_application(act.application_kind)
    if same is not None:
        return Refused("application.already_open", "", MappingProxyType({"application_no": same.number}))
    # what was submitted in e-sosial is registered whatever the status, so that it is answered (facts 6.2)
    made_online = act.form is FormOfApplication.SELF_SERVICE
    if not made_online and file.registration.status not in OPENABLE[act.application_kind]:
        return not_openable(act.application_kind, file.registration.status)
    if role is Role.AGENT and act.centre != centre:
        return Refused("application.other_centre", "design 7")
    return _way(act, role, law) or _speaker(file, act, law, now)


def not_openable(kind: ApplicationKind, status: Status) -> Refused:
    """Why an application of this kind cannot be opened in this status."""
    if kind is ApplicationKind.UNEMPLOYED and status in {Status.NOT_REGISTERED, Status.CANCELLED}:
        return Refused("application.not_jobseeker", "SEED 23.6")
    return Refused("application.kind_not_now", "SEED 23", MappingProxyType({"status": status.value}))


def speaker_stands(
    file: PersonFile, speaker: Representative, law: LawInForce, now: datetime
) -> Refused | None:
    """Why what the registers said of ``speaker`` and of the paper is no evidence; the paper itself is not judged."""
    said, check = speaker.attestation, speaker.check
    if said is not None:
        if not said.signature:
            return Refused("lookup.unattested", "design 3")
        if said.register is not Register.PERSON:
            return Refused("lookup.other_register", "design 3")
        if speaker.identity_paper is None and not _names(speaker):
            return Refused("identity.not_as_attested", "facts 2.11")
        old = is_fresh(said, now, law)
        if old is not None:
            return old
    if check is None:
        return None
    refused = evidence_stands(file, check, Register.NOTARY, now, law)
    return refused or why_no_check(check, speaker.paper_number)


def _way(act: acts.OpenApplication, role: Role, law: LawInForce) -> Refused | None:
    if act.channel not in CHANNELS[act.form]:
        return Refused("application.other_channel", "SEED 6, 7")
    if act.form is FormOfApplication.SELF_SERVICE and role is not Role.CENTRAL_SYSTEM:
        return Refused("application.self_service_from_mas", "SEED 6; design 3")
    if act.form is not FormOfApplication.CALL_CENTRE:
        return None
    if act.call is None or not act.call.reference.strip():
        return Refused("call.reference_missing", "SEED 6, 7")
    if len(set(act.call.named)) < law.caller_answers_at_least:
        facts = {"n": law.caller_answers_at_least}
        return Refused("call.caller_not_checked", "SEED 6, 7", MappingProxyType(facts))
    return None


def _speaker(file: PersonFile, act: acts.OpenApplication, law: LawInForce, now: datetime) -> Refused | None:
    identity, speaker = file.identity, act.representative
    is_person = identity is not None and identity.number_kind.is_person
    if speaker is None:
        if act.form is FormOfApplication.REPRESENTATIVE:
            return Refused("representative.proof_missing", "SEED 6")
        return None if is_person else Refused("applicant.speaker_missing", "D17")
    if is_person and speaker.basis is Basis.HEAD:
        return Refused("representative.basis_not_for_person", "D17")
    found = findings(speaker, RepresentedAct.APPLY, identity.number if identity else "", law, now)
    hopeless = next((each.why for each in found if each.stops and not each.ground), None)
    return hopeless or speaker_stands(file, speaker, law, now)


def _names(speaker: Representative) -> bool:
    """Whether MEİS calls the representative by this name."""
    said = speaker.attestation
    try:
        known = identity_of(
            said.answer if said else {}, speaker.number_kind or NumberKind.PIN, speaker.identity_number
        )
    except ValueError:
        return False
    return known is not None and known.full_name == speaker.name
