"""The promise of the chain: any change to a confirmed event, and any cut tail behind a receipt, is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.chain import Finding, Flaw, check_chain
from dost_desktop.domain.events import (
    GENESIS,
    Actor,
    ChainedEvent,
    Content,
    Event,
    Head,
    erased,
    link_run,
    record,
)
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.vocabulary import Role
from tests.domain.builders import (
    AGENT,
    DESK,
    FILE,
    LAW_HASH,
    NOW,
    OTHER_FILE,
    REAL_SEALS,
    SERVER,
    Case,
    a_key,
    a_receipt,
    a_refused,
    an_applicant,
    an_at_back_office,
)
from tests.domain.histories import histories

Chain = Sequence[ChainedEvent]
HEALED_BY_CHAINING = ("link seq", "link prev", "link hash")


@dataclass(frozen=True)
class Tampering:
    """What somebody did to a file, and what of it the desk holds now."""

    what: str
    held: Callable[[], Chain]
    receipts: tuple[Receipt, ...]

    def is_found(self) -> bool:
        return bool(flaws(self.held(), *self.receipts))


class _Remembering:
    """The real seals, each signature verified once: a thousand tamperings share most of their events."""

    def __init__(self) -> None:
        self.event_is_signed = lru_cache(maxsize=4096)(self._event)
        self.receipt_is_signed = lru_cache(maxsize=4096)(REAL_SEALS.receipt_is_signed)

    def _event(self, signed: _Signed) -> bool:
        return REAL_SEALS.event_is_signed(signed.chained)


@dataclass(frozen=True)
class _Signed:
    content: Content
    signature: str

    @property
    def chained(self) -> ChainedEvent:
        return link_run(Head(), [Event(self.content, self.signature, None, None)])[0]


class _Seals:
    remembered = _Remembering()

    def event_is_signed(self, chained: ChainedEvent) -> bool:
        return self.remembered.event_is_signed(_Signed(chained.event.content, chained.event.signature))

    def receipt_is_signed(self, receipt: Receipt) -> bool:
        return self.remembered.receipt_is_signed(receipt)


SEALS = _Seals()


def flaws(events: Chain, *receipts: Receipt) -> set[Flaw]:
    return {finding.flaw for finding in check_chain(FILE, events, receipts, SEALS)}


def other_value(value: Any) -> Any:
    """Something near, of the same type: the hardest change to see."""
    match value:
        case bool() | None:
            return not value
        case UUID():
            return UUID(int=value.int ^ 1)
        case datetime():
            return value + timedelta(milliseconds=1)
        case int():
            return value + 1
        case str():
            return value[:-1] + ("1" if value[-1:] != "1" else "2")
        case list():
            return [*value, "x"]
        case _:
            return {**value, "x": "x"}


def changed_contents(content: Content) -> Iterator[tuple[str, Content]]:
    for each in fields(content):
        yield each.name, replace(content, **{each.name: other_value(getattr(content, each.name))})


def changed_data(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, value in data.items():
        yield f"change {key}", {**data, key: other_value(value)}
        yield f"drop {key}", {name: each for name, each in data.items() if name != key}
    yield "add a field", {**data, "also": ""}


def changed_events(event: Event) -> Iterator[tuple[str, Event]]:
    for name, content in changed_contents(event.content):
        yield f"content {name}", replace(event, content=content)
    yield "signature", replace(event, signature=other_value(event.signature[:20]) + event.signature[20:])
    yield "signature of another", replace(event, signature=a_key("x").sign(event.content.signed_bytes()))
    yield "signature without content", replace(event, signature="")
    assert event.salt is not None
    assert event.data is not None
    yield "salt", replace(event, salt=other_value(event.salt))
    yield "salt gone", replace(event, salt=None)
    yield "data gone", replace(event, data=None)
    yield "salt and data gone", erased(event)
    for name, data in changed_data(event.data):
        yield f"data: {name}", replace(event, data=data)


def chained_anew(events: Chain) -> Chain:
    """Every hash computed again, as somebody with the program would do it."""
    return link_run(Head(), [each.event for each in events])


def tamperings(events: Chain) -> Iterator[Tampering]:
    """Every single change to a confirmed file, first clumsily, then with all hashes made to fit again."""
    receipt = a_receipt(events[-1])
    for what, changed in _changes(list(events)):
        yield Tampering(what, partial(list, changed), (receipt,))
        if not what.endswith(HEALED_BY_CHAINING):
            yield Tampering(f"{what}, chained anew", partial(chained_anew, changed), (receipt,))
    for keep in range(len(events)):
        yield Tampering(f"cut after {keep}", partial(list, events[:keep]), (receipt,))
    yield from _receipts(events, receipt)


def _changes(events: list[ChainedEvent]) -> Iterator[tuple[str, list[ChainedEvent]]]:
    foreign = _an_event_of_another_file()
    lawfully = {
        gone
        for each in events
        if each.event.content.kind == acts.EraseData.kind and each.event.data is not None
        for gone in each.event.data["events"]
    }
    for place, chained in enumerate(events):
        before, after = events[:place], events[place + 1 :]
        for what, event in changed_events(chained.event):
            if event == erased(event) and str(event.content.id) in lawfully:
                continue  # an act of the file says that these data are gone
            yield f"{place + 1}: {what}", [*before, replace(chained, event=event), *after]
        link = chained.link
        for what, changed in (
            ("seq", replace(link, seq=link.seq + 1)),
            ("prev", replace(link, prev=other_value(link.prev))),
            ("hash", replace(link, hash=other_value(link.hash))),
        ):
            yield f"{place + 1}: link {what}", [*before, replace(chained, link=changed), *after]
        if after:
            yield f"{place + 1}: deleted", [*before, *after]
            yield f"{place + 1}: swapped", [*before, after[0], chained, *after[1:]]
        yield f"{place + 1}: doubled", [*before, chained, chained, *after]
        yield f"{place + 1}: said again at the end", [*events, chained]
        yield f"{place + 1}: foreign event", [*before, foreign, chained, *after]


def _receipts(events: Chain, receipt: Receipt) -> Iterator[Tampering]:
    foreign = a_receipt(_an_event_of_another_file())
    forger = a_key("forger")
    for what, changed in (
        ("receipt of another file", foreign),
        ("receipt of another file, renamed", replace(foreign, file_id=FILE)),
        ("receipt seq", replace(receipt, seq=receipt.seq - 1)),
        ("receipt hash", replace(receipt, hash=other_value(receipt.hash))),
        ("receipt time", replace(receipt, received_at=receipt.received_at + timedelta(seconds=1))),
        ("receipt epoch", replace(receipt, epoch="epoch-2")),
        (
            "receipt signature",
            replace(receipt, signature=other_value(receipt.signature[:9]) + receipt.signature[9:]),
        ),
        ("receipt of a forger", forger.seal(receipt)),
        ("receipt of a forger in the server's name", replace(forger.seal(receipt), key=SERVER.name)),
    ):
        yield Tampering(what, partial(list, events), (changed,))


def _an_event_of_another_file() -> ChainedEvent:
    actor = Actor(AGENT, DESK, a_key(AGENT).sign)
    act = acts.RecordContact("+994501112233", "")
    return link_run(Head(), record([act], file_id=OTHER_FILE, actor=actor, law=LAW_HASH, at=NOW))[0]


@pytest.mark.parametrize("build", [a_refused, an_at_back_office])
def test_every_single_change_to_a_confirmed_file_is_found(build: Callable[[], Case]) -> None:
    case = build()
    assert not flaws(case.events, case.receipt())
    all_of_them = list(tamperings(case.events))
    assert len(all_of_them) > 400
    assert [each.what for each in all_of_them if not each.is_found()] == []


@settings(max_examples=60, deadline=None)
@given(histories(), st.data())
def test_a_change_to_any_history_is_found(case: Case, data: st.DataObject) -> None:
    assert not flaws(case.events, *(case.receipt(seq) for seq in range(1, len(case.events) + 1)))
    for each in data.draw(st.lists(st.sampled_from(list(tamperings(case.events))), min_size=10, max_size=20)):
        assert each.is_found(), each.what


@settings(max_examples=30, deadline=None)
@given(histories(), st.data())
def test_even_the_agent_cannot_rewrite_what_was_confirmed(case: Case, data: st.DataObject) -> None:
    """The agent holds the key: writes another history, signs it anew, chains it; the receipt knows better."""
    receipt = case.receipt(data.draw(st.integers(1, len(case.events))))
    actor = Actor(AGENT, DESK, a_key(AGENT).sign)
    again = record(
        [each.event.act() for each in case.events], file_id=FILE, actor=actor, law=LAW_HASH, at=NOW
    )
    assert flaws(link_run(Head(), again), receipt) == {Flaw.CONFIRMED}


def one(events: Chain, place: int, change: Callable[[ChainedEvent], ChainedEvent]) -> list[ChainedEvent]:
    return [change(each) if at == place else each for at, each in enumerate(events, 1)]


def test_the_finding_names_the_place_and_what_is_wrong_with_it() -> None:
    case = a_refused()
    touched = one(
        case.events,
        4,
        lambda c: replace(c, event=replace(c.event, data={**(c.event.data or {}), "application": "x"})),
    )
    assert check_chain(FILE, touched, (), REAL_SEALS) == (Finding(FILE, 4, Flaw.DATA),)

    resigned = one(
        case.events, 4, lambda c: replace(c, event=replace(c.event, signature=a_key("x").sign(b"")))
    )
    assert check_chain(FILE, resigned, (), REAL_SEALS) == (
        Finding(FILE, 4, Flaw.HASH),
        Finding(FILE, 4, Flaw.SIGNATURE),
    )
    assert check_chain(FILE, case.events[:5], [case.receipt()], REAL_SEALS) == (
        Finding(FILE, 5, Flaw.RUN),
        Finding(FILE, len(case.events), Flaw.CUT),
    )
    opened = case.events[2:3]
    assert check_chain(OTHER_FILE, chained_anew(opened), (), REAL_SEALS) == (
        Finding(OTHER_FILE, 1, Flaw.FILE),
    )


def test_a_cut_behind_the_last_receipt_is_not_the_chains_to_find() -> None:
    """Unconfirmed work is guarded by the head that is kept outside the database (design 5)."""
    case = an_applicant()
    receipt = case.receipt(2)
    assert not flaws(case.events[:2], receipt)


def test_a_run_is_whole_or_found() -> None:
    case = a_refused()  # refusal, notice and print are one click: events 5 to 7
    assert [each.event.content.steps for each in case.events[4:7]] == [3, 3, 3]
    for kept in ([5, 7], [6, 7], [5, 6], [7, 6, 5]):
        events = chained_anew([*case.events[:4], *(case.events[seq - 1] for seq in kept), *case.events[7:]])
        assert Flaw.RUN in flaws(events)


def test_a_lawful_erasure_is_no_flaw_and_an_unlawful_one_is() -> None:
    case = a_refused()
    receipt = case.receipt()
    gone = [each.event.content.id for each in case.events[:3]]
    without = [replace(each, event=erased(each.event)) for each in case.events[:3]] + case.events[3:]
    assert flaws(without, receipt) == {Flaw.ERASED}

    case.does(acts.EraseData(tuple(gone), "saxlama müddəti bitib"), role=Role.ADMINISTRATOR)
    assert not flaws([*without, case.events[-1]], receipt, case.receipt())
    assert not flaws(case.events, receipt, case.receipt()), "said, but not yet done"
    more = [*without[:3], replace(without[3], event=erased(without[3].event)), *without[4:], case.events[-1]]
    assert {(each.seq, each.flaw) for each in check_chain(FILE, more, (), REAL_SEALS)} == {(4, Flaw.ERASED)}


def test_an_erasure_that_cannot_be_read_says_nothing() -> None:
    case = a_refused()
    case.does(acts.EraseData((case.events[0].event.content.id,), "qayda"), role=Role.ADMINISTRATOR)
    events = one(case.events, 1, lambda c: replace(c, event=erased(c.event)))
    last = len(events)
    broken = one(events, last, lambda c: replace(c, event=replace(c.event, data={"events": 7})))
    assert flaws(broken) == {Flaw.ERASED, Flaw.DATA}


@pytest.mark.parametrize("damage", [2**60, float("nan"), "\ud800"], ids=["number", "nan", "half a letter"])
def test_damage_that_nobody_can_have_signed_is_a_finding_and_no_crash(damage: object) -> None:
    case = a_refused()
    events = one(case.events, 3, lambda c: replace(c, event=replace(c.event, data={"application": damage})))
    assert flaws(events) == {Flaw.DATA}
    events = one(case.events, 3, lambda c: replace(c, link=replace(c.link, seq=2**60)))
    assert flaws(events) == {Flaw.PLACE, Flaw.HASH}


def test_an_empty_file_is_whole_and_its_receipt_says_so() -> None:
    empty = SERVER.seal(Receipt(FILE, 0, GENESIS, NOW, "epoch-1", SERVER.name))
    assert check_chain(FILE, (), (), REAL_SEALS) == ()
    assert check_chain(FILE, (), (empty,), REAL_SEALS) == ()
    assert not flaws(a_refused().events, empty)
    lying = SERVER.seal(replace(empty, hash="ab" * 32))
    assert flaws((), lying) == {Flaw.CONFIRMED}


def test_an_event_signed_under_somebody_elses_name_is_found() -> None:
    case = an_applicant()
    forged = record(
        [acts.Withdraw(case.application.id)],
        file_id=FILE,
        actor=Actor("r.mammadov", DESK, a_key(AGENT).sign),
        law=LAW_HASH,
        at=NOW,
    )
    assert flaws([*case.events, *link_run(case.file.head, forged)]) == {Flaw.SIGNATURE}
    nobody = replace(forged[0], content=replace(forged[0].content, agent="nobody", id=new_id(NOW)))
    assert Flaw.SIGNATURE in flaws([*case.events, *link_run(case.file.head, [nobody])])
