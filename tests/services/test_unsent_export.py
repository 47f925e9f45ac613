"""The file with what a desk could not send: whole or refused, never large in memory, never half on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dost_desktop.contract.sealed_box import new_box_key
from dost_desktop.contract.unsent import (
    DocumentBytes,
    UnsentCase,
    UnsentDocument,
    UnsentFileUnusable,
    UnsentHeader,
    UnsentReader,
    UnsentRun,
    UnsentWriter,
    new_content_key,
)
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.services.alone import TooLongAlone, last_contact, note_contact
from dost_desktop.services.open_next import OpenNext
from dost_desktop.services.unsent_export import ExportDiskFull, ExportNotWritten, ExportUnsent
from tests.domain.builders import a_key
from tests.fakes.real_desk import WORKS, RealDesk

SECRET, PUBLIC = new_box_key()
KEY = a_key("aysel")


@pytest.fixture
def real(tmp_path: Path) -> Iterator[RealDesk]:
    desk = RealDesk(tmp_path / "desk")
    yield desk
    desk.close()


def export_of(real: RealDesk) -> ExportUnsent:
    return ExportUnsent(real.desk, real.database.open_reading, UUID(int=7), PUBLIC)


def opened(path: Path) -> UnsentReader:
    reader = UnsentReader(BytesIO(path.read_bytes()))
    reader.unlock(SECRET)
    return reader


def header(documents: int, runs: int = 0) -> tuple[UnsentHeader, bytes]:
    key, box = new_content_key(PUBLIC)
    told = UnsentHeader(
        desk="B03-01",
        centre="B03",
        install_id=str(UUID(int=7)),
        agent="aysel",
        made_at="2026-11-24T10:07:32.000Z",
        program="0.1.0",
        runs=runs,
        documents=documents,
        document_bytes=0,
        cases=0,
        looks=0,
        box=box,
    )
    return told.signed(KEY.sign), key


def sealed(*documents: bytes) -> bytes:
    """A file with these documents, as a desk would write it."""
    told, key = header(len(documents))
    out = BytesIO()
    writer = UnsentWriter(out, told, key)
    for content in documents:
        writer.record(UnsentDocument(sha256=sha256(content).hexdigest(), size=len(content)))
        writer.add(content)
    writer.close()
    return out.getvalue()


def documents_in(whole: bytes) -> list[bytes]:
    reader = UnsentReader(BytesIO(whole))
    reader.unlock(SECRET)
    reader.prove()
    found: list[bytes] = []
    for each in reader.records():
        if isinstance(each, DocumentBytes):
            found[-1] += each.piece
        else:
            found.append(b"")
    return found


@settings(max_examples=30)
@given(st.lists(st.integers(0, 70_000), max_size=4), st.integers(0, 2**32))
def test_what_was_put_in_comes_out_however_it_falls_on_the_pieces(sizes: list[int], seed: int) -> None:
    contents = [Random(seed).randbytes(each) for each in sizes]
    assert documents_in(sealed(*contents)) == contents


@pytest.fixture(scope="module")
def whole() -> bytes:
    return sealed(Random(1).randbytes(200_000), b"", Random(2).randbytes(30_000))


@settings(max_examples=40)
@given(st.data())
def test_a_file_that_was_cut_or_changed_anywhere_is_refused(whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = {
        "cut": whole[:at],
        "changed": whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
        "longer": whole + whole[at:],
    }[data.draw(st.sampled_from(("cut", "changed", "longer")))]
    with pytest.raises(UnsentFileUnusable):
        documents_in_signed(changed)


def documents_in_signed(whole: bytes) -> None:
    """As an import begins: the readable line is its agent's, then everything is read."""
    documents_in(whole)
    if not UnsentReader(BytesIO(whole)).header.is_by(KEY.public):
        raise UnsentFileUnusable("damaged")


def test_pieces_of_another_file_or_in_another_order_are_refused(whole: bytes) -> None:
    start, piece = len(whole.split(b"\n", 2)[0]) + len(whole.split(b"\n", 2)[1]) + 2, 64 * 1024 + 16
    body = [whole[at : at + piece] for at in range(start, len(whole), piece)]
    other = sealed(Random(1).randbytes(200_000), b"", Random(2).randbytes(30_000))
    for pieces in ([body[1], body[0], *body[2:]], [body[0], *body[2:]], [*body[:-1]]):
        with pytest.raises(UnsentFileUnusable):
            documents_in(whole[:start] + b"".join(pieces))
    with pytest.raises(UnsentFileUnusable):
        documents_in(whole[:start] + other[start:])
    with pytest.raises(UnsentFileUnusable, match="unusable"):
        UnsentReader(BytesIO(whole)).unlock(new_box_key()[0])
    for stranger, reason in (
        (b"%PDF-1.7", "not_unsent"),
        (b"dost/unsent/2\n{}", "newer"),
        (b"", "not_unsent"),
    ):
        with pytest.raises(UnsentFileUnusable) as refused:
            UnsentReader(BytesIO(stranger))
        assert refused.value.reason == reason


