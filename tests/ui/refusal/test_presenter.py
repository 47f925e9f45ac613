"""The refusal over a real desk: nothing is taken before the second press, nothing typed is lost."""

from __future__ import annotations

from uuid import UUID

import pytest

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationState, PassportGround, Receiving
from dost_desktop.services.changes import Changes
from dost_desktop.services.refuse_application import draft_key
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import LAND, RealDesk
from tests.ui.refusal.page import (
    PIN,
    CertificateExpired,
    HeldDocuments,
    KeyNotOpen,
    Page,
    PinWrong,
    PlayedKey,
    View,
)
from ui.parts.handing import Handing
from ui.screens.refusal.port import Phase, Said


def test_the_form_opens_prefilled_from_the_register_with_the_passports_ground_first(desk: RealDesk) -> None:
    page = Page(desk)

    assert page.typing.passport_grounds()[0] is PassportGround.NO_LEGAL_BASIS
    assert page.typing.form.ground == "employed.4_1_1"
    assert page.typing.form.reasoning.startswith("Siz əmək müqaviləsi ilə")
    assert page.view.writing == 1
    assert page.view.drawn == 1
    assert "______" in page.letters[0].number
    assert [line.id for line in page.view.checklist if line.state == "open"] == ["signature"]


def test_the_first_press_takes_nothing_and_the_second_records_prints_and_tells(desk: RealDesk) -> None:
    page = Page(desk)
    before = page.next_number()

    page.presenter.primary_pressed(PIN)

    assert page.view.phases[-1] is Phase.CONFIRMING
    assert page.view.number == f"05-04-05-00/B03/2026/{before:06}"
    assert (page.next_number(), page.notices()) == (before, ())
    assert page.key.opens == 0

    page.presenter.primary_pressed(PIN)

    (notice,) = page.notices()
    assert (notice.number, notice.certificate) == (page.view.number, "4F1A 09C2")
    assert page.view.phases[-2:] == [Phase.ISSUING, Phase.ISSUED]
    assert page.printed[0][1] == b"%PDF " + notice.number.encode()
    assert page.view.pin_forgotten
    assert page.desk.went.words == [Said.SIGNED]
    assert page.desk.went.changes[-1].notices
    assert {line.state for line in page.view.checklist} == {"done"}
    assert page.letters[-1].number == notice.number
    assert desk.drafts.load(draft_key(page.application)) is None


def test_a_wrong_pin_takes_nothing_and_the_right_one_is_asked_once_a_session(desk: RealDesk) -> None:
    page = Page(desk)
    before = page.next_number()

    page.signs("000000")
    assert isinstance(page.view.pin_problem, PinWrong)
    assert (page.view.phases[-1], page.next_number()) == (Phase.WRITING, before)

    page.signs()
    assert page.key.opens == 2

    again = Page(desk_with_next_person(desk), key=page.key)
    again.signs("")
    assert page.key.opens == 2
    assert len(again.notices()) == 1


def desk_with_next_person(desk: RealDesk) -> RealDesk:
    desk.next_person()
    return desk


def test_the_first_press_asks_and_without_a_pin_the_second_leads_to_its_field(desk: RealDesk) -> None:
    page = Page(desk)
    page.presenter.primary_pressed("")
    assert page.view.phases[-1] is Phase.CONFIRMING
    assert page.view.pin_problem is None

    page.presenter.primary_pressed("")

    assert page.view.pin_problem is not None
    assert page.view.phases[-1] is Phase.CONFIRMING


def test_a_reasoning_too_short_is_said_at_its_field(desk: RealDesk) -> None:
    page = Page(desk)
    page.presenter.reasoning_edited("qısa")
    page.presenter.primary_pressed(PIN)

    assert page.view.gap is not None
    assert page.view.gap.field == "reasoning"
    assert page.view.phases[-1] is Phase.WRITING


def test_another_word_closes_the_confirmation(desk: RealDesk) -> None:
    page = Page(desk)
    page.presenter.primary_pressed(PIN)
    page.presenter.statement_edited("Mən artıq işləmirəm.")

    assert page.view.phases[-1] is Phase.WRITING


