"""The catalogue as the domain sees it: grounds with their days, kinds of documents, the calendar, one hash."""

import re
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

import resources
from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from dost_desktop.domain.identity_documents import PATTERNS
from dost_desktop.domain.mrz_layouts import MrzLayout
from dost_desktop.domain.vocabulary import ApplicationKind, PassportGround, Status
from dost_desktop.domain.working_days import DECIDED_YEARS

TODAY = date(2026, 11, 24)
GROUNDS = [
    *(f"employed.4_1_{n}" for n in (1, 2)),
    *(f"employed.4_1_3.{variant}" for variant in ("entrepreneur", "farm_member", "land_share")),
    *(f"employed.4_1_{n}" for n in range(4, 9)),
    "age.under_15",
    "study.full_time",
    "pension.old_age",
    "referral.left_early",
    "decline.unjustified",
    "documents.incomplete",
    "no_legal_basis",
    *(f"poa.{n}" for n in ("void", "expired", "revoked", "out_of_scope", "of_guardian_missing")),
    "permit.expired",
    "permit.kind_not_accepted",
    "applicant.not_a_person",
]


def test_the_grounds_of_the_letters_are_all_there(catalogue: Catalogue):
    assert list(catalogue.grounds) == GROUNDS
    assert list(catalogue.texts.grounds) == GROUNDS


def test_only_the_employment_check_rests_on_the_register(catalogue: Catalogue):
    law = catalogue.law_in_force(TODAY)
    assert {rule.id for rule in law.grounds.values() if rule.needs_register} == {
        ground for ground in GROUNDS if ground.startswith("employed.")
    }
    assert law.grounds["employed.4_1_3.land_share"].article == "4.1.3"
    assert law.grounds["documents.incomplete"].passport_ground is PassportGround.INCOMPLETE_DOCUMENTS
    assert law.grounds["age.under_15"].kinds == {ApplicationKind.JOBSEEKER, ApplicationKind.UNEMPLOYED}
    assert law.version == catalogue.law_hash


def test_what_no_register_gives_is_typed_and_its_source_is_said(catalogue: Catalogue):
    typed = {ground.id: ground for ground in catalogue.grounds.values() if ground.typed}
    assert list(typed) == ["study.full_time", "pension.old_age", "referral.left_early"]
    for ground in typed.values():
        assert not ground.register_id
        assert "{lookup" not in "".join(line.text for line in catalogue.texts.grounds[ground.id].lines)


def test_a_ground_to_come_is_not_in_the_law_and_not_offered(catalogue: Catalogue):
    assert "age.under_15" not in catalogue.law_in_force(date(2019, 7, 24)).grounds
    assert "age.under_15" in catalogue.law_in_force(date(2019, 7, 25)).grounds
    assert catalogue.grounds_for(ApplicationKind.RESUMPTION, date(2019, 7, 25)) == ()
    assert "employed.4_1_1" in {g.id for g in catalogue.grounds_for(ApplicationKind.UNEMPLOYED, TODAY)}


@pytest.mark.parametrize(
    ("ending", "statuses", "months", "bar"),
    [
        ("removal.service", {"jobseeker", "unemployed"}, None, None),
        ("removal.court", {"jobseeker", "unemployed"}, None, None),
        ("removal.offers_jobseeker", {"jobseeker"}, 12, None),
        ("removal.declined_unemployed", {"unemployed"}, 12, None),
        ("removal.programme", {"unemployed"}, None, None),
        ("removal.programme_report", {"unemployed"}, None, None),
        ("removal.own_request", {"jobseeker", "unemployed"}, None, None),
        ("cancel.employed", {"unemployed"}, None, None),
        ("cancel.pension", {"unemployed"}, None, None),
        ("cancel.death", {"unemployed"}, None, None),
        ("cancel.false_data", {"unemployed"}, None, 1),
        ("cancel.own_request", {"jobseeker", "unemployed", "temporarily_removed"}, None, None),
        ("cancel.study", {"unemployed"}, None, None),
    ],
)
def test_removal_and_cancellation_with_their_terms(catalogue: Catalogue, ending, statuses, months, bar):
    rule = catalogue.law_in_force(TODAY).endings[ending]
    assert {status.value for status in rule.statuses} == statuses
    assert (rule.months, rule.bar_months) == (months, bar)
    target = Status.TEMPORARILY_REMOVED if ending.startswith("removal") else Status.CANCELLED
    assert rule.target is target


def test_what_the_owner_has_not_confirmed_is_one_list(catalogue: Catalogue):
    assert len(catalogue.unconfirmed()) == len(catalogue.grounds) + len(catalogue.endings)


def test_document_kinds_are_written_as_the_domain_reads_them(catalogue: Catalogue):
    for kind, pattern in PATTERNS.items():
        entry = catalogue.documents[kind.value]
        assert (entry.shape, entry.example) == (pattern.shape, pattern.example)
        assert MrzLayout(entry.mrz)
    rules = catalogue.law_in_force(TODAY).documents
    assert {rule.id for rule in rules.values() if rule.accepted} == {
        *(kind.value for kind in PATTERNS),
        "power_of_attorney",
        "guardianship_proof",
    }


def test_the_calendar_says_what_the_cabinet_decided(catalogue: Catalogue):
    assert catalogue.calendar.decisions == DECIDED_YEARS
    assert catalogue.calendar.add(date(2026, 3, 2), 5) == date(2026, 3, 10)


def test_the_hash_is_of_the_content_and_not_of_its_line_ends(tmp_path: Path, catalogue: Catalogue):
    shipped = Path(resources.__file__).parent
    copytree(shipped / "catalogue", tmp_path / "catalogue")
    copytree(shipped / "letters", tmp_path / "letters")
    office = tmp_path / "catalogue" / "office.toml"
    text = office.read_text("utf-8")

    office.write_bytes(text.replace("\n", "\r\n").encode())
    assert load_catalogue(tmp_path).law_hash == catalogue.law_hash

    office.write_text(text.replace("employer_days = 5", "employer_days = 6"), "utf-8")
    changed = load_catalogue(tmp_path)
    assert changed.law_hash != catalogue.law_hash
    assert changed.law_in_force(TODAY).employer_days == 6
    assert re.fullmatch("[0-9a-f]{64}", changed.law_hash)
