"""Whatever answers in the central API's place, on a real socket: the desk's memory stays as it was, and it says why."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count, repeat
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.api.central import CentralApi
from dost_desktop.api.tokens import TokensInMemory
from dost_desktop.contract.translation import sealed_json
from dost_desktop.domain.attestation import NumberLease, Receipt, Series
from dost_desktop.domain.codec import from_json
from dost_desktop.services.case_telling import FINISHED, note_to_tell
from dost_desktop.sync.heads import want_heads
from dost_desktop.sync.needs import Silence
from dost_desktop.sync.report import Connection, SyncState
from tests.api.spoiling import NOTHING_NEW, PROBLEM, Honest, Spoil, SpoilingLine, problem, spoiling
from tests.api.strangers import answering, certificate, response
from tests.sync.desks import PracticeDesk
from ui.sync_alarm_words import alarm_words
from ui.sync_words import standings

OTHER, PORTAL, CUT, UNWELL = Silence.OTHER_SCHEMA, Silence.CAPTIVE_PORTAL, Silence.CUT, Silence.UNWELL
PAGE: Final = b"<html><h1>Qonaq internet: sertleri qebul edin</h1></html>"
STANDING: Final = "standing"  # goes on from answer to answer; kept when meta is put back
NOTED_BESIDE: Final = {  # tables in which the sync notes what it told, and what was answered, beside what was done
    "outbox": "SELECT run, file, first_seq, steps, kinds, created_at FROM outbox ORDER BY run",
    "access_log": "SELECT no, at, agent, file_id, what, purpose FROM access_log ORDER BY no",
}


# what a stranger, or a broken line, makes of a right answer
def changed(**changes: Any) -> Spoil:
    return lambda honest: honest.raw(**changes)


def stated(body: bytes, **more: Any) -> Spoil:
    return lambda _honest: response(body, **more)


def without_a_field(honest: Honest) -> bytes:
    first = next(iter(honest.message()))
    return honest.raw(**{first: ...})


def other_types(honest: Honest) -> bytes:
    return honest.raw(**{name: {"x": value} for name, value in honest.message().items()})


def promised_more(honest: Honest) -> bytes:
    return response(honest.body + b" " * 50, kind=honest.kind)[:-50]


def cut_in_the_head(honest: Honest) -> bytes:
    return response(honest.body, kind=honest.kind)[:30]


def in_pieces(honest: Honest, *, ending: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {honest.kind}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    return head + f"{len(honest.body):x}\r\n".encode() + honest.body + b"\r\n" + ending


def endless(_honest: Honest) -> Iterable[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
    yield from repeat(b" " * (1 << 20))


def bomb(honest: Honest) -> bytes:
    """200 MB of blanks in 200 kB."""
    packed = gzip.compress(bytes(1 << 20), 6) * 200
    return response(packed, kind=honest.kind, more="Content-Encoding: gzip\r\n")


STRANGE: Final[Mapping[str, tuple[Spoil, Silence]]] = {
    "a portal's page": (stated(PAGE, kind="text/html"), PORTAL),
    "a portal's page that calls itself data": (stated(PAGE), OTHER),
    "a portal that sends elsewhere": (
        stated(b"", status="302 Found", more="Location: http://portal.example/\r\n"),
        PORTAL,
    ),
    "a portal's refusal": (stated(PAGE, status="403 Forbidden", kind="text/html"), PORTAL),
    "a portal's empty page": (stated(b"", kind="text/html"), PORTAL),
    "cut in the middle of a word": (lambda honest: response(honest.body[:-9], kind=honest.kind), OTHER),
    "nothing": (stated(b""), OTHER),
    "no content": (lambda _honest: b"HTTP/1.1 204 No Content\r\n\r\n", OTHER),
    "null": (stated(b"null"), OTHER),
    "a list": (stated(b"[]"), OTHER),
    "not UTF-8": (stated(b'{"epoch": "\xff\xfe"}'), OTHER),
    "very deep": (stated(b'{"a":' * 20_000), OTHER),
    "a field that is new": (changed(something="else"), OTHER),
    "a field that is missing": (without_a_field, OTHER),
    "fields of other types": (other_types, OTHER),
    "a problem that says 200": (
        stated(b'{"title": "", "status": 500, "code": "server.error"}', kind=PROBLEM),
        OTHER,
    ),
    "a problem in place of the message": (stated(b'{"title": "", "status": 200, "code": "ok"}'), OTHER),
    "a problem with strange facts": (
        stated(b'{"title": "", "status": 409, "code": "x", "facts": [1]}', status="409 No", kind=PROBLEM),
        OTHER,
    ),
    "another status than the problem's own": (
        stated(b'{"title": "", "status": 401, "code": "token.revoked"}', status="404 No", kind=PROBLEM),
        OTHER,
    ),
    "less than was promised": (promised_more, CUT),
    "cut in the head": (cut_in_the_head, CUT),
    "no answer": (lambda _honest: b"", CUT),
    "no HTTP": (lambda _honest: b"220 mail.example ESMTP\r\n", CUT),
    "pieces without an end": (lambda honest: in_pieces(honest, ending=b""), CUT),
    "pieces of no size": (lambda honest: in_pieces(honest, ending=b"what\r\n"), CUT),
    "without end": (endless, OTHER),
    "a bomb": (bomb, OTHER),
    "said to be packed": (
        lambda honest: response(honest.body, kind=honest.kind, more="Content-Encoding: gzip\r\n"),
        CUT,
    ),
    "a head of 100 kB": (
        lambda honest: response(honest.body, kind=honest.kind, more=f"X: {'x' * 100_000}\r\n"),
        CUT,
    ),
    "a head of 500 lines": (
        lambda honest: response(honest.body, kind=honest.kind, more="X: x\r\n" * 500),
        CUT,
    ),
    "another kind": (lambda honest: response(honest.body, kind="text/plain"), OTHER),
    "no kind": (lambda honest: response(honest.body, kind=""), OTHER),
    "a fault's page": (stated(PAGE, status="502 Bad Gateway", kind="text/html"), UNWELL),
}
#: Asked in every question; the others in that for news.
EVERYWHERE: Final = (
    "a portal's page",
    "a portal that sends elsewhere",
    "nothing",
    "a list",
    "less than was promised",
)
QUESTIONS: Final = (
    "GET /v1/hello",
    "GET /v1/roster",
    "PUT /v1/desks/standing",
    "POST /v1/push",
    "PUT /v1/blobs/",
    "DELETE /v1/cases/",
    "POST /v1/leases",
    "POST /v1/looks",
    "GET /v1/feed",
    "POST /v1/heads",
)


class Watched:
    """A desk at a spoiling line: with news to fetch, and one thing of each kind to tell."""

    def __init__(self, desk: PracticeDesk, line: SpoilingLine, mine: UUID) -> None:
        self.desk, self.line, self.mine = desk, line, mine
        self.before: dict[str, list[Any]] = {}
        self.meta: list[Any] = []

    def clicks(self) -> None:
        """Something to send as well."""
        self.desk.calls_in(self.mine, "+994500000003")
        self.keep()

    def keep(self) -> None:
        """Everything as it stands."""
        self.before, self.meta = self.tables(), self.rows("SELECT name, value FROM meta")

    def rows(self, question: str) -> list[Any]:
        with self.desk.database.open_reading() as reading:
            return [tuple(row) for row in reading.connection.all(question)]

    def tables(self) -> dict[str, list[Any]]:
        """Every table, but what the sync notes for itself: meta, and how often a click was offered."""
        found = {}
        for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
            if name in NOTED_BESIDE:
                found[name] = self.rows(NOTED_BESIDE[name])
            elif name not in {"meta", "person_names"} and not name.startswith(("sqlite_", "person_names_")):
                found[name] = sorted(self.rows(f"SELECT * FROM {name}"), key=repr)
        return found

    def hears(self, **spoils: Spoil) -> SyncState:
        """One round over the line, and where the desk says it stands."""
        self.line.spoils = spoils | {each: NOTHING_NEW[each] for each in NOTHING_NEW if each not in spoils}
        return self.desk.syncs().state

    def forgets(self) -> None:
        """Meta and the outbox's notes as they were, for the next stranger."""
        with self.desk.database.open_work() as work:
            work.connection.change("DELETE FROM meta WHERE name <> ?", (STANDING,))
            for name, value in self.meta:
                if name != STANDING:
                    work.connection.change("INSERT INTO meta (name, value) VALUES (?, ?)", (name, value))
            work.connection.change("UPDATE outbox SET next_try = ''")
            work.connection.change("UPDATE access_log SET is_sent = 0")
            work.commit()

    def what_moved(self) -> list[str]:
        """The tables that are not as they were."""
        now = self.tables()
        return [name for name in now if now[name] != self.before[name]]


