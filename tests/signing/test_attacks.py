"""Known attacks on signed PDF files (forged, wrapped, shadowed) and bytes at random: none ever passes as whole.

Mladenov et al., “1 Trillion Dollar Refund” (2019); Mainka et al., “Shadow Attacks” (2021); Rohlmann et al.,
“Breaking the Specification: PDF Certification” (2021).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from dost_desktop.signing.facts import Change, Level, Problem
from dost_desktop.signing.pkcs12_signer import Pkcs12Signer
from dost_desktop.signing.verify import verify_file
from tests.signing.conftest import AT
from tests.signing.extended_files import RANGE, contents, drawn, lay_over, updated


def problem_of(pdf: bytes, root: bytes) -> Problem | None:
    verdict = verify_file(pdf, [root])
    assert not verdict.valid
    return verdict.problem


# --- forged: a signature that lacks what makes it one -----------------------------------------------------------


def with_value(signed: bytes, value: bytes) -> bytes:
    """Another value of the same length in place of the signature."""
    place = contents(signed)
    return signed[: place.start] + value.ljust(place.stop - place.start) + signed[place.stop :]


@pytest.mark.parametrize(
    "value", [b"null", b"<>", b"()", b"<00>", b"<" + b"0" * 600 + b">", b"[<30>]", b"7 0 R"]
)
def test_a_signature_without_its_value_is_none(value: bytes, signed: bytes, root: bytes) -> None:
    problem_of(with_value(signed, value), root)


@pytest.mark.parametrize(
    "given",
    [
        b"/ByteRange null",
        b"/ByteRange []",
        b"/ByteRange [0 0 0 0]",
        b"/ByteRange [0 9 9 -9]",
        b"/ByteRange [0 -1 0 -1]",
        b"/ByteRange [0 1 2]",
        b"/ByteRange (x)",
        b"/ByteRange [0 99999999999]",
        b"/BytesRange [0 1 2 3]",
    ],
)
def test_a_signature_without_its_range_is_none(given: bytes, signed: bytes, root: bytes) -> None:
    found = RANGE.search(signed)
    assert found
    room = found.end() - found.start()
    problem_of(signed[: found.start()] + given[:room].ljust(room) + signed[found.end() :], root)


@pytest.mark.parametrize(
    ("name", "value"), [("/SubFilter", "/adbe.x509.rsa_sha1"), ("/Type", "/Sign"), ("/SubFilter", "/None")]
)
def test_a_kind_of_signature_nobody_can_check_is_none(
    name: str, value: str, signed: bytes, root: bytes
) -> None:
    def another(writer: IncrementalPdfFileWriter) -> None:
        fields = writer.root["/AcroForm"]["/Fields"]
        old = fields[0]["/V"]
        new = generic.DictionaryObject({key: old.raw_get(key) for key in old})
        new[pdf_name(name)] = pdf_name(value)
        field = generic.DictionaryObject({key: fields[0].raw_get(key) for key in fields[0]})
        field[pdf_name("/V")] = writer.add_object(new)
        field[pdf_name("/T")] = generic.TextStringObject("Signature9")
        fields.append(writer.add_object(field))
        writer.update_container(fields)

    verdict = verify_file(updated(signed, another), [root])
    assert not verdict.valid
    assert Problem.SIGNATURE_DAMAGED in {each.problem for each in verdict.signatures}


# --- wrapped: the signed bytes are there, the reader sees others ------------------------------------------------


def test_objects_in_the_room_of_the_signature_are_seen(signed: bytes, root: bytes) -> None:
    """The range stays true to the byte; what lies between its parts is more than one string."""
    place = contents(signed)
    value = signed[place].rstrip(b"0>")
    injected = b">\n9 0 obj <</Type /Page>> endobj\n<"
    room = place.stop - place.start - len(value) - len(injected) - 1
    assert room > 0
    problem_of(with_value(signed, value + injected + b"0" * room + b">"), root)


def test_a_part_moved_to_the_end_is_seen(signed: bytes, root: bytes) -> None:
    place = contents(signed)
    first, length, second, rest = (int(each) for each in RANGE.findall(signed)[0])
    for moved in (1, 10, 400):
        injected = b"\n" + b"%" * (moved - 1)
        edited = RANGE.sub(b"/ByteRange [%d %d %d %d]" % (first, length, second + moved, rest), signed)
        assert len(edited) == len(signed)
        problem_of(edited[: place.stop] + injected + edited[place.stop :], root)


def test_the_same_signature_put_into_the_file_again_does_not_vouch_for_it(signed: bytes, root: bytes) -> None:
    def again(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][0]
        old = field["/V"]
        field[pdf_name("/V")] = writer.add_object(generic.DictionaryObject({k: old.raw_get(k) for k in old}))
        writer.update_container(field)
        page = writer.root["/Pages"]["/Kids"][0]
        page["/Contents"] = drawn(writer, b"BT ET")
        writer.update_container(page)

    verdict = verify_file(updated(signed, again), [root])
    assert not verdict.valid
    assert verdict.signatures[0].findings[2].problem is not None


def test_loose_objects_behind_the_end_are_seen(signed: bytes, root: bytes) -> None:
    """An update without a table, and one that copies the old table's place."""
    page = b"\n4 0 obj <</Type /Page /MediaBox [0 0 9 9]>> endobj\n"
    start = signed[signed.rindex(b"startxref") :]
    for tail in (page, page + start, page + b"trailer <</Root 13 0 R>>\n" + start):
        problem_of(signed + tail, root)


