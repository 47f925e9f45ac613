"""A broken catalogue never starts: the file, the line and the reason are said."""

from pathlib import Path
from shutil import copytree

import pytest

import resources
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.catalogue.files import CatalogueBroken

SHIPPED = Path(resources.__file__).parent
PASSPORT = "catalogue/passport-05-04-05-00.toml"
GROUNDS = "catalogue/grounds.toml"
EMPLOYED = "letters/employed.toml"
OTHER = "letters/other.toml"

# file, what is written, what stands there instead, part of the reason
MUTATIONS = [
    (PASSPORT, 'title = "DOST xidmət pasportu"', 'title = "DOST', "not TOML"),
    (PASSPORT, "approved_on = 2019-12-16", 'approved_on = "sixteenth"', "valid date"),
    (PASSPORT, 'number_missing = "nömrəsi göstərilməyib"', 'number = "18"', "number"),
    (PASSPORT, 'text = ["05-04-05-00"]', 'text = ["5-4-5-0"]', "written 11-22-33-44"),
    (PASSPORT, 'text = ["05-04-05-00"]', 'text = ["05-04-06-00"]', "the ID has"),
    (PASSPORT, '{ digits = "00",', '{ digits = "0",', "digits"),
    (PASSPORT, '{ id = "dsmf", code = "01",', '{ id = "dsmf", code = "02",', "stands twice"),
    (
        PASSPORT,
        '{ id = "dtserx", code = "04", text = "04 - DTSERX", ticked = "no"',
        '{ id = "dtserx", code = "04", text = "04 - DTSERX", ticked = "maybe"',
        "ticked",
    ),
    (
        PASSPORT,
        '{ id = "paid", text = "Ödənişli", ticked = "no"',
        '{ id = "paid", text = "Ödənişli", ticked = "yes"',
        "only one option",
    ),
    (
        PASSPORT,
        '{ id = "hour", text = "saat", ticked = "no"',
        '{ id = "hour", text = "saat", ticked = "yes"',
        "only one option",
    ),
    (
        PASSPORT,
        '{ id = "day", text = "gün", ticked = "yes"',
        '{ id = "day", text = "gün", ticked = "no"',
        "exactly one unit",
    ),
    (PASSPORT, "value = 5", 'value = "5 days"', "value"),
    (PASSPORT, "value = 20", "value = 0", "number above 0"),
    (PASSPORT, "number = 9\n", "number = 90\n", "section 9 is expected here"),
    (PASSPORT, '{ id = "found_refuse"', '# { id = "found_refuse"', "5 branches"),
    (GROUNDS, 'passport_ground = "no_legal_basis"', 'passport_ground = "no_reason"', "passport_ground"),
    (GROUNDS, 'kinds = ["unemployed_registration"]', 'kinds = ["unemployed"]', "kinds"),
    (GROUNDS, 'article = "4.1.1"', 'article = "4.1.1-ci"', "article"),
    (GROUNDS, "in_force_from = 2018-06-29", "in_force_from = 29.06.2018", "not TOML"),
    (GROUNDS, 'facts = ["told_by", "fact_time", "old_age', 'facts = ["told_by", "old_age', "source and time"),
    (GROUNDS, 'mark = "NEWS"', 'mark = "HEARD"', "mark"),
    (GROUNDS, "confirmed = false", 'confirmed = "perhaps"', "confirmed"),
    (GROUNDS, 'register = "mas_employed_persons"', 'register = "mas_everybody"', "no such register"),
    (GROUNDS, 'optional = ["contract_notice_no"]', 'optional = ["shoe_size"]', "no such fact: shoe_size"),
    (GROUNDS, 'id = "employed.4_1_2"', 'id = "employed.4_1_1"', "stands twice"),
    (GROUNDS, 'id = "employed.4_1_8"', 'id = "employed.4_1_9"', "no such ground: employed.4_1_8"),
    (GROUNDS, 'absent = ["contract_ended_on"]', "absent = [", "not TOML"),
    (EMPLOYED, "{employer_name}", "{employer_name}-in cavabı", "followed by a letter"),
    (EMPLOYED, "{position}", "{shoe_size}", "unknown value: shoe_size"),
    (EMPLOYED, "⟨post_act⟩", "⟨post_deed⟩", "unknown choice"),
    (EMPLOYED, "fact land_share", "fact land_shares", "unknown condition"),
    (EMPLOYED, ', when = "fact contract_notice_no"', "", "without its condition"),
    (EMPLOYED, '{ use = "employed.legal" }', '{ use = "employed.illegal" }', "no such shared lines"),
    (OTHER, 'rows = "missing_documents"', 'rows = "lost_documents"', "no such rows"),
    (OTHER, "{norm_free_text}", "{norm_free_text}-dən", "followed by a letter"),
    ("letters/frame.toml", "Hörmətli {full_name},", "Hörmətli {full_name}xanım,", "followed by a letter"),
    ("letters/frame.toml", 'when = "statement given"', 'when = "statement gives"', "unknown condition"),
    ("letters/frame.toml", 'part = "decision"', 'part = "application"', "order of the paper"),
    ("catalogue/document_kinds.toml", 'example = "AA1234567"', 'example = "1234567"', "not of the shape"),
    ("catalogue/document_kinds.toml", "accepted = false", "accepted = true", "switched off"),
    ("catalogue/removal_grounds.toml", "months = 12\n", "months = 0\n", "months"),
    (
        "catalogue/removal_grounds.toml",
        'target = "cancelled"',
        'target = "temporarily_removed"',
        "do not agree",
    ),
    ("catalogue/calendar.toml", "qurban = [2026-05-27, 2026-05-28]", "qurban = [2027-05-27]", "outside 2026"),
    ("catalogue/elements.toml", 'id = "facts"', 'id = "fakts"', "“facts” is missing"),
    ("catalogue/elements.toml", 'id = "signer"', 'id = "appeal"', "stands twice"),
    (
        "catalogue/office.toml",
        "answer_max_age_hours = 24",
        "answer_max_age_hours = 0",
        "answer_max_age_hours",
    ),
    (
        "catalogue/office.toml",
        'court_name = "xidmət yeri üzrə inzibati məhkəmə"',
        'court_name = ""',
        "court_name",
    ),
]

