"""Every ground about papers, representatives and applicants: from its row to a whole letter that decide accepts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.services.look_at_file import CaseView, LookAtCase
from tests.fakes.paper_cases import CASES, PaperCase, opens
from tests.fakes.real_desk import RealDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


def look(desk: RealDesk, case: PaperCase) -> CaseView:
    return LookAtCase(desk.desk)(*opens(desk, case))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_does_not_hold_stops_the_case_and_is_the_first_ground_offered(
    desk: RealDesk, case: PaperCase
) -> None:
    seen = look(desk, case)

    assert (seen.stop is not None) is (case.ground != "age.under_15")
    assert desk.refuse.grounds(seen)[0].id == case.ground
    assert "____" not in text_of(desk, seen)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_refusal_is_issued_as_it_was_prefilled(desk: RealDesk, case: PaperCase) -> None:
    seen = look(desk, case)

    reserved = desk.refuse.reserve(seen, desk.refuse.begin(seen), None)
    desk.refuse.commit(reserved, b"%PDF-1.7 sinaq")

    after = LookAtCase(desk.desk)(seen.file.id, seen.application.id)
    assert after.application.state is ApplicationState.REFUSED
    assert after.application.refusal is not None
    assert after.application.refusal.ground == case.ground


def text_of(desk: RealDesk, seen: CaseView) -> str:
    """The letter as it would be issued, without the number that is still to come."""
    reserved = desk.refuse.reserve(seen, desk.refuse.begin(seen), None)
    return "\n".join(f"{block.label} {block.text}" for block in reserved.letter.blocks)


def test_a_power_of_attorney_of_somebody_else_is_not_said_to_lack_scope(desk: RealDesk) -> None:
    letter = text_of(desk, look(desk, CASES["for somebody else"]))

    assert "NR-2026-0071) göstərmişdir ki, etibarnamə Sizin adınızdan verilməmişdir" in letter
    assert "əhatə etm" not in letter


def test_own_reasoning_can_be_chosen_for_every_person_and_names_what_the_agent_must_type(
    desk: RealDesk,
) -> None:
    seen = look(desk, CASES["child"])
    form = desk.refuse.with_ground(seen, "no_legal_basis")

    typed = desk.refuse.typed_facts("no_legal_basis")
    open_ = {gap.field for gap in desk.refuse.missing(seen, form)}
    assert open_ == {f"facts.{each}" for each in typed}
    assert desk.refuse.grounds(seen)[-1].id == "no_legal_basis"
    assert desk.refuse.typed_facts("poa.void") == ()


def test_the_notaries_asked_in_vain_are_named_with_the_paper_that_took_their_place(desk: RealDesk) -> None:
    letter = text_of(desk, look(desk, CASES["expired, the notaries asked in vain"]))

    assert (
        "(24.11.2026, saat 14:07) təqdim etdiyiniz sənədlər əsas götürülmüşdür: etibarnamə, № N-15" in letter
    )
