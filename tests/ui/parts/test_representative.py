"""The representative's block on a real desk: what stops, what warns, at which field, and what is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest

from dost_desktop.domain.attestation import Register
from dost_desktop.domain.identity_documents import CardNumber
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.mrz_writing import CardData, write_mrz_td1
from dost_desktop.domain.values import FullName, Pin, Sex
from dost_desktop.domain.vocabulary import Basis, FormShown, RepresentedAct
from dost_desktop.ports import Unanswered, Worker
from tests.domain.builders import a_notary_answer
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import GUNAY, RealDesk
from tests.fakes.representing import KAMRAN, NOBODY, SCOPE, AskedOfRepresentatives, a_speaker, acts_on
from ui.parts.representative.form import NOT_SHOWN, RepresentativeForm, form_from
from ui.parts.representative.judging import About
from ui.parts.representative.presenter import RepresentativePresenter
from ui.parts.representative.shown import RepresentativeShown

T = TypeVar("T")
APPLYING = About(NumberKind.PIN, GUNAY.number, RepresentedAct.APPLY)
RECEIVING = replace(APPLYING, act=RepresentedAct.RECEIVE_ANSWER)
POWER = RepresentativeForm(
    number=KAMRAN.number,
    paper_number="3-0417",
    paper_date="01.10.2026",
    certifier_name="Bakı şəhəri 12 nömrəli notariat kontoru",
    form_shown="copy",
    scope=SCOPE,
    names_service="yes",
)
GUARDIAN = replace(
    POWER, basis="guardian", certifier_name="", scope="", names_service="", issuer="Nəsimi RİH"
)
CURATOR = replace(GUARDIAN, basis="curator")
HEAD = RepresentativeForm(number=KAMRAN.number, basis="head")
ENTITY = About(NumberKind.VOEN, "1700000011", RepresentedAct.APPLY)

CARD = write_mrz_td1(
    CardData(
        CardNumber("AA1234567"),
        Pin(KAMRAN.number),
        date(1988, 5, 2),
        Sex.MALE,
        date(2031, 6, 1),
        FullName("Başqa", "Ad"),
    )
)


class View:
    """Keeps what was shown last."""

    shown: RepresentativeShown

    def __init__(self) -> None:
        self.form, self.caret = RepresentativeForm(), ""

    def show_now(self, shown: RepresentativeShown) -> None:
        self.shown = shown

    def fill(self, form: RepresentativeForm) -> None:
        self.form = form

    def focus(self, name: str) -> None:
        self.caret = name


class Held:
    """Tasks that a test finishes later, in order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        on: Worker = Worker.DATABASE,
    ) -> None:
        self.waiting.append(lambda: done(job()))

    def finish(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


class Block:
    """The block of one page at a real desk."""

    def __init__(self, desk: RealDesk, tasks: Any = None, **law: Any) -> None:
        self.desk, self.view, self.registers = desk, View(), AskedOfRepresentatives(desk.clock)
        self.presenter = RepresentativePresenter(
            self.view, tasks or InlineTasks(), acts_on(desk, self.registers, **law), lambda: None
        )

    def typed(self, form: RepresentativeForm, about: About = APPLYING) -> Block:
        """A form with everything asked that can be asked."""
        self.presenter.begin(about, form)
        return self

    def stops(self) -> dict[str, str]:
        return {name: each.problem for name, each in self.presenter.judged.problems.items()}

    def warns(self) -> dict[str, str]:
        return {name: each.problem for name, each in self.presenter.judged.warnings.items()}


#: What is changed in a paper that holds, which field says what, and whether a refusal can rest on it.
WRONG = [
    (POWER, {"number": "", "name": "Püstəzadə Kamran"}, "number", "representative.identity_missing", True),
    (POWER, {"number": "7XH3Q9"}, "number", "pin.length", False),
    (POWER, {"number": "7XH3O9B"}, "number", "pin.letter_o", False),
    (POWER, {"number": GUNAY.number}, "number", "representative.same_person", False),
    (POWER, {"form_shown": ""}, "form_shown", "document.form_missing", False),
    (POWER, {"form_shown": NOT_SHOWN}, "form_shown", "representative.proof_missing", True),
    (POWER, {"paper_number": " "}, "paper_number", "representative.number_missing", True),
    (POWER, {"paper_date": ""}, "paper_date", "poa.no_date", True),
    (POWER, {"paper_date": "31.02.2026"}, "paper_date", "date.does_not_exist", False),
    (POWER, {"paper_date": "25.11.2026"}, "paper_date", "representative.paper_in_future", True),
    (POWER, {"valid_until": "23.11.2026"}, "valid_until", "poa.expired", True),
    (POWER, {"valid_until": "30.09.2026"}, "valid_until", "date.ends_before_start", True),
    (POWER, {"valid_until": "2027"}, "valid_until", "date.shape", False),
    (POWER, {"certifier_name": ""}, "certifier_name", "poa.certifier_missing", True),
    (POWER, {"scope": ""}, "scope", "poa.scope_missing", True),
    (POWER, {"names_service": ""}, "names_service", "poa.scope_not_judged", False),
    (POWER, {"names_service": "no"}, "judgement", "poa.judgement_missing", False),
    (POWER, {"names_service": "no", "judgement": "olar"}, "judgement", "poa.judgement_missing", False),
    (POWER, {"excludes": ("apply",)}, "excludes", "poa.out_of_scope", True),
    (POWER, {"basis": "head"}, "basis", "representative.basis_not_for_person", False),
    (GUARDIAN, {"form_shown": NOT_SHOWN}, "form_shown", "representative.proof_missing", True),
    (GUARDIAN, {"paper_number": ""}, "paper_number", "representative.number_missing", True),
    (GUARDIAN, {"paper_date": ""}, "paper_date", "guardianship.no_date", True),
    (GUARDIAN, {"valid_until": "23.11.2026"}, "valid_until", "guardianship.expired", True),
    (GUARDIAN, {"issuer": ""}, "issuer", "guardianship.issuer_missing", True),
    (CURATOR, {"issuer": ""}, "issuer", "guardianship.issuer_missing", True),
]


@pytest.mark.parametrize("form", [POWER, GUARDIAN, CURATOR], ids=["power", "guardian", "curator"])
@pytest.mark.parametrize("shown", FormShown)
def test_a_paper_that_holds_is_accepted_in_every_form_on_applying(
    desk: RealDesk, form: RepresentativeForm, shown: FormShown
) -> None:
    block = Block(desk).typed(replace(form, form_shown=shown.value))
    speaker = block.presenter.representative()

    assert (block.stops(), block.warns()) == ({}, {})
    assert speaker is not None
    assert (speaker.name, speaker.form, speaker.basis) == (KAMRAN.full_name, shown, Basis(form.basis))
    assert speaker.attestation is not None
    assert (speaker.check is not None) is (form is POWER)
    assert speaker.valid_until is None  # without a term it holds (D7)


@pytest.mark.parametrize("form", [POWER, GUARDIAN, CURATOR], ids=["power", "guardian", "curator"])
@pytest.mark.parametrize("shown", FormShown)
def test_only_the_document_itself_counts_when_the_answer_is_received(
    desk: RealDesk, form: RepresentativeForm, shown: FormShown
) -> None:
    block = Block(desk).typed(replace(form, form_shown=shown.value), RECEIVING)
    itself = shown in {FormShown.ORIGINAL, FormShown.NOTARISED_COPY}

    assert block.stops() == ({} if itself else {"form_shown": "representative.document_itself"})
    assert (block.presenter.representative() is not None) is itself


@pytest.mark.parametrize(("form", "changes", "field", "problem", "refusable"), WRONG)
def test_every_fault_stands_at_its_field_and_as_a_line(
    desk: RealDesk,
    form: RepresentativeForm,
    changes: dict[str, Any],
    field: str,
    problem: str,
    refusable: bool,
) -> None:
    block = Block(desk).typed(replace(form, **changes))
    judged = block.presenter.judged

    assert block.stops()[field] == problem
    assert block.presenter.representative() is None
    assert block.view.shown.problems[field].problem == problem
    assert any(line.field == field and line.blocks for line in judged.lines)
    if refusable:
        assert judged.recordable


def test_a_strict_office_lets_nobody_judge_a_scope_that_does_not_name_the_service(desk: RealDesk) -> None:
    form = replace(POWER, names_service="no", judgement="Bütün dövlət orqanlarında təmsilçilik yazılıb")

    lenient = Block(desk).typed(form)
    assert lenient.presenter.representative() is not None
    assert lenient.warns() == {"names_service": "poa.service_not_named"}
    strict = Block(desk, poa_must_name_service=True).typed(form)
    assert strict.stops() == {"names_service": "poa.service_not_named"}
    assert not strict.view.shown.judging_allowed


@pytest.mark.parametrize(
    ("notary", "stop", "warning"),
    [
        (None, "", ""),
        ({"found": False, "paper_number": "3-0417"}, "", "poa.not_in_register"),
        (Unanswered.REGISTER, "", "poa.unchecked"),
        (Unanswered.OFFLINE, "", "poa.unchecked"),
        ({"found": "maybe"}, "", "poa.unchecked"),
        (a_notary_answer("3-0417", revoked_on="2026-11-24"), "poa.revoked", ""),
        (a_notary_answer("3-0417", revoked_on="2026-11-25"), "", ""),
        (a_notary_answer("3-0417", for_this_person=False), "poa.other_person", ""),
    ],
)
def test_the_notaries_say_whether_it_still_holds(
    desk: RealDesk, notary: Any, stop: str, warning: str
) -> None:
    block = Block(desk)
    block.registers.notary = notary
    block.typed(POWER)

    assert (block.stops().get("check", ""), block.warns().get("check", "")) == (stop, warning)
    assert (block.presenter.representative() is None) is bool(stop)
    assert block.registers.asked[-1] == (Register.NOTARY, GUNAY.number, "3-0417")


def test_what_the_notaries_and_the_paper_say_differently_is_shown(desk: RealDesk) -> None:
    block = Block(desk)
    block.registers.notary = a_notary_answer(
        "3-0417", paper_date="2026-10-02", valid_until="2027-10-01", representative_number="6AA1111"
    )
    block.typed(POWER)

    assert block.view.shown.differs == ("paper_date", "valid_until", "number")


def test_another_paper_number_is_another_question(desk: RealDesk) -> None:
    block = Block(desk).typed(POWER)
    block.presenter.typed(replace(POWER, paper_number="3-0418"))
    assert block.view.shown.check is None
    assert block.warns() == {"check": "poa.unchecked"}

    block.presenter.asked()
    assert block.registers.asked[-1] == (Register.NOTARY, GUNAY.number, "3-0418")
    assert block.warns() == {}


def test_without_the_applicants_number_the_notaries_are_not_asked(desk: RealDesk) -> None:
    block = Block(desk).typed(POWER, replace(APPLYING, number=""))
    assert block.view.shown.check_off == "applicant"
    assert [register for register, *_ in block.registers.asked] == [Register.PERSON]

    block.presenter.is_about(APPLYING)
    assert block.view.shown.check is not None


@pytest.mark.parametrize(
    "person", [Unanswered.REGISTER, Unanswered.OFFLINE, NOBODY, {"found": True, "surname": 7}]
)
def test_where_meis_cannot_say_who_it_is_the_card_counts(desk: RealDesk, person: Any) -> None:
    block = Block(desk)
    block.registers.person = person
    block.typed(POWER)
    assert block.stops() == {
        "name": "representative.name_missing",
        "identity_number": "document.number_empty",
    }

    card = {
        "name": "Püstəzadə Kamran Elxan oğlu",
        "identity_kind": "identity_card_new",
        "identity_number": "aa 1234567",
        "identity_until": "01.06.2031",
    }
    block.presenter.typed(replace(POWER, **card))
    speaker = block.presenter.representative()
    assert speaker is not None
    assert speaker.identity_paper is not None
    assert (speaker.name, speaker.identity_paper.number) == (card["name"], "AA1234567")
    block.presenter.typed(replace(POWER, **{**card, "identity_until": "01.06.2026"}))
    assert block.stops() == {"identity_until": "document.expired"}
    block.presenter.typed(replace(POWER, **{**card, "name": "Kamran 2"}))
    assert block.stops()["name"] == "name.shape"


def test_a_head_speaks_for_an_entity_without_a_paper(desk: RealDesk) -> None:
    block = Block(desk).typed(HEAD, ENTITY)
    speaker = block.presenter.representative()

    assert speaker is not None
    assert (speaker.basis, speaker.paper_number, speaker.form) == (Basis.HEAD, "", None)
    assert block.view.shown.bases == (Basis.HEAD, Basis.POWER_OF_ATTORNEY)


def test_one_person_for_unusually_many_applicants_is_a_warning(desk: RealDesk) -> None:
    for number in range(6):
        person = replace(GUNAY, number=f"5TK8R{number}A")
        desk.opens(person, representative=a_speaker(paper_number=f"3-{number}"))
    block = Block(desk).typed(POWER)

    assert block.warns() == {"number": "representative.many"}
    assert block.presenter.judged.warnings["number"].facts == {"n": 6, "days": 30}
    assert block.presenter.representative() is not None


def test_the_card_of_the_representative_fills_numbers_and_no_name(desk: RealDesk) -> None:
    block = Block(desk)
    block.presenter.begin(APPLYING)
    block.presenter.card(CARD)

    assert (block.view.form.number, block.view.form.name) == (KAMRAN.number, "")
    assert block.view.form.identity_number == "AA1234567"
    assert block.view.shown.lookup is not None
    block.presenter.card("I<AZE" + "0" * 20)
    assert block.view.shown.note is not None
    assert block.view.form.number == KAMRAN.number


def test_a_draft_keeps_everything_and_asks_again(desk: RealDesk) -> None:
    form = replace(POWER, excludes=("withdraw",), judgement="Səbəb")
    assert form_from(form.content()) == form
    assert RepresentativeForm().is_blank()
    assert not form.is_blank()

    block = Block(desk).typed(form_from(form.content()))
    assert block.presenter.form == form
    assert {register for register, *_ in block.registers.asked} == {Register.PERSON, Register.NOTARY}


def test_a_known_representative_shows_the_document_again_and_is_checked_today(desk: RealDesk) -> None:
    block = Block(desk)
    block.presenter.begin_again(RECEIVING, a_speaker(check=None, form=FormShown.ORIGINAL))
    assert block.view.shown.folded
    assert block.stops() == {"form_shown": "representative.form_missing"}
    assert block.view.shown.problems == {}

    block.presenter.typed(replace(block.presenter.form, form_shown="original"))
    speaker = block.presenter.representative()
    assert speaker is not None
    assert speaker.attestation is not None
    assert speaker.check is not None
    assert speaker.check.at == desk.clock.now()
    block.presenter.jump("paper_date")
    assert not block.view.shown.folded


def test_late_answers_about_another_number_or_paper_are_not_taken(desk: RealDesk) -> None:
    held = Held()
    block = Block(desk, held)
    block.presenter.begin(APPLYING, POWER)
    assert block.presenter.is_busy
    block.presenter.typed(replace(POWER, number="6TK8R2M", paper_number="4-1"))
    held.finish()

    assert (block.view.shown.lookup, block.view.shown.check) == (None, None)
    block.presenter.asked()
    block.presenter.stop_asking()
    block.presenter.stop_checking()
    held.finish()
    assert block.view.shown.papers_open
    assert block.view.shown.unchecked is Unanswered.REGISTER
    assert not block.presenter.is_busy


def test_an_answer_of_yesterday_is_no_evidence_at_the_hand_over(desk: RealDesk) -> None:
    block = Block(desk).typed(POWER)
    desk.clock.moment += timedelta(hours=25)
    assert block.warns() == {"check": "poa.check_old"}
