"""Referral, extract, confirmations and forms on paper, judged by poppler, qpdf and a PDF/A validator."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dost_desktop.catalogue.office_paper import Column, Line, LineKind, OfficePaper, Row, Table
from reports.documents import PrintNotes, office_paper, print_copy
from tests.reports.letters import a_refusal
from tests.reports.test_notice import AZERBAIJANI, pages_of, text_of, words_of

HEADS = ("Tarix", "İşəgötürən", "Vəzifə (peşə)", "Cavab", "Nəticə")
SIGN = Line(LineKind.SIGNER)


def a_paper(*lines: Line, **changes: object) -> OfficePaper:
    """An extract with these lines."""
    given_: dict[str, object] = {
        "id": "file_extract",
        "title": "FƏRDİ MƏŞĞULLUQ VƏRƏQİNDƏN ÇIXARIŞ",
        "subtitle": "",
        "letterhead": a_refusal().letterhead,
        "number": "Ç-B03-07-261124-140732",
        "date": "24 noyabr 2026-cı il, saat 14:07",
        "addressee": (("Vərəqin nömrəsi", "R-1"),),
        "lines": lines,
        "signer_post": "Sosial agent",
        "signer_name": "Söyüdlü Aysel Kamran qızı",
        "practice": False,
    }
    return OfficePaper(**(given_ | changes))  # type: ignore[arg-type]


def a_table(*rows: Row) -> Line:
    """Offers in five columns."""
    columns = tuple(Column(title, title, 0.2) for title in HEADS)
    return Line(LineKind.TABLE, table=Table(columns, rows))


def an_offer(number: int, reason: str = "Uzaqdır") -> Row:
    cells = ("24.11.2026", f"İşəgötürən-{number}", "baş mühasibin köməkçisi", "imtina edib", "")
    return Row(cells, (("Səbəb", reason), ("Qiymətləndirmə", f"səbəb əsaslıdır ({number})")))


EVERY_KIND = a_paper(
    Line(LineKind.HEADING, "I. Fərdi məlumat"),
    Line(LineKind.FIELD, "Çinarlı Günay Rəşad qızı", "Soyadı, adı, atasının adı"),
    Line(LineKind.FIELD, "______", "Vəzifə (peşə)"),
    Line(LineKind.HEADING, "II. Təhsil", "– qeyd yoxdur"),
    a_table(an_offer(1)),
    Line(LineKind.PARAGRAPH, AZERBAIJANI),
    Line(LineKind.STRONG, AZERBAIJANI),
    Line(LineKind.BULLET, "təklifi qəbul etmirsinizsə, səbəbini göstərin;"),
    Line(LineKind.WRITE, "☐ yoxdur   ☐ vardır: ______________________________"),
    SIGN,
    Line(LineKind.NOTE, "Elektron imza ilə imzalanmamışdır."),
    Line(LineKind.CUT, "müraciət edən şəxsdə qalır"),
    Line(LineKind.STRONG, "Göndəriş № 05-04-05-00/B03/2026/G-000123."),
)


@pytest.mark.parametrize("practice", [True, False])
def test_every_kind_of_line_is_archival_and_can_be_read_back(practice: bool, tmp_path: Path) -> None:
    paper = a_paper(*EVERY_KIND.lines, practice=practice)
    pdf = office_paper(paper)
    report = pikepdf.pdfa.validate_written(io.BytesIO(pdf), "2b")
    assert report.passed, report.summary()

    text = words_of(text_of(pdf, tmp_path))
    for line in paper.lines:
        for part in (line.label, line.text):
            assert all(words_of(cell) in text for cell in re.split(r"_{3,}| {3,}", part))
    assert text.count(AZERBAIJANI) == 2
    assert ("MƏŞQ — hüquqi qüvvəsi yoxdur" in text) is practice
    assert "Vərəq 1 / 1" in text

    fonts = subprocess.run(
        ["pdffonts", str(tmp_path / "document.pdf")], capture_output=True, encoding="utf-8", check=True
    )
    for row in fonts.stdout.splitlines()[2:]:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "az"
        assert str(opened.docinfo["/Title"]) == paper.title


def test_the_same_paper_gives_the_same_bytes_and_another_one_others() -> None:
    assert office_paper(EVERY_KIND) == office_paper(EVERY_KIND)
    assert office_paper(EVERY_KIND) != office_paper(a_paper(*EVERY_KIND.lines, number="Ç-2"))


def test_a_copy_says_so_on_every_page(tmp_path: Path) -> None:
    pdf = office_paper(a_paper(a_table(*map(an_offer, range(60)))))
    notes = PrintNotes(not_yet_confirmed=True, copy_no=2, copied_on="24.11.2026")
    text = text_of(print_copy(pdf, notes), tmp_path)
    assert text.count("SURƏT.") == pages_of(pdf) > 1


def test_heads_stand_on_every_page_of_a_long_table(tmp_path: Path) -> None:
    pdf = office_paper(a_paper(a_table(*map(an_offer, range(120))), SIGN))
    pages = text_of(pdf, tmp_path).split("\f")[:-1]
    assert len(pages) == pages_of(pdf) > 3
    for number, page in enumerate(pages):
        assert all(head in page for head in HEADS), number
        assert f"Vərəq {number + 1} / {len(pages)}" in page
        assert number == 0 or "Ç-B03-07-261124-140732" in page.splitlines()[0]


@pytest.mark.parametrize("count", range(14, 30))
def test_a_signature_never_stands_alone(count: int, tmp_path: Path) -> None:
    paragraphs = [Line(LineKind.PARAGRAPH, f"Cümlə {number}. " + "söz " * 18) for number in range(count)]
    pages = text_of(office_paper(a_paper(*paragraphs, SIGN)), tmp_path).split("\f")[:-1]
    signed = next(page for page in pages if "İmza:" in page)
    assert f"Cümlə {count - 1}." in signed


def test_the_half_that_is_kept_stands_at_the_foot_in_one_piece(tmp_path: Path) -> None:
    for count in (1, 20, 26, 30):
        body = [Line(LineKind.PARAGRAPH, f"Sətir {number}. " + "söz " * 18) for number in range(count)]
        foot = [Line(LineKind.CUT, "kəsin"), *(Line(LineKind.PARAGRAPH, f"Qalan {n}.") for n in range(4))]
        last = text_of(office_paper(a_paper(*body, *foot)), tmp_path, "-bbox").split("<page ")[-1]
        kept = [float(top) for top in re.findall(r'yMin="([\d.]+)"[^>]*>Qalan<', last)]
        assert len(kept) == 4
        assert 765 < kept[-1] < 786  # down to the lower margin, above the footer


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.integers(1, 900), min_size=1, max_size=12), st.integers(0, 40))
def test_no_word_of_a_reason_is_lost_however_long(tmp_path: Path, sizes: list[int], before: int) -> None:
    filler = [Line(LineKind.PARAGRAPH, "sətir") for _ in range(before)]
    rows = [
        an_offer(number, " ".join(f"s{number}x{word}" for word in range(size)))
        for number, size in enumerate(sizes)
    ]
    text = text_of(office_paper(a_paper(*filler, a_table(*rows), SIGN)), tmp_path)
    found = set(re.findall(r"s\d+x\d+", text))
    assert found == {f"s{number}x{word}" for number, size in enumerate(sizes) for word in range(size)}


def test_a_cell_taller_than_a_page_runs_on(tmp_path: Path) -> None:
    words = " ".join(f"söz{number}" for number in range(900))
    text = text_of(office_paper(a_paper(a_table(Row(("24.11.2026", words, "", "", ""))))), tmp_path)
    assert set(re.findall(r"söz\d+", text)) == {f"söz{number}" for number in range(900)}
