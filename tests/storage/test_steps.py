"""One click: events, read model, search, number and outbox together, or nothing."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from dost_desktop.domain import acts, evidence
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.events import Head, head_of
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.numbering import number_text
from dost_desktop.domain.vocabulary import ApplicationState, FormShown
from dost_desktop.rows import ApplicationFilter, Draft, NoticeFilter, NoticeState
from dost_desktop.storage.check import Trouble, check_desk
from dost_desktop.storage.database import Database
from dost_desktop.storage.errors import DocumentMissing
from tests.storage.desk import NOW, Signer, identified, issued, opened, person

PERSON = person("5ZJ1K2M")


def test_a_step_is_in_the_file_the_lists_and_the_outbox(desk: Database, signer: Signer) -> None:
    opening = opened()
    with desk.open_work() as work:
        chained = work.append(signer.run(PERSON, identified(), opening), PERSON)
        work.commit()

    with desk.open_reading() as reading:
        assert reading.events(PERSON) == chained
        assert reading.file(PERSON) == fold_all(PERSON, chained)
        [row] = reading.find_persons("eliyev")
        assert (row.file_id, row.full_name) == (PERSON, "Əliyev İlqar Çingiz oğlu")
        [application] = reading.open_applications()
        assert (application.id, application.state) == (opening.application, ApplicationState.OPEN)
        [unsent] = reading.outbox_rows()
        assert unsent.kinds == ("person_identified", "application_opened")
        [waiting] = reading.outbox.waiting(NOW)
        assert (waiting.base, waiting.events) == (Head(), chained)
        assert reading.figures_today("desk-7", NOW.date()).opened == 1
        assert check_desk(reading, signer).is_whole


def test_without_commit_nothing_happened(desk: Database, signer: Signer) -> None:
    with desk.open_work() as work:
        work.leases.add(signer.lease())
        work.commit()
    with desk.open_work() as work:
        work.append(signer.run(PERSON, identified()), PERSON)
        assert work.file(PERSON).head.seq == 1
        assert work.take_number(Series.NOTICE, 2026, NOW)
    with desk.open_reading() as reading:
        assert reading.file(PERSON).head.seq == 0
        assert reading.outbox_rows() == ()
        assert reading.leases.left(Series.NOTICE, 2026) == 50


def test_a_number_is_given_out_once_and_in_order(desk: Database, signer: Signer) -> None:
    with desk.open_work() as work:
        work.leases.add(signer.lease(first=8, last=9))
        work.leases.add(signer.lease(first=40, last=40))
        work.commit()
    taken = []
    for _ in range(4):
        with desk.open_work() as work:
            peeked, number = work.peek_number(Series.NOTICE, 2026), work.take_number(Series.NOTICE, 2026, NOW)
            assert (peeked and peeked.number) == (number and number.number)
            taken.append(number and number.number)
            work.commit()
    assert taken == [8, 9, 40, None]
    with desk.open_work() as work, pytest.raises(ValueError, match="year to come"):
        work.take_number(Series.NOTICE, 2027, NOW)


def test_a_notice_is_in_the_journal_until_it_is_recalled(desk: Database, signer: Signer) -> None:
    opening = opened()
    with desk.open_work() as work:
        pdf = work.blobs.put(b"%PDF-1.7 " + b"x" * 700_000)
        notice = issued(opening.application, pdf)
        work.append(signer.run(PERSON, identified(), opening, notice), PERSON)
        work.commit()
    with desk.open_reading() as reading:
        [row] = reading.notices(NoticeFilter(number=notice.number))
        assert (row.id, row.state, row.is_confirmed, row.pdf) == (
            notice.notice,
            NoticeState.ISSUED,
            False,
            pdf,
        )
        assert reading.blobs.get(pdf).startswith(b"%PDF")
        assert reading.blobs.part(pdf, 262_140, 10) == b"x" * 10
        assert [each.sha256 for each in reading.blobs.waiting()] == [pdf]
        assert reading.find_persons(notice.number)[0].file_id == PERSON
        with pytest.raises(DocumentMissing):
            reading.blobs.get("0" * 64)
    with desk.open_work() as work:
        work.append(signer.run(PERSON, acts.RecallNotice(notice.notice, "…")), PERSON)
        work.blobs.note_sent(pdf, 700_009)
        work.outbox.confirm(work.outbox.waiting(NOW)[0].run, signer.receipt(work.events(PERSON)[2]))
        work.commit()
    with desk.open_reading() as reading:
        [row] = reading.notices(NoticeFilter(file_id=PERSON))
        assert (row.state, row.is_confirmed) == (NoticeState.RECALLED, True)
        assert reading.blobs.waiting() == ()
        assert check_desk(reading, signer).is_whole


def test_a_check_finds_what_was_changed_behind_the_programs_back(desk: Database, signer: Signer) -> None:
    opening = opened()
    with desk.open_work() as work:
        pdf = work.blobs.put(b"scan")
        work.append(signer.run(PERSON, identified(), opening), PERSON)
        work.commit()
    for change, trouble in (
        ("UPDATE person SET phone = '1'", Trouble.READ_MODEL),
        ("UPDATE blob_part SET bytes = x'00'", Trouble.DOCUMENT),
        ("DELETE FROM outbox", Trouble.UNSENT),
        ("DELETE FROM event WHERE seq = 2", Trouble.OUTBOX),
    ):
        with desk.open_work() as work:
            work.connection.change(change)
            desk._kept.keep({})
            assert trouble in {each for each, _ in check_desk(work, signer).troubles}, change
    with desk.open_work() as work:
        work.connection.change("UPDATE event SET data = replace(data, 'Əliyev', 'Vəliyev') WHERE seq = 1")
        assert {finding.flaw.value for finding in check_desk(work, signer).findings} == {"data"}
        assert work.blobs.get(pdf) == b"scan"
        for damage in ("'{'", "replace(content, 'agent.one', 'agent.two')", "'[]'"):
            work.connection.change(f"UPDATE event SET content = {damage} WHERE seq = 1")
            assert "hash" in {finding.flaw.value for finding in check_desk(work, signer).findings}


def test_a_check_finds_numbers_that_could_be_given_twice(desk: Database, signer: Signer) -> None:
    opening = replace(opened(), number=number_text(Series.APPLICATION, "B03", 2026, 17))
    with desk.open_work() as work:
        work.append(signer.run(PERSON, identified(), opening), PERSON)
        work.leases.add(signer.lease(Series.APPLICATION, first=11, last=20))
        work.commit()
    with desk.open_work() as work:
        for after, found in ((17, {Trouble.NUMBERS}), (18, set()), (21, set()), (22, {Trouble.LEASE})):
            work.connection.change("UPDATE number_lease SET next = ?", (after,))
            report = check_desk(work, signer)
            assert {each for each, _ in report.troubles} == found, after
            assert report.unsent.numbers == {"application 2026": max(0, 21 - after)}
        assert (report.unsent.waiting, report.unsent.unproven) == (1, 0)


def test_a_rebuild_gives_the_same_lists(desk: Database, signer: Signer) -> None:
    for number in range(5):
        who = person(f"5ZJ1K2{number}")
        with desk.open_work() as work:
            work.append(signer.run(who, identified(f"5ZJ1K2{number}", f"Quliyev{number}"), opened()), who)
            work.commit()
    with desk.open_work() as work:
        before = (
            work.find_persons("quliyev"),
            work.applications(ApplicationFilter()),
            work.find_persons("quliyef1"),
        )
        assert work.rebuild() == 5
        after = (
            work.find_persons("quliyev"),
            work.applications(ApplicationFilter()),
            work.find_persons("quliyef1"),
        )
        assert before == after
        work.commit()
    with desk.open_reading() as reading:
        assert check_desk(reading, signer).is_whole


def test_drafts_looks_and_facts_are_kept(desk: Database) -> None:
    draft = Draft("intake:A-014", "intake", {"pin": "5ZJ"}, NOW, "A-014", new_id(NOW))
    with desk.open_work() as work:
        work.drafts.save(draft)
        work.access_log.add(at=NOW, agent="agent.one", what="file", purpose="A-014", file_id=PERSON)
        work.meta.set("cursor", {"at": "x"})
        work.commit()
    with desk.open_work() as work:
        assert work.drafts.load(draft.key) == draft == work.drafts.all()[0]
        [look] = work.access_log.unsent()
        assert (look.agent, look.file_id) == ("agent.one", PERSON)
        work.access_log.mark_sent(look.no)
        work.drafts.discard(draft.key)
        assert work.meta.get("cursor") == {"at": "x"}
        work.meta.forget("cursor")
        assert (work.access_log.unsent(), work.drafts.all(), work.meta.get("cursor")) == ((), (), None)


def test_readers_see_one_moment_while_one_hand_writes(desk: Database, signer: Signer) -> None:
    with desk.open_work() as work:
        opening = opened()
        work.append(signer.run(PERSON, identified(), opening), PERSON)
        work.commit()
    paper = acts.ShowPaper(opening.application, evidence.Paper("id_card", "AA1234567", FormShown.ORIGINAL))
    seen: list[int] = []

    def write() -> None:
        for _ in range(20):
            with desk.open_work() as work:
                work.append(signer.run(PERSON, paper), PERSON)
                work.commit()

    def read() -> None:
        for _ in range(60):
            with desk.open_reading() as reading:
                first = reading.file(PERSON).head
                assert head_of(reading.events(PERSON)[-1]) == first
                seen.append(first.seq)

    threads = [threading.Thread(target=each) for each in (write, write, read, read)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with desk.open_reading() as reading:
        assert reading.file(PERSON).head.seq == 42
        assert check_desk(reading, signer).is_whole
    assert len(seen) == 120
    with desk.open_reading() as reading, pytest.raises(RuntimeError):
        reading.meta.set("x", 1)
