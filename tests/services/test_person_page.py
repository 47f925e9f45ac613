"""What the person's page rests on: the whole history, files that may be the same person's, the look in the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from dost_desktop.contract.messages import CentreCard
from dost_desktop.domain import acts
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.events import erased
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import Email, FullName, Phone
from dost_desktop.domain.vocabulary import Source
from dost_desktop.rows import Look
from dost_desktop.services.changes import Changes
from dost_desktop.services.correct_identity import Corrected, CorrectIdentity
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.find_alike import FindAlike, Same
from dost_desktop.services.history import history_of
from dost_desktop.services.link_files import LinkFiles
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.look_at_person import LookAtPerson, PersonView, PurposeAsked
from dost_desktop.services.purposes import PurposeMissing, Purposes
from dost_desktop.services.record_contact import Reach, RecordContact
from tests.fakes.real_desk import GUNAY, WORKS, RealDesk

OTHER_PHONE = "+994500001299"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


def looks(desk: RealDesk) -> list[Look]:
    with desk.database.open_reading() as reading:
        return [look for look in reading.access_log.unsent() if look.what == "file"]


def looked(desk: RealDesk, file_id: UUID, purpose: str = "") -> PersonView:
    found = LookAtPerson(desk.desk)(file_id, purpose)
    assert isinstance(found, PersonView)
    return found


def test_the_history_is_whole_newest_first_and_every_line_has_its_number(desk: RealDesk) -> None:
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    notice = desk.refuses(file_id, application)
    desk.prints(file_id, notice)

    history = looked(desk, file_id).history

    with desk.database.open_reading() as reading:
        events = reading.events(file_id)
    assert [each.event for each in history] == [each.event.content.id for each in reversed(events)]
    numbers = {each.kind: each.number for each in history}
    assert numbers["application_opened"].endswith("004800")
    assert numbers["register_answered"] == numbers["application_opened"]
    assert numbers["notice_printed"] == numbers["notice_issued"] != numbers["application_opened"]
    assert numbers["status_read"].startswith("MAS-2026-")
    assert numbers["contact_recorded"] == ""
    assert {each.agent for each in history} == {"Aysel Söyüdlü"}
    assert not any(each.confirmed for each in history)


def test_an_erased_event_keeps_its_line_without_a_number(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    with desk.database.open_reading() as reading:
        opened = next(
            each for each in reading.events(file_id) if each.event.content.kind == "application_opened"
        )
        file = reading.file(file_id)
    [line] = history_of((replace(opened, event=erased(opened.event)),), file, 0, desk.desk.agent)
    assert (line.kind, line.number) == ("application_opened", "")


@pytest.mark.parametrize(
    ("changes", "phone", "same"),
    [
        ({}, "", {Same.NAME_AND_BIRTH}),
        (
            {"surname": "Cinarli", "given_name": "GUNAY"},
            "",
            {Same.NAME_AND_BIRTH},
        ),  # folded as a search folds
        ({"surname": "Söyüdlü"}, "+994500001234", {Same.PHONE}),
        ({"given_name": "Gülər"}, "", set()),
        ({"given_name": "Günya"}, "", {Same.NEAR_NAME_AND_BIRTH}),  # two letters changed about
        ({"patronymic": ""}, "", {Same.NAME_AND_BIRTH}),  # a paper without one
        (
            {"surname": "Günay", "given_name": "Çinarlı"},
            "",
            {Same.NAME_AND_BIRTH},
        ),  # typed the other way round
        ({"patronymic": "", "given_name": "Gülay"}, "", {Same.NEAR_NAME_AND_BIRTH}),
        ({"birth_date": date(1991, 3, 15)}, "", set()),
        ({"surname": "Söyüdlü", "document_number": "AA1234567"}, "", {Same.DOCUMENT}),
        ({"document_number": "AA1234567"}, "+994500001234", {Same.NAME_AND_BIRTH, Same.DOCUMENT, Same.PHONE}),
    ],
)
def test_what_makes_two_files_alike(
    desk: RealDesk, changes: dict[str, Any], phone: str, same: set[Same]
) -> None:
    file_id, _ = desk.opens()
    twin = replace(GUNAY, **{"number": "8AB3C4D", "document_number": "AA9999999", **changes})
    desk.opens(twin, phone=phone)

    alike = [(each.row.number, set(each.same)) for each in looked(desk, file_id).alike]

    assert alike == ([("8AB3C4D", same)] if same else [])


def test_while_papers_are_typed_five_at_most_are_named_and_never_the_own_file(desk: RealDesk) -> None:
    own, _ = desk.opens()
    for n in range(7):
        desk.opens(replace(GUNAY, number=f"8AB3C4{n}", document_number=f"AA999999{n}"), phone="")
    strongest, _ = desk.opens(replace(GUNAY, number="9AB3C4D"), phone="")
    find = FindAlike(desk.desk)

    found = find("Günay ÇINARLI", GUNAY.birth_date, GUNAY.document_number, own=own)

    assert len(found) == 5
    assert found[0].row.file_id == strongest
    assert found[0].same == {Same.NAME_AND_BIRTH, Same.DOCUMENT}
    assert own not in {each.row.file_id for each in found}
    assert find("", None) == find("Günay", GUNAY.birth_date) == ()
    assert looks(desk) == []


def test_linked_files_name_each_other_and_are_no_possible_duplicates_any_more(desk: RealDesk) -> None:
    one, _ = desk.opens()
    other, _ = desk.opens(replace(GUNAY, number="8AB3C4D"))

    changes = LinkFiles(desk.desk)(one, other, "  Köhnə vəsiqəni də göstərdi.  ")

    assert changes == Changes(frozenset({one, other}), outbox=True)
    for mine, its in ((one, other), (other, one)):
        view = looked(desk, mine)
        assert [file.id for file in view.linked] == [its]
        assert view.alike == ()
    with desk.database.open_reading() as reading:
        act = reading.events(other)[-1].event.act()
    assert act == acts.LinkFiles(one, "Köhnə vəsiqəni də göstərdi.")
    assert LinkFiles(desk.desk)(one, other, "bir də") == Changes()


@pytest.mark.parametrize(("reason", "why"), [("  ", "file.reason_missing"), ("eyni", "file.same")])
def test_files_are_never_linked_without_a_reason_or_to_themselves(
    desk: RealDesk, reason: str, why: str
) -> None:
    one, _ = desk.opens()
    other, _ = desk.opens(replace(GUNAY, number="8AB3C4D"))
    with pytest.raises(ActNotAllowed) as refused:
        LinkFiles(desk.desk)(one, one if why == "file.same" else other, reason)
    assert refused.value.reason == why
    assert looked(desk, one).linked == looked(desk, other).linked == ()


def test_a_linked_file_that_this_desk_does_not_hold_is_listed_without_a_name(desk: RealDesk) -> None:
    one, _ = desk.opens()
    with desk.database.open_work() as work:
        desk.desk.act(work, one, [acts.LinkFiles(uuid4(), "Başqa mərkəzdə vərəqi var.")])
        work.commit()
    [linked] = looked(desk, one).linked
    assert linked.identity is None


def test_a_contact_is_recorded_once_and_its_draft_goes_with_it(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    desk.drafts.save("contact", "contact", {"phone": OTHER_PHONE})
    record = RecordContact(desk.desk)
    reach = Reach(Phone(OTHER_PHONE), Email("gunay@example.az"), "Sumqayıt ş., Sınaq küç. 3")

    assert record(file_id, reach, draft_key="contact") == Changes(frozenset({file_id}), outbox=True)
    assert record(file_id, reach) == Changes()

    view = looked(desk, file_id)
    assert (view.file.phone, view.file.email) == (OTHER_PHONE, "gunay@example.az")
    assert view.file.address == "Sumqayıt ş., Sınaq küç. 3"
    assert [each.kind for each in view.history].count("contact_recorded") == 2  # with the one of the intake
    assert desk.drafts.load("contact") is None
    with desk.database.open_reading() as reading:
        assert reading.find_persons(GUNAY.number)[0].phone == OTHER_PHONE


@pytest.mark.parametrize(
    ("typed", "is_address"),
    [
        ("gunay@example.az", True),
        (" a.b-c+d@mail.example.co ", True),
        ("gunay@example", False),
        ("gunay@", False),
        ("@example.az", False),
        ("gunay example.az", False),
        ("gunay@-example.az", False),
        ("günay@example.az", False),
        ("a@b.az\n", True),
        ("a\nb@example.az", False),
        ("a" * 250 + "@example.az", False),
    ],
)
def test_what_counts_as_an_e_mail_address(typed: str, is_address: bool) -> None:
    if is_address:
        assert Email.parse(typed).text == typed.strip()
        assert typed.strip() not in repr(Email.parse(typed))
        return
    with pytest.raises(InvalidValue) as wrong:
        Email.parse(typed)
    assert wrong.value.problem == "email.shape"


def test_every_look_is_logged_with_its_purpose(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    other, _ = desk.opens(replace(GUNAY, number="8AB3C4D"))
    looked(desk, file_id)
    looked(desk, file_id, "Şəxs zəng edib")
    LookAtPerson(desk.desk).other(other)
    assert [(look.file_id, look.purpose) for look in looks(desk)] == [
        (file_id, "own_centre"),
        (file_id, "Şəxs zəng edib"),
        (other, "possible_duplicate"),
    ]
    assert {look.agent for look in looks(desk)} == {"aysel"}


def test_a_file_of_another_centre_opens_only_for_a_purpose(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    elsewhere = replace(
        desk.desk, centre=CentreCard(code="C07", category="C", name="7 saylı", address="", phone="")
    )
    look = LookAtPerson(elsewhere)
    assert look(file_id) == look(file_id, "  ab ") == PurposeAsked(("B03",))
    assert looks(desk) == []
    assert isinstance(look(file_id, "Şəxs burada müraciət edir"), PersonView)
    assert [each.purpose for each in looks(desk)] == ["Şəxs burada müraciət edir"]


@pytest.mark.parametrize("address", ["a" * 201, "iki  boşluq", "sətir\nsətir", "\x07"])
def test_an_address_is_one_line_of_at_most_200_signs(address: str) -> None:
    with pytest.raises(InvalidValue) as wrong:
        Reach(address=address)
    assert wrong.value.problem == "address.shape"


def test_a_case_of_another_centre_opens_only_once_its_purpose_was_said(desk: RealDesk) -> None:
    file_id, application = desk.opens()
    elsewhere = replace(
        desk.desk, centre=CentreCard(code="C07", category="C", name="7 saylı", address="", phone="")
    )
    purposes = Purposes()
    look = LookAtCase(elsewhere, purposes)
    with pytest.raises(PurposeMissing):
        look(file_id, application)
    assert isinstance(LookAtPerson(elsewhere, purposes)(file_id, "Şəxs burada müraciət edir"), PersonView)
    assert look(file_id, application).application.id == application
    with desk.database.open_reading() as reading:
        cases = [each.purpose for each in reading.access_log.unsent() if each.what == "case"]
    assert cases == ["Şəxs burada müraciət edir"]


def test_what_the_register_said_is_never_corrected_here(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    names = FullName.parse("Çınarlı", "Günay", "Rəşad qızı")
    with pytest.raises(ActNotAllowed) as refused:
        CorrectIdentity(desk.desk)(file_id, Corrected(names, GUNAY.birth_date, GUNAY.document_number))
    assert refused.value.reason == "name.from_register_only"
    nobody = desk.desk.file_of(NumberKind.PIN, "1AB3C4D")
    with pytest.raises(ActNotAllowed) as refused:
        CorrectIdentity(desk.desk)(nobody, Corrected(names, None, ""))
    assert refused.value.reason == "person.not_identified"


def test_the_name_of_an_entity_is_corrected_as_it_was_typed(desk: RealDesk) -> None:
    firm = Identity(NumberKind.VOEN, "1700000011", "“Nümunə Tkinti” MMC", "", "", None)
    file_id = desk.desk.file_of(NumberKind.VOEN, firm.number)
    with desk.database.open_work() as work:
        desk.desk.act(work, file_id, [acts.IdentifyPerson(firm, Source.REGISTER)])
        work.commit()

    CorrectIdentity(desk.desk)(file_id, Corrected(FullName("“Nümunə Tikinti” MMC", ""), None, ""))

    view = looked(desk, file_id)
    assert view.file.identity is not None
    assert view.file.identity.full_name == "“Nümunə Tikinti” MMC"
    assert view.history[0].corrects
