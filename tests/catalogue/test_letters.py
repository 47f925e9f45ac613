"""Every ground can be worded, whole or half, and a notice that lacks anything is never issued."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.catalogue.letters import (
    ElementsMissing,
    compose_refusal,
    missing_elements,
    notice_elements,
    prefilled_reasoning,
)
from dost_desktop.catalogue.refusal_facts import CentreDetails, Lookup, RefusalFacts
from dost_desktop.domain.evidence import Paper
from dost_desktop.domain.letter import BlockKind, Letter, Part
from dost_desktop.domain.vocabulary import ApplicationKind, FormOfApplication, FormShown, Status
from tests.catalogue.refusals import CENTRE, LOOKUP, SPOKEN_FOR, a_refusal

CATALOGUE = load_catalogue()
GROUNDS = list(CATALOGUE.grounds)
EMPLOYED = [ground for ground in GROUNDS if ground.startswith("employed.")]
BODY = [Part.APPLICATION, Part.FACTS, Part.LEGAL_BASIS, Part.DECISION, Part.APPLY_AGAIN, Part.APPEAL]


def whole_text(letter: Letter) -> str:
    body = [f"{block.label}: {block.text}" if block.label else block.text for block in letter.blocks]
    head = [letter.title, *letter.letterhead, *(f"{label}: {value}" for label, value in letter.addressee)]
    return "\n".join([*head, *body, letter.signature_note])


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ground_is_worded_whole_with_its_thirteen_parts_in_order(ground):
    letter = compose_refusal(a_refusal(CATALOGUE, ground), CATALOGUE, issuing=True)

    text = whole_text(letter)
    assert not set("{}⟨⟩[]") & set(text)
    assert "__" not in text
    assert ".." not in text
    parts = [block.part for block in letter.blocks]
    assert list(dict.fromkeys(parts)) == BODY
    assert parts == sorted(parts, key=list(Part).index)
    for value in (letter.number, letter.date, letter.title, letter.signer_name, letter.verify_code):
        assert value
    assert len(letter.letterhead) == 4
    assert letter.addressee[0] == ("Kimə", "Çinarlı Günay Rəşad qızı")
    assert [block.kind for block in letter.blocks if block.editable] == [BlockKind.PARAGRAPH]
    assert "30 (otuz) gün" in text
    assert len(letter.receipt_lines) == 4


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_preview_of_nothing_shows_blanks_and_never_fails(ground):
    letter = compose_refusal(RefusalFacts(ground=ground), CATALOGUE)

    assert letter.number == "______"
    assert "______" in whole_text(letter)


@pytest.mark.parametrize(
    ("article", "wording"),
    [
        ("4.1.1-ci", "əmək müqaviləsi ilə işləyən şəxs məşğul şəxs sayılır"),
        ("4.1.2-ci", "mülki hüquqi müqavilə üzrə işləyən şəxs"),
        ("4.1.3-cü", "sahibkar və ailə kəndli təsərrüfatının üzvü"),
        ("4.1.3-cü", "torpaq payının mülkiyyətçisi məşğul şəxs sayılır"),
        ("4.1.4-cü", "haqqı ödənilən vəzifəyə seçilən"),
        ("4.1.5-ci", "Silahlı Qüvvələrdə xidmət edən şəxs"),
        ("4.1.6-cı", "əyani təhsil alan və haqqı ödənilən fəaliyyət"),
        ("4.1.7-ci", "əcnəbi və vətəndaşlığı olmayan şəxs"),
        ("4.1.8-ci", "xarici ölkədə qanuni əsasla"),
    ],
)
def test_every_sub_article_is_cited_with_its_own_ending(article, wording):
    texts = [whole_text(compose_refusal(a_refusal(CATALOGUE, ground), CATALOGUE)) for ground in EMPLOYED]

    assert any(f"Qanununun {article} maddəsi" in text and wording in text for text in texts)


def test_the_assembled_letter_reads_as_the_approved_example():
    facts = a_refusal(
        CATALOGUE,
        "employed.4_1_1",
        facts={
            "employer_name": "“Nümunə” MMC",
            "employer_voen": "1234567891",
            "position": "satıcı",
            "contract_from": date(2026, 9, 1),
        },
        statement="",
    )

    text = whole_text(compose_refusal(facts, CATALOGUE, issuing=True))

    for line in (
        "Şəxsin işsiz kimi qeydiyyata alınmasından imtina edilməsi barədə",
        "Hörmətli Çinarlı Günay Rəşad qızı,",
        "M-B02-2026-004812 nömrəli müraciətiniz 24.11.2026 tarixində, saat 13:58 qeydə alınmışdır",
        "(müraciətin forması: şəxsən). Müraciətdə xahiş edilir: işsiz kimi qeydiyyata alınmağınız.",
        "24.11.2026 tarixində, saat 14:07, Məşğul şəxslərin reyestri üzrə sorğu aparılmışdır (sorğu № 4711).",
        "İşəgötürən: “Nümunə” MMC",
        "VÖEN: 1234567891",
        "Vəzifə (peşə): satıcı",
        "Əmək müqaviləsinin qüvvəyə mindiyi tarix: 01.09.2026",
        "Müqaviləyə xitam verilməsi barədə məlumat: yoxdur",
        "qərar: işsiz kimi qeydiyyata alınmağınızdan imtina edilir.",
        "İşaxtaran kimi qeydiyyatınız qüvvədə qalır",
        "onu reyestrə təqdim etmiş quruma (işəgötürən) düzəliş üçün müraciət edə bilərsiniz",
        "Müraciəti DOST mərkəzinə şəxsiyyəti təsdiq edən sənədlə gəlməklə",
        "Xidmət ödənişsizdir.",
        "a) inzibati şikayət: yuxarı inzibati orqan. Müddət “İnzibati icraat haqqında”",
        "b) məhkəmə: xidmət yeri üzrə inzibati məhkəmə. Müddət: bu cavabın Sizə təqdim edildiyi gündən 30",
        "Gücləndirilmiş elektron imza ilə imzalanmışdır: 24.11.2026, saat 14:09. Sertifikat № 0A1B",
    ):
        assert line in text
    assert "Sizin izahınız" not in text


MANDATORY = {
    "number": "",
    "notice_date": None,
    "full_name": "",
    "application_no": "",
    "applied_at": None,
    "form": None,
    "kind": None,
    "ground": "",
    "reasoning": "",
    "signer_name": "",
    "verify_url": "",
    "verify_code": "",
    "signed_at": None,
    "certificate_no": "",
    "centre": CentreDetails(),
    "lookup": None,
}


@pytest.mark.parametrize("field", MANDATORY)
def test_each_mandatory_element_left_out_is_reported_and_stops_issuing(field):
    facts = replace(a_refusal(CATALOGUE, "employed.4_1_1"), **{field: MANDATORY[field]})

    missing = missing_elements(facts, CATALOGUE, issuing=True)

    assert missing
    assert not missing_elements(a_refusal(CATALOGUE, "employed.4_1_1"), CATALOGUE, issuing=True)
    with pytest.raises(ElementsMissing) as stopped:
        compose_refusal(facts, CATALOGUE, issuing=True)
    assert stopped.value.code == "notice.elements_missing"
    assert stopped.value.missing == missing


@pytest.mark.parametrize(
    ("ground", "fact_id"),
    [(ground.id, fact) for ground in CATALOGUE.grounds.values() for fact in ground.facts],
)
def test_each_fact_of_each_ground_left_out_is_reported_at_its_field(ground, fact_id):
    whole = a_refusal(CATALOGUE, ground)
    facts = {name: value for name, value in whole.facts.items() if name != fact_id}

    missing = missing_elements(replace(whole, facts=facts), CATALOGUE)

    assert [(gap.element, gap.label_key, gap.field) for gap in missing] == [
        ("facts", f"fact.{fact_id}", f"facts.{fact_id}")
    ]


def test_what_the_program_gives_in_the_commit_is_not_asked_of_the_agent():
    prepared = replace(
        a_refusal(CATALOGUE, "employed.4_1_1"),
        number="05-04-05-00/B02/2026/______",
        verify_code="",
        signed_at=None,
    )

    assert missing_elements(prepared, CATALOGUE) == ()
    not_ready = {each.element.id for each in notice_elements(prepared, CATALOGUE) if not each.ready}
    assert not_ready == {"number", "check_code", "signature"}


def test_a_contract_that_has_ended_is_no_ground_any_more():
    whole = a_refusal(CATALOGUE, "employed.4_1_1")
    ended = replace(whole, facts={**whole.facts, "contract_ended_on": "2026-10-31"})

    assert [gap.value for gap in missing_elements(ended, CATALOGUE)] == ["contract_ended_on"]


def test_a_dated_power_of_attorney_is_not_void():
    dated = a_refusal(CATALOGUE, "poa.void", representative=SPOKEN_FOR)

    assert [gap.value for gap in missing_elements(dated, CATALOGUE)] == ["representation_date"]


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.UNKNOWN])
@pytest.mark.parametrize("kind", list(ApplicationKind))
def test_every_kind_and_status_has_its_whole_phrases(kind, status):
    letter = compose_refusal(
        a_refusal(CATALOGUE, "documents.incomplete", kind=kind, status=status), CATALOGUE, issuing=True
    )

    stays = "İşaxtaran kimi qeydiyyatınız qüvvədə qalır" in whole_text(letter)
    assert stays == (kind is ApplicationKind.UNEMPLOYED and status is Status.JOBSEEKER)


def test_removal_of_a_person_whose_status_is_unknown_cannot_be_worded():
    facts = a_refusal(CATALOGUE, "documents.incomplete", kind=ApplicationKind.REMOVAL, status=Status.UNKNOWN)

    assert {gap.element for gap in missing_elements(facts, CATALOGUE)} == {"decision"}


def test_a_ground_of_another_kind_of_application_is_not_ready():
    facts = a_refusal(CATALOGUE, "employed.4_1_1", kind=ApplicationKind.JOBSEEKER)

    assert [gap.element for gap in missing_elements(facts, CATALOGUE)] == ["ground"]


def test_the_law_of_the_day_of_the_application_holds_for_its_answer():
    """An article repealed between the application and its answer still answers it, and no later one (D5)."""
    facts = a_refusal(CATALOGUE, "employed.4_1_1", notice_date=date(2026, 11, 26))
    ground = CATALOGUE.grounds["employed.4_1_1"].model_copy(update={"in_force_until": date(2026, 11, 25)})
    law = replace(CATALOGUE, grounds={**CATALOGUE.grounds, ground.id: ground})
    later = replace(facts, applied_at=facts.applied_at + timedelta(days=2))

    assert missing_elements(facts, law) == ()
    assert [gap.element for gap in missing_elements(later, law)] == ["ground"]


def test_a_representative_not_admitted_leaves_the_persons_right():
    letter = compose_refusal(a_refusal(CATALOGUE, "poa.expired"), CATALOGUE, issuing=True)

    assert letter.title == "Müraciətin nümayəndə vasitəsilə qəbul edilməsindən imtina barədə"
    assert "müraciətin bu nümayəndə vasitəsilə qəbul edilməsindən imtina edilir" in whole_text(letter)
    assert dict(letter.addressee)["Nümayəndə"] == (
        "Nümunəli Elçin Rauf oğlu (etibarnamə, № 2026-77, tarix: 06.05.2026)"
    )


def test_an_owner_of_land_is_always_told_what_remains_open():
    facts = a_refusal(CATALOGUE, "employed.4_1_3.land_share", status=Status.NOT_REGISTERED)

    letter = compose_refusal(facts, CATALOGUE, issuing=True)

    bullets = [block.text for block in letter.blocks if block.kind is BlockKind.BULLET]
    assert len(bullets) == 3
    assert "bu gün rəsmiləşdirilə bilər" in bullets[0]
    assert "Digər məşğulluq barədə məlumat: yoxdur" in whole_text(letter)


def test_the_owners_term_and_court_replace_the_defaults():
    centre = replace(
        CENTRE, court_name="Bakı İnzibati Məhkəməsi", appeal_address="Bakı, Nümunə 1", complaint_days=30
    )

    text = whole_text(compose_refusal(a_refusal(CATALOGUE, "employed.4_1_5", centre=centre), CATALOGUE))

    assert "yuxarı inzibati orqan, ünvan: Bakı, Nümunə 1. Müddət: bu cavabın Sizə təqdim edildiyi" in text
    assert "gündən 30 gün. Əsas: “İnzibati icraat haqqında”" in text
    assert "b) məhkəmə: Bakı İnzibati Məhkəməsi." in text


def test_papers_stand_in_for_a_silent_register_but_never_for_the_employment_check():
    silent = replace(LOOKUP, no="")
    shown = (Paper("identity_card_new", "AA1234567", FormShown.ORIGINAL),)

    employed = a_refusal(CATALOGUE, "employed.4_1_1", lookup=silent, documents_shown=shown)
    spoken_for = a_refusal(CATALOGUE, "poa.expired", lookup=silent, documents_shown=shown)

    assert [gap.value for gap in missing_elements(employed, CATALOGUE)] == ["lookup_no"]
    assert "sənədlər əsas götürülmüşdür: şəxsiyyət vəsiqəsi, № AA1234567, əsli." in whole_text(
        compose_refusal(spoken_for, CATALOGUE, issuing=True)
    )


def test_signed_by_hand_needs_no_certificate():
    facts = a_refusal(CATALOGUE, "employed.4_1_1", by_hand=True, signed_at=None, certificate_no="")

    letter = compose_refusal(facts, CATALOGUE, issuing=True)

    assert letter.by_hand
    assert letter.signature_note == ""


def test_without_a_pin_the_document_is_named_and_without_both_nothing_is_issued():
    by_document = a_refusal(CATALOGUE, "employed.4_1_1", pin="")
    nobody = replace(by_document, document_no="")

    letter = compose_refusal(by_document, CATALOGUE, issuing=True)
    assert ("Şəxsiyyəti təsdiq edən sənəd", "şəxsiyyət vəsiqəsi, № AA1234567") in letter.addressee
    assert [gap.element for gap in missing_elements(nobody, CATALOGUE)] == ["addressee"]


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_prefilled_reasoning_speaks_to_the_person_and_is_long_enough(ground):
    facts = a_refusal(CATALOGUE, ground)

    reasoning = prefilled_reasoning(ground, facts, CATALOGUE)

    assert 1 <= reasoning.count(".") <= 3
    assert len(reasoning) <= 600
    assert "4.1" not in reasoning
    assert not missing_elements(replace(facts, reasoning=reasoning), CATALOGUE)


def test_no_ground_no_reasoning():
    assert prefilled_reasoning("", RefusalFacts(), CATALOGUE) == ""


@settings(max_examples=150, deadline=None)
@given(
    ground=st.sampled_from([*GROUNDS, ""]),
    name=st.text(max_size=20),
    reasoning=st.text(max_size=60),
    fact=st.text(max_size=20),
    form=st.sampled_from([*FormOfApplication, None]),
    lookup=st.sampled_from([None, Lookup(), LOOKUP]),
)
def test_whatever_is_typed_the_preview_stands(ground, name, reasoning, fact, form, lookup):
    wanted = CATALOGUE.grounds[ground].facts if ground else ()
    facts = RefusalFacts(
        ground=ground,
        full_name=name,
        reasoning=reasoning,
        facts=dict.fromkeys(wanted, fact),
        form=form,
        lookup=lookup,
    )

    letter = compose_refusal(facts, CATALOGUE)

    assert list(dict.fromkeys(block.part for block in letter.blocks)) == BODY
    assert missing_elements(facts, CATALOGUE)


def test_a_refusal_shows_no_personal_data_in_its_repr():
    text = repr(a_refusal(CATALOGUE, "poa.expired"))

    for personal in ("Çinarlı", "5TK8R2M", "AA1234567", "Nümunəli", "Söyüdlü", "Uydurulmuş"):
        assert personal not in text