def test_without_a_certificate_the_same_numbered_notice_is_printed_for_a_hand(desk: RealDesk) -> None:
    page = Page(desk, key=PlayedKey(configured=False))
    page.signs("")

    (notice,) = page.notices()
    assert notice.certificate == ""
    assert page.letters[-1].by_hand
    assert page.desk.went.words == [Said.ISSUED_BY_HAND]


@pytest.mark.parametrize("error", [CertificateExpired(), KeyNotOpen()])
def test_a_failing_key_never_blocks_the_written_answer(desk: RealDesk, error: AgentError) -> None:
    page = Page(desk)
    page.key.breaks = error
    page.signs()
    assert page.view.phases[-1] is Phase.WRITING
    assert page.view.offers_hand
    assert page.notices() == ()

    page.presenter.by_hand_pressed()
    page.signs("")

    (notice,) = page.notices()
    assert notice.certificate == ""


def test_a_number_taken_in_between_is_replaced_by_the_next_one(desk: RealDesk) -> None:
    tasks = HeldDocuments()
    page = Page(desk, tasks=tasks, key=PlayedKey(configured=False))
    tasks.held.pop(0)()
    before = page.next_number()
    page.signs("")
    desk.takes_a_notice_number()

    while tasks.held:
        tasks.held.pop(0)()

    (notice,) = page.notices()
    assert notice.number.endswith(f"{before + 1:06}")
    assert len(page.key.signed) == 2


def test_what_was_typed_comes_back_with_its_ground_and_statement(desk: RealDesk) -> None:
    page = Page(desk)
    page.presenter.reasoning_edited("Siz hazırda əmək müqaviləsi ilə işləyirsiniz, buna görə imtina edilir.")
    page.presenter.statement_edited("Oktyabrda işdən çıxmışam.")
    page.presenter.back()
    assert page.desk.went.to == ["case"]

    page.view = View()
    page.open(InlineTasks())

    assert page.typing.form.reasoning.startswith("Siz hazırda")
    assert page.typing.form.statement == "Oktyabrda işdən çıxmışam."
    assert page.view.saved is not None


def test_another_agents_draft_is_offered_and_never_restored_unasked(desk: RealDesk) -> None:
    page = Page(desk)
    content = {"agent": "tural", "ground": "employed.4_1_1", "reasoning": "Turalın yazdığı uzun izah burada."}
    desk.drafts.save(draft_key(page.application), "refusal", content)

    page.open(InlineTasks())
    assert page.view.offered is not None
    assert not page.typing.form.reasoning.startswith("Turalın")

    page.presenter.draft_restored()
    assert page.typing.form.reasoning.startswith("Turalın")


def test_of_many_keys_only_the_newest_page_is_drawn(desk: RealDesk) -> None:
    tasks = HeldDocuments()
    page = Page(desk, tasks=tasks)
    for words in ("a" * 30, "b" * 30, "c" * 30):
        page.presenter.reasoning_edited(words)
        page.presenter.redraw()
    assert len(tasks.held) == 1

    while tasks.held:
        tasks.held.pop(0)()

    assert page.view.drawn == 2
    assert any("c" * 30 in block.text for block in page.letters[-1].blocks)


def test_the_file_moving_on_while_writing_keeps_the_typing(desk: RealDesk) -> None:
    page = Page(desk)
    page.presenter.reasoning_edited("Mənim yazdığım əsaslandırma burada qalır.")
    desk.checks(page.file_id, page.application, LAND)

    page.presenter.changed(Changes(frozenset({page.file_id})))

    assert page.typing.form.ground == "employed.4_1_3.land_share"
    assert page.typing.others["employed.4_1_1"].startswith("Mənim yazdığım")


def test_the_hand_over_ends_the_case(desk: RealDesk) -> None:
    page = Page(desk, key=PlayedKey(configured=False))
    page.signs("")
    notice: UUID = page.notices()[0].id

    page.presenter.print_pressed()
    page.presenter.finish_pressed()
    assert page.desk.went.to == []

    page.presenter.served(Handing(Receiving.SIGNED))
    page.presenter.finish_pressed()

    assert desk.copies == [notice]
    assert page.notices()[0].receiving is Receiving.SIGNED
    assert page.view.finish
    assert page.desk.went.to == ["case changed", "queue"]
    with desk.desk.open_reading() as reading:
        found = reading.file(page.file_id).application(page.application)
    assert found is not None
    assert found.state is ApplicationState.REFUSED