@pytest.fixture
def watched(
    desk: PracticeDesk, other_desk: PracticeDesk, server: tuple[str, Any], people: dict[str, str]
) -> Iterator[Watched]:
    common = desk.identifies(people["not found"])
    desk.syncs()
    other_desk.syncs()
    mine = desk.identifies(people["guardian"])
    desk.syncs()
    other_desk.calls_in(common, "+994500000001")
    new = other_desk.identifies(people["found 4.1.1"])
    other_desk.calls_in(new, "+994500000002")
    other_desk.syncs()
    with desk.database.open_work() as work:
        work.blobs.put(b"%PDF-1.7 one")
        note_to_tell(work, uuid4(), FINISHED, desk.watch.now())
        work.access_log.add(at=desk.watch.now(), agent="aysel", what="card", purpose="x", file_id=common)
        for _ in range(26):
            work.take_number(Series.REFERRAL, 2026, desk.watch.now())
        want_heads(work.meta)
        work.commit()
    with spoiling(server[0]) as line:
        central = CentralApi(
            line.address,
            desk_tokens=TokensInMemory(desk.enrolled.tokens),
            server_keys=lambda: desk.enrolled.server_keys,
        )
        desk.talks_through(central)
        made = Watched(desk, line, mine)
        made.keep()
        yield made
        central.close()


