"""One file with everything a desk could not send, which only the central API can open (design 6; docs/formats.md).

A line that names the format, a line of JSON that anybody may read (which desk, when, how much; nothing personal), then
the records under AES-256-GCM in pieces. Each piece is numbered and the last one is marked, so that a file that was
cut, changed or put together from two is refused. The content's key is fresh and boxed to the deployment's recovery
key; an agent of the desk signs the readable line, and with it the box: nobody else can have written what is inside.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Annotated, ClassVar, Final, Literal, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import Field, TypeAdapter, ValidationError

from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.looks import LookMessage
from dost_desktop.contract.messages import Base64, Instant, Message, Name, RunMessage, Seq, Sha256, Uuid
from dost_desktop.contract.sealed_box import close_box, open_box
from dost_desktop.contract.seals import from_text, is_signed, to_text
from dost_desktop.domain.canonical import canonical, written
from dost_desktop.domain.errors import AgentError

FORMAT: Final = "dost/unsent/1"
_MAGIC: Final = FORMAT.encode() + b"\n"
_PIECE: Final = 64 * 1024
_TAG: Final = 16
_LONGEST_HEADER: Final = 16 * 1024
_LONGEST_RECORD: Final = 16 * 1024 * 1024
_KEY: Final = 32


class UnsentFileUnusable(AgentError):
    """The file cannot be used, and nothing of it was. ``reason``: not_unsent, newer, damaged, other_deployment."""

    code: ClassVar[str] = "unsent.unusable"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)
        self.reason = reason


class UnsentHeader(Message):
    """What anybody may read of the file; ``signature`` is the agent's over all the rest of it."""

    desk: Name
    centre: Name
    install_id: Uuid
    agent: Name
    made_at: Instant
    program: Name
    runs: Seq
    documents: Seq
    document_bytes: Annotated[int, Field(ge=0)]
    cases: Seq
    looks: Seq
    box: Base64 = Field(repr=False)
    signature: Base64 = ""

    def signed_bytes(self) -> bytes:
        """What the agent signs: all but the signature itself."""
        return canonical(FORMAT, self.model_dump(mode="json", exclude={"signature"}))

    def signed(self, sign: Callable[[bytes], str]) -> UnsentHeader:
        """The same under an agent's signature. Raises what ``sign`` raises."""
        return self.model_copy(update={"signature": sign(self.signed_bytes())})

    def is_by(self, public: str) -> bool:
        """Whether the agent behind this key wrote the file."""
        return is_signed(public, self.signed_bytes(), self.signature)


class UnsentRun(Message):
    """One click that the server has not confirmed, on what it was built here."""

    what: Literal["run"] = "run"
    state: Literal["queued", "needs_you", "set_aside"]
    last_answer: Annotated[str, Field(max_length=200)] = ""  # code
    run: RunMessage = Field(repr=False)


class UnsentCase(Message):
    """A half-done case as it stands here, with its drafts."""

    what: Literal["case"] = "case"
    case: HalfDoneCase = Field(repr=False)


class FinishedCase(Message):
    """A case that other desks know of and that is finished."""

    what: Literal["finished_case"] = "finished_case"
    case: Uuid


class UnsentLook(Message):
    """A look at a person's data that the central API has not heard of."""

    what: Literal["look"] = "look"
    look: LookMessage = Field(repr=False)


class UnsentDocument(Message):
    """A scan or written answer; its bytes follow the line."""

    what: Literal["document"] = "document"
    sha256: Sha256
    size: Annotated[int, Field(ge=0)]


class EndOfFile(Message):
    """Nothing follows."""

    what: Literal["end"] = "end"


Record: TypeAlias = UnsentRun | UnsentCase | FinishedCase | UnsentLook | UnsentDocument
_ANY: Final[TypeAdapter[Record | EndOfFile]] = TypeAdapter(
    Annotated[Record | EndOfFile, Field(discriminator="what")]
)


class UnsentWriter:
    """Writes one file from its beginning to its end; nothing of it is usable before ``close``."""

    def __init__(self, out: IO[bytes], header: UnsentHeader, key: bytes) -> None:
        line = written(header.model_dump(mode="json"))
        self._out, self._seal, self._bound = out, AESGCM(key), _bound(line)
        self._waiting, self._no = bytearray(), 0
        out.write(_MAGIC + line + b"\n")

    def record(self, record: Record | EndOfFile) -> None:
        """Add a record; the bytes of a document follow it."""
        self.add(record.model_dump_json().encode() + b"\n")

    def add(self, piece: bytes) -> None:
        """Add bytes of the document whose record was written last."""
        self._waiting += piece
        while len(self._waiting) > _PIECE:  # the last piece is never empty, but for a file without records
            self._put(bytes(self._waiting[:_PIECE]), is_last=False)
            del self._waiting[:_PIECE]

    def close(self) -> None:
        """The end of the file; the caller closes what it wrote to."""
        self.record(EndOfFile())
        self._put(bytes(self._waiting), is_last=True)

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        self._out.write(self._seal.encrypt(_nonce(self._no, is_last=is_last), piece, self._bound))
        self._no += 1


