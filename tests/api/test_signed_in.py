"""A desk and its agent stay signed in by themselves, ask the registers, and believe only sealed answers."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from central_api.office import Office
from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.central import CentralApi
from dost_desktop.api.registers import AskRegisters
from dost_desktop.api.tokens import TokensInMemory
from dost_desktop.contract.messages import DeskEnrolled, FeedPage, Problem, Queue, Roster, Tokens
from dost_desktop.contract.seals import SigningKey
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.ids import NumberKind
from dost_desktop.office import Office as DeskOffice
from dost_desktop.ports import Unanswered
from tests.central_api.practice_desk import Clockwork
from tests.sync.desks import PracticeDesk


def test_tokens_that_ran_out_are_renewed_once_however_many_ask(desk: PracticeDesk, clock: Clockwork) -> None:
    clock.at += timedelta(minutes=16)

    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda _: desk.central.roster(), range(12)))

    assert all(isinstance(each, Roster) for each in answers)
    assert isinstance(desk.central.queue(), Queue)


def test_a_renewal_whose_answer_was_lost_is_simply_repeated(
    office: Office, server: tuple[str, ExitStack], clock: Clockwork
) -> None:
    class Forgetful(TokensInMemory):
        """The program is killed after the server renewed and before the new pair was kept."""

        is_killed = False

        def save(self, tokens: Tokens | None) -> None:
            if self.is_killed:
                raise KeyboardInterrupt
            super().save(tokens)

    kept = Forgetful()
    central = CentralApi(server[0], desk_tokens=kept, server_keys=dict)
    enrolled = central.enrol(office.enrolment.new_code("B03"), uuid4())
    assert isinstance(enrolled, DeskEnrolled)
    clock.at += timedelta(minutes=16)

    kept.is_killed = True
    with pytest.raises(KeyboardInterrupt):
        central.roster()
    kept.is_killed = False

    assert isinstance(central.roster(), Roster)
    assert isinstance(central.feed("", 10), FeedPage)
    central.close()


def test_two_programs_of_one_desk_do_not_take_each_others_tokens_away(
    office: Office, server: tuple[str, ExitStack], clock: Clockwork, tmp_path: Path
) -> None:
    """The window is open and a command checks the desk: both keep their tokens in one file."""
    desk = DeskOffice(tmp_path / "desk")
    desk.enrol(server[0], office.enrolment.new_code("B03"))
    window, command = (DeskOffice(desk.paths.home)._central(server[0], {}) for _ in range(2))
    for asks in (window, command, window, command, window):
        assert isinstance(asks.roster(), Roster)
        clock.at += timedelta(minutes=16)
    window.close()
    command.close()


def test_a_wrong_password_is_sent_and_counted_once(desk: PracticeDesk) -> None:
    for _ in range(5):
        answer = desk.central.sign_in("orxan", "wrong")
        assert isinstance(answer, Problem)
        assert answer.code == "sign_in.wrong"
    locked = desk.central.sign_in("orxan", "wrong")
    assert isinstance(locked, Problem)
    assert locked.code == "sign_in.locked"


def test_a_desk_that_was_taken_away_hears_why(desk: PracticeDesk, office: Office) -> None:
    with office.database.writing() as connection:
        office.token_book.revoke(connection, desk=desk.name, why="stolen")

    answer = desk.central.feed("", 10)

    assert isinstance(answer, Problem)
    assert (answer.status, answer.code) == (401, "token.revoked")


def test_a_register_answers_under_seal_and_opens_the_session_itself(
    desk: PracticeDesk, people: dict[str, str], clock: Clockwork
) -> None:
    clock.at += timedelta(hours=13)  # longer than any agent's session
    question = (Register.EMPLOYED_PERSONS, NumberKind.PIN, people["found 4.1.1"], "M-1")

    answer = desk.registers.ask(*question)

    assert isinstance(answer, Attestation)
    assert (answer.answer["found"], answer.asked_by, answer.purpose) == (True, "aysel", "M-1")


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [
        ("the register is down", Unanswered.REGISTER),
        ("the central API is gone", Unanswered.OFFLINE),
        ("the seal is not the central API's", Unanswered.OFFLINE),
        ("the agent's key is not known there", Unanswered.NOT_SIGNED_IN),
    ],
)
def test_no_answer_has_a_reason(
    desk: PracticeDesk,
    office: Office,
    server: tuple[str, ExitStack],
    people: dict[str, str],
    trouble: str,
    expected: Unanswered,
) -> None:
    registers = desk.registers
    match trouble:
        case "the register is down":
            outage: Path = office.settings.outages / Register.EMPLOYED_PERSONS.value
            outage.parent.mkdir(parents=True, exist_ok=True)
            outage.touch()
        case "the central API is gone":
            server[1].close()
        case "the seal is not the central API's":
            desk.central._server_keys = dict
        case "the agent's key is not known there":
            desk.central.sign_out()
            stranger = AgentSession(desk.central, "aysel", desk.name, SigningKey.new(), desk.watch)
            registers = AskRegisters(desk.central, stranger)

    answer = registers.ask(Register.EMPLOYED_PERSONS, NumberKind.PIN, people["found 4.1.1"], "M-1")

    assert answer is expected
