"""A file of unsent work from the day the format was made: every later version opens it (docs/formats.md 9)."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from dost_desktop.contract.seals import SigningKey
from dost_desktop.contract.unsent import DocumentBytes, FinishedCase, UnsentDocument, UnsentReader

FILE = Path(__file__).with_name("vector.dost-unsent")
RECOVERY = bytes(range(32))
AGENT = SigningKey(bytes(range(32, 64)))
DOCUMENT = bytes(each % 251 for each in range(70_000))  # two pieces


def test_the_first_file_ever_written_is_read() -> None:
    with FILE.open("rb") as file:
        reader = UnsentReader(file)
        assert reader.header.is_by(AGENT.public)
        assert (reader.header.desk, reader.header.made_at) == ("B03-01", "2026-11-24T10:07:32.000Z")
        reader.unlock(RECOVERY)
        reader.prove()
        case, document, *pieces = reader.records()
        content = b"".join(each.piece for each in pieces if isinstance(each, DocumentBytes))
    assert case == FinishedCase(case="01a20c2a-a91b-7000-8000-000000000001")
    assert document == UnsentDocument(sha256=sha256(DOCUMENT).hexdigest(), size=len(DOCUMENT))
    assert content == DOCUMENT
