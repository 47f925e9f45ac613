"""Desks enrol, agents sign in, tokens rotate; whoever guesses is slowed down and locked out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from argon2 import PasswordHasher
from sqlalchemy import delete, insert, select, update

from central_api.desk_list import DeskList
from central_api.office import Office
from central_api.passwords import Passwords
from central_api.problems import Problematic
from central_api.tables import tokens
from central_api.tokens import Caller
from dost_desktop.api import routes
from dost_desktop.api.tokens import SignedLine, TokensInMemory
from dost_desktop.api.transport import Received, Request, Transport
from dost_desktop.contract.messages import DeskEnrolled, Problem, Roster
from dost_desktop.contract.sealed_box import close_box
from dost_desktop.contract.seals import SigningKey, from_text, to_text
from dost_desktop.domain import canonical
from dost_desktop.domain.dates import instant_text
from dost_desktop.sync.needs import NoAnswer
from tests.central_api.practice_desk import PASSWORD, Clockwork, Desk, enrol, hire


def _code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def _sign_in(desk: Desk, agent: str, password: str) -> httpx.Response:
    return desk.http.post("/v1/sessions", json={"agent": agent, "password": password}, headers=desk.as_desk)


def test_an_enrolment_code_makes_one_desk(office: Office, http: httpx.Client) -> None:
    code, pc = office.enrolment.new_code("B03"), str(uuid4())
    first = http.post("/v1/desks/enrol", json={"code": code.lower(), "install_id": pc})
    again = http.post("/v1/desks/enrol", json={"code": code, "install_id": pc})
    stolen = http.post("/v1/desks/enrol", json={"code": code, "install_id": str(uuid4())})

    assert (first.status_code, again.status_code) == (201, 201)
    assert (
        DeskEnrolled.model_validate(first.json()).desk
        == DeskEnrolled.model_validate(again.json()).desk
        == "B03-01"
    )
    assert _code(stolen) == (403, "enrol.code_used")
    old = {"Authorization": f"Bearer {first.json()['tokens']['access']}"}
    assert _code(http.get("/v1/roster", headers=old)) == (401, "token.desk_replaced")


def test_a_code_is_unknown_or_too_old(office: Office, http: httpx.Client, clock: Clockwork) -> None:
    wish = {"code": "AAAAA-AAAAA-AAAAA-AAAAA", "install_id": str(uuid4())}
    assert _code(http.post("/v1/desks/enrol", json=wish)) == (403, "enrol.code_unknown")
    wish["code"] = office.enrolment.new_code("B03")
    clock.at += timedelta(days=7)
    assert _code(http.post("/v1/desks/enrol", json=wish)) == (403, "enrol.code_unknown")


def test_wrong_passwords_lock_the_name_also_for_the_right_one_until_it_is_over(
    desk: Desk, clock: Clockwork
) -> None:
    for _ in range(5):
        assert _code(_sign_in(desk, "orxan", "wrong")) == (401, "sign_in.wrong")

    locked = _sign_in(desk, "orxan", PASSWORD)
    assert _code(locked) == (429, "sign_in.locked")
    assert 0 < int(locked.headers["retry-after"]) <= 61
    assert _sign_in(desk, "aysel", PASSWORD).status_code == 201
    clock.at += timedelta(seconds=int(locked.headers["retry-after"]))
    assert _sign_in(desk, "orxan", PASSWORD).status_code == 201
    assert _code(_sign_in(desk, "orxan", "wrong")) == (401, "sign_in.wrong")


def test_guessing_names_locks_the_desk(desk: Desk) -> None:
    codes = [_sign_in(desk, f"guess{n}", "x").status_code for n in range(25)]
    assert codes[:20] == [401] * 20
    assert set(codes[20:]) == {429}


def test_an_agent_of_another_centre_cannot_sign_in_here(desk: Desk) -> None:
    assert _code(_sign_in(desk, "fidan", PASSWORD)) == (403, "agent.other_centre")


def test_a_refresh_token_works_once_and_reuse_ends_the_family(desk: Desk) -> None:
    first = desk.enrolled.tokens.refresh
    second = desk.http.post("/v1/sessions/refresh", json={"refresh": first}).json()
    assert (
        desk.http.get("/v1/roster", headers={"Authorization": f"Bearer {second['access']}"}).status_code
        == 200
    )

    assert _code(desk.http.post("/v1/sessions/refresh", json={"refresh": first})) == (401, "token.reused")

    for token in (second["refresh"], first):
        said = _code(desk.http.post("/v1/sessions/refresh", json={"refresh": token}))
        assert said == (401, "token.desk_doubled")
    answer = desk.http.get("/v1/roster", headers={"Authorization": f"Bearer {second['access']}"})
    assert _code(answer) == (401, "token.desk_doubled")


@pytest.mark.parametrize("arrived", [0, 1, 2])
def test_answers_lost_on_the_way_do_not_cost_the_desk_its_place_whichever_arrived(
    desk: Desk, arrived: int
) -> None:
    first = desk.enrolled.tokens.refresh
    pairs = [desk.http.post("/v1/sessions/refresh", json={"refresh": first}).json() for _ in range(3)]

    chosen = pairs.pop(arrived)
    assert _lets_in(desk, chosen["access"]) == (200, "")
    for lost in pairs:
        assert _lets_in(desk, lost["access"]) == (401, "token.expired")
    renewed = desk.http.post("/v1/sessions/refresh", json={"refresh": chosen["refresh"]}).json()
    assert _lets_in(desk, renewed["access"]) == (200, "")
    assert _code(desk.http.post("/v1/sessions/refresh", json={"refresh": first})) == (401, "token.reused")


@pytest.mark.parametrize("arrived", [0, 1])
def test_two_who_hold_pairs_of_one_refresh_token_end_the_family_whoever_was_first(
    desk: Desk, arrived: int
) -> None:
    first = desk.enrolled.tokens.refresh
    pairs = [desk.http.post("/v1/sessions/refresh", json={"refresh": first}).json() for _ in range(2)]
    quick = pairs.pop(arrived)
    assert _lets_in(desk, quick["access"]) == (200, "")
    renewed = desk.http.post("/v1/sessions/refresh", json={"refresh": quick["refresh"]}).json()

    again = desk.http.post("/v1/sessions/refresh", json={"refresh": pairs[0]["refresh"]})

    assert _code(again) == (401, "token.reused")
    for each in (quick, renewed):
        assert _lets_in(desk, each["access"]) == (401, "token.desk_doubled")


def test_a_pair_that_is_renewed_before_it_was_used_has_arrived_too(desk: Desk) -> None:
    first = desk.enrolled.tokens.refresh
    pairs = [desk.http.post("/v1/sessions/refresh", json={"refresh": first}).json() for _ in range(2)]
    renewed = desk.http.post("/v1/sessions/refresh", json={"refresh": pairs[0]["refresh"]}).json()
    assert _lets_in(desk, pairs[1]["access"]) == (401, "token.expired")
    assert _lets_in(desk, renewed["access"]) == (200, "")


def _lets_in(desk: Desk, access: str) -> tuple[int, str]:
    answer = desk.http.get("/v1/roster", headers={"Authorization": f"Bearer {access}"})
    return (200, "") if answer.status_code == 200 else _code(answer)


def test_an_agent_s_day_ends_however_often_it_is_refreshed(desk: Desk, clock: Clockwork) -> None:
    assert desk.session is not None
    refresh = desk.session.tokens.refresh
    for _ in range(2):
        clock.at += timedelta(hours=5)
        refresh = desk.http.post("/v1/sessions/refresh", json={"refresh": refresh}).json()["refresh"]
    clock.at += timedelta(hours=2)
    assert _code(desk.http.post("/v1/sessions/refresh", json={"refresh": refresh})) == (401, "token.expired")


def test_who_was_let_in_signs_in_by_key_and_an_assertion_works_once(desk: Desk, clock: Clockwork) -> None:
    at = instant_text(clock())
    message = canonical.canonical(
        canonical.KEY_ASSERTION, {"agent": "aysel", "at": at, "desk": desk.enrolled.desk}
    )
    wish = {"agent": "aysel", "at": at, "signature": desk.key.sign(message)}

    def ask(**changes: str) -> httpx.Response:
        return desk.http.post("/v1/sessions/by-key", json=wish | changes, headers=desk.as_desk)

    assert _code(ask(signature=SigningKey.new().sign(message))) == (401, "sign_in.wrong")
    assert _code(ask(agent="orxan")) == (401, "sign_in.wrong")
    assert ask().status_code == 201
    assert _code(ask()) == (401, "sign_in.repeated")
    clock.at += timedelta(minutes=6)
    assert _code(ask()) == (401, "sign_in.clock")


def test_the_database_key_is_opened_only_right_after_the_password(desk: Desk, clock: Clockwork) -> None:
    box = {"box": to_text(close_box(from_text(desk.enrolled.recovery_key), b"k" * 32))}
    answer = desk.http.post("/v1/desks/database-key", json=box, headers=desk.as_agent)
    assert from_text(answer.json()["key"]) == b"k" * 32
    foreign = {"box": to_text(b"x" * 90)}
    assert _code(desk.http.post("/v1/desks/database-key", json=foreign, headers=desk.as_agent)) == (
        422,
        "box.not_ours",
    )
    clock.at += timedelta(minutes=5)
    late = desk.http.post("/v1/desks/database-key", json=box, headers=desk.as_agent)
    assert _code(late) == (403, "sign_in.not_fresh")


def test_the_roster_names_colleagues_and_keys(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork
) -> None:
    other = enrol(office, http, clock, "A01").signs_in("fidan")
    roster = Roster.model_validate(http.get("/v1/roster", headers=desk.as_desk).json())
    assert [card.agent for card in roster.agents] == ["aysel", "leyla", "orxan", "ramin", "samir"]
    assert [(key.agent, key.public) for key in roster.keys] == [("aysel", desk.key.public)]
    hire(office, "orxan", centre="A01")
    roster = Roster.model_validate(http.get("/v1/roster", headers=other.as_desk).json())
    assert [card.agent for card in roster.agents] == ["fidan", "orxan"]


@pytest.mark.parametrize("public", ["", "AAAA", "A" * 44])
def test_a_key_that_is_none_is_refused(desk: Desk, public: str) -> None:
    answer = desk.http.put("/v1/agents/me/key", json={"public": public}, headers=desk.as_agent)
    assert _code(answer) == (422, "key.malformed")


class CountingPasswords(Passwords):
    """Counts how many tries come as far as the password itself."""

    tried = 0

    def is_right(self, stored: str | None, password: str) -> bool:
        self.tried += 1
        return super().is_right(stored, password)


def _tries(office: Office, caller: Caller, agent: str, password: str = "wrong") -> str:
    try:
        office.accounts.sign_in(caller, agent, password)
    except Problematic as refused:
        return refused.code
    return "in"


def test_many_tries_at_once_at_two_servers_are_no_more_tries(
    office: Office, new_office: Callable[[], Office], desk: Desk
) -> None:
    both = [office, new_office()]
    counting = CountingPasswords(office.accounts.passwords.hasher)
    for each in both:
        each.accounts.passwords = counting
    caller = Caller(desk=desk.enrolled.desk, centre="B03")
    with ThreadPoolExecutor(16) as pool:
        said = list(pool.map(lambda n: _tries(both[n % 2], caller, "orxan"), range(40)))
    assert (counting.tried, said.count("sign_in.wrong"), said.count("sign_in.locked")) == (5, 5, 35)
    assert _tries(new_office(), caller, "orxan", PASSWORD) == "sign_in.locked"  # nor does a restart help


def test_a_refresh_token_shown_at_two_servers_at_once_leaves_one_living_pair(
    office: Office, new_office: Callable[[], Office], desk: Desk
) -> None:
    both = [office, new_office()]
    for _ in range(10):
        with office.database.writing() as connection:
            first = office.token_book.issue(connection, desk.enrolled.desk)
        with ThreadPoolExecutor(2) as pool:
            pairs = list(pool.map(lambda each, token=first.refresh: each.token_book.refresh(token), both))
        living = [pair for pair in pairs if _is_let_in(office, pair.access)]
        assert len(living) == 1
        with ThreadPoolExecutor(2) as pool:  # the living pair was used: now the first one is reuse, wherever
            said = list(pool.map(lambda each, token=first.refresh: _refreshes(each, token), both))
        assert set(said) <= {"token.reused", "token.desk_doubled"}
        assert not _is_let_in(office, living[0].access)
        assert {_refreshes(each, living[0].refresh) for each in both} == {"token.desk_doubled"}


def _is_let_in(office: Office, access: str) -> bool:
    try:
        office.token_book.caller(access)
    except Problematic:
        return False
    return True


def _refreshes(office: Office, token: str) -> str:
    try:
        office.token_book.refresh(token)
    except Problematic as refused:
        return refused.code
    return "in"


def test_passwords_are_kept_as_rfc_9106_asks_of_a_server_with_little_memory() -> None:
    kept = Passwords(PasswordHasher()).hashed("sınaq")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def _renewed(http: httpx.Client, refresh: str) -> httpx.Response:
    return http.post("/v1/sessions/refresh", json={"refresh": refresh})


def _given_since(office: Office, http: httpx.Client, desk: Desk, clock: Clockwork) -> list[str]:
    """A desk's refresh tokens, the first one of the backup that the database comes from, the others given since."""
    with office.database.reading() as connection:
        backup = connection.execute(select(tokens)).mappings().all()
    given = [desk.enrolled.tokens.refresh]
    for _ in range(3):
        clock.at += timedelta(hours=1)
        pair = _renewed(http, given[-1]).json()
        given.append(pair["refresh"])
        assert http.get("/v1/roster", headers={"Authorization": f"Bearer {pair['access']}"}).is_success
    with office.database.writing() as connection:
        connection.execute(delete(tokens))
        connection.execute(insert(tokens), [dict(row) for row in backup])
    return given