# --- shadowed: prepared before the signing, uncovered afterwards -------------------------------------------------


def _prepared(notice: bytes) -> tuple[bytes, dict[str, int]]:
    """A notice with a curtain over its text, a font of its own, a form field, and a hidden other page tree."""
    writer = IncrementalPdfFileWriter(io.BytesIO(notice))
    curtain = generic.StreamObject(
        {
            pdf_name("/Type"): pdf_name("/XObject"),
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 600, 842))),
        },
        stream_data=b"1 1 1 rg 0 0 600 842 re f",
    )
    laid = writer.add_object(curtain)
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Resources"][pdf_name("/XObject")] = generic.DictionaryObject({pdf_name("/Curtain"): laid})
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), drawn(writer, b"/Curtain Do")])
    writer.update_container(page)
    writer.update_container(page["/Resources"])
    field = writer.add_object(
        generic.DictionaryObject(
            {
                pdf_name("/FT"): pdf_name("/Tx"),
                pdf_name("/T"): generic.TextStringObject("məbləğ"),
                pdf_name("/V"): generic.TextStringObject("10"),
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/Widget"),
                pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 9, 9))),
            }
        )
    )
    form = {pdf_name("/Fields"): generic.ArrayObject([field])}
    writer.root[pdf_name("/AcroForm")] = writer.add_object(generic.DictionaryObject(form))
    first = writer.root["/Pages"].raw_get("/Kids").raw_get(0)
    tree = {
        pdf_name("/Type"): pdf_name("/Pages"),
        pdf_name("/Kids"): generic.ArrayObject([first] * 7),
        pdf_name("/Count"): generic.NumberObject(7),
    }
    hidden = writer.add_object(generic.DictionaryObject(tree))
    writer.update_root()
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue(), {"curtain": laid.idnum, "field": field.idnum, "tree": hidden.idnum}


def _uncover(writer: IncrementalPdfFileWriter, names: dict[str, int]) -> None:
    curtain = writer.get_object(generic.Reference(names["curtain"], 0, writer.prev))
    curtain._data, curtain._encoded_data = b"", None
    writer.update_container(curtain)


def _fill(writer: IncrementalPdfFileWriter, names: dict[str, int]) -> None:
    field = writer.get_object(generic.Reference(names["field"], 0, writer.prev))
    field["/V"] = generic.TextStringObject("10000")
    writer.update_container(field)


