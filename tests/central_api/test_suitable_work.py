"""Suitable work: the vacancy bank's pages, “no suitable work” in MAS, and what employers say of referrals."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from central_api.office import Office
from central_api.register_files import load_register
from central_api.tables import readings
from dost_desktop.contract.suitable_work import Vacancies, Vacancy
from dost_desktop.domain.alphabet import alphabetical
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.vocabulary import ApplicationState
from tests.central_api.conftest import EMPLOYERS
from tests.central_api.practice_desk import Clockwork, Desk
from tests.central_api.test_duties import found, refers

CSV = (
    "number,employer,employer_voen,position,address,wage,open_until,"
    "specialty,education,experience_years,health_limits,district,public_transport\n"
    "V1,Nümunə MMC,1,Şirniyyatçı,Küç. 1,900,2026-12-31,qənnadı,vocational,2,toz allergiyası;ağır iş,Nərimanov,yes\n"
    "V2,Nümunə MMC,1,Çörəkçi,Küç. 2,700,2026-12-31,qənnadı,general,0,,Nərimanov,no\n"
    "V3,Nümunə MMC,1,Çörəkçi,Küç. 2,500,2026-11-24,,,,,,\n"
    "V4,Nümunə MMC,1,Çörəkçi,Küç. 2,500,2026-11-23,,,,,,\n"
    "V5,Nümunə MMC,1,Mühəndis,Küç. 3,2000,,tikinti,higher,5,,Binəqədi,yes\n"
)


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk


@pytest.fixture
def bank(office: Office, tmp_path: Path) -> None:
    csv = tmp_path / "vacancies.csv"
    csv.write_text(CSV, encoding="utf-8")
    assert load_register(office.database, "vacancies", csv, only_good=False).bad == []


def asked(desk: Desk, number: str, **criteria: Any) -> httpx.Response:
    wish = {"number_kind": "pin", "number": number, "purpose": "M-B03-2026-00001"} | criteria
    return desk.http.post("/v1/vacancies", json=wish, headers=desk.as_agent)


def numbers(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [each.number for each in Vacancies.model_validate(answer.json()).vacancies]


CRITERIA = [
    ({}, ["V2", "V3", "V5", "V1"]),  # ç, m, ş as the alphabet has them; what closed yesterday is gone
    ({"profession": "QENNADI"}, ["V2", "V1"]),
    ({"profession": "çörəkçi qənnadı"}, ["V2"]),
    ({"education": "general"}, ["V2", "V3"]),
    ({"education": "vocational"}, ["V2", "V3", "V1"]),
    ({"district": "nərimanov"}, ["V2", "V1"]),
    ({"public_transport": True}, ["V5", "V1"]),
    ({"wage_from": 900}, ["V5", "V1"]),
    ({"vacancy": "V1"}, ["V1"]),
    ({"vacancy": "V4"}, []),
    ({"page": 2}, []),
]


@pytest.mark.parametrize(("criteria", "wanted"), CRITERIA, ids=[str(row[0]) for row in CRITERIA])
@pytest.mark.usefixtures("bank")
def test_each_criterion_narrows(
    desk: Desk, people: dict[str, str], criteria: dict[str, Any], wanted: list[str]
) -> None:
    assert numbers(asked(desk, people["not found"], **criteria)) == wanted


@pytest.mark.usefixtures("bank")
def test_a_vacancy_has_what_the_five_tests_ask_for(desk: Desk, people: dict[str, str]) -> None:
    answer = asked(desk, people["not found"], vacancy="V1")
    [vacancy] = Vacancies.model_validate(answer.json()).vacancies
    assert vacancy == Vacancy(
        number="V1",
        employer="Nümunə MMC",
        employer_voen="1",
        position="Şirniyyatçı",
        specialty="qənnadı",
        education="vocational",
        experience_years=2,
        health_limits=("toz allergiyası", "ağır iş"),
        district="Nərimanov",
        address="Küç. 1",
        public_transport=True,
        wage=900,
        open_until="2026-12-31",
    )
    unknown = Vacancies.model_validate(asked(desk, people["not found"], vacancy="V3").json()).vacancies[0]
    assert (unknown.public_transport, unknown.education, unknown.experience_years) == (None, "", 0)


def test_pages_are_whole_in_order_and_not_sent_twice(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    number = people["not found"]
    pages = [Vacancies.model_validate(asked(desk, number, page=each).json()) for each in (1, 2, 3)]
    listed = [vacancy for page in pages for vacancy in page.vacancies]
    assert [(page.total, page.pages, len(page.vacancies)) for page in pages] == [(60, 3, 20)] * 3
    assert len({each.number for each in listed}) == 60
    assert listed == sorted(listed, key=lambda each: (alphabetical(each.position), each.number))

    first = asked(desk, number)
    known = {"If-None-Match": first.headers["etag"]} | desk.as_agent
    wish = {"number_kind": "pin", "number": number, "purpose": "M-B03-2026-00001"}
    again = desk.http.post("/v1/vacancies", json=wish, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert desk.http.post("/v1/vacancies", json=wish | {"page": 2}, headers=known).status_code == 200
    with office.database.reading() as connection:
        noted = connection.execute(select(readings).where(readings.c.what == "mas_vacancies")).all()
    assert {(row.agent, row.purpose, row.file_id) for row in noted} == {
        ("aysel", "M-B03-2026-00001", str(desk.file_of(number)))
    }


def test_a_silent_bank_and_a_number_of_no_person_are_said(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    assert asked(desk, "123").status_code == 422
    office.settings.outages.mkdir()
    (office.settings.outages / "mas_vacancies").touch()
    silent = asked(desk, people["not found"])
    assert (silent.status_code, silent.json()["code"]) == (503, "register.unreachable")


def test_bad_rows_of_the_bank_are_named(office: Office, tmp_path: Path) -> None:
    head, *rows = CSV.splitlines()
    bad = [
        rows[0].replace(",900,", ",çox,"),
        rows[0].replace("vocational", "phd"),
        rows[0].replace(",yes", ",maybe"),
        rows[0].replace("2026-12-31", "31.12.2026"),
    ]
    csv = tmp_path / "bad.csv"
    csv.write_text("\n".join((head, *bad)), encoding="utf-8")
    loaded = load_register(office.database, "vacancies", csv, only_good=False)
    assert [each.reason.partition(":")[0] for each in loaded.bad] == [
        "wage",
        "education",
        "public_transport",
        "open_until",
    ]


def test_no_suitable_work_has_one_reference_for_an_application(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    application, number = uuid4(), people["not found"]
    before = desk.places_no_work(application, number)
    assert (before.status_code, before.json()["code"]) == (409, "work.not_searched")
    began = clock.at
    first = desk.no_work(application, number)
    clock.at += timedelta(minutes=5)
    again = desk.no_work(application, number)
    assert (again.reference, again.placed_at) == (first.reference, began)
    assert again.attestation is not None
    assert again.attestation.answer["searched_at"] == instant_text(clock.at)
    assert desk.no_work(uuid4(), number).reference != first.reference
    clock.at += timedelta(days=1)
    desk.signs_in(desk.agent)
    yesterday = desk.places_no_work(application, number)
    assert (yesterday.status_code, yesterday.json()["code"]) == (409, "work.not_searched")
    desk.no_work(application, number)
    office.settings.outages.mkdir()
    (office.settings.outages / "mas_no_suitable_work").touch()
    silent = desk.places_no_work(application, number)
    assert (silent.status_code, silent.json()["code"]) == (503, "register.unreachable")


REFERRAL = "05-04-05-00/B03/2026/G-000001"


def says(desk: Desk, referral: str, answer: str) -> tuple[int, str]:
    adapter = {"Authorization": f"Bearer {EMPLOYERS}"}
    said = desk.http.post(
        "/v1/employer-answers", json={"referral": referral, "answer": answer}, headers=adapter
    )
    return said.status_code, "" if said.status_code == 204 else said.json()["code"]


@pytest.mark.parametrize(
    ("answer", "state"),
    [("hired", ApplicationState.DONE), ("not_hired", ApplicationState.OFFERING_WORK)],
)
def test_the_employer_s_answer_is_recorded_once(
    office: Office, desk: Desk, people: dict[str, str], answer: str, state: ApplicationState
) -> None:
    file, application = refers(desk, people["not found"])
    assert says(desk, REFERRAL, answer) == (204, "")
    assert says(desk, REFERRAL, answer) == (204, "")  # its answer was lost
    assert found(office, file, application).state is state
    assert office.hand.read(file).head.seq == desk.head(file).seq + 1
    assert says(desk, REFERRAL, "hired" if answer == "not_hired" else "not_hired") == (
        409,
        "referral.answered",
    )
    assert says(desk, "R-2", answer) == (404, "referral.unknown")


def test_an_answer_after_the_silence_and_a_doubled_number_are_told(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    refers(desk, people["not found"])
    refers(desk, people["expired card"], "R-2")
    refers(desk, people["minor of 16"], "R-2")
    assert says(desk, "R-2", "hired") == (409, "referral.ambiguous")
    clock.at += timedelta(days=14)
    office.duties.work_off()
    assert says(desk, REFERRAL, "hired") == (409, "referral.answered")
