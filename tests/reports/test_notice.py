"""The notice on paper, judged by poppler, qpdf and a PDF/A validator."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dost_desktop.domain.letter import Block, BlockKind, Letter, Part
from reports.documents import (
    PrintNotes,
    WaitingReceipt,
    notice_preview,
    print_copy,
    refusal_notice,
    waiting_receipt,
)
from reports.refusal_notice import paragraph_places
from reports.text import Run, break_lines
from reports.typeface import REGULAR, printable, width
from tests.reports.letters import a_refusal

AZERBAIJANI = "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ abcçdeəfgğhxıijkqlmnoöprsştuüvyz"


def text_of(pdf: bytes, tmp_path: Path, *options: str) -> str:
    file = tmp_path / "document.pdf"
    file.write_bytes(pdf)
    subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=True)
    return subprocess.run(
        ["pdftotext", *options, "-enc", "UTF-8", str(file), "-"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def words_of(text: str) -> str:
    return " ".join(text.split())


def pages_of(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def a_waiting_receipt(**changes: object) -> WaitingReceipt:
    receipt = WaitingReceipt(
        letterhead=a_refusal().letterhead,
        application_no="M-B02-2026-004812",
        registered_on="24.11.2026",
        registered_at="14:07",
        centre="2 saylı DOST Mərkəzi",
        full_name="Çinarlı Günay Rəşad qızı",
        waits_for="Məşğul şəxslərin reyestri",
        agent="Söyüdlü Aysel Kamran qızı",
    )
    return replace(receipt, **changes)  # type: ignore[arg-type]


def test_the_words_of_the_letter_come_back_whole_and_in_order(tmp_path: Path) -> None:
    letter = a_refusal()
    text = words_of(text_of(refusal_notice(letter), tmp_path))

    expected = [
        letter.letterhead[0],
        letter.number,
        letter.date,
        *(value for _, value in letter.addressee),
        letter.title,
        letter.subtitle,
        *(
            part
            for block in letter.blocks
            for part in (block.label, block.text)
            if part and not _split(block)
        ),
        letter.signer_name,
        letter.signature_note,
        letter.verify_code,
        letter.receipt_title,
    ]
    at = 0
    for part in expected:
        found = text.find(words_of(part), at)
        assert found >= 0, part
        at = found


def _split(block: Block) -> bool:
    """Whether poppler may show the mark of a list on a line of its own."""
    return block.kind is BlockKind.BULLET


def test_every_azerbaijani_letter_can_be_read_back_in_both_weights(tmp_path: Path) -> None:
    letter = a_refusal(title=AZERBAIJANI, addressee=(("Kimə", AZERBAIJANI), ("FİN", "5TK8R2M")))
    text = words_of(text_of(refusal_notice(letter), tmp_path))
    assert text.count(AZERBAIJANI) == 2


@pytest.mark.parametrize("practice", [True, False])
@pytest.mark.parametrize("by_hand", [True, False])
def test_the_notice_is_archival_with_every_font_inside(practice: bool, by_hand: bool, tmp_path: Path) -> None:
    letter = a_refusal(practice=practice, by_hand=by_hand)
    pdf = refusal_notice(letter)

    report = pikepdf.pdfa.validate_written(io.BytesIO(pdf), "2b")
    assert report.passed, report.summary()

    text = text_of(pdf, tmp_path)
    assert text.count("MƏŞQ — hüquqi qüvvəsi yoxdur") == (2 * pages_of(pdf) if practice else 0)
    assert ("M.Y." in text) == by_hand

    fonts = subprocess.run(
        ["pdffonts", str(tmp_path / "document.pdf")], capture_output=True, encoding="utf-8", check=True
    )
    rows = fonts.stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "az"
        assert str(opened.docinfo["/Title"]) == letter.title
        assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_a_usual_notice_has_two_pages_and_says_so(tmp_path: Path) -> None:
    text = text_of(refusal_notice(a_refusal()), tmp_path)
    assert "Vərəq 1 / 2" in text
    assert "Vərəq 2 / 2" in text


def test_a_short_notice_stays_on_one_page() -> None:
    letter = a_refusal()
    short = a_refusal(blocks=letter.blocks[:14])
    assert pages_of(refusal_notice(short)) == 1


def test_the_same_letter_gives_the_same_bytes_and_another_letter_others() -> None:
    assert refusal_notice(a_refusal()) == refusal_notice(a_refusal())
    assert refusal_notice(a_refusal()) != refusal_notice(a_refusal(number="05-04-05-00/B02/2026/000432"))
    assert waiting_receipt(a_waiting_receipt()) == waiting_receipt(a_waiting_receipt())


def test_the_preview_knows_where_the_reasoning_stands(tmp_path: Path) -> None:
    drawn = notice_preview(a_refusal())
    (place,) = drawn.editable
    assert drawn.editable == paragraph_places(a_refusal())
    assert drawn.pages == pages_of(drawn.pdf)

    box = ("-x", "0", "-y", str(int(place.top)), "-W", "600", "-H", str(int(place.bottom - place.top) + 1))
    page = ("-f", str(place.page + 1), "-l", str(place.page + 1))
    text = words_of(text_of(drawn.pdf, tmp_path, *page, *box))
    assert text.startswith("Siz əmək müqaviləsi ilə işlədiyiniz")
    assert text.endswith("sistemdə qeyd etməlidir.")


def _long_letter(sentences: int) -> Letter:
    letter = a_refusal()
    reasoning = Block(
        Part.FACTS, BlockKind.PARAGRAPH, "Uzun əsaslandırma cümləsi. " * sentences, editable=True
    )
    return replace(letter, blocks=(*letter.blocks[:10], reasoning, *letter.blocks[11:]))


@pytest.mark.parametrize("sentences", [1, 40, 80, 90, 100, 110, 120, 130, 400])
def test_headings_signer_and_receipt_are_never_torn(sentences: int, tmp_path: Path) -> None:
    letter = _long_letter(sentences)
    pdf = refusal_notice(letter)
    pages = [
        [line for line in page.splitlines() if line.strip() and "MƏŞQ" not in line and "Vərəq" not in line]
        for page in text_of(pdf, tmp_path, "-layout").split("\f")[: pages_of(pdf)]
    ]
    headings = {block.text for block in letter.blocks if block.kind is BlockKind.HEADING}
    for lines in pages:
        assert lines[-1].strip() not in headings
    assert not any(lines[-1].rstrip().endswith(":") for lines in pages[:-1])
    last = words_of("\n".join(pages[-1]))
    assert "hesablanır." in last  # some of the text stands above the signature
    for words in (letter.signer_name, letter.verify_code, letter.receipt_title, "Sosial agentin imzası:"):
        assert words in last
    places = notice_preview(letter).editable
    assert all(0 <= place.top < place.bottom <= 842 for place in places)


def test_a_word_wider_than_the_line_is_cut_and_nothing_is_lost() -> None:
    word = "https://dost.example/" + "məşğulluqsuzlaşdırılanlardan" * 9
    lines = break_lines([Run(word)], 10.5, 200)
    assert "".join(line.text for line in lines) == word
    assert all(line.width <= 200.01 for line in lines)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.floats(60, 500))
def test_any_text_is_set_within_its_width_and_loses_no_word(text: str, wide: float) -> None:
    lines = break_lines([Run(text)], 10.5, wide)
    assert all(line.width <= wide + 0.01 for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == "".join(printable(text).split())


def test_numbers_stay_with_their_sign() -> None:
    text = "sorğu aparılmışdır № 4711 və saat 14:07 cavab alınmışdır"
    for wide in range(60, 300, 7):
        for line in break_lines([Run(text)], 10.5, wide):
            assert not line.text.endswith(("№", "saat")), (wide, line.text)


def test_what_the_typeface_lacks_is_replaced_visibly(tmp_path: Path) -> None:
    assert printable("5 ₼ □ 中 a\u00a0b\tc") == "5 AZN ☐ ? a b c"
    assert width("ə", REGULAR, 10) > 0
    letter = a_refusal(signer_name="Ağa <b>Qala</b> & 中")
    text = text_of(refusal_notice(letter), tmp_path)
    assert "Ağa <b>Qala</b> & ?" in text


def test_the_waiting_receipt_says_what_happens_next(tmp_path: Path) -> None:
    pdf = waiting_receipt(a_waiting_receipt(practice=True))
    report = pikepdf.pdfa.validate_written(io.BytesIO(pdf), "2b")
    assert report.passed, report.summary()
    text = words_of(text_of(pdf, tmp_path))
    for part in (
        "M-B02-2026-004812",
        "24.11.2026",
        "14:07",
        "2 saylı DOST Mərkəzi",
        "Çinarlı Günay Rəşad qızı",
    ):
        assert part in text
    assert "Yenidən növbəyə durmağınıza" in text
    assert "MƏŞQ" in text
    assert "Nümayəndə" not in text
    assert pages_of(pdf) == 1


def test_the_waiting_receipt_names_who_applied_in_the_person_s_place(tmp_path: Path) -> None:
    pdf = waiting_receipt(a_waiting_receipt(representative="Püstəzadə Kamran Elxan oğlu"))
    assert "Nümayəndə: Püstəzadə Kamran Elxan oğlu" in words_of(text_of(pdf, tmp_path))


def test_a_print_copy_has_its_margin_and_leaves_the_file_alone(tmp_path: Path) -> None:
    pdf = refusal_notice(a_refusal())
    assert print_copy(pdf, PrintNotes()) == pdf

    notes = PrintNotes(
        not_yet_confirmed=True, copy_no=2, copied_on="25.11.2026", served_on="24.11.2026", served_at="14:15"
    )
    copy = print_copy(pdf, notes)
    text = words_of(text_of(copy, tmp_path))
    assert pages_of(copy) == pages_of(pdf)
    for part in ("SURƏT. Təkrar çap: 25.11.2026, çap № 2", "24.11.2026, saat 14:15", "qoşulma olmadan"):
        assert text.count(part) == 2
    assert print_copy(pdf, notes) == copy


def test_the_receipt_of_a_form_says_who_confirms_it_and_that_the_code_is_told_to_nobody(
    tmp_path: Path,
) -> None:
    text = words_of(text_of(waiting_receipt(a_waiting_receipt(to_confirm=True)), tmp_path))

    assert "Ərizəni e-sosial portalında öz vasitənizlə (SMS kodu və ya ASAN İmza) təsdiq edin." in text
    assert "Kodu heç kimə deməyin." in text
    assert "Reyestr cavab verən kimi" not in text
