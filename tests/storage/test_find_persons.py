"""Finding a person as agents type: without Azerbaijani keys, half a name, one typing error, any number on paper."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dost_desktop.domain import acts, evidence
from dost_desktop.domain.alphabet import fold, one_error_apart
from dost_desktop.domain.ids import NumberKind, new_id
from dost_desktop.domain.vocabulary import Source
from dost_desktop.storage import places
from dost_desktop.storage.check import check_desk
from dost_desktop.storage.database import Database
from dost_desktop.storage.projection import variants
from tests.storage.desk import NOW, Signer, identified, issued, opened, person

BORN = date(1990, 5, 17)
# (number, kind, surname, given name, patronymic, paper, phone, number of application, of notice)
PEOPLE = (
    ("5ZJ1K2M", "pin", "Əliyev", "İlqar", "Çingiz oğlu", "AA1234567", "+994501234567", "M-000001", "000123"),
    ("6ABCD3F", "pin", "Əliyeva", "Şəbnəm", "Ümid qızı", "AZE12345678", "+994552000011", "M-000123", ""),
    ("ALIYEVX", "pin", "Məmmədov", "Ağasıf", "Hikmət oğlu", "AB7654321", "", "M-000002", ""),
    ("7QQQQ11", "pin", "Çobanov", "Əli", "Vəli oğlu", "", "", "M-P-B03-07-1A2B3C4D", ""),
    ("7QQQQ22", "pin", "Cobanov", "Əli", "Vəli oğlu", "", "+994771234568", "M-000004", ""),
    ("7QQQQ33", "pin", "Abbasov", "Əli", "Vəli oğlu", "", "", "M-000005", ""),
    ("9K4X2", "migration_pin", "Moïse", "Jean", "", "MYI1234567", "", "M-000006", ""),
    ("1700000011", "voen", "“Nümunə Tikinti” MMC", "", "", "", "+994705550011", "M-000007", ""),
)
ILQAR, SEBNEM, AGASIF, COBANOV_C, COBANOV, ABBASOV, JEAN, FIRM = (each[0] for each in PEOPLE)


@pytest.fixture(autouse=True)
def people(desk: Database, signer: Signer) -> None:
    with desk.open_work() as work:
        for number, kind, surname, given_name, patronymic, paper, phone, application, notice in PEOPLE:
            who, id_ = person(number), new_id(NOW)
            identity = evidence.Identity(
                NumberKind(kind), number, surname, given_name, patronymic, BORN, document_number=paper
            )
            did: list[acts.Act] = [acts.IdentifyPerson(identity, Source.PAPERS, unreachable_at=NOW)]
            if phone:
                did.append(acts.RecordContact(phone))
            did.append(opened(f"05-04-05-00/B03/2026/{application}", id_))
            if notice:
                did.append(issued(id_, "ab" * 32, f"05-04-05-00/B03/2026/{notice}"))
            work.append(signer.run(who, *did), who)
        work.commit()


def found(desk: Database, typed: str) -> tuple[list[str], list[str]]:
    """Numbers of the persons found as typed, and of those found with one error."""
    with desk.open_reading() as reading:
        rows = reading.find_persons(typed)
    return [row.number for row in rows if not row.is_near], [row.number for row in rows if row.is_near]


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        ("eliyev", [ILQAR, SEBNEM]),
        ("ƏLİYEV", [ILQAR, SEBNEM]),
        ("ELIYEV", [ILQAR, SEBNEM]),
        ("ilqar eliy", [ILQAR]),
        ("cingiz ilqar eliyev", [ILQAR]),
        ("Əliyev İ", [ILQAR]),
        ("eliyev s u", [SEBNEM]),
        ("sebnem", [SEBNEM]),
        ("oğlu vəl", [ABBASOV, COBANOV, COBANOV_C]),  # a b c ç
        ("moise", [JEAN]),
        ("numune mmc", [FIRM]),
        ("el", []),
        ("e i", []),
        ("", []),
        ('"; DROP TABLE person; --', []),
        ('NEAR("eliyev', []),
        ("eliyev* OR cobanov", []),
        ("yoxdur", []),
    ],
)
def test_names(desk: Database, typed: str, exact: list[str]) -> None:
    assert found(desk, typed)[0] == exact


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("memedov", [AGASIF]),  # a letter left out
        ("memmmedov", [AGASIF]),  # one too many
        ("memmedof", [AGASIF]),  # another one
        ("memmdeov", [AGASIF]),  # two changed about
        ("mammedov agasif", [AGASIF]),  # in one of the words
        ("agasif hikmt m", [AGASIF]),
        ("mammadov", []),  # two errors
        ("memdemov", []),  # two letters changed about with one between
        ("eli veil", [ABBASOV, COBANOV, COBANOV_C]),
    ],
)
def test_one_typing_error(desk: Database, typed: str, near: list[str]) -> None:
    assert found(desk, typed)[1] == near


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        # the person
        ("5zj1", [ILQAR]),
        ("5ZJ 1K2M", [ILQAR]),
        ("5zjık2m", []),
        ("aliyevx", [AGASIF]),  # a number all of letters
        ("9k4x2", [JEAN]),
        ("1700000011", [FIRM]),
        ("170 000", [FIRM]),
        ("5z", []),
        # the paper
        ("AA1234567", [ILQAR]),
        ("aa 123-45", [ILQAR]),
        ("AZE № 12345678", [SEBNEM]),
        ("12345678", [SEBNEM]),  # without its series
        ("7654321", [AGASIF]),
        ("MYİ 1234567", [JEAN]),
        # the telephone
        ("+994 50 123 45 67", [ILQAR]),
        ("+994501234567", [ILQAR]),
        ("994501234567", [ILQAR]),
        ("00994 50 123 45 67", [ILQAR]),
        ("0501234567", [ILQAR]),
        ("(050) 123-45-67", [ILQAR]),
        ("501234567", [ILQAR]),
        ("050 123", [ILQAR]),  # as far as it is typed
        ("+994 55 2", [SEBNEM]),
        ("200-00-11", [SEBNEM]),  # as one says it in the same town
        ("1234568", [COBANOV]),
        ("0771234567", []),
        # an application or a notice
        ("05-04-05-00/B03/2026/M-000002", [AGASIF]),
        ("05-04-05-00/b03/2026/000123", [ILQAR, SEBNEM]),  # M- is easily left out
        ("B03/2026/M-000123", [SEBNEM]),
        ("b03/2026/m-2", [AGASIF]),
        ("2026/000123", [ILQAR, SEBNEM]),
        ("M-000123", [SEBNEM]),
        ("m123", [SEBNEM]),
        ("000123", [ILQAR, SEBNEM]),
        ("B02/2026/000123", []),
        ("000124", []),
        ("P-B03-07-1A2B3C4D", [COBANOV_C]),
        ("05-04-05-00/B03/2026/M-P-B03-07-1a2b3c4d", [COBANOV_C]),
        ("%/%", []),
        ("1_3", []),
    ],
)
def test_numbers(desk: Database, typed: str, exact: list[str]) -> None:
    assert found(desk, typed) == (exact, [])


def test_a_changed_name_is_found_by_the_new_one_only(desk: Database, signer: Signer) -> None:
    who = person(ILQAR)
    with desk.open_work() as work:
        work.append(signer.run(who, identified(ILQAR, "Rzayev", "İlqar")), who)
        work.commit()
    assert found(desk, "rzayev") == ([ILQAR], [])
    assert ILQAR not in found(desk, "eliyev")[0]


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


@pytest.mark.parametrize("order", ["rising", "falling", "into one gap"])
def test_places_follow_the_alphabet_however_names_come_in(desk: Database, signer: Signer, order: str) -> None:
    letters = "abcdefghjkmnprstuvyz"
    names = [f"Nağıyev{a}{b}" for a in letters[:12] for b in letters]
    if order == "falling":
        names.reverse()
    if order == "into one gap":  # always right behind the first one
        names = [names[0], *reversed(names[1:])]
    with desk.open_work() as work:
        for nth, name in enumerate(names):
            who = person(f"8{nth:06}")
            work.append(signer.run(who, identified(f"8{nth:06}", name)), who)
        work.commit()
    with desk.open_reading() as reading:
        assert places.in_order(reading.connection)
        assert check_desk(reading, signer).is_whole
        shown = [row.full_name.split()[0] for row in reading.find_persons("nagiyev", limit=400)]
    assert shown == sorted(names, key=lambda name: name[7:])


def test_places_in_disorder_are_found_and_rebuilt(desk: Database, signer: Signer) -> None:
    with desk.open_work() as work:
        work.connection.change("UPDATE person SET place = -place WHERE names LIKE 'eliyev%'")
        work.commit()
    with desk.open_reading() as reading:
        assert [str(each) for _, each in check_desk(reading, signer).troubles] == ["alphabet"]
    with desk.open_work() as work:
        assert work.rebuild() == len(PEOPLE)
        work.commit()
    with desk.open_reading() as reading:
        assert check_desk(reading, signer).is_whole
    assert found(desk, "eliyev") == ([ILQAR, SEBNEM], [])
    assert found(desk, "memedov") == ([], [AGASIF])


WORDS = st.text("abçdəeıioqşüvyz", min_size=4, max_size=12)


@given(WORDS, st.data())
@example("məmmədov", None)
def test_every_word_with_one_typing_error_leads_back(word: str, data: st.DataObject | None) -> None:
    right = fold(word)
    place = data.draw(st.integers(0, len(right) - 1)) if data else 3
    letter = data.draw(st.sampled_from("abcdeixyz")) if data else "a"
    mistyped = (
        right[:place] + right[place + 1 :],
        right[:place] + letter + right[place:],
        right[:place] + letter + right[place + 1 :],
        right[:place] + right[place : place + 2][::-1] + right[place + 2 :],
    )
    for typed in mistyped:
        assert one_error_apart(typed, right)
        assert one_error_apart(right, typed)
        assert variants(typed) & variants(right)


@given(WORDS, WORDS)
def test_words_one_error_apart_are_few_edits_apart(one: str, other: str) -> None:
    """Nothing else is taken for a typing error: the plain definition, by trying every single change."""
    letters = set(other)
    changes = {one}
    for n in range(len(one) + 1):
        changes.add(one[:n] + one[n + 1 :])
        changes.add(one[:n] + one[n : n + 2][::-1] + one[n + 2 :])
        changes |= {one[:n] + letter + one[n:] for letter in letters}
        changes |= {one[:n] + letter + one[n + 1 :] for letter in letters}
    assert one_error_apart(one, other) is (other in changes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # nothing is written
@given(st.text(max_size=40))
def test_any_text_is_an_answer(desk: Database, typed: str) -> None:
    with desk.open_reading() as reading:
        assert all(isinstance(row.file_id, UUID) for row in reading.find_persons(typed))
