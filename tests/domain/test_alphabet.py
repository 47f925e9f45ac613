"""Azerbaijani order and case do not depend on the machine."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.domain.alphabet import ALPHABET, alphabetical, capital, fold, small

OFFICE_ORDER = (
    "Alı Ağa · Ali Ağa · Alicanov · Cəfərov · Çələbi · Éluard · Eminov · Əliyev · Hüseyn · Xudiyev · Ismarov · "
    "İsmayıl · Kərimov · Quliyev · Sadıqov · Şıxlı · Vəliyev · Walker · Yusif · Zeynalov · Иванов"
)
words = st.text(ALPHABET + "".join(capital(letter) for letter in ALPHABET) + " -'", max_size=8)


def in_azerbaijani_order(word: str) -> list[int]:
    return [ALPHABET.index(letter) if letter in ALPHABET else ord(letter) - 256 for letter in small(word)]


def test_dotted_and_dotless_i_keep_their_dots() -> None:
    assert small("İLQAR ILIQ") == "ilqar ılıq"
    assert capital("ilqar ılıq") == "İLQAR ILIQ"


@given(words)
def test_capitals_and_small_letters_go_there_and_back(word: str) -> None:
    assert small(capital(word)) == small(word)


@given(st.lists(words))
def test_names_sort_by_the_alphabet(names: list[str]) -> None:
    ours = [small(name) for name in sorted(names, key=alphabetical)]
    assert ours == [small(name) for name in sorted(names, key=in_azerbaijani_order)]


@given(st.lists(st.text(max_size=6)))
def test_the_key_sorts_in_a_database_as_it_does_here(names: list[str]) -> None:
    keys = [alphabetical(name) for name in names if name.isprintable()]
    with sqlite3.connect(":memory:") as base:
        base.execute("create table person (name_key text)")
        base.executemany("insert into person values (?)", [(key,) for key in keys])
        rows = [row[0] for row in base.execute("select name_key from person order by name_key")]
    base.close()
    assert rows == sorted(keys)


def test_a_list_of_citizens_and_foreigners_stands_as_the_office_expects() -> None:
    ordered = OFFICE_ORDER.split(" · ")
    assert sorted(sorted(ordered), key=alphabetical) == ordered


@pytest.mark.parametrize(
    ("name", "found_by"),
    [
        ("Əliyev", "eliyev"),
        ("İSMAYILOVA", "ismayilova"),
        ("Isa", "isa"),
        ("Şıxəliyeva Gülçöhrə Oğuz qızı", "sixeliyeva gulcohre oguz qizi"),
        ("S\u0327ahin", "sahin"),
        ("Müller-Éluard", "muller-eluard"),
        ("Иванов", "иванов"),
    ],
)
def test_a_name_is_found_without_azerbaijani_keys(name: str, found_by: str) -> None:
    assert fold(name) == found_by


@given(words)
def test_what_is_folded_stays_folded(word: str) -> None:
    assert fold(fold(word)) == fold(word) == fold(capital(word))