def test_after_a_restore_a_desk_goes_on_with_the_token_that_the_backup_does_not_know(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork
) -> None:
    given = _given_since(office, http, desk, clock)
    assert _code(_renewed(http, given[-1])) == (401, "token.unknown")  # nobody said that this is a backup
    office.restored()

    lost, again = _renewed(http, given[-1]), _renewed(http, given[-1])  # the first answer was lost

    assert (lost.status_code, again.status_code) == (200, 200)
    access = {"Authorization": f"Bearer {again.json()['access']}"}
    assert http.get("/v1/roster", headers=access).is_success
    assert _renewed(http, again.json()["refresh"]).is_success
    forged = given[-1][:-1] + ("A" if given[-1][-1] != "A" else "B")
    assert _code(_renewed(http, forged)) == (401, "token.unknown")


@pytest.mark.parametrize("stolen", [0, 1])  # one that the backup knows as the last, and one given since
def test_after_a_restore_two_who_show_tokens_of_one_desk_end_its_family(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork, stolen: int
) -> None:
    given = _given_since(office, http, desk, clock)
    office.restored()
    pair = _renewed(http, given[-1]).json()
    headers = {"Authorization": f"Bearer {pair['access']}"}
    assert http.get("/v1/roster", headers=headers).is_success

    assert _code(_renewed(http, given[stolen])) == (401, "token.reused")
    assert _code(http.get("/v1/roster", headers=headers)) == (401, "token.desk_doubled")


