"""Who took the written answer, and how: the person, the one who applied with the document again, or another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import FormOfAnswer, FormOfApplication, FormShown, Receiving, Recipient
from dost_desktop.ports import Unanswered
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.hand_over import draft_key
from tests.domain.builders import a_notary_answer
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import GUNAY, WORKS, RealDesk
from tests.fakes.representing import AskedOfRepresentatives, a_speaker, acts_on, raised
from tests.ui.parts.test_representative import POWER, Held, View
from ui.parts.handing import Handing, HandingPresenter, HandingShown, Recipients, Taker, recipients_of


class Section:
    """Keeps what was shown last."""

    shown: HandingShown

    def __init__(self) -> None:
        self.block = View()

    def show_now(self, shown: HandingShown) -> None:
        self.shown = shown


class HandingOver:
    """The hand-over of a refusal that a representative, or nobody, applied for."""

    def __init__(self, desk: RealDesk, applied: Representative | None, tasks: Any = None) -> None:
        self.desk, self.view, self.registers = desk, Section(), AskedOfRepresentatives(desk.clock)
        form = FormOfApplication.REPRESENTATIVE if applied else FormOfApplication.IN_PERSON
        self.file_id, application = desk.opens(representative=applied, form=form)
        desk.checks(self.file_id, application, WORKS)
        self.notice = desk.refuses(self.file_id, application)
        self.presenter = HandingPresenter(
            self.view, tasks or InlineTasks(), acts_on(desk, self.registers), desk.drafts, raised
        )
        with desk.desk.open_reading() as reading:
            file = reading.file(self.file_id)
        found = file.application(application)
        assert found is not None
        self.presenter.offer(recipients_of(file, found))

    def answer(self) -> Handing:
        handing = self.view.shown.answer
        assert handing is not None
        return handing

    def problem(self) -> str:
        return self.view.shown.why_not.problem if self.view.shown.why_not else ""

    def recorded(self) -> tuple[FormOfAnswer, Recipient, Receiving, Representative | None]:
        """The receipt in the file, after recording it."""
        handing = self.answer()
        self.desk.jobs.serve(self.file_id, self.notice, handing.receiving, handing.representative)
        with self.desk.desk.open_reading() as reading:
            last = reading.events(self.file_id)[-1]
        act = last.event.act()
        return act.form, act.recipient, act.receiving, act.representative  # type: ignore[union-attr]


def test_the_person_takes_it(desk: RealDesk) -> None:
    page = HandingOver(desk, None)
    assert page.view.shown.taker is Taker.PERSON
    assert page.problem() == "receipt.not_chosen"

    page.presenter.receiving_chosen(Receiving.SIGNED)
    assert page.recorded() == (FormOfAnswer.IN_PERSON, Recipient.PERSON, Receiving.SIGNED, None)
    assert page.registers.asked == []


@pytest.mark.parametrize(("shown", "counts"), [("original", True), ("notarised_copy", True), ("copy", False)])
def test_the_one_who_applied_shows_the_document_itself_again(
    desk: RealDesk, shown: str, counts: bool
) -> None:
    page = HandingOver(desk, a_speaker())
    assert page.view.shown.taker is Taker.NOT_CHOSEN  # nobody is chosen by himself where two may come
    page.presenter.receiving_chosen(Receiving.SIGNED)
    page.presenter.taker_chosen(Taker.APPLIED)
    assert page.problem() == "representative.form_missing"

    block = page.presenter.block
    block.typed(replace(block.form, form_shown=shown))
    if not counts:
        assert page.problem() == "representative.document_itself"
        assert page.view.shown.answer is None
        return
    form, recipient, _, speaker = page.recorded()
    assert (form, recipient) == (FormOfAnswer.REPRESENTATIVE, Recipient.REPRESENTATIVE)
    assert speaker is not None
    assert (speaker.form, speaker.paper_number) == (FormShown(shown), "3-0417")
    assert speaker.check is not None
    assert speaker.check.at > page.desk.clock.now() - timedelta(minutes=1)


def test_another_one_brings_his_own_paper(desk: RealDesk) -> None:
    page = HandingOver(desk, None)
    page.presenter.taker_chosen(Taker.OTHER)
    page.presenter.receiving_chosen(Receiving.WOULD_NOT_SIGN)
    page.presenter.block.typed(replace(POWER, paper_number="9-1", form_shown="original"))
    page.presenter.block.asked()

    _, recipient, receiving, speaker = page.recorded()
    assert (recipient, receiving) == (Recipient.REPRESENTATIVE, Receiving.WOULD_NOT_SIGN)
    assert speaker is not None
    assert speaker.paper_number == "9-1"


@pytest.mark.parametrize(
    ("notary", "problem"),
    [
        (a_notary_answer("3-0417", revoked_on="2026-11-20"), "poa.revoked"),
        (a_notary_answer("3-0417", for_this_person=False), "poa.other_person"),
        (Unanswered.REGISTER, ""),
    ],
)
def test_the_paper_is_checked_on_the_day_of_the_hand_over(desk: RealDesk, notary: Any, problem: str) -> None:
    page = HandingOver(desk, a_speaker())
    page.registers.notary = notary
    page.presenter.receiving_chosen(Receiving.SIGNED)
    page.presenter.taker_chosen(Taker.APPLIED)
    block = page.presenter.block
    block.typed(replace(block.form, form_shown="original"))

    assert page.problem() == problem
    assert (page.view.shown.answer is None) is bool(problem)


def test_what_was_asked_on_applying_does_not_count_at_the_hand_over(desk: RealDesk) -> None:
    page = HandingOver(desk, a_speaker())
    page.presenter.receiving_chosen(Receiving.SIGNED)
    page.presenter.taker_chosen(Taker.APPLIED)
    block = page.presenter.block
    block.typed(replace(block.form, form_shown="original"))
    handing = page.answer()

    desk.clock.moment += timedelta(hours=25)
    with pytest.raises(ActNotAllowed) as refused:
        desk.jobs.serve(page.file_id, page.notice, handing.receiving, handing.representative)
    assert refused.value.reason == "register.answer_old"


def test_nothing_is_recorded_while_the_registers_are_asked(desk: RealDesk) -> None:
    held = Held()
    page = HandingOver(desk, a_speaker(), held)
    page.presenter.receiving_chosen(Receiving.SIGNED)
    page.presenter.taker_chosen(Taker.APPLIED)
    block = page.presenter.block
    block.typed(replace(block.form, form_shown="original"))

    assert page.problem() == "receipt.being_checked"
    held.finish()
    assert page.problem() == ""


def test_the_same_case_looked_at_again_keeps_what_was_typed_and_another_one_begins_anew(
    desk: RealDesk,
) -> None:
    page = HandingOver(desk, None)
    page.presenter.taker_chosen(Taker.OTHER)
    same = page.view.shown.recipients
    assert same is not None
    page.presenter.offer(same)
    assert page.view.shown.taker is Taker.OTHER

    page.presenter.offer(replace(same, name="Başqa şəxs", number="6TK8R2M"))
    assert page.view.shown.taker is Taker.PERSON


def test_an_entity_cannot_take_it_itself(desk: RealDesk) -> None:
    entity = Recipients("“Nümunə” MMC", NumberKind.VOEN, "1700000011", None, uuid4())
    assert entity.takers == (Taker.OTHER,)
    assert Recipients(GUNAY.full_name, NumberKind.PIN, GUNAY.number, a_speaker(), uuid4()).takers == (
        Taker.PERSON,
        Taker.APPLIED,
        Taker.OTHER,
    )


def test_what_was_typed_about_another_one_survives_a_restart_until_it_is_recorded(desk: RealDesk) -> None:
    page = HandingOver(desk, None)
    page.presenter.taker_chosen(Taker.OTHER)
    page.presenter.block.typed(replace(POWER, paper_number="9-1", form_shown="original"))
    page.presenter.save()
    recipients = page.view.shown.recipients
    assert recipients is not None

    again = Section()
    registers = AskedOfRepresentatives(desk.clock)
    presenter = HandingPresenter(again, InlineTasks(), acts_on(desk, registers), desk.drafts, raised)
    presenter.offer(recipients)
    assert again.shown.taker is Taker.OTHER
    assert again.shown.receiving is None
    assert presenter.block.form.paper_number == "9-1"
    assert registers.asked  # today's answers, not the ones of before

    presenter.receiving_chosen(Receiving.SIGNED)
    handing = again.shown.answer
    assert handing is not None
    desk.jobs.serve(page.file_id, page.notice, handing.receiving, handing.representative)
    assert desk.drafts.load(draft_key(recipients.application)) is None