# where the line to name is not the changed one: what it disagrees with, its list, or where reading had to stop
LINES_OFF = {
    'id = "fakts"': -48,
    'text = ["05-04-06-00"]': 2,
    '{ id = "dsmf", code = "02",': 1,
    '{ id = "paid", text = "Ödənişli", ticked = "yes"': 1,
    '{ id = "day", text = "gün", ticked = "no"': -2,
    '# { id = "found_refuse"': -2,
    "absent = [": 2,
    'facts = ["told_by", "old_age': -11,
}


@pytest.mark.parametrize(("file", "before", "after", "reason"), MUTATIONS)
def test_a_broken_line_is_named(tmp_path: Path, file: str, before: str, after: str, reason: str):
    copytree(SHIPPED / "catalogue", tmp_path / "catalogue")
    copytree(SHIPPED / "letters", tmp_path / "letters")
    path = tmp_path / file
    text = path.read_text("utf-8")
    position = text.index(before)
    path.write_text(text[:position] + after + text[position + len(before) :], "utf-8")

    with pytest.raises(CatalogueBroken) as broken:
        load_catalogue(tmp_path)

    said = broken.value.facts
    assert broken.value.code == "catalogue.broken"
    assert reason in str(said["reason"])
    if said["file"] == path.name:
        assert said["line"] == text[:position].count("\n") + 1 + LINES_OFF.get(after, 0)
    assert str(broken.value).startswith(f"{said['file']}:{said['line']}: ")


def test_a_missing_file_is_named(tmp_path: Path):
    copytree(SHIPPED / "catalogue", tmp_path / "catalogue")

    with pytest.raises(CatalogueBroken) as broken:
        load_catalogue(tmp_path)

    assert broken.value.facts["file"] == "frame.toml"


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path):
    copytree(SHIPPED / "catalogue", tmp_path / "catalogue")
    copytree(SHIPPED / "letters", tmp_path / "letters")
    (tmp_path / "catalogue" / "grounds.toml").write_bytes("ə".encode("utf-16"))

    with pytest.raises(CatalogueBroken, match=r"grounds\.toml:1: the file is not UTF-8"):
        load_catalogue(tmp_path)