def _swap_tree(writer: IncrementalPdfFileWriter, names: dict[str, int]) -> None:
    writer.root["/Pages"] = generic.IndirectObject(names["tree"], 0, writer.prev)
    writer.update_root()


def _change_font(writer: IncrementalPdfFileWriter, _names: dict[str, int]) -> None:
    fonts = writer.root["/Pages"]["/Kids"][0]["/Resources"]["/Font"]
    font = fonts[next(iter(fonts))]
    font["/ToUnicode"] = drawn(writer, b"/CIDInit /ProcSet findresource begin")
    writer.update_container(font)


def _rename(writer: IncrementalPdfFileWriter, _names: dict[str, int]) -> None:
    writer.root["/Lang"] = generic.TextStringObject("en")
    writer.update_root()


def _act(writer: IncrementalPdfFileWriter, _names: dict[str, int]) -> None:
    script = {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): generic.TextStringObject("0")}
    writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(script)
    writer.update_root()


@pytest.fixture(scope="module")
def shadow(notice: bytes, signer: Pkcs12Signer) -> tuple[bytes, dict[str, int]]:
    prepared, names = _prepared(notice)
    return signer.sign(prepared, at=AT), names


@pytest.mark.parametrize(
    ("attack", "told"),
    [
        (_uncover, {Change.CONTENT}),
        (_change_font, {Change.CONTENT}),
        (_fill, {Change.FORM}),
        (_swap_tree, {Change.PAGES, Change.CONTENT, Change.NOTES}),
        (lay_over, {Change.NOTES}),
        (_rename, {Change.METADATA}),
        (_act, {Change.STRUCTURE}),
    ],
)
def test_what_was_prepared_is_seen_when_it_is_uncovered(
    attack: Callable[[IncrementalPdfFileWriter, dict[str, int]], None],
    told: set[Change],
    shadow: tuple[bytes, dict[str, int]],
    root: bytes,
) -> None:
    pdf, names = shadow
    assert verify_file(pdf, [root]).valid
    (signature,) = verify_file(updated(pdf, lambda writer: attack(writer, names)), [root]).signatures
    assert signature.findings[0].problem is None
    assert signature.findings[2].problem is Problem.CHANGED_AFTERWARDS
    assert set(signature.changes) == told


@pytest.mark.parametrize("kind", ["/DocTimeStamp", "/Sig"])
@pytest.mark.parametrize("seen", [True, False])
def test_a_further_signature_or_stamp_does_not_cover_the_page(
    kind: str, seen: bool, signed: bytes, root: bytes
) -> None:
    def cover(writer: IncrementalPdfFileWriter) -> None:
        whole = generic.ArrayObject(map(generic.NumberObject, (0, 0, 600 * seen, 842 * seen)))
        white = generic.StreamObject(
            {pdf_name("/Subtype"): pdf_name("/Form"), pdf_name("/BBox"): whole},
            stream_data=b"1 1 1 rg 0 0 600 842 re f",
        )
        fields = writer.root["/AcroForm"]["/Fields"]
        page = writer.root["/Pages"]["/Kids"][0]
        value = {key: fields[0]["/V"].raw_get(key) for key in ("/ByteRange", "/Contents", "/Filter")}
        value |= {pdf_name("/Type"): pdf_name(kind), pdf_name("/SubFilter"): pdf_name("/ETSI.RFC3161")}
        field = {key: fields[0].raw_get(key) for key in ("/FT", "/Type", "/Subtype", "/F", "/P")}
        field |= {
            pdf_name("/T"): generic.TextStringObject("TimeStamp1"),
            pdf_name("/V"): writer.add_object(generic.DictionaryObject(value)),
            pdf_name("/Rect"): whole,
        }
        if seen:
            drawing = {pdf_name("/N"): writer.add_object(white)}
            field[pdf_name("/AP")] = generic.DictionaryObject(drawing)
        added = writer.add_object(generic.DictionaryObject(field))
        for listed in (fields, page["/Annots"]):
            listed.append(added)
            writer.update_container(listed)

    verdict = verify_file(updated(signed, cover), [root])
    if kind == "/DocTimeStamp" and not seen:  # nothing is covered, and nothing is proven
        assert verdict.valid
        assert verdict.signatures[0].level is Level.SIGNED
    else:
        assert verdict.problem is Problem.CHANGED_AFTERWARDS
        assert set(verdict.signatures[0].changes) == {Change.NOTES, Change.FORM}


