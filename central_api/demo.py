"""A practice office: a centre with agents, a queue, registers and people who do not exist."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from central_api.database import insert_missing
from central_api.demo_lifecycle import (
    form_refusals,
    lifecycle_people,
    own_number,
    own_person,
    undelivered,
    varied_vacancies,
)
from central_api.demo_people import Invented, invent, vacancies
from central_api.enrolment import add_centre
from central_api.office import Office
from central_api.passwords import pronounceable
from central_api.register_files import is_loaded, replace_register
from central_api.self_service import ElectronicApplication, receive
from central_api.simulated_mas import REFUSALS, UNDELIVERED
from central_api.tables import desks
from dost_desktop.contract.messages import AgentCard, CentreCard, Ticket
from dost_desktop.domain.acts import Act, IdentifyPerson, ReadStatus
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import instant_text, legal_date
from dost_desktop.domain.events import CENTRAL_DESK
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.identity_documents import CardNumber
from dost_desktop.domain.ids import NumberKind, file_id
from dost_desktop.domain.mrz_writing import CardData, write_mrz_td1, write_mrz_td2
from dost_desktop.domain.values import FullName, Sex, personal_number
from dost_desktop.domain.vocabulary import ApplicationKind, Source
from dost_desktop.whole_file import put_in_place

CENTRE: Final = "B03"
_WITH_FILES: Final = 200
_CENTRES: Final = (
    CentreCard(
        code=CENTRE,
        category="B",
        name="Nümunə DOST Mərkəzi № 3",
        address="Bakı ş., Nümunə r-nu, Sınaq küç. 1",
        phone="(012) 000-00-03",
    ),
    CentreCard(
        code="A01",
        category="A",
        name="Nümunə DOST Mərkəzi № 1",
        address="Bakı ş., Örnək r-nu, Örnək pr. 7",
        phone="(012) 000-00-01",
    ),
    CentreCard(
        code="C07",
        category="C",
        name="Nümunə DOST Mərkəzi № 7",
        address="Sınaq ş., Məşq küç. 15",
        phone="(022) 000-00-07",
    ),
)
_AGENTS: Final = (
    ("aysel", "Məmmədova Aysel Rauf qızı", "agent", "sosial agent"),
    ("orxan", "Həsənov Orxan Vüqar oğlu", "agent", "sosial agent"),
    ("nigar", "Əliyeva Nigar Elçin qızı", "agent", "sosial agent"),
    ("leyla", "İsmayılova Leyla Kamran qızı", "back_office", "arxa ofis əməkdaşı"),
    ("ramin", "Quliyev Ramin Şahin oğlu", "head", "mərkəz rəhbəri"),
)
_DETAILS: Final = {
    "": "ilk müraciət · şəxsən",
    "priority": "təkrar müraciət · şəxsən",
    "representative": "ilk müraciət · nümayəndə vasitəsilə",
    "interpreter": "müvəqqəti yaşamaq üçün icazə vəsiqəsi",
}
_QUEUE: Final = (
    ("unemployed_registration", ""), ("jobseeker_registration", ""), ("unemployed_registration", "priority"),
    ("unemployed_registration", ""), ("temporary_removal", ""), ("jobseeker_registration", "interpreter"),
    ("unemployed_registration", "representative"), ("cancellation", ""), ("unemployed_registration", ""),
    ("resumption", ""), ("unemployed_registration", ""), ("jobseeker_registration", ""),
)  # fmt: skip
_OTHER_TICKETS: Final = (("P", "pension", 3), ("S", "social_payments", 4))  # letter, direction, how many
_OTHER_DESKS: Final = {"21": "employment,targeted_assistance", "22": "pension,social_payments"}


def open_practice_office(office: Office) -> dict[str, Any]:
    """Fill the practice office, or continue it; what one needs to try it, passwords included."""
    for card in _CENTRES:
        add_centre(office.database, card)
    opened = _opened(office)
    today = date.fromisoformat(opened["opened_on"])
    people = [*invent(today), *lifecycle_people(today), own_person(today, _AGENTS[0][1])]
    _fill_registers(office, people, today)
    _open_files(office, people)
    _open_other_desks(office)
    _fill_queue(office)
    _receive_online(office, people)
    return {
        "centre": CENTRE,
        "agents": opened["agents"],
        "enrol_code": office.enrolment.new_code(CENTRE),
        "persons": [_to_try(each) for each in people if each.case],
        "registers": [register.value for register in Register],
    }


def _opened(office: Office) -> dict[str, Any]:
    """The day of the first run and the agents' passwords: kept beside the practice database, for its owner only.

    People stay who they are, however many days the practice goes on.
    """
    path = office.settings.data / "practice.json"
    if path.exists():
        known: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return known
    today = legal_date(office.clock())
    opened = {
        "opened_on": today.isoformat(),
        "agents": [_hired(office, place, today) for place in range(len(_AGENTS))],
    }
    fresh = path.with_suffix(".new")
    with os.fdopen(
        os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        json.dump(opened, file, ensure_ascii=False, indent=2)
    put_in_place(fresh, path)
    return opened


def _hired(office: Office, place: int, today: date) -> dict[str, str]:
    """One of the agents, who are people with files of their own; only the first one's is in the registers."""
    agent, name, role, post = _AGENTS[place]
    number = own_number(place) if place else own_person(today, name).number
    own = file_id(office.lookups.secret, NumberKind.PIN, number)
    password = pronounceable()
    card = {"agent": agent, "name": name, "role": role, "post": post, "centre": CENTRE, "person": str(own)}
    office.accounts.add(AgentCard.model_validate(card), password)
    return {"agent": agent, "password": password, "name": name, "role": role, "post": post}


