"""Cards read by every kind of scanner; all cards here are practice cards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.identity_documents import CardNumber, DocumentKind
from dost_desktop.domain.mrz import MrzReading, looks_like_mrz, read_mrz, repair_layout
from dost_desktop.domain.mrz_layouts import TD1, TD2, MrzLayout, Places, check_digit
from dost_desktop.domain.mrz_writing import CardData, write_mrz_td1, write_mrz_td2
from dost_desktop.domain.values import FullName, MigrationPin, Pin, Sex

TODAY = date(2026, 11, 24)
NAME = FullName("Əliyeva", "Xəyalə", "Qurban qızı")
WOMAN = CardData(
    CardNumber("AA1234567"), Pin("5ABC12D"), date(1990, 5, 17), Sex.FEMALE, date(2031, 2, 3), NAME
)
NEW_CARD = write_mrz_td1(WOMAN)
MAN = CardData(CardNumber("AZE12345678"), Pin("7KLM34N"), date(1970, 1, 31), Sex.MALE, None, NAME)
OLD_CARD = write_mrz_td2(MAN)
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

AZERBAIJANI_KEYS = str.maketrans({"W": "Ü", "I": "İ", "<": "Ç"})
RUSSIAN_KEYS = str.maketrans("QWERTYUIOPASDFGHJKLZXCVBNM<", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬБ")

pins = st.text("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=7, max_size=7).map(Pin)
migration_pins = st.text(SIGNS, min_size=5, max_size=6).map(MigrationPin)
birthdays = st.dates(date(1927, 1, 1), TODAY)
last_days = st.none() | st.dates(date(2000, 1, 1), date(2070, 1, 1))
names = st.builds(FullName, st.text("ABCÇDEƏFGĞİIQÖŞÜX -", min_size=1), st.text("əxqAlı"))


def cards(
    number: st.SearchStrategy[str], pin: st.SearchStrategy[Pin | MigrationPin]
) -> st.SearchStrategy[CardData]:
    sexes = st.sampled_from(Sex)
    return st.builds(CardData, number.map(CardNumber), pin, birthdays, sexes, last_days, names)


new_cards = cards(st.from_regex(r"[A-Z]{2}[0-9]{7}", fullmatch=True), pins)
old_cards = cards(st.from_regex(r"AZE[0-9]{8}", fullmatch=True), pins)


def problem_of(text: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(InvalidValue) as refused:
        read_mrz(text, today=TODAY)
    return refused.value.problem, dict(refused.value.facts)


def test_the_check_digit_is_that_of_the_standards_own_examples() -> None:
    assert check_digit("520727") == "3"  # ICAO 9303-3, appendix A
    assert check_digit("AB2134<<<") == "5"
    assert check_digit("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<") == "2"


def test_the_standards_own_card_is_read() -> None:
    """ICAO 9303-5, appendix B: a card of another state gives no FİN and no kind."""
    card = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
    expected = MrzReading(
        layout=MrzLayout.TD1,
        kinds=(),
        document_number=CardNumber("D23145890"),
        issuing_state="UTO",
        nationality="UTO",
        pin=None,
        birth_date=date(1974, 8, 12),
        sex=Sex.FEMALE,
        expires=date(2012, 4, 15),
    )
    assert read_mrz(card, today=TODAY) == expected


def test_a_new_card_gives_number_fin_dates_and_sex() -> None:
    assert NEW_CARD.splitlines()[0] == "IAAZEAA1234567" + check_digit("AA1234567") + "5ABC12D<<<<<<<<"
    assert NEW_CARD.splitlines()[2] == "ALIYEVA<<KHAYALA".ljust(30, "<")
    reading = read_mrz(NEW_CARD, today=TODAY)
    assert reading.kinds == (DocumentKind.IDENTITY_CARD_NEW,)
    assert (reading.document_number.text, reading.pin) == ("AA1234567", Pin("5ABC12D"))
    assert (reading.birth_date, reading.sex, reading.expires) == (
        date(1990, 5, 17),
        Sex.FEMALE,
        date(2031, 2, 3),
    )


def test_an_old_card_may_have_no_last_day() -> None:
    assert OLD_CARD.splitlines()[1][21:28] == "<<<<<<0"
    reading = read_mrz(OLD_CARD, today=TODAY)
    assert reading.kinds == (DocumentKind.IDENTITY_CARD_OLD,)
    assert (reading.document_number.text, reading.pin, reading.expires) == (
        "AZE12345678",
        Pin("7KLM34N"),
        None,
    )


def test_a_permit_gives_the_migration_pin_and_leaves_the_series_to_the_agent() -> None:
    permit = CardData(
        CardNumber("MYİ0012345"),
        MigrationPin("K48X2P"),
        date(1984, 9, 9),
        Sex.FEMALE,
        date(2026, 12, 18),
        NAME,
        "GEO",
    )
    reading = read_mrz(write_mrz_td2(permit), today=TODAY)
    assert reading.kinds == (DocumentKind.TEMPORARY_PERMIT, DocumentKind.PERMANENT_PERMIT)
    assert (reading.document_number.text, reading.pin) == ("0012345", MigrationPin("K48X2P"))
    whole = read_mrz(write_mrz_td1(permit), today=TODAY)
    assert whole.kinds == (DocumentKind.TEMPORARY_PERMIT,)
    assert (whole.document_number.text, whole.pin) == ("MYİ0012345", MigrationPin("K48X2P"))


@given(new_cards)
def test_every_new_card_is_read_as_written(card: CardData) -> None:
    assert_read_as_written(read_mrz(write_mrz_td1(card), today=TODAY), card)


@given(old_cards)
def test_every_old_card_is_read_as_written(card: CardData) -> None:
    assert_read_as_written(read_mrz(write_mrz_td2(card), today=TODAY), card)


@given(cards(st.from_regex(r"[MD]Yİ[0-9]{7}", fullmatch=True), migration_pins))
def test_every_permit_is_read_as_written(card: CardData) -> None:
    permit = CardData(
        card.number, card.pin, card.birth_date, card.sex, card.expires, card.name, nationality="XXA"
    )
    assert_read_as_written(read_mrz(write_mrz_td1(permit), today=TODAY), permit)
    assert read_mrz(write_mrz_td2(permit), today=TODAY).document_number.text == permit.number.text[3:]


def assert_read_as_written(reading: MrzReading, card: CardData) -> None:
    assert (reading.document_number, reading.pin) == (card.number, card.pin)
    assert (reading.birth_date, reading.sex, reading.expires) == (card.birth_date, card.sex, card.expires)
    assert (reading.issuing_state, reading.nationality) == (card.issuing_state, card.nationality)
    assert not reading.repaired


def covered(places: Places) -> list[int]:
    """Where a check digit watches, the check digits with it."""
    parts = [place for part in places.composite for place in range(part.start, part.stop)]
    return [*parts, places.composite_digit]


def worth(sign: str) -> int:
    return 0 if sign == "<" else SIGNS.index(sign)


@pytest.mark.parametrize(("lines", "places"), [(NEW_CARD, TD1), (OLD_CARD, TD2)], ids=["new", "old"])
def test_every_single_wrong_character_in_a_watched_field_is_found(lines: str, places: Places) -> None:
    """Whole: each place × each character. 7-3-1 cannot see signs whose values differ by ten; those are left out."""
    signs = lines.replace("\n", "")
    for place in covered(places):
        for wrong in SIGNS + "<":
            if (worth(wrong) - worth(signs[place])) % 10:
                problem, facts = problem_of(signs[:place] + wrong + signs[place + 1 :])
                assert problem == "card.check_digit", (place, wrong)
                assert set(facts) == {"fields"}


def test_a_wrong_check_digit_names_its_field_and_nothing_that_was_read() -> None:
    wrong = NEW_CARD.replace("900517", "900518")
    assert problem_of(wrong) == ("card.check_digit", {"fields": ("birth_date", "composite")})
    assert problem_of(NEW_CARD.replace("5ABC12D", "5ABC12E")) == (
        "card.check_digit",
        {"fields": ("composite",)},
    )


DELIVERIES: dict[str, Callable[[str], str]] = {
    "as it is": lambda card: card,
    "small letters": str.lower,
    "CR LF and an Enter behind": lambda card: card.replace("\n", "\r\n") + "\r\n",
    "CR": lambda card: card.replace("\n", "\r"),
    "Tab": lambda card: card.replace("\n", "\t"),
    "one run": lambda card: card.replace("\n", ""),
    "empty lines between": lambda card: card.replace("\n", " \n\n "),
    "fillers at line ends lost": lambda card: "\n".join(line.rstrip("<") for line in card.split("\n")),
    "fillers of a run lost": lambda card: card.replace("\n", "").rstrip("<"),
    "some fillers as spaces": lambda card: card.replace("<", " ").replace(" ", "<", 3),
    "spaced out": lambda card: " ".join(card.replace("\n", "")),
}


@pytest.mark.parametrize("card", [NEW_CARD, OLD_CARD], ids=["new", "old"])
@pytest.mark.parametrize("delivery", DELIVERIES)
def test_a_card_is_read_however_it_is_delivered(card: str, delivery: str) -> None:
    assert read_mrz(DELIVERIES[delivery](card), today=TODAY) == read_mrz(card, today=TODAY)


@pytest.mark.parametrize("card", [NEW_CARD, OLD_CARD], ids=["new", "old"])
@pytest.mark.parametrize("keys", [AZERBAIJANI_KEYS, RUSSIAN_KEYS], ids=["azerbaijani", "russian"])
@pytest.mark.parametrize("caps_lock", [False, True])
def test_a_scanner_types_under_another_keyboard_layout(
    card: str, keys: dict[int, int], caps_lock: bool
) -> None:
    arrived = card.translate(keys)
    arrived = arrived.replace("İ", "i").lower() if caps_lock else arrived
    assert repair_layout(arrived) == (card, True)
    assert looks_like_mrz(arrived)
    reading = read_mrz(arrived, today=TODAY)
    assert reading.repaired
    assert reading.document_number == read_mrz(card, today=TODAY).document_number


@pytest.mark.parametrize("sign", [">", ";", "\\", "/", "|", ",", "Б", "б", "Ç", "ç"])
def test_the_filler_comes_back_from_every_sign_it_arrives_as(sign: str) -> None:
    assert repair_layout(NEW_CARD.replace("<", sign)) == (NEW_CARD, True)


@given(st.text(SIGNS + "<\n "))
def test_what_needs_no_repair_is_left_alone(text: str) -> None:
    assert repair_layout(text) == (text, False)
    assert repair_layout(text.lower()) == (text, False)
    assert repair_layout(text.translate(RUSSIAN_KEYS))[0] == text
    assert repair_layout(text.translate(AZERBAIJANI_KEYS))[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "5ABC12D",
        NEW_CARD[:40],
        NEW_CARD.replace("5", "№", 1),
        OLD_CARD + "A",
        "Əliyeva Xəyalə",
        "<" * 20,
    ],
)
def test_what_is_not_a_whole_card_is_unreadable(text: str) -> None:
    assert problem_of(text) == ("card.unreadable", {})


def test_sound_check_digits_over_an_impossible_day_are_unreadable() -> None:
    rows = NEW_CARD.split("\n")
    second = "901317" + check_digit("901317") + rows[1][7:29]
    composite = rows[0][5:30] + second[0:7] + second[8:15] + second[18:29]
    assert problem_of("\n".join([rows[0], second + check_digit(composite), rows[2]])) == (
        "card.unreadable",
        {},
    )


@given(st.text() | st.text(SIGNS + "<\n", min_size=60, max_size=92))
@example("<" * 90)
@example("<" * 72)
def test_nothing_that_a_scanner_sends_breaks_the_reader(text: str) -> None:
    try:
        read_mrz(text, today=TODAY)
    except InvalidValue as refused:
        assert refused.problem in {"card.unreadable", "card.check_digit"}  # noqa: PT017


@given(st.dates(date(1927, 1, 1), date(2080, 1, 1)), birthdays)
def test_nobody_is_born_after_today_nor_older_than_a_century(today: date, birth: date) -> None:
    assume(birth <= today and today.year - birth.year < 100)
    card = CardData(WOMAN.number, WOMAN.pin, birth, Sex.MALE, None, NAME)
    assert read_mrz(write_mrz_td1(card), today=today).birth_date == birth


@pytest.mark.parametrize(
    "text", [NEW_CARD, OLD_CARD, NEW_CARD[:30], NEW_CARD[:22], OLD_CARD[:36].rstrip("<")]
)
def test_a_burst_of_keys_from_a_card_is_recognised_from_its_first_line(text: str) -> None:
    assert looks_like_mrz(text)


@pytest.mark.parametrize(
    "text", ["", "5ABC12D", "AA1234567", "AZE12345678", "Abbasov Akif Kamal oğlu", "+994500001234"]
)
def test_what_an_agent_types_is_not_taken_for_a_card(text: str) -> None:
    assert not looks_like_mrz(text)


def test_a_reading_shows_no_personal_data() -> None:
    shown = repr(read_mrz(NEW_CARD, today=TODAY)) + repr(WOMAN)
    assert not any(secret in shown for secret in ("1234567", "5ABC12D", "1990", "Əliyeva"))


def test_a_pasted_book_is_not_searched_for_a_card() -> None:
    book = NEW_CARD + "<" * 1_000_000 + "."
    assert not looks_like_mrz(book)
    assert problem_of(book) == ("card.unreadable", {})
