"""The guided tour by itself, as a newcomer starts it: an empty home, no display; judged by others' tools."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.acceptance.commands import Said, dost_desktop, tool

PRACTICE_AGENT = "aysel"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tour") / "demo"


@pytest.fixture(scope="module")
def tour(home: Path) -> Said:
    """The first tour in this folder."""
    return dost_desktop("tour", "--out", str(home))


def person_of(home: Path, case: str) -> dict[str, str]:
    persons = json.loads((home / "practice.json").read_text("utf-8"))["persons"]
    return dict(next(each for each in persons if each["case"] == case))


def words_of(pdf: Path) -> str:
    return re.sub(r"\s+", " ", tool("pdftotext", "-layout", str(pdf), "-"))


def test_the_tour_comes_to_its_end_and_leaves_notice_log_and_pictures(tour: Said, home: Path) -> None:
    assert tour.code == 0, tour.all[-3000:]
    assert (home / "notice.pdf").exists()
    assert "has everything" in (home / "tour.log").read_text("utf-8")
    pictures = sorted(each.name for each in (home / "pictures").iterdir())
    for needed in (
        "sign-in",
        "queue",
        "intake",
        "found-as-employed",
        "refusal",
        "signed",
        "notices",
        "outbox",
    ):
        assert any(needed in name for name in pictures), needed
    assert not any("failed" in name for name in pictures)


def test_the_notice_carries_one_valid_signature_over_the_whole_document(tour: Said, home: Path) -> None:
    assert tour.code == 0
    told = subprocess.run(
        ["pdfsig", "-nocert", str(home / "notice.pdf")], check=False, capture_output=True, text=True
    ).stdout
    assert told.count("Signature #") == 1
    assert told.count("Signature is Valid.") == 1
    assert "ETSI.CAdES.detached" in told
    assert "Total document signed" in told
    assert "SHA-256" in told


def test_the_notice_is_a_clean_file_with_embedded_fonts_only(tour: Said, home: Path) -> None:
    assert tour.code == 0
    tool("qpdf", "--check", str(home / "notice.pdf"))
    rows = tool("pdffonts", str(home / "notice.pdf")).splitlines()[2:]
    assert rows
    assert all(re.search(r"\syes\s+yes\s+yes\s+\d+\s+\d+$", row) for row in rows), rows


def test_the_notice_says_who_why_on_what_fact_and_what_can_be_done_about_it(tour: Said, home: Path) -> None:
    assert tour.code == 0
    person, told = person_of(home, "found 4.1.1"), json.loads((home / "tour.json").read_text("utf-8"))
    agents = json.loads((home / "practice.json").read_text("utf-8"))["agents"]
    agent = next(each for each in agents if each["agent"] == PRACTICE_AGENT)
    words = words_of(home / "notice.pdf")
    for needed in (
        person["name"],
        person["number"],
        told["notice"],
        "4.1.1-ci maddəsi",
        "Sorğunun cavabında Sizin haqqınızda aşağıdakı məlumat vardır",
        "“Xəzər Nümunə” MMC",
        "Yenidən necə müraciət etmək olar",
        "30 (otuz) gün",
        agent["name"],
        "MƏŞQ — hüquqi qüvvəsi yoxdur",
    ):
        assert needed in words, needed


@pytest.mark.long
def test_a_second_tour_in_the_same_folder_continues(tour: Said, home: Path) -> None:
    assert tour.code == 0
    before = json.loads((home / "tour.json").read_text("utf-8"))["notice"]
    again = dost_desktop("tour", "--out", str(home))
    assert again.code == 0, again.all[-3000:]
    after = json.loads((home / "tour.json").read_text("utf-8"))["notice"]
    assert after > before
    assert "waits already, from an earlier tour" in again.out


def test_nothing_at_the_desk_names_a_person_in_clear_but_the_papers(tour: Said, home: Path) -> None:
    assert tour.code == 0
    planted = planted_words(home)
    papers = home / "desk" / "notices"
    searched = [each for each in (home / "desk").rglob("*") if each.is_file() and papers not in each.parents]
    assert {"desk.db", "marks", "keys.json"} <= {each.name for each in searched}
    for file in searched:
        raw = file.read_bytes()
        for words in planted:
            assert words not in raw, (file.name, words.decode("utf-8", "replace"))
    for log in (home / "tour.log", home / "central.log"):
        named = [each for each in planted if each in log.read_bytes() and each not in said_on_purpose(home)]
        assert not named, (log.name, named)


def planted_words(home: Path) -> set[bytes]:
    """Names and numbers of the three persons of the tour, as they would stand in a file, and what a thief looks for."""
    planted = {b"SQLite format", b"CREATE TABLE", b"%PDF"}
    for case in ("found 4.1.1", "not found", "found 4.1.2"):
        person = person_of(home, case)
        for words in (person["name"], person["number"], person["document_number"], person["mrz"]):
            planted |= {words.encode(), words.encode("utf-16-le")}
    return planted


def said_on_purpose(home: Path) -> set[bytes]:
    """The tour's own log says whom it tried: synthetic numbers that the program prints at its start."""
    numbers = {person_of(home, case)["number"] for case in ("found 4.1.1", "not found", "found 4.1.2")}
    numbers |= {person_of(home, "found 4.1.1")["document_number"]}
    return {number.encode() for number in numbers}


def test_the_desk_is_whole_and_its_notices_verify(tour: Said, home: Path) -> None:
    assert tour.code == 0
    agents = json.loads((home / "practice.json").read_text("utf-8"))["agents"]
    password = next(each["password"] for each in agents if each["agent"] == PRACTICE_AGENT)
    desk = ("--home", str(home / "desk"))
    checked = dost_desktop("check", "--agent", PRACTICE_AGENT, *desk, typed=f"{password}\n")
    assert checked.code == 0, checked.all
    assert checked.out.splitlines()[-1] == "hər şey yerindədir"
    verified = dost_desktop("verify", str(home / "notice.pdf"), "--json", *desk)
    assert verified.code == 0, verified.all
    [verdict] = json.loads(verified.out)
    assert verdict["valid"] is True
    assert len(verdict["signatures"]) == 1
