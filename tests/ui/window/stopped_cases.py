"""Cases that stop, opened at the desk of a window: an expired permit, an undated power of attorney, a legal entity."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dost_desktop.domain.evidence import Identity, Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind, Basis, FormOfApplication
from dost_desktop.services.open_application import Intake
from tests.domain.builders import a_representative
from tests.ui.window.real_window import Case, RealWindow, person_of

ENTITY: Final = Identity(NumberKind.VOEN, "1700000011", "“Nümunə Bağ” MMC", "", "", None)
_HEAD: Final = Representative("Sınaqlı Tural Nadir oğlu", Basis.HEAD, "", None, "4K62V5J", NumberKind.PIN)


def of_person(at: RealWindow, case: str) -> Intake:
    """What the intake page gathers of this person of the demo data, when MEİS and MAS answer."""
    does, person = at.session.services, person_of(at.facts, case)
    known = does.look_up(NumberKind(person["number_kind"]), person["number"])
    assert known.identity is not None
    return Intake(
        number_kind=known.number_kind,
        number=known.number,
        identity=known.identity,
        attestation=known.attestation,
        status_attestation=known.status_attestation,
        paper=None,
        unreachable_at=None,
        kind=ApplicationKind.UNEMPLOYED,
    )


def opened(at: RealWindow, intake: Intake) -> Case:
    """The application, registered."""
    done = at.session.services.open_application(intake)
    return Case(done.file_id, done.application)


def with_expired_permit(at: RealWindow) -> Case:
    """By the register the permit is out of date."""
    return opened(at, of_person(at, "expired permit"))


def with_undated_power(at: RealWindow) -> Case:
    """Somebody speaks by a power of attorney without a date; the notaries did not answer."""
    now = at.session.desk.clock.now()
    speaker = a_representative(paper_date=None, check_tried_at=now)
    form = FormOfApplication.REPRESENTATIVE
    return opened(at, replace(of_person(at, "poa undated"), form=form, representative=speaker))


def of_entity(at: RealWindow) -> Case:
    """A legal entity, for which its head speaks."""
    intake = Intake(
        number_kind=ENTITY.number_kind,
        number=ENTITY.number,
        identity=ENTITY,
        attestation=None,
        status_attestation=None,
        paper=None,
        unreachable_at=None,
        kind=ApplicationKind.UNEMPLOYED,
        form=FormOfApplication.REPRESENTATIVE,
        representative=_HEAD,
    )
    return opened(at, intake)
