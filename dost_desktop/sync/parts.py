"""A large document goes in parts, each answered: a line that breaks, or a program that is killed, costs one part.

After an answer that was lost the server is asked how much it has; when a part is lost twice, the parts become smaller:
what does not pass in one piece passes in four.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from dost_desktop.contract.messages import Problem
from dost_desktop.rows import BlobState
from dost_desktop.sync.needs import Declined, Done, NoAnswer, Sent, Silence
from dost_desktop.sync.round import Round

PART: Final = 256 * 1024  # bytes, as the desk keeps them
SMALLEST: Final = 16 * 1024  # the server takes no smaller ones, but for the last
LOST: Final = {Silence.CUT, Silence.TIMEOUT}  # of the answer; whether the question arrived, the server knows
_TRIES: Final = 6  # in a row, without a byte more at the server
_NO_PARTS: Final = {404, 405}  # a server that takes documents only whole
_TOO_LARGE: Final = 413
_OTHER_HASH: Final = "blob.other_hash"


@dataclass(frozen=True, slots=True)
class Paused:
    """It is on its way; the rest goes with the next round."""


@dataclass(slots=True)
class Upload:
    """One document on its way: ``sent`` bytes are there, the next part has ``size``."""

    this: Round
    document: BlobState
    size: int = PART
    sent: int = field(init=False)
    tries: int = 0
    is_second: bool = False  # from the beginning again: what came first was spoilt on the way

    def __post_init__(self) -> None:
        self.sent = self.document.sent

    def send(self, is_over: Callable[[], bool]) -> Done | Paused | Declined | None:
        """Send part after part until ``is_over``; None from a server that does not know parts.

        What the server says of the bytes (``blob.other_hash``) it says after they were sent twice. Raises
        DocumentMissing when they are damaged here.
        """
        if self.sent:
            ended = self._look()
            if ended is not None:
                return ended
        while not is_over():
            answer = self._send_part()
            if isinstance(answer, Sent):
                ended = self._moved(answer)
            elif isinstance(answer, NoAnswer) and answer.kind in LOST:
                ended = self._look()
                if self.tries > 1:
                    self._make_smaller()
            elif isinstance(answer, Problem):
                ended = self._objected(answer)
                if ended is not None and ended.status in _NO_PARTS:
                    return None
            else:
                ended = answer
            if ended is not None:
                return ended
        return Paused()

    def _send_part(self) -> Sent | Declined:
        document, wanted = self.document, min(self.size, self.document.size - self.sent)
        with self.this.memory.open_reading() as reading:
            part = reading.blobs.part(document.sha256, self.sent, wanted)
            if len(part) != wanted:
                reading.blobs.get(document.sha256)  # raises DocumentMissing
        return self.this.central.put_blob_part(document.sha256, part, self.sent, document.size)

    def _look(self) -> Done | Declined | None:
        """Ask how much is there; what ends it."""
        answer = self.this.central.blob_sent(self.document.sha256)
        return self._moved(answer) if isinstance(answer, Sent) else answer

    def _moved(self, there: Sent) -> Done | NoAnswer | None:
        """Go on where the server is; parts that all arrived are not yet a document that is right."""
        if not 0 <= there.offset <= self.document.size or (
            there.is_whole and there.offset < self.document.size
        ):
            return NoAnswer(Silence.OTHER_SCHEMA, "offset")
        self.tries = 0 if there.offset > self.sent else self.tries + 1
        self.this.tally.document_bytes += max(0, there.offset - self.sent)
        self.sent = there.offset
        if there.is_whole or self.sent < self.document.size:
            self._note()
        self.this.tell_document(self.sent, self.document.size)
        if there.is_whole:
            return Done()
        return NoAnswer(Silence.CUT, "no part arrives") if self.tries > _TRIES else None

    def _objected(self, problem: Problem) -> Problem | None:
        if problem.status == _TOO_LARGE and problem.code != "blob.too_large" and self.size > SMALLEST:
            self._make_smaller()  # said by whoever stands before the central API
            return None
        if problem.code != _OTHER_HASH:
            return problem
        self.sent = 0  # the server threw away what it had
        self._note()
        with self.this.memory.open_reading() as reading:
            reading.blobs.get(self.document.sha256)  # raises DocumentMissing
        if self.is_second:
            return problem
        self.is_second = True
        return None

    def _make_smaller(self) -> None:
        self.size = max(self.size // 2, SMALLEST)

    def _note(self) -> None:
        with self.this.memory.open_work() as work:
            work.blobs.note_sent(self.document.sha256, self.sent)
            work.commit()
