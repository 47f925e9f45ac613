"""Facts to JSON and back: exactly, or not at all, and never repeating what was sent."""

from __future__ import annotations

import dataclasses
import json
import traceback
import types
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from dost_desktop.domain.acts import BY_KIND, RecordContact
from dost_desktop.domain.attestation import Attestation, NumberLease, Receipt
from dost_desktop.domain.codec import DEEPEST, GREATEST, Malformed, from_json, to_json
from dost_desktop.domain.events import Content
from tests.domain.builders import a_notice, a_paper, a_refusal, an_attestation, an_identification, an_offer

RECORDS: dict[str, type[Any]] = {
    **BY_KIND,
    "content": Content,
    "attestation": Attestation,
    "receipt": Receipt,
    "number_lease": NumberLease,
}
MARK = "Aysel-5ZK9Q2W"  # what must never come back in an error
WRONG: tuple[Any, ...] = (
    None,
    True,
    0,
    7,
    1.5,
    "",
    MARK,
    [],
    [MARK],
    {},
    {MARK: MARK},
    2**53,
    "\ud800",
    float("nan"),
)

texts = st.text(st.characters(codec="utf-8"), max_size=20)
whole_numbers = st.integers(-GREATEST, GREATEST)
plain = st.recursive(
    st.none() | st.booleans() | whole_numbers | texts,
    lambda each: st.lists(each, max_size=3) | st.dictionaries(texts, each, max_size=3),
    max_leaves=8,
)
moments = st.datetimes(timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)
_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: whole_numbers,
    bool: st.booleans(),
    datetime: moments,
    date: st.dates(),
    UUID: st.uuids(),
    Any: plain,
}


def of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of this type, built from the type hints alone: a new field is covered the day it is written."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        return st.one_of(*(st.none() if each is type(None) else of(each) for each in get_args(hint)))
    if origin is tuple:
        return st.lists(of(get_args(hint)[0]), max_size=3).map(tuple)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(texts, plain, max_size=3)
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    hints = get_type_hints(hint)
    return st.builds(hint, **{each.name: of(hints[each.name]) for each in dataclasses.fields(hint)})


@pytest.mark.parametrize("kind", RECORDS.values(), ids=RECORDS.keys())
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_record_comes_back_as_it_went(kind: type[Any], data: st.DataObject) -> None:
    record = data.draw(of(kind))
    written = to_json(record)
    assert from_json(kind, written) == record
    assert to_json(from_json(kind, json.loads(json.dumps(written)))) == written
    assert json.loads(rfc8785.dumps(written)) == written


@pytest.mark.parametrize("kind", RECORDS.values(), ids=RECORDS.keys())
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_a_wrong_value_anywhere_is_refused_or_was_right(kind: type[Any], data: st.DataObject) -> None:
    written = to_json(data.draw(of(kind)))
    for name in written:
        for wrong in WRONG:
            sent = {**written, name: wrong}
            try:
                assert to_json(from_json(kind, sent)) == sent
            except Malformed as error:
                assert_says_nothing(error, name)


@pytest.mark.parametrize("kind", RECORDS.values(), ids=RECORDS.keys())
def test_a_field_missing_or_unknown_is_refused(kind: type[Any]) -> None:
    written = _some(kind)
    with pytest.raises(Malformed) as caught:
        from_json(kind, {**written, MARK: MARK})
    assert_says_nothing(caught.value)
    for each in dataclasses.fields(kind):
        without = {name: value for name, value in written.items() if name != each.name}
        if each.default is dataclasses.MISSING:
            with pytest.raises(Malformed, match=each.name):
                from_json(kind, without)
        else:
            assert getattr(from_json(kind, without), each.name) == each.default


def _some(kind: type[Any]) -> dict[str, Any]:
    """The plainest record of this type."""
    plainest: dict[Any, Any] = {
        str: "x",
        int: 1,
        bool: True,
        datetime: "2026-11-24T06:00:00.000Z",
        date: "2026-11-24",
        UUID: "00000000-0000-7000-8000-000000000000",
    }

    def value(hint: Any) -> Any:
        if hint in plainest:
            return plainest[hint]
        origin = get_origin(hint)
        if origin in {Union, types.UnionType}:
            return None
        if origin is tuple:
            return []
        if origin is not None:
            return {}
        return next(iter(hint)).value if issubclass(hint, StrEnum) else _some(hint)

    hints = get_type_hints(kind)
    return {each.name: value(hints[each.name]) for each in dataclasses.fields(kind)}