def new_content_key(recovery_public: bytes) -> tuple[bytes, str]:
    """A fresh key for one file, and the box in which only the deployment finds it."""
    key = secrets.token_bytes(_KEY)
    return key, to_text(close_box(recovery_public, key))


@dataclass(frozen=True, slots=True)
class DocumentBytes:
    """The next bytes of the document whose record came last."""

    piece: bytes = field(repr=False)


class UnsentReader:
    """Reads one file, as often as it is asked to; ``file`` can be rewound."""

    def __init__(self, file: IO[bytes]) -> None:
        """Raises UnsentFileUnusable when the readable part is not what it should be."""
        self._file = file
        file.seek(0)
        if file.readline(len(_MAGIC)) != _MAGIC:
            file.seek(0)
            begins = file.read(len(b"dost/unsent/"))
            raise UnsentFileUnusable("newer" if begins == b"dost/unsent/" else "not_unsent")
        self._line = file.readline(_LONGEST_HEADER)
        try:
            self.header = UnsentHeader.model_validate_json(self._line)
        except ValidationError:
            raise UnsentFileUnusable("damaged") from None
        self._begin = file.tell()
        self._key = b""

    def unlock(self, recovery: bytes) -> None:
        """Take the content's key out of its box. Raises UnsentFileUnusable when it is another deployment's."""
        try:
            self._key = open_box(recovery, from_text(self.header.box))
        except ValueError:
            raise UnsentFileUnusable("other_deployment") from None
        if len(self._key) != _KEY:
            raise UnsentFileUnusable("damaged")

    def prove(self) -> None:
        """Read everything once. Raises UnsentFileUnusable when it is not whole, unchanged and of this format."""
        counted = {"run": 0, "document": 0, "case": 0, "finished_case": 0, "look": 0}
        for each in self.records():
            if not isinstance(each, DocumentBytes):
                counted[each.what] += 1
        header = self.header
        told = {"run": header.runs, "document": header.documents, "look": header.looks}
        cases = counted.pop("case") + counted.pop("finished_case")
        if counted != told or cases != header.cases:
            raise UnsentFileUnusable("damaged")

    def records(self) -> Iterator[Record | DocumentBytes]:
        """Every record in order; a document's bytes come behind its record. Raises UnsentFileUnusable."""
        stream = _Stream(self._pieces())
        while True:
            try:
                record = _ANY.validate_json(stream.line())
            except ValidationError:  # it is whole, or the piece would not have opened
                raise UnsentFileUnusable("newer") from None
            if isinstance(record, EndOfFile):
                stream.ends()
                return
            yield record
            if isinstance(record, UnsentDocument):
                yield from _document(stream, record)

    def _pieces(self) -> Iterator[bytes]:
        """The content, opened piece by piece; a piece that is not in its place, or not the last, does not open."""
        seal, bound = AESGCM(self._key), _bound(self._line.rstrip(b"\n"))
        self._file.seek(self._begin)
        sealed, no = self._file.read(_PIECE + _TAG), 0
        while True:
            following = self._file.read(_PIECE + _TAG)
            try:
                yield seal.decrypt(_nonce(no, is_last=not following), sealed, bound)
            except (InvalidTag, ValueError):  # ValueError: shorter than a tag
                raise UnsentFileUnusable("damaged") from None
            if not following:
                return
            sealed, no = following, no + 1


class _Stream:
    """Lines and bytes out of pieces."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._held = pieces, bytearray()

    def line(self) -> bytes:
        """Up to the next line feed."""
        looked = 0
        while (end := self._held.find(b"\n", looked)) < 0:
            looked = len(self._held)
            if looked > _LONGEST_RECORD or not self._more():
                raise UnsentFileUnusable("damaged")
        line = bytes(self._held[:end])
        del self._held[: end + 1]
        return line

    def some(self, most: int) -> bytes:
        """At least one byte, at most so many."""
        if not self._held and not self._more():
            raise UnsentFileUnusable("damaged")
        piece = bytes(self._held[:most])
        del self._held[:most]
        return piece

    def ends(self) -> None:
        """Raises UnsentFileUnusable when something follows."""
        if self._held or self._more():
            raise UnsentFileUnusable("damaged")

    def _more(self) -> bool:
        piece = next(self._pieces, None)
        self._held += piece or b""
        return piece is not None


def _document(stream: _Stream, record: UnsentDocument) -> Iterator[DocumentBytes]:
    measured, left = hashlib.sha256(), record.size
    while left:
        piece = stream.some(left)
        measured.update(piece)
        left -= len(piece)
        yield DocumentBytes(piece)
    if measured.hexdigest() != record.sha256:
        raise UnsentFileUnusable("damaged")


def _bound(line: bytes) -> bytes:
    """What ties every piece to the readable line."""
    return hashlib.sha256(_MAGIC + line).digest()


def _nonce(no: int, *, is_last: bool) -> bytes:
    """Of a key that is used for one file only: the piece's number, and whether it is the last."""
    return struct.pack(">QxxxB", no, is_last)
