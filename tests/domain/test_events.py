"""An event: made at the click, signed by who did it, never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.contract.seals import is_signed
from dost_desktop.domain import acts, canonical
from dost_desktop.domain.codec import Malformed, to_json
from dost_desktop.domain.events import (
    GENESIS,
    RULES,
    Actor,
    Event,
    Head,
    erased,
    head_of,
    link_after,
    link_hash,
    link_run,
    record,
)
from tests.domain.builders import AGENT, DESK, FILE, LAW_HASH, NOW, a_key, a_notice, a_refusal

KEY = a_key(AGENT)
APPLICATION = UUID(int=7)


def a_click(*wanted: acts.Act, at: datetime = NOW) -> tuple[Event, ...]:
    return record(wanted, file_id=FILE, actor=Actor(AGENT, DESK, KEY.sign), law=LAW_HASH, at=at)


def test_a_click_makes_one_run_of_events_in_order() -> None:
    refusal, notice = a_refusal(APPLICATION), a_notice(APPLICATION)
    events = a_click(refusal, notice)
    assert [(each.content.step, each.content.steps) for each in events] == [(1, 2), (2, 2)]
    assert {each.content.run for each in events} == {events[0].content.id}
    assert len({each.content.id for each in events}) == len({each.salt for each in events}) == 2
    assert [each.act() for each in events] == [refusal, notice]
    content = events[0].content
    assert (content.agent, content.desk, content.law, content.rules) == (AGENT, DESK, LAW_HASH, RULES)
    assert content.id.version == 7


def test_the_signature_is_over_the_content_and_the_content_holds_the_datas_digest() -> None:
    event = a_click(a_refusal(APPLICATION))[0]
    assert is_signed(KEY.public, event.content.signed_bytes(), event.signature)
    assert event.data_is_whole()
    assert "reasoning" not in event.content.signed_bytes().decode()
    assert not replace(event, salt="0" * 32).data_is_whole()
    assert not replace(event, salt=None).data_is_whole()
    assert not replace(event, data=None).data_is_whole()
    assert erased(event).data_is_whole(), "erased as a whole; whether lawfully, the chain's check says"
    assert erased(event).content == event.content


def test_the_same_words_twice_do_not_show_as_the_same_digest() -> None:
    first, second = (a_click(acts.Withdraw(APPLICATION))[0] for _ in range(2))
    assert first.data == second.data
    assert first.content.digest != second.content.digest


def test_a_moment_is_kept_to_the_millisecond_in_utc() -> None:
    baku = timezone(timedelta(hours=4))
    at = datetime(2026, 11, 24, 10, 7, 32, 123_999, tzinfo=baku)
    event = a_click(acts.Withdraw(APPLICATION), at=at)[0]
    assert to_json(event.content)["at"] == "2026-11-24T06:07:32.123Z"
    assert event.content.at == at.replace(microsecond=123_000)


def test_what_is_signed_for_one_purpose_is_nothing_for_another() -> None:
    tags = [
        value
        for name, value in vars(canonical).items()
        if isinstance(value, str) and value.startswith("dost/")
    ]
    assert len(tags) == len(set(tags)) == 7
    signed = {canonical.canonical(tag, {"a": 1}) for tag in tags}
    assert len(signed) == len(tags)
    assert all(not one.startswith(other) for one in signed for other in signed if one != other)


def test_the_chain_goes_over_content_signature_and_place() -> None:
    events = a_click(a_refusal(APPLICATION), a_notice(APPLICATION))
    first, second = link_run(Head(), events)
    assert (first.link.seq, first.link.prev) == (1, GENESIS)
    assert (second.link.seq, second.link.prev) == (2, first.link.hash)
    assert head_of(second) == Head(2, second.link.hash)
    assert link_after(head_of(first), events[1]) == second
    assert first.is_linked()
    hashes = {
        link_hash(events[0], 1, GENESIS),
        link_hash(events[0], 2, GENESIS),
        link_hash(events[0], 1, first.link.hash),
        link_hash(replace(events[0], signature=events[1].signature), 1, GENESIS),
        link_hash(events[1], 1, GENESIS),
    }
    assert len(hashes) == 5
    assert link_hash(erased(events[0]), 1, GENESIS) == first.link.hash, "a lawful erasure leaves the chain"


@pytest.mark.parametrize("value", [2**53, float("inf"), "\udfff"])
def test_what_has_no_canonical_form_is_not_signed(value: object) -> None:
    with pytest.raises(canonical.NotCanonical):
        canonical.canonical(canonical.EVENT_DATA, {"a": value})


def test_data_of_another_kind_is_not_read_as_this_one() -> None:
    event = a_click(a_refusal(APPLICATION))[0]
    with pytest.raises(Malformed):
        replace(event, content=replace(event.content, kind="notice_issued")).act()


def test_neither_salt_nor_data_shows() -> None:
    event = a_click(acts.RecordContact("+994501234567", "aysel@example.az"))[0]
    assert event.salt is not None
    assert all(secret not in repr(event) for secret in ("+99450", "aysel", event.salt))


_KEYS = st.text(max_size=6)
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(_KEYS, _VALUES, max_size=5))
def test_the_quick_way_writes_what_the_rule_writes(value: dict[str, Any]) -> None:
    try:
        by_the_rule = rfc8785.dumps(value)
    except canonical.NotCanonical:
        with pytest.raises(canonical.NotCanonical):
            canonical.canonical(canonical.EVENT_DATA, value)
    else:
        assert canonical.canonical(canonical.EVENT_DATA, value) == b"dost/event-data/1\n" + by_the_rule