def test_everything_unsent_is_in_the_file_and_nothing_personal_outside_the_box(
    real: RealDesk, tmp_path: Path
) -> None:
    file_id, application = real.opens()
    real.serves(file_id, application)
    real.drafts.save(f"refusal:{application}", "refusal", {"reasoning": "sınaq"}, application=application)
    real.next_person()
    other_file, alone = real.opens()
    real.drafts.save(f"refusal:{alone}", "refusal", {"reasoning": "başqa"}, application=alone)
    parked = []
    for number in ("7TK8R2M", "8TK8R2M"):
        real.person = replace(real.person, number=number)
        parked.append(real.opens()[0])
    with real.database.open_work() as work:
        good, damaged = work.blobs.put(b"x" * 300_000), work.blobs.put(b"y" * 10)
        spoilt = "UPDATE blob_part SET bytes = x'00' WHERE sha256 = ?"
        work.connection.change(spoilt, (bytes.fromhex(damaged),))
        for each, park in zip(parked, (work.outbox.needs_you, work.outbox.set_aside), strict=True):
            [run] = work.outbox.of_file(each)
            work.outbox.take_out(each, 1)
            park(run.run, "application.already_open", {})
        work.commit()

    report = export_of(real)(tmp_path / "x.dost-unsent")

    assert (report.runs, report.documents, report.cases, report.left_out) == (4, 1, 2, (damaged,))
    outside = UnsentReader(BytesIO(report.path.read_bytes()))
    assert outside.header.document_bytes == 300_000
    assert real.person.surname not in str(outside.header)
    assert real.person.surname.encode() not in report.path.read_bytes()
    reader = opened(report.path)
    reader.prove()
    records = list(reader.records())
    runs = [each for each in records if isinstance(each, UnsentRun)]
    assert sorted(each.state for each in runs) == ["needs_you", "queued", "queued", "set_aside"]
    assert {each.last_answer for each in runs} == {"", "application.already_open"}
    cases = [each.case for each in records if isinstance(each, UnsentCase)]
    assert {each.file_id for each in cases} == {str(file_id), str(other_file)}
    assert [each.drafts[0].key for each in cases] == [f"refusal:{application}", f"refusal:{alone}"]
    assert [each.sha256 for each in records if isinstance(each, UnsentDocument)] == [good]
    assert list(tmp_path.glob(".x*")) == []


def test_a_large_scan_goes_through_in_parts(real: RealDesk, tmp_path: Path) -> None:
    size = 24 * 1024 * 1024
    with real.database.open_work() as work:
        work.blobs.put(bytes(size))
        work.commit()
    tracemalloc.start()
    try:
        path = export_of(real)(tmp_path / "large").path
        written = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        with path.open("rb") as file:
            reader = UnsentReader(file)
            reader.unlock(SECRET)
            reader.prove()
        read = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > size
    assert max(written, read) < size / 4


def test_where_it_cannot_be_written_nothing_is_left_and_what_stood_there_stays(
    real: RealDesk, tmp_path: Path
) -> None:
    real.opens()
    with pytest.raises(ExportNotWritten):
        export_of(real)(tmp_path / "no folder" / "x")
    there = tmp_path / "x"
    there.mkdir()
    with pytest.raises(ExportNotWritten):
        export_of(real)(there)
    assert [each.name for each in tmp_path.iterdir() if each.name != "desk"] == ["x"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a small disk")
def test_a_full_disk_keeps_the_file_of_before(real: RealDesk, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if (
        os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("mounting is not allowed here")
    try:
        real.opens()
        before = export_of(real)(disk / "x").path.read_bytes()
        with real.database.open_work() as work:
            work.blobs.put(bytes(2_000_000))
            work.commit()
        with pytest.raises(ExportDiskFull):
            export_of(real)(disk / "x")
        assert [each.name for each in disk.iterdir()] == ["x"]
        assert (disk / "x").read_bytes() == before
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_after_days_alone_the_owner_may_stop_new_cases_and_nothing_else(real: RealDesk) -> None:
    contact = real.clock.now()
    with real.database.open_work() as work:
        note_contact(work.meta, contact)
        work.commit()
        assert last_contact(work.meta) == contact
    begun = real.runs.begin("A-047", str(ApplicationKind.UNEMPLOYED))
    real.clock.moment += timedelta(days=4)
    real.opens()  # off by default

    real.desk = replace(real.desk, no_new_cases_after_days=3)
    real.next_person()
    file_id, application = real.opens()  # the case was open before: it goes on
    real.runs.bind(begun, file_id, application)
    real.runs.finish()
    real.checks(file_id, application, WORKS)
    real.refuses(file_id, application)  # a written answer is never stopped

    real.person = replace(real.person, number="7TK8R2M")
    with pytest.raises(TooLongAlone) as alone:
        real.opens()
    assert alone.value.facts["n"] == 4
    real.opens(to_answer=True)
    with pytest.raises(TooLongAlone):
        OpenNext(real.desk)(file_id, ApplicationKind.JOBSEEKER)
    with real.database.open_work() as work:
        note_contact(work.meta, real.clock.now())
        work.commit()
    real.person = replace(real.person, number="8TK8R2M")
    real.opens()
