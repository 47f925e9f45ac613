"""Identifiers: those made at a click sort by time, a person's file is the same at every desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.domain.ids import NumberKind, file_id, new_id
from tests.domain.builders import FILE, NOW, PIN, SECRET

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
moments = st.timedeltas(timedelta(0), timedelta(days=365 * 230)).map(lambda since: EPOCH + since)


@given(moments)
def test_an_id_names_its_millisecond_exactly(moment: datetime) -> None:
    made = new_id(moment)
    assert (made.version, made.variant) == (7, RFC_4122)
    assert EPOCH + timedelta(milliseconds=made.int >> 80) == moment.replace(
        microsecond=moment.microsecond // 1000 * 1000
    )


@given(
    st.lists(
        moments, min_size=2, max_size=10, unique_by=lambda at: at.replace(microsecond=at.microsecond // 1000)
    )
)
def test_ids_sort_as_the_clicks_came(clicks: list[datetime]) -> None:
    in_order = sorted(clicks)
    made = [new_id(at) for at in in_order]
    assert sorted(made) == made
    assert sorted(str(each) for each in made) == [str(each) for each in made]


def test_two_clicks_in_one_millisecond_are_two() -> None:
    assert len({new_id(NOW) for _ in range(2000)}) == 2000


def test_a_moment_without_a_zone_is_no_moment() -> None:
    with pytest.raises(TypeError):
        new_id(NOW.replace(tzinfo=None))


@pytest.mark.parametrize("typed", [PIN, PIN.lower(), f" {PIN} ", "5ZK 9Q2W", "5zk\u00a09q2w"])
def test_a_number_finds_the_same_file_however_it_is_typed(typed: str) -> None:
    assert file_id(SECRET, NumberKind.PIN, typed) == FILE


def test_another_number_kind_or_deployment_is_another_file() -> None:
    files = {file_id(SECRET, kind, PIN) for kind in NumberKind}
    files |= {file_id(b"x" * 32, NumberKind.PIN, PIN), file_id(SECRET, NumberKind.PIN, PIN[:-1])}
    assert len(files) == len(NumberKind) + 2
    assert all((each.version, each.variant) == (8, RFC_4122) for each in files)


@pytest.mark.parametrize("typed", ["MYİ1234567", "myı1234567", "myi 1234567"])
def test_a_file_is_the_same_under_every_layout(typed: str) -> None:
    assert file_id(SECRET, NumberKind.DOCUMENT, typed) == file_id(SECRET, NumberKind.DOCUMENT, "MYI1234567")