def assert_says_nothing(error: Exception, place: str = "") -> None:
    """The message names the place; neither it nor the printed trace holds what was sent."""
    assert place in str(error)
    shown = "".join(traceback.format_exception(error)) + repr(error)
    assert "Aysel" not in shown.replace('MARK = "Aysel-5ZK9Q2W"', "")


SPELLINGS: dict[str, list[Any]] = {
    "at": [
        "2026-11-24T06:00:00Z",
        "2026-11-24T06:00:00.000+00:00",
        "2026-11-24 06:00:00.000Z",
        "2026-13-01T00:00:00.000Z",
    ],
    "file_id": ["{00000000-0000-7000-8000-000000000000}", "00000000000070008000000000000000", "0" * 36],
    "rules": [1.0, "1", True, None, GREATEST + 1],
}


@pytest.mark.parametrize(
    ("name", "other"), [(name, each) for name, all_ in SPELLINGS.items() for each in all_]
)
def test_a_value_has_one_spelling(name: str, other: Any) -> None:
    written = _some(Content)
    from_json(Content, written)
    with pytest.raises(Malformed, match=name):
        from_json(Content, {**written, name: other})


@pytest.mark.parametrize(
    "other", ["24.11.2026", "20261124", "2026-W48-2", "2026-02-30", "0000-01-01", 20261124]
)
def test_a_day_has_one_spelling(other: Any) -> None:
    written = to_json(a_paper(issued_on=date(2026, 11, 24)))
    assert from_json(type(a_paper()), written).issued_on == date(2026, 11, 24)
    with pytest.raises(Malformed, match="issued_on"):
        from_json(type(a_paper()), {**written, "issued_on": other})


def test_the_place_is_named_down_to_the_field() -> None:
    written = to_json(an_identification())
    written["identity"]["birth_date"] = MARK
    with pytest.raises(Malformed, match=r"^identity\.birth_date$"):
        from_json(BY_KIND["person_identified"], written)
    offer = to_json(an_offer(UUID(int=7)))
    offer["tests"][3]["result"] = None
    with pytest.raises(Malformed, match=r"^tests\[3\]\.result$"):
        from_json(BY_KIND["work_offered"], offer)


@pytest.mark.parametrize(
    "answer", [{"salary": 1.5}, {"n": 2**53}, {"n": -(2**53)}, {"text": "\udc00"}, {"\ud800": 1}]
)
def test_answers_hold_only_what_every_reader_keeps_exactly(answer: Any) -> None:
    written = {**to_json(an_attestation()), "answer": answer}
    with pytest.raises(Malformed, match="answer"):
        from_json(Attestation, written)


def test_an_answer_nests_only_so_deep() -> None:
    deep: Any = "x"
    for _ in range(DEEPEST):
        deep = {"a": deep}
    written = {**to_json(an_attestation()), "answer": deep}
    from_json(Attestation, written)
    with pytest.raises(Malformed, match="answer"):
        from_json(Attestation, {**written, "answer": {"a": deep}})
    endless: Any = []
    for _ in range(100_000):
        endless = [endless]
    with pytest.raises(Malformed, match="answer"):
        from_json(Attestation, {**written, "answer": {"a": endless}})


@pytest.mark.parametrize("value", [1.5, b"bytes", {1, 2}, object()])
def test_what_records_do_not_hold_is_not_written(value: Any) -> None:
    with pytest.raises(Malformed):
        to_json({"a": value})


def test_defaults_are_written_too() -> None:
    assert to_json(RecordContact()) == {"phone": "", "email": "", "address": "", "corrects": False}


def test_kinds_and_their_names_are_for_ever() -> None:
    """Written into events since version 1: add, never rename. The list is also in docs/formats.md."""
    assert all(kind == cls.kind for kind, cls in BY_KIND.items())
    assert to_json(a_refusal(UUID(int=7))).keys() == {
        "application", "passport_ground", "ground", "article", "lookup_no", "reasoning", "statement",
    }  # fmt: skip
    assert to_json(a_notice(UUID(int=7), notice=UUID(int=8))) == {
        "application": str(UUID(int=7)),
        "notice": str(UUID(int=8)),
        "number": "05-04-05-00/B03/2026/000077",
        "provisional": False,
        "pdf": "ab" * 32,
        "size": 48213,
        "certificate": "0a1b2c",
        "verify_code": "k7Q2mZ0yT5uXw9aBcDeFgH",
    }
