"""Full-time study, old-age pension, a referred job left early: what no register gives is typed and honestly said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dost_desktop.catalogue.letters import ElementsMissing
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import legal_date, short_time
from dost_desktop.domain.vocabulary import ApplicationState, Status
from dost_desktop.services.look_at_file import CaseView, LookAtCase
from dost_desktop.services.refuse_application import RefusalForm
from dost_desktop.services.told_facts import TOLD_PAPER
from tests.fakes.real_desk import NOTHING, WORKS, RealDesk, attested
from tests.fakes.told import TOLD
from tests.fakes.work_at_desk import HELPER
from tests.ui.work.at_work import AtWork

LEFT = "referral.left_early"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


def a_case(desk: RealDesk, *, bars: tuple[str, ...] = (), answer: Mapping[str, object] = NOTHING) -> CaseView:
    status = {
        "status": Status.JOBSEEKER.value,
        "since": "2026-11-16",
        "registration_number": "R-1",
        "bars": list(bars),
    }
    said = attested(desk.clock, Register.STATUS, status, "unemployed_registration")
    file_id, application = desk.opens(status_attestation=said)
    desk.serves(file_id, application)
    desk.checks(file_id, application, answer)
    return LookAtCase(desk.desk)(file_id, application)


def filled(desk: RealDesk, case: CaseView, ground: str, **changes: str) -> RefusalForm:
    form = desk.refuse.with_ground(case, ground)
    return replace(form, facts={**form.facts, **TOLD[ground], **changes})


def text_of(desk: RealDesk, case: CaseView, form: RefusalForm) -> str:
    letter = desk.refuse.reserve(case, form, None).letter
    return "\n".join(f"{block.label}: {block.text}" if block.label else block.text for block in letter.blocks)


@pytest.mark.parametrize("ground", TOLD)
def test_it_can_be_chosen_and_is_issued_once_its_facts_are_typed(desk: RealDesk, ground: str) -> None:
    case = a_case(desk)
    offered = [each.id for each in desk.refuse.grounds(case)]
    assert ground in offered
    assert (offered[-1], desk.refuse.begin(case).ground) == ("no_legal_basis", "no_legal_basis")
    form = filled(desk, case, ground)
    assert desk.refuse.open_facts(case, form) == {}

    text = text_of(desk, case, form)
    assert "____" not in text
    assert "Aşağıdakı məlumat reyestrdən alınmamışdır. Mənbə: təqdim etdiyiniz sənəd (Arayış" in text
    assert "Tarix və saat: 24.11.2026, saat 14:" in text
    assert "sorğu" not in text
    desk.refuse.commit(desk.refuse.reserve(case, form, None), b"%PDF-1.7 sinaq")
    after = LookAtCase(desk.desk)(case.file.id, case.application.id).application
    assert after.state is ApplicationState.REFUSED
    assert after.refusal is not None
    assert after.refusal.ground == ground


@pytest.mark.parametrize(("ground", "fact"), [(each, fact) for each in TOLD for fact in TOLD[each]])
def test_each_fact_that_is_not_typed_is_named_and_stops_the_letter(
    desk: RealDesk, ground: str, fact: str
) -> None:
    case = a_case(desk)
    form = filled(desk, case, ground, **{fact: " "})
    if fact in desk.refuse.catalogue.grounds[ground].optional and fact != TOLD_PAPER:
        assert desk.refuse.open_facts(case, form) == {}
        return
    assert list(desk.refuse.open_facts(case, form)) == [fact]
    with pytest.raises(ElementsMissing) as stopped:
        desk.refuse.reserve(case, form, None)
    assert {gap.element for gap in stopped.value.missing} == {"facts"}


def test_what_the_person_said_is_not_called_a_document(desk: RealDesk) -> None:
    case = a_case(desk)
    text = text_of(desk, case, filled(desk, case, "pension.old_age", told_by="words"))
    assert "Mənbə: Sizin verdiyiniz məlumat. Tarix" in text
    assert "Arayış" not in text
    assert "Sizə yaşa görə müavinət təyin edilmişdir. Təyinat tarixi: 01.06.2026." in text


@pytest.mark.parametrize(
    ("ground", "fact", "typed", "problem"),
    [
        ("study.full_time", "study_from", "31.02.2026", "date.does_not_exist"),
        ("study.full_time", "study_from", "payız", "date.shape"),
        ("study.full_time", "study_from", "2026-11-25", "fact.in_future"),
        ("study.full_time", "study_until", "2026-11-23", "fact.study_over"),
        ("study.full_time", "study_until", "2020-06-01", "fact.out_of_order"),
        ("pension.old_age", "granted_on", "01.12.2026", "fact.in_future"),
        (LEFT, "contract_from", "2026-06-30", "fact.out_of_order"),
        (LEFT, "contract_ended_on", "2026-07-05", "fact.out_of_order"),
        (LEFT, "ended_by", "employer", "fact.not_ticked"),
    ],
)
def test_what_cannot_be_is_said_in_words_and_not_printed(
    desk: RealDesk, ground: str, fact: str, typed: str, problem: str
) -> None:
    case = a_case(desk)
    form = filled(desk, case, ground, **{fact: typed})
    assert desk.refuse.open_facts(case, form) == {fact: problem}
    with pytest.raises(ElementsMissing):
        desk.refuse.reserve(case, form, None)


@pytest.mark.parametrize(("months_ago", "stands"), [(date(2026, 5, 25), True), (date(2026, 5, 24), False)])
def test_the_ban_is_six_months_from_the_day_the_contract_ended(
    desk: RealDesk, months_ago: date, stands: bool
) -> None:
    case = a_case(desk)
    earlier = {"referral_date": "2026-03-02", "contract_from": "2026-03-05"}
    form = filled(desk, case, LEFT, contract_ended_on=months_ago.isoformat(), **earlier)
    if not stands:
        assert desk.refuse.open_facts(case, form) == {"contract_ended_on": "fact.ban_over"}
        return
    text = text_of(desk, case, form)
    assert "Məhdudiyyətin son günü: 24.11.2026 (müqaviləyə xitam verildiyi gündən 6 (altı) ay" in text
    assert "25.11.2026 tarixindən" in text


def test_the_referral_of_the_persons_own_file_is_filled_in(tmp_path: Path) -> None:
    at = AtWork(tmp_path)
    jobs, (file_id, id_) = at.jobs, (at.file_id, at.application_id)
    jobs.offer(file_id, id_, HELPER, {})
    offer = at.application.offers[-1].id
    jobs.answer.accept(file_id, id_, offer)
    referred = jobs.refer(file_id, id_, offer, legal_date(at.desk.clock.now()))
    form = at.desk.refuse.with_ground(LookAtCase(at.desk.desk)(file_id, id_), LEFT)
    assert form.facts == {
        "fact_time": f"24.11.2026, saat {short_time(at.desk.clock.now())}",
        "referral_no": referred.number,
        "referral_date": "2026-11-24",
        "employer_name": HELPER.employer,
        "position": HELPER.position,
    }
    at.desk.close()


def test_the_bar_of_mas_comes_first_and_gives_the_last_day(desk: RealDesk) -> None:
    case = a_case(desk, bars=(f"{LEFT}:2027-01-20",))
    assert desk.refuse.grounds(case)[0].id == LEFT
    assert desk.refuse.begin(case).ground == LEFT
    text = text_of(desk, case, filled(desk, case, LEFT))
    assert "Məhdudiyyətin son günü: 19.01.2027 (mənbə: “Məşğulluq” altsistemi, 24.11.2026, saat 14:" in text
    assert "20.01.2027 tarixindən" in text


def test_what_is_typed_for_one_ground_never_stands_in_the_letter_of_another(desk: RealDesk) -> None:
    case = a_case(desk, answer=WORKS)
    form = replace(desk.refuse.with_ground(case, "employed.4_1_1"), facts=TOLD[LEFT])
    assert desk.refuse.facts_of(case, form).facts["employer_name"] == "“Nümunə Tikinti” MMC"
    assert desk.refuse.begin(case).ground == "employed.4_1_1"
