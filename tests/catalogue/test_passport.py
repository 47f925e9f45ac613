"""The passport as the Collegium approved it: counts, numbers and ticks of all 27 sections."""

import pytest

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.passport import Duration

OPTIONS = {
    3: 11,
    4: 6,
    6: 4,
    7: 3,
    8: 5,
    9: 2,
    10: 5,
    11: 6,
    12: 4,
    14: 4,
    16: 4,
    19: 2,
    20: 6,
    22: 4,
    24: 2,
    25: 16,
    26: 4,
}
TEXTS = {1: 1, 2: 1, 5: 2, 21: 1, 27: 1}
NUMBERS = {13: 5, 15: 20, 17: 5, 18: 20}
TICKED = {
    3: ["employment"],
    9: ["incomplete_documents", "no_legal_basis"],
    10: ["citizens", "foreigners_and_stateless"],
    11: ["dost_agency"],
    12: ["day"],
    14: ["minute"],
    16: ["day"],
    19: ["free"],
    24: ["e_sosial", "meis"],
    25: ["mas"],
}


def test_all_27_sections_have_what_the_document_has(catalogue: Catalogue):
    sections = catalogue.passport.sections
    assert [section.number for section in sections] == list(range(1, 28))
    assert {s.number: len(s.options) for s in sections if s.options} == OPTIONS
    assert {s.number: len(s.text) for s in sections if s.text} == TEXTS
    assert {s.number: s.value for s in sections if s.value is not None} == NUMBERS
    assert {s.number: [o.id for o in s.ticked] for s in sections if s.ticked} == TICKED
    assert {s.number for s in sections if s.choose == "one"} == {12, 14, 16, 19, 26}
    assert all(option.by for section in sections for option in section.options)


def test_the_head_has_no_number_and_nobody_fills_it_in(catalogue: Catalogue):
    head = catalogue.passport.head
    assert head.approved_on.isoformat() == "2019-12-16"
    assert "_____ nömrəli" in head.text
    assert head.number_missing == "nömrəsi göstərilməyib"


def test_quoted_text_stays_as_it_stands_slips_included(catalogue: Catalogue):
    assert catalogue.passport.service_name == (
        "Vətəndaşların işaxtaran və işsiz kimi qeydiyyatdan alınması, "
        "qeydiyyatdan müvəqqəti çıxarılması və qeydiyyatın ləğv edilməsi"
    )
    assert catalogue.passport.section(5).text[1].endswith('qeydiyyatdan alınması Qaydası".')
    assert catalogue.passport.section(11).options[5].text == "06 – ƏƏSMN"


def test_the_id_is_explained_pair_by_pair(catalogue: Catalogue):
    passport = catalogue.passport
    assert passport.service_id == "05-04-05-00"
    assert [pair.digits for pair in passport.section(2).pairs] == ["05", "04", "05", "00"]
    assert passport.back_office.code == "05"
    assert passport.section(3).options[3].id == "employment"
    assert [option.code for option in passport.section(11).options] == ["01", "02", "03", "04", "05", "06"]


def test_terms_fee_and_standard(catalogue: Catalogue):
    passport = catalogue.passport
    assert passport.whole_term == Duration(5, "day")
    assert passport.front_office_term == Duration(20, "minute")
    assert passport.back_office_term == Duration(5, "day")
    assert passport.standard_minutes == 20
    assert passport.is_free


def test_seven_steps_under_three_headings_and_step_six_with_five_branches(catalogue: Catalogue):
    steps = catalogue.passport.steps
    assert [step.number for step in steps] == [1, 2, 3, 4, 5, 6, 7]
    assert len({step.under for step in steps}) == 3
    assert [len(step.branches) for step in steps] == [0, 0, 0, 0, 0, 5, 0]


@pytest.mark.parametrize(
    ("section", "option"), [(6, "representative"), (8, "proactive"), (20, "online"), (22, "copy")]
)
def test_an_unknown_tick_restricts_nobody(catalogue: Catalogue, section: int, option: str):
    assert catalogue.passport.section(section).allows(option)


def test_an_unticked_or_unheard_of_option_is_not_allowed(catalogue: Catalogue):
    assert not catalogue.passport.section(19).allows("paid")
    assert not catalogue.passport.section(6).allows("by_post")


def test_the_degree_of_electronisation_is_not_chosen(catalogue: Catalogue):
    assert catalogue.passport.section(26).ticked == ()
    assert catalogue.passport.section(26).unset == "seçilməyib"