def test_an_old_object_brought_back_by_a_table_alone_is_seen(signed: bytes, root: bytes) -> None:
    """No object is added: the new table only points a page at other bytes that the signature covers."""
    number = PdfFileReader(io.BytesIO(signed)).root["/Pages"].raw_get("/Kids").raw_get(0).idnum
    other = signed.index(b"/Type /Catalog")
    other = signed.rindex(b" 0 obj", 0, other)
    other = signed.rindex(b"\n", 0, other) + 1
    last = int(signed[signed.rindex(b"startxref") + 9 :].split()[0])
    trailer = signed[signed.rindex(b"trailer") : signed.rindex(b"startxref")]
    trailer = re.sub(rb"/Prev \d+", b"/Prev %d" % last, trailer)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, other)
    problem_of(signed + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(signed), root)


# --- an honest extension as a cover ------------------------------------------------------------------------------


def test_a_change_under_an_honest_time_stamp_is_still_a_change(archived: tuple[bytes, bytes, bytes]) -> None:
    whole, root, covered = archived
    assert verify_file(whole, [root]).signatures[0].level is Level.ARCHIVED
    (signature,) = verify_file(covered, [root]).signatures
    assert signature.problem is Problem.CHANGED_AFTERWARDS
    assert signature.changes == (Change.NOTES,), "the honest stamps are no change"


def test_an_update_that_other_readers_would_mend_is_a_change(archived: tuple[bytes, bytes, bytes]) -> None:
    """Found by broken files: one reader takes the root of an older trailer, another looks for objects itself."""
    whole, root, _ = archived
    at = whole.rindex(b"/Root")
    assert problem_of(whole[:at] + b"/Roof" + whole[at + 5 :], root) is Problem.CHANGED_AFTERWARDS


def _hostile_stores() -> dict[str, generic.PdfObject]:
    streams = [generic.StreamObject(stream_data=each) for each in (b"", b"\x30\x80", b"0" * 9, bytes(100))]
    stores: dict[str, generic.PdfObject] = {"nothing": generic.NullObject(), "a list": generic.ArrayObject()}
    for name in ("/Certs", "/CRLs", "/OCSPs"):
        held = {
            "of garbage": generic.ArrayObject(streams),
            "a number": generic.NumberObject(7),
            "of nothing": generic.ArrayObject([generic.NullObject()]),
        }
        stores |= {
            f"{name} {how}": generic.DictionaryObject({pdf_name(name): each}) for how, each in held.items()
        }
    return stores


@pytest.mark.parametrize("store", _hostile_stores().values(), ids=_hostile_stores())
def test_a_hostile_store_of_proofs_proves_nothing(
    store: generic.PdfObject, signed: bytes, root: bytes
) -> None:
    def add(writer: IncrementalPdfFileWriter) -> None:
        if isinstance(store, generic.DictionaryObject):
            for name, listed in store.items():
                if isinstance(listed, generic.ArrayObject):
                    store[name] = generic.ArrayObject(
                        drawn(writer, each.data) if isinstance(each, generic.StreamObject) else each
                        for each in listed
                    )
        writer.root[pdf_name("/DSS")] = store
        writer.update_root()

    (signature,) = verify_file(updated(signed, add), [root]).signatures
    assert signature.level is Level.SIGNED
    assert not signature.time_proven
    assert not signature.revocation_known