def say(state: SyncState) -> list[str]:
    """All that the window says of it."""
    now = dt.datetime.now(dt.UTC)
    return [each.said_word() for each in standings(state, now)]


def all_arrives(watched: Watched) -> bool:
    """With an honest line, whatever was said before: nothing waits, and nothing needs anybody."""
    watched.line.spoils = {}
    watched.desk.syncs()
    state = watched.desk.syncs().state
    return (state.connection, state.waiting, state.needs_you, state.alarms) == (Connection.ONLINE, 0, 0, ())


def test_whatever_arrives_in_place_of_an_answer_changes_nothing_and_has_a_name(
    watched: Watched, qapp: QApplication
) -> None:
    watched.clicks()
    wrong = []
    asked = [(question, each) for question in QUESTIONS for each in EVERYWHERE]
    asked += [("GET /v1/feed", each) for each in STRANGE if each not in EVERYWHERE]
    for question, name in asked:
        spoil, silence = STRANGE[name]
        if name == "nothing" and question.startswith(("PUT /v1/blobs/", "DELETE")):
            spoil, silence = stated(b'{"ok": true}'), OTHER  # without content they are right
        watched.line.asked.clear()
        state = watched.hears(**{question: spoil})
        if not any(each.startswith(question) for each in watched.line.asked):
            wrong.append(f"{question} was not asked")
        if (state.connection, state.silence) != (Connection.OFFLINE, silence):
            wrong.append(f"{question}, {name}: {state.connection} {state.silence} {state.alarms}")
        if watched.what_moved():
            wrong.append(f"{question}, {name}: changed {watched.what_moved()}")
        if question == "POST /v1/looks" and watched.rows("SELECT 1 FROM access_log WHERE is_sent"):
            wrong.append(f"{name}: looks count as told")
        if not say(state):
            wrong.append(f"{question}, {name}: not said")
        watched.forgets()
    assert not wrong, "\n".join(wrong)
    assert all_arrives(watched)


# news that are well written and not true
def news(change: Callable[[Any, Any], Any]) -> Spoil:
    """Of two items, one with an event and one with three, the longer one arrives, changed."""

    def spoil(honest: Honest) -> bytes:
        other, told = sorted(honest.message()["items"], key=lambda each: len(each["events"]))
        return honest.raw(items=[told | change(told, other)])

    return spoil


def event(at: int, **changes: Any) -> Spoil:
    def change(told: Any, _other: Any) -> Any:
        before, after = told["events"][:at], told["events"][at + 1 :]
        return {"events": [*before, told["events"][at] | changes, *after]}

    return news(change)


def in_its_place(change: Callable[[list[Any]], list[Any]]) -> Spoil:
    return news(lambda told, _other: {"events": change(told["events"])})


def unknown_kind(told: Any, _other: Any) -> Any:
    first, *rest = told["events"]
    return {"events": [first | {"content": first["content"] | {"kind": "from_the_future"}}, *rest]}


