"""Signed files that were extended, honestly and not: what the attacks and the broken files start from."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from dost_desktop.signing.notice_signer import ExtendingWriter
from dost_desktop.signing.pkcs12_signer import Pkcs12Signer
from dost_desktop.signing.proof_port import TimeStampService
from dost_desktop.signing.proof_servers import HttpProofServers
from dost_desktop.signing.proofs import with_proofs
from dost_desktop.signing.time_stamps import with_time_stamp
from tests.signing.authorities import answering
from tests.signing.conftest import AT, PIN

RANGE = re.compile(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]")


def updated(signed: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """An ordinary update behind the signed bytes."""
    writer = ExtendingWriter(io.BytesIO(signed))
    change(writer)
    into = io.BytesIO()
    writer.write(into)
    assert into.getvalue().startswith(signed)
    return into.getvalue()


def drawn(writer: IncrementalPdfFileWriter, what: bytes) -> generic.IndirectObject:
    """A new stream."""
    return writer.add_object(generic.StreamObject(stream_data=what))


def contents(signed: bytes) -> slice:
    """Where the signature's hexadecimal value lies, with its brackets."""
    first, length, second, _ = (int(each) for each in RANGE.findall(signed)[0])
    return slice(first + length, second)


def lay_over(writer: IncrementalPdfFileWriter, _names: dict[str, int] | None = None) -> None:
    """A note over the first page."""
    page = writer.root["/Pages"]["/Kids"][0]
    note = {
        pdf_name("/Type"): pdf_name("/Annot"),
        pdf_name("/Subtype"): pdf_name("/FreeText"),
        pdf_name("/Contents"): generic.TextStringObject("ləğv edilib"),
        pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 300, 300))),
    }
    page[pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(generic.DictionaryObject(note))])
    writer.update_container(page)


def archived_and_covered(notice: bytes, folder: Path) -> tuple[bytes, bytes, bytes]:
    """A B-LTA file, its root, and the same file with a page changed before the last, honest time stamp."""
    with answering(folder, AT) as authorities:
        root = authorities.pem("root")
        stamps = TimeStampService(authorities.stamping(), HttpProofServers(), (root,))
        signed = Pkcs12Signer(authorities.key_file(), PIN).sign(notice, at=AT)
        stamped = with_time_stamp(signed, stamps)
        assert isinstance(stamped, bytes)
        authorities.at = AT + timedelta(days=2)
        proven = with_proofs(stamped, roots=[root], servers=HttpProofServers()).pdf
        whole = with_time_stamp(proven, stamps)
        covered = with_time_stamp(updated(proven, lay_over), stamps)
        assert isinstance(whole, bytes)
        assert isinstance(covered, bytes)
        return whole, root, covered
