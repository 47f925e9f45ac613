"""What an uploaded file is, beside what the office knows: by its bytes first, then by its signatures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from central_api.file_checks import Checked
from central_api.notices import NoticeBook, PublicNotice
from dost_desktop.signing.facts import Change, Problem, SignatureFacts, Stage, Verdict

_END: Final = b"%%EOF"
_SIGNATURE: Final = b"/ByteRange"
_LINE_ENDS: Final = (b"", b"\n", b"\r", b"\r\n")
_MOST_ENDS: Final = 20  # versions of one file that are looked up; an honest notice has four


class FileState(StrEnum):
    """What the page says of a file."""

    EXACT = "exact"  # the signed file itself
    EXTENDED = "extended"  # the signed file with proofs behind it
    SIGNED_LATER = "signed_later"  # issued for a signature by hand, and signed by somebody behind that
    OTHER_NOTICE = "other_notice"
    SIGNED = "signed"  # the signature holds, but no notice has this file
    CHANGED = "changed"
    OUT_OF_FORCE = "out_of_force"  # the certificate was not in force at the moment of signing
    STRANGER = "stranger"
    ISSUER_UNCHECKED = "issuer_unchecked"  # this server was not told whom to trust
    UNSIGNED = "unsigned"
    NOT_PDF = "not_pdf"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNCHECKED = "unchecked"  # it broke the limits of its own process


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """A file's state, its signatures, what was changed, and which other notice it is."""

    state: FileState
    signatures: tuple[SignatureFacts, ...] = ()
    trust_known: bool = True
    changes: tuple[Change, ...] = ()
    other: PublicNotice | None = None


def judge(
    content: bytes, checked: Checked | None, notice: PublicNotice | None, book: NoticeBook
) -> FileAnswer:
    """What ``content`` is beside ``notice`` (None: not received yet); ``checked`` is what its signatures say."""
    verdict = checked.verdict if checked else Verdict()
    trust_known = checked.trust_known if checked else True
    changes = tuple(dict.fromkeys(change for each in verdict.signatures for change in each.changes))

    def said(state: FileState, other: PublicNotice | None = None) -> FileAnswer:
        return FileAnswer(state, verdict.signatures, trust_known, changes, other)

    if notice and _hash(content) == notice.pdf:
        return said(FileState.EXACT)
    if checked is None:
        return said(FileState.UNCHECKED)
    if any(_problem(each, Stage.UNCHANGED) for each in verdict.signatures):
        return said(FileState.CHANGED)
    if notice and _begins_with(content, notice):
        if _was_signed(content, notice):
            return said(FileState.EXTENDED if verdict.signatures else FileState.CHANGED)
        return said(FileState.SIGNED_LATER if verdict.valid else FileState.CHANGED)
    other = book.of_file(_versions(content))
    if other and (other.pdf == _hash(content) or _was_signed(content, other)):
        return said(FileState.OTHER_NOTICE, other)
    return said(_of_a_strange_file(verdict, trust_known=trust_known))


def _of_a_strange_file(verdict: Verdict, *, trust_known: bool) -> FileState:
    """What can be said of a file that no notice has."""
    if verdict.file_problem:
        return _OF_THE_FILE.get(verdict.file_problem, FileState.DAMAGED)
    owners = {_problem(each, Stage.OWNER) for each in verdict.signatures} - {None}
    if owners == {Problem.ISSUER_UNKNOWN} and not trust_known:
        return FileState.ISSUER_UNCHECKED
    if owners:
        return FileState.STRANGER
    return FileState.OUT_OF_FORCE if verdict.problem else FileState.SIGNED


_OF_THE_FILE: Final = {
    Problem.NOT_PDF: FileState.NOT_PDF,
    Problem.ENCRYPTED: FileState.ENCRYPTED,
    Problem.UNSIGNED: FileState.UNSIGNED,
}


def _problem(signature: SignatureFacts, stage: Stage) -> Problem | None:
    return next((each.problem for each in signature.findings if each.stage is stage), None)


def _begins_with(content: bytes, notice: PublicNotice) -> bool:
    """Whether the notice's bytes stand unchanged at the beginning, with more behind them."""
    begin = memoryview(content)[: notice.size]
    return len(begin) < len(content) and _hash(begin) == notice.pdf


def _was_signed(content: bytes, notice: PublicNotice) -> bool:
    """Whether the notice that ``content`` begins with bore its signature already.

    One that was issued for a signature by hand did not: who signs such a file later vouches for whatever he added.
    """
    return _SIGNATURE in content[: notice.size]


def _versions(content: bytes) -> list[str]:
    """The hashes of the file and of every version it has been: each ended with a mark that is still there."""
    return [_hash(content), *(_hash(memoryview(content)[:end]) for end in _marks(content))]


def _marks(content: bytes) -> Iterator[int]:
    found = -1
    for _ in range(_MOST_ENDS):
        found = content.find(_END, found + 1)
        if found < 0:
            break
        after = found + len(_END)
        yield from {after + len(end) for end in _LINE_ENDS if content.startswith(end, after)}


def _hash(content: bytes | memoryview) -> str:
    return hashlib.sha256(content).hexdigest()
