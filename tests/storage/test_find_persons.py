"""Finding a person as agents type: without Azerbaijani keys, half a name, one wrong letter, any number on paper."""

from __future__ import annotations

import pytest

from dost_desktop.storage.database import Database
from tests.storage.desk import Signer, identified, opened, person

PEOPLE = (
    ("5ZJ1K2M", "Əliyev", "İlqar", "Çingiz oğlu"),
    ("6ABCD3F", "Əliyeva", "Şəbnəm", "Ümid qızı"),
    ("ALIYEVX", "Məmmədov", "Ağasıf", "Hikmət oğlu"),
    ("7QQQQ11", "Çobanov", "Əli", "Vəli oğlu"),
    ("7QQQQ22", "Cobanov", "Əli", "Vəli oğlu"),
    ("7QQQQ33", "Abbasov", "Əli", "Vəli oğlu"),
)


@pytest.fixture(autouse=True)
def people(desk: Database, signer: Signer) -> None:
    with desk.open_work() as work:
        for number, (pin, *names) in enumerate(PEOPLE):
            who = person(pin)
            work.append(
                signer.run(who, identified(pin, *names), opened(f"05-04-05-00/B03/2026/{number:06}")), who
            )
        work.commit()


@pytest.mark.parametrize(
    ("typed", "found", "near"),
    [
        ("eliyev", ["5ZJ1K2M", "6ABCD3F"], []),
        ("ƏLİYEV", ["5ZJ1K2M", "6ABCD3F"], []),
        ("ilqar eliy", ["5ZJ1K2M"], []),
        ("Əliyev İ", ["5ZJ1K2M"], []),
        ("eliyev s", ["6ABCD3F"], []),
        ("sebnem", ["6ABCD3F"], []),
        ("oğlu vəl", ["7QQQQ33", "7QQQQ22", "7QQQQ11"], []),  # Abbasov, Cobanov, Çobanov
        ("memedov", [], ["ALIYEVX"]),  # a letter left out
        ("memmmedov", [], ["ALIYEVX"]),  # a letter too many
        ("memmedof", [], ["ALIYEVX"]),  # another letter
        ("memmdeov", [], ["ALIYEVX"]),  # two letters changed about
        ("aliyevx", ["ALIYEVX"], []),  # a number all of letters
        ("5zj1", ["5ZJ1K2M"], []),
        ("5ZJ 1K2M", ["5ZJ1K2M"], []),
        ("05-04-05-00/B03/2026/000002", ["ALIYEVX"], []),
        ("el", [], []),
        ("", [], []),
        ('"; DROP TABLE person; --', [], []),
        ('NEAR("eliyev', [], []),
        ("eliyev* OR cobanov", [], []),
        ("yoxdur", [], []),
    ],
)
def test_typed_and_found(desk: Database, typed: str, found: list[str], near: list[str]) -> None:
    with desk.open_reading() as reading:
        rows = reading.find_persons(typed)
    assert [row.number for row in rows if not row.is_near] == found
    if near:
        assert [row.number for row in rows if row.is_near] == near


def test_a_changed_name_is_found_by_the_new_one_only(desk: Database, signer: Signer) -> None:
    who = person("5ZJ1K2M")
    with desk.open_work() as work:
        work.append(signer.run(who, identified("5ZJ1K2M", "Rzayev", "İlqar")), who)
        work.commit()
    with desk.open_reading() as reading:
        assert [row.number for row in reading.find_persons("rzayev")] == ["5ZJ1K2M"]
        assert "5ZJ1K2M" not in [row.number for row in reading.find_persons("eliyev")]


def test_the_first_fifty_by_the_alphabet(desk: Database, signer: Signer) -> None:
    with desk.open_work() as work:
        for number in range(60):
            who = person(f"8{number:06}")
            name = "zyxçcbəe"[number % 8] + f"a{chr(97 + number % 26)}"
            work.append(signer.run(who, identified(f"8{number:06}", f"Nağıyev{name}")), who)
        work.commit()
    with desk.open_reading() as reading:
        names = [row.full_name[7] for row in reading.find_persons("nagiyev")]
    assert len(names) == 50
    assert names == sorted(names, key="bcçeəxyz".index)