def test_after_a_restore_a_pair_that_the_backup_took_for_unused_puts_nobody_out(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork
) -> None:
    with office.database.writing() as connection:  # the backup is of the moment between giving and first use
        connection.execute(update(tokens).values(used_at=None))
    given = _given_since(office, http, desk, clock)
    office.restored()
    pair = _renewed(http, given[-1]).json()
    assert _lets_in(desk, pair["access"]) == (200, "")

    assert _lets_in(desk, desk.enrolled.tokens.access) == (401, "token.expired")
    assert _lets_in(desk, pair["access"]) == (200, "")
    assert _code(_renewed(http, given[0])) == (401, "token.reused")
    assert _lets_in(desk, pair["access"]) == (401, "token.desk_doubled")


def test_after_a_restore_neither_a_retired_desk_nor_one_away_too_long_goes_on(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork
) -> None:
    given = _given_since(office, http, desk, clock)
    office.restored()
    clock.at += office.settings.desk_refresh_life
    assert _code(_renewed(http, given[-1])) == (401, "token.expired")
    clock.at -= office.settings.desk_refresh_life
    DeskList(office.database, office.token_book, clock).retire(desk.enrolled.desk)
    assert _code(_renewed(http, given[-1])) == (401, "token.desk_retired")


def test_two_programs_of_one_desk_that_renew_at_once_both_go_on(desk: Desk, clock: Clockwork) -> None:
    """The window and ``dost-desktop sync``: they keep the desk's tokens in one file."""
    kept = TokensInMemory(desk.enrolled.tokens)
    address = str(desk.http.base_url)
    window = SignedLine(Transport(address), kept, routes.REFRESH)

    class Slower(Transport):
        def send(self, request: Request, token: str = "") -> Received | Problem | NoAnswer:
            answer = super().send(request, token)
            if request.path == routes.REFRESH:  # before this one is kept, the window renews too and works on
                assert isinstance(window.send(asked), Received)
            return answer

    command = SignedLine(Slower(address), kept, routes.REFRESH)
    asked = Request("GET", routes.ROSTER)
    clock.at += timedelta(hours=1)
    assert isinstance(command.send(asked), Received)
    for _ in range(2):
        assert isinstance(window.send(asked), Received)
        assert isinstance(command.send(asked), Received)
        clock.at += timedelta(hours=1)


def test_who_signed_out_while_the_tokens_were_renewed_stays_signed_out(desk: Desk, clock: Clockwork) -> None:
    kept = TokensInMemory(desk.enrolled.tokens)

    class Slower(Transport):
        def send(self, request: Request, token: str = "") -> Received | Problem | NoAnswer:
            answer = super().send(request, token)
            if request.path == routes.REFRESH:
                kept.save(None)
            return answer

    clock.at += timedelta(hours=1)
    line = SignedLine(Slower(str(desk.http.base_url)), kept, routes.REFRESH)
    said = line.send(Request("GET", routes.ROSTER))
    assert (isinstance(said, Problem) and said.code, kept.load()) == ("token.missing", None)
