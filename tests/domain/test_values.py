"""What an agent types into a field: what is forgiven, and what is said about the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.identity_documents import PATTERNS, CardNumber, DocumentKind, NumberPattern
from dost_desktop.domain.values import FullName, MigrationPin, Phone, Pin, Voen, personal_number

OLD, NEW, TEMPORARY, PERMANENT = (PATTERNS[kind] for kind in DocumentKind)
pins = st.text("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=7, max_size=7)


def problem_of(read: Callable[[], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(InvalidValue) as refused:
        read()
    return refused.value.problem, dict(refused.value.facts)


@pytest.mark.parametrize("typed", ["5ABC12D", "5abc12d", " 5AB C12D ", "5AB\u00a0C12D", "5ABC12D\n"])
def test_a_pin_is_read_with_spaces_and_small_letters(typed: str) -> None:
    assert Pin.parse(typed).text == "5ABC12D"


@pytest.mark.parametrize(
    ("typed", "problem", "facts"),
    [
        ("", "pin.empty", {}),
        ("   ", "pin.empty", {}),
        ("5ABC12", "pin.length", {"n": 6}),
        ("5ABC12DE", "pin.length", {"n": 8}),
        ("OABC12D", "pin.letter_o", {}),
        ("oABC12D", "pin.letter_o", {}),
        ("IABC12D", "pin.letter_o", {}),
        ("iABC12D", "pin.letter_o", {}),  # i of either layout is the letter I, not a strange sign
        ("ıABC12D", "pin.letter_o", {}),
        ("İABC12D", "pin.letter_o", {}),
        ("5ƏBC12D", "pin.shape", {}),
        ("5АВС12D", "pin.shape", {}),  # Cyrillic letters that look right
        ("5ABC-2D", "pin.shape", {}),
        ("٥ABC12D", "pin.shape", {}),
    ],
)
def test_what_is_not_a_pin_is_said_in_words(typed: str, problem: str, facts: dict[str, object]) -> None:
    assert problem_of(lambda: Pin.parse(typed)) == (problem, facts)


@given(pins)
def test_every_pin_survives_small_letters(text: str) -> None:
    assert Pin.parse(text.lower()) == Pin(text) == personal_number(text)


@pytest.mark.parametrize("typed", ["K48X2", "k48x2p", "123456"])
def test_five_or_six_characters_are_a_migration_pin(typed: str) -> None:
    assert personal_number(typed) == MigrationPin(typed.upper())


def test_a_number_of_neither_length_is_explained_by_the_citizens_rules() -> None:
    assert problem_of(lambda: personal_number("K48X")) == ("pin.length", {"n": 4})
    assert problem_of(lambda: MigrationPin.parse("5ABC12D")) == ("migration_pin.length", {"n": 7})
    assert problem_of(lambda: MigrationPin.parse("")) == ("pin.empty", {})


@pytest.mark.parametrize(
    ("typed", "pattern", "text"),
    [
        ("AZE12345678", OLD, "AZE12345678"),
        ("aze № 12345678", OLD, "AZE12345678"),
        ("AA1234567", NEW, "AA1234567"),
        ("ab 123 45 67", NEW, "AB1234567"),
        ("MYİ0012345", TEMPORARY, "MYİ0012345"),
        ("MYI0012345", TEMPORARY, "MYİ0012345"),
        ("myi 0012345", TEMPORARY, "MYİ0012345"),
        ("myı0012345", TEMPORARY, "MYİ0012345"),
        ("DYİ 0012345", PERMANENT, "DYİ0012345"),
        ("II1234567", NEW, "II1234567"),
        (
            "123456",
            NumberPattern(r"[0-9]{6}", "654321"),
            "123456",
        ),  # a kind of six digits would have no CAN trap
        ("X12İ3", NumberPattern(r"X[0-9]{2}İ[0-9]", "X12İ3"), "X12İ3"),  # a third layout is only data
    ],
)
def test_a_document_number_is_read_as_its_kind_writes_it(
    typed: str, pattern: NumberPattern, text: str
) -> None:
    assert CardNumber.parse(typed, pattern).text == text


@pytest.mark.parametrize("pattern", [OLD, NEW, TEMPORARY, PERMANENT])
def test_the_six_digits_on_the_card_are_not_its_number(pattern: NumberPattern) -> None:
    assert problem_of(lambda: CardNumber.parse("123 456", pattern)) == ("card.can_number", {})


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [
        ("AZE1234567", OLD),
        ("12345678", OLD),
        ("AA123456", NEW),
        ("AA12345678", NEW),
        ("DYİ0012345", TEMPORARY),
        ("", NEW),
        ("ƏA1234567", NEW),
        ("1234567", TEMPORARY),
        ("I" * 1000, TEMPORARY),
    ],
)
def test_a_number_of_another_kind_is_answered_with_an_example(typed: str, pattern: NumberPattern) -> None:
    expected = ("document.number_shape", {"example": pattern.example})
    assert problem_of(lambda: CardNumber.parse(typed, pattern)) == expected


def test_a_pattern_that_refuses_its_own_example_is_refused() -> None:
    with pytest.raises(ValueError, match="not of the shape"):
        NumberPattern("[0-9]+", "AA")


@pytest.mark.parametrize(
    "typed",
    [
        "+994 50 000 12 34",
        "+994500001234",
        "00994 50 000 12 34",
        "994500001234",
        "050 000 12 34",
        "(050) 000-12-34",
        " 050.000.12.34 ",
        "50 000 12 34",
    ],
)
def test_a_mobile_number_is_read_however_it_is_written(typed: str) -> None:
    phone = Phone.parse(typed)
    assert phone.text == "+994500001234"


@pytest.mark.parametrize("prefix", ["10", "40", "44", "50", "51", "55", "60", "70", "77", "99"])
def test_every_mobile_prefix_of_today_is_accepted(prefix: str) -> None:
    assert Phone.parse(f"0{prefix} 200 00 00").text == f"+994{prefix}2000000"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "mobile.shape"),
        ("+994 50 000 12 3", "mobile.shape"),
        ("+994 50 000 12 345", "mobile.shape"),
        ("+7 916 123 45 67", "mobile.shape"),
        ("050 VANILLA", "mobile.shape"),
        ("050 000 12 34 ext. 5", "mobile.shape"),
        ("+994 12 555 12 34", "mobile.landline"),
    ],
)
def test_a_number_that_no_message_can_reach_is_refused(typed: str, problem: str) -> None:
    assert problem_of(lambda: Phone.parse(typed)) == (problem, {})


def test_a_stored_phone_is_in_its_one_form() -> None:
    assert problem_of(lambda: Phone("0500001234")) == ("mobile.shape", {})


def test_a_tax_number_tells_whose_it_is() -> None:
    assert Voen.parse("140 155 5071").text == "1401555071"
    assert not Voen("1401555071").is_natural_person
    assert Voen("1401555072").is_natural_person


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ("voen.shape", {"n": 0})),
        ("140155507", ("voen.shape", {"n": 9})),
        ("14015550711", ("voen.shape", {"n": 11})),
        ("14O1555071", ("voen.shape", {"n": 10})),
        ("1401555073", ("voen.shape", {"n": 10})),
        ("1401555081", ("voen.check_digit", {})),
    ],
)
def test_what_is_not_a_tax_number_is_said_in_words(
    typed: str, expected: tuple[str, dict[str, object]]
) -> None:
    assert problem_of(lambda: Voen.parse(typed)) == expected


def test_a_name_is_written_as_on_the_card() -> None:
    assert FullName.parse(" Əliyev", "Vüqar ", "Rauf  oğlu").text == "Əliyev Vüqar Rauf oğlu"
    assert FullName.parse("Testova", "Marta").text == "Testova Marta"
    assert FullName.parse("S\u0327ahin", "Su").surname == "Şahin"


def test_a_name_that_is_none_is_refused() -> None:
    assert problem_of(lambda: FullName.parse(" ", "", "Rauf oğlu")) == ("name.empty", {})
    assert problem_of(lambda: FullName("Əli\x00yev", "Vüqar")) == ("name.shape", {})


@pytest.mark.parametrize(
    "value",
    [
        Pin("5ABC12D"),
        MigrationPin("K48X2P"),
        CardNumber("AA1234567"),
        Phone("+994501234567"),
        Voen("1401555071"),
        FullName("Əliyev", "Vüqar", "Rauf oğlu"),
    ],
)
def test_a_log_line_never_carries_a_persons_data(value: object) -> None:
    shown = f"{value} {value!r} {[value]}"
    for secret in ("ABC12D", "48X2P", "234567", "1555071", "Əliyev", "Vüqar"):
        assert secret not in shown
    assert type(value).__name__ in shown