NEWS: Final[Mapping[str, tuple[Spoil, str]]] = {
    "an event that was changed": (event(2, data={"phone": "+994501111111"}), "data"),
    "an event of another shape": (event(2, data={"what": 1}), "unreadable"),
    "an event without its salt": (event(1, salt=None), "data"),
    "a broken link": (event(1, prev="0" * 64), "hash"),
    "another hash": (event(2, hash="f" * 64), "confirmed"),
    "another signature": (event(0, signature="A" * 86), "hash"),
    "another place": (event(1, seq=3), "hash"),
    "of another file": (news(lambda _told, other: {"file_id": other["file_id"]}), "file"),
    "of nobody's file": (news(lambda _told, _other: {"file_id": str(uuid4())}), "file"),
    "out of order": (in_its_place(lambda told: told[::-1]), "gap"),
    "two changed places": (in_its_place(lambda told: [told[0], told[2], told[1]]), "link"),
    "an event twice": (in_its_place(lambda told: [*told, told[-1]]), "doubled"),
    "the first left out": (in_its_place(lambda told: told[1:]), "gap"),
    "one left out": (in_its_place(lambda told: [told[0], told[2]]), "link"),
    "without its end": (in_its_place(lambda told: told[:-1]), "cut"),
    "nothing of it": (in_its_place(lambda _told: []), "gap"),
    "without its receipt": (news(lambda _told, _other: {"receipt": {}}), "unreadable"),
    "somebody else's receipt": (news(lambda _told, other: {"receipt": other["receipt"]}), "receipt"),
    "a receipt nobody sealed": (
        news(lambda told, _other: {"receipt": told["receipt"] | {"signature": "A" * 86}}),
        "receipt",
    ),
    "a receipt of a key that is unknown": (
        news(lambda told, _other: {"receipt": told["receipt"] | {"key": "0" * 16}}),
        "receipt",
    ),
    "a kind of event that is unknown": (news(unknown_kind), "unreadable"),
    "a cursor that it does not know": (lambda _honest: problem(422, "cursor.malformed"), "cursor.malformed"),
    "a question it calls malformed": (lambda _honest: problem(422, "request.malformed"), "request.malformed"),
}


def test_news_that_are_not_true_change_nothing_and_say_what_is_wrong(
    watched: Watched, qapp: QApplication
) -> None:
    wrong = []
    for name, (spoil, code) in NEWS.items():
        state = watched.hears(**{"GET /v1/feed?": spoil})
        codes = {each.code for each in state.alarms}
        if code not in codes:
            wrong.append(f"{name}: {codes}")
        wrong += [f"{name}: no words for {each}" for each in codes if not alarm_words(each).is_known]
        if watched.what_moved():
            wrong.append(f"{name}: changed {watched.what_moved()}")
        watched.forgets()
    assert not wrong, "\n".join(wrong)
    assert all_arrives(watched)


# verdicts, numbers, times and epochs that are well written and not true
def verdicts(change: Callable[[list[Any]], list[Any]]) -> Spoil:
    return lambda honest: honest.raw(answers=change(honest.message()["answers"]))


def receipts(change: Callable[[Receipt], Receipt]) -> Spoil:
    def swap(told: Any) -> Any:
        return told | {"receipt": sealed_json(change(from_json(Receipt, told["receipt"])))}

    return verdicts(lambda told: [swap(each) for each in told])


def leased(**changes: Any) -> Spoil:
    def spoil(honest: Honest) -> bytes:
        lease = from_json(NumberLease, honest.message()["lease"])
        return honest.raw(lease=sealed_json(replace(lease, **changes)))

    return spoil


COUNT = count()
OFFLINE, ONLINE = Connection.OFFLINE, Connection.ONLINE


def restless(honest: Honest) -> bytes:
    return honest.raw(epoch=f"epoch {next(COUNT)}")


def pages_without_end() -> Spoil:
    known: dict[str, Any] = {}

    def spoil(honest: Honest) -> bytes:
        if honest.status == 200:  # later it does not know the cursor that was invented here
            known.update(honest.message())
        return response(json.dumps(known | {"items": [], "more": True, "cursor": f"c{next(COUNT)}"}).encode())

    return spoil


def in_a_year(honest: Honest) -> bytes:
    return honest.raw(time="2027" + honest.message()["time"][4:])


