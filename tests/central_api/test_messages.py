"""People are told by e-cabinet and mobile message, each once, by MAS or else by ourselves, and the file says so."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from central_api.central_hand import CentralHand
from central_api.message_gateway import FAILURES, GATEWAY, SimulatedGateway
from central_api.message_list import MessageList
from central_api.message_texts import PLAIN_AT_MOST, WITH_LETTERS_AT_MOST, load_message_texts
from central_api.messages import Messages
from central_api.office import Office
from central_api.register_files import replace_register
from central_api.sending_hours import SendingHours
from central_api.simulated_mas import MESSAGES, UNDELIVERED, SimulatedMas
from central_api.tables import simulated_rows
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.domain import acts
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    EmployerAnswer,
    MessageChannel,
    MessageSender,
)
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire
from tests.central_api.test_back_office import decides, reads, sends
from tests.central_api.test_duties import confirms, found, pulled, refers

E_CABINET, MOBILE = MessageChannel.E_CABINET, MessageChannel.MOBILE
MAS, OURS = MessageSender.MAS, MessageSender.OWN_GATEWAY
PHONE = "+994501112233"
VALUES = {
    "date": "22.11.2026",
    "app_no": "05-04-05-00/B03/2026/M-000123",
    "referral_no": "05-04-05-00/B03/2026/G-001234",
    "removed_until": "01.02.2027",
    "employer_name": "“Nümunə” MMC",
    "employer_address": "Bakı ş., Sınaq küç. 1",
}


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk


def registered(office: Office, desk: Desk, number: str, phone: str = PHONE) -> tuple[UUID, UUID]:
    """A jobseeker whose form MAS accepted a moment ago."""
    file, application = confirms(desk, number, ApplicationKind.JOBSEEKER)
    desk.pushes(desk.records(file, acts.RecordContact(phone, "", "")))
    assert office.duties.work_off() == 1
    return file, application


def told(
    office: Office, file: UUID, application: UUID
) -> list[tuple[str, MessageChannel, MessageSender, bool]]:
    """What the file says of messages, in the order in which they were recorded."""
    said = found(office, file, application).messages
    return [(each.message, each.channel, each.sender, each.delivered) for each in said]


def kept(office: Office, register: str) -> list[dict[str, Any]]:
    """What a simulator keeps."""
    chosen = select(simulated_rows.c.row).where(simulated_rows.c.register == register)
    with office.database.reading() as connection:
        return [json.loads(text) for text in connection.execute(chosen).scalars()]


def undelivered(office: Office, number: str, *rows: tuple[MessageChannel, str]) -> None:
    listed = [(number, {"channel": channel.value, "outcome": outcome}) for channel, outcome in rows]
    replace_register(office.database, UNDELIVERED, listed)


def by_mas(message: str) -> list[tuple[str, MessageChannel, MessageSender, bool]]:
    return [(message, E_CABINET, MAS, True), (message, MOBILE, MAS, True)]


STARTS = date(2026, 11, 24)
FORMS = [
    ("not registered", ApplicationKind.JOBSEEKER, {}, "jobseeker.registered"),
    (
        "not found",
        ApplicationKind.REMOVAL,
        {"ground": "removal.own_request", "starts_on": STARTS, "ends_on": date(2027, 2, 1)},
        "registration.removed",
    ),
    ("temporarily removed", ApplicationKind.RESUMPTION, {}, "registration.resumed"),
    ("unemployed", ApplicationKind.CANCELLATION, {"ground": "cancel.own_request"}, "registration.cancelled"),
]


@pytest.mark.parametrize(("case", "kind", "form", "message"), FORMS, ids=[row[3] for row in FORMS])
def test_an_accepted_form_is_told_by_both_ways_in_one_run(
    office: Office,
    desk: Desk,
    people: dict[str, str],
    case: str,
    kind: ApplicationKind,
    form: dict[str, object],
    message: str,
) -> None:
    file, application = confirms(desk, people[case], kind, **form)
    office.duties.work_off()
    before = office.hand.read(file).head.seq
    assert office.messages.work_off() == 2
    assert office.messages.work_off() == 0
    assert told(office, file, application) == by_mas(message)
    assert office.hand.read(file).head.seq == before + 2
    assert kept(office, GATEWAY) == []
    assert MessageList(office.database, office.clock).standing() == ()


def test_a_form_that_mas_does_not_accept_is_told_of_by_the_agent(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    row = {"application_kind": "jobseeker_registration", "reason": "Təhsil göstərilməyib"}
    replace_register(office.database, "mas_form_refusals", [(people["not registered"], row)])
    confirms(desk, people["not registered"], ApplicationKind.JOBSEEKER)
    office.duties.work_off()
    assert MessageList(office.database, office.clock).standing() == ()


ANSWERS = [
    (EmployerAnswer.HIRED, "employer.hired"),
    (EmployerAnswer.NOT_HIRED, "employer.not_hired"),
    (EmployerAnswer.SILENT, "employer.silent"),
]


@pytest.mark.parametrize(("answer", "message"), ANSWERS)
def test_a_referral_and_the_employers_answer_are_told(
    office: Office,
    desk: Desk,
    people: dict[str, str],
    clock: Clockwork,
    answer: EmployerAnswer,
    message: str,
) -> None:
    file, application = refers(desk, people["not found"])
    if answer is EmployerAnswer.SILENT:
        clock.at += timedelta(days=9)
        office.duties.work_off()
    else:
        office.employers.hear("05-04-05-00/B03/2026/G-000001", answer)
    assert office.messages.work_off() == 4
    assert sorted(told(office, file, application)) == sorted(by_mas("referral.issued") + by_mas(message))


def test_a_withdrawal_is_told(office: Office, desk: Desk, people: dict[str, str]) -> None:
    file = desk.identifies(people["not found"])
    application = desk.opens(file)
    desk.pushes(desk.records(file, acts.Withdraw(application)))
    assert office.messages.work_off() == 2
    assert told(office, file, application) == by_mas("application.withdrawn")


def test_what_the_back_office_decides_is_told(
    office: Office, http: httpx.Client, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    hire(office, "nərgiz", "back_office", "A01")
    officer = enrol(office, http, clock, "A01").signs_in("nərgiz")
    sent = sends(desk, people["not found"])
    reads(officer, sent.file)
    decides(officer, officer.records(sent.file, acts.ReturnDecision(sent.application, "Baxılsın")))
    office.messages.work_off()
    pulled(desk, sent.file)
    desk.pushes(desk.records(sent.file, acts.SendToBackOffice(sent.application, "05")))
    reads(officer, sent.file)
    decides(officer, officer.records(sent.file, acts.ConfirmDecision(sent.application)))
    office.messages.work_off()
    said = told(office, sent.file, sent.application)
    assert said == by_mas("back_office.returned") + by_mas("unemployed.registered")


DEATHS = [
    (owner, name, is_after)
    for owner, name in (
        (SimulatedMas, "tell"), (SimulatedGateway, "send"), (CentralHand, "record"), (Messages, "_end"),
    )
    for is_after in (False, True)
]  # fmt: skip


@pytest.mark.parametrize(("owner", "name", "is_after"), DEATHS)
def test_what_mas_does_not_send_our_own_gateway_sends_once_whoever_dies_in_between(
    office: Office,
    desk: Desk,
    people: dict[str, str],
    clock: Clockwork,
    monkeypatch: pytest.MonkeyPatch,
    owner: type,
    name: str,
    is_after: bool,
) -> None:
    undelivered(office, people["not registered"], (MOBILE, "not_sent"))
    file, application = registered(office, desk, people["not registered"])
    whole = getattr(owner, name)

    def killed(*given: Any, **more: Any) -> None:
        if is_after:
            whole(*given, **more)
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(owner, name, killed)
        with pytest.raises(SystemExit):
            office.messages.work_off()
    assert office.messages.work_off() == 0  # still held by the dead process
    clock.at += timedelta(seconds=61)
    office.messages.work_off()
    assert MessageList(office.database, office.clock).standing() == ()
    both = [("jobseeker.registered", E_CABINET, MAS, True), ("jobseeker.registered", MOBILE, OURS, True)]
    assert told(office, file, application) == both
    [sent] = kept(office, GATEWAY)
    assert (sent["address"], sent["title"]) == (PHONE, "")
    assert sent["text"].startswith("İşaxtaran kimi qeydiyyata alındınız. Tarix: 24.11.2026.")


def test_many_processes_tell_each_person_once(
    office: Office, new_office: Callable[..., Office], desk: Desk, people: dict[str, str]
) -> None:
    files = [registered(office, desk, people[each]) for each in ("not registered", "cancelled")]
    others = [new_office(DOST_OWN_MESSAGES="jobseeker.registered").messages for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(Messages.work_off, others)) == 4
    for each in files:
        assert [(channel, sender) for _, channel, sender, _ in told(office, *each)] == [
            (E_CABINET, OURS),
            (MOBILE, OURS),
        ]
    assert len(kept(office, GATEWAY)) == 4


def test_the_setting_says_which_messages_mas_does_not_send(
    office: Office, new_office: Callable[..., Office], desk: Desk, people: dict[str, str]
) -> None:
    file, application = registered(office, desk, people["not registered"])
    ours = "registration.removed, jobseeker.registered:mobile"
    new_office(DOST_OWN_MESSAGES=ours, DOST_SMS_LETTERS="plain").messages.work_off()
    assert [(channel, sender) for _, channel, sender, _ in told(office, file, application)] == [
        (E_CABINET, MAS),
        (MOBILE, OURS),
    ]
    assert kept(office, GATEWAY)[0]["text"].startswith("Ishaxtaran kimi qeydiyyata alindiniz.")
    assert len(kept(office, MESSAGES)) == 1  # MAS was asked about the other one alone


def test_a_removal_is_told_noted_and_said_by_mas_from_the_day_in_its_form(
    office: Office, new_office: Callable[..., Office], desk: Desk, people: dict[str, str]
) -> None:
    """The certificate says that day too: nobody is told two days."""
    number, starts_on = people["not found"], date(2026, 12, 1)
    form = {"ground": "removal.own_request", "starts_on": starts_on, "ends_on": date(2027, 2, 1)}
    file, _ = confirms(desk, number, ApplicationKind.REMOVAL, **form)
    office.duties.work_off()
    new_office(DOST_OWN_MESSAGES="registration.removed").messages.work_off()

    assert kept(office, GATEWAY)[0]["text"].startswith("01.12.2026 tarixindən")
    assert office.hand.read(file).registration.since == starts_on
    assert desk.asks("mas_status", number).answer["since"] == "2026-12-01"
    assert len(office.hand.read(file).registrations) == 2  # as a jobseeker, then removed


def test_a_message_that_does_not_arrive_is_recorded_tried_again_and_given_up_in_sight(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    number = people["not registered"]
    undelivered(
        office, number, (MOBILE, "failed"), (MOBILE, "failed"), (MOBILE, "failed"), (MOBILE, "failed")
    )
    file, application = registered(office, desk, number)
    assert office.messages.work_off() == 1
    for minutes in (5, 10):
        [waits] = MessageList(office.database, office.clock).standing()
        assert (waits.message, waits.channel, waits.state) == ("jobseeker.registered", "mobile", "waiting")
        clock.at += timedelta(minutes=minutes, seconds=-1)
        assert office.messages.work_off() == 0
        before = len(told(office, file, application))
        clock.at += timedelta(seconds=1)
        assert office.messages.work_off() == 0
        assert len(told(office, file, application)) == before + 1
    assert [row[3] for row in told(office, file, application)] == [True, False, False, False]
    clock.at += timedelta(days=30)
    assert office.messages.work_off() == 0
    assert [(each.state, each.tries) for each in MessageList(office.database, office.clock).standing()] == [
        ("given_up", 3)
    ]


def test_what_failed_once_arrives_the_second_time(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    number = people["not registered"]
    undelivered(office, number, (MOBILE, "not_sent"))
    replace_register(office.database, FAILURES, [(PHONE, {"outcome": "failed"})])
    file, application = registered(office, desk, number)
    office.messages.work_off()
    clock.at += timedelta(minutes=5)
    assert office.messages.work_off() == 1
    assert [row[2:] for row in told(office, file, application)] == [(MAS, True), (OURS, False), (MAS, True)]
    assert MessageList(office.database, office.clock).standing() == ()


def test_without_a_phone_nothing_is_sent_and_the_file_says_so_once(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    number = people["not registered"]
    undelivered(office, number, (MOBILE, "not_sent"), (MOBILE, "not_sent"), (MOBILE, "not_sent"))
    file, application = registered(office, desk, number, phone="")
    for _ in range(4):
        office.messages.work_off()
        clock.at += timedelta(hours=1)
    said = told(office, file, application)
    assert [row[1:] for row in said] == [(E_CABINET, MAS, True), (MOBILE, OURS, False)]
    assert kept(office, GATEWAY) == []


def test_while_nobody_answers_the_messages_wait(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    undelivered(office, people["not registered"], (MOBILE, "not_sent"))
    file, application = registered(office, desk, people["not registered"])
    office.settings.outages.mkdir(exist_ok=True)
    for away, recorded in (("mas_messages", 0), ("own_gateway", 1), ("", 2)):
        if away:
            (office.settings.outages / away).touch()
        office.messages.work_off()
        assert len(told(office, file, application)) == recorded
        if away:
            (office.settings.outages / away).unlink()
        clock.at += timedelta(seconds=31)
    assert MessageList(office.database, office.clock).standing() == ()


def test_no_sms_of_ours_wakes_anybody(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    undelivered(office, people["not registered"], (MOBILE, "not_sent"))
    file, application = registered(office, desk, people["not registered"])
    clock.at = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)  # Friday, 18:00 in Baku
    assert office.messages.work_off() == 1  # the e-cabinet
    [waits] = MessageList(office.database, office.clock).standing()
    assert waits.due_at == "2026-11-30T05:00:00.000Z"
    clock.at = datetime(2026, 11, 30, 5, 0, tzinfo=UTC)
    assert office.messages.work_off() == 1
    assert [row[1:] for row in told(office, file, application)] == [
        (E_CABINET, MAS, True),
        (MOBILE, OURS, True),
    ]


def test_sending_hours_end_before_the_evening_and_skip_days_off(catalogue: Catalogue) -> None:
    hours, calendar = SendingHours(time(9), time(18)), catalogue.calendar
    moments = {
        "2026-11-24T08:59": "2026-11-24T09:00",
        "2026-11-24T09:00": "",
        "2026-11-24T17:59": "",
        "2026-11-24T18:00": "2026-11-25T09:00",
        "2026-11-28T12:00": "2026-11-30T09:00",  # Saturday
        "2026-12-31T12:00": "2027-01-05T09:00",  # Solidarity Day, New Year, a weekend, a day moved
    }
    for now, expected in moments.items():
        said = hours.next_after(datetime.fromisoformat(f"{now}+04:00"), calendar)
        assert (said.isoformat()[:16] if said else "") == expected, now


def test_every_message_is_short_plain_where_it_must_be_and_says_nothing_private() -> None:
    texts = load_message_texts()
    assert texts.by_name.keys() == {
        *(row[3] for row in FORMS),
        *(row[1] for row in ANSWERS),
        "referral.issued",
        "unemployed.registered",
        "back_office.returned",
        "application.withdrawn",
    }
    for name, words in texts.by_name.items():
        az = texts.sms(name, VALUES, plain=False)
        plain = texts.sms(name, VALUES, plain=True)
        assert len(az) <= WITH_LETTERS_AT_MOST, name
        assert az != texts.shortest, name
        assert len(plain) <= PLAIN_AT_MOST, name
        assert re.fullmatch(r"[ -Z_a-z]+", plain), plain  # GSM-7 without what counts double
        assert set(re.findall(r"\{(\w+)\}", words.sms)) <= {"date", "app_no", "referral_no"}
        title, text = texts.cabinet(name, VALUES)
        assert title
        assert "{" not in text
        assert "____" not in text
    long = VALUES | {"app_no": "X" * 120}
    assert texts.sms("application.withdrawn", long, plain=False) == texts.shortest
    assert "__" not in texts.cabinet("registration.removed", VALUES | {"removed_until": ""})[1]


GOOD = (
    'shortest = "DOST: yenilik var."\n[[message]]\nname = "a.b"\nsms = "Tarix: {date}."\n'
    'title = "T"\ntext = "M"\nmark = "VS"\nsource = "s"\n'
)
BROKEN = [
    ("{date}.", "{full_name}.", "unknown value: full_name"),
    ("{date}.", "{date}-də.", "a value is followed by a letter"),
    ("{date}.", "x" * 135, "longer than 134"),
    ('text = "M"', 'text = "{pin}"', "unknown value: pin"),
    ('title = "T"\n', "", "title"),
    ("source", "origin", "origin"),
    ('source = "s"\n', 'source = "s"\n' + GOOD[GOOD.index("[[") :], "stands twice"),
]


@pytest.mark.parametrize(("old", "new", "reason"), BROKEN, ids=[row[2] for row in BROKEN])
def test_a_broken_message_stops_the_start_with_its_line(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    file = tmp_path / "messages.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert load_message_texts(tmp_path).by_name.keys() == {"a.b"}
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueBroken, match=re.escape(reason)):
        load_message_texts(tmp_path)
