"""The refusal page when papers do not hold, and when the agent gives the reasons alone."""

from __future__ import annotations

import pytest

from dost_desktop.domain.vocabulary import PassportGround
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.paper_cases import CASES, PaperCase
from tests.fakes.real_desk import NOTHING, RealDesk
from tests.fakes.told import TOLD
from tests.ui.refusal.page import Page, View
from ui.screens.refusal.fact_line import fact_line
from ui.screens.refusal.port import Phase

OWN = "no_legal_basis"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_form_opens_on_the_ground_that_the_row_says_and_is_issued_with_two_keys(
    desk: RealDesk, case: PaperCase
) -> None:
    page = Page(desk, papers=case)

    assert page.typing.form.ground == case.ground
    assert page.typing.passport_ground in page.typing.passport_grounds()
    assert fact_line(page.typing).words or case.ground == "poa.of_guardian_missing"
    page.signs()
    assert page.view.phases[-1] is Phase.ISSUED
    assert [each.application for each in page.notices()] == [page.application]


def test_the_passports_ground_comes_first_and_leads_to_the_catalogues(desk: RealDesk) -> None:
    page = Page(desk, papers=CASES["permit expired"])
    assert page.typing.passport_ground is PassportGround.NO_LEGAL_BASIS

    page.presenter.passport_ground_chosen(PassportGround.INCOMPLETE_DOCUMENTS)

    assert page.typing.form.ground == "documents.incomplete"
    assert "müvəqqəti yaşamaq üçün icazə vəsiqəsi: müddəti 23.11.2026" in fact_line(page.typing).words


def test_own_reasoning_asks_for_its_facts_one_by_one_and_keeps_them(desk: RealDesk) -> None:
    page = Page(desk)
    page.presenter.ground_chosen(OWN)
    facts = [fact.id for fact in page.typing.typed_facts()]

    for fact in facts:
        page.presenter.primary_pressed("")
        assert page.view.gap is not None
        assert page.view.gap.field == fact
        page.presenter.fact_edited(fact, "Şəxsin müraciəti başqa bir dövlət orqanının səlahiyyətinə aiddir.")
    page.presenter.save_now()

    page.view = View()
    page.open(InlineTasks())
    assert page.typing.form.ground == OWN
    assert set(page.typing.form.facts) == set(facts)
    page.signs()
    assert page.view.phases[-1] is Phase.ISSUED
    assert "başqa bir dövlət orqanının" in "".join(block.text for block in page.letters[-1].blocks)


@pytest.mark.parametrize("ground", TOLD)
def test_what_no_register_gives_is_asked_for_one_by_one_until_it_can_be_signed(
    desk: RealDesk, ground: str
) -> None:
    page = Page(desk, NOTHING)
    page.presenter.ground_chosen(ground)
    asked = [fact.id for fact in page.typing.typed_facts() if fact.id in TOLD[ground]]

    for fact in asked:
        if (
            fact in page.typing.form.facts
            or next(f for f in page.typing.typed_facts() if f.id == fact).optional
        ):
            continue
        page.presenter.primary_pressed("")
        assert page.view.gap is not None
        assert page.view.gap.field == fact
        assert page.view.gap.problem
        page.presenter.fact_edited(fact, TOLD[ground][fact])
    page.signs()
    assert page.view.phases[-1] is Phase.ISSUED
    assert ("Məhdudiyyətin son günü: 29.04.2027" in page.view.fact) is (ground == "referral.left_early")