def _fill_registers(office: Office, people: Sequence[Invented], today: date) -> None:
    known = [each for each in people if each.known]
    foreigners = [each for each in known if each.kind == "migration_pin"]
    papers = [(each.number, each.paper) for each in people if each.paper and each.paper.in_register]
    tables: dict[str, Iterable[tuple[str, dict[str, Any]]]] = {
        Register.PERSON: [(each.number, each.person) for each in known],
        Register.PERMITS: [(each.number, each.person) for each in foreigners],
        Register.STATUS: [(each.number, each.status) for each in people if each.status],
        Register.EMPLOYED_PERSONS: [(each.number, line) for each in people for line in each.employment],
        Register.NOTARY: [
            (paper.number, {"grantor_number": number} | paper.of_notary) for number, paper in papers
        ],
        Register.VACANCIES: [*vacancies(today), *varied_vacancies(today)],
        REFUSALS: form_refusals(list(people)),
        UNDELIVERED: undelivered(list(people)),
    }
    for register, rows in tables.items():
        if register is not Register.STATUS or not is_loaded(office.database, register):
            replace_register(office.database, register, rows)  # MAS changes statuses: they stay as they are


def _open_files(office: Office, people: Sequence[Invented]) -> None:
    """Some people were here before: their files are in the centre, so that a fresh desk finds them by name."""
    crowd = [each for each in people if not each.case][:_WITH_FILES]
    runs: dict[UUID, tuple[Act, ...]] = {}
    for each in crowd:
        kind = NumberKind(each.kind)
        person, status = (
            office.lookups.attested(register, kind, each.number, "practice", CENTRAL_DESK)
            for register in (Register.PERSON, Register.STATUS)
        )
        identity = identity_of(person.answer, kind, each.number)
        if identity and not office.hand.read(person.file_id).identity:
            runs[person.file_id] = (
                IdentifyPerson(identity, Source.REGISTER, person),
                ReadStatus(status),
            )
    if runs:
        office.hand.record_all(runs, CENTRE)


def _fill_queue(office: Office) -> None:
    now = office.clock()
    tickets = [
        Ticket.model_validate(
            {
                "number": f"A{place:03}",
                "purpose": purpose,
                "detail": _DETAILS.get(note, _DETAILS[""]),
                "needs": [note] if note else [],
                "taken_at": instant_text(now - timedelta(minutes=3 * (len(_QUEUE) - place))),
            }
        )
        for place, (purpose, note) in enumerate(_QUEUE, 1)
    ]
    others = [
        Ticket.model_validate(
            {
                "number": f"{letter}{place:03}",
                "purpose": "",
                "direction": direction,
                "taken_at": instant_text(now - timedelta(minutes=4 * (how_many - place))),
            }
        )
        for letter, direction, how_many in _OTHER_TICKETS
        for place in range(1, how_many + 1)
    ]
    office.queue.add(CENTRE, *tickets, *others)


def _receive_online(office: Office, people: Sequence[Invented]) -> None:
    """Somebody applied in e-sosial: the application is in the centre before its first desk is."""
    sender = next(each for each in people if each.case == "self-service")
    wish = ElectronicApplication(
        mas_number="MAS-ES-000001",
        number_kind=NumberKind(sender.kind),
        number=sender.number,
        phone="+994500000001",
        application_kind=ApplicationKind.UNEMPLOYED,
        centre=CENTRE,
        submitted_at=instant_text(office.clock()),
    )
    receive(office.database, [wish])
    office.self_service.work_off()


def _open_other_desks(office: Office) -> None:
    """Desks that nobody sits at, so that a ticket can be sent on to somewhere."""
    rows = [
        {
            "desk": f"{CENTRE}-{number}",
            "centre": CENTRE,
            "install_id": str(UUID(int=int(number))),
            "enrolled_at": instant_text(office.clock()),
            "directions": directions,
        }
        for number, directions in _OTHER_DESKS.items()
    ]
    with office.database.writing() as connection:
        insert_missing(connection, desks, *rows)


def _to_try(one: Invented) -> dict[str, str]:
    return {
        "case": one.case,
        "number": one.number,
        "number_kind": one.kind,
        "name": one.name,
        "birth_date": one.person["birth_date"],
        "document_kind": one.person["document"]["kind"],
        "document_number": one.person["document"]["number"],
        "document_valid_until": one.person["document"]["valid_until"],
        "sex": one.person["sex"],
        "mrz": _lines(one),
    } | _paper_of(one)


def _paper_of(one: Invented) -> dict[str, str]:
    """What stands on the paper that a representative shows."""
    if one.paper is None:
        return {}
    shown = ("number", "date", "valid_until", "certifier", "scope", "issuer")
    told = {f"paper_{name}": str(getattr(one.paper, name)) for name in shown}
    return told | {"representative_number": one.paper.speaker}


def _lines(one: Invented) -> str:
    """What a scanner reads from the practice card."""
    document = one.person["document"]
    card = CardData(
        number=CardNumber(document["number"]),
        pin=personal_number(one.number),
        birth_date=date.fromisoformat(one.person["birth_date"]),
        sex=Sex(one.person["sex"]),
        expires=date.fromisoformat(document["valid_until"]),
        name=FullName(one.person["surname"], one.person["given_name"], one.person["patronymic"]),
        nationality=one.person["citizenship"],
    )
    return write_mrz_td1(card) if document["kind"] == "identity_card_new" else write_mrz_td2(card)
