"""What travels when a desk and the central API compare where each file ends, thousands of files in one question."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from dost_desktop.contract.messages import Instant, Message, Name, Seq, Sha256, Uuid
from dost_desktop.domain.events import Head

FIRST: Final = str(UUID(int=0))  # stands before every file
LAST: Final = str(UUID(int=2**128 - 1))
MOST_RANGES: Final = 256
MOST_HELD: Final = 256


class FileHead(Message):
    """Where one file ends: the number of its last event, and its hash, which speaks for all before it."""

    file_id: Uuid
    seq: Seq
    hash: Sha256

    @property
    def head(self) -> Head:
        """The same as the domain has it."""
        return Head(self.seq, self.hash)


class HeadsRange(Message):
    """The files behind those of the range before, up to ``until``: one digest says whether both sides have the same."""

    until: Uuid
    digest: Sha256


class CompareHeads(Message):
    """What a desk holds of its centre's files, confirmed; ``ranges`` follow one another in the order of the ids."""

    after: Uuid = FIRST
    ranges: Annotated[tuple[HeadsRange, ...], Field(max_length=MOST_RANGES)] = ()
    held: Annotated[tuple[FileHead, ...], Field(max_length=MOST_HELD)] = ()  # asked about one by one


class DifferingHeads(Message):
    """All that the central API has behind ``after`` up to ``until``, because something there differs."""

    after: Uuid
    until: Uuid
    heads: tuple[FileHead, ...]


class HeadsCompared(Message):
    """Everything up to ``through`` was compared; what is not in ``differing`` agrees."""

    through: Uuid
    differing: tuple[DifferingHeads, ...]
    unknown: tuple[Uuid, ...]  # of ``held``: not there with that hash, or of nobody's concern to this desk
    epoch: Name
    time: Instant


def heads_digest(heads: Iterable[tuple[str, Head]]) -> str:
    """SHA-256 over files and where they end, in the order of their ids."""
    told = "".join(f"{file_id} {head.seq} {head.hash}\n" for file_id, head in heads)
    return hashlib.sha256(told.encode("ascii")).hexdigest()