FALSE: Final[Mapping[str, tuple[Mapping[str, Spoil], Connection, Silence | None, str]]] = {
    "too few verdicts": ({"POST /v1/push": changed(answers=[])}, OFFLINE, OTHER, ""),
    "too many verdicts": ({"POST /v1/push": verdicts(lambda told: [*told, *told])}, OFFLINE, OTHER, ""),
    "a verdict of another kind": (
        {"POST /v1/push": verdicts(lambda told: [{"answer": "perhaps"} for _ in told])},
        OFFLINE,
        OTHER,
        "",
    ),
    "a receipt of another file": (
        {"POST /v1/push": receipts(lambda told: replace(told, file_id=uuid4()))},
        ONLINE,
        None,
        "receipt",
    ),
    "a receipt over other events": (
        {"POST /v1/push": receipts(lambda told: replace(told, hash="f" * 64))},
        ONLINE,
        None,
        "receipt",
    ),
    "a conflict without a difference": (
        {
            "POST /v1/push": verdicts(
                lambda told: [
                    {"answer": "conflict", "from_seq": 1, "events": [], "receipt": each["receipt"]}
                    for each in told
                ]
            )
        },
        ONLINE,
        None,
        "gap",
    ),
    "numbers of another desk": ({"POST /v1/leases": leased(desk="B03-77")}, ONLINE, None, "lease.not_ours"),
    "numbers of another series": (
        {"POST /v1/leases": leased(series=Series.NOTICE)},
        ONLINE,
        None,
        "lease.not_ours",
    ),
    "no numbers": ({"POST /v1/leases": changed(lease={})}, ONLINE, None, "lease.not_ours"),
    "a time that never was": (
        {"GET /v1/hello": changed(time="2026-13-99T25:61:61.999Z")},
        OFFLINE,
        OTHER,
        "",
    ),
    "a clock a year off": ({"GET /v1/hello": in_a_year}, ONLINE, None, ""),
    "a new epoch in each answer": (
        {"GET /v1/hello": restless, "POST /v1/push": restless, "GET /v1/feed": restless},
        OFFLINE,
        OTHER,
        "",
    ),
    "a new epoch in each page": ({"GET /v1/feed": restless}, OFFLINE, OTHER, ""),
    "pages without end": (
        {"GET /v1/feed": pages_without_end()},
        OFFLINE,
        OTHER,
        "",
    ),
}


def test_verdicts_numbers_times_and_epochs_that_are_not_true_change_nothing(
    watched: Watched, qapp: QApplication
) -> None:
    watched.clicks()
    wrong = []
    for name, (spoils, connection, silence, code) in FALSE.items():
        state = watched.hears(**spoils)
        codes = {each.code for each in state.alarms}
        if (state.connection, state.silence) != (connection, silence):
            wrong.append(f"{name}: {state.connection} {state.silence} {codes}")
        if code and code not in codes:
            wrong.append(f"{name}: {codes}")
        wrong += [f"{name}: no words for {each}" for each in codes if not alarm_words(each).is_known]
        if watched.what_moved():
            wrong.append(f"{name}: changed {watched.what_moved()}")
        is_said = "This computer's clock is wrong" in say(state)
        if (name == "a clock a year off") != is_said or watched.desk.watch.offset:
            wrong.append(f"{name}: {say(state)}, put right by {watched.desk.watch.offset}")
        watched.forgets()
    assert not wrong, "\n".join(wrong)
    assert all_arrives(watched)


# who answers over TLS
NOW: Final = dt.datetime.now(dt.UTC)
DAY: Final = dt.timedelta(days=1)


def test_only_the_right_certificate_at_the_right_time_is_believed(
    watched: Watched, tmp_path: Path, qapp: QApplication
) -> None:
    ours, authority = certificate(tmp_path, "ours", until=NOW + DAY)
    other, _ = certificate(tmp_path, "other", until=NOW + DAY)
    past, past_authority = certificate(tmp_path, "past", until=NOW - DAY)
    early, early_authority = certificate(tmp_path, "early", until=NOW + 60 * DAY)
    named, named_authority = certificate(tmp_path, "named", until=NOW + DAY, address="10.0.0.1")
    hello = response(b"{}")
    wrong = []
    for name, line, believed, silence in (
        ("the right one", answering([hello], tls=ours), authority, Silence.OTHER_SCHEMA),  # it is listened to
        ("somebody else's", answering([hello], tls=other), authority, Silence.TLS),
        ("one that it made itself", answering([hello], tls=ours), None, Silence.TLS),
        ("expired", answering([hello], tls=past), past_authority, Silence.CLOCK),
        ("not yet valid", answering([hello], tls=early), early_authority, Silence.CLOCK),
        ("for another computer", answering([hello], tls=named), named_authority, Silence.TLS),
        ("no certificate at all", answering([hello]), authority, Silence.TLS),
        ("cut before it showed one", answering([]), authority, Silence.TLS),
    ):
        with line as address:
            central = CentralApi(
                address.replace("http:", "https:"),
                desk_tokens=TokensInMemory(watched.desk.enrolled.tokens),
                server_keys=dict,
                authority=believed,
            )
            watched.desk.talks_through(central)
            state = watched.desk.syncs().state
            central.close()
        if (state.connection, state.silence) != (OFFLINE, silence) or not say(state):
            wrong.append(f"{name}: {state.connection} {state.silence}")
        if watched.what_moved():
            wrong.append(f"{name}: changed {watched.what_moved()}")
    assert not wrong, "\n".join(wrong)
