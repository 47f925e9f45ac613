"""Who a person is, as MEİS answers, and which answers can be read at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.domain import acts
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.fold import By, apply_act
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import empty_file
from dost_desktop.domain.vocabulary import Status
from tests.domain.builders import (
    FILE,
    NOW,
    PIN,
    a_person_answer,
    a_representative,
    an_attestation,
    an_employment_answer,
    an_identity,
)

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from(["", "x", "2026-11-24", "jobseeker", "4.1.1"]),
    lambda each: (
        st.lists(each, max_size=2) | st.dictionaries(st.sampled_from(["kind", "article"]), each, max_size=2)
    ),
    max_leaves=3,
)


def any_answer(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(names), json_values)


def test_an_answer_of_meis_is_read_whole() -> None:
    assert identity_of(a_person_answer(), NumberKind.PIN, PIN) == an_identity()


def test_what_meis_leaves_out_is_empty_and_not_the_word_none() -> None:
    answer = {
        "found": True,
        "surname": "Quliyeva",
        "given_name": "Aysel",
        "patronymic": None,
        "document": None,
    }
    identity = identity_of(answer, NumberKind.PIN, PIN)
    assert identity is not None
    assert (identity.patronymic, identity.sex, identity.document_number, identity.birth_date) == (
        "",
        "",
        "",
        None,
    )
    assert identity.full_name == "Quliyeva Aysel"


def test_meis_may_know_nobody() -> None:
    assert identity_of({"found": False}, NumberKind.PIN, PIN) is None


@pytest.mark.parametrize(
    "change",
    [
        {"found": "yes"},
        {"found": None},
        {"surname": ""},
        {"surname": None},
        {"given_name": 7},
        {"birth_date": "14.03.1999"},
        {"birth_date": "1999-02-30"},
        {"sex": ["F"]},
        {"document": "AA1234567"},
        {"document": {"valid_until": "soon"}},
        {"document": {"number": 1234567}},
    ],
)
def test_an_answer_that_contradicts_itself_is_not_read(change: dict[str, Any]) -> None:
    answer = {**a_person_answer(), **change}
    assert not is_readable(Register.PERSON, answer)
    with pytest.raises(ValueError, match="contradicts itself") as caught:
        identity_of(answer, NumberKind.PIN, PIN)
    assert "Quliyeva" not in str(caught.value)


@given(any_answer("found", "surname", "given_name", "patronymic", "birth_date", "sex", "document"))
def test_every_readable_answer_of_meis_is_read(answer: dict[str, Any]) -> None:
    if is_readable(Register.PERSON, answer):
        assert (identity_of(answer, NumberKind.PIN, PIN) is None) == (answer["found"] is False)


@given(any_answer("status", "since", "registration_number", "before_removal", "ends_on"))
def test_every_readable_answer_of_mas_is_folded(answer: dict[str, Any]) -> None:
    if is_readable(Register.STATUS, answer):
        act = acts.ReadStatus(an_attestation(Register.STATUS, answer, seal=False))
        file = apply_act(empty_file(FILE), act, By("a", "d", NOW))
        assert file.registration.status is Status(answer.get("status") or "unknown")


@pytest.mark.parametrize(
    ("answer", "readable"),
    [
        (an_employment_answer(), True),
        (an_employment_answer("4.1.1", "4.1.3", variant="land_share"), True),
        ({"found": False}, True),
        ({"found": True, "entries": [{"article": "4.1.1"}]}, True),
        ({}, False),
        ({"found": 1, "entries": [{"article": "4.1.1"}]}, False),
        ({"found": True}, False),
        ({"found": False, "entries": [{"article": "4.1.1"}]}, False),
        ({"found": True, "entries": {"article": "4.1.1"}}, False),
        ({"found": True, "entries": ["4.1.1"]}, False),
        ({"found": True, "entries": [{"article": 411}]}, False),
        ({"found": True, "entries": [{"article": "4.1.1", "variant": 3}]}, False),
        ({"found": True, "entries": [{"article": "4.1.1", "facts": []}]}, False),
    ],
)
def test_the_register_of_employed_persons_finds_entries_or_none(
    answer: dict[str, Any], readable: bool
) -> None:
    assert is_readable(Register.EMPLOYED_PERSONS, answer) is readable


def test_other_registers_answers_are_shown_and_not_folded() -> None:
    assert is_readable(Register.VACANCIES, {"anything": ["at", "all"]})


def test_a_full_name_is_written_without_gaps() -> None:
    assert an_identity().full_name == "Quliyeva Aysel Rauf qızı"
    assert an_identity(patronymic="").full_name == "Quliyeva Aysel"


def test_neither_a_person_nor_a_representative_shows() -> None:
    shown = repr(an_identity()) + repr(a_representative()) + repr(replace(an_identity(), sex="M"))
    assert all(
        secret not in shown
        for secret in ("Quliyev", "Elnur", PIN, "1999", "'F'", "'M'", "AZE", "N-15", "2026")
    )
