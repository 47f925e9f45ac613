"""A scan is what its bytes are: taken, or refused at the desk with a reason, never a crash and never a freeze."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from dost_desktop.services.attach_scan import AttachScan
from dost_desktop.services.scan_reading import (
    LARGEST,
    MOST_PAGES,
    PastedPicture,
    ReadScan,
    ScanFacts,
    ScanKind,
    ScanRefused,
    looked_at,
    read_scan,
)
from tests.services.scans import a_bomb, a_drawn_pdf, a_pdf, a_picture, locked
from tests.ui.intake.desk import IntakeDesk

EXE = b"MZ\x90\x00\x03" + bytes(400)
PNG, JPEG, PDF = a_picture(), a_picture(kind="JPEG"), a_pdf()

REFUSED: dict[str, tuple[bytes, str, str]] = {
    "an exe that calls itself a PDF": (EXE, "arayis.pdf", "scan.disguised"),
    "a PDF that calls itself a JPEG": (PDF, "vesiqe.JPG", "scan.disguised"),
    "a PNG that calls itself a PDF": (PNG, "vesiqe.pdf", "scan.disguised"),
    "a page of the web": (b"<html></html>", "vesiqe.html", "scan.other_kind"),
    "a truncated PNG": (PNG[: len(PNG) // 2], "vesiqe.png", "scan.unreadable"),
    "a truncated JPEG": (JPEG[: len(JPEG) // 2], "vesiqe.jpg", "scan.unreadable"),
    "a truncated PDF": (PDF[: len(PDF) // 2], "vesiqe.pdf", "scan.unreadable"),
    "a PNG with a damaged row": (PNG[:-60] + bytes(30) + PNG[-30:], "vesiqe.png", "scan.unreadable"),
    "a PDF of nothing": (b"%PDF-1.7\n%%EOF\n", "vesiqe.pdf", "scan.unreadable"),
    "an empty file": (b"", "vesiqe.pdf", "scan.unreadable"),
    "11 MB": (PNG + bytes(11 * 1024 * 1024 - len(PNG)), "vesiqe.png", "scan.too_large"),
    "a byte too much": (bytes(LARGEST + 1), "vesiqe.png", "scan.too_large"),
    "30 pages": (a_pdf(30), "vesiqe.pdf", "scan.too_many_pages"),
    "a PDF behind a password": (locked(PDF, user="1234"), "vesiqe.pdf", "scan.encrypted"),
    "an encrypted PDF without a password": (locked(PDF, user=""), "vesiqe.pdf", "scan.encrypted"),
    "a tiny picture": (a_picture(599, 900), "vesiqe.png", "scan.too_small"),
    "a PDF of tiny pictures": (a_pdf(side=400), "vesiqe.pdf", "scan.too_small"),
    "41 million pixels": (a_bomb(6400, 6400), "vesiqe.png", "scan.too_detailed"),
    "a bomb": (a_bomb(200_000, 200_000), "vesiqe.png", "scan.too_detailed"),
}  # fmt: skip
TAKEN: dict[str, tuple[bytes, str, ScanKind, int]] = {
    "a PNG": (PNG, "vesiqe.png", ScanKind.PNG, 1),
    "a JPEG": (JPEG, "vesiqe.jpeg", ScanKind.JPEG, 1),
    "a JPEG without a name": (JPEG, "", ScanKind.JPEG, 1),
    "a name that says nothing": (PDF, "Vəsiqə No.5", ScanKind.PDF, 2),
    "the most pages": (a_pdf(MOST_PAGES), "vesiqe.PDF", ScanKind.PDF, MOST_PAGES),
    "a drawn PDF": (a_drawn_pdf(), "arayis.pdf", ScanKind.PDF, 1),
    "the smallest picture": (a_picture(600, 600), "vesiqe.png", ScanKind.PNG, 1),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_kept_is_refused_with_a_reason(case: str) -> None:
    content, name, code = REFUSED[case]
    with pytest.raises(ScanRefused) as refused:
        looked_at(content, name)
    assert refused.value.code == code
    assert not any(name and name in str(fact) for fact in refused.value.facts.values())


@pytest.mark.parametrize("case", TAKEN)
def test_what_can_be_read_is_taken_whatever_its_name(case: str) -> None:
    content, name, kind, pages = TAKEN[case]
    assert looked_at(content, name) == ScanFacts(kind, pages, len(content))


def test_a_refusal_says_how_much_and_how_much_is_allowed() -> None:
    facts = {}
    for case in ("11 MB", "30 pages", "a tiny picture", "a PDF of tiny pictures"):
        content, name, _ = REFUSED[case]
        with pytest.raises(ScanRefused) as refused:
            looked_at(content, name)
        facts[case] = dict(refused.value.facts)
    assert facts == {
        "11 MB": {"size": 11, "limit": 10},
        "30 pages": {"n": 30, "limit": 20},
        "a tiny picture": {"n": 599, "limit": 600},
        "a PDF of tiny pictures": {"n": 400, "limit": 600},
    }


@pytest.mark.parametrize("whole", [PNG, JPEG, PDF], ids=["png", "jpeg", "pdf"])
@given(data=st.data())
def test_any_part_of_a_scan_is_readable_or_refused(whole: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(whole)))
    at = data.draw(st.integers(0, len(whole) - 1))
    flipped = bytes([whole[at] ^ data.draw(st.integers(1, 255))])
    for content in (whole[:cut], whole[:at] + flipped + whole[at + 1 :]):
        try:
            facts = looked_at(content, "")
        except ScanRefused:
            continue  # anything else is a crash
        assert facts.size == len(content)


@given(
    st.sampled_from([b"%PDF-1.4\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b""]), st.binary(max_size=400)
)
def test_garbage_behind_any_beginning_is_refused(start: bytes, rest: bytes) -> None:
    for end in (b"", b"\n%%EOF"):
        with pytest.raises(ScanRefused):
            looked_at(start + rest + end, "")


def test_a_file_is_read_and_what_is_no_file_is_refused(tmp_path: Path) -> None:
    good, great = tmp_path / "vesiqe.png", tmp_path / "enormous.png"
    good.write_bytes(PNG)
    with great.open("wb") as file:
        file.truncate(LARGEST + 1)  # not read: its size says enough
    assert read_scan(good) == ReadScan(PNG, "vesiqe.png", ScanFacts(ScanKind.PNG, 1, len(PNG)))
    codes = {}
    for path in (great, tmp_path, tmp_path / "not there.pdf", Path("/dev/zero"), Path("a\0b.pdf")):
        with pytest.raises(ScanRefused) as refused:
            read_scan(path)
        codes[path] = refused.value.code
    assert codes.pop(great) == "scan.too_large"
    assert set(codes.values()) == {"scan.unreadable"}


def test_a_pasted_picture_becomes_a_png() -> None:
    wide, high = 700, 601
    stride = 4 * wide + 16  # rows may end in padding
    row = b"\x10\x20\x30\xff" * wide + bytes(16)
    read = read_scan(PastedPicture(wide, high, stride, row * high))
    assert (read.name, read.facts.kind, read.facts.pages) == ("", ScanKind.PNG, 1)
    with Image.open(BytesIO(read.content)) as picture:
        assert picture.size == (wide, high)
        assert picture.getcolors() == [(wide * high, (0x30, 0x20, 0x10))]
    for width, height, code in ((8000, 8000, "scan.too_detailed"), (32, 32, "scan.too_small")):
        with pytest.raises(ScanRefused) as refused:
            read_scan(PastedPicture(width, height, 0, b""))
        assert refused.value.code == code


def test_job_answer_and_refusal_travel_between_processes() -> None:
    def there_and_back(what: object) -> object:
        return pickle.loads(pickle.dumps(what))

    job = there_and_back(partial(read_scan, PastedPicture(600, 600, 2400, os.urandom(600 * 2400))))
    assert isinstance(job, Callable)  # type: ignore[arg-type]
    assert there_and_back(job()) == job()  # type: ignore[operator]
    with pytest.raises(ScanRefused) as refused:
        looked_at(a_pdf(21), "")
    home = there_and_back(refused.value)
    assert isinstance(home, ScanRefused)
    assert (home.code, home.facts) == ("scan.too_many_pages", {"n": 21, "limit": 20})


def test_a_scan_is_kept_once_and_waits_for_the_sync(tmp_path: Path) -> None:
    desk = IntakeDesk(tmp_path)
    attach = AttachScan(desk.desk)
    read = ReadScan(PDF, "vesiqe.pdf", looked_at(PDF, "vesiqe.pdf"))
    scan = attach(read)
    assert attach(read) == scan
    assert (scan.kind, scan.pages, scan.size, scan.name) == (ScanKind.PDF, 2, len(PDF), "vesiqe.pdf")
    assert "vesiqe" not in repr(scan) + repr(read)
    with desk.database.open_reading() as reading:
        assert reading.blobs.get(scan.sha256) == PDF
        assert [each.sha256 for each in reading.blobs.waiting()] == [scan.sha256]
    desk.close()


def test_the_window_imports_no_reader_of_pictures_or_pdf() -> None:
    asks = "import sys, ui.pages.intake; print(sorted({'PIL', 'pypdfium2', 'pikepdf'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
