"""A modified client bears what is somebody else's, or alters what the server gave out; nothing of it is believed.

As in ``test_forged_client.py``: after each row the whole database is compared with what it was before.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import update

from central_api.office import Office
from central_api.tables import desks
from dost_desktop.contract.messages import Accepted
from dost_desktop.contract.seals import SigningKey, is_sealed
from dost_desktop.domain import acts, canonical
from dost_desktop.domain.attestation import Receipt, Series
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import instant_text
from tests.central_api.forger import (
    Forgery,
    Stage,
    nothing_but_the_reason,
    one_character,
    said_by,
    set_up,
)
from tests.central_api.practice_desk import Clockwork, Desk, hire


@pytest.fixture
def stage(office: Office, http: httpx.Client, clock: Clockwork, people: dict[str, str]) -> Stage:
    return set_up(office, http, clock, people)


# ids, codes and numbers that belong to somebody else (design 4, 6, 7)


def _issues(stage: Stage) -> acts.IssueNotice:
    """A genuine written answer, once; the forger copies it."""
    if stage.issued is None:
        act = stage.notice()
        run = stage.run(stage.desk.refusal(stage.application, stage.answer), act)
        assert stage.tries(run) == "accepted"
        stage.issued = act
    return stage.issued


def _copied(stage: Stage, **own: Any) -> str:
    """A notice of the case at the back office with what the genuine one bears."""
    genuine = _issues(stage)
    forged: dict[str, Any] = {
        "notice": uuid4(),
        "verify_code": uuid4().hex,
        "number": stage.desk.next_number(Series.NOTICE),
    }
    act = replace(genuine, application=stage.drafted, **(forged | own))
    return stage.tries(stage.run(act, file=stage.draft))


def _opens(stage: Stage, number: str, **forged: Any) -> str:
    """An application in the file of somebody else who is a jobseeker, with this number."""
    file, done = stage.desk.identification(stage.third_number)
    return stage.tries(stage.run(*done, replace(stage.desk.opening(number), **forged), file=file))


def _provisional(stage: Stage) -> str:
    return _opens(stage, "05-04-05-00/B03/2026/M-P-B03-02-0000BEEF")


OTHERS: Final[dict[str, tuple[Forgery, str]]] = {
    "the code of another notice": (
        lambda s: _copied(s, verify_code=_issues(s).verify_code), "notice.code_reused"),
    "the id of another notice": (lambda s: _copied(s, notice=_issues(s).notice), "notice.code_reused"),
    "printing another file's notice": (
        lambda s: s.tries(s.run(acts.PrintNotice(_issues(s).notice, 1, ""), file=s.draft)), "notice.unknown"),
    "recalling another file's notice": (
        lambda s: s.tries(s.run(acts.RecallNotice(_issues(s).notice, "səhv"), file=s.draft)), "notice.unknown"),
    "a number that was never leased": (
        lambda s: _opens(s, "05-04-05-00/B03/2026/M-900000"), "number.not_leased"),
    "a number of the colleague's block": (
        lambda s: _opens(s, s.colleague.blocks[Series.APPLICATION, 2026][0]), "number.not_leased"),
    "a number of another centre": (
        lambda s: _opens(s, s.far.blocks[Series.APPLICATION, 2026][0]), "number.not_leased"),
    "a number of another year": (lambda s: _opens(s, "05-04-05-00/B03/2025/M-000001"), "number.not_leased"),
    "a number of another series": (
        lambda s: _opens(s, s.desk.blocks[Series.NOTICE, 2026][0]), "number.not_leased"),
    "a number of no shape": (lambda s: _opens(s, "B03-1"), "number.not_leased"),
    "no number": (lambda s: _opens(s, " "), "number.not_leased"),
    "a number twice": (
        lambda s: _opens(s, s.office.hand.read(s.file).applications[0].number), "number.used"),
    "a provisional number of another desk": (_provisional, "number.not_leased"),
    "the id of an application that lies at the back office": (
        lambda s: _opens(s, s.desk.blocks[Series.APPLICATION, 2026][0], application=s.drafted),
        "application.already_open",
    ),
    "an application at another centre": (
        lambda s: _opens(s, s.desk.blocks[Series.APPLICATION, 2026][0], centre="A01"),
        "application.other_centre"),
}  # fmt: skip


def test_nothing_of_somebody_else_s_is_borne_twice(stage: Stage) -> None:
    _issues(stage)
    nothing_but_the_reason(stage, OTHERS, but=frozenset({"readings"}))


# what the server gave out, brought back altered: cursors, tokens, documents, cases (design 6, 7)


def _follows(stage: Stage, cursor: str, by: Desk | None = None) -> str:
    desk = by or stage.desk
    return said_by(desk.http.get("/v1/feed", params={"cursor": cursor}, headers=desk.as_desk))


def _altered_cursor(stage: Stage, place: int) -> str:
    """One bit of the cursor changed: of its seal, or of what it says."""
    raw = bytearray(base64.urlsafe_b64decode(stage.desk.pulls().cursor))
    raw[place] ^= 1
    return base64.urlsafe_b64encode(raw).decode()


def _keeps(stage: Stage, sha256: str, content: bytes) -> str:
    return said_by(stage.desk.http.put(f"/v1/blobs/{sha256}", content=content, headers=stage.desk.as_desk))


def _fetches(stage: Stage, by: Desk) -> str:
    content = b"%PDF-kept"
    sha256 = hashlib.sha256(content).hexdigest()
    return said_by(by.http.get(f"/v1/blobs/{sha256}", headers=by.as_desk))


def _takes_case(stage: Stage, by: Desk) -> str:
    return said_by(by.http.post(f"/v1/cases/{CASE}/take", headers=by.as_agent))


def _puts_case(stage: Stage, by: Desk) -> str:
    case = _half_done(by)
    return said_by(by.http.put(f"/v1/cases/{CASE}", json=case, headers=by.as_desk))


CASE: Final = "00000000-0000-4000-8000-00000000ca5e"
GIVEN: Final[dict[str, tuple[Forgery, str]]] = {
    "a cursor of another centre": (lambda s: _follows(s, s.far.pulls().cursor), "422 cursor.other_centre"),
    "a cursor cut": (lambda s: _follows(s, s.desk.pulls().cursor[:-4]), "422 cursor.malformed"),
    "a cursor with more behind it": (lambda s: _follows(s, s.desk.pulls().cursor + "AAAA"), "422 cursor.malformed"),
    "a cursor with another seal": (lambda s: _follows(s, _altered_cursor(s, 0)), "422 cursor.malformed"),
    "a cursor with another position": (lambda s: _follows(s, _altered_cursor(s, -2)), "422 cursor.malformed"),
    "a cursor of a thousand letters": (lambda s: _follows(s, "A" * 1000), "422 request.malformed"),
    "bytes under the hash of others": (lambda s: _keeps(s, "0" * 64, b"%PDF-x"), "422 blob.other_hash"),
    "no bytes under a hash": (lambda s: _keeps(s, "0" * 64, b""), "422 blob.other_hash"),
    "a hash that is none": (lambda s: _keeps(s, "X" * 64, b"x"), "422 request.malformed"),
    "another centre's document": (lambda s: _fetches(s, s.far), "404 blob.unknown"),
    "another centre's case": (lambda s: _takes_case(s, s.far), "404 case.unknown"),
    "a colleague's open case, taken": (lambda s: _takes_case(s, s.desk), "409 case.taken"),
    "a colleague's open case, told about": (lambda s: _puts_case(s, s.desk), "409 case.taken"),
    "another centre's case, told about": (lambda s: _puts_case(s, s.far), "404 case.unknown"),
    "a refresh token that nobody gave": (
        lambda s: said_by(s.desk.http.post("/v1/sessions/refresh", json={"refresh": "x" * 43})), "401 token.unknown"),
    "an access token in place of the refresh token": (
        lambda s: said_by(s.desk.http.post(
            "/v1/sessions/refresh", json={"refresh": s.desk.enrolled.tokens.access})), "401 token.unknown"),
    "a code of enrolment that nobody gave": (
        lambda s: said_by(s.desk.http.post(
            "/v1/desks/enrol", json={"code": "AAAAA-BBBBB-CCCCC-DDDDD", "install_id": str(uuid4())})),
        "403 enrol.code_unknown"),
    "a sign-in by another agent's key": (lambda s: _signs_in_by_key(s, "orxan", s.desk.key), "401 sign_in.wrong"),
    "a sign-in by a key of another desk": (
        lambda s: _signs_in_by_key(s, "orxan", s.colleague.key), "401 sign_in.wrong"),
    "a sign-in for tomorrow": (
        lambda s: _signs_in_by_key(s, "aysel", s.desk.key, s.clock() + timedelta(minutes=6)), "401 sign_in.clock"),
    "an employer's answer by an agent": (
        lambda s: said_by(s.desk.http.post(
            "/v1/employer-answers", json={"referral": "x", "answer": "hired"}, headers=s.desk.as_agent)),
        "403 token.employer_needed"),
    "numbers of next year": (lambda s: _leases(s, 2027), "422 lease.year"),
    "numbers of last year": (lambda s: _leases(s, 2025), "422 lease.year"),
}  # fmt: skip


def _leases(stage: Stage, year: int) -> str:
    wish = {"series": "notice", "year": year}
    return said_by(stage.desk.http.post("/v1/leases", json=wish, headers=stage.desk.as_desk))


def _signs_in_by_key(stage: Stage, agent: str, key: SigningKey, at: datetime | None = None) -> str:
    said = {"agent": agent, "at": instant_text(at or stage.clock())}
    message = canonical.canonical(canonical.KEY_ASSERTION, said | {"desk": stage.desk.enrolled.desk})
    wish = said | {"signature": key.sign(message)}
    return said_by(stage.desk.http.post("/v1/sessions/by-key", json=wish, headers=stage.desk.as_desk))


def _half_done(desk: Desk) -> dict[str, Any]:
    return {
        "id": CASE,
        "state": "open",
        "agent": desk.agent,
        "desk": desk.enrolled.desk,
        "paused_at": instant_text(desk.clock()),
    }


def test_nothing_that_the_server_gave_out_can_be_altered(stage: Stage) -> None:
    content = b"%PDF-kept"
    kept = stage.colleague.http.put(
        f"/v1/blobs/{hashlib.sha256(content).hexdigest()}", content=content, headers=stage.colleague.as_desk
    )
    assert kept.status_code == 204, kept.text
    put = stage.colleague.http.put(
        f"/v1/cases/{CASE}", json=_half_done(stage.colleague), headers=stage.colleague.as_desk
    )
    assert put.status_code == 200, put.text
    nothing_but_the_reason(stage, GIVEN, but=frozenset())


def test_an_altered_receipt_is_no_receipt(stage: Stage) -> None:
    """Receipts never come back to the server: it is the desk that finds a forged one."""
    [verdict] = stage.desk.pushes(stage.contact())
    assert isinstance(verdict, Accepted)
    receipt, keys = from_json(Receipt, verdict.receipt), stage.desk.enrolled.server_keys
    assert is_sealed(receipt, keys)
    altered = [
        replace(receipt, seq=receipt.seq + 1),
        replace(receipt, hash="1" * 64),
        replace(receipt, file_id=stage.draft),
        replace(receipt, received_at=receipt.received_at + timedelta(milliseconds=1)),
        replace(receipt, epoch="0" * 32),
        replace(receipt, key="0" * 16),
        replace(receipt, signature=one_character(receipt.signature)),
        replace(SigningKey.new().seal(replace(receipt, hash="1" * 64)), key=receipt.key),
    ]
    assert not any(is_sealed(each, keys) for each in altered)


# who was somebody once: posts, desks and keys that ended (design 4)


def _ended(stage: Stage, what: str) -> str:
    """What is said of a click made an hour after ``what`` happened, and then of one made before."""
    run_before = stage.contact()
    stage.clock.at += timedelta(hours=1)
    match what:
        case "moved":
            hire(stage.office, "aysel", centre="A01")
        case "officer":
            hire(stage.office, "aysel", "back_office")
        case "key":
            genuine, stage.desk.key = stage.desk.key, SigningKey.new()
            stage.desk.signs_in("aysel")
            stage.desk.key = genuine
    stage.clock.at += timedelta(hours=1)
    late = stage.tries(stage.contact())
    return f"{late}, {stage.tries(run_before)}"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("moved", "agent.no_post, accepted"),
        ("officer", "act.only_online, accepted"),
        ("key", "event.signature, accepted"),
    ],
)
def test_who_was_an_agent_is_believed_for_what_was_done_then_alone(
    stage: Stage, what: str, said: str
) -> None:
    assert _ended(stage, what) == said


def test_a_retired_desk_is_let_in_nowhere(stage: Stage) -> None:
    run = stage.contact()
    with stage.office.database.writing() as connection:
        mine = update(desks).where(desks.c.desk == stage.desk.enrolled.desk)
        connection.execute(mine.values(retired_at=instant_text(stage.clock())))
    assert stage.tries(run) == "401 token.desk_retired"
